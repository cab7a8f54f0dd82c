"""Asks with whom a talk begins right now: a name that is known, a new one, or none yet (S14)."""

import re
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from infotui.domain.errors import InfotuiError
from infotui.domain.text import fold
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList

_ROWS = 9


class Known(NamedTuple):
    """Somebody who is in the notebook, or the words for somebody who is not."""

    id: int | None
    name: str
    organization: str


class Who(Dialog[Any]):
    """Type a part of a name; Enter takes what is marked.

    Args:
        title: What it is for.
        find: Gives those whose name has what was typed.
        begin: Takes the one that was chosen, None for somebody new, and the name that was typed.
            What it gives back is what the dialog gives back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="who.leave", tooltip="Nothing begins"),
        Binding("down", "step(1)", "Next", show=False, id="who.next"),
        Binding("up", "step(-1)", "Previous", show=False, id="who.previous"),
    ]
    HINT: ClassVar[str] = "a name; or Enter, and name them later"
    BELOW: ClassVar[str] = "Enter begins now · Escape leaves"
    DEFAULT_CSS = """
    Who { align: center middle; background: $background 60%; }
    Who #who-box { width: 64; max-width: 98%; height: auto; max-height: 96%; }
    Who .wrong { color: $error; height: auto; display: none; }
    Who .wrong.shown { display: block; }
    """

    def __init__(
        self,
        title: str,
        find: Callable[[str], Sequence[Known]],
        begin: Callable[[Known | None, str], Any],
    ) -> None:
        super().__init__()
        self._title = title
        self._find = find
        self._begin = begin

    def compose(self) -> ComposeResult:
        """Lay out the name and those who are meant by it."""
        with Vertical(id="who-box", classes="panel") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(self.BELOW)
            entry = Input(placeholder=self.HINT, id="who-name")
            entry.cursor_blink = False
            yield entry
            yield Static(id="who-wrong", classes="wrong", markup=False)
            rows = RowList[Known](_draw, id="who-list")
            rows.can_focus = False
            rows.styles.height = (
                _ROWS  # every list is told by the program's own styles to fill its box
            )
            yield rows

    def on_mount(self) -> None:
        """Begin with the name."""
        self.query_one(Input).focus()
        self._offer("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer who is meant."""
        self.query_one("#who-wrong", Static).remove_class("shown")
        self._offer(event.value)

    def _offer(self, typed: str) -> None:
        self.query_one("#who-list", RowList).show(self.meant(typed), 0)

    def meant(self, typed: str) -> list[Known]:
        """Give who can be meant: known ones whose name begins like this, then somebody new."""
        name = " ".join(typed.split())
        found = list(self._find(typed)) if name else []
        new = Known(None, name, "somebody new" if name else "named by the moment, for now")
        return [*beginning(found, name), new]

    def action_step(self, by: int) -> None:
        """Mark another one."""
        self.query_one("#who-list", RowList).action_step(by)

    def on_input_submitted(self) -> None:
        """Begin with the one that is marked."""
        row = self.query_one("#who-list", RowList).row
        if not isinstance(row, Known) or self._answered:
            return
        try:
            result = self._begin(row if row.id is not None else None, row.name)
        except InfotuiError as bad:
            remark = self.query_one("#who-wrong", Static)
            remark.update(Content(bad.sentence))
            remark.add_class("shown")
        else:
            self.answer(result)

    def action_leave(self) -> None:
        """Leave; nothing begins."""
        self.answer(None)


def beginning(rows: Sequence[Known], name: str) -> list[Known]:
    """Give those who have a name that begins like this."""
    begins = re.compile(rf"(?<!\w){re.escape(fold(name))}")
    return [row for row in rows if begins.search(fold(row.name))]


def _draw(row: Known, _width: int) -> Sequence[Line]:
    name = row.name or "Somebody"
    return (
        line((name, "strong" if row.id is not None else ""), right=((row.organization, "muted"),)),
    )
