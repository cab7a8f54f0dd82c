"""What the live screen shows besides the time, as one value; what it means at a moment it derives."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from infotui.domain.budget import Budget, budget
from infotui.domain.interview import InterviewRow, Marks
from infotui.domain.note import NoteRow
from infotui.domain.question import QuestionRow, following
from infotui.domain.timer import ZERO, Mark, Reading, Segment, read, spent_on, spoken


class Moment(NamedTuple):
    """A live interview at one instant: the timer, what still fits, what is to be told."""

    now: datetime
    reading: Reading
    budget: Budget
    due: tuple[Mark, ...]


class LiveSheet(NamedTuple):
    """A live interview; read again only after something was done."""

    interview: InterviewRow
    marks: Marks
    log: tuple[Segment, ...]
    questions: tuple[QuestionRow, ...]
    notes: tuple[NoteRow, ...]
    estimates: Mapping[int, timedelta]
    opening: str = ""
    close: str = ""

    @property
    def asking(self) -> QuestionRow | None:
        """The question that is being asked."""
        return next((q for q in self.questions if q.state == "asking"), None)

    @property
    def following(self) -> QuestionRow | None:
        """The question that comes next."""
        asking = self.asking
        return following(self.questions, asking.position if asking else 0)

    def at(self, now: datetime) -> Reading:
        """What the timer says at `now`."""
        return read(self.marks, self.log, now)

    def budget(self, now: datetime) -> Budget:
        """What still fits at `now` (M1)."""
        return self.moment(now).budget

    def due(self, now: datetime) -> tuple[Mark, ...]:
        """What is to be told at `now` and was not: marks of time, and a must that no longer fits."""
        return self.moment(now).due

    def moment(self, now: datetime) -> "Moment":
        """Everything that the screen says of `now`, reckoned once."""
        reading = self.at(now)
        fits = budget(self.questions, self.estimates, spent_on(self.log, now), reading.left)
        must = self._must_mark(reading, fits)
        timed = self._due_either_way(reading, now)
        due = timed if must is None else (*timed, must)
        return Moment(now, reading, fits, due)

    def _due_either_way(self, reading: Reading, now: datetime) -> tuple[Mark, ...]:
        """The marks of time that are due; while a gap is open, those that are due without it as well.

        A mark that is told within a gap which is then left out would be missing in its own minute.
        """
        if reading.open_gap is None:
            return reading.due
        without = reading.open_gap._replace(answer="left out")
        return read(self.marks, (*self.log, without), now).due

    def _must_mark(self, reading: Reading, fits: Budget) -> Mark | None:
        if (
            not fits.musts_left_out
            or reading.open_gap is not None
            or not reading.running
            or reading.wrapping_up
            or reading.left <= ZERO
        ):
            return None
        # A hard stop is one end, however much of the talk's time a pause takes from it.
        stop = reading.hard_stop
        key = f"must {spoken(reading.agreed)}" if stop is None else f"must {stop:%Y-%m-%dT%H:%M}"
        if any(entry.kind == "shown" and entry.mark == key for entry in self.log):
            return None
        return Mark(key, "must", reading.elapsed)
