"""The command palette, which leaves once, however often Enter is pressed."""

from typing import Any

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette


class Palette(CommandPalette):
    """Textual's palette; a second Enter would close the screen below, and with it the program."""

    _left = False

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Leave, once."""
        if self._left:
            return AwaitComplete()
        self._left = True
        left: AwaitComplete = super().dismiss(result)
        return left
