"""Waits for one digit and gives the screen it stands for, or for q; any other key changes nothing."""

from textual import events
from textual.app import ComposeResult

from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, Word


class GoTo(Dialog[str | None]):
    """One line at the foot of the screen."""

    DEFAULT_CSS = """
    GoTo { align: left bottom; background: $background 0%; }
    GoTo LineBox { height: 1; background: $primary; color: $background; }
    """

    def __init__(self, modes: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self._modes = modes

    def compose(self) -> ComposeResult:
        """Name the digits."""
        words: list[Word] = [(" go to ", "")]
        for digit, _, name in self._modes:
            words += [(f" {digit}", "key"), (f" {name} ", "")]
        words += [(" q", "key"), (" quit", "")]
        yield LineBox(lambda _width: (Line(tuple(words)),))

    def on_key(self, event: events.Key) -> None:
        """Take the digit."""
        event.stop()
        if event.key == "q":
            self.answer(None)
            self.app.exit()
            return
        found = next((mode for digit, mode, _ in self._modes if digit == event.key), None)
        self.answer(found)
