"""Working on the plan of one interview: goals, time, place, texts and day sheet, each by its key."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import on

from infotui.domain.goal import GOAL_WORDS
from infotui.domain.interview import PlanSheet
from infotui.domain.kept import Kept
from infotui.domain.moment import say_day, say_when
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.people import ask_people
from infotui.tui.dialogs.place import ask_place, ask_resume
from infotui.tui.dialogs.state import ask_give_up, ask_state
from infotui.tui.dialogs.when import ask_time
from infotui.tui.frame import Frame
from infotui.tui.plan_rows import Around, PlanRow
from infotui.tui.preparing.lists import PlanList
from infotui.tui.preparing.writing import NOTHING, Shown, Writes
from infotui.tui.reaching import ask_answer, show_introduction
from infotui.tui.widgets.row_list import RowList

Asks = Callable[[Frame, Desks, int, Callable[[], object]], object]


class PlansTalk(Writes):
    """A screen with the plan of the interview in focus."""

    _sheet: PlanSheet | None = None

    @property
    def plan(self) -> PlanList:
        """The list of what is planned."""
        return self.query_one(PlanList)

    def plan_shown(self) -> Shown:
        """Give the text that the cursor of the plan is on."""
        row: PlanRow | None = self.plan.row
        if self._sheet is None or row is None:
            return NOTHING
        if row.field is None:
            return Shown(row.label or "Text", None, row.text)
        return Shown(row.label or "Goal", Kept(*row.field), row.text, row.hint)

    def drop_empty_goals(self) -> None:
        """Remove goals that were left without words."""
        for row in self.plan.rows:
            if row.key.startswith("goal ") and row.field is not None:
                self._desks.plans.drop_goal_if_empty(row.field[2])

    @on(RowList.Moved, "PlanList")
    def _plan_moved(self) -> None:
        self.show_text()

    @on(RowList.Chosen, "PlanList")
    def _plan_chosen(self) -> None:
        row: PlanRow | None = self.plan.row
        if row is None or self._sheet is None:
            return
        ways: dict[str, Callable[[], object]] = {
            "people": self.action_people, "field": self._ask_field, "when": self.action_time, "moved": self.action_state,
            "place kind": self.action_place, "entry": self.action_place,
            "travel": self.action_place, "leave": self.action_place,
            "chosen": self.action_place, "arrive": self.action_arrive,
            "marks": self.action_marks, "add goal": self.action_goal,
        }  # fmt: skip
        number = row.key.rpartition(" ")[2]
        if row.key.startswith("item "):
            self.action_tick()
        elif row.key.startswith("introduction "):
            show_introduction(self, self._desks, int(number), self.read_anew)
        elif row.key.startswith("outreach "):
            ask_answer(self, self._desks, int(number), self.read_anew)
        elif row.key in ways:
            ways[row.key]()
        elif row.key == "place" and row.field is None:
            self.action_place()
        elif row.field is not None:
            self.write()

    def to_plan(self) -> None:
        """Come to the plan from whichever list, or the bank, one is in."""
        self.remove_class("bank-open")
        self.work_in(self.plan)
        self.plan.focus()

    def action_jump(self, key: str) -> None:
        """Put the cursor on a row of the plan and open it."""
        if self._sheet is None:
            return
        self.to_plan()
        if self._cursor_on(lambda row: row.key == key):
            self._plan_chosen()

    def _cursor_on(self, is_it: Callable[[PlanRow], bool]) -> bool:
        for place, row in enumerate(self.plan.rows):
            if is_it(row):
                self.plan.cursor = place
                self.show_text()
                return True
        return False

    def action_day_sheet(self) -> None:
        """Go to the first thing of the day sheet that is still to do."""
        if self._sheet is not None:
            self.to_plan()
            if not self._cursor_on(lambda row: row.key.startswith("item ") and not row.done):
                self._cursor_on(lambda row: row.key.startswith("item "))

    def said_when(self, sheet: PlanSheet) -> str:
        """Say when it is, here and where they are; empty when there is no time yet."""
        row = sheet.interview
        if row.scheduled_at is None:
            return ""
        said = say_when(row.scheduled_at, self._desks.zone, self._desks.followups.today())
        elsewhere = self._desks.scheduling.said_elsewhere(row)
        return " · ".join([f"{said} {self._desks.zone.key}", *elsewhere])

    def _with_talk(self, ask: Asks) -> None:
        if self._sheet is not None:
            ask(self, self._desks, self._sheet.interview.id, self.read_anew)

    def action_time(self) -> None:
        """Set day and time, shown back in full before they are stored."""
        self._with_talk(ask_time)

    def action_place(self) -> None:
        """Set the place, the way there, and who chose it."""
        self._with_talk(ask_place)

    def action_people(self) -> None:
        """Let further people take part, or no more."""
        self._with_talk(ask_people)

    def action_state(self) -> None:
        """Say what has become of it (S3)."""
        self._with_talk(ask_state)

    def action_give_up(self) -> None:
        """Say that it will not take place, and why."""
        self._with_talk(ask_give_up)

    def action_resume(self) -> None:
        """Name the resume's file (S39)."""
        self._with_talk(ask_resume)

    def action_arrive(self) -> None:
        """Keep that I have arrived (S40)."""
        if self._sheet is not None:
            at = self._desks.scheduling.arrive(self._sheet.interview.id)
            self.read_anew()
            self.notify(f"You arrived {at.astimezone(self._desks.zone):%H:%M}. u takes it back.",
                        markup=False)  # fmt: skip

    def around(self, sheet: PlanSheet) -> Around:
        """Give how an interview was moved, and how those one wants to meet are reached (S35)."""
        talk = sheet.interview
        moved = [row.why for row in self._desks.scheduling.history(talk.id)
                 if row.why.startswith("moved from")]  # fmt: skip
        introductions = self._desks.introductions.of_contact(talk.contact_id)
        rows = [
            PlanRow(f"introduction {row.id}", "Reaching", row.words, more=row.state, doubt=row.advice)
            for row in introductions if row.target_id == talk.contact_id
        ]  # fmt: skip
        sent = [row for row in self._desks.outreach.of_contact(talk.contact_id) if not row.answer]
        advice = self._desks.outreach.advice(talk.contact_id) if sent else ""
        rows += [
            PlanRow(f"outreach {row.id}", "Reaching", f"{row.channel}, no answer yet",
                    more=say_day(row.sent_at.astimezone(self._desks.zone).date()), doubt=advice)
            for row in sent[:1]
        ]  # fmt: skip
        return Around(tuple(moved[-3:]), tuple(rows))

    def _ask(self, title: str, field: Field, hand_in: Any, note: str = "") -> None:
        def take(values: Mapping[str, str]) -> bool:
            hand_in(values[field.name])
            return True

        self.ask(Form(title, [field], take, note=note), lambda _done: self.read_anew())

    def _ask_field(self) -> None:
        sheet = self._sheet
        if sheet is not None:
            field = Field("field", "Field of work", sheet.interview.field, "energy, public data, …",
                          self._desks.contacts.fields)  # fmt: skip
            self._ask("What field it is about", field,
                      lambda text: self._desks.plans.set_field(sheet.interview.id, text),
                      note="It fills {field} in questions, and lists are filtered by it.")  # fmt: skip

    def action_marks(self) -> None:
        """Set how long they gave one, and when to be nudged."""
        sheet = self._sheet
        if sheet is not None:
            now = " ".join(map(str, self._desks.plans.marks_of(sheet).minutes))
            field = Field("marks", "Minutes", now, "25, or 20 30 60")
            self._ask("Marks", field, lambda text: self._desks.scheduling.set_marks(sheet.interview.id, text),
                      note="One number is how long they gave you; three are nudge, decision, last.")  # fmt: skip

    def action_goal(self) -> None:
        """Add a goal: one of six kinds, or one's own (S17)."""
        sheet = self._sheet
        if sheet is None:
            return
        self.to_plan()

        def back(kind: str | None) -> None:
            if kind is None:
                return
            goal_id = self._desks.plans.add_goal(sheet.interview.id, kind)
            self.read_anew()
            self._cursor_on(lambda row: row.key == f"goal {goal_id}")
            if kind == "own":
                self.write()

        taken = {goal.kind for goal in sheet.goals} - {"own"}
        options = [(kind, f"To {words}" if kind != "own" else "A goal in my own words …")
                   for kind, words in GOAL_WORDS.items() if kind not in taken]  # fmt: skip
        self.ask(Choice("What is this talk for?", options), back)

    def action_delete(self) -> None:
        """Take away the goal under the cursor."""
        row: PlanRow | None = self.plan.row
        if row is not None and row.key.startswith("goal ") and row.field is not None:
            self._desks.plans.remove_goal(row.field[2])
            self.notify("The goal is gone. u takes that back.", markup=False)
            self.read_anew()

    def action_tick(self) -> None:
        """Tick the item of the day sheet under the cursor."""
        row: PlanRow | None = self.plan.row
        if self._sheet is not None and row is not None and row.key.startswith("item "):
            self._desks.scheduling.tick(self._sheet.interview.id, row.key.removeprefix("item "))
            self.read_anew()
