"""The desk of notes typed up after a talk: each line becomes a note under its question (M11)."""

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.clock import Clock
from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.domain.interview import HAS_BEEN, InterviewRow
from infotui.domain.kept import Unfinished, typed_up
from infotui.domain.question import QuestionRow, check_question_move
from infotui.domain.text import clean, count_of
from infotui.domain.typed_up import read_typed
from infotui.domain.working_days import IsOff, is_weekend
from infotui.services.catching import catch
from infotui.services.loosening import take_away
from infotui.services.plans import PlanDesk
from infotui.services.scribe import Scribe
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import loops

if TYPE_CHECKING:
    from infotui.domain.records.interview import Interview
    from infotui.domain.records.question import Question
    from infotui.storage.shelves import Shelves
    from infotui.storage.shelves.notes import Whole

_UNSETTLED = ("planned", "asking")


class TypingSheet(NamedTuple):
    """What one needs in sight to type up a talk, and the words that wait there from before."""

    interview: InterviewRow
    questions: tuple[QuestionRow, ...]
    place: Unfinished
    text: str

    @property
    def positions(self) -> frozenset[int]:
        """The numbers that lead to a question."""
        return frozenset(question.position for question in self.questions)


class _Kept(NamedTuple):
    """What one keeping changed, so that it can be taken back as a whole."""

    notes: list[int]
    settled: list[tuple[int, str]]  # questions that became answered, with what they were
    reopened: bool
    loose: (
        "Whole"  # what had no line before, and how it stood afterwards: a line may have taken it up
    )
    bound: "Whole"


class TypingUpDesk:
    """Notes that come after the talk."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        plans: PlanDesk,
        scribe: Scribe,
        undo: Undo,
        is_off: IsOff = is_weekend,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._plans = plans
        self._scribe = scribe
        self._undo = undo
        self._is_off = is_off

    def sheet(self, interview_id: int) -> TypingSheet:
        """Give the numbered plan of a talk that was held, and what was typed before and not kept.

        Raises:
            IllegalMoveError: The talk was not held yet.
            NotFoundError: It is not there any more.
        """
        interview = self._plans.sheet(interview_id).interview
        _check_held(interview.state)
        place = typed_up(interview.uuid)
        questions = tuple(self._plans.questions(interview_id))
        return TypingSheet(interview, questions, place, self._scribe.unfinished(place))

    def keep(self, interview_id: int, text: str) -> int:
        """Make notes of what was typed, each under its question, all or none (M11).

        A note is dated at the end of the talk, and what is promised in it falls due from that day
        on. A question that was planned and now has a note is answered.

        Args:
            interview_id: A talk that was held.
            text: The lines; `4 text` lands on question 4.

        Returns:
            How many notes were made.

        Raises:
            IllegalMoveError: The talk was not held yet; the words stay where they were.
        """
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            _check_held(interview.state)
            place = typed_up(interview.uuid)
            kept = self._keep(shelves, interview, text)
            shelves.forget_unfinished(place.place)
        if self._scribe.unfinished(place):
            self._scribe.forget(place)  # words that could not be stored when they were typed
        if kept.notes:
            said = f"{count_of(len(kept.notes), 'note')}, the words wait in w again"
            self._undo.remember(said, lambda: self._take_back(interview_id, kept, place, text))
        return len(kept.notes)

    def _keep(self, shelves: "Shelves", interview: "Interview", text: str) -> _Kept:
        from infotui.domain.records.note import Note

        at = interview.ended_at or interview.started_at or self._clock.now()
        by_position = {q.position: q for q in shelves.questions.of(interview.row_id)}
        day = at.astimezone(self._zone).date()
        made, settled, was = [], [], interview.state
        loose = shelves.notes.loose_values(interview.row_id)
        for position, words in read_typed(text, by_position):
            if not words:
                continue
            question = by_position[position] if position is not None else None
            question_id = question.row_id if question is not None else None
            note = Note(interview_id=interview.row_id, question_id=question_id, at=at, text=words)
            catch(shelves, shelves.notes.add(note), day, is_off=self._is_off)
            made.append(note.row_id)
            if question is not None and question.state in _UNSETTLED:
                settled.append(_answer(question))
        shelves.flush()
        bound = shelves.notes.values_now(loose)
        return _Kept(made, settled, self._reopened(shelves, interview, was), loose, bound)

    def _reopened(self, shelves: "Shelves", interview: "Interview", was: str) -> bool:
        """Open a closed talk again when something is owed of it now; tells whether it was."""
        # One connection: what this transaction added so far is seen.
        if interview.state == "closed" and loops.open_loops_of(
            self._store.reading(), interview.row_id
        ):
            shelves.interviews.hold_again(interview.row_id)
        return was == "closed" and interview.state == "held"

    def _take_back(self, interview_id: int, kept: _Kept, place: Unfinished, text: str) -> None:
        # The words first: should it end in between, they are there twice and never gone.
        if not self._scribe.unfinished(place):
            self._scribe.keep(place, clean(text))
        with self._store.writing() as shelves:
            for note_id in reversed(kept.notes):
                with suppress(NotFoundError):  # one that was emptied meanwhile is gone already
                    take_away(shelves, note_id, shelves.notes.note(note_id).text)
            shelves.notes.restore(kept.loose, kept.bound)
            for question in shelves.questions.of(interview_id):
                was = dict(kept.settled).get(question.row_id)
                if was is not None and question.state == "answered":
                    question.state = was  # type: ignore[assignment]
            ids = [question.row_id for question in shelves.questions.of(interview_id)]
            shelves.questions.reorder(interview_id, ids)
            if kept.reopened:
                interview = shelves.interviews.interview(interview_id)
                shelves.interviews.change_state(interview, "closed", "taken back")


def _answer(question: "Question") -> tuple[int, str]:
    """Settle a question that has a note now; gives what it was."""
    was = question.state
    check_question_move(was, "answered")
    question.state = "answered"
    return question.row_id, was


def _check_held(state: str) -> None:
    if state not in HAS_BEEN:
        raise IllegalMoveError(
            f"This interview is {state}, so there is nothing to type up yet. What you typed stays."
        )
