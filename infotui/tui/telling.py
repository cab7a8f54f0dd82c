"""Turns an expected error into its sentence on the screen, and knows what is said after a change."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from infotui.domain.errors import InfotuiError

A = TypeVar("A")
Done = Callable[[], object]  # called when something changed

UNDO: Final = "u takes it back."


def nothing() -> None:
    """Do nothing: where nobody wants to hear of a change."""


if TYPE_CHECKING:
    _Base = MessagePump
else:
    _Base = object


class TellsErrors(_Base):
    """Mixed into what handles messages.

    Textual stops whatever lets an exception out of a handler; a sentence for the person must not
    stop anything, so it is caught right where the message is handed over.
    """

    def ask(self, dialog: Screen[A], back: Callable[[A | None], object]) -> None:
        """Ask something in a dialog; an error in what follows from the answer is told as well."""

        def telling(answer: A | None) -> None:
            try:
                back(answer)
            except InfotuiError as bad:
                self.app.notify(bad.sentence, severity="error", timeout=10, markup=False)

        self.app.push_screen(dialog, telling)

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except InfotuiError as bad:
            self.app.notify(bad.sentence, severity="error", timeout=10, markup=False)
