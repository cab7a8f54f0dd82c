"""Asks for one of a few things; Enter takes the one under the cursor, which begins on a harmless one."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.lines import Line, line
from infotui.tui.widgets.row_list import RowList

Option = tuple[str, str]


class Choice(Dialog[str | None]):
    """A few options, each (value, words); gives the value, or None after Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", id="choice.leave"),
    ]
    DEFAULT_CSS = """
    Choice { align: center middle; background: $background 60%; }
    Choice #choice-box { width: 72; max-width: 96%; height: auto; max-height: 90%; }
    Choice Static { height: auto; margin-bottom: 1; }
    """

    def __init__(
        self, title: str, options: Sequence[Option], *, words: str = "", at: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._options = list(options)
        self._words = words
        self._at = at

    def compose(self) -> ComposeResult:
        """Lay out the options."""
        with Vertical(id="choice-box", classes="panel") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("Enter takes it · Escape leaves")
            if self._words:
                yield Static(Content(self._words))
            yield RowList[Option](_draw)

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(RowList)
        rows.styles.height = min(len(self._options), 14)
        values = [value for value, _ in self._options]
        rows.show(self._options, values.index(self._at) if self._at in values else 0)
        rows.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Give what was chosen."""
        event.stop()
        self.answer(self._options[event.index][0])

    def action_leave(self) -> None:
        """Leave without choosing."""
        self.answer(None)


def _draw(option: Option, _width: int) -> Sequence[Line]:
    return (line(option[1]),)
