"""The desk of follow-up: the open loops, whose move each is, and how each is closed (S35, M5)."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from infotui.config.days_off import DaysOff
from infotui.domain.clock import Clock
from infotui.domain.introduction import advice_on, next_step
from infotui.domain.loop import DONE_WORD, LoopRow, SearchFigures
from infotui.domain.moment import say_due
from infotui.domain.text import shorten
from infotui.domain.working_days import working_days_between
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import loops

if TYPE_CHECKING:
    from infotui.services.introductions import IntroductionDesk
    from infotui.services.outreach import OutreachDesk


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
        undo: Undo,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._days_off = days_off
        self._introductions = introductions
        self._outreach = outreach
        self._undo = undo

    def today(self) -> date:
        """The day it is here."""
        return self._clock.now().astimezone(self._zone).date()

    def open_loops(self, ball: str = "") -> list[LoopRow]:
        """Give the open loops, the most urgent first: all, those of `me`, or those of others (`them`).

        Each says since how many working days it stands, and what is fair to do about it.
        """
        rows = loops.open_loops(self._store.reading(), self.today(), ball)
        today = self.today()

        @cache
        def waited(since: date) -> int:
            return working_days_between(since, today, self._days_off)

        silent: dict[int, str] = {}
        if any(row.kind == "outreach" for row in rows):
            silent = self._outreach().advice_by_contact()
        return [
            row._replace(
                waited=waited(row.since.astimezone(self._zone).date()),
                remark=_remark(row, today, silent.get(row.contact_id, "")),
            )
            for row in rows
        ]

    def complaint(self) -> str:
        """Give a sentence on a country whose days off are not known, once; else nothing."""
        return self._days_off.complaint()

    def figures(self) -> SearchFigures:
        """Give the figures of the whole search."""
        return loops.figures(self._store.reading())

    def done(self, row: LoopRow, answer: str = "") -> str:
        """Close a loop in its own way, or take an introduction's next step; it can be taken back.

        Args:
            row: The loop.
            answer: What came back, where the loop waits for an answer: yes, no, later, none.

        Returns:
            The word for what it now is: sent, kept, received, followed, asked, answered.

        Raises:
            BadInputError: An answer is waited for, and this is none.
            IllegalMoveError: It went on in the meantime.
        """
        if row.kind == "introduction":
            desk = self._introductions()
            return desk.move(row.id, next_step(desk.one(row.id).state) or DONE_WORD[row.kind])
        if row.kind == "outreach":
            self._outreach().answer(row.id, answer)
            return DONE_WORD[row.kind]
        with self._store.writing() as shelves:
            record = shelves.followups.owed(row.kind, row.id)
            was, settled = record.state, record.settled_at
            record.state, record.settled_at = DONE_WORD[row.kind], shelves.now
        what = f"“{shorten(row.text, 40)}” {DONE_WORD[row.kind]}"

        def take_back() -> None:
            with self._store.writing() as shelves:
                record = shelves.followups.owed(row.kind, row.id)
                record.state, record.settled_at = was, settled

        self._undo.remember(what, take_back)
        return DONE_WORD[row.kind]


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
