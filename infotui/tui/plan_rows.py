"""The plan of an interview as rows of a list: what each says, and which text it leads to."""

from collections.abc import Sequence
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.day_sheet import DaySheet, items_for, place_word
from infotui.domain.interview import Marks, PlanSheet
from infotui.domain.leaving import IN_PERSON, say_leaving
from infotui.domain.moment import say_when
from infotui.tui.widgets.lines import BLANK, Line, Word, line, wrap

_LABEL = 14


class PlanRow(NamedTuple):
    """One row; an empty `key` is a gap. `field` is the (noun, field, id) of a text one can write.

    `more` stands behind the words, `doubt` on a line of its own: what is missing or in the way.
    """

    key: str
    label: str
    text: str
    hint: str = ""
    field: tuple[str, str, int] | None = None
    done: bool | None = None
    more: str = ""
    doubt: str = ""


class DayOf(NamedTuple):
    """The day of an interview as its rows say it: the sheet, my zone, and what comes too near."""

    sheet: DaySheet
    zone: ZoneInfo
    clash: str = ""


class Around(NamedTuple):
    """What happened around a plan: each time it was moved, and the rows of how they are reached."""

    moved: tuple[str, ...] = ()
    reaching: tuple[PlanRow, ...] = ()


NOTHING: Final = Around()
_GAP = PlanRow("", "", "")


def plan_rows(
    sheet: PlanSheet, marks: Marks, when: str, day: DayOf | None = None, around: Around = NOTHING
) -> list[PlanRow]:
    """Give the rows of a plan, in the order in which one prepares.

    Args:
        sheet: The plan.
        marks: The marks that hold for it.
        when: Its time as it is said; empty when there is none.
        day: What is known of its day; without it the sheet is that of its kind of place.
        around: How it was moved, and how they are reached.
    """
    return [
        *_goals(sheet),
        PlanRow("why", "Why them", sheet.why, "why this very person", _text(sheet, "why")),
        _GAP,
        *_time_and_place(sheet, marks, when, day, around.moved),
        *around.reaching,
        _GAP,
        *_talk(sheet),
        _GAP,
        *_day_sheet(sheet, day),
    ]


def _text(sheet: PlanSheet, field: str) -> tuple[str, str, int]:
    return ("interview", field, sheet.interview.id)


def _time_and_place(
    sheet: PlanSheet, marks: Marks, when: str, day: DayOf | None, moved: Sequence[str]
) -> list[PlanRow]:
    interview, said = sheet.interview, "/".join(map(str, marks.minutes))
    kind = interview.place_kind
    # A link is checked before it is stored, so that it is never written key by key.
    field = None if kind == "video" else _text(sheet, "place")
    clash = day.clash if day is not None else ""
    rows = [
        PlanRow("people", "With", interview.who),
        PlanRow("field", "Field", interview.field, "the field of work it is about"),
        PlanRow("when", "When", when, "t sets day and time", doubt=clash),
        *([PlanRow("moved", "Moved", "\n".join(moved))] if moved else []),
        PlanRow("place kind", "Where", kind, "p: office, coffee shop, video, …"),
        PlanRow(
            "place", place_word(kind).capitalize(), interview.place, "address, room, or link", field
        ),
    ]
    if kind in IN_PERSON or interview.entry:
        label = {"video": "To test it", "telephone": "Who calls"}.get(kind, "Way in")
        rows.append(PlanRow("entry", label, interview.entry, "room, and how to get in"))
    if kind in IN_PERSON:
        rows.append(
            PlanRow("travel", "On the way", _travel(sheet), "minutes, so that leave-by is known")
        )
    return [
        *rows,
        PlanRow("chosen", "Chosen by", sheet.place_chosen_by, "theirs to choose first"),
        PlanRow("marks", "Marks", f"{said} minutes"),
    ]


def _travel(sheet: PlanSheet) -> str:
    minutes, early = sheet.interview.travel_minutes, sheet.interview.margin_minutes
    if minutes is None:
        return ""
    return f"{minutes} min" + ("" if early is None else f", {early} min early")


def _talk(sheet: PlanSheet) -> list[PlanRow]:
    hint = "who I am, why you, thanks, how long"
    if_asked = "what to say if they ask about me"
    return [
        PlanRow("opening", "Opening", sheet.opening, hint, _text(sheet, "opening")),
        PlanRow("close", "Close", sheet.close, "thanks, what happens next", _text(sheet, "close")),
        PlanRow("if_asked", "If they ask", sheet.if_asked, if_asked, _text(sheet, "if_asked")),
    ]


def _day_sheet(sheet: PlanSheet, day: DayOf | None) -> list[PlanRow]:
    items = items_for(sheet.interview.place_kind) if day is None else day.sheet.items
    rows = [
        PlanRow(
            f"item {item.key}",
            "Day sheet" if not place else "",
            item.words,
            done=item.key in sheet.day_sheet_done,
            more=item.more,
            doubt=item.doubt,
        )
        for place, item in enumerate(items)
    ]
    return rows if day is None else [*rows, *_on_the_day(sheet, day)]


def _on_the_day(sheet: PlanSheet, day: DayOf) -> list[PlanRow]:
    """Say when to leave, with how it is reckoned, and when I arrived (S38, S40)."""
    leaving, arrived = day.sheet.leaving, day.sheet.arrived_at
    rows = []
    if leaving is not None:
        said = say_leaving(leaving, sheet.interview.scheduled_at, day.zone)
        how = f"{leaving.travel} min on the way, {leaving.margin} min early" if said else ""
        hint = f"leave-by needs {leaving.missing}: p"
        rows.append(PlanRow("leave", "Leave", said.removeprefix("leave "), hint, more=how))
    at = "" if arrived is None else f"arrived {say_when(arrived, day.zone)}"
    return [*rows, PlanRow("arrive", "Arrival", at, "one key keeps when I arrived")]


def _goals(sheet: PlanSheet) -> list[PlanRow]:
    rows = [
        PlanRow(f"goal {goal.id}", "Goal" if not place else "", goal.text, "a goal in my own words",
                ("goal", "text", goal.id))
        for place, goal in enumerate(sheet.goals)
    ]  # fmt: skip
    return [*rows, PlanRow("add goal", "" if rows else "Goal", "", "g adds a goal")]


def draw_plan_row(row: PlanRow, width: int) -> Sequence[Line]:
    """Draw a row: its label, its words (at most three lines), or what belongs there."""
    if not row.key:
        return (BLANK,)
    label = (f"{row.label:<{_LABEL}}", "muted")
    told = wrap(f"! {row.doubt}", max(8, width - _LABEL)) if row.doubt else []
    doubt = [line(" " * _LABEL, (text, "warn")) for text in told]
    more = (f"  {row.more}", "muted") if row.more else ("", "")
    if row.done is not None:
        sign = ("[x] ", "good") if row.done else ("[ ] ", "warn")
        return (*_item(label, sign, row, width), *doubt)
    if not row.text.strip():
        return (line(label, (row.hint or "none yet", "faint")), *doubt)
    texts = [text for text in wrap(row.text, max(8, width - _LABEL)) if text.strip()]
    first, *rest = texts[:3]
    if rest and len(texts) > 3:
        rest[-1] += "…"
    return (line(label, first, more), *(line(" " * _LABEL, text) for text in rest), *doubt)


def _item(label: Word, sign: Word, row: PlanRow, width: int) -> Sequence[Line]:
    """Draw an item with its sign, and below it the very thing it is about where both do not fit."""
    room = max(8, width - _LABEL - len(sign[0]))
    first, *rest = wrap(row.text, room)
    deep = " " * (_LABEL + len(sign[0]))
    if not rest and len(first) + 2 + len(row.more) <= room:
        return (line(label, sign, first, (f"  {row.more}" if row.more else "", "muted")),)
    below = [line(deep, (text, "muted")) for text in (wrap(row.more, room) if row.more else ())]
    return (line(label, sign, first), *(line(deep, text) for text in rest), *below)
