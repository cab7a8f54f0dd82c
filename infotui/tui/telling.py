"""Turns an expected error into its sentence on the screen, wherever in the screens it comes up."""

from typing import TYPE_CHECKING

from textual.message import Message
from textual.message_pump import MessagePump

from infotui.domain.errors import InfotuiError

if TYPE_CHECKING:
    _Base = MessagePump
else:
    _Base = object


class TellsErrors(_Base):
    """Mixed into what handles messages.

    Textual stops whatever lets an exception out of a handler; a sentence for the person must not
    stop anything, so it is caught right where the message is handed over.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except InfotuiError as bad:
            self.app.notify(bad.sentence, severity="error", timeout=10, markup=False)
