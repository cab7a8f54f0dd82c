"""Shows two contacts side by side and what will be one of them; where both differ the person picks."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from infotui.domain.merging import Side
from infotui.services.merging import Comparison
from infotui.tui.dialogs.dialog import Dialog
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, Word, cut, line, wrap
from infotui.tui.widgets.row_list import RowList

_LABEL: Final = 14


class SideBySide(Dialog[bool | None]):
    """Two contacts; gives True once they were merged, or None.

    Args:
        pair: The two.
        merge: Merges them; takes the fields whose word is the other one's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "merge", "merge", id="merge.merge", tooltip="Make one of the two; u undoes it"),
        Binding("space", "turn", "other side", id="merge.turn",
                tooltip="Take the other one's word here, or this one's again"),
        Binding("escape", "leave", "leave both", id="merge.leave",
                tooltip="Both stay as they are"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    SideBySide { align: center middle; background: $background 60%; }
    SideBySide #sides-box { width: 92; max-width: 100%; height: auto; max-height: 100%; }
    SideBySide RowList { height: auto; max-height: 1fr; min-height: 1; margin: 1 0; }
    """

    def __init__(self, pair: Comparison, merge: Callable[[set[str]], object]) -> None:
        super().__init__()
        self._pair = pair
        self._merge = merge
        self._theirs = {side.field for side in pair.sides if side.takes_theirs}

    def compose(self) -> ComposeResult:
        """Lay out the fields of both, and what moves."""
        with Vertical(id="sides-box", classes="panel") as box:
            box.border_title = Content(f"{self._pair.gone.name} goes into {self._pair.stays.name}")
            box.border_subtitle = Content("Space other side · m merges · Escape leaves both")
            yield LineBox(self._head)
            yield RowList[Side](self._draw)
            yield LineBox(self._foot)

    def on_mount(self) -> None:
        """Fill the list; the cursor begins where there is something to choose."""
        rows = self.query_one(RowList)
        sides = self._pair.sides
        rows.styles.height = min(len(sides), 8)
        rows.show(sides, next((i for i, side in enumerate(sides) if side.differs), 0))
        rows.focus()

    def _head(self, width: int) -> Sequence[Line]:
        room = max(6, (width - _LABEL) // 2)
        return (
            line(
                (" " * _LABEL, ""), (f"{'the one that stays':<{room}}", "muted"),
                ("the other one", "muted"),
            ),
        )  # fmt: skip

    def _draw(self, side: Side, width: int) -> Sequence[Line]:
        room = max(6, (width + 1 - _LABEL) // 2)
        theirs = side.field in self._theirs
        words: list[Word] = [(f"{side.label:<{_LABEL - 1}}", "muted")]
        for said, taken in ((side.mine, not theirs), (side.theirs, theirs)):
            # Said by a sign as well as by its looks: which of the two it will be.
            sign = "● " if taken and said else "○ " if side.differs else "  "
            text = cut(said or "—", room - 3)
            style = "strong" if taken and said else "faint"
            words += [(sign, "accent" if taken else "faint"), (_padded(text, room - 2), style)]
        return (line(*words),)

    def _foot(self, width: int) -> Sequence[Line]:
        moves = self._pair.moves.words()
        what = f"{', '.join(moves)} move along. " if moves else ""
        differ = any(side.differs for side in self._pair.sides)
        rest = "A word that is not taken is kept among the words about them. " if differ else ""
        said = (
            f"{what}Ways to reach them, tags and words about them are put together. {rest}"
            "u takes all of it back."
        )
        return [line((text, "muted")) for text in wrap(said, width)]

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter chooses the side, which is harmless."""
        event.stop()
        self.action_turn()

    def action_turn(self) -> None:
        """Take the other side's word."""
        rows = self.query_one(RowList)
        side = rows.row
        if isinstance(side, Side) and side.differs:
            self._theirs ^= {side.field}
            rows.draw_anew()

    def action_merge(self) -> None:
        """Merge the two, once."""
        if not self._answered:
            self._merge(self._theirs)
            self.answer(True)

    def action_leave(self) -> None:
        """Leave both as they are."""
        self.answer(None)


def _padded(text: str, width: int) -> str:
    from rich.cells import cell_len

    return text + " " * max(0, width - cell_len(text))
