"""What all sides of the live desk share: the notebook, the clock, and taking back what was done."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from infotui.domain.budget import estimate
from infotui.domain.clock import Clock
from infotui.domain.errors import IllegalMoveError
from infotui.domain.interview import HAS_BEEN, Marks
from infotui.domain.question import OPEN, QuestionRow
from infotui.domain.timer import Segment
from infotui.domain.working_days import IsOff, is_weekend
from infotui.services.contacts import ContactDesk
from infotui.services.live.sheet import LiveSheet
from infotui.services.plans import PlanDesk
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import logs, notes, questions

if TYPE_CHECKING:
    from infotui.storage.shelves import Shelves

# How each question stood before something was done: its state, when it was asked, when parked.
Standing = dict[int, tuple[str, datetime | None, datetime | None]]


class Talk:
    """One notebook's live interview."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        plans: PlanDesk,
        contacts: ContactDesk,
        undo: Undo,
        is_off: IsOff = is_weekend,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._plans = plans
        self._contacts = contacts
        self._undo = undo
        self._is_off = is_off
        self._deeds = Undo()  # of the talk alone: a key pressed blind must not undo other work

    def now(self) -> datetime:
        """The instant, for the screen's one tick."""
        return self._clock.now()

    def sheet(self, interview_id: int, *, with_notes: bool = True) -> LiveSheet:
        """Give what the live screen shows; without its notes where only the time is looked at."""
        db = self._store.reading()
        plan = self._plans.sheet(interview_id)
        rows = tuple(questions.of(db, interview_id))
        return LiveSheet(
            interview=plan.interview,
            marks=self._plans.marks_of(plan),
            log=logs.of(db, interview_id),
            questions=rows,
            notes=tuple(notes.of(db, interview_id)) if with_notes else (),
            estimates={q.id: self.estimate(q) for q in rows if q.state in OPEN},
            opening=plan.opening,
            close=plan.close,
        )

    def estimate(self, question: QuestionRow) -> timedelta:
        """Tell how long a question will take, by the person's own history (M1)."""
        accepted = question.estimate_seconds
        if accepted is not None:
            return estimate(question.importance, accepted=timedelta(seconds=accepted))
        earlier = questions.earlier_times(self._store.reading(), question.bank_id)
        lengths = [timedelta(seconds=seconds) for seconds in earlier]
        return estimate(question.importance, lengths)

    def take_back(self) -> str:
        """Take back the last thing that was done in the talk; nothing outside of it.

        Returns:
            What was taken back; empty when there is nothing.
        """
        return self._deeds.take_back()

    @contextmanager
    def _deed(self, interview_id: int, what: str) -> "Iterator[Shelves]":
        """One thing done to the questions or to the log, in one transaction, that can be taken back."""
        with self._store.writing() as shelves:
            if shelves.interviews.interview(interview_id).state in HAS_BEEN:
                raise IllegalMoveError("This talk has ended, so nothing of it changes by this.")
            before = self._standing(shelves, interview_id)
            yield shelves
            shelves.flush()
            log = tuple(shelves.interviews.appended)
            changed = before != self._standing(shelves, interview_id)
        if log or changed:
            self._deeds.remember(what, lambda: self._put_back(interview_id, before, log))

    def _standing(self, shelves: "Shelves", interview_id: int) -> Standing:
        rows = shelves.questions.of(interview_id)
        return {q.row_id: (q.state, q.asked_at, q.parked_at) for q in rows}

    def _put_back(self, interview_id: int, before: Standing, log: tuple[Segment, ...]) -> None:
        with self._store.writing() as shelves:
            self._restore(shelves, interview_id, before, log)

    def _restore(
        self, shelves: "Shelves", interview_id: int, before: Standing, log: tuple[Segment, ...]
    ) -> None:
        """Let the questions stand as before, and say in the log what no longer counts."""
        known = [q for q in shelves.questions.of(interview_id) if q.row_id in before]
        for question in known:
            # Two steps, because no two questions may ever be asked at once.
            question.state = "planned"
        shelves.flush()
        for question in known:
            question.state, question.asked_at, question.parked_at = before[question.row_id]  # type: ignore[assignment]
        for entry in reversed(log):
            undone = Segment("taken back", self._clock.now(), mark=entry.kind, since=entry.at)
            shelves.interviews.append(interview_id, undone)

    def _marks_at(self, interview_id: int) -> Marks:
        return self._plans.marks_of(self._plans.sheet(interview_id))
