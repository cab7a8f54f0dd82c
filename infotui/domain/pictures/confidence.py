"""How sure I was after each talk, in time (S10): debrief by debrief, and of many by period."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from infotui.domain.debrief import CONFIDENCE
from infotui.domain.pictures.periods import Periods, day_words, periods_of
from infotui.domain.pictures.table import Column, Table, TableRow, Way
from infotui.domain.pictures.talks import SINGLE, TalkFigures
from infotui.domain.text import count_of

LAST: Final = 5  # debriefs whose average tells a direction
_NUMBERS: Final = ("one", "two", "three", "four", "five")


class Sure(NamedTuple):
    """How sure I was after one talk, and in the average of the last few up to it."""

    talk: TalkFigures
    step: int
    average: float


class Confidence(NamedTuple):
    """How sure I was after each talk, in time (S10)."""

    points: tuple[Sure, ...] = ()  # the oldest first
    periods: Periods | None = None
    counts: tuple[tuple[int, ...], ...] = ()  # of each period how many said each step
    said: str = ""

    @property
    def single(self) -> bool:
        """Whether each debrief is drawn for itself."""
        return len(self.points) <= SINGLE

    def table(self) -> Table:
        """Give a row for each debrief that has a confidence, the latest first; of many below their period."""
        rows: list[TableRow] = []
        place = -1
        for sure in reversed(self.points):
            if not self.single and self.periods is not None:
                here = self.periods.place(sure.talk.day)
                if here != place:
                    rows.append(_heading(self.periods.name(here), self.counts[here]))
                place = here
            rows.append(TableRow(_cells(sure), Way("talk", sure.talk.id)))
        columns = (
            Column("when", number=False), Column("with", number=False), Column("confidence", number=False),
            Column(f"last {LAST}"),
        )  # fmt: skip
        return Table(columns, tuple(rows))


def _cells(sure: Sure) -> tuple[str, ...]:
    said = f"{sure.step} {CONFIDENCE[sure.step]}"
    return (day_words(sure.talk.day), sure.talk.who, said, f"{sure.average:.1f}")


def average_of(counts: Sequence[int]) -> float:
    """Give the average step of a period in which at least one debrief says one."""
    total = sum(step * count for step, count in zip(CONFIDENCE, counts, strict=True))
    return total / sum(counts)


def _heading(name: str, counts: Sequence[int]) -> TableRow:
    cells = (name, f"average of {sum(counts)}", f"{average_of(counts):.1f}", "")
    return TableRow(cells, heading=True)


def confidence(talks: Sequence[TalkFigures]) -> Confidence:
    """Give how sure I was after each talk whose debrief says it.

    Args:
        talks: The oldest first.
    """
    steps = [(talk, talk.confidence) for talk in talks if talk.confidence is not None]
    points = []
    for place, (talk, step) in enumerate(steps):
        last = [s for _, s in steps[max(0, place - LAST + 1) : place + 1]]
        points.append(Sure(talk, step, sum(last) / len(last)))
    cut = periods_of(talk.day for talk, _ in steps)
    counts = [[0] * len(CONFIDENCE) for _ in range(cut.many if cut is not None else 0)]
    if cut is not None:
        for talk, step in steps:
            counts[cut.place(talk.day)][step - 1] += 1
    return Confidence(tuple(points), cut, tuple(map(tuple, counts)), _words(points))


def _words(points: Sequence[Sure]) -> str:
    if not points:
        return ""
    top = max(CONFIDENCE)
    if len(points) <= LAST:
        average = sum(sure.step for sure in points) / len(points)
        many = count_of(len(points), "debrief")
        return f"{many}: {average:.1f} of {top} on average."
    before = points[-LAST - 1 :: -1][:LAST]
    mean = sum(sure.step for sure in before) / len(before)
    words = f"the {_NUMBERS[len(before) - 1]} before"
    return (
        f"{count_of(len(points), 'debrief')}: the last {_NUMBERS[LAST - 1]} {points[-1].average:.1f} of {top} "
        f"on average, {words} {mean:.1f}."
    )
