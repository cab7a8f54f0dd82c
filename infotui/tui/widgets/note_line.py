"""The line in which one writes while a person sits opposite: Enter keeps it, the arrows choose questions."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from infotui.tui.widgets.kept_area import Keep, KeptArea

HandIn = Callable[[str], bool]
Act = Callable[[str, str | None], Awaitable[bool]]


class NoteLine(KeptArea):
    """A note being typed.

    Args:
        keep: Saves every key.
        hand_in: Takes the whole text at Enter and tells whether it is stored. It is called within
            the key, not by a message: a key that comes right after must find the line empty.
        act: Is given each key, with the character it types, and does what it stands for in the talk;
            tells whether it stood for anything. Called here too, so that a Tab right behind an Enter
            comes after it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "question", show=False, key_display="↑↓", id="live.step",
                tooltip="Ask the question before or after"),
    ]  # fmt: skip

    veiled: reactive[bool] = reactive(False, repaint=False)

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
        if self._act is not None and await self._act(event.key, event.character):
            event.stop()
            event.prevent_default()
            return
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if not self.read_only and self._hand_in(self.text):
                self.put(self.place, "")
            return
        await super()._on_key(event)

    def write_anew(self, text: str) -> None:
        """Let the line say something else, as if it had been typed: it is saved, and can be undone."""
        self.replace(text, self.document.start, self.document.end, maintain_selection_offset=False)
        self.move_cursor(self.document.end)

    def watch_veiled(self) -> None:
        """Draw again."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line of it; nothing while it is veiled, for whoever else may see the screen (M12)."""
        if self.veiled:
            return Strip.blank(self.size.width, self.rich_style)
        return super().render_line(y)

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
