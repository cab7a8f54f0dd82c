"""The axes of a picture: where values lie in cells, and labels that never run into each other."""

from collections.abc import Iterable, Sequence
from typing import Final

from rich.cells import cell_len

from infotui.tui.widgets.lines import Line, Word, cut, line

_STARTS: Final = frozenset({"Q1", "Jan"})
_NICE: Final = (1, 2, 5)
_MINUTES: Final = (1, 2, 5, 10, 15, 20, 30)  # and then hours


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


def minutes_between(low: float, high: float, most: int) -> list[int]:
    """Give round numbers of minutes from at most `low` to at least `high`, at most so many steps.

    What is alike lies far below the top of an axis that begins at 0, and in one row of it.
    """
    size = 0
    while True:
        hours = size - len(_MINUTES)
        step = _MINUTES[size] if hours < 0 else 60 * 2**hours
        first, last = int(low // step), -int(-high // step)
        if last - first <= max(1, most):
            return [step * place for place in range(first, max(last, first + 1) + 1)]
        size += 1


def evenly(labels: Sequence[tuple[int, str]], width: int) -> list[tuple[int, str]]:
    """Give as many labels as have room beside each other, each as many places after the last.

    Names that come again, as those of quarters do, are left out so that the same ones stay.

    Args:
        labels: Each (cell, text), in the order of their cells.
        width: In cells.
    """
    names = [text for _, text in labels]
    again = names.index(names[0], 1) if names and names[0] in names[1:] else 1
    for each in range(1, len(labels)):
        if again % each and each % again:
            continue
        shown = labels[_first(names, min(again, len(names)), each) :: each]
        if len(label_line(shown, width).split()) == len(
            " ".join(text for _, text in shown).split()
        ):
            return list(shown)
    return list(labels[:1])


def _first(names: Sequence[str], again: int, each: int) -> int:
    """Where to begin so that the first name of a year is among those which stay."""
    starts = [place for place, name in enumerate(names[:again]) if name in _STARTS]
    return starts[0] % each if starts else 0


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
    """Give each label where it begins to hold; one that the next follows too closely gives way to it.

    The first one stays: the next moves on as far as it holds, or gives way itself.
    """
    firsts: list[tuple[int, str]] = []
    last = ""
    for cell, label in labels:
        if label == last:
            continue
        last = label
        free = firsts[-1][0] + cell_len(firsts[-1][1]) + 1 if firsts else 0
        if free > cell and len(firsts) > 1:
            firsts.pop()
            free = 0
        firsts.append((max(cell, free), label))
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
