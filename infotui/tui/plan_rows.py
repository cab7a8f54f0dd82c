"""The plan of an interview as rows of a list: what each says, and which text it leads to."""

from collections.abc import Sequence
from typing import NamedTuple

from infotui.domain.day_sheet import items_for
from infotui.domain.interview import Marks, PlanSheet
from infotui.domain.question import QuestionRow, count_advice
from infotui.tui.widgets.lines import BLANK, Line, line, wrap

_LABEL = 14


class PlanRow(NamedTuple):
    """One row; an empty `key` is a gap. `field` is the (noun, field, id) of a text one can write."""

    key: str
    label: str
    text: str
    hint: str = ""
    field: tuple[str, str, int] | None = None
    done: bool | None = None


_GAP = PlanRow("", "", "")


def plan_rows(
    sheet: PlanSheet, questions: Sequence[QuestionRow], marks: Marks, when: str
) -> list[PlanRow]:
    """Give the rows of a plan, in the order in which one prepares.

    Args:
        sheet: The plan.
        questions: Its questions.
        marks: The marks that hold for it.
        when: Its time as it is said; empty when there is none.
    """
    return [
        *_goals(sheet),
        PlanRow("why", "Why them", sheet.why, "why this very person", _text(sheet, "why")),
        _GAP,
        *_time_and_place(sheet, marks, when),
        _GAP,
        *_talk(sheet, questions),
        _GAP,
        PlanRow("person research", "On the person", _notes(sheet.person_notes)),
        PlanRow("organization research", "On the org.", _notes(sheet.organization_notes)),
        _GAP,
        *_day_sheet(sheet),
    ]


def _text(sheet: PlanSheet, field: str) -> tuple[str, str, int]:
    return ("interview", field, sheet.interview.id)


def _time_and_place(sheet: PlanSheet, marks: Marks, when: str) -> list[PlanRow]:
    interview, said = sheet.interview, "/".join(map(str, marks.minutes))
    place = _text(sheet, "place")
    return [
        PlanRow("when", "When", when, "t sets day and time"),
        PlanRow("place kind", "Where", interview.place_kind, "p: office, coffee shop, video, …"),
        PlanRow("place", "Address", interview.place, "address, room, or link", place),
        PlanRow("chosen", "Chosen by", sheet.place_chosen_by, "theirs to choose first"),
        PlanRow("marks", "Marks", f"{said} minutes"),
    ]


def _talk(sheet: PlanSheet, questions: Sequence[QuestionRow]) -> list[PlanRow]:
    raw = sum(1 for q in questions if q.tailoring == "raw")
    count = count_advice(sum(1 for q in questions if q.origin != "arisen"))
    tailored = f", {raw} not yet tailored" if raw else ""
    hint = "who I am, why you, thanks, how long"
    if_asked = "what to say if they ask about me"
    return [
        PlanRow("opening", "Opening", sheet.opening, hint, _text(sheet, "opening")),
        PlanRow("questions", "Questions", count + tailored),
        PlanRow("close", "Close", sheet.close, "thanks, what happens next", _text(sheet, "close")),
        PlanRow("if_asked", "If they ask", sheet.if_asked, if_asked, _text(sheet, "if_asked")),
    ]


def _day_sheet(sheet: PlanSheet) -> list[PlanRow]:
    return [
        PlanRow(
            f"item {item.key}",
            "Day sheet" if not place else "",
            item.words,
            done=item.key in sheet.day_sheet_done,
        )
        for place, item in enumerate(items_for(sheet.interview.place_kind))
    ]


def _goals(sheet: PlanSheet) -> list[PlanRow]:
    rows = [
        PlanRow(f"goal {goal.id}", "Goal" if not place else "", goal.text, "a goal in my own words",
                ("goal", "text", goal.id))
        for place, goal in enumerate(sheet.goals)
    ]  # fmt: skip
    return [*rows, PlanRow("add goal", "" if rows else "Goal", "", "g adds a goal")]


def _notes(count: int) -> str:
    return f"{count} research note{'s' if count > 1 else ''}" if count else ""


def draw_plan_row(row: PlanRow, width: int) -> Sequence[Line]:
    """Draw a row: its label, its words (at most three lines), or what belongs there."""
    if not row.key:
        return (BLANK,)
    label = (f"{row.label:<{_LABEL}}", "muted")
    if row.done is not None:
        sign = ("[x] ", "good") if row.done else ("[ ] ", "warn")
        return (line(label, sign, row.text),)
    if not row.text.strip():
        return (line(label, (row.hint or "none yet", "faint")),)
    texts = [text for text in wrap(row.text, max(8, width - _LABEL)) if text.strip()]
    more = "…" if len(texts) > 3 else ""
    first, *rest = texts[:3]
    if rest:
        rest[-1] += more
    return (line(label, first), *(line(" " * _LABEL, text) for text in rest))
