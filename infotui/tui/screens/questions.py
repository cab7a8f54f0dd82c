"""Questions: the plan's questions in their strict order, the bank and all lists beside it (S29-S31)."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from infotui.domain.bank import BankQuestion
from infotui.domain.question import QuestionRow
from infotui.domain.question_list import ListedQuestion
from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.preparing.questions import AsksQuestions
from infotui.tui.preparing.writing import Shown
from infotui.tui.widgets.line_box import LineBox


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return QuestionsScreen(desks)


class QuestionsScreen(AsksQuestions):
    """The questions of the interview in focus."""

    MODE = "questions"
    CSS_PATH = "questions.tcss"
    FIRST_FOCUS = "#plan"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "bank", "bank", id="questions.bank", tooltip="Pick from the bank"),
        Binding("f", "fill", "fill blanks", id="questions.blanks", tooltip="Fill the blanks"),
        Binding("A", "answers", "answers", id="questions.answers",
                tooltip="What did they all say to this one?"),
        Binding("slash", "filter_bank", "filter bank", show=False, key_display="/",
                id="questions.find", tooltip="Find in the bank as you type"),
        Binding("escape", "leave_bank", "back to the plan", show=False, id="questions.leave"),
    ]  # fmt: skip

    def body(self) -> Iterable[Widget]:
        """Lay out plan, wording and bank."""
        plan = self.question_list("plan")
        plan.border_title = Content("Plan, in the order you will ask")
        left = Vertical(plan, LineBox(id="advice"), *self.writing_box(), id="left")
        yield Horizontal(left, *self.bank_box())

    def shown(self) -> Shown:
        """The wording of the question under the cursor."""
        return self.question_shown()

    def drop_empty(self) -> None:
        """Remove questions without words."""
        self.drop_empty_questions()

    def read_anew(self) -> None:
        """Read plan and bank."""
        self.read_lists()
        self._show_advice()
        self.read_bank()
        self.show_text()
        self.look_at_others()

    def read_others(self) -> None:
        """Read and show the advice."""
        super().read_others()
        self._show_advice()

    def _show_advice(self) -> None:
        advice = self.query_one("#advice", LineBox)
        advice.display = bool(self._advice)
        advice.show(self.advice_drawn())

    def action_answers(self) -> None:
        """Show what everybody said to the question under the cursor, of the plan or of the bank (M3)."""
        from infotui.tui.reviewing.answers import show_answers

        row = self.bank.row if self.bank.has_focus else self.questions.row
        if isinstance(row, BankQuestion):
            show_answers(self, self._desks, f"bank:{row.id}")
        elif isinstance(row, QuestionRow | ListedQuestion):
            show_answers(self, self._desks, self._desks.answers.key_of(row.id))

    def read_lists(self) -> None:
        """Read the plan."""
        focus = self._desks.plans.in_focus()
        goals = [goal.kind for goal in self._desks.plans.sheet(focus.id).goals] if focus else []
        self.read_questions(focus, goals)
        title = focus.title if focus else "no interview in focus: 3, then s"
        self.headline((title, "strong"), (f"   {self.told_of_questions()}", "muted"))
