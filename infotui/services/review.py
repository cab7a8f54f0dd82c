"""The desk of review: held talks, found again by a word that was said, and read whole (S1)."""

from datetime import timedelta
from typing import Final, NamedTuple

from infotui.domain.debrief import DebriefRow
from infotui.domain.interview import HAS_BEEN, InterviewRow, Marks
from infotui.domain.note import ConversationRow, FindingRow, NoteRow
from infotui.domain.opened import Heard, Opened
from infotui.domain.question import QuestionRow
from infotui.domain.timer import Segment, agreed_end, elapsed, elapsed_at_each
from infotui.services.plans import PlanDesk
from infotui.storage.store import Store
from infotui.storage.views import debriefs, interviews, logs, notes, opened, questions

_AT_ONCE: Final = 1_000  # records that are indexed before a talk is looked for; the rest by and by


class Conversation(NamedTuple):
    """A held talk, ready to be read: findings first, then the talk by question."""

    interview: InterviewRow
    why: str
    goals: tuple[str, ...]
    findings: tuple[FindingRow, ...]
    questions: tuple[QuestionRow, ...]
    notes: tuple[NoteRow, ...]
    log: tuple[Segment, ...]
    marks: Marks
    debrief: DebriefRow | None = None
    opened: tuple[Opened, ...] = ()
    heard: tuple[Heard, ...] = ()
    organization_id: int | None = None

    @property
    def open_loops(self) -> int:
        """How much of what it opened is still to be done."""
        return sum(row.open for row in self.opened)

    @property
    def asked(self) -> dict[int, timedelta]:
        """When each question was asked, by the timer, by the question's id."""
        timed = [(q.asked_at, q.id) for q in self.questions if q.asked_at is not None]
        timed.sort()
        spent = elapsed_at_each(self.log, [at for at, _ in timed]) if self.timed else ()
        return {number: length for (_, number), length in zip(timed, spent, strict=False)}

    @property
    def timed(self) -> bool:
        """Whether its clock ran; it did not in a talk that was logged afterwards (S14)."""
        return any(entry.kind == "run" for entry in self.log)

    @property
    def used(self) -> timedelta:
        """How long the talk lasted, without its pauses."""
        began, ended = self.interview.started_at, self.interview.ended_at
        if not self.timed:
            return ended - began if began is not None and ended is not None else timedelta(0)
        end = self.log[-1].at if self.log else self.interview.ended_at
        return elapsed(self.log, end) if end is not None else timedelta(0)

    @property
    def whole(self) -> timedelta:
        """How long it was from its beginning to its end, with its pauses."""
        began, ended = self.interview.started_at, self.interview.ended_at
        return ended - began if began is not None and ended is not None else self.used

    @property
    def agreed(self) -> timedelta:
        """How long it was agreed to last in the end."""
        return (
            agreed_end(self.marks, self.log, self.log[-1].at) if self.log else self.marks.decision
        )

    def notes_on(self, question_id: int | None) -> tuple[NoteRow, ...]:
        """Give the notes taken under one question, or under none."""
        return tuple(note for note in self.notes if note.question_id == question_id)


class ReviewDesk:
    """Past conversations."""

    def __init__(self, store: Store, plans: PlanDesk) -> None:
        self._store = store
        self._plans = plans

    def conversations(self, query: str = "", also: int | None = None) -> list[ConversationRow]:
        """Give the held talks, the latest first; with a query those that hold its words."""
        self._store.catch_up_index(_AT_ONCE)
        found = notes.conversations(self._store.reading(), query)
        if also is None or query.strip() or any(row.id == also for row in found):
            return found
        older = notes.as_conversation(self._store.reading(), also)
        return [*found, older] if older is not None else found

    def conversation(self, interview_id: int) -> Conversation:
        """Give one talk, whole.

        Raises:
            NotFoundError: It is not there any more.
        """
        db = self._store.reading()
        plan = self._plans.sheet(interview_id)
        return Conversation(
            interview=plan.interview,
            why=plan.why,
            goals=tuple(goal.text for goal in plan.goals),
            findings=tuple(notes.findings(db, interview_id)),
            questions=tuple(questions.of(db, interview_id)),
            notes=tuple(notes.of(db, interview_id)),
            log=logs.of(db, interview_id),
            marks=self._plans.marks_of(plan),
            debrief=debriefs.of(db, interview_id),
            opened=tuple(opened.of(db, interview_id)),
            heard=tuple(opened.heard(db, interview_id)),
            organization_id=plan.organization_id,
        )

    def others_with(self, interview_id: int) -> list[int]:
        """Give every held talk with the person of this one, this one among them, the latest first.

        Raises:
            NotFoundError: The talk is not there any more.
        """
        talk = self._plans.sheet(interview_id).interview
        met = interviews.with_contact(self._store.reading(), talk.contact_id)
        return [row.id for row in met if row.state in {*HAS_BEEN, "live"}]

    def opened(self, interview_id: int) -> list[Opened]:
        """Give what a talk opened, open or ended."""
        return opened.of(self._store.reading(), interview_id)

    def note_of(self, noun: str, record_id: int) -> int | None:
        """Give the line of a talk in which a record was caught; of a note itself."""
        return (
            record_id if noun == "note" else notes.of_record(self._store.reading(), noun, record_id)
        )
