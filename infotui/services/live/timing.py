"""The clock of the talk: start, pause, marks, the half-hour courtesy, gaps of the machine's clock (S41, S42, M6)."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.hard_stop import understand_stop
from infotui.domain.interview import check_move
from infotui.domain.question import following
from infotui.domain.ticks import SET_BACK
from infotui.domain.timer import (
    Answer,
    GapAnswer,
    Mark,
    Segment,
    elapsed,
    is_running,
    open_decision,
    open_gap,
)
from infotui.services.live.asking import Asking
from infotui.services.live.talk import Standing
from infotui.services.undo import Undo
from infotui.storage.views import logs, notes

if TYPE_CHECKING:
    from infotui.domain.records.interview import Interview
    from infotui.storage.shelves import Shelves

OTHER_IS_LIVE = "Another interview is live. End it first; nothing changed."


class Timing(Asking):
    """The time of the talk."""

    def start(self, interview_id: int) -> None:
        """Start the clock, or let it go on after a pause.

        Raises:
            IllegalMoveError: It was held already, or another interview is live.
        """
        live = self._plans.sheet(interview_id).interview.state == "live"
        if not live:
            with self._store.writing() as shelves:
                self._start(shelves, shelves.interviews.interview(interview_id))
            return
        with self._deed(interview_id, "going on") as shelves:
            self._start(shelves, shelves.interviews.interview(interview_id))

    def _start(self, shelves: "Shelves", interview: "Interview") -> None:
        now = self._clock.now()
        begins = interview.state != "live"
        if begins:
            other = shelves.interviews.live()
            if other is not None:
                raise IllegalMoveError(OTHER_IS_LIVE)
            check_move(interview.state, "live")
            back = self._way_back(interview)
            shelves.interviews.change_state(interview, "live")
            interview.started_at = now
            self._fix_marks(interview)
            shelves.interviews.put_in_focus(interview.row_id)
            self._deeds = Undo()
            # Not by the key of the live screen, which is pressed blind: u takes it back elsewhere.
            self._undo.remember("the beginning of the talk; it is planned as before", back)
        if not is_running(shelves.interviews.log(interview.row_id)):
            shelves.interviews.append(interview.row_id, Segment("run", now))
        if begins and shelves.questions.asking(interview.row_id) is None:
            self._ask_first(shelves, interview.row_id, now)

    def _way_back(self, interview: "Interview") -> Callable[[], None]:
        """Give what lets a talk that was begun by mistake be planned as before; the log keeps both."""
        interview_id, was = interview.row_id, interview.state
        marks = (interview.nudge_minutes, interview.decision_minutes, interview.last_minutes)

        def take_back() -> None:
            with self._store.writing() as shelves:
                talk, log = (
                    shelves.interviews.interview(interview_id),
                    shelves.interviews.log(interview_id),
                )
                said = notes.of(self._store.reading(), interview_id)
                if talk.state != "live" or said or any(entry.kind == "shown" for entry in log):
                    raise IllegalMoveError("This talk has gone on by now, so it has begun.")
                rows = shelves.questions.of(interview_id)
                planned: Standing = {q.row_id: ("planned", None, None) for q in rows}
                begun = tuple(entry for entry in log if entry.kind != "arrived")
                self._restore(shelves, interview_id, planned, begun)
                shelves.interviews.change_state(talk, was, "taken back")
                talk.started_at = None
                talk.nudge_minutes, talk.decision_minutes, talk.last_minutes = marks

        return take_back

    def _ask_first(self, shelves: "Shelves", interview_id: int, now: datetime) -> None:
        """Ask the first question; a plan that holds the close alone, as by chance, begins with none."""
        rows = shelves.questions.of(interview_id)
        first = following([q for q in rows if q.phase != "close"], 0)
        if first is not None:
            self._begin_asking(shelves, first, now)

    def _fix_marks(self, interview: "Interview") -> None:
        """Keep the marks that hold at the start, so that later settings change no talk of before."""
        minutes = self._marks_at(interview.row_id).minutes
        interview.nudge_minutes, interview.decision_minutes, interview.last_minutes = minutes

    def pause(self, interview_id: int) -> None:
        """Stop the clock for a while; does nothing when it stands."""
        with self._deed(interview_id, "the pause") as shelves:
            if is_running(shelves.interviews.log(interview_id)):
                shelves.interviews.append(interview_id, Segment("pause", self._clock.now()))

    def arrive(self, interview_id: int) -> None:
        """Keep that I have arrived, once (S40)."""
        self._note_down(interview_id, "arrived")

    def resume_asked(self, interview_id: int) -> None:
        """Keep that they asked for my resume, once (S39)."""
        self._note_down(interview_id, "resume asked")

    def _note_down(self, interview_id: int, kind: str) -> None:
        with self._deed(interview_id, f"“{kind}”") as shelves:
            if not any(entry.kind == kind for entry in shelves.interviews.log(interview_id)):
                entry = Segment(kind, self._clock.now())  # type: ignore[arg-type]
                shelves.interviews.append(interview_id, entry)

    def show_due(self, interview_id: int) -> tuple[Mark, ...]:
        """Keep that what is due now was told, each exactly once, and give it (S41, M1)."""
        if self._store.read_only:
            return ()  # whoever writes this notebook tells it
        now = self._clock.now()
        marks = self.sheet(interview_id, with_notes=False).due(now)
        if marks:
            with self._store.writing() as shelves:
                for mark in marks:
                    shelves.interviews.append(interview_id, Segment("shown", now, mark=mark.key))
        return marks

    def notice_gap(self, interview_id: int, since: datetime) -> bool:
        """Keep that the machine slept, or its clock was set, between `since` and now.

        Returns:
            Whether it was kept; not while the clock of the talk stands.
        """
        if self._store.read_only:
            return False
        with self._store.writing() as shelves:
            if not is_running(shelves.interviews.log(interview_id)):
                return False
            gap = Segment("gap", self._clock.now(), since=since)
            shelves.interviews.append(interview_id, gap)
        return True

    def notice_set_back(self, interview_id: int) -> bool:
        """Keep that the machine's clock was set back while no program was there to see it.

        Returns:
            Whether something of the talk lies ahead of now, and no earlier gap says so.
        """
        sheet, now = self.sheet(interview_id), self._clock.now()
        known = [g.since for g in sheet.log if g.kind == "gap" and g.since and g.at < g.since]
        instants = [*(entry.at for entry in sheet.log), *(note.at for note in sheet.notes)]
        ahead = [at for at in instants if at > max([now + SET_BACK, *known])]
        return bool(ahead) and self.notice_gap(interview_id, max(ahead))

    def answer_gap(self, interview_id: int, answer: GapAnswer) -> None:
        """Keep whether the time of the open gap counts; does nothing when none is open."""
        with self._deed(interview_id, f"“{answer}”") as shelves:
            gap = open_gap(shelves.interviews.log(interview_id))
            if gap is not None:
                reply = Segment("gap", self._clock.now(), answer=answer, since=gap.since)
                shelves.interviews.append(interview_id, reply)

    def decide(
        self, interview_id: int, answer: Answer, minutes: int = 0, stop_at: str = ""
    ) -> datetime | None:
        """Keep the answer at a mark, or one given unasked (S42, M6).

        Args:
            interview_id: Which interview.
            answer: Wrap up, go on, or hard stop.
            minutes: How much longer, for "go on".
            stop_at: When they must leave: `15:40`, `25` minutes in all, `+10` from now.

        Returns:
            The instant of a hard stop.

        Raises:
            BadInputError: The hard stop is no time, or lies before now.
        """
        now = self._clock.now()
        marks, log = self._marks_at(interview_id), logs.of(self._store.reading(), interview_id)
        stop = None
        if answer == "hard stop":
            stop = understand_stop(stop_at, now, elapsed(log, now), self._zone)
        if answer == "go on" and not 0 < minutes <= 120:
            raise BadInputError("when", "They go on for 1 to 120 minutes.")
        mark = open_decision(marks, log, now)
        with self._deed(interview_id, f"“{answer}”") as shelves:
            key = mark.key if mark else ""
            decision = Segment("decision", now, key, answer, minutes, stop)
            shelves.interviews.append(interview_id, decision)
        return stop
