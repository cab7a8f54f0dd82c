"""Which question is being asked: on to the next, back, over to any, aside for later (S32, S33)."""

from datetime import datetime
from typing import TYPE_CHECKING, cast, get_args

from infotui.domain.errors import IllegalMoveError
from infotui.domain.question import QuestionState, check_question_move, following
from infotui.domain.text import shorten
from infotui.domain.timer import Segment
from infotui.services.live.talk import Talk

if TYPE_CHECKING:
    from infotui.domain.records.question import Question
    from infotui.storage.shelves import Shelves

SAID = 30  # characters of a question in a sentence about it


class Asking(Talk):
    """The questions of the talk."""

    def ask(self, interview_id: int, question_id: int) -> None:
        """Make a question the one being asked; the one before stays open, or is partly answered."""
        with self._deed(interview_id, "the change of question") as shelves:
            question = shelves.questions.question(question_id)
            if question.state != "asking":
                self._leave_asking(shelves, interview_id, "planned")
                self._begin_asking(shelves, question, self._clock.now())

    def settle_and_go_on(self, interview_id: int, how: QuestionState) -> None:
        """Mark the question being asked (answered, partly, skipped) and ask the next open one."""
        with self._deed(interview_id, f"“{how}”") as shelves:
            after = self._leave_asking(shelves, interview_id, how)
            self._ask_next(shelves, interview_id, after)

    def _park_asking(self, interview_id: int) -> str:
        with self._deed(interview_id, "what was put aside") as shelves:
            asking = shelves.questions.asking(interview_id)
            if asking is None:
                raise IllegalMoveError("There is no question to put aside just now.")
            words = asking.short or asking.text
            asking.state, asking.parked_at = "planned", self._clock.now()
            shelves.flush()
            self._ask_next(shelves, interview_id, asking.position, but_not=asking.row_id)
        return shorten(words, SAID)

    def unskip(self, interview_id: int) -> str:
        """Open the question again that was skipped last.

        Returns:
            Which one, in a few words.

        Raises:
            IllegalMoveError: None was skipped.
        """
        with self._deed(interview_id, "what was opened again") as shelves:
            rows = [q for q in shelves.questions.of(interview_id) if q.state == "skipped"]
            if not rows:
                raise IllegalMoveError("No question was skipped, so there is none to open again.")
            question = max(rows, key=lambda q: (q.asked_at is not None, q.asked_at, q.position))
            check_question_move(question.state, "planned")
            question.state = "planned"
            words = question.short or question.text
        return f"{question.position} {shorten(words, SAID)}"

    def _leave_asking(self, shelves: "Shelves", interview_id: int, how: QuestionState) -> int:
        """Settle the question being asked, if one is; gives its position, or 0."""
        asking = shelves.questions.asking(interview_id)
        if asking is None:
            return 0
        became = self._as_it_stood(shelves, asking) if how == "planned" else how
        check_question_move(asking.state, became)
        asking.state = became
        if became == "planned":
            asking.asked_at = None
        shelves.flush()
        return asking.position

    def _as_it_stood(self, shelves: "Shelves", asking: "Question") -> QuestionState:
        """Tell what a question is when one goes elsewhere without settling it.

        One that was settled before was only looked at again; to another something was said, or not.
        """
        log = shelves.interviews.log(asking.interview_id)
        before = next((e.mark for e in reversed(log) if e.question_id == asking.row_id), "")
        if before in get_args(QuestionState):
            return cast(QuestionState, before)
        return "partly" if shelves.questions.notes_on(asking.row_id) else "planned"

    def _ask_next(
        self, shelves: "Shelves", interview_id: int, after: int, but_not: int | None = None
    ) -> None:
        rows = [q for q in shelves.questions.of(interview_id) if q.row_id != but_not]
        question = following(rows, after)
        now = self._clock.now()
        if question is not None:
            self._begin_asking(shelves, question, now)
        else:
            shelves.interviews.append(interview_id, Segment("asked", now))

    def _begin_asking(self, shelves: "Shelves", question: "Question", now: datetime) -> None:
        check_question_move(question.state, "asking")
        was = "" if question.state == "planned" else question.state
        question.state, question.asked_at, question.parked_at = "asking", now, None
        entry = Segment("asked", now, mark=was, question_id=question.row_id)
        shelves.interviews.append(question.interview_id, entry)
