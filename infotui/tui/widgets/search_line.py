"""The line of a search and the list of what it found: whoever types in the list goes on in the line."""

from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from infotui.tui.widgets.row_list import RowList


class SearchLine(Input):
    """The line of the query; what is typed elsewhere comes here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.open", "go there", id="search.open",
                tooltip="Go to the very line"),
        Binding("down", "screen.results", "results", key_display="↓", id="search.results",
                tooltip="Down to what was found; up from the first leads back"),
    ]  # fmt: skip

    # What stands in the line takes no room from others: a key must not lay out, and paint, them all.
    virtual_size = Reactive(Size(0, 0))

    class AtEnd(Message):
        """The cursor was to go beyond the end."""

    def action_cursor_right(self, select: bool = False) -> None:
        """Move right; behind the last character that is said, and does nothing."""
        if self.cursor_position >= len(self.value) and not select:
            self.post_message(self.AtEnd())
        else:
            super().action_cursor_right(select)


class Results(RowList[Any]):
    """What was found; whoever types on is back in the line."""

    class Typed(Message):
        """A character was typed, or Backspace pressed."""

        def __init__(self, character: str) -> None:
            super().__init__()
            self.character = character

    def on_key(self, event: events.Key) -> None:
        """Hand characters on: `j` is a letter here."""
        typed = event.character if event.is_printable else ""
        if typed or event.key == "backspace":
            event.stop()
            event.prevent_default()
            self.post_message(self.Typed(typed or ""))

    def action_step(self, by: int) -> None:
        """Move the cursor; up from the first row leads to the line."""
        if by < 0 and self.cursor == 0:
            self.screen.query_one(SearchLine).focus()
        else:
            super().action_step(by)
