"""Working on the plan of one interview: goals, time, place, texts and day sheet, each by its key."""

from collections.abc import Callable, Mapping
from typing import Any

from textual import on

from infotui.domain.errors import InfotuiError
from infotui.domain.goal import GOAL_WORDS
from infotui.domain.interview import PLACE_KINDS, PlanSheet
from infotui.domain.kept import Kept
from infotui.domain.moment import say_when
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.plan_rows import PlanRow
from infotui.tui.preparing.lists import PlanList
from infotui.tui.preparing.writing import NOTHING, Shown, Writes
from infotui.tui.widgets.row_list import RowList


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
            "when": self._ask_time, "place kind": self._ask_place, "chosen": self._ask_chosen_by,
            "marks": self.action_marks, "add goal": self.action_goal,
        }  # fmt: skip
        if row.key.startswith("item "):
            self.action_tick()
        elif row.key in ways:
            ways[row.key]()
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

    def _ask(self, title: str, field: Field, hand_in: Any, note: str = "") -> None:
        def take(values: Mapping[str, str]) -> bool:
            hand_in(values[field.name])
            return True

        self.ask(Form(title, [field], take, note=note), lambda _done: self.read_anew())

    def said_when(self, sheet: PlanSheet) -> str:
        """Say when it is; empty when there is no time yet."""
        at = sheet.interview.scheduled_at
        if at is None:
            return ""
        zone = self._desks.zone
        return f"{say_when(at, zone, self._desks.followups.today())}  ({zone.key})"

    def action_time(self) -> None:
        """Set day and time."""
        self._ask_time()

    def action_place(self) -> None:
        """Set the place."""
        self._ask_place()

    def _ask_time(self) -> None:
        sheet = self._sheet
        if sheet is not None:
            field = Field("when", "Day and time", "", "thu 15:00 · 26 nov 3pm · in two weeks 9:30")
            self._ask("When", field, lambda text: self._desks.plans.set_time(sheet.interview.id, text),
                      note=self.said_when(sheet))  # fmt: skip

    def action_marks(self) -> None:
        """Set how long they gave one, and when to be nudged."""
        sheet = self._sheet
        if sheet is not None:
            now = " ".join(map(str, self._desks.plans.marks_of(sheet).minutes))
            field = Field("marks", "Minutes", now, "25, or 20 30 60")
            self._ask("Marks", field, lambda text: self._desks.plans.set_marks(sheet.interview.id, text),
                      note="One number is how long they gave you; three are nudge, decision, last.")  # fmt: skip

    def _ask_place(self) -> None:
        self._choose("Where", [(kind, kind) for kind in PLACE_KINDS], self._desks.plans.set_place_kind,
                     self._sheet.interview.place_kind if self._sheet else "")  # fmt: skip

    def _ask_chosen_by(self) -> None:
        options = [("them", "They chose: it is theirs to choose first"), ("me", "I chose")]
        self._choose("Who chose the place", options, self._desks.plans.set_chosen_by,
                     self._sheet.place_chosen_by if self._sheet else "")  # fmt: skip

    def _choose(self, title: str, options: list[tuple[str, str]], take: Any, at: str) -> None:
        sheet = self._sheet
        if sheet is None:
            return

        def back(value: str | None) -> None:
            if value is not None:
                take(sheet.interview.id, value)
                self.read_anew()

        self.ask(Choice(title, options, at=at), back)

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
            self._desks.plans.tick(self._sheet.interview.id, row.key.removeprefix("item "))
            self.read_anew()

    def action_give_up(self) -> None:
        """Say that it will not take place."""
        sheet = self._sheet
        if sheet is None:
            return

        def back(how: str | None) -> None:
            if how:
                try:
                    self._desks.plans.give_up(sheet.interview.id, how)
                except InfotuiError as bad:
                    self.notify(bad.sentence, severity="error", markup=False)
                self.read_anew()

        options = [("cancelled", "Cancelled"), ("declined", "They declined"),
                   ("no reply", "No reply"), ("lapsed", "It lapsed")]  # fmt: skip
        self.ask(Choice("It will not take place", options), back)
