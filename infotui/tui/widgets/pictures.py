"""Small pictures of figures and rows, as lines: bars, loops, the state of a search."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from rich.cells import cell_len

from infotui.domain.loop import LoopRow, SearchFigures, lateness
from infotui.domain.moment import say_due
from infotui.domain.text import count_of
from infotui.tui.widgets.lines import Line, Word, line, wrap

_FULL: Final = "▰"
_EMPTY: Final = "▱"
_WIDE: Final = 72  # cells from which on a name has room beside the words
_NARROW: Final = 40
_DUE_STYLE: Final = {"late": "bad", "today": "warn", "soon": "strong", "none": "muted"}


def bar(done: int, total: int) -> tuple[Word, ...]:
    """Give `▰▰▰▱▱` for so many of so many."""
    style = "good" if done * 2 >= total else "warn"
    return ((_FULL * done, style), (_EMPTY * (total - done), "faint"))


def time_bar(elapsed: timedelta, nudge: timedelta, agreed: timedelta, width: int) -> Line:
    """Give the bar of a live talk: what has passed, with a tick at the nudge and the agreed end."""
    longest = max(agreed, elapsed)
    if width < 4 or longest <= timedelta(0):
        return line()
    cells = width - 1

    def place(at: timedelta) -> int:
        return min(cells - 1, int(cells * (at / longest)))

    passed = place(elapsed) if elapsed < longest else cells
    words: list[Word] = []
    for cell in range(cells):
        here = longest * (cell / cells)
        style = "good" if here < nudge else "warn" if here < agreed else "bad"
        if cell < passed:
            words.append((_FULL, style))
        else:
            words.append(("│" if cell in {place(nudge), place(agreed)} else _EMPTY, "faint"))
    return Line(tuple(words))


def loop_lines(row: LoopRow, today: date, width: int, origin: str = "") -> Sequence[Line]:
    """Give the lines of an open loop: when, what, whose move; what is fair to do about it below.

    Mine begins with the day it is due; that of others with the working days it has stood (S35).

    Args:
        row: The loop.
        today: The day on which it is looked at.
        width: In cells.
        origin: Where it comes from, in words, to be said below.
    """
    mine = row.ball == "me"
    when = say_due(row.due, today) if mine else f"{row.waited:>3} d"
    style = _DUE_STYLE[lateness(row.due, today)] if mine else "muted"
    tight = width < _WIDE
    whose = "the introducer" if row.ball == "introducer" else row.contact
    age = f"{row.waited}d" if width < _NARROW else f"since {row.waited} d"
    since = (age if row.waited else "new") if mine else ""
    beside = " · ".join(part for part in (whose, since) if part)
    aside: tuple[Word, ...] = () if tight else ((beside, "muted"),)
    room = max(8, width - 8 - (0 if tight else cell_len(beside) + 2))
    texts = wrap(row.text, room)
    first = line((f"{when:<7} ", style), texts[0], right=aside)
    more = [line(" " * 8, text) for text in texts[1:3]]
    said = not mine and row.due is not None and not row.remark
    day = f"due {say_due(row.due, today)}" if said else ""
    parts = (beside if tight else "", day, row.remark, origin)
    below = wrap(" · ".join(part for part in parts if part), max(8, width - 8))[:3]
    return (first, *more, *(line(" " * 8, (text, "faint")) for text in below if text))


def losing_lines(row: LoopRow, width: int) -> Sequence[Line]:
    """Give the line of somebody with whom touch is being lost: days since, who, how often (S49)."""
    often = row.remark.removesuffix(" days")
    name = " · ".join(part for part in (row.contact, row.organization) if part)
    room = width - cell_len(often) - 10
    whole = cell_len(name) < room
    # The name counts more than how often: that is said where both have room.
    aside = ((often, "muted"),) if cell_len(row.contact) < room else ()
    return (line((f"{row.days:>3} d   ", "warn"), name if whole else row.contact, right=aside),)


def figures_lines(figures: SearchFigures, width: int) -> Sequence[Line]:
    """Give the state of a whole search in a few lines."""
    organizations = count_of(figures.organizations, "organization")
    people = f"{count_of(figures.contacts, 'person')} in {organizations}"
    talks = f"{figures.held} held, {figures.ahead} ahead"
    kinds = " · ".join(f"{kind} {count}" for kind, count in figures.findings)
    lines = [
        line(("People    ", "muted"), people),
        line(("Talks     ", "muted"), talks),
    ]
    for index, text in enumerate(wrap(kinds or "none yet", max(10, width - 10))[:2]):
        lines.append(line(("Findings  " if index == 0 else " " * 10, "muted"), text))
    return lines
