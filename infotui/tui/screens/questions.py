"""Questions: the plan's questions in their strict order, the bank beside them, the wording below (S29-S31)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.bank import BankQuestion
from infotui.domain.blanks import KNOWN_BLANKS, blanks_in
from infotui.domain.errors import InfotuiError
from infotui.domain.interview import InterviewRow
from infotui.domain.kept import Kept
from infotui.domain.question import QuestionRow, count_advice
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.frame import Frame
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.kept_area import KeptArea
from infotui.tui.widgets.lines import Line, line, wrap
from infotui.tui.widgets.row_list import RowList

_STAR = {"must": ("★ ", "warn"), "should": ("  ", ""), "could": ("· ", "faint")}
_TAILORED = {
    "raw": ("not tailored", "warn"), "filled": ("filled", "good"),
    "edited": ("edited", "good"), "own": ("own", "good"),
}  # fmt: skip


def make(desks: Desks) -> Frame:
    """Make the screen."""
    return QuestionsScreen(desks)


class QuestionsScreen(Frame):
    """The questions of the interview in focus."""

    MODE = "questions"
    CSS_PATH = "questions.tcss"
    FIRST_FOCUS = "#plan"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "bank", "add from bank", id="questions.bank", tooltip="Pick from the bank"),
        Binding("n", "new", "own", id="questions.new", tooltip="Write a question of your own"),
        Binding("b", "blanks", "blanks", id="questions.blanks", tooltip="Fill the blanks"),
        Binding("e", "edit", "edit", id="questions.edit", tooltip="Change the wording"),
        Binding("m", "rank('must')", "must", id="questions.must", tooltip="This one is a must"),
        Binding("s", "rank('should')", "should", id="questions.should", tooltip="A should"),
        Binding("c", "rank('could')", "could", id="questions.could", tooltip="A could"),
        Binding("shift+up,K", "move(-1)", "up", key_display="K", id="questions.up",
                tooltip="Earlier in the order"),
        Binding("shift+down,J", "move(1)", "down", key_display="J", id="questions.down",
                tooltip="Later in the order"),
        Binding("d", "delete", "remove", id="questions.delete", tooltip="Take it off; u undoes it"),
        Binding("slash", "filter", "filter bank", show=False, key_display="/",
                id="questions.filter", tooltip="Find in the bank as you type"),
        Binding("w", "wordings", "wordings", show=False, id="questions.wordings",
                tooltip="In the bank: take another wording, or one part"),
        Binding("escape", "back", "back to the plan", show=False, id="questions.back"),
    ]  # fmt: skip

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._focus: InterviewRow | None = None

    def body(self) -> Iterable[Widget]:
        """Lay out plan, wording and bank."""
        plan = RowList[QuestionRow](
            self._draw, height=None, id="plan", classes="panel",
            empty=("No questions yet.", "a picks from the bank, n writes one."),
        )  # fmt: skip
        plan.border_title = Content("Plan, in the order you will ask")
        area = KeptArea(self._desks.scribe.keep, id="text", placeholder="Your question")
        wording = Vertical(area, id="wording", classes="panel")
        wording.border_title = Content("Wording")
        wording.border_subtitle = Content("saved as you type · Escape goes back")
        bank = RowList[BankQuestion](self._draw_bank, height=None, id="bank",
                                     empty=("Nothing in the bank has these words.",))  # fmt: skip
        box = Vertical(FilterLine("filter: words, goal, set", id="filter"), bank,
                       id="bank-box", classes="panel")  # fmt: skip
        box.border_title = Content("Bank")
        box.border_subtitle = Content("Enter adds · w other wordings · Escape back")
        yield Horizontal(Vertical(plan, wording, id="left"), box)

    @property
    def _plan(self) -> RowList[QuestionRow]:
        return self.query_one("#plan", RowList)

    @property
    def _bank(self) -> RowList[BankQuestion]:
        return self.query_one("#bank", RowList)

    @property
    def _area(self) -> KeptArea:
        return self.query_one("#text", KeptArea)

    def _draw(self, row: QuestionRow, width: int) -> Sequence[Line]:
        mark, style = _TAILORED[row.tailoring]
        if row.origin == "arisen":
            mark, style = "arisen", "muted"
        texts = wrap(row.text.strip() or "(no words yet)", max(10, width - 6 - len(mark) - 2))
        first = line((f"{row.position:>2} ", "muted"), _STAR[row.importance],
                     (texts[0], "strong" if row.importance == "must" else ""),
                     right=((mark, style),))  # fmt: skip
        return (first, *(line("     ", text) for text in texts[1:4]))

    def _draw_bank(self, entry: BankQuestion, width: int) -> Sequence[Line]:
        taken = any(row.bank_id == entry.id for row in self._plan.rows)
        fits = self._fits(entry)
        sign = ("✓ ", "good") if taken else ("◆ ", "accent") if fits else ("  ", "")
        style = "faint" if taken else ""
        texts = wrap(entry.text, max(10, width - 2))
        return tuple(
            line(sign if not i else "  ", (text, style)) for i, text in enumerate(texts[:3])
        )

    def _fits(self, entry: BankQuestion) -> bool:
        return bool(self._goals.intersection(entry.goals))

    def read_anew(self) -> None:
        """Read plan and bank."""
        self._focus = focus = self._desks.plans.in_focus()
        self._goals: set[str] = set()
        rows: list[QuestionRow] = []
        if focus is not None:
            self._goals = {goal.kind for goal in self._desks.plans.sheet(focus.id).goals}
            rows = self._desks.questions.of(focus.id)
        self._plan.show(rows)
        self._show_bank()
        self._show_text()
        planned = [row for row in rows if row.origin not in {"arisen", "asked of me"}]
        raw = sum(1 for row in planned if row.tailoring == "raw")
        told = count_advice(len(planned)) + (f" · {raw} not yet tailored" if raw else "")
        title = focus.title if focus else "no interview in focus: 3, then s"
        self.headline((title, "strong"), (f"   {told}", "muted"))

    def _show_bank(self, cursor: int | None = None) -> None:
        needle = self.query_one("#filter", FilterLine).value
        found = self._desks.questions.bank(self._focus.id if self._focus else None, needle)
        self._bank.show(found, cursor)
        fit = sum(1 for entry in found if self._fits(entry))
        title = f"Bank · {len(found)}" + (f" · ◆ {fit} fit your goal" if fit else "")
        self.query_one("#bank-box", Vertical).border_title = Content(title)

    def _show_text(self) -> None:
        row, box = self._plan.row, self.query_one("#wording", Vertical)
        if row is None:
            self._area.put(None, "")
            box.border_title = Content("Wording")
            return
        place = Kept("question", "text", row.id)
        self._area.put(place, self._desks.scribe.latest(place, row.text))
        blanks = ", ".join(blanks_in(row.text))
        box.border_title = Content(
            f"Wording · blanks: {blanks} (b fills them)" if blanks else "Wording"
        )

    @on(RowList.Moved, "#plan")
    def _moved(self) -> None:
        self._show_text()

    @on(RowList.Chosen, "#plan")
    def _chosen(self) -> None:
        self.action_edit()

    @on(RowList.Chosen, "#bank")
    def _picked(self) -> None:
        if (entry := self._bank.row) is not None:
            self._pick(entry, "")

    def _pick(self, entry: BankQuestion, wording: str) -> None:
        if self._focus is None:
            self.notify("Put an interview in focus first: 3, then s.", markup=False)
            return
        already = next((row.id for row in self._plan.rows if row.bank_id == entry.id), None)
        if already is not None and not wording:
            self._to_question(already)
            self.notify(
                "That one is on the plan already; w takes another wording of it.", markup=False
            )
            return
        question_id = self._desks.questions.pick(self._focus.id, entry.id, wording)
        self._to_question(question_id)

    def _to_question(self, question_id: int) -> None:
        self.read_anew()
        ids = [row.id for row in self._plan.rows]
        if question_id in ids:
            self._plan.cursor = ids.index(question_id)
            self._show_text()

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._show_bank(0)

    @on(FilterLine.Done)
    def _filter_done(self) -> None:
        self._bank.focus()

    @on(KeptArea.Left)
    def _text_left(self) -> None:
        row = self._plan.row
        if row is not None:
            self._desks.questions.drop_if_empty(row.id)
        self.read_anew()
        self._plan.focus()

    @on(KeptArea.Rested)
    def _text_rested(self) -> None:
        self.read_anew()

    def action_bank(self) -> None:
        """Go to the bank; on a narrow screen it takes the place of the plan."""
        self.add_class("bank-open")
        self._bank.focus()

    def action_back(self) -> None:
        """Go back to the plan."""
        self.remove_class("bank-open")
        self._plan.focus()

    def action_filter(self) -> None:
        """Go to the bank's filter."""
        self.add_class("bank-open")
        self.query_one("#filter").focus()

    def action_new(self) -> None:
        """Begin a question of one's own."""
        if self._focus is None:
            self.notify("Put an interview in focus first: 3, then s.", markup=False)
            return
        self.action_back()
        self._to_question(self._desks.questions.write_own(self._focus.id))
        self._area.focus()

    def action_edit(self) -> None:
        """Go into the wording."""
        if self._plan.row is not None:
            self._area.focus()

    def _change(self, do: Callable[[QuestionRow], object]) -> None:
        """Do something with the question under the cursor, and say why not if it cannot be."""
        row = self._plan.row
        if row is None:
            return
        try:
            do(row)
        except InfotuiError as bad:
            self.notify(bad.sentence, severity="warning", markup=False)
        self._to_question(row.id)

    def action_rank(self, importance: str) -> None:
        """Set must, should or could."""
        self._change(lambda row: self._desks.questions.set_importance(row.id, importance))

    def action_move(self, by: int) -> None:
        """Move it in the order."""
        self._change(lambda row: self._desks.questions.move(row.id, by))

    def action_delete(self) -> None:
        """Take it off the plan."""
        self._change(lambda row: self._desks.questions.remove(row.id))

    def action_blanks(self) -> None:
        """Ask for the words that fill the blanks."""
        row = self._plan.row
        if row is None:
            return
        blanks = self._desks.questions.blanks(row.id)
        if not blanks:
            self.notify("This question has no blanks left.", markup=False)
            return

        def hand_in(values: Mapping[str, str]) -> bool:
            self._desks.questions.fill_blanks(row.id, values)
            return True

        fields = [Field(name, KNOWN_BLANKS.get(name, name), known) for name, known in blanks]
        self.ask(Form("Fill the blanks", fields, hand_in, note=row.text),
                             lambda _done: self._to_question(row.id))  # fmt: skip

    def action_wordings(self) -> None:
        """Offer the other wordings of the bank's entry."""
        entry = self._bank.row
        if entry is None:
            return
        options = [(text, text) for text in (entry.text, *entry.alternates, *entry.parts)]

        def back(wording: str | None) -> None:
            if wording is not None:
                self._pick(entry, wording)

        self.ask(Choice("Which wording?", options), back)
