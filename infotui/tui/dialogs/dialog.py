"""What all dialogs share: they answer once, however fast the keys come."""

from typing import Generic, TypeVar

from textual.screen import ModalScreen

from infotui.tui.telling import TellsErrors

A = TypeVar("A")


class Dialog(TellsErrors, ModalScreen[A], Generic[A]):
    """A screen that asks one thing over the one below."""

    _answered = False

    def answer(self, value: A) -> None:
        """Give the answer and go; what is pressed before the screen is gone is no second answer.

        A second `dismiss` would close the screen below, and with it the program.
        """
        if not self._answered:
            self._answered = True
            self.dismiss(value)
