"""The line in which one types to narrow a list; Enter and Down lead to the list, Escape empties it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterLine(Input):
    """A one-line filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "to_list", "to the list", key_display="⏎", id="filter.list",
                tooltip="Go to what is found"),
        Binding("escape", "give_up", "clear", id="filter.clear",
                tooltip="Empty the line, and go to the list"),
    ]  # fmt: skip

    class Done(Message):
        """The person wants to go to what was found."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.cursor_blink = False

    def action_to_list(self) -> None:
        """Go to the list."""
        self.post_message(self.Done())

    def action_give_up(self) -> None:
        """Empty the filter and go to the list."""
        self.value = ""
        self.post_message(self.Done())
