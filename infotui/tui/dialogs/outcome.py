"""Everybody who is told how the search ended, one by one in order of debt, with what each of them did (M10)."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from infotui.domain.kept import form_field
from infotui.domain.loop import lateness
from infotui.domain.moment import say_day, say_due
from infotui.domain.outcome import OUTCOME_KINDS, OUTCOME_WORDS, NoticeRow, OutcomeRow
from infotui.domain.text import count_of
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.choice_why import ChoiceWhy
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.kept_form import kept_form
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, Word, line, wrap
from infotui.tui.widgets.pictures import bar
from infotui.tui.widgets.row_list import RowList

DRAFT: Final = "outcome-mail"
_WORDS: Final = form_field("outcome", "words")
_BAR: Final = 20  # cells
_LABEL: Final = 8
_MOST: Final = 3  # lines of what somebody did
_MARKS: Final[dict[str, Word]] = {
    "due": ("·", "warn"),
    "told": ("✓", "good"),
    "waived": ("–", "muted"),
}
_DUE: Final = {"late": "bad", "today": "warn", "soon": "", "none": ""}


class OutcomeQueue(Dialog[None]):
    """The queue; everything done in it is stored at once.

    Args:
        desks: The open notebook; an outcome is open in it.
        notice_id: Whom to begin with; by default the first who does not know yet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "told", "told", id="outcome.told", tooltip="They know now; on to the next"),
        Binding("W", "draft", "write", id="outcome.draft",
                tooltip="Draft what you tell them, with what they did for you"),
        Binding("x", "waive", "need not", id="outcome.waive",
                tooltip="They need not be told, with a word why"),
        Binding("n", "next(1)", "next", id="outcome.next",
                tooltip="To the next who does not know yet"),
        Binding("p", "next(-1)", "previous", id="outcome.previous",
                tooltip="To the one before who does not know yet"),
        Binding("e", "edit", "outcome", id="outcome.edit", tooltip="Record the outcome differently"),
        Binding("d", "withdraw", "take it back", id="outcome.withdraw",
                tooltip="It did not come to that: take the outcome back"),
        Binding("u", "take_back", "undo", id="outcome.undo", tooltip="Take back the last change"),
        Binding("f1,question_mark", "app.show_keys", "keys", key_display="?", id="outcome.keys",
                tooltip="All keys that work here"),
        Binding("escape", "leave", "leave", id="outcome.leave", tooltip="Leave; all is stored"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    OutcomeQueue { align: center middle; background: $background 60%; }
    OutcomeQueue #outcome-box { width: 88; max-width: 100%; height: 32; max-height: 100%; }
    OutcomeQueue #outcome-head { height: auto; margin: 0 0 1 0; }
    OutcomeQueue #outcome-person { height: 7; margin: 0 0 1 0; }
    OutcomeQueue.-short #outcome-head, OutcomeQueue.-short #outcome-person { margin: 0; }
    """

    def __init__(self, desks: Desks, notice_id: int | None = None) -> None:
        super().__init__()
        self._desks = desks
        self._begin_with = notice_id

    def compose(self) -> ComposeResult:
        """Lay out how far it is, one person, and all of them."""
        with Vertical(id="outcome-box", classes="panel") as box:
            box.border_title = Content("How it ended")
            yield LineBox(id="outcome-head")
            yield LineBox(id="outcome-person")
            yield RowList[NoticeRow](
                self._draw, id="outcome-list",
                empty=("Nobody was met yet. Whoever is joins here.",),
            )  # fmt: skip
            yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the first who does not know yet."""
        self._rows.focus()
        self._fill(self._begin_with)
        if self._begin_with is None:
            self._to_due(0)

    @property
    def _rows(self) -> RowList[NoticeRow]:
        return self.query_one("#outcome-list", RowList)

    def _fill(self, notice_id: int | None = None) -> None:
        """Show everybody, with the cursor on one of them; leave when all know."""
        outcome = self._desks.outcomes.current()
        if outcome is None:
            told, everybody = self._desks.outcomes.progress()
            if everybody:
                said = f"Everybody knows: {told} of {everybody}. u opens it again."
                self.app.notify(said, markup=False)
            self.answer(None)
            return
        rows = self._desks.outcomes.queue()
        ids = [row.id for row in rows]
        self._rows.show(rows, ids.index(notice_id) if notice_id in ids else None)
        self.query_one("#outcome-head", LineBox).show(lambda width: _head(outcome, width))
        self._show_person()

    @on(RowList.Moved, "#outcome-list")
    def _show_person(self) -> None:
        self.query_one("#outcome-person", LineBox).show(self._person)

    def _draw(self, row: NoticeRow, _width: int) -> Sequence[Line]:
        style = "strong" if row.state == "due" else "muted"
        return (
            line(_MARKS[row.state], " ", (row.name, style), "  ", (row.did, "muted"),
                 right=(self._due(row),)),
        )  # fmt: skip

    def _due(self, row: NoticeRow) -> Word:
        if row.state != "due":
            return (row.state, "muted")
        today = self._desks.followups.today()
        return (say_due(row.due, today), _DUE[lateness(row.due, today)])

    def _person(self, width: int) -> Sequence[Line]:
        """Draw the person under the cursor: who, what they did, the last touch, how it stands."""
        row = self._rows.row
        if row is None:
            return (line(""),)
        place = f"{self._rows.cursor + 1} of {len(self._rows.rows)}"
        gone = " · archived" if row.archived else ""
        about = " · ".join(part for part in (row.organization, row.stage) if part) + gone
        did = wrap(row.did, max(8, width - _LABEL - 1))
        if len(did) > _MOST:
            did = [*did[: _MOST - 1], f"{did[_MOST - 1]} …"]
        return [
            line((row.name, "strong"), "  ", (about, "muted"), right=((place, "faint"),)),
            line((f"{'did':<{_LABEL}} ", "muted"), did[0]),
            *(line(" " * (_LABEL + 1), part) for part in did[1:]),
            line((f"{'touch':<{_LABEL}} ", "muted"), self._touch(row)),
            line((f"{row.state:<{_LABEL}} ", "muted"), self._stands(row)),
        ]

    def _touch(self, row: NoticeRow) -> str:
        last = self._desks.touches.last(row.contact_id)
        if last is None:
            return "none yet"
        day = last.at.astimezone(self._desks.zone).date()
        return f"last {say_day(day, self._desks.followups.today())}"

    def _stands(self, row: NoticeRow) -> str:
        today = self._desks.followups.today()
        if row.settled_at is None:
            return say_day(row.due, today)
        day = say_day(row.settled_at.astimezone(self._desks.zone).date(), today)
        return f"{day}: {row.why_not}" if row.why_not else day

    # ── what is done ─────────────────────────────────────────────────────────────────────────────

    def _to_due(self, at: int, by: int = 1) -> None:
        """Put the cursor on the nearest who does not know yet, from a place on, round the end."""
        rows = self._rows.rows
        for step in range(len(rows)):
            place = (at + by * step) % len(rows)
            if rows[place].state == "due":
                self._rows.cursor = place
                return

    def action_next(self, by: int) -> None:
        """Go to another one who does not know yet."""
        self._to_due(self._rows.cursor + by, by)

    def action_told(self) -> None:
        """Keep that this one was told, and go on to the next."""
        row = self._rows.row
        if row is not None:
            self._desks.outcomes.told(row.id)
            self._go_on(row, "told")

    def _go_on(self, row: NoticeRow, said: str) -> None:
        self.app.notify(f"{row.name}: {said}. u takes it back.", markup=False)
        self._fill(row.id)
        if self._desks.outcomes.current() is not None:
            self._to_due(self._rows.cursor)

    def action_waive(self) -> None:
        """Ask why this one need not be told."""
        row = self._rows.row
        if row is not None and row.state == "told":
            self.app.notify(f"{row.name} was told already; u takes that back.", markup=False)
        elif row is not None:
            self.ask(ask_why(self._desks, row), lambda done: self._waived(row) if done else None)

    def _waived(self, row: NoticeRow) -> None:
        self._go_on(row, "need not be told")

    @on(RowList.Chosen, "#outcome-list")
    def _chosen(self) -> None:
        self.action_draft()

    def action_draft(self) -> None:
        """Draft what to tell this one; when it went out they were told."""
        row = self._rows.row
        if row is None:
            return
        from infotui.tui.drafting import write_draft

        def done(draft_id: int | None) -> None:
            used = draft_id is not None and self._desks.drafts.row(draft_id).state == "used"
            still = {n.id for n in self._desks.outcomes.queue() if n.state == "due"}
            if used and row.id in still:
                self._desks.outcomes.told(row.id)
            self._fill(row.id)
            if used and self._desks.outcomes.current() is not None:
                self._to_due(self._rows.cursor)

        write_draft(self, self._desks, row.contact_id, kind=DRAFT, done=done)

    def action_edit(self) -> None:
        """Ask for another kind or other words of the outcome."""
        self.ask(ask_outcome(self._desks), lambda done: self._fill() if done else None)

    def action_withdraw(self) -> None:
        """Ask whether the outcome is to be taken back."""
        told = sum(row.state == "told" for row in self._rows.rows)
        rest = "who knows, knows; nobody else is to be told" if told else "nobody knows of it yet"

        def back(choice: str | None) -> None:
            if choice == "withdraw":
                self._desks.outcomes.withdraw()
                self.app.notify("The outcome is taken back. u brings it again.", markup=False)
                self.answer(None)

        options = [("leave", "leave it"), ("withdraw", f"take it back: {rest}")]
        self.ask(Choice("Did it not come to that?", options), back)

    def action_take_back(self) -> None:
        """Take back the last change."""
        what = self._desks.undo.take_back()
        said = f"Taken back: {what}." if what else "There is nothing to take back."
        self.app.notify(said, markup=False)
        row = self._rows.row
        self._fill(row.id if row is not None else None)

    def action_leave(self) -> None:
        """Leave; everything is stored."""
        self.answer(None)


def _head(outcome: OutcomeRow, width: int) -> Sequence[Line]:
    """Draw what the outcome is, and how many of how many know of it."""
    done = outcome.settled * _BAR // outcome.all if outcome.all else 0
    text = f"{outcome.kind}: {outcome.text}" if outcome.text else OUTCOME_WORDS[outcome.kind]
    said = wrap(text, width)
    first = f"{said[0]} …" if len(said) > 1 else said[0]
    return (
        line((first, "strong")),
        line(*bar(done, _BAR), f"  {outcome.settled} of {outcome.all}",
             (f"  {count_of(outcome.all - outcome.settled, 'person')} to go", "muted")),
    )  # fmt: skip


def ask_outcome(desks: Desks) -> ChoiceWhy:
    """Give the dialog that records how the search ended, or records it differently (S53)."""
    now = desks.outcomes.current()
    take = desks.outcomes.record if now is None else desks.outcomes.change
    words = "Everybody you met is then to be told, one by one, each with what they did for you."
    if now is not None:
        words = "Whoever was told of it stays told."
    return ChoiceWhy(
        "How did the search end?",
        [(kind, OUTCOME_WORDS[kind]) for kind in OUTCOME_KINDS],
        take,
        words=words,
        at=now.kind if now is not None else "",
        label="And in your own words, if you like:",
        hint="what, where, from when on",
        value=now.text if now is not None else desks.scribe.unfinished(_WORDS),
        keep=None if now is not None else lambda text: desks.scribe.keep(_WORDS, text),
    )


def ask_why(desks: Desks, row: NoticeRow) -> Form:
    """Give the dialog that asks why somebody need not be told."""

    def hand_in(values: Mapping[str, str]) -> bool:
        desks.outcomes.waive(row.id, values["why"])
        return True

    field = Field("why", "Why", row.why_not, "a word, so that nobody is left out by mistake")
    title = f"{row.name} need not be told"
    return kept_form(desks, f"notice {row.id} waived", title, [field], hand_in)
