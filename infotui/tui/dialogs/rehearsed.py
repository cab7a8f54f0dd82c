"""What the questions took in a rehearsal beside their estimates so far, and which of that is taken over (M7)."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from infotui.domain.moment import say_length
from infotui.services.rehearsal import Rehearsed
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import BLANK, Line, line, wrap
from infotui.tui.widgets.row_list import RowList

_WORDS: Final = (
    "Marked times become the estimates of these questions; they tell what still fits in the talk. "
    "All else of the rehearsal is thrown away."
)


class RehearsedTimes(Dialog[Sequence[str] | None]):
    """The times of a rehearsal; gives the uuids of the marked questions, or None after Escape.

    All that were answered are marked at first. What was broken off, skipped, or over in less than
    half a minute is not: its time says little of how long an answer takes.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "mark", id="rehearsed.mark",
                tooltip="Mark this time, or leave it out"),
        Binding("escape", "leave", "take none", id="rehearsed.leave",
                tooltip="Leave all estimates as they are"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    RehearsedTimes { align: center middle; background: $background 60%; }
    RehearsedTimes #rehearsed-box { width: 76; max-width: 100%; height: auto; max-height: 100%; }
    RehearsedTimes RowList { height: auto; max-height: 1fr; min-height: 1; }
    """

    def __init__(self, rows: Sequence[Rehearsed], speed: int) -> None:
        super().__init__()
        self._rows = list(rows)
        self._speed = speed
        self._marked = {row.uuid for row in rows if row.telling}

    def compose(self) -> ComposeResult:
        """Lay out the times."""
        with Vertical(id="rehearsed-box", classes="panel") as box:
            box.border_title = Content(f"What the rehearsal took · x{self._speed}")
            box.border_subtitle = Content("Space marks · Enter takes the marked · Escape none")
            yield LineBox(_head)
            yield RowList[Rehearsed](self._draw)

    def on_mount(self) -> None:
        """Fill the list."""
        rows = self.query_one(RowList)
        rows.styles.height = min(len(self._rows), 12)
        rows.show(self._rows)
        rows.focus()

    def _draw(self, row: Rehearsed, _width: int) -> Sequence[Line]:
        marked = row.uuid in self._marked
        sign = ("✓ ", "good") if marked else ("· ", "faint")
        words = (f"{row.position:>2} ", "muted"), (row.label, "" if marked else "muted")
        state = f" {_why_not(row)}  " if _why_not(row) else ""
        took = (say_length(row.spent), "strong" if marked else "muted")
        return (
            line(
                sign,
                *words,
                right=((state, "faint"), took, (f"{say_length(row.estimated):>8} ", "muted")),
            ),
        )

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Give the marked ones."""
        event.stop()
        self.answer([row.uuid for row in self._rows if row.uuid in self._marked])

    def action_mark(self) -> None:
        """Mark the time under the cursor, or leave it out."""
        rows = self.query_one(RowList)
        row = rows.row
        if isinstance(row, Rehearsed):
            self._marked ^= {row.uuid}
            rows.draw_anew()

    def action_leave(self) -> None:
        """Take none."""
        self.answer(None)


def _why_not(row: Rehearsed) -> str:
    """Say why a time is not marked at first; empty for one that is."""
    if row.state == "skipped":
        return "skipped"
    if not row.settled:
        return "broken off"
    return "" if row.telling else "cut short"


def _head(width: int) -> Sequence[Line]:
    words = [line((text, "muted")) for text in wrap(_WORDS, width)]
    return (*words, BLANK, line("", right=(("took  so far  ", "muted"),)))
