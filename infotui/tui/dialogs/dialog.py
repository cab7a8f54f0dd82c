"""What all dialogs share: they answer once, however fast the keys come."""

from typing import Any, Generic, TypeVar

from textual.screen import ModalScreen

from infotui.tui.telling import TellsErrors

A = TypeVar("A")


class Dialog(TellsErrors, ModalScreen[A], Generic[A]):
    """A screen that asks one thing over the one below."""

    _answered = False
    begins_at: Any = None  # where it was left before in this sitting, as `whereabouts` gave it
    left_at: Any = None

    def whereabouts(self) -> Any:
        """Tell where one is in it, so that it can begin there again."""
        return None

    def answer(self, value: A) -> None:
        """Give the answer and go; what is pressed before the screen is gone is no second answer.

        A second `dismiss` would close the screen below, and with it the program.
        """
        if self._answered:
            return
        self._answered = True
        self.left_at = self.whereabouts()
        if self.app.screen is self:  # `is_current` is said of what shines through as well
            self.dismiss(value)
        else:
            self._leave_from_below(value)

    def _leave_from_below(self, value: A) -> None:
        """Do as `dismiss` does, which would close what is on top, wherever this dialog lies."""
        app = self.app
        for stack in app._screen_stacks.values():
            if self in stack:
                self._result_callbacks[-1](value)
                stack.remove(self)
                self._pop_result_callback()
                app.call_next(app._replace_screen, self)
                return
