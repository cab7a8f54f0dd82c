"""Prepare: one interview's goal, why, time, place, texts and day sheet, with its readiness beside it (K5)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from infotui.domain.errors import InfotuiError
from infotui.domain.goal import GOAL_WORDS
from infotui.domain.interview import HAS_BEEN, PLACE_KINDS, PlanSheet
from infotui.domain.kept import Kept
from infotui.domain.moment import say_when
from infotui.domain.question import count_advice
from infotui.domain.readiness import Check
from infotui.services.desks import Desks
from infotui.services.plans import Ahead
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.log_talk import hold_talk
from infotui.tui.dialogs.paper_page import ask_for_paper
from infotui.tui.frame import Frame
from infotui.tui.plan_rows import PlanRow, draw_plan_row, plan_rows
from infotui.tui.routes import (
    OpenConversation,
    OpenLive,
    OpenPlan,
    OpenRehearsal,
    OpenResearch,
    OpenScreen,
    OpenTypingUp,
)
from infotui.tui.widgets.kept_area import KeptArea
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import BLANK, Line, line
from infotui.tui.widgets.pictures import bar
from infotui.tui.widgets.row_list import RowList

_KEY_FOR = {
    "goal": "g w", "person research": "4 n", "organization research": "4 n", "questions": "5 a",
    "place": "t p", "opening": "o", "day sheet": "space",
}  # fmt: skip


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return PrepareScreen(desks)


class PrepareScreen(Frame):
    """The plan of the interview in focus."""

    MODE = "prepare"
    CSS_PATH = "prepare.tcss"
    FIRST_FOCUS = "#plan"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "goal", "goal", id="prepare.goal", tooltip="Add a goal"),
        Binding("w", "jump('why')", "why", id="prepare.why", tooltip="Why this person"),
        Binding("t", "jump('when')", "time", id="prepare.time", tooltip="Set day and time"),
        Binding("p", "jump('place')", "place", id="prepare.place", tooltip="Set the place"),
        Binding("o", "jump('opening')", "opening", id="prepare.opening",
                tooltip="Write what you say first"),
        Binding("m", "jump('marks')", "marks", show=False, id="prepare.marks",
                tooltip="How long they gave you; when to be nudged"),
        Binding("space", "tick", "tick", show=False, id="prepare.tick",
                tooltip="Tick an item of the day sheet"),
        Binding("d", "delete", "delete", show=False, id="prepare.delete",
                tooltip="Take a goal away; u undoes it"),
        Binding("s", "switch", "switch", id="prepare.switch", tooltip="Another interview into focus"),
        Binding("l", "live", "live", id="prepare.live", tooltip="Go live"),
        Binding("r", "rehearse", "rehearse", id="prepare.rehearse",
                tooltip="Rehearse this talk on the live screen; nothing of it is kept"),
        Binding("P", "paper", "paper", id="prepare.paper",
                tooltip="Write this plan as one page to print"),
        Binding("y", "hold", "took place", show=False, id="prepare.hold",
                tooltip="It took place, with the plan on paper; then type up the notes"),
        Binding("x", "give_up", "give up", show=False, id="prepare.give_up",
                tooltip="It will not take place: declined, no reply, cancelled, lapsed"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._sheet: PlanSheet | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out the plan, its text and its readiness."""
        plan = RowList[PlanRow](
            draw_plan_row, height=None, id="plan", classes="panel",
            pickable=lambda row: row.key != "",
            empty=(
                "No interview is in focus.", "",
                "s chooses one · 2 leads to Contacts, p plans a talk with one.",
            ),
        )  # fmt: skip
        plan.border_title = Content("Plan")
        plan.border_subtitle = Content("Enter changes it")
        ready = LineBox(id="ready", classes="panel")
        ready.border_title = Content("Ready?")
        area = KeptArea(self._desks.scribe.keep, id="text")
        writing = Vertical(area, id="writing", classes="panel")
        writing.border_subtitle = Content("saved as you type · Escape goes back")
        yield Horizontal(plan, Vertical(ready, writing, id="side"), id="boxes")

    @property
    def _plan(self) -> RowList[PlanRow]:
        return self.query_one("#plan", RowList)

    @property
    def _area(self) -> KeptArea:
        return self.query_one("#text", KeptArea)

    def read_anew(self) -> None:
        """Read the plan in focus."""
        focus = self._desks.plans.in_focus()
        if focus is None:
            self._sheet = None
            self._plan.show([])
            self._area.put(None, "")
            self.query_one("#ready", LineBox).show(lambda _width: ())
            self.headline(("Prepare", "strong"), ("   no interview in focus", "muted"))
            return
        self._sheet = sheet = self._desks.plans.sheet(focus.id)
        questions = self._desks.plans.questions(focus.id)
        marks = self._desks.plans.marks_of(sheet)
        self._plan.show(plan_rows(sheet, questions, marks, self._when(sheet)))
        checks = self._desks.plans.readiness(focus.id)
        self.query_one("#ready", LineBox).show(lambda width: self._ready_lines(checks, width))
        self._show_text()
        advice = count_advice(sum(1 for q in questions if q.origin != "arisen"))
        self.headline(
            (focus.title, "strong"), (f"   {focus.state}", "warn"), right=(advice, "muted")
        )

    def _when(self, sheet: PlanSheet) -> str:
        at = sheet.interview.scheduled_at
        if at is None:
            return ""
        zone = self._desks.zone
        return f"{say_when(at, zone, self._desks.followups.today())}  ({zone.key})"

    def _ready_lines(self, checks: Sequence[Check], width: int) -> Sequence[Line]:
        done = sum(check.done for check in checks)
        lines = [line(*bar(done, len(checks)), f"  {done} of {len(checks)}"), BLANK]
        for check in checks:
            if check.done:
                lines.append(line(("✓ ", "good"), (check.name, "muted")))
            else:
                key = _KEY_FOR[check.name]
                lines.append(line(("· ", "warn"), check.missing, right=((key, "key"),)))
        return lines

    def _show_text(self) -> None:
        """Show the text that the cursor is on, ready to be changed."""
        row, box = self._plan.row, self.query_one("#writing", Vertical)
        if self._sheet is None or row is None or row.field is None:
            box.border_title = Content("Text")
            self._area.placeholder = Content("")
            self._area.put(None, row.text if row else "")
            return
        noun, field, record = row.field
        box.border_title = Content(row.label or "Goal")
        self._area.placeholder = Content(row.hint)
        place = Kept(noun, field, record)
        self._area.put(place, self._desks.scribe.latest(place, row.text))

    @on(RowList.Moved, "#plan")
    def _moved(self) -> None:
        self._show_text()

    @on(RowList.Chosen, "#plan")
    def _chosen(self) -> None:
        row, sheet = self._plan.row, self._sheet
        if row is None or sheet is None:
            return
        ways: dict[str, Callable[[], object]] = {
            "when": self._ask_time, "place kind": self._ask_place, "chosen": self._ask_chosen_by,
            "marks": self._ask_marks, "add goal": self.action_goal,
            "questions": lambda: self.post_message(OpenScreen("questions")),
            "person research": lambda: self._to_research("contact", sheet.interview.contact_id),
            "organization research": lambda: self._to_research("organization", sheet.organization_id),
        }  # fmt: skip
        if row.key.startswith("item "):
            self.action_tick()
        elif row.key in ways:
            ways[row.key]()
        elif row.field is not None:
            self._area.focus()

    def _to_research(self, kind: str, subject_id: int | None) -> None:
        if subject_id is not None:
            self.post_message(OpenResearch(kind, subject_id))
        else:
            self.notify("This contact has no organization yet: e in Contacts.", markup=False)

    @on(KeptArea.Left)
    def _text_left(self) -> None:
        self._plan.focus()

    @on(KeptArea.Rested)
    def _text_rested(self) -> None:
        for row in self._plan.rows:
            if row.key.startswith("goal ") and row.field is not None:
                self._desks.plans.drop_goal_if_empty(row.field[2])
        self.read_anew()

    def action_jump(self, key: str) -> None:
        """Put the cursor on a row and open it."""
        wanted = {"place": "place kind"}.get(key, key)
        for place, row in enumerate(self._plan.rows):
            if row.key == wanted:
                self._plan.cursor = place
                self._show_text()
                self._chosen()
                return

    def _ask(self, title: str, field: Field, hand_in: Any, note: str = "") -> None:
        def take(values: Mapping[str, str]) -> bool:
            hand_in(values[field.name])
            return True

        self.ask(Form(title, [field], take, note=note), self._done)

    def _done(self, _result: object) -> None:
        self.read_anew()

    def _ask_time(self) -> None:
        sheet = self._sheet
        if sheet is not None:
            field = Field("when", "Day and time", "", "thu 15:00 · 26 nov 3pm · in two weeks 9:30")
            self._ask("When", field, lambda text: self._desks.plans.set_time(sheet.interview.id, text),
                      note=self._when(sheet))  # fmt: skip

    def _ask_marks(self) -> None:
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
        """Add a goal: one of six kinds, or one's own."""
        sheet = self._sheet
        if sheet is None:
            return

        def back(kind: str | None) -> None:
            if kind is None:
                return
            goal_id = self._desks.plans.add_goal(sheet.interview.id, kind)
            self.read_anew()
            keys = [row.key for row in self._plan.rows]
            self._plan.cursor = keys.index(f"goal {goal_id}")
            self._show_text()
            if kind == "own":
                self._area.focus()

        taken = {goal.kind for goal in sheet.goals} - {"own"}
        options = [(kind, f"To {words}" if kind != "own" else "A goal in my own words …")
                   for kind, words in GOAL_WORDS.items() if kind not in taken]  # fmt: skip
        self.ask(Choice("What is this talk for?", options), back)

    def action_delete(self) -> None:
        """Take away the goal under the cursor."""
        row = self._plan.row
        if row is not None and row.key.startswith("goal ") and row.field is not None:
            self._desks.plans.remove_goal(row.field[2])
            self.notify("The goal is gone. u takes that back.", markup=False)
            self.read_anew()

    def action_tick(self) -> None:
        """Tick the item of the day sheet under the cursor."""
        row, sheet = self._plan.row, self._sheet
        if sheet is not None and row is not None and row.key.startswith("item "):
            self._desks.plans.tick(sheet.interview.id, row.key.removeprefix("item "))
            self.read_anew()

    def action_live(self) -> None:
        """Go live with this interview, or to its review when it was held."""
        if self._sheet is None:
            self.post_message(OpenScreen("live"))
        elif self._sheet.interview.state in HAS_BEEN:
            self.post_message(OpenConversation(self._sheet.interview.id))
        else:
            self.post_message(OpenLive(self._sheet.interview.id))

    def action_rehearse(self) -> None:
        """Rehearse this talk (M7)."""
        if self._sheet is not None:
            self.post_message(OpenRehearsal(self._sheet.interview.id))

    def action_paper(self) -> None:
        """Write this plan as one page to print (M11)."""
        if self._sheet is not None:
            ask_for_paper(self, self._desks, self._sheet.interview.id)

    def action_hold(self) -> None:
        """Say that it took place without the live screen, then type up its notes (M11, S14)."""
        if self._sheet is None:
            return
        interview = self._sheet.interview

        def back(held: int | None) -> None:
            if held is not None:
                self.post_message(OpenTypingUp(held))

        if interview.state in HAS_BEEN:
            back(interview.id)
        else:
            self.ask(hold_talk(self._desks, interview), back)

    def action_switch(self) -> None:
        """Put another interview into focus."""
        rows: list[Ahead] = self._desks.plans.ahead()
        options = [
            (str(row.interview.id), f"{row.interview.title}   {row.done}/{len(row.checks)}")
            for row in rows
        ]

        def back(chosen: str | None) -> None:
            if chosen:
                self.post_message(OpenPlan(int(chosen)))

        if not options:
            self.notify("No interview is planned yet: 2, then p on a contact.", markup=False)
            return
        at = str(self._sheet.interview.id) if self._sheet else ""
        self.ask(Choice("Which interview?", options, at=at), back)

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
