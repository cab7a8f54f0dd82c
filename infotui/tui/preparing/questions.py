"""Working on the questions of a plan: their list, the bank beside it, and what each key does (S29-S31, S43)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from infotui.domain.asking_for_a_job import asks_for_a_job
from infotui.domain.bank import BankQuestion
from infotui.domain.blanks import KNOWN_BLANKS, blanks_in
from infotui.domain.errors import InfotuiError
from infotui.domain.interview import InterviewRow
from infotui.domain.kept import Kept
from infotui.domain.question import QuestionRow, count_advice
from infotui.domain.question_list import ListedQuestion
from infotui.domain.text import count_of, fold
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.preparing.lists import BankList, QuestionList
from infotui.tui.preparing.rows import (
    Heading,
    draw_entry,
    draw_heading,
    draw_listed,
    draw_question,
    is_row,
    say_list,
)
from infotui.tui.preparing.writing import NOTHING, Shown, Writes
from infotui.tui.widgets.filter_line import FilterLine
from infotui.tui.widgets.line_box import DrawLines
from infotui.tui.widgets.lines import Line, line, wrap
from infotui.tui.widgets.row_list import RowList

_BankRow = BankQuestion | ListedQuestion | Heading
_NO_FOCUS = "Put an interview in focus first: 3, then s."


class AsksQuestions(Writes):
    """A screen with the questions of the interview in focus, and the bank."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("F", "first_as_is", "first as it is", show=False, id="questions.first",
                tooltip="Leave the first question as it is; the hint on it goes"),
    ]  # fmt: skip

    _focus: InterviewRow | None = None
    _goals: frozenset[str] = frozenset()
    _shows_lists = False
    _advice: tuple[tuple[str, str], ...] = ()
    _is_to_look = False  # at other talks, as soon as the screen is drawn

    class Drawn(Message):
        """What was changed is on the screen, so there is time for what takes longer."""

    def question_list(self, name: str) -> QuestionList:
        """Lay out the questions."""
        rows = QuestionList(
            self._draw_question, height=None, id=name, classes="panel",
            empty=("No questions yet.", "b picks from the bank, n writes one."), movable=True,
        )  # fmt: skip
        rows.border_title = Content("Questions")
        return rows

    def bank_box(self) -> Iterable[Widget]:
        """Lay out the bank with its filter."""
        bank = BankList(self._draw_bank, height=None, id="bank", pickable=is_row)
        box = Vertical(FilterLine("filter: words, goal, set", id="bank-filter"), bank,
                       id="bank-box", classes="panel")  # fmt: skip
        box.border_title = Content("Bank")
        yield box

    @property
    def questions(self) -> QuestionList:
        """The list of questions."""
        return self.query_one(QuestionList)

    @property
    def bank(self) -> BankList:
        """The list of the bank."""
        return self.query_one(BankList)

    def _draw_question(self, row: QuestionRow, width: int) -> Sequence[Line]:
        return draw_question(row, width, self._flags(row))

    def _flags(self, row: QuestionRow) -> Sequence[str]:
        """What to look at once more in a planned question; it is flagged, never blocked (S7)."""
        return ("this asks for a job",) if asks_for_a_job(row.text) else ()

    def _draw_bank(self, row: _BankRow, width: int) -> Sequence[Line]:
        if isinstance(row, Heading):
            return draw_heading(row)
        if isinstance(row, ListedQuestion):
            on_plan = any(fold(row.text) == fold(mine.text) or (row.bank_id and row.bank_id == mine.bank_id)
                          for mine in self.questions.rows)  # fmt: skip
            return draw_listed(row, width, on_plan=on_plan)
        taken = {question.bank_id for question in self.questions.rows}
        return draw_entry(row, width, taken, self._goals)

    def read_questions(self, focus: InterviewRow | None, goals: Iterable[str]) -> None:
        """Read the questions of an interview; the cursor stays on the one it was on."""
        if focus is None or self._focus is None or focus.id != self._focus.id:
            self.forget_others()
        self._focus, self._goals = focus, frozenset(goals)
        rows = self._desks.questions.of(focus.id) if focus is not None else []
        here = self.questions.row
        ids = [row.id for row in rows]
        at = ids.index(here.id) if here is not None and here.id in ids else None
        self.questions.show(rows, at)

    def told_of_questions(self) -> str:
        """Say how many there are, with advice, and how many are not yet tailored (S29, S30)."""
        planned = [q for q in self.questions.rows if q.origin not in {"arisen", "asked of me"}]
        raw = sum(1 for q in planned if q.tailoring == "raw")
        return count_advice(len(planned)) + (f" · {raw} not yet tailored" if raw else "")

    def look_at_others(self) -> None:
        """Read what other talks say on this one once all else is drawn: neither key nor eye waits for it.

        Asked for several times before that, it is read once, as it is then.
        """
        if not self._is_to_look:
            self._is_to_look = self.call_after_refresh(self.post_message, self.Drawn())

    @on(Drawn)
    def _has_drawn(self) -> None:
        self._is_to_look = False
        self.read_others()

    def read_others(self) -> None:
        """Read what other talks say on this one; each screen shows it where it has room."""
        self.read_advice()

    def forget_others(self) -> None:
        """Forget what other talks said, since another one is in focus."""
        self._advice = ()

    def read_advice(self) -> None:
        """Read what is worth a thought about the list as a whole; never more than advice (S15, S30)."""
        talk, self._advice = self._focus, ()
        if talk is None or not self.questions.rows:
            return
        hint = self._desks.questions.first_hint(talk.id)
        same = self._desks.questions.sameness(talk.id)
        said = [("F", hint)] if hint else []
        said += [("", same.sentence)] if same is not None else []
        self._advice = tuple(said)

    def advice_drawn(self) -> DrawLines:
        """Give what draws the advice as it is now, each with the key that settles it where there is one."""
        advice = self._advice  # drawn later, it may be another one: then no box would know of it

        def draw(width: int) -> Sequence[Line]:
            return [
                line((f"{key} " if key and not place else "  ", "key"), (text, "muted"))
                for key, words in advice
                for place, text in enumerate(wrap(words, width - 2))
            ]

        return draw

    def read_bank(self, cursor: int | None = None) -> None:
        """Read the bank, or all lists, as the filter has them."""
        needle = self.query_one("#bank-filter", FilterLine).value
        if self._shows_lists:
            self._read_all_lists(needle, cursor)
            return
        found = self._desks.questions.bank(self._focus.id if self._focus else None, needle)
        self.bank.say_when_empty("Nothing in the bank has these words.")
        self.bank.show(found, cursor)
        fit = sum(1 for entry in found if self._goals.intersection(entry.goals))
        title = f"Bank · {len(found)}" + (f" · ◆ {fit} fit your goal" if fit else "")
        self._name_bank(title, "Enter adds · v other wordings · L all lists")

    def _name_bank(self, title: str, keys: str) -> None:
        box = self.query_one("#bank-box", Vertical)
        box.border_title, box.border_subtitle = Content(title), Content(keys)

    def _read_all_lists(self, needle: str, cursor: int | None) -> None:
        today = self._desks.followups.today()
        rows: list[_BankRow] = []
        mine = self._focus.id if self._focus is not None else None
        lists = [row for row in self._desks.questions.lists(needle) if row.interview_id != mine]
        for found in lists:
            told = say_list(found, self._desks.zone, today)
            rows += [Heading(told, count_of(found.total, "question")), *found.questions]
        self.bank.say_when_empty("No list has a question with these words." if needle.strip()
                                 else "There is no list yet: each plan has one.")  # fmt: skip
        self.bank.show(rows, cursor)
        self._name_bank(f"All lists · {len(lists)} · L: the bank", "Enter adds · L the bank")

    def question_shown(self) -> Shown:
        """Give the wording of the question under the cursor."""
        row = self.questions.row
        if row is None:
            return NOTHING
        blanks = ", ".join(blanks_in(row.text))
        title = f"Wording · blanks: {blanks} (f fills them)" if blanks else "Wording"
        return Shown(title, Kept("question", "text", row.id), row.text, "Your question")

    def drop_empty_questions(self) -> None:
        """Remove questions that were left without words."""
        for row in self.questions.rows:
            if not row.text.strip():
                self._desks.questions.drop_if_empty(row.id)

    # ── keys of the questions ────────────────────────────────────────────────────────────────────

    @on(RowList.Moved, "QuestionList")
    def _question_moved(self) -> None:
        self.show_text()

    @on(RowList.Chosen, "QuestionList")
    def _question_chosen(self) -> None:
        self.action_edit_question()

    def action_edit_question(self) -> None:
        """Go into the wording."""
        if self.questions.row is not None:
            self.write()

    def action_own(self) -> None:
        """Begin a question of one's own."""
        if self._focus is None:
            self.notify(_NO_FOCUS, markup=False)
            return
        self.close_bank()
        self.to_question(self._desks.questions.write_own(self._focus.id))
        self.write()

    def to_question(self, question_id: int) -> None:
        """Read anew, with the cursor on a question."""
        self.read_anew()
        ids = [row.id for row in self.questions.rows]
        if question_id in ids:
            self.questions.cursor = ids.index(question_id)
            self.show_text()

    def _change(self, do: Callable[[QuestionRow], object]) -> None:
        """Do something with the question under the cursor, and say why not if it cannot be."""
        row = self.questions.row
        if row is None:
            return
        try:
            do(row)
        except InfotuiError as bad:
            self.notify(bad.sentence, severity="warning", markup=False)
        self.to_question(row.id)

    def action_rank(self, importance: str) -> None:
        """Set must, should or could."""
        self._change(lambda row: self._desks.questions.set_importance(row.id, importance))

    def action_move(self, by: int) -> None:
        """Move it in the order."""
        self._change(lambda row: self._desks.questions.move(row.id, by))

    @on(RowList.Dragged, "QuestionList")
    def _question_dragged(self, event: RowList.Dragged) -> None:
        """Keep the order that the mouse made."""
        row: QuestionRow = event.rows.rows[event.index]
        try:
            self._desks.questions.move(row.id, event.to - event.index)
        except InfotuiError as bad:
            self.notify(bad.sentence, severity="warning", markup=False)
        self.to_question(row.id)

    def action_first_as_is(self) -> None:
        """Leave the first question as it is (S15)."""
        if self._focus is not None and self._desks.questions.first_hint(self._focus.id):
            self._desks.questions.keep_first_as_is(self._focus.id)
            self.read_anew()

    def action_remove_question(self) -> None:
        """Take it off the plan."""
        self._change(lambda row: self._desks.questions.remove(row.id))

    def action_fill(self) -> None:
        """Ask for the words that fill the blanks: of this question, else of the first that has some."""
        rows, here = self.questions.rows, self.questions.row
        wanted = here if here is not None and blanks_in(here.text) else None
        row = wanted or next((q for q in rows if blanks_in(q.text)), None)
        if row is None:
            self._say_nothing_to_fill()
            return
        blanks = self._desks.questions.blanks(row.id)

        def hand_in(values: Mapping[str, str]) -> bool:
            self._desks.questions.fill_blanks(row.id, values)
            self._learn(values)
            return True

        fields = [Field(name, KNOWN_BLANKS.get(name, name), known) for name, known in blanks]
        self.ask(Form("Fill the blanks", fields, hand_in, note=row.text),
                 lambda _done: self.to_question(row.id))  # fmt: skip

    def _learn(self, values: Mapping[str, str]) -> None:
        """Keep the field of work that a blank was filled with, so that it is not asked for again."""
        talk, field = self._focus, values.get("field", "").strip()
        if talk is not None and field and not talk.field:
            self._desks.plans.set_field(talk.id, field)

    def _say_nothing_to_fill(self) -> None:
        raw = next((q for q in self.questions.rows if q.tailoring == "raw"), None)
        if raw is None:
            self.notify("No question has blanks left.", markup=False)
            return
        self.to_question(raw.id)
        self.notify("No blanks are left; this one is still as the bank has it: make it yours.",
                    markup=False)  # fmt: skip
        self.write()

    # ── the bank ─────────────────────────────────────────────────────────────────────────────────

    def action_bank(self) -> None:
        """Go to the bank; where there is no room it takes the place of something else."""
        self.add_class("bank-open")
        self.read_bank()
        self.bank.focus()

    def close_bank(self) -> None:
        """Let what the bank stood in front of be seen again."""
        self.remove_class("bank-open")

    def action_leave_bank(self) -> None:
        """Go back to the questions."""
        self.close_bank()
        self.questions.focus()

    def action_filter_bank(self) -> None:
        """Go to the bank's filter."""
        self.add_class("bank-open")
        self.query_one("#bank-filter").focus()

    @on(Input.Changed, "#bank-filter")
    def _bank_filtered(self) -> None:
        self.read_bank(0)

    @on(FilterLine.Done)
    def _bank_filter_done(self, event: FilterLine.Done) -> None:
        if self.query_one("#bank-filter").has_focus:
            event.stop()
            self.bank.focus()

    @on(RowList.Chosen, "BankList")
    def _bank_chosen(self) -> None:
        row = self.bank.row
        if isinstance(row, BankQuestion):
            self.pick(row, "")
        elif isinstance(row, ListedQuestion) and self._focus is not None:
            taken = self._desks.questions.take_over(self._focus.id, row.id)
            self.to_question(int(taken))
            if not taken.is_new:
                self.notify("That one is on the plan already.", markup=False)
        elif isinstance(row, ListedQuestion):
            self.notify(_NO_FOCUS, markup=False)

    def pick(self, entry: BankQuestion, wording: str) -> None:
        """Copy an entry into the plan, once; another wording of it may be taken beside it."""
        if self._focus is None:
            self.notify(_NO_FOCUS, markup=False)
            return
        already = next((q.id for q in self.questions.rows if q.bank_id == entry.id), None)
        if already is not None and not wording:
            self.to_question(already)
            self.notify(
                "That one is on the plan already; v takes another wording of it.", markup=False
            )
            return
        question_id = self._desks.questions.pick(self._focus.id, entry.id, wording)
        self.to_question(question_id)

    def action_wordings(self) -> None:
        """Offer the other wordings of the bank's entry."""
        entry = self.bank.row
        if not isinstance(entry, BankQuestion):
            return
        options = [(text, text) for text in (entry.text, *entry.alternates, *entry.parts)]

        def back(wording: str | None) -> None:
            if wording is not None:
                self.pick(entry, wording)

        self.ask(Choice("Which wording?", options), back)

    def action_lists(self) -> None:
        """Show all lists of questions instead of the bank, and back."""
        self._shows_lists = not self._shows_lists
        self.read_bank(0)
