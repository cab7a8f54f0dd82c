"""Everyone's answers as rows to read: what a sheet is over, each talk's answer, and who gave none (M3)."""

from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.answers import AnswerRow, GapRow, Line, Sheet, Topic
from infotui.domain.blanks import readable
from infotui.domain.moment import say_day
from infotui.domain.text import clean_line, count_of
from infotui.tui.widgets.lines import BLANK, Word, cut, line, wrap
from infotui.tui.widgets.lines import Line as Drawn

WHATS: Final[dict[str, str]] = {
    "question": "question", "goal": "goal", "finding": "kind of finding", "tag": "tag",
    "field": "field of work",
}  # fmt: skip
_HEADINGS: Final[dict[str, str]] = {
    "question": "Questions", "goal": "Goals", "finding": "Kinds of findings",
    "field": "Fields of work", "tag": "Tags",
}  # fmt: skip
_MOST: Final = 8  # lines of one answer; the talk itself has all of them
_GLIMPSE: Final = 40  # answers, and people, of a sheet that is only looked at
_STATES: Final = {"answered": "good", "partly": "warn", "skipped": "muted"}


class SheetRow(NamedTuple):
    """One row of a sheet: a heading, an answer or a gap."""

    kind: str
    text: str = ""
    aside: str = ""
    answer: AnswerRow | None = None
    gap: GapRow | None = None


def title_of(topic: Topic) -> str:
    """Say what a sheet is over."""
    return f"#{topic.title}" if topic.what == "tag" else readable(topic.title)


def sheet_rows(sheet: Sheet, *, whole: bool = True) -> list[SheetRow]:
    """Give the rows of a sheet in the order in which it is read.

    Args:
        sheet: The sheet.
        whole: Otherwise of a long one only as much as one sees while choosing: to draw hundreds of
            answers with each key would be felt.
    """
    topic = sheet.topic
    talks = len({row.interview_id for row in sheet.rows if row.interview_id is not None})
    told = f"{count_of(topic.people, 'person')} · {count_of(talks, 'talk')}"
    rows = [SheetRow("title", title_of(topic), told)]
    rows += [SheetRow("joined", f"joined: {words.partition(':')[2]}") for words in topic.joined]
    if not sheet.rows:
        rows += [SheetRow("fact", "Nobody has said anything on it yet.")]
    rows += [SheetRow("gap line")]
    answers, gaps = len(sheet.rows), len(sheet.gaps)
    shown = (answers, gaps) if whole else (min(answers, _GLIMPSE), min(gaps, _GLIMPSE))
    rows += [SheetRow("answer", answer=_plainer(row, topic)) for row in sheet.rows[: shown[0]]]
    if shown[0] < answers:
        rows += [
            SheetRow("fact", f"… {answers - shown[0]} more: Enter shows all"),
            SheetRow("gap line"),
        ]
    if gaps:
        rows += [_gap_heading(sheet)]
        rows += [SheetRow("gap", gap=gap) for gap in sheet.gaps[: shown[1]]]
    if shown[1] < gaps:
        rows.append(SheetRow("fact", f"… {gaps - shown[1]} more: Enter shows all"))
    return rows


def is_long(sheet: Sheet) -> bool:
    """Whether a sheet has more than one sees of it while choosing."""
    return max(len(sheet.rows), len(sheet.gaps)) > _GLIMPSE


def _plainer(row: AnswerRow, topic: Topic) -> AnswerRow:
    """Leave the kind of each finding out where all of them are of one."""
    if topic.what != "finding":
        return row
    return row._replace(lines=tuple(said._replace(kind="") for said in row.lines))


def _gap_heading(sheet: Sheet) -> SheetRow:
    what = "Not asked" if sheet.topic.what == "question" else "Nothing from"
    people = count_of(len(sheet.gaps), "person")
    said = f"{what}: {people}" if sheet.topic.what == "question" else f"{what} {people}"
    planned = sum(gap.planned for gap in sheet.gaps)
    said += f", {planned} of them in a plan" if planned else ""
    plans = len({gap.ahead.id for gap in sheet.putting if gap.ahead is not None})
    keys = f"p: onto a plan · P: onto {count_of(plans, 'plan')}" if plans else "p: onto a plan"
    return SheetRow("heading", said, keys)


def is_pickable(row: SheetRow) -> bool:
    """Whether the cursor may stand on a row."""
    return row.kind in {"answer", "gap"}


def in_groups(topics: Sequence[Topic]) -> list[Topic | str]:
    """Give what sheets can be over with a heading above each group, which begins with its word."""
    rows: list[Topic | str] = []
    for what, group in groupby(topics, key=lambda topic: topic.what):
        many = list(group)
        rows += [f"{_HEADINGS[what]} · {len(many)}", *many]
    return rows


def draw_topic(topic: Topic | str, width: int) -> Sequence[Drawn]:
    """Draw what a sheet can be over, with how many people spoke to it; or the heading of a group."""
    if isinstance(topic, str):
        return (BLANK, line((topic, "accent")))
    said = count_of(topic.people, "person") if topic.people else "nobody yet"
    below = [WHATS[topic.what], *([f"{len(topic.joined)} joined"] if topic.joined else [])]
    style = "strong" if topic.people else "muted"
    return (
        line((cut(title_of(topic), width), style)),
        line(("  " + " · ".join(below), "faint"), right=((said, "muted"),)),
    )


def draw_sheet_row(
    row: SheetRow, width: int, zone: ZoneInfo, today: date, odd: Collection[int] = ()
) -> Sequence[Drawn]:
    """Draw a row of a sheet.

    Args:
        row: The row.
        width: In cells.
        zone: In which its day is said.
        today: The year of other days is said.
        odd: The notes with which something is at odds.
    """
    if row.answer is not None:
        return (*_answer(row.answer, width, zone, today, odd), BLANK)
    if row.gap is not None:
        return _gap(row.gap, width, zone, today)
    if row.kind == "gap line":
        return (BLANK,)
    style = {"title": "accent", "heading": "accent"}.get(row.kind, "muted")
    if row.kind == "title":
        return (
            *(line((text, style)) for text in wrap(row.text, width)),
            line((row.aside, "muted")),
        )
    first, *rest = wrap(row.text, max(8, width - len(row.aside) - 2))
    return (line((first, style), right=((row.aside, "muted"),)), *(line((t, style)) for t in rest))


def _answer(
    row: AnswerRow, width: int, zone: ZoneInfo, today: date, odd: Collection[int]
) -> list[Drawn]:
    day = say_day(row.at.astimezone(zone).date(), today) if row.at is not None else ""
    right: list[Word] = [(f"{row.state} ", _STATES.get(row.state, "muted"))] if row.state else []
    right.append((day, "muted"))
    drawn = [line((row.who, "strong"), (f"  {row.organization}", "muted"), right=right)]
    for said in row.lines[:_MOST]:
        drawn += _said(said, width, said.note_id in odd)
    if len(row.lines) > _MOST:
        drawn.append(line((f"  … {len(row.lines) - _MOST} more in the talk: Enter", "faint")))
    if not row.lines and row.state != "skipped":
        drawn.append(line(("  nothing was noted under it", "faint")))
    return drawn


def _said(said: Line, width: int, odd: bool) -> list[Drawn]:
    aside: list[Word] = [("≠ at odds", "warn")] if odd else []
    if said.kind:
        aside.append((f" {said.kind}" if odd else said.kind, "good"))
    taken = sum(len(text) for text, _ in aside)
    first, *rest = wrap(clean_line(said.text), max(8, width - 4 - (taken + 1 if taken else 0)))
    sign: Word = ("  * ", "good") if said.kind else ("  ", "")
    return [line(sign, first, right=aside), *(line("    " if said.kind else "  ", t) for t in rest)]


def _gap(row: GapRow, width: int, zone: ZoneInfo, today: date) -> Sequence[Drawn]:
    state = remark(row, zone, today)
    style = "good" if row.planned else "accent" if row.ahead is not None else "muted"
    names: list[Word] = [("· ", "faint"), (cut(row.name, max(8, width - len(state) - 4)), "strong")]
    more = [
        row.organization,
        "skipped once" if row.skipped else "",
        "archived" if row.archived else "",
    ]
    names.append(("  " + " · ".join(part for part in more if part), "muted"))
    return (line(*names, right=((state, style),)),)


def remark(row: GapRow, zone: ZoneInfo, today: date) -> str:
    """Say whether it stands in a plan, or where it could: the next talk with them."""
    when = ""
    if row.ahead is not None:
        at = row.ahead.at
        when = say_day(at.astimezone(zone).date(), today) if at is not None else row.ahead.state
    if row.planned:
        return f"in the plan{f', {when}' if when else ''}"
    return f"next talk: {when}" if row.ahead is not None else "no talk planned"
