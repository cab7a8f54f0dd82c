"""Asks which contact is the same person as another one; the likely ones are there before one types."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from infotui.domain.contact import Doubt
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList

_ROWS = 9


class OtherOne(Dialog[Doubt | None]):
    """Type a part of a name; gives the one that is marked, or None.

    Args:
        title: What it is for.
        find: Gives those who may be meant by what was typed; by nothing, the likely ones.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="other.leave", tooltip="Both stay as they are"),
        Binding("down", "step(1)", "Next", show=False, id="other.next"),
        Binding("up", "step(-1)", "Previous", show=False, id="other.previous"),
    ]
    DEFAULT_CSS = """
    OtherOne { align: center middle; background: $background 60%; }
    OtherOne #other-box { width: 70; max-width: 98%; height: auto; max-height: 96%; }
    OtherOne Input { margin-bottom: 1; }
    """

    def __init__(self, title: str, find: Callable[[str], Sequence[Doubt]]) -> None:
        super().__init__()
        self._title = title
        self._find = find

    def compose(self) -> ComposeResult:
        """Lay out the line and those who are meant by it."""
        with Vertical(id="other-box", classes="panel") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("Enter shows both side by side · Escape leaves")
            entry = Input(placeholder="type a part of the other name", id="other-name")
            entry.cursor_blink = False
            yield entry
            rows = RowList[Doubt](_draw, id="other-list")
            rows.can_focus = False
            rows.styles.height = _ROWS
            yield rows

    def on_mount(self) -> None:
        """Begin with the likely ones."""
        self.query_one(Input).focus()
        self._offer("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer who is meant."""
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        rows = self.query_one("#other-list", RowList)
        rows.say_when_empty(
            "Nobody is called so." if typed.strip()
            else "Nobody else has this name, e-mail, telephone or link. Type whom you mean."
        )  # fmt: skip
        rows.show(self._find(typed), 0)

    def action_step(self, by: int) -> None:
        """Mark another one."""
        self.query_one("#other-list", RowList).action_step(by)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take who was clicked twice."""
        event.stop()
        self.on_input_submitted()

    def on_input_submitted(self) -> None:
        """Take the one that is marked."""
        row = self.query_one("#other-list", RowList).row
        if isinstance(row, Doubt):
            self.answer(row)

    def action_leave(self) -> None:
        """Leave; nobody was meant."""
        self.answer(None)


def _draw(row: Doubt, _width: int) -> Sequence[Line]:
    said = " · ".join(part for part in (row.organization, row.why) if part)
    return (line((row.name, "strong"), right=((said, "muted"),)),)
