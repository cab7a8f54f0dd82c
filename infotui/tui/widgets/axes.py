"""The axes of a picture: where values lie in cells, and labels that never run into each other."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len

from infotui.tui.widgets.lines import Line, Word, cut, line

_NICE: Final = (1, 2, 5)


def steps_up_to(top: float, most: int) -> list[int]:
    """Give round numbers from 0 to at least `top`, at most so many of them beside the 0."""
    size, unit = 0, 1
    while True:
        step = _NICE[size % len(_NICE)] * unit
        if step * max(1, most) >= top:
            break
        size += 1
        unit = 10 ** (size // len(_NICE))
    count = max(1, -int(-top // step))
    return [step * place for place in range(count + 1)]


def label_line(labels: Iterable[tuple[int, str]], width: int) -> str:
    """Write labels at their cells, from the left; one that would touch another is left out.

    Args:
        labels: Each (cell, text), in the order of their cells.
        width: In cells; a label that begins too far to the right is moved to fit.
    """
    text, used = "", 0
    for cell, label in labels:
        length = cell_len(label)
        begin = max(0, min(cell, width - length))
        if not label or length > width or begin < used + (1 if used else 0):
            continue
        text += " " * (begin - used) + label
        used = begin + length
    return text


def once_each(labels: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Give each label where it begins to hold; one that the next follows too closely gives way to it."""
    firsts: list[tuple[int, str]] = []
    last = ""
    for cell, label in labels:
        if label != last:
            if firsts and firsts[-1][0] + cell_len(last) >= cell:
                firsts.pop()
            firsts.append((cell, label))
            last = label
    return firsts


def gutter(
    ticks: Sequence[tuple[int, str]], height: int, *, room: int = 0
) -> list[tuple[Word, ...]]:
    """Give what stands left of each row of a picture: the ticks of the axis and its line.

    Args:
        ticks: Each (row counted from the top, text).
        height: In rows.
        room: Cells for the texts at least.
    """
    wide = max([room, *(cell_len(text) for _, text in ticks)])
    at = dict(ticks)
    rows: list[tuple[Word, ...]] = []
    for row in range(height):
        text = at.get(row)
        said = "" if text is None else cut(text, wide)
        mark = " │" if text is None else " ┤"
        rows.append(((" " * (wide - cell_len(said)) + said, "muted"), (mark, "faint")))
    return rows


def foot(before: int, width: int, ticks: Iterable[int], rows: Sequence[str]) -> list[Line]:
    """Give the line below a picture with its ticks, and the rows of labels below it.

    Args:
        before: Cells left of the picture, the axis being the last of them.
        width: Of the picture, in cells.
        ticks: Cells at which a mark stands.
        rows: What is written below, each already as wide as the picture at most.
    """
    marks = {tick for tick in ticks if 0 <= tick < width}
    drawn = "".join("┬" if cell in marks else "─" for cell in range(width))
    axis = line((" " * (before - 1) + "└" + drawn, "faint"))
    return [axis, *(line((" " * before + text, "muted")) for text in rows if text)]


def joined(cells: Iterable[Word]) -> tuple[Word, ...]:
    """Make one word of neighbours that look alike."""
    words: list[Word] = []
    for sign, style in cells:
        if words and words[-1][1] == style:
            words[-1] = (words[-1][0] + sign, style)
        else:
            words.append((sign, style))
    return tuple(words)
