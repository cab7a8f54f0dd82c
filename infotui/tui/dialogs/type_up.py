"""Notes typed up after a talk: the numbered plan in sight, and where each line will land (M11)."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import TextArea

from infotui.domain.capture import read_line
from infotui.domain.errors import InfotuiError
from infotui.domain.kept import Place
from infotui.domain.question import QuestionRow
from infotui.domain.typed_up import TypedLine, read_typed
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.kept_area import Keep, KeptArea
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, Word, line, wrap
from infotui.tui.widgets.row_list import RowList

HandIn = Callable[[str], int]

_HINT: Final = (
    "4 what they said to question 4\n> lead   ! I promised   < they promised   * finding\n"
    "A line without a number belongs to the question before it."
)


class TypeUp(Dialog[int | None]):
    """A text that becomes notes; gives how many, or None when they are left for later.

    Args:
        title: With whom the talk was.
        questions: Its plan, whose numbers lead to a question.
        place: Where the words are saved as they are typed.
        text: What stands there from before.
        keep: Saves them.
        hand_in: Makes notes of them; what it raises is said, and the words stay.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "hand_in", "keep as notes", id="typed.keep",
                tooltip="Make notes of these lines, each under its question"),
        Binding("escape", "leave", "later", id="typed.leave",
                tooltip="Leave the words here for later; nothing is lost"),
        Binding("tab", "app.focus_next", "plan", show=False, id="typed.next"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    TypeUp {
        align: center middle; background: $background 60%;
        #typed-box { width: 86; max-width: 100%; height: 36; max-height: 100%; }
        #typed-parts { height: 1fr; layout: vertical; }
        #typed-plan { height: 2fr; border-bottom: solid $panel; }
        #typed-text { height: 3fr; }

        &.-wide #typed-box { width: 112; height: 30; }
        &.-wide #typed-parts { layout: horizontal; }
        &.-wide #typed-plan { width: 2fr; height: 100%; border-bottom: none; border-right: solid $panel; }
        &.-wide #typed-text { width: 3fr; height: 100%; margin-left: 1; }
    }
    """

    def __init__(
        self,
        title: str,
        questions: Sequence[QuestionRow],
        place: Place,
        text: str,
        keep: Keep,
        hand_in: HandIn,
    ) -> None:
        super().__init__()
        self._title = title
        self._questions = {q.position: q for q in questions}
        self.place = place
        self._text = text
        self._keep = keep
        self._hand_in = hand_in
        self._trouble = ""

    def compose(self) -> ComposeResult:
        """Lay out the plan, the text, and where its line lands."""
        with Vertical(id="typed-box", classes="panel") as box:
            box.border_title = Content(f"Type up · {self._title}")
            box.border_subtitle = Content("saved as you type · F8 keeps as notes · Escape later")
            with Container(id="typed-parts"):
                if self._questions:
                    yield RowList[QuestionRow](_draw, height=None, id="typed-plan")
                yield KeptArea(self._keep, placeholder=_HINT, id="typed-text")
            yield LineBox(id="typed-lands")

    @property
    def _area(self) -> KeptArea:
        return self.query_one("#typed-text", KeptArea)

    def on_mount(self) -> None:
        """Show the plan and what was typed before."""
        if self._questions:
            self.query_one("#typed-plan", RowList).show(list(self._questions.values()))
        self._area.put(self.place, self._text)
        self._area.focus()
        self._show_landing()

    @on(TextArea.Changed)
    @on(TextArea.SelectionChanged)
    def _typed(self) -> None:
        self._trouble = ""
        self._show_landing()

    @on(RowList.Chosen, "#typed-plan")
    def _question_chosen(self) -> None:
        """Begin a line for the question under the cursor."""
        question = self.query_one("#typed-plan", RowList).row
        if isinstance(question, QuestionRow):
            area = self._area
            area.move_cursor(area.document.end)
            begun = area.document.get_line(area.cursor_location[0]).strip()
            area.insert(f"{chr(10) if begun else ''}{question.position} ")
            area.focus()

    def _show_landing(self) -> None:
        """Say where the line under the cursor lands, and let the plan show that question."""
        lines = read_typed(self._area.text, self._questions)
        row = min(self._area.cursor_location[0], len(lines) - 1)
        here = lines[row]
        if here.position is not None and not self.query_one("#typed-plan").has_focus:
            plan = self.query_one("#typed-plan", RowList)
            plan.cursor = list(self._questions).index(here.position)
        count = sum(1 for entry in lines if entry.text)
        told = f"{count} so far" if count else ""
        lands = line(*_landing(here, self._questions), right=((told, "muted"),))
        self.query_one("#typed-lands", LineBox).show(lambda width: self._below(lands, width))

    def _below(self, lands: Line, width: int) -> Sequence[Line]:
        if self._trouble:
            return tuple(line((text, "bad")) for text in wrap(self._trouble, width))
        return (lands,)

    def on_kept_area_left(self) -> None:
        """Leave the words for later."""
        self.action_leave()

    def action_leave(self) -> None:
        """Leave the words where they are."""
        self.answer(None)

    def action_hand_in(self) -> None:
        """Make notes of the words; stay when that cannot be."""
        if self._answered:
            return
        try:
            count = self._hand_in(self._area.text)
        except InfotuiError as bad:
            self._trouble = bad.sentence
        else:
            if count:
                self.answer(count)
                return
            self._trouble = "Nothing is written yet. Escape leaves it for later."
        self._show_landing()


def _landing(here: TypedLine, questions: dict[int, QuestionRow]) -> tuple[Word, ...]:
    where = "before the first question"
    if here.position is not None:
        where = f"{here.position} {questions[here.position].label}"
    elif not questions:
        where = "a note of this talk"
    kind = read_line(here.text).kind
    caught: tuple[Word, ...] = ((f" · {kind}", "good"),) if kind != "note" else ()
    return (("→ ", "accent"), (where, ""), *caught)


def _draw(row: QuestionRow, width: int) -> Sequence[Line]:
    star = "★ " if row.importance == "must" else ""
    first, *rest = wrap(f"{star}{row.text or row.label}", max(8, width - 4))
    return (line((f"{row.position:>3} ", "accent"), first), *(line("    ", text) for text in rest))
