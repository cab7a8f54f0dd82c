"""Today: the next interviews with their readiness, what is my move, what is theirs (S35)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from infotui.domain.interview import InterviewRow
from infotui.domain.leaving import say_clash, say_leaving, their_zone
from infotui.domain.loop import LoopRow
from infotui.domain.moment import say_long_day, say_there, say_until, say_when
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.services.plans import Ahead
from infotui.tui.frame import Frame
from infotui.tui.routes import (
    OpenAnybody,
    OpenLive,
    OpenPlan,
    OpenScreen,
    OpenTypingUp,
    to_loop,
)
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import BLANK, Line, Word, line
from infotui.tui.widgets.pictures import bar, figures_lines, loop_lines, losing_lines
from infotui.tui.widgets.row_list import RowList

_LOOPS = ("mine", "theirs", "losing")


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return TodayScreen(desks)


class TodayScreen(Frame):
    """The home screen."""

    MODE = "today"
    CSS_PATH = "today.tcss"
    FIRST_FOCUS = "#ahead"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "live", "live", id="today.live", tooltip="Go live with this interview"),
        Binding(
            "g",
            "log",
            "log a talk",
            id="today.log",
            tooltip="Log a talk that took place: by chance, on paper, last week",
        ),
        Binding(
            "c",
            "chance",
            "talk now",
            id="today.chance",
            tooltip="I am in a chance conversation: c, Enter, and write",
        ),
        Binding("n", "new", "new contact", id="today.new", tooltip="To Contacts, to add a person"),
        Binding("space", "done", "done", id="today.done",
                tooltip="Close this loop, or take its next step; prepare this interview"),
        Binding("x", "drop", "other way", show=False, id="today.drop",
                tooltip="Withdraw, let go, drop or waive it, with a word why; another day for it"),
        Binding("W", "draft", "write", show=False, id="today.draft",
                tooltip="Draft a text to whom this loop is about"),
        Binding("f", "finish", "close the talk", show=False, id="today.finish",
                tooltip="Close the talk of which nothing is open any more"),
        Binding("tab", "box(1)", "next box", show=False, id="today.next",
                tooltip="To the next box: interviews, your move, their move, losing touch"),
        Binding("shift+tab", "box(-1)", "box before", show=False, id="today.before"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._begun = False

    def body(self) -> Iterable[Widget]:
        """Lay out the boxes."""
        ahead = RowList[Ahead](
            self._draw_ahead,
            height=4,
            empty=(
                "No interview is planned yet.",
                "",
                "2 shows your contacts: n adds one, p plans a talk with one.",
            ),
            id="ahead",
            classes="panel",
        )
        ahead.border_title = Content("Next interviews")
        ahead.border_subtitle = Content("Enter prepares · l goes live")
        mine = self._loops("mine", "Your move", "Nothing waits for you.")
        theirs = self._loops("theirs", "Their move", "Nobody owes you anything.")
        losing = self._loops("losing", "Losing touch", "Nobody you wanted to be in touch with.")
        search = LineBox(id="search", classes="panel")
        search.border_title = Content("This search")
        yield Horizontal(
            Vertical(ahead, search, id="left"), Vertical(mine, theirs, losing, id="right"),
            id="boxes",
        )  # fmt: skip

    def _loops(self, name: str, title: str, empty: str) -> RowList[LoopRow]:
        rows = RowList[LoopRow](
            self._draw_loop, height=None, empty=(empty,), id=name, classes="panel"
        )
        rows.border_title = Content(title)
        rows.border_subtitle = Content("space closes · Enter opens")
        return rows

    def _draw_loop(self, row: LoopRow, width: int) -> Sequence[Line]:
        if row.kind == "losing touch":
            return losing_lines(row, width)
        return loop_lines(row, self._desks.followups.today(), width)

    def _draw_ahead(self, ahead: Ahead, width: int) -> Sequence[Line]:
        interview, now, zone = ahead.interview, self._desks.clock.now(), self._desks.zone
        if interview.state == "live":
            return self._draw_live(interview)
        when: tuple[Word, ...] = ((interview.state, "muted"),)
        if interview.scheduled_at is not None:
            said = say_when(interview.scheduled_at, zone, now.astimezone(zone).date())
            when = ((said, "warn"), (f"  {say_until(interview.scheduled_at, now, zone)}", ""))
        place = " · ".join(part for part in (interview.place_kind, interview.place) if part)
        total = len(ahead.checks)
        missing = [check.missing for check in ahead.checks if not check.done]
        if ahead.clash is not None:
            missing.insert(0, say_clash(ahead.clash, zone))
        lacks = (" · ".join(missing), "warn") if missing else ("prepared", "good")
        theirs, their = their_zone(interview, zone), ""
        if theirs is not None and interview.scheduled_at is not None:
            their = f"their {say_there(interview.scheduled_at, theirs, zone, named=False)}"
        leave = say_leaving(ahead.leaving, interview.scheduled_at, zone)
        return (
            line((interview.who, "strong"), "  ", (interview.organization, "muted"), right=when),
            line(
                *bar(ahead.done, total),
                (f" ready {ahead.done} of {total}", ""),
                ("  " + place, "muted"),
                right=((their, "muted"),) if their else (),
            ),
            line(lacks, right=((leave, ""),) if leave else ()),
            BLANK,
        )

    def _draw_live(self, interview: InterviewRow) -> Sequence[Line]:
        """Give the talk that is on: it goes before everything else."""
        began = interview.started_at or self._desks.clock.now()
        since = f"live since {began.astimezone(self._desks.zone):%H:%M}"
        title = line((interview.title, "strong"), right=((since, "good"),))
        return (title, line(("Enter leads back to it", "accent")), BLANK, BLANK)

    def read_anew(self) -> None:
        """Read interviews, loops and figures."""
        live = self._desks.plans.live_now()
        on = [Ahead(live, ())] if live is not None else []
        ahead = self.query_one("#ahead", RowList)
        ahead.show([*on, *self._desks.plans.ahead()])
        ledger = self._desks.followups.ledger()
        for name, rows in (
            ("#mine", ledger.mine),
            ("#theirs", ledger.theirs),
            ("#losing", ledger.losing),
        ):
            self.query_one(name, RowList).show(rows)
        self.query_one("#losing").set_class(not ledger.losing, "-nobody")
        self._say_what_is_beside()
        if complaint := self._desks.followups.complaint():
            self.notify(complaint, severity="warning", timeout=10, markup=False)
        figures = self._desks.followups.figures()
        self.query_one("#search", LineBox).show(lambda width: figures_lines(figures, width))
        talks = f"{count_of(figures.ahead, 'interview')} ahead"
        yours = len(ledger.mine) + len(ledger.losing)
        loops = f"{count_of(ledger.open, 'open loop')}, {yours} yours"
        self.headline((say_long_day(self._desks.followups.today()), "strong"),
                      (f"   {talks} · {loops}", "muted"))  # fmt: skip

        self._begin_where_something_is()

    def _begin_where_something_is(self) -> None:
        """Put the cursor into the first box that has something in it, once."""
        if self._begun:
            return
        self._begun = True
        boxes = (self.query_one(f"#{name}", RowList) for name in ("ahead", *_LOOPS))
        full = next((box for box in boxes if box.rows), None)
        if full is not None and full.id != "ahead":
            self.set_class(True, "-loops")
            full.focus()

    def on_resize(self) -> None:
        """Name what is beside once it is known whether there is room for it."""
        self.call_after_refresh(self._say_what_is_beside)

    def _say_what_is_beside(self) -> None:
        """Name the boxes that Tab leads to, where there is room for one side alone."""
        mine, theirs, losing = (
            len(self.query_one(name, RowList).rows) for name in ("#mine", "#theirs", "#losing")
        )
        beside = f"Tab: {count_of(mine, 'move')} of yours, {theirs} of theirs"
        beside += f", losing {losing}" if losing else ""
        said = beside if self.has_class("-narrow") else "Enter prepares · l goes live"
        self.query_one("#ahead").border_subtitle = Content(said)

    def on_descendant_focus(self) -> None:
        """Show the side on which the cursor is, where there is room for one side alone."""
        on_the_right = self.focused is not None and self.focused.id in _LOOPS
        self.set_class(on_the_right, "-loops")

    def action_box(self, by: int) -> None:
        """Go to the next box, or to the one before, in sight or not."""
        losing = bool(self.query_one("#losing", RowList).rows)
        names = ("ahead", *(_LOOPS if losing else _LOOPS[:-1]))  # nobody is there to walk to
        now = self.focused.id if self.focused is not None else None
        place = names.index(now) + by if now in names else 0
        name = names[place % len(names)]
        self.set_class(name != "ahead", "-loops")  # nothing out of sight can have the focus
        self.query_one(f"#{name}").focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open what was chosen: a plan, a debrief, or the talk a loop comes from."""
        row = event.rows.row
        if isinstance(row, Ahead):
            live = row.interview.state == "live"
            to = OpenLive(row.interview.id) if live else OpenPlan(row.interview.id)
            self.post_message(to)
        elif isinstance(row, LoopRow):
            self.post_message(to_loop(row))

    def action_live(self) -> None:
        """Go live with the interview under the cursor."""
        row = self.query_one("#ahead", RowList).row
        if isinstance(row, Ahead):
            self.post_message(OpenLive(row.interview.id))
        else:
            self.post_message(OpenScreen("live"))

    def action_chance(self) -> None:
        """Begin a talk that nobody planned, right now (S14)."""
        self.post_message(OpenAnybody())

    def action_log(self) -> None:
        """Log a talk that took place, then type up its notes (S14)."""
        from infotui.tui.dialogs.log_talk import log_talk  # no start waits for it

        def back(interview_id: int | None) -> None:
            if interview_id is not None:
                self.post_message(OpenTypingUp(interview_id))

        self.ask(log_talk(self._desks), back)

    def action_new(self) -> None:
        """Go where contacts are added."""
        self.post_message(OpenScreen("contacts"))

    def action_done(self) -> None:
        """Close the loop under the cursor, or take its next step; an interview is prepared."""
        rows = self.focused
        if not isinstance(rows, RowList):
            return
        if isinstance(rows.row, LoopRow):
            from infotui.tui.afterwards.closing import close_loop  # no start waits for its dialogs

            close_loop(self, self._desks, rows.row, self.read_anew)
        else:
            rows.action_choose()

    def action_drop(self) -> None:
        """Let the loop under the cursor end in its other way."""
        if (row := self._loop()) is not None:
            from infotui.tui.afterwards.closing import drop_loop

            drop_loop(self, self._desks, row, self.read_anew)

    def action_draft(self) -> None:
        """Draft a text to whom the loop under the cursor is about."""
        if (row := self._loop()) is not None:
            from infotui.tui.drafting import draft_for_loop

            draft_for_loop(self, self._desks, row, self.read_anew)

    def _loop(self) -> LoopRow | None:
        """Give the loop under the cursor; elsewhere say where the loops are."""
        rows = self.focused
        if isinstance(rows, RowList) and isinstance(rows.row, LoopRow):
            return rows.row
        self.notify("The cursor is on no loop: Tab leads to them.", markup=False)
        return None

    def action_finish(self) -> None:
        """Close the latest talk of which nothing is open."""
        from infotui.tui.afterwards.closing import close_finished

        close_finished(self, self._desks, self.read_anew)
