"""The desk of plans: what an interview is for, its texts and questions, how ready it is."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.blanks import blanks_in
from infotui.domain.clock import Clock
from infotui.domain.contact import optional_line
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.goal import GOAL_KINDS, GOAL_WORDS
from infotui.domain.interview import BEFORE_LIVE, GoalRow, InterviewRow, Marks, PlanSheet
from infotui.domain.leaving import Clash, Leaving, Usual, clashes, leaving_for
from infotui.domain.question import QuestionRow
from infotui.domain.readiness import Check, Prepared, checks
from infotui.domain.text import clean, fold
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import interviews, questions

if TYPE_CHECKING:
    from infotui.domain.bank import Bank, BankQuestion
    from infotui.services.scheduling import SchedulingDesk

REFERRAL = "who-else"


class Ahead(NamedTuple):
    """An interview to come, and how ready it is."""

    interview: InterviewRow
    checks: tuple[Check, ...]
    leaving: Leaving | None = None
    clash: Clash | None = None  # another one that comes too near

    @property
    def done(self) -> int:
        """How many of the checks hold."""
        return sum(check.done for check in self.checks)


class PlanDesk:
    """Interviews before they are held."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        settings: Settings,
        bank: "Callable[[], Bank]",
        undo: Undo,
        scheduling: "Callable[[], SchedulingDesk]",
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._settings = settings
        self._bank = bank
        self._undo = undo
        self._scheduling = scheduling
        self._looked_at: int | None = None  # in focus here, while another program writes

    def ahead(self) -> list[Ahead]:
        """Give the interviews to come, each with its readiness."""
        rows = interviews.ahead(self._store.reading())
        return [self._ahead(row, rows) for row in rows]

    def _ahead(self, row: InterviewRow, others: Sequence[InterviewRow]) -> Ahead:
        usual = Usual(self._settings.margin, self._settings.decision)
        near = [clash for clash in clashes(row, others, usual, self._zone) if clash.near]
        leaving = leaving_for(row, usual.margin)
        return Ahead(row, self.readiness(row.id), leaving, near[0] if near else None)

    def live_now(self) -> InterviewRow | None:
        """Give the interview that is live, if one is."""
        return interviews.live(self._store.reading())

    def in_focus(self) -> InterviewRow | None:
        """Give the interview that the middle screens open on."""
        if self._store.read_only and self._looked_at is not None:
            return interviews.one(self._store.reading(), self._looked_at)
        return interviews.in_focus(self._store.reading())

    def sheet(self, interview_id: int) -> PlanSheet:
        """Give everything prepared for an interview.

        Raises:
            NotFoundError: It is not there any more.
        """
        sheet = interviews.plan(self._store.reading(), interview_id)
        if sheet is None:
            raise NotFoundError("That interview is no longer in the notebook.")
        return sheet

    def questions(self, interview_id: int) -> list[QuestionRow]:
        """Give the questions of an interview, in order."""
        return questions.of(self._store.reading(), interview_id)

    def readiness(self, interview_id: int) -> tuple[Check, ...]:
        """Give the seven checks of an interview."""
        sheet = self.sheet(interview_id)
        planned = [
            q
            for q in self.questions(interview_id)
            if q.origin in {"bank", "own", "research"} and q.text.strip()
        ]
        return checks(
            Prepared(
                goals=sum(1 for goal in sheet.goals if goal.text.strip()),
                why=sheet.why,
                person_notes=sheet.person_notes,
                organization_notes=sheet.organization_notes,
                has_organization=sheet.organization_id is not None,
                questions=len(planned),
                raw_questions=sum(1 for q in planned if q.tailoring == "raw"),
                place_kind=sheet.interview.place_kind,
                place=sheet.interview.place,
                scheduled=sheet.interview.scheduled_at is not None,
                near=self._is_near(sheet.interview.scheduled_at),
                opening=sheet.opening,
                day_sheet_done=sheet.day_sheet_done,
            )
        )

    def _is_near(self, at: datetime | None) -> bool:
        """Whether it is the day before an instant, or later, on my wall (S37)."""
        if at is None:
            return False
        now = self._clock.now().astimezone(self._zone).date()
        return at.astimezone(self._zone).date() - now <= timedelta(days=1)

    def plan_with(self, contact_id: int, *, at_once: bool = False) -> int:
        """Begin an interview with a contact and put it in focus.

        Its plan begins with the question for further people, in the close (S45).

        Args:
            contact_id: With whom.
            at_once: The talk is about to begin, so that question must be one to read aloud.

        Returns:
            The interview's id.
        """
        from infotui.domain.records.contact import Contact
        from infotui.domain.records.interview import Interview
        from infotui.services.picking import copy_of, values_for

        before = interviews.in_focus(self._store.reading())
        with self._store.writing() as shelves:
            contact = shelves.contacts.get(Contact, contact_id)
            interview = shelves.interviews.add(
                Interview(
                    contact_id=contact_id,
                    organization_id=contact.organization_id,
                    field=contact.field or self._settings.field,
                    words=fold(contact.field or self._settings.field),
                    zone=self._zone.key,
                )
            )
            referral = self._bank().find(REFERRAL)
            if referral is not None:
                values = values_for(self._store, interview.row_id, self._settings)
                wording = _readable(referral, values) if at_once else ""
                question = copy_of(referral, interview.row_id, values, wording)
                question.importance = "must"
                question.position = 1
                shelves.questions.add(question)
            shelves.interviews.put_in_focus(interview.row_id)
            interview_id = interview.row_id
        self._undo.remember("the new plan", lambda: self._unplan(interview_id, before))
        return interview_id

    def _unplan(self, interview_id: int, before: InterviewRow | None) -> None:
        """Take an interview away that is no more than an idea; the one before is in focus again."""
        from infotui.domain.records.interview import Interview

        with self._store.writing() as shelves:
            state = shelves.interviews.interview(interview_id).state
            if state != "idea":
                raise IllegalMoveError(
                    f"This interview is {state} by now; x on Prepare gives it up."
                )
            shelves.interviews.remove(Interview, interview_id)
        db = self._store.reading()
        if before is None or interviews.in_focus(db) is not None:
            return
        if interviews.one(db, before.id) is not None:
            self._store.remember_focus(before.id)

    def focus(self, interview_id: int | None) -> None:
        """Put an interview in focus, remembered for the next start."""
        if self._store.read_only:
            self._looked_at = interview_id
        elif (now := self.in_focus()) is None or now.id != interview_id:
            self._store.remember_focus(interview_id)

    def is_past(self, interview_id: int) -> bool:
        """Tell whether an interview was held, or is given up: one that can only be looked at.

        Raises:
            NotFoundError: It is not there any more.
        """
        return self.sheet(interview_id).interview.state not in {*BEFORE_LIVE, "live"}

    def marks_of(self, sheet: PlanSheet) -> Marks:
        """Give the marks that hold for an interview: its own, else those of the settings."""
        return Marks.of_minutes(
            sheet.nudge_minutes or self._settings.nudge,
            sheet.decision_minutes or self._settings.decision,
            sheet.last_minutes or self._settings.last,
        )

    def set_field(self, interview_id: int, field: str) -> None:
        """Set which field of work a talk is about; it can be taken back (S2).

        Raises:
            BadInputError: It is longer than a line can be; nothing was changed.
        """
        words = optional_line("field", field)
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            was, interview.field = interview.field, words
            interview.words = fold(words)
        if was != words:
            self._undo.remember("the field", lambda: self.set_field(interview_id, was))

    def add_goal(self, interview_id: int, kind: str, text: str = "") -> int:
        """Add a goal of one of the six kinds, or an own one (S17).

        Returns:
            The goal's id; its words may follow as they are typed.
        """
        if kind not in GOAL_KINDS:
            raise BadInputError("goal", f"“{kind}” is no kind of goal.")
        from infotui.domain.records.interview import Goal

        words = clean(text) or ("" if kind == "own" else GOAL_WORDS[kind])
        with self._store.writing() as shelves:
            position = len(shelves.interviews.goals(interview_id)) + 1
            goal = Goal(interview_id=interview_id, kind=kind, text=words, position=position)  # type: ignore[arg-type]
            goal_id = shelves.interviews.add(goal).row_id

        def take_back() -> None:
            now = {goal.id: goal.text for goal in self._goals_beside(goal_id)}
            if now.get(goal_id, words) != words:
                raise IllegalMoveError("That goal has words of yours by now; d takes it away.")
            self._take_goal(goal_id)

        if words:  # one without words yet goes by itself when it stays so
            self._undo.remember("the new goal", take_back)
        return goal_id

    def drop_goal_if_empty(self, goal_id: int) -> None:
        """Remove a goal that was left without words."""
        goals = {goal.id: goal.text for goal in self._goals_beside(goal_id)}
        if goal_id in goals and not goals[goal_id].strip():
            self._take_goal(goal_id)

    def _goals_beside(self, goal_id: int) -> tuple[GoalRow, ...]:
        interview_id = interviews.of_goal(self._store.reading(), goal_id)
        return () if interview_id is None else self.sheet(interview_id).goals

    def _take_goal(self, goal_id: int) -> dict[str, object]:
        from infotui.domain.records.interview import Goal

        with self._store.writing() as shelves:
            return shelves.interviews.remove(Goal, goal_id)

    def remove_goal(self, goal_id: int) -> None:
        """Remove a goal; it can be taken back."""
        from infotui.domain.records.interview import Goal

        values = self._take_goal(goal_id)

        def put_back() -> None:
            with self._store.writing() as shelves:
                shelves.interviews.put_back(Goal, values)

        self._undo.remember("the removal of a goal", put_back)


def _readable(entry: "BankQuestion", values: dict[str, str]) -> str:
    """Choose the wording that can be read aloud: one whose blanks are all known, if there is one."""
    wordings = (entry.text, *entry.alternates)
    known = [text for text in wordings if all(blank in values for blank in blanks_in(text))]
    return known[0] if known else entry.text
