"""How far each goal is answered, with what that suggests; Enter leads to what was said on it (M9)."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from infotui.domain.findings import Odds
from infotui.domain.saturation import RULE, Saturation
from infotui.services.desks import Desks
from infotui.tui.dialogs.guessing import GuessesOdds
from infotui.tui.finding_rows import draw_goal
from infotui.tui.widgets.key_bar import KeyBar
from infotui.tui.widgets.line_box import LineBox
from infotui.tui.widgets.lines import Line, line, wrap
from infotui.tui.widgets.row_list import RowList

_FOOT: Final = 3


class Saturated(GuessesOdds[str | None]):
    """All goals; gives the key of the one that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "app.show_keys", "keys", key_display="?", id="saturation.keys",
                tooltip="All keys that work here"),
        Binding("escape", "leave", "leave", id="saturation.leave", tooltip="Leave"),
    ]  # fmt: skip
    DEFAULT_CSS = """
    Saturated { background: $background; }
    Saturated #saturation-rows { height: 1fr; }
    Saturated #saturation-rule { height: auto; max-height: 4; margin: 0 2; }
    """

    def __init__(self, desks: Desks) -> None:
        super().__init__()
        self._desks = desks
        self._guessing = True

    def compose(self) -> ComposeResult:
        """Lay out the goals and the rule by which it is told."""
        rows = RowList[Saturation](self._draw, height=None, id="saturation-rows", classes="panel")
        rows.border_title = Content("How far each goal is answered")
        rows.border_subtitle = Content("Enter: what they said on it")
        yield rows
        yield LineBox(_rule, id="saturation-rule")
        yield KeyBar()

    def on_mount(self) -> None:
        """Read all goals; what is at odds follows where it takes longer."""
        rows = self._rows
        rows.show(self._desks.saturation.rows(()), self.begins_at or 0)
        rows.focus()
        self.guess(self._desks.findings.all(), self._desks.findings.enough())

    def whereabouts(self) -> int:
        """Tell which goal is under the cursor."""
        return self._rows.cursor

    @property
    def _rows(self) -> RowList[Saturation]:
        return self.query_one("#saturation-rows", RowList)

    def guessed(self, odds: Sequence[Odds]) -> None:
        """Say of each goal how much of it is at odds."""
        self._guessing = False
        found = self._desks.findings.all()
        open_ = self._desks.findings.open_odds(found, odds)
        self._rows.show(self._desks.saturation.rows(open_))

    def _draw(self, row: Saturation, width: int) -> Sequence[Line]:
        return draw_goal(row, width, self._guessing)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        row = self._rows.row
        if row is not None:
            self.answer(row.key)

    def action_leave(self) -> None:
        """Leave."""
        self.answer(None)


def _rule(width: int) -> Sequence[Line]:
    return [line((text, "muted")) for text in wrap(RULE, width)[: _FOOT + 1]]
