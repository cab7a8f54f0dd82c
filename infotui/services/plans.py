"""The desk of plans: what an interview is for, when and where, how ready it is."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.blanks import blanks_in
from infotui.domain.clock import Clock
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.goal import GOAL_KINDS, GOAL_WORDS
from infotui.domain.interview import (
    BEFORE_LIVE,
    HAS_BEEN,
    PLACE_KINDS,
    GoalRow,
    InterviewRow,
    Marks,
    PlanSheet,
    check_mark,
    check_move,
)
from infotui.domain.moment import understand_when
from infotui.domain.question import QuestionRow
from infotui.domain.readiness import Check, Prepared, checks
from infotui.domain.text import clean, clean_line, fold
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import interviews, questions

if TYPE_CHECKING:
    from infotui.domain.bank import Bank, BankQuestion
    from infotui.domain.records.interview import Interview

REFERRAL = "who-else"


class Ahead(NamedTuple):
    """An interview to come, and how ready it is."""

    interview: InterviewRow
    checks: tuple[Check, ...]

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
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._settings = settings
        self._bank = bank
        self._undo = undo
        self._looked_at: int | None = None  # in focus here, while another program writes

    def ahead(self) -> list[Ahead]:
        """Give the interviews to come, each with its readiness."""
        rows = interviews.ahead(self._store.reading())
        return [Ahead(row, self.readiness(row.id)) for row in rows]

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
                opening=sheet.opening,
                day_sheet_done=sheet.day_sheet_done,
            )
        )

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
        self._undo.remember("the new plan", lambda: self._unplan(interview_id))
        return interview_id

    def _unplan(self, interview_id: int) -> None:
        """Take an interview away that is no more than an idea."""
        from infotui.domain.records.interview import Interview

        with self._store.writing() as shelves:
            state = shelves.interviews.interview(interview_id).state
            if state != "idea":
                raise IllegalMoveError(
                    f"This interview is {state} by now; x on Prepare gives it up."
                )
            shelves.interviews.remove(Interview, interview_id)

    def focus(self, interview_id: int | None) -> None:
        """Put an interview in focus, remembered for the next start."""
        if self._store.read_only:
            self._looked_at = interview_id
        elif (now := self.in_focus()) is None or now.id != interview_id:
            self._store.remember_focus(interview_id)

    def set_time(self, interview_id: int, text: str) -> datetime | None:
        """Set when it takes place, in a person's words; an empty text takes the time away.

        Returns:
            The instant that was understood; None when the time was taken away.

        Raises:
            BadInputError: No time can be meant, or it is past; nothing was changed.
        """
        if not clean_line(text):
            self._reschedule(interview_id, None)
            return None
        when = understand_when(text, self._clock.now(), self._zone)
        if when < self._clock.now():
            raise BadInputError(
                "when", "That time is past. Give one to come; nothing was changed yet."
            )
        self._reschedule(interview_id, when)
        return when

    def schedule(self, interview_id: int, when: datetime) -> None:
        """Set when it takes place."""
        self._reschedule(interview_id, when)

    def _reschedule(self, interview_id: int, when: datetime | None) -> None:
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            was, state = interview.scheduled_at, interview.state
            if was == when:
                return
            became = "scheduled" if when is not None else "agreed"
            check_move(state, became)
            why = "moved to another time" if state == became else "time set"
            why = why if when is not None else "time taken away"
            shelves.interviews.change_state(interview, became, why)
            interview.scheduled_at, interview.zone = when, self._zone.key

        def take_back() -> None:
            with self._store.writing() as shelves:
                interview = shelves.interviews.interview(interview_id)
                _check_before_live(interview.state)
                shelves.interviews.change_state(interview, state, "taken back")
                interview.scheduled_at = was

        self._undo.remember("the time", take_back)

    def set_place_kind(self, interview_id: int, kind: str) -> None:
        """Set what kind of place it is (S23).

        Raises:
            BadInputError: There is no such kind.
        """
        if kind and kind not in PLACE_KINDS:
            raise BadInputError("place", f"“{kind}” is no kind of place.")
        self._change(interview_id, "place_kind", kind, "the kind of place")

    def set_chosen_by(self, interview_id: int, who: str) -> None:
        """Record who chose the place: `me`, `them`, or nobody yet (S24)."""
        if who not in {"", "me", "them"}:
            raise BadInputError("place", "The place was chosen by me or by them.")
        self._change(interview_id, "place_chosen_by", who, "who chose the place")

    def set_marks(self, interview_id: int, text: str) -> Marks:
        """Set the marks of one interview from `20 30 60`, or from one number: they said 25 minutes.

        Raises:
            BadInputError: Not numbers, outside 5-120, or not in order; nothing was changed.
        """
        numbers = clean_line(text).replace("/", " ").replace(",", " ").split()
        if not numbers or not all(n.isascii() and n.isdigit() and len(n) < 5 for n in numbers):
            raise BadInputError("marks", "Give minutes, like `20 30 60`, or one number: `25`.")
        minutes = [check_mark("marks", int(n)) for n in numbers]
        if len(minutes) == 1:
            agreed = minutes[0]
            nudge = min(self._settings.nudge, max(5, agreed - 5))
            minutes = [nudge, agreed, max(self._settings.last, agreed)]
        if len(minutes) != 3:
            raise BadInputError("marks", "Give one number of minutes, or all three: `20 30 60`.")
        marks = Marks.of_minutes(*minutes)
        before = self.sheet(interview_id)
        old = (before.nudge_minutes, before.decision_minutes, before.last_minutes)
        self._store_marks(interview_id, marks.minutes)
        self._undo.remember("the marks", lambda: self._store_marks(interview_id, old))
        return marks

    def _store_marks(
        self, interview_id: int, minutes: tuple[int | None, int | None, int | None]
    ) -> None:
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            interview.nudge_minutes, interview.decision_minutes, interview.last_minutes = minutes
            shelves.interviews.session.add(interview)

    def marks_of(self, sheet: PlanSheet) -> Marks:
        """Give the marks that hold for an interview: its own, else those of the settings."""
        return Marks.of_minutes(
            sheet.nudge_minutes or self._settings.nudge,
            sheet.decision_minutes or self._settings.decision,
            sheet.last_minutes or self._settings.last,
        )

    def _change(self, interview_id: int, field: str, value: str, what: str) -> None:
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            was = getattr(interview, field)
            if was == value:
                return
            setattr(interview, field, value)
        self._undo.remember(what, lambda: self._change(interview_id, field, was, what))

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
        self._undo.remember("the new goal", lambda: self._take_goal(goal_id))
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

    def tick(self, interview_id: int, key: str) -> bool:
        """Mark an item of the day sheet as done, or not done again; tells which."""
        from infotui.domain.records.interview import ChecklistItem

        with self._store.writing() as shelves:
            done = shelves.interviews.checklist_item(interview_id, key)
            if done is not None:
                shelves.interviews.remove(ChecklistItem, done.row_id)
                return False
            shelves.interviews.add(ChecklistItem(interview_id=interview_id, key=key))
            return True

    def give_up(self, interview_id: int, how: str, why: str = "") -> None:
        """Leave an interview before it is held: declined, no reply, cancelled or lapsed.

        Raises:
            IllegalMoveError: It was held already.
        """
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            was = interview.state
            if was not in BEFORE_LIVE:
                raise IllegalMoveError(f"An interview that is {was} cannot become {how}.")
            check_move(was, how)
            shelves.interviews.change_state(interview, how, why)
        self._undo.remember(f"“{how}”", lambda: self._restore_state(interview_id, was))

    def _restore_state(self, interview_id: int, state: str) -> None:
        with self._store.writing() as shelves:
            interview: Interview = shelves.interviews.interview(interview_id)
            if interview.state in (*HAS_BEEN, "live"):
                _check_before_live(interview.state)
            shelves.interviews.change_state(interview, state, "taken back")


def _check_before_live(state: str) -> None:
    """Refuse to take back a step of planning once the talk has begun."""
    if state not in BEFORE_LIVE:
        raise IllegalMoveError(f"This interview is {state} by now, so that cannot be taken back.")


def _readable(entry: "BankQuestion", values: dict[str, str]) -> str:
    """Choose the wording that can be read aloud: one whose blanks are all known, if there is one."""
    wordings = (entry.text, *entry.alternates)
    known = [text for text in wordings if all(blank in values for blank in blanks_in(text))]
    return known[0] if known else entry.text
