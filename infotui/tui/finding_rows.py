"""Findings of all talks as rows: by kind, with who said each, and the pairs that are at odds (S12, M9)."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.findings import FoundRow, Odds
from infotui.domain.moment import say_day
from infotui.domain.note import FINDING_KINDS
from infotui.domain.saturation import Saturation, say
from infotui.domain.text import clean_line, count_of
from infotui.tui.widgets.lines import BLANK, Line, Word, cut, line, wrap

ALL: Final = "all"
OPEN: Final = "at odds"
SETTLED: Final = "settled"
_LINES: Final = 2  # of a finding in the list; the foot has all of it


class Group(NamedTuple):
    """A group of findings: one of the nine kinds, all of them, or the pairs at odds."""

    key: str
    number: int | None  # None while it is still being guessed


class OddsRow(NamedTuple):
    """A row of a pair: its heading, or one of its two findings."""

    odds: Odds
    finding: FoundRow | None = None


def groups(rows: Sequence[FoundRow], odds: int | None, settled: int) -> list[Group]:
    """Give the groups with how many each has."""
    counted = Counter(row.kind for row in rows)
    kinds = [Group(kind, counted[kind]) for kind in FINDING_KINDS]
    return [Group(ALL, len(rows)), *kinds, Group(OPEN, odds), Group(SETTLED, settled)]


def odds_rows(pairs: Sequence[Odds]) -> list[OddsRow]:
    """Give the rows of pairs: a heading over the two findings of each."""
    return [row for odds in pairs
            for row in (OddsRow(odds), OddsRow(odds, odds.older), OddsRow(odds, odds.newer))]  # fmt: skip


def draw_group(group: Group, width: int) -> Sequence[Line]:
    """Draw a group with its number."""
    words = {OPEN: "≠ at odds", SETTLED: "≠ settled", ALL: "all findings"}
    text = words.get(group.key, group.key)
    style = "warn" if group.key == OPEN and group.number else "strong" if group.number else "muted"
    number = "…" if group.number is None else str(group.number)
    return (line((cut(text, width), style), right=((number, "muted"),)),)


def draw_found(
    row: FoundRow, width: int, zone: ZoneInfo, today: date, odd: Collection[int], kind: bool
) -> Sequence[Line]:
    """Draw a finding in three lines: its words, who said it, and whether something is at odds with it.

    Args:
        row: The finding.
        width: In cells.
        zone: In which its day is said.
        today: The year of other days is said.
        odd: The findings with which something is at odds.
        kind: Whether its kind is said as well.
    """
    texts = wrap(clean_line(row.text), width - 2)
    if len(texts) > _LINES:
        texts = [*texts[: _LINES - 1], cut(" ".join(texts[_LINES - 1 :]), width - 2)]
    lines = [line(("* ", "good") if place == 0 else "  ", text) for place, text in enumerate(texts)]
    right: list[Word] = [("≠ at odds ", "warn")] if row.id in odd else []
    right += [(row.kind, "good")] if kind else []
    below = line(("  ", ""), (_who(row, zone, today), "muted"), right=right)
    return (*lines, below, *([BLANK] * (_LINES - len(lines))))


def _who(row: FoundRow, zone: ZoneInfo, today: date) -> str:
    day = say_day(row.talk.at.astimezone(zone).date(), today)
    return " · ".join(part for part in (row.talk.who, row.talk.organization, day) if part)


def draw_odds(row: OddsRow, width: int, zone: ZoneInfo, today: date) -> Sequence[Line]:
    """Draw a row of a pair."""
    odds, found = row
    if found is None:
        said = {"open": "may be at odds", "none": "not at odds"}.get(odds.state, odds.state)
        words = f"{said}: {odds.why}" if odds.why else said
        style = "warn" if odds.state == "open" else "muted"
        texts = wrap(words, width - len(odds.older.kind) - 2)
        first = line((texts[0], style), right=((odds.older.kind, "good"),))
        return (first, *(line((text, style)) for text in texts[1:]))
    sign = "* " if found is odds.older else "≠ "
    drawn = [line((sign if place == 0 else "  ", "good" if sign == "* " else "warn"), text)
             for place, text in enumerate(wrap(clean_line(found.text), width - 2))]  # fmt: skip
    drawn.append(line(("  ", ""), (_who(found, zone, today), "muted")))
    return drawn if found is odds.older else [*drawn, BLANK]


def is_finding(row: OddsRow) -> bool:
    """Whether the cursor may stand on a row of a pair."""
    return row.finding is not None


def draw_goal(row: Saturation, width: int, guessing: bool) -> Sequence[Line]:
    """Draw how far a goal is answered: its figures, and what they suggest."""
    told = f"{count_of(row.people, 'person')} · {count_of(row.talks, 'talk')}"
    first, *rest = wrap(row.title, max(8, width - len(told) - 2))
    lines = [line((first, "strong" if row.talks else "muted"), right=((told, "muted"),))]
    lines += [line((text, "strong")) for text in rest]
    if row.talks:
        last = f"last two talks: {row.last}, of them {row.new} new"
        odds = "contradictions: …" if guessing else f"{count_of(row.odds, 'contradiction')} open"
        words = f"{count_of(row.findings, 'finding')} · {last} · {odds}"
        lines += [line(("  ", ""), (text, "")) for text in wrap(words, width - 2)]
    style = "good" if row.enough else "accent" if row.new and row.talks > 1 else "muted"
    lines += [line(("  → " if place == 0 else "    ", style), (text, style))
              for place, text in enumerate(wrap(say(row), width - 4))]  # fmt: skip
    return (*lines, BLANK)
