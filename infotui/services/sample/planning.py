"""Prepares interviews of the story through the desks: goals, questions, texts, time and place."""

from infotui.domain.kept import Kept
from infotui.domain.place import PlaceForm
from infotui.services.desks import Desks
from infotui.services.plans import REFERRAL
from infotui.services.sample.days import Days
from infotui.services.sample.story import Homework, Own, Pick, Plan

_TEXTS = ("why", "opening", "close", "if_asked")


class Planner:
    """Robin at the desk in the evening; it remembers what has which id."""

    def __init__(self, desks: Desks, days: Days, people: dict[str, int]) -> None:
        self._desks = desks
        self._days = days
        self._people = people
        self._homework: dict[str, int] = {}
        self._interviews: dict[str, int] = {}
        self._questions: dict[tuple[str, str], int] = {}

    def interview(self, who: str) -> int:
        """Give the id of the interview with a person of the story."""
        return self._interviews[who]

    def question(self, who: str, key: str) -> int:
        """Give the id of a question of an interview: a planned one by its key, an arisen one by its words."""
        known = self._questions.get((who, key))
        if known is not None:
            return known
        return next(q.id for q in self._desks.questions.of(self.interview(who)) if q.text == key)

    def write_homework(self, note: Homework) -> None:
        """Write a research note on a person or on where they work."""
        subject: int | None = self._people[note.who]
        if note.about == "organization":
            subject = self._desks.contacts.sheet(self._people[note.who]).organization_id
        if subject is None:
            raise ValueError(f"{note.who} works nowhere, so {note.key} has no organization")
        self._homework[note.key] = self._desks.research.begin(
            note.about, subject, note.body, note.source
        )

    def make(self, plan: Plan) -> None:
        """Prepare an interview, as far as the story has it prepared."""
        plans, scheduling = self._desks.plans, self._desks.scheduling
        talk = plans.plan_with(self._people[plan.who])
        self._interviews[plan.who] = talk
        for kind, text in plan.goals:
            plans.add_goal(talk, kind, text)
        for field in _TEXTS:
            words = getattr(plan, field)
            if words:
                self._desks.scribe.keep(Kept("interview", field, talk), words)
        scheduling.schedule(talk, self._days.at(plan.day, plan.at))
        if plan.place_kind:
            scheduling.set_place(talk, PlaceForm(plan.place_kind, plan.place, plan.entry,
                                                 plan.travel, "", plan.chosen_by))  # fmt: skip
        if plan.minutes:
            scheduling.set_marks(talk, plan.minutes)
        self._ask(plan, talk)
        for item in plan.ticked:
            scheduling.tick(talk, item)

    def _ask(self, plan: Plan, talk: int) -> None:
        """Put the questions on the plan, each in its wording and of its importance, and order them."""
        desk = self._desks.questions
        ids = {REFERRAL: desk.of(talk)[0].id}
        for question in plan.questions:
            if isinstance(question, Pick):
                ids[question.key] = self._pick(question, talk)
            else:
                ids[question.key] = self._write(question, talk)
        if plan.who_else:
            desk.set_text(ids[REFERRAL], plan.who_else)
        for key, steps in plan.moves:
            desk.move(ids[key], steps)
        self._questions.update({(plan.who, key): question for key, question in ids.items()})

    def _pick(self, pick: Pick, talk: int) -> int:
        desk = self._desks.questions
        question = desk.pick(talk, pick.key, pick.wording)
        if pick.fill:
            desk.fill_blanks(question, dict(pick.fill))
        if pick.text:
            desk.set_text(question, pick.text)
        if pick.importance != "should":
            desk.set_importance(question, pick.importance)
        return question

    def _write(self, own: Own, talk: int) -> int:
        desk = self._desks.questions
        if not own.homework:
            return desk.write_own(talk, own.text, own.importance)
        question = desk.from_research(talk, self._homework[own.homework], own.text)
        if own.importance != "should":
            desk.set_importance(question, own.importance)
        return question
