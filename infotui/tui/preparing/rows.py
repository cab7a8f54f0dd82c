"""Questions, bank entries and research notes as lines of a list; it fetches and changes nothing."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.bank import BankQuestion
from infotui.domain.contact import ResearchRow
from infotui.domain.delta import DeltaRow
from infotui.domain.moment import say_day
from infotui.domain.question import QuestionRow
from infotui.domain.question_list import ListedQuestion, QuestionList
from infotui.domain.text import clean_line
from infotui.tui.widgets.lines import Line, Word, cut, line, wrap

_STAR: Final = {"must": ("★ ", "warn"), "should": ("  ", ""), "could": ("· ", "faint")}
_TAILORED: Final = {
    "raw": ("not tailored", "warn"), "filled": ("filled", "good"),
    "edited": ("edited", "good"), "own": ("own", "good"),
}  # fmt: skip


class Heading(NamedTuple):
    """What stands above some rows; the cursor passes over it."""

    text: str
    aside: str = ""


def draw_heading(row: Heading) -> Sequence[Line]:
    """Draw a heading."""
    return (line((row.text, "accent"), right=((row.aside, "muted"),)),)


def is_row(row: object) -> bool:
    """Whether the cursor may stand on a row."""
    return not isinstance(row, Heading)


def _first(texts: Sequence[str], most: int) -> Sequence[str]:
    """Give the first lines of a text; the last one tells when there are more."""
    return texts if len(texts) <= most else (*texts[: most - 1], f"{texts[most - 1]}…")


def draw_question(row: QuestionRow, width: int, flags: Sequence[str] = ()) -> Sequence[Line]:
    """Draw a question: its place, its importance, its words, how far it is tailored.

    Args:
        row: The question.
        width: In cells.
        flags: What should be looked at once more, such as that it asks for a job (S7).
    """
    mark, style = _TAILORED[row.tailoring]
    if row.origin == "arisen":
        mark, style = "arisen", "muted"
    room = max(10, width - 6 - len(mark) - 2)
    texts = _first(wrap(row.text.strip() or "(no words yet)", room), 4)
    first = line((f"{row.position:>2} ", "muted"), _STAR[row.importance],
                 (texts[0], "strong" if row.importance == "must" else ""),
                 right=((mark, style),))  # fmt: skip
    below = [line("     ", ("! " + flag, "bad")) for flag in flags]
    return (first, *(line("     ", text) for text in texts[1:]), *below)


def draw_entry(
    entry: BankQuestion, width: int, taken: Collection[str], goals: Collection[str]
) -> Sequence[Line]:
    """Draw an entry of the bank: whether it is on the plan already, or fits the goals (S43)."""
    on_plan = entry.id in taken
    fits = bool(set(goals).intersection(entry.goals))
    sign = ("✓ ", "good") if on_plan else ("◆ ", "accent") if fits else ("  ", "")
    style = "faint" if on_plan else ""
    texts = _first(wrap(entry.text, max(10, width - 2)), 3)
    return tuple(line(sign if not i else "  ", (text, style)) for i, text in enumerate(texts))


def draw_listed(row: ListedQuestion, width: int, *, on_plan: bool = False) -> Sequence[Line]:
    """Draw a question of another interview's list, and whether it is on this plan already."""
    texts = _first(wrap(row.text.strip() or "(no words yet)", max(10, width - 4)), 3)
    style = "faint" if on_plan else ""
    first = line(("✓ " if on_plan else "  ", "good"), _STAR[row.importance], (texts[0], style))
    return (first, *(line("    ", (text, style)) for text in texts[1:]))


def draw_note(row: ResearchRow, width: int, zone: ZoneInfo) -> Sequence[Line]:
    """Draw a research note: its day, its first words, where it is from (S27)."""
    day = say_day(row.noted_at.astimezone(zone).date())
    title = clean_line(row.body) or "(no words yet)"
    source: tuple[Word, ...] = ()
    if width > 50 and row.source:
        source = ((cut(row.source, width // 3), "faint"),)
    return (line((f"{day:<11}", "muted"), title, right=source),)


_LEFT: Final = {
    "learned": "learned", "my promise": "I owe", "their promise": "they owe",
    "must skipped": "not asked", "at odds": "at odds",
}  # fmt: skip


def draw_left(row: DeltaRow, width: int, zone: ZoneInfo, today: date) -> Sequence[Line]:
    """Draw what an earlier talk left: whether it is a question by now, what kind, what, from whom (M8)."""
    sign = ("✓ ", "good") if row.taken is not None else ("  ", "")
    style = "faint" if row.taken is not None else ""
    told = say_day(row.when.astimezone(zone).date(), today)
    aside = f"{row.who.split()[0]} · {told}" if width > 50 else ""
    room = max(10, width - 13 - len(aside) - 1)
    texts = _first(wrap(clean_line(row.text), room), 4 if row.kind == "at odds" else 2)
    first = line(sign, (f"{_LEFT[row.kind]:<10} ", "muted"), (texts[0], style),
                 right=((aside, "faint"),) if aside else ())  # fmt: skip
    return (first, *(line(" " * 13, (text, style)) for text in texts[1:]))


def say_list(row: QuestionList, zone: ZoneInfo, today: date) -> str:
    """Say whose list it is: `Ana Brightwater · Thu 1 Oct`."""
    return f"{row.contact} · {say_day(row.when.astimezone(zone).date(), today)}"
