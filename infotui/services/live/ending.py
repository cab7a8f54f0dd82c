"""The end of a talk: its log is closed, no word is left behind, and what is owed is opened (S10, S46)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.interview import check_move, check_span
from infotui.domain.kept import live_line
from infotui.domain.moment import understand_clock
from infotui.domain.timer import Segment, spent_on
from infotui.services.live.noting import Noting
from infotui.services.owing import owe
from infotui.services.undo import Undo
from infotui.storage.views import interviews, logs, notes

if TYPE_CHECKING:
    from infotui.domain.records.interview import Interview
    from infotui.storage.shelves import Shelves


class Ending(Noting):
    """The end of the talk."""

    def end(self, interview_id: int, at: datetime | None = None) -> None:
        """End the interview: its log is closed, thanks and a debrief are owed for tomorrow (S10, S46).

        A line that was typed and not kept yet becomes its last note.

        Args:
            interview_id: Which interview.
            at: When it ended; now if not given.

        Raises:
            BadInputError: The end lies before the start, or ahead of now.
            IllegalMoveError: It is not live.
        """
        now = self._clock.now()
        if at is not None and at > now:
            raise BadInputError("end", "That end lies ahead of now. Give a time that has passed.")
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            if interview.state != "live":
                raise IllegalMoveError("This interview is not live, so there is nothing to end.")
            check_move(interview.state, "held")
            began = interview.started_at or now
            # Without a time that a person gave, a clock that was set back must not keep the talk open.
            ended = at or max(now, began)
            check_span(began, ended)
            self._close(shelves, interview, ended, at or now)
            day = ended.astimezone(self._zone).date()
            owe(shelves, interview_id, day, is_off=self._is_off)
        self._deeds = Undo()

    def _close(
        self, shelves: "Shelves", interview: "Interview", ended: datetime, by_the_clock: datetime
    ) -> None:
        self._keep_half_typed(shelves, interview, ended)
        self._leave_asking(shelves, interview.row_id, "planned")
        shelves.interviews.append(interview.row_id, Segment("end", by_the_clock))
        spent = spent_on(shelves.interviews.log(interview.row_id), by_the_clock)
        for question in shelves.questions.of(interview.row_id):
            length = spent.get(question.row_id)
            question.spent_seconds = None if length is None else int(length.total_seconds())
            if question.state == "planned" and shelves.questions.notes_on(question.row_id):
                question.state = "partly"  # put aside or opened again, but something was said to it
        shelves.interviews.change_state(interview, "held")
        interview.ended_at = ended
        shelves.forget_unfinished(live_line(interview.uuid).place)

    def last_sign_of_life(self, interview_id: int) -> datetime:
        """Give when something was last written down in a live interview."""
        db = self._store.reading()
        # What the program noted by itself, at a restart even, is no sign of anybody's life.
        mine = [e for e in logs.of(db, interview_id) if e.kind != "shown"]
        moments = [e.at for e in mine if e.kind != "gap" or e.answer is not None]
        moments += [note.at for note in notes.of(db, interview_id)]
        row = interviews.one(db, interview_id)
        typed = self._store.unfinished_since(live_line(row.uuid)) if row else None
        moments += [typed] if typed else []
        now = self._clock.now()
        return min(now, max(moments, default=now))

    def end_when_last_alive(self, interview_id: int) -> None:
        """End the interview when something was last written; now, where the clock was set back since."""
        began = self._plans.sheet(interview_id).interview.started_at or self._clock.now()
        last = self.last_sign_of_life(interview_id)
        self.end(interview_id, last if began <= last < self._clock.now() else None)

    def end_at(self, interview_id: int, text: str) -> None:
        """End the interview at a time of day of the day it began on (`15:40`).

        Raises:
            BadInputError: It is no time, lies before the start, or ahead of now; `field` is `end`.
        """
        now = self._clock.now()
        began = self._plans.sheet(interview_id).interview.started_at or now
        try:
            ended = understand_clock(text, began, self._zone)
            if ended < began and ended + timedelta(days=1) <= now:
                ended = understand_clock(
                    text, began + timedelta(days=1), self._zone
                )  # past midnight
        except BadInputError as bad:
            raise BadInputError("end", bad.sentence) from bad
        self.end(interview_id, ended)
