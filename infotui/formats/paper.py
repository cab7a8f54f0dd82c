"""The plan of an interview as one printable page of 80 columns (M11); it knows no file and no printer."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from infotui.domain.capture import SIGN_OF
from infotui.domain.interview import Marks, PlanSheet
from infotui.domain.moment import say_long_day
from infotui.domain.question import QuestionRow
from infotui.domain.text import clean_line
from infotui.formats.columns import hung, wrap

WIDTH: Final = 80
LINES: Final = 60  # of one page, as most printers see it
_MOST_SPACE: Final = 6  # ruled lines under one question
_INDENT: Final = "    "
_LABEL: Final = 10

_COURTESY: Final = "say “I said I would keep to the time. Are you still good to go on?”"
_SPOKEN: Final = {
    15: "a quarter of an hour",
    20: "twenty minutes",
    30: "the half hour",
    60: "the hour",
}
_FOOT: Final = (
    "Typing it up: w in Review. “4 what they said” lands on question 4; a line without a number "
    "belongs to the question before it."
)


def page(
    sheet: PlanSheet,
    questions: Sequence[QuestionRow],
    marks: Marks,
    zone: ZoneInfo,
    more_on_time: Sequence[str] = (),
) -> str:
    """Lay out a plan on one page.

    The space under the questions shrinks when there are many; only a plan with more words than a
    page can hold is longer.

    Args:
        sheet: The plan.
        questions: Its questions, in order; those asked of me are left out.
        marks: The marks that hold for it.
        zone: Whose wall clock is meant.
        more_on_time: What else is to be said of the time: their clock, when to leave.
    """
    before = [*_head(sheet, zone, more_on_time), *_block("FIRST", sheet.opening)]
    asked = [_question(row) for row in questions if row.origin != "asked of me"]
    after = [
        *_block("LAST", sheet.close),
        *_block("IF THEY ASK", sheet.if_asked),
        *_block("MARKS", _marks(sheet, marks, zone)),
        "-" * WIDTH,
        *wrap(_FOOT, WIDTH),
        *_signs(),
    ]
    taken = len(before) + len(after) + sum(map(len, asked)) + 1
    musts = [row.importance == "must" for row in questions if row.origin != "asked of me"]
    spaces = _spaces(musts, LINES - taken)
    rule = _INDENT + "_" * (WIDTH - len(_INDENT))
    spaced = zip(asked, spaces, strict=True)
    middle = [line for words, space in spaced for line in (*words, *[rule] * space)]
    if not asked:
        middle = [rule] * max(3, min(30, LINES - taken))
    return "\n".join([*before, "", *middle, *after]) + "\n"


def _signs() -> list[str]:
    """Give the signs of the capture grammar, each beside what it makes of a line (M2)."""
    said = [f"{sign} {kind}" for kind, sign in SIGN_OF.items()]
    half = (len(said) + 1) // 2
    return ["   ".join(said[:half]), "   ".join(said[half:])]


def _spaces(musts: Sequence[bool], left: int) -> list[int]:
    """Share the lines that are left: the same to each question, what remains to the musts first."""
    if not musts:
        return []
    each = max(1, min(_MOST_SPACE, left // len(musts)))
    spaces = [each] * len(musts)
    more = left - each * len(musts) if each < _MOST_SPACE else 0
    for place in sorted(range(len(musts)), key=lambda i: not musts[i])[: max(0, more)]:
        spaces[place] += 1
    return spaces


def _head(sheet: PlanSheet, zone: ZoneInfo, more_on_time: Sequence[str]) -> list[str]:
    interview = sheet.interview
    lines = wrap(interview.title, WIDTH)
    said = [_when(sheet, zone), *more_on_time]
    said += [_where(sheet), clean_line(interview.entry)]
    if facts := " · ".join(part for part in said if part):
        lines += wrap(facts, WIDTH)
    goals = [clean_line(goal.text) for goal in sheet.goals if clean_line(goal.text)]
    return [*lines, *_block("GOAL", "\n".join(goals), gap=False), "=" * WIDTH]


def _when(sheet: PlanSheet, zone: ZoneInfo) -> str:
    at = sheet.interview.scheduled_at
    if at is None:
        return ""
    local = at.astimezone(zone)
    return f"{say_long_day(local.date())}, {local:%H:%M} ({zone.key})"


def _where(sheet: PlanSheet) -> str:
    interview = sheet.interview
    return ": ".join(part for part in (interview.place_kind, clean_line(interview.place)) if part)


def _block(label: str, text: str, *, gap: bool = True) -> list[str]:
    """A text behind its label; nothing at all when there is no text."""
    if not text.strip():
        return []
    first = f"{label:<{_LABEL}}" if len(label) < _LABEL else f"{label}  "
    return [*([""] if gap else []), *hung(first, text, WIDTH)]


def _question(row: QuestionRow) -> list[str]:
    # The word stands beside the star: not every printer has the star.
    must = "★ must  " if row.importance == "must" else ""
    lines = hung(f"{row.position:>2}  {must}", clean_line(row.text) or "(no words yet)", WIDTH)
    if note := clean_line(row.research):
        lines += hung(f"{_INDENT}note: ", note, WIDTH)
    return lines


def _marks(sheet: PlanSheet, marks: Marks, zone: ZoneInfo) -> str:
    """Say when which mark is reached: by the wall clock, else in minutes from the start."""
    start = sheet.interview.scheduled_at
    parts = []
    for minutes, what in _reached(marks):
        if start is None:
            parts.append(f"after {minutes} minutes{': ' if what else ''}{what}")
            continue
        at = (start + timedelta(minutes=minutes)).astimezone(zone)
        said = [_SPOKEN.get(minutes, f"{minutes} minutes"), what]
        parts.append(f"{at:%H:%M} {': '.join(part for part in said if part)}")
    return " · ".join(parts)


def _reached(marks: Marks) -> list[tuple[int, str]]:
    """Give the minutes of each mark with what is to be said or known then; no mark stands twice."""
    nudge, decision, last = marks.minutes
    early = [(nudge, "")] if nudge < decision else []
    late = [(last, "the last mark")] if last > decision else []
    return [*early, (decision, _COURTESY), *late]
