"""Figures in columns below their names, aligned by cells whatever the letters; widths from the figures themselves."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len

from infotui.domain.pictures.table import Column, Table, TableRow
from infotui.tui.widgets.harmless import harmless
from infotui.tui.widgets.lines import Line, cut, line

_LEAST: Final = 13  # cells of a text that is cut
_GAP: Final = 2


class Layout(NamedTuple):
    """How wide each column is that there is room for, and how far apart they stand."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    gap: int
    cut_short: bool  # whether a row may say more than is shown of it

    def head(self) -> Line:
        """Give the names of the columns."""
        names = [
            self._cell(column.name, place) for place, column in enumerate(self.columns)
        ]  # fmt: skip
        return line(((" " * self.gap).join(names), "muted"))

    def row(self, row: TableRow) -> Line:
        """Give the figures of a row."""
        cells = [
            self._cell(text, place) for place, text in enumerate(row.cells[: len(self.widths)])
        ]
        return line(((" " * self.gap).join(cells), "accent" if row.heading else ""))

    def _cell(self, text: str, place: int) -> str:
        wide = self.widths[place]
        shown = cut(harmless(text), wide)
        space = " " * (wide - cell_len(shown))
        return space + shown if self.columns[place].number else shown + space


def natural_widths(table: Table) -> tuple[int, ...]:
    """Give how wide each column would be with all its figures whole."""
    return tuple(
        max([cell_len(column.name), *(cell_len(harmless(row.cells[place])) for row in table.rows)])
        for place, column in enumerate(table.columns)
    )


def laid_out(table: Table, natural: Sequence[int], room: int) -> Layout:
    """Fit the columns of a table into so many cells.

    Texts are cut first, the widest most; where that does not do the last columns are left out.

    Args:
        table: The figures.
        natural: How wide the columns would be, as `natural_widths` gives it.
        room: In cells.
    """
    for shown in range(len(table.columns), 0, -1):
        columns, widths = table.columns[:shown], list(natural[:shown])
        gap = _GAP if sum(widths) + _GAP * (shown - 1) <= room else 1
        spare = room - gap * (shown - 1) - sum(widths)
        while spare < 0:
            texts = [
                place for place, column in enumerate(columns)
                if not column.number and widths[place] > _LEAST
            ]  # fmt: skip
            if not texts:
                break
            widest = max(texts, key=lambda place: widths[place])
            widths[widest] -= 1
            spare += 1
        if spare >= 0 or shown == 1:
            whole = shown == len(table.columns) and widths == list(natural)
            return Layout(columns, tuple(widths), gap, not whole)
    raise AssertionError("a table has at least one column")
