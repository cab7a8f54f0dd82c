"""Follow-up: every open loop, mine first, each with its date, and one key that closes it (M5)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from infotui.domain.loop import ASKED_ABOUT, LoopRow
from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.routes import to_loop
from infotui.tui.widgets.lines import BLANK, Line, line
from infotui.tui.widgets.pictures import loop_lines
from infotui.tui.widgets.row_list import RowList

_Row = LoopRow | str


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return FollowupScreen(desks)


class FollowupScreen(Frame):
    """All open loops."""

    MODE = "followup"
    CSS_PATH = "followup.tcss"
    FIRST_FOCUS = "#loops"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "done", "done", id="followup.done",
                tooltip="Sent, kept, received, followed, asked, answered: closes it, or takes its next step"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks

    def body(self) -> Iterable[Widget]:
        """Lay out the list."""
        loops = RowList[_Row](
            self._draw, height=None, id="loops", classes="panel",
            pickable=lambda row: isinstance(row, LoopRow),
            empty=("No open loops: everybody is thanked, every promise is kept.", "",
                   "They open by themselves: a held talk owes thanks and a debrief,",
                   "a note that begins with ! is a promise, with > a lead."),
        )  # fmt: skip
        loops.border_title = Content("Open loops")
        loops.border_subtitle = Content("space closes · Enter shows where it comes from")
        yield loops

    def _draw(self, row: _Row, width: int) -> Sequence[Line]:
        if isinstance(row, LoopRow):
            return loop_lines(row, self._desks.followups.today(), width)
        return (BLANK, line((row, "accent"))) if row else (BLANK,)

    def read_anew(self) -> None:
        """Read the loops of both sides."""
        mine = self._desks.followups.open_loops("me")
        theirs = self._desks.followups.open_loops("them")
        rows: list[_Row] = []
        if mine:
            rows += ["Your move", *mine]
        if theirs:
            rows += ["Their move", *theirs]
        self.query_one("#loops", RowList).show(rows)
        if complaint := self._desks.followups.complaint():
            self.notify(complaint, severity="warning", timeout=10, markup=False)
        late = sum(1 for row in mine if row.due and row.due < self._desks.followups.today())
        told = f"   {len(mine)} yours, {len(theirs)} theirs" + (f", {late} late" if late else "")
        self.headline(("Follow-up", "strong"), (told, "muted"))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        row = event.rows.row
        if isinstance(row, LoopRow):
            self.post_message(to_loop(row))

    def action_done(self) -> None:
        """Close the loop under the cursor, or take its next step."""
        row = self.query_one("#loops", RowList).row
        if not isinstance(row, LoopRow):
            return
        if row.kind in ASKED_ABOUT:
            from infotui.tui.reaching import close_loop  # no start waits for its dialogs

            close_loop(self, self._desks, row, self.read_anew)
            return
        word = self._desks.followups.done(row)
        self.notify(f"{row.text}: {word}. u takes it back.", markup=False)
        self.read_anew()
