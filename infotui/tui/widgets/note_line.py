"""The line in which one writes while a person sits opposite: Enter keeps it, the arrows choose questions."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from infotui.tui.widgets.kept_area import Keep, KeptArea

HandIn = Callable[[str], bool]
Act = Callable[[str], Awaitable[bool]]


class NoteLine(KeptArea):
    """A note being typed.

    Args:
        keep: Saves every key.
        hand_in: Takes the whole text at Enter and tells whether it is stored. It is called within
            the key, not by a message: a key that comes right after must find the line empty.
        act: Does what a key stands for in the talk and tells whether it stood for anything; called
            here too, so that a Tab right behind an Enter comes after it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "question", show=False, key_display="↑↓", id="live.step",
                tooltip="Ask the question before or after"),
    ]  # fmt: skip

    class Stepped(Message):
        """The arrows ask for the question before (-1) or after (1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(
        self,
        keep: Keep,
        hand_in: HandIn,
        act: Act | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(keep, placeholder="write what they say · Enter keeps it", id=id)
        self._hand_in = hand_in
        self._act = act

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if not self.read_only and self._hand_in(self.text):
                self.put(self.place, "")
            return
        if self._act is not None and not event.is_printable and await self._act(event.key):
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up, or from the first row to the question before."""
        if self.navigator.is_first_wrapped_line(self.cursor_location) and not select:
            self.post_message(self.Stepped(-1))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down, or from the last row to the question after."""
        if self.navigator.is_last_wrapped_line(self.cursor_location) and not select:
            self.post_message(self.Stepped(1))
        else:
            super().action_cursor_down(select)
