"""Asks for one of a few things and in the same step for a word why, which may stay empty."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from infotui.domain.errors import InfotuiError
from infotui.tui.dialogs.choice import Option
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList


class ChoiceWhy(Dialog[Any]):
    """A few options above a line for the reason; gives True once it was taken, or None.

    Args:
        title: What it is for.
        options: Each (value, words).
        take: Takes the value and the reason; what it refuses is said beside the line.
        words: A sentence above the options.
        at: The value that is marked at first.
        hint: What stands in the empty line.
        value: What stands in the line at first.
        label: What stands above the line.
        keep: Called with its words at every key, and with none once they are taken.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="choice_why.leave", tooltip="Nothing changes"),
        Binding("down", "step(1)", "Next", show=False, id="choice_why.next"),
        Binding("up", "step(-1)", "Previous", show=False, id="choice_why.previous"),
    ]
    DEFAULT_CSS = """
    ChoiceWhy { align: center middle; background: $background 60%; }
    ChoiceWhy #why-box { width: 72; max-width: 98%; height: auto; max-height: 96%; }
    ChoiceWhy Static { height: auto; margin-bottom: 1; }
    ChoiceWhy #why { margin-top: 1; }
    ChoiceWhy #why-label { margin: 1 0 0 0; color: $foreground 70%; }
    ChoiceWhy #why.-labelled { margin-top: 0; }
    ChoiceWhy .wrong { color: $error; display: none; margin: 0; }
    ChoiceWhy .wrong.shown { display: block; }
    """

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        take: Callable[[str, str], object],
        *,
        words: str = "",
        at: str = "",
        hint: str = "why: a word to remember it by; may stay empty",
        value: str = "",
        label: str = "",
        keep: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._options = list(options)
        self._take = take
        self._words = words
        self._at = at
        self._hint = hint
        self._value = value
        self._label = label
        self._keep = keep

    def compose(self) -> ComposeResult:
        """Lay out the options and the line."""
        with Vertical(id="why-box", classes="panel") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("↑ ↓ choose · Enter takes it · Escape leaves")
            if self._words:
                yield Static(Content(self._words))
            rows = RowList[Option](_draw, id="why-options")
            rows.can_focus = False
            rows.styles.height = min(len(self._options), 12)
            yield rows
            if self._label:
                yield Static(Content(self._label), id="why-label")
            entry = Input(self._value, placeholder=self._hint, id="why", select_on_focus=False)
            entry.cursor_blink = False
            entry.set_class(bool(self._label), "-labelled")
            yield entry
            yield Static(id="why-wrong", classes="wrong", markup=False)

    def on_mount(self) -> None:
        """Mark the option to begin with; the line takes what is typed."""
        values = [value for value, _ in self._options]
        at = values.index(self._at) if self._at in values else 0
        self.query_one(RowList).show(self._options, at)
        self.query_one(Input).focus()

    def action_step(self, by: int) -> None:
        """Mark another option."""
        self.query_one(RowList).action_step(by)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take what was clicked twice."""
        event.stop()
        self.on_input_submitted()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the words, and take back what was said of those before."""
        if self._keep is not None and event.value != self._value:
            self._keep(event.value)
        self._value = event.value
        self.query_one("#why-wrong", Static).remove_class("shown")

    def on_input_submitted(self) -> None:
        """Take the marked option with the reason."""
        row = self.query_one(RowList).row
        if row is None or self._answered:
            return
        try:
            self._take(row[0], self.query_one(Input).value)
        except InfotuiError as bad:
            remark = self.query_one("#why-wrong", Static)
            remark.update(Content(bad.sentence))
            remark.add_class("shown")
        else:
            if self._keep is not None and self._value:
                self._keep("")
            self.answer(True)

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.answer(None)


def _draw(option: Option, _width: int) -> Sequence[Line]:
    return (line(option[1]),)
