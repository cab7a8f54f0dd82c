"""Follow-up: the ledger of every open loop, mine first, with one's story beside it and one key that closes it (M5)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.loop import Finished, Ledger, LoopRow, LoopStory
from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.loop_rows import (
    LedgerRow,
    draw_ledger_row,
    is_pickable,
    ledger_rows,
    story_lines,
)
from infotui.tui.routes import OpenConversation, OpenLoop, to_loop
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line
from infotui.tui.widgets.row_list import RowList

_NONE = (
    "No open loops: everybody is thanked, every promise is kept.", "",
    "They open by themselves: a held talk owes thanks and a debrief,",
    "a note that begins with ! is a promise, with > a lead.",
)  # fmt: skip
_TALKS = 12  # that can be closed are shown at most; the others come up as these are
_NOT_FOUND = ("Nothing that is open has these words.", "", "Esc in the filter empties it.")


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return FollowupScreen(desks)


class FollowupScreen(Frame):
    """All open loops."""

    MODE = "followup"
    CSS_PATH = "followup.tcss"
    FIRST_FOCUS = "#loops"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "done", "next step", id="followup.done",
                tooltip="Sent, kept, received, followed, asked, answered: closes it, or takes its next step"),
        Binding("x", "drop", "other way", id="followup.drop",
                tooltip="Withdraw, let go, drop or waive it, with a word why"),
        Binding("W", "draft", "write to them", id="followup.draft",
                tooltip="Draft a text to whom this loop is about"),
        Binding("t", "touch", "touch", id="followup.touch",
                tooltip="Log a touch with them: t and a letter"),
        Binding("T", "tree", "who led to whom", id="followup.tree",
                tooltip="The tree of referrals: who led to whom, and what came of it"),
        Binding("O", "openings", "openings", id="followup.openings",
                tooltip="Openings, and who of those you met may help"),
        Binding("R", "resources", "resources", id="followup.resources",
                tooltip="Books, links, places: who may like them"),
        Binding("E", "outcome", "how it ended", id="followup.outcome",
                tooltip="Record how the search ended, and tell everybody one by one"),
        Binding("f", "finish", "close the talk", id="followup.finish",
                tooltip="Close the talk of which nothing is open any more"),
        Binding("slash", "filter", "filter", key_display="/", id="followup.filter",
                tooltip="Find as you type: contact, organization, field, kind, words"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks

    def body(self) -> Iterable[Widget]:
        """Lay out the ledger and the story beside it."""
        loops = RowList[LedgerRow](
            self._draw, height=None, id="loops", pickable=is_pickable, empty=_NONE
        )
        hint = "filter: who, where, field, what"
        ledger = Vertical(FilterLine(hint, id="filter"), loops, id="ledger", classes="panel")
        ledger.border_title = Content("Open loops")
        ledger.border_subtitle = Content("space next step · Enter where it comes from")
        story = LineBox(id="story", classes="panel")
        story.border_title = Content("Its story")
        yield Horizontal(ledger, story)

    @property
    def _loops(self) -> RowList[LedgerRow]:
        return self.query_one("#loops", RowList)

    @property
    def _needle(self) -> str:
        return self.query_one("#filter", FilterLine).value.strip()

    def _draw(self, row: LedgerRow, width: int) -> Sequence[Line]:
        return draw_ledger_row(row, width, self._desks.followups.today(), self._desks.zone)

    def read_anew(self) -> None:
        """Read the whole ledger."""
        self._fill()
        if complaint := self._desks.followups.complaint():
            self.notify(complaint, severity="warning", timeout=10, markup=False)

    def _fill(self, cursor: int | None = None) -> None:
        needle, desk = self._needle, self._desks.followups
        ledger = desk.ledger(needle)
        self._loops.say_when_empty(*(_NOT_FOUND if needle else _NONE))
        talks = () if needle else desk.finished()[:_TALKS]
        self._loops.show(ledger_rows(ledger, talks), cursor)
        self.headline(("Follow-up", "strong"), (f"   {self._score(ledger, needle)}", "muted"))
        self._show_story()

    def _score(self, ledger: Ledger, needle: str) -> str:
        """Say how many loops are open, whose they are, and how many are late."""
        if not ledger.open:
            return "nothing found" if needle else "no open loops"
        late = sum(1 for row in ledger.mine if row.due and row.due < self._desks.followups.today())
        parts = [f"{len(ledger.mine)} yours", f"{len(ledger.theirs)} theirs"]
        parts += [f"{late} late"] if late else []
        parts += [f"{len(ledger.losing)} losing touch"] if ledger.losing else []
        return ", ".join(parts)

    def _show_story(self) -> None:
        row = self._loops.row
        # Where there is no room for it, nothing is read for it either.
        known = isinstance(row, LoopRow) and self.has_class("-wide")
        story = self._desks.followups.story(row) if known else LoopStory()  # type: ignore[arg-type]
        today, zone = self._desks.followups.today(), self._desks.zone
        self.query_one("#story", LineBox).show(
            lambda width: story_lines(row, story, width, today, zone)
        )

    def on_resize(self) -> None:
        """Read the story once it is known whether there is room for it."""
        self.call_after_refresh(self._show_story)

    @on(RowList.Moved, "#loops")
    def _moved(self) -> None:
        self._show_story()

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._fill(cursor=0)

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._loops.focus()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        row = self._loops.row
        if isinstance(row, LoopRow):
            self.post_message(to_loop(row))
        elif isinstance(row, Finished):
            self.post_message(OpenConversation(row.interview_id))

    def go_to(self, what: object) -> None:
        """Put the cursor on a loop that another screen named."""
        if not isinstance(what, OpenLoop):
            return
        with self.prevent(Input.Changed):
            self.query_one("#filter", FilterLine).value = ""
        self._fill()
        named = [isinstance(row, LoopRow) and (row.kind, row.id) == (what.kind, what.loop_id)
                 for row in self._loops.rows]  # fmt: skip
        if True in named:
            self._loops.cursor = named.index(True)
        self._loops.focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#filter").focus()

    def action_done(self) -> None:
        """Close the loop under the cursor, or take its next step."""
        from infotui.tui.afterwards.closing import close_loop, close_talk

        row = self._loops.row
        if isinstance(row, LoopRow):
            close_loop(self, self._desks, row, self.read_anew)
        elif isinstance(row, Finished):
            close_talk(self, self._desks, row, self.read_anew)

    def action_drop(self) -> None:
        """Let the loop under the cursor end in its other way."""
        from infotui.tui.afterwards.closing import drop_loop

        if isinstance(row := self._loops.row, LoopRow):
            drop_loop(self, self._desks, row, self.read_anew)

    def action_finish(self) -> None:
        """Close the latest talk of which nothing is open."""
        from infotui.tui.afterwards.closing import close_finished

        close_finished(self, self._desks, self.read_anew)

    def action_draft(self) -> None:
        """Draft a text to whom the loop is about."""
        from infotui.tui.drafting import draft_for_loop

        if isinstance(row := self._loops.row, LoopRow):
            draft_for_loop(self, self._desks, row, self.read_anew)

    def action_touch(self) -> None:
        """Log a touch with whom this loop is about (S49)."""
        from infotui.tui.afterwards.touching import log_touch

        row = self.query_one("#loops", RowList).row
        if isinstance(row, LoopRow):
            log_touch(self, self._desks, row.contact_id, self.read_anew)

    def action_tree(self) -> None:
        """Show who led to whom (M4)."""
        from infotui.tui.afterwards.referring import show_tree

        row = self.query_one("#loops", RowList).row
        show_tree(self, self._desks, row.contact_id if isinstance(row, LoopRow) else None)

    def action_openings(self) -> None:
        """Show the openings, and who may help (S52)."""
        from infotui.tui.afterwards.opening import show_openings

        show_openings(self, self._desks)

    def action_resources(self) -> None:
        """Show the resources, and who may like them (S48)."""
        from infotui.tui.afterwards.sharing import show_resources

        show_resources(self, self._desks, self.read_anew)

    def action_outcome(self) -> None:
        """Record how the search ended, or tell of it (S53)."""
        from infotui.tui.afterwards.ending import show_outcome

        show_outcome(self, self._desks, self.read_anew)
