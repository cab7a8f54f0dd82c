"""The six pictures of past talks: what each is called, what it says when there is little, how it is drawn."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from infotui.domain.pictures.referrals import way_of
from infotui.domain.pictures.table import Way
from infotui.domain.text import count_of
from infotui.services.pictures import Pictures
from infotui.tui import picture_lines as lines
from infotui.tui.widgets.lines import Line

_FEW: Final = 3  # from so many on a picture shows more than its figures


class Rows(NamedTuple):
    """A picture of one row after the other, each of which leads somewhere."""

    ways: Sequence[Way]
    draw: Callable[[int, int], Sequence[Line]]  # the place of a row, the width
    head: Callable[[int], Line] | None = None


class Kind(NamedTuple):
    """One picture; what it shows is handed to each of its functions.

    `points` tells how many figures there are in it; `thing` names one of them where a few tell no
    direction.
    """

    name: str
    title: str
    of: Callable[[Pictures], Any]
    thing: str
    points: Callable[[Any], int]
    missing: tuple[str, str]
    legend: Callable[[Any], Line] | None = None
    chart: Callable[[Any, int, int], Sequence[Line]] | None = None
    rows: Callable[[Any], Rows | None] | None = None

    def said(self, shown: Any) -> str:
        """Say in a sentence what is to be seen, and that it is little where it is."""
        points = self.points(shown)
        if not self.thing or not 0 < points < _FEW:
            return str(shown.said)
        few = f"With {count_of(points, self.thing)} there is no direction to see yet."
        return f"{shown.said} {few}"


def _time_rows(shown: Any) -> Rows | None:
    if not shown.single:
        return None
    talks = tuple(reversed(shown.talks))
    top = lines.longest(talks)
    ways = [Way("talk", talk.id) for talk in talks]
    return Rows(ways, lambda place, width: lines.draw_time_row(talks[place], top, width))


def _tree_rows(shown: Any) -> Rows:
    ways = [way_of(row) for row in shown.rows]
    return Rows(
        ways, lambda place, width: lines.draw_tree_row(shown, place, width), lines.tree_head
    )


PICTURES: Final = (
    Kind(
        "Talks", "How many talks, and when", lambda all_of_them: all_of_them.talks,
        "talk", lambda shown: sum(shown.counts),
        ("No talk took place yet.",
         "6 goes live; g on Today logs a talk that took place. Each is counted here."),
        chart=lines.draw_over_time,
    ),
    Kind(
        "Time", "How long talks were to last, and how long they did",
        lambda all_of_them: all_of_them.times, "talk", lambda shown: len(shown.talks),
        ("No talk took place yet.",
         "After one you see here what you asked for, what was agreed, and what was used."),
        lines.time_legend, lines.draw_times, _time_rows,
    ),
    Kind(
        "Confidence", "How sure you were after each talk", lambda all_of_them: all_of_them.confidence,
        "debrief", lambda shown: len(shown.points),
        ("No debrief says yet how sure you were.",
         "b on a talk in Review opens its debrief; there you choose from 1 to 5."),
        lines.sure_legend, lines.draw_confidence,
    ),
    Kind(
        "Outreach", "What came back when you wrote or rang", lambda all_of_them: all_of_them.outreach,
        "message", lambda shown: shown.sent,
        ("Nobody was written to or rung yet.",
         "When you keep with a contact that you wrote or rang, and what came back, it is counted here:"
         " warm through somebody you both know, cold without."),
        lines.outreach_legend, lines.draw_outreach,
    ),
    Kind(
        "Findings", "What you found out, by kind and by field", lambda all_of_them: all_of_them.findings,
        "", lambda shown: shown.total,
        ("There is no finding yet.",
         "In a talk a line that begins with * is one; f on a note in Review makes one of it."),
        chart=lines.draw_findings,
    ),
    Kind(
        "Tree", "Who led to whom", lambda all_of_them: all_of_them.referrals,
        "", lambda shown: sum(row.parent >= 0 for row in shown.rows),
        ("Nobody has led you to anybody yet.",
         "In a talk a note that begins with > is somebody they name; on a contact “Through whom” says"
         " who led you to them. Both grow here."),
        rows=_tree_rows,
    ),
)  # fmt: skip
TREE: Final = len(PICTURES) - 1
