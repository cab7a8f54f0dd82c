"""The desk of follow-up: the open loops, whose move each is, and how each is closed (S35, M5)."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from infotui.config.days_off import DaysOff
from infotui.domain.clock import Clock
from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.introduction import advice_on, next_step
from infotui.domain.loop import (
    DONE_WORD,
    Finished,
    Ledger,
    LoopRow,
    LoopStory,
    SearchFigures,
    ledger_of,
    way_meant,
)
from infotui.domain.moment import say_due
from infotui.domain.text import clean_line, shorten
from infotui.domain.working_days import add_working_days, working_days_between
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import loops

if TYPE_CHECKING:
    from infotui.services.introductions import IntroductionDesk
    from infotui.services.outreach import OutreachDesk
    from infotui.services.scheduling import SchedulingDesk


class FollowupDesk:
    """Open loops."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        days_off: DaysOff,
        introductions: "Callable[[], IntroductionDesk]",
        outreach: "Callable[[], OutreachDesk]",
        scheduling: "Callable[[], SchedulingDesk]",
        undo: Undo,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._days_off = days_off
        self._introductions = introductions
        self._outreach = outreach
        self._scheduling = scheduling
        self._undo = undo

    def today(self) -> date:
        """The day it is here."""
        return self._clock.now().astimezone(self._zone).date()

    def ledger(self, needle: str = "") -> Ledger:
        """Give every open loop by whose move it is, of those that have the typed words (S2, S35, M5)."""
        return ledger_of(self.open_loops(), needle)

    def losing(self) -> list[LoopRow]:
        """Give those with whom touch is being lost, the longest due first (S49)."""
        return list(self.ledger().losing)

    def open_loops(self, ball: str = "", needle: str = "") -> list[LoopRow]:
        """Give the open loops, the most urgent first: all, those of `me`, or those of others (`them`).

        Each says since how many working days it stands, in how many it is due, and what is fair to do
        about it. With `needle` those alone that have its words.
        """
        today = self.today()
        rows = loops.open_loops(self._store.reading(), today, ball)

        @cache
        def between(start: date, end: date) -> int:
            return working_days_between(start, end, self._days_off)

        silent: dict[int, str] = {}
        if any(row.kind == "outreach" for row in rows):
            silent = self._outreach().advice_by_contact()

        def reckoned(row: LoopRow) -> LoopRow:
            since, due = row.since.astimezone(self._zone).date(), row.due
            return row._replace(
                waited=between(since, today),
                days=max(0, (today - since).days),
                due_in=None if due is None else between(today, due) - between(due, today),
                remark=_remark(row, today, silent.get(row.contact_id, "")),
            )

        found = [reckoned(row) for row in rows]
        if not needle.strip():
            return found
        kept = ledger_of(found, needle)
        known = {*kept.mine, *kept.theirs, *kept.losing}
        return [row for row in found if row in known]

    def story(self, row: LoopRow) -> LoopStory:
        """Give where a loop comes from, and what was begun towards its end."""
        db = self._store.reading()
        why = self._introductions().one(row.id).why if row.kind == "introduction" else ""
        return LoopStory(
            loops.behind(db, row.kind, row.id), loops.drafts_begun(db, row.contact_id), why
        )

    def finished(self) -> list[Finished]:
        """Give the held talks of which nothing is open, so that each can be closed (S3)."""
        return loops.finished(self._store.reading())

    def close_talk(self, interview_id: int) -> None:
        """Close a talk of which nothing is open; it is held again as soon as something is (S3).

        Raises:
            IllegalMoveError: Something of it is open; the sentence says what.
        """
        self._scheduling().move(interview_id, "closed", "nothing of it is open")

    def complaint(self) -> str:
        """Give a sentence on a country whose days off are not known, once; else nothing."""
        return self._days_off.complaint()

    def figures(self) -> SearchFigures:
        """Give the figures of the whole search."""
        return loops.figures(self._store.reading())

    def done(self, row: LoopRow, answer: str = "", why: str = "") -> str:
        """Close a loop in its one way, which is kept with its day; it can be taken back (M5).

        Args:
            row: The loop.
            answer: How it ends, where that is not the way it was meant: withdrawn, let go, not
                pursuing, waived; what came back, where an answer is waited for; what kind of touch,
                or `off`; what kind of place. Empty closes it well, or takes an introduction's next step.
            why: A word why, or what was said.

        Returns:
            The word for what it now is: sent, kept, received, followed, asked, answered.

        Raises:
            BadInputError: The way must be said, or this is none.
            IllegalMoveError: It went on in the meantime.
        """
        if not loops.stands(self._store.reading(), row.kind, row.id):
            raise IllegalMoveError("That loop is closed by now, so nothing was changed.")
        if row.kind == "introduction":
            desk = self._introductions()
            step = answer or next_step(desk.one(row.id).state) or DONE_WORD[row.kind]
            return desk.move(row.id, step, why)
        if row.kind == "outreach":
            self._outreach().answer(row.id, answer)
            return DONE_WORD[row.kind]
        if row.kind == "place":
            return self._settle_place(row, answer)
        from infotui.services.closing import settle

        way, reason = way_meant(row.kind, answer), clean_line(why)
        with self._store.recorded() as (shelves, done):
            settle(shelves, row, way, reason, self._next_day())
        what = f"“{shorten(row.text, 40)}” {way}"
        self._undo.remember(what, lambda: self._store.turn_back(done))
        return way

    def _settle_place(self, row: LoopRow, kind: str) -> str:
        if not kind:
            raise BadInputError("answer", "Say what kind of place it is.")
        self._scheduling().set_place_kind(row.id, kind)
        return DONE_WORD[row.kind]

    def _next_day(self) -> date:
        try:
            return add_working_days(self.today(), 1, self._days_off)
        except ValueError:  # a calendar in which everything is off
            return self.today() + timedelta(days=1)


def _remark(row: LoopRow, today: date, silent: str) -> str:
    """Say what is fair to do about a loop that waits for somebody else."""
    if row.kind == "outreach":
        return f"{row.remark} · {silent}"
    if row.kind != "introduction" or row.ball != "introducer" or row.due is None:
        return row.remark
    reminded = bool(row.remark)  # the view says nothing else of one that was asked for
    fair = advice_on("asked", row.due, today, reminded=reminded)
    said = fair or f"wait until {say_due(row.due, today)}"
    return f"{row.remark} · {said}" if reminded else said
