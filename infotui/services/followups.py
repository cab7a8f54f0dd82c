"""The desk of follow-up: the open loops, whose move each is, and how each is closed (S35, M5)."""

from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from infotui.config.days_off import DaysOff
from infotui.domain.clock import Clock
from infotui.domain.errors import IllegalMoveError
from infotui.domain.introduction import advice_on
from infotui.domain.loop import (
    Finished,
    Ledger,
    LoopRow,
    LoopStory,
    SearchFigures,
    is_about,
    ledger_of,
)
from infotui.domain.moment import say_due
from infotui.domain.referral import whom_named
from infotui.domain.working_days import working_days_between
from infotui.services.closing import Closers, close_by_its_desk
from infotui.storage.store import Store
from infotui.storage.views import loops


class FollowupDesk:
    """Open loops."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        days_off: DaysOff,
        desks: Closers,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._days_off = days_off
        self._desks = desks

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
        rows = loops.open_loops(self._store.reading(), today, self._zone, ball)

        @cache
        def between(start: date, end: date) -> int:
            return working_days_between(start, end, self._days_off)

        silent: dict[int, str] = {}
        if any(row.kind == "outreach" for row in rows):
            silent = self._desks.outreach.advice_by_contact()

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
        why = self._desks.introductions.one(row.id).why if row.kind == "introduction" else ""
        begun = loops.drafts_begun(db, row.contact_id)
        drafts = tuple(draft for draft in begun if is_about(draft.kind, row.kind))
        return LoopStory(loops.behind(db, row.kind, row.id), drafts, why)

    def finished(self) -> list[Finished]:
        """Give the held talks of which nothing is open, so that each can be closed (S3)."""
        return loops.finished(self._store.reading())

    def close_talk(self, interview_id: int) -> None:
        """Close a talk of which nothing is open; it is held again as soon as something is (S3).

        Raises:
            IllegalMoveError: Something of it is open; the sentence says what.
        """
        self._desks.scheduling.move(interview_id, "closed", "nothing of it is open")

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
            BadInputError: The way or the word why must be said, or this is no way.
            IllegalMoveError: It went on in the meantime.
        """
        if not loops.stands(self._store.reading(), row.kind, row.id):
            raise IllegalMoveError("That loop is closed by now, so nothing was changed.")
        return close_by_its_desk(self._desks, row, answer, why)


def _remark(row: LoopRow, today: date, silent: str) -> str:
    """Say what is fair to do about a loop that waits for somebody else, and whom a lead may name."""
    if row.kind == "lead":
        return whom_named(row.remark, row.contact)
    if row.kind == "outreach":
        return f"{row.remark} · {silent}"
    if row.kind != "introduction" or row.ball != "introducer" or row.due is None:
        return row.remark
    reminded = bool(row.remark)  # the view says nothing else of one that was asked for
    fair = advice_on("asked", row.due, today, reminded=reminded)
    said = fair or f"wait until {say_due(row.due, today)}"
    return f"{row.remark} · {said}" if reminded else said
