"""Columns, stacked bars and fields of figures as lines: told apart by their signs, whatever the colours."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from infotui.tui.widgets.axes import (
    evenly,
    foot,
    gutter,
    joined,
    label_line,
    once_each,
    steps_up_to,
)
from infotui.tui.widgets.harmless import harmless
from infotui.tui.widgets.lines import BLANK, Line, Word, cut, line

_PARTS: Final = " ▁▂▃▄▅▆▇█"
_FULL: Final = 8  # parts of a cell
_TALLEST: Final = 20  # rows of a column; more would only be ink
_EACH: Final = 3  # rows for each of what is counted, where there are few
_WIDEST: Final = 8  # cells of a column
_SLOT: Final = 12
_SHADES: Final = ("", "░", "▒", "▓", "█")


def columns(
    counts: Sequence[int], labels: Sequence[tuple[str, str]], unit: str, width: int, height: int
) -> list[Line]:
    """Draw a column for each number, the numbers above them where there is room.

    Args:
        counts: The numbers.
        labels: What is written below each, in two rows; a second one that repeats is left out.
        unit: What is counted.
        width: In cells.
        height: In rows.
    """
    rows = max(1, min(_TALLEST, height - 5, max(counts) * _EACH))
    ticks = steps_up_to(max(counts), max(1, min(5, rows // 2)))
    rows -= rows % (len(ticks) - 1) if rows >= len(ticks) else 0  # so that ticks stand evenly
    before = len(str(ticks[-1])) + 2
    room = width - before
    slot = max(1, min(_SLOT, room // len(counts)))
    wide = max(1, min(_WIDEST, slot - (2 if slot > 4 else 1)))
    grid = [[(" ", "")] * room for _ in range(rows + 1)]
    for place, count in enumerate(counts):
        _stand(grid, count / ticks[-1], place * slot + (slot - wide) // 2, wide)
        _number(grid, count, ticks[-1], place * slot, slot)
    tick_rows = [(rows + 1 - round(tick / ticks[-1] * rows), str(tick)) for tick in ticks[1:]]
    sides = gutter(tick_rows, rows + 1)
    drawn = [Line((*side, *joined(row))) for side, row in zip(sides, grid, strict=True)]
    below = _below(labels, slot, wide, room)
    return [line((unit, "muted")), *drawn, *foot(before, min(room, slot * len(counts)), (), below)]


def _stand(grid: list[list[Word]], part: float, left: int, wide: int) -> None:
    """Draw one column into the grid, whose first row is free for its number."""
    rows = len(grid) - 1
    parts = max(1, round(part * rows * _FULL)) if part > 0 else 0
    for row in range(rows):
        here = max(0, min(_FULL, parts - row * _FULL))
        for cell in range(left, min(left + wide, len(grid[0]))):
            if here:
                grid[rows - row][cell] = (_PARTS[here], "good")


def _number(grid: list[list[Word]], count: int, top: int, left: int, slot: int) -> None:
    text = str(count)
    if not count or (len(text) >= slot > 1) or len(text) > slot:
        return
    rows = len(grid) - 1
    parts = max(1, round(count / top * rows * _FULL))
    row = rows - -(-parts // _FULL)
    begin = left + (slot - len(text)) // 2
    for place, sign in enumerate(text):
        if begin + place < len(grid[0]):
            grid[row][begin + place] = (sign, "")


def _below(labels: Sequence[tuple[str, str]], slot: int, wide: int, room: int) -> list[str]:
    """Write both rows of labels below their columns: in the middle where they fit, else from the left."""
    firsts, seconds = [], []
    for place, (first, second) in enumerate(labels):
        spare = slot - cell_len(first)
        begin = place * slot + (spare // 2 if spare >= 0 else (slot - wide) // 2)
        firsts.append((begin, first))
        seconds.append((begin, second))
    return [label_line(evenly(firsts, room), room), label_line(once_each(seconds), room)]


def apportioned(counts: Sequence[int], cells: int) -> list[int]:
    """Share cells out among numbers: in proportion, one at least for each that is not 0."""
    whole = sum(counts)
    if not whole:
        return [0] * len(counts)
    shares = [max(1, cells * count // whole) if count else 0 for count in counts]
    order = sorted(
        range(len(counts)), key=lambda place: shares[place] - cells * counts[place] / whole
    )
    for place in order:
        if sum(shares) >= cells:
            break
        shares[place] += bool(counts[place])
    while sum(shares) > cells and max(shares) > 1:
        shares[shares.index(max(shares))] -= 1
    return shares


def stacked(counts: Sequence[int], signs: Sequence[Word], cells: int) -> tuple[Word, ...]:
    """Give one bar of several parts, each with its own sign."""
    shares = apportioned(counts, cells)
    return tuple(
        (sign * share, style) for share, (sign, style) in zip(shares, signs, strict=True) if share
    )


def field_of_figures(
    rows: Sequence[str], names: Sequence[str], counts: Sequence[Sequence[int]], width: int
) -> list[Line]:
    """Draw a table of figures, each with a shade that says how it compares; sums at the right.

    Args:
        rows: What each row is called.
        names: What each column is called.
        counts: A row of numbers for each.
        width: In cells.
    """
    before = max(map(cell_len, rows)) + 1
    most = max([1, *(count for row in counts for count in row)])
    each = min(18, max(6, (width - before - 6) // max(1, len(names))))
    heads = [_right(harmless(name), each) for name in names]
    lines = [line(" " * before, ("".join(heads), "muted"), (f"{'all':>6}", "muted")), BLANK]
    for name, row in zip(rows, counts, strict=True):
        cells = [word for count in row for word in _figure(count, most, each)]
        lines.append(line(f"{name:<{before}}", *cells, (f"{sum(row) or '·':>6}", "accent")))
    sums = [sum(row[place] for row in counts) for place in range(len(names))]
    total = "".join(f"{count:>{each}}" for count in sums)
    return [
        *lines,
        BLANK,
        line(f"{'all':<{before}}", (total, "accent"), (f"{sum(sums):>6}", "accent")),
    ]


def _right(text: str, width: int) -> str:
    shown = cut(text, width - 2)
    return " " * (width - cell_len(shown)) + shown


def _figure(count: int, most: int, width: int) -> tuple[Word, ...]:
    """Give a number at the right of its column, and left of it as much shade as it is much."""
    if not count:
        return ((f"{'·':>{width}}", "faint"),)
    number = f"{count:>4}"
    room = width - len(number) - 2
    cells = max(1, round(count / most * room)) if room > 0 else 0
    shade = _SHADES[max(1, -(-count * (len(_SHADES) - 1) // most))]
    bar = shade * cells
    return ((" " * (width - len(number) - cells), ""), (bar, "good"), (number, ""))
