"""Prepare: everything for one interview on one screen, with what is missing always in sight (K5)."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from infotui.domain.contact import ResearchRow
from infotui.domain.delta import DeltaRow
from infotui.domain.errors import NotFoundError
from infotui.domain.interview import InterviewRow
from infotui.domain.leaving import say_clash
from infotui.domain.readiness import Check
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.plan_rows import DayOf, draw_plan_row, plan_rows
from infotui.tui.preparing.beginning import ask_organization, begin_interview
from infotui.tui.preparing.leading import LeadsOn
from infotui.tui.preparing.lists import BankList, PlanList, QuestionList, ResearchList
from infotui.tui.preparing.questions import AsksQuestions
from infotui.tui.preparing.reaching import ReachesPeople
from infotui.tui.preparing.readiness import key_for, next_gap, ready_lines
from infotui.tui.preparing.research import DoesHomework
from infotui.tui.preparing.rows import Heading, draw_heading, draw_left, draw_note, is_row
from infotui.tui.preparing.writing import Shown
from infotui.tui.routes import (
    OpenPlan,
)
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line
from infotui.tui.widgets.row_list import RowList

_PLACES = {PlanList: "in-plan", QuestionList: "in-questions", ResearchList: "in-homework"}


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return PrepareScreen(desks)


class PrepareScreen(LeadsOn, AsksQuestions, DoesHomework, ReachesPeople):
    """The plan of the interview in focus, its questions and its research."""

    MODE = "prepare"
    CSS_PATH = "prepare.tcss"
    FIRST_FOCUS = "#plan"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("full_stop", "next_gap", "next gap", key_display=".", id="prepare.next",
                tooltip="Do what is missing next"),
        Binding("tab", "pane(1)", "next list", id="prepare.tab",
                tooltip="Plan, questions, research: on to the next"),
        Binding("shift+tab", "pane(-1)", "list before", show=False, id="prepare.back_tab"),
        Binding("g", "goal", "goal", id="prepare.goal", tooltip="Add a goal"),
        Binding("w", "jump('why')", "why", id="prepare.why", tooltip="Why this person"),
        Binding("t", "time", "time", id="prepare.time", tooltip="Set day and time"),
        Binding("p", "place", "place", id="prepare.place", tooltip="Set the place"),
        Binding("o", "jump('opening')", "opening", id="prepare.opening",
                tooltip="Write what you say first"),
        Binding("h", "homework('contact')", "research", id="prepare.person",
                tooltip="Write a research note on the person"),
        Binding("H", "homework('organization')", "on the organization", show=False,
                id="prepare.organization", tooltip="Write a research note on the organization"),
        Binding("b", "bank", "bank", id="prepare.bank", tooltip="Pick questions from the bank"),
        Binding("f", "fill", "fill blanks", show=False, id="prepare.blanks",
                tooltip="Fill the blanks of the questions"),
        Binding("D", "day_sheet", "day sheet", show=False, id="prepare.day_sheet",
                tooltip="To the day sheet; space ticks"),
        Binding("m", "marks", "marks", show=False, id="prepare.marks",
                tooltip="How long they gave you; when to be nudged"),
        Binding("N", "begin", "new", id="prepare.new",
                tooltip="Begin an interview, with somebody known or new"),
        Binding("s", "switch", "switch", id="prepare.switch", tooltip="Another interview into focus"),
        Binding("l", "live", "live", id="prepare.live", tooltip="Go live"),
        Binding("r", "rehearse", "rehearse", show=False, id="prepare.rehearse",
                tooltip="Rehearse this talk on the live screen; nothing of it is kept"),
        Binding("P", "paper", "paper", show=False, id="prepare.paper",
                tooltip="Write this plan as one page to print"),
        Binding("y", "hold", "took place", show=False, id="prepare.hold",
                tooltip="It took place, with the plan on paper; then type up the notes"),
        Binding("S", "state", "state", show=False, id="prepare.state",
                tooltip="What has become of it: requested, agreed, …, and why"),
        Binding("A", "people", "people", show=False, id="prepare.people",
                tooltip="Who else takes part"),
        Binding("R", "resume", "resume", show=False, id="prepare.resume",
                tooltip="Which file the resume is that you bring"),
        Binding("v", "arrive", "arrived", show=False, id="prepare.arrive",
                tooltip="Keep that you have arrived"),
        Binding("x", "give_up", "give up", show=False, id="prepare.give_up",
                tooltip="It will not take place: declined, no reply, cancelled, lapsed"),
        Binding("escape", "leave_bank", "back", show=False, id="prepare.leave"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__(desks)
        self._checks: tuple[Check, ...] = ()
        self._of_organization: frozenset[int] = frozenset()  # the notes that are on it
        self._left: tuple[DeltaRow, ...] = ()  # by earlier talks
        self._looked_at: int | None = None  # a past interview, in place of the one in focus

    def body(self) -> Iterable[Widget]:
        """Lay out readiness, plan, questions, research, and the text being written."""
        self.add_class("in-plan")
        yield LineBox(id="ready")
        plan = PlanList(
            draw_plan_row, height=None, id="plan", classes="panel",
            pickable=lambda row: row.key != "",
            empty=(
                "No interview is in focus.", "",
                "N begins one · s chooses one · 2 leads to Contacts, p plans a talk with one.",
            ),
        )  # fmt: skip
        plan.border_title = Content("Plan")
        plan.border_subtitle = Content("Enter changes it · Tab: questions")
        questions = self.question_list("questions")
        questions.border_subtitle = Content("Tab: research")
        homework = ResearchList(self._draw_homework, height=None, id="homework", classes="panel",
                                pickable=is_row)  # fmt: skip
        homework.border_title = Content("Research")
        homework.border_subtitle = Content("Tab: plan")
        right = Vertical(questions, homework, *self.writing_box(source=True), id="right")
        yield Horizontal(plan, *self.bank_box(), right, id="boxes")

    def _draw_homework(self, row: ResearchRow | DeltaRow | Heading, width: int) -> Sequence[Line]:
        if isinstance(row, Heading):
            return draw_heading(row)
        if isinstance(row, DeltaRow):
            return draw_left(row, width, self._desks.zone, self._desks.followups.today())
        return draw_note(row, width, self._desks.zone)

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def read_anew(self) -> None:
        """Read everything that is planned for the interview in focus."""
        self.read_lists()
        if self.has_class("bank-open"):
            self.read_bank()
        self.show_text()
        self.look_at_others()

    def read_others(self) -> None:
        """Read and show the advice, and what earlier talks left."""
        super().read_others()
        self._show_readiness()
        talk, before = self._focus, self._left
        self._left = tuple(self._desks.before.items(talk.id)) if talk is not None else ()
        if self._left != before:
            self._read_homework()
            if isinstance(self._list, ResearchList) and not self.area.has_focus:
                self.show_text()

    def forget_others(self) -> None:
        """Forget the advice, and what earlier talks left."""
        super().forget_others()
        self._left = ()

    def read_lists(self) -> None:
        """Read plan, questions, research and readiness; the cursors stay where they were."""
        focus = self._interview()
        was = self._sheet.interview.id if self._sheet is not None else None
        self._sheet = None if focus is None else self._desks.plans.sheet(focus.id)
        if focus is not None and focus.id != was:
            for rows in (self.plan, self.questions, self.notes):
                rows.show([])  # of another interview; one begins at the top
        self.read_questions(focus, [g.kind for g in self._sheet.goals] if self._sheet else ())
        self._read_plan()
        self._read_homework()
        self._checks = self._desks.plans.readiness(focus.id) if focus is not None else ()
        self._show_readiness()
        if focus is None:
            self.headline(("Prepare", "strong"), ("   no interview in focus", "muted"))
        else:
            self.headline((focus.title, "strong"), (f"   {focus.state}", "warn"),
                          right=(self.told_of_questions(), "muted"))  # fmt: skip

    def _interview(self) -> InterviewRow | None:
        """Give the past interview that is looked at, else the one in focus."""
        if self._looked_at is not None:
            try:
                return self._desks.plans.sheet(self._looked_at).interview
            except NotFoundError:
                self._looked_at = None
        return self._desks.plans.in_focus()

    def _show_readiness(self) -> None:
        checks, advice = self._checks, self.advice_drawn()
        ready = self.query_one("#ready", LineBox)
        ready.display = bool(checks)
        ready.show(lambda width: [*ready_lines(checks, width), *advice(width)])

    def _read_plan(self) -> None:
        sheet = self._sheet
        if sheet is None:
            self.plan.show([])
            return
        marks = self._desks.plans.marks_of(sheet)
        desk, zone = self._desks.scheduling, self._desks.zone
        clash = desk.clashes(sheet.interview)
        said = say_clash(clash[0], zone) if clash else ""
        day = DayOf(desk.day_sheet(sheet.interview.id), zone, said)
        rows = plan_rows(sheet, marks, self.said_when(sheet), day, self.around(sheet))
        here = self.plan.row
        keys = [row.key for row in rows]
        self.plan.show(rows, keys.index(here.key) if here and here.key in keys else None)

    def _read_homework(self) -> None:
        sheet, here = self._sheet, self.notes.row
        if sheet is None:
            self.notes.show([])
            return
        desk, talk = self._desks.research, sheet.interview
        person = desk.notes_on("contact", talk.contact_id)
        there = desk.notes_on("organization", sheet.organization_id or 0)
        self._of_organization = frozenset(note.id for note in there)
        at = talk.organization or "their organization"
        rows: list[ResearchRow | DeltaRow | Heading] = [
            Heading(f"On {talk.contact}", "" if person else "h writes a note"), *person,
            Heading(f"On {at}", "" if there else "H writes a note"), *there,
        ]  # fmt: skip
        if self._left:
            rows += [Heading("From earlier talks", "a asks about it"), *self._left]
        keys = [_key_of(row) for row in rows]
        self.notes.show(rows, keys.index(_key_of(here)) if here and _key_of(here) in keys else None)
        self.notes.border_title = Content(
            f"Research · {count_of(len(person) + len(there), 'note')}"
        )

    # ── one list at a time where there is no room for all ────────────────────────────────────────

    def shown(self) -> Shown:
        """The text under the cursor of the list one works in."""
        if isinstance(self._list, QuestionList | BankList):
            return self.question_shown()
        if isinstance(self._list, ResearchList):
            left = self.notes.row
            if isinstance(left, DeltaRow):
                return Shown(f"You could ask {self._first_name()}", None, left.question)
            return self.note_shown()
        return self.plan_shown()

    def work_in(self, rows: RowList[object]) -> None:
        """Let text, and on a narrow screen the list in sight, be those one works in."""
        place = _PLACES.get(type(rows))
        if place is not None:
            for other in _PLACES.values():
                self.set_class(other == place, other)
            self.close_bank()
        super().work_in(rows)

    def action_pane(self, by: int) -> None:
        """Go to the next list; from the words of a research note to where it is from."""
        if by > 0 and self.area.has_focus and self.shown().source is not None:
            self.action_source()
            return
        lists: list[RowList[object]] = [self.plan, self.questions, self.notes]
        now = lists.index(self._list) if self._list in lists else 0
        self._go_in(lists[(now + by) % len(lists)])

    def _go_in(self, rows: RowList[object]) -> None:
        self.work_in(rows)
        rows.focus()

    def action_leave_bank(self) -> None:
        """Go back from the bank to the questions, from a source to its note; else stay."""
        if self._is_writing():
            self.leave_text()
        elif self.has_class("bank-open"):
            super().action_leave_bank()

    def drop_empty(self) -> None:
        """Remove what was left without words."""
        self.drop_empty_goals()
        self.drop_empty_questions()
        self.drop_empty_notes()

    def put_down(self) -> None:
        """Let go of a past interview too: whoever comes back finds the one in focus."""
        super().put_down()
        self._looked_at = None

    def go_to(self, what: object) -> None:
        """Show a plan: the one in focus, or for the while one of the past."""
        if isinstance(what, OpenPlan):
            focus = self._desks.plans.in_focus()
            in_focus = focus is not None and focus.id == what.interview_id
            self._looked_at = None if in_focus else what.interview_id
            self.read_anew()

    def go_to_line(self, line: object) -> None:
        """Put the cursor on a question, or on a row of the plan by its key (K6)."""
        kind, which = line if isinstance(line, tuple) else ("", None)
        if kind == "question" and isinstance(which, int):
            self.to_question(which)
            self._go_in(self.questions)
        elif kind == "plan":
            self.read_anew()
            self.to_plan()
            self._cursor_on(lambda row: row.key == which)

    # ── what is missing, and the keys for it ─────────────────────────────────────────────────────

    async def action_next_gap(self) -> None:
        """Do what is missing next."""
        gap = next_gap(self._checks)
        if gap is None:
            said = (
                "Nothing is missing: you are prepared."
                if self._checks
                else "N begins an interview."
            )
            self.notify(said, markup=False)
            return
        actions = {b.key: b.action for b in self.BINDINGS if isinstance(b, Binding)}
        await self.run_action(actions[key_for(gap)])

    def action_homework(self, kind: str) -> None:
        """Write a research note on the person, or on the organization (S5)."""
        sheet = self._sheet
        if sheet is None:
            return
        if kind == "contact":
            self.begin_note(kind, sheet.interview.contact_id)
        elif sheet.organization_id is not None:
            self.begin_note(kind, sheet.organization_id)
        else:
            ask_organization(self, self._desks, sheet.interview.contact_id, self.read_anew)

    def subject(self) -> tuple[str, int] | None:
        """Whom the note under the cursor is about; the person where there is none."""
        sheet, note = self._sheet, self.note
        if sheet is None:
            return None
        if note is not None and note.id in self._of_organization and sheet.organization_id:
            return ("organization", sheet.organization_id)
        return ("contact", sheet.interview.contact_id)

    def _first_name(self) -> str:
        return self._sheet.interview.contact.split()[0] if self._sheet is not None else "them"

    def action_ask_about(self) -> None:
        """Make a question of a note, or of what an earlier talk left (S28, M8)."""
        row, talk = self.notes.row, self.talk_about()
        if not isinstance(row, DeltaRow) or talk is None:
            super().action_ask_about()
            return
        question_id = self._desks.before.take(talk.id, row)
        self.asked_about(talk, question_id, is_new=row.taken is None)

    def asked_about(self, talk: InterviewRow, question_id: int, *, is_new: bool) -> None:
        """Show the question beside the note."""
        self.to_question(question_id)
        said = "A question of its own now" if is_new else "That is a question already"
        self.notify(f"{said}: Tab, and give it your words.", markup=False)

    def talk_about(self) -> InterviewRow | None:
        """The interview in focus."""
        return self._sheet.interview if self._sheet is not None else None

    # ── the interview itself ─────────────────────────────────────────────────────────────────────

    def action_begin(self) -> None:
        """Begin an interview with anybody, here."""
        begin_interview(self, self._desks, lambda talk: self.post_message(OpenPlan(talk)))

    def whom(self) -> tuple[int, int | None] | None:
        """The interviewee."""
        talk = self._sheet.interview if self._sheet is not None else None
        return (talk.contact_id, talk.id) if talk is not None else None


def _key_of(row: object) -> object:
    """By what a row is known again when the list was read anew."""
    return getattr(row, "key", None) or getattr(row, "id", None)
