"""Shows every key that works on the screen below, read from its bindings."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.lines import Line, line, wrap
from infotui.tui.widgets.row_list import RowList

Entry = tuple[str, str]
_KEY = 14  # cells of the keys' column


class AllKeys(Dialog[None]):
    """A list of keys and what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark,q", "leave", "Back", id="keys.leave"),
    ]
    DEFAULT_CSS = """
    AllKeys { align: center middle; background: $background 60%; }
    AllKeys #keys-box { width: 72; max-width: 96%; height: auto; max-height: 90%; }
    AllKeys RowList { height: auto; max-height: 100%; }
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = list(dict.fromkeys(entries))

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(id="keys-box", classes="panel") as box:
            box.border_title = Content("Keys that work here")
            box.border_subtitle = Content("Escape goes back")
            yield RowList[Entry](_draw, height=None)

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(RowList)
        rows.styles.height = min(len(self._entries), 30)
        rows.show(self._entries)
        rows.focus()

    def action_leave(self) -> None:
        """Go back."""
        self.answer(None)


def _draw(entry: Entry, width: int) -> Sequence[Line]:
    key, words = entry
    first, *rest = wrap(words, max(8, width - _KEY))
    return (line((f"{key:<{_KEY}}", "key"), first), *(line(" " * _KEY, text) for text in rest))
