"""A history as lines of a list, one line each, and the line under the cursor told whole."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from infotui.domain.capture import SIGN_OF, read_line
from infotui.domain.history import HistoryRow, Said
from infotui.domain.moment import say_day, say_when
from infotui.domain.text import clean_line
from infotui.tui.contact_rows import KIND_STYLES, told_row
from infotui.tui.live_lines import NOTE_STYLE
from infotui.tui.widgets.lines import Line, Word, cut, line, wrap

HistoryItem = HistoryRow | Said | None  # None for what is gone meanwhile

_WEEKDAY: Final = 62  # cells, from which on a day is said with its weekday
_WHO: Final = 74  # cells, from which on a day with its weekday and a long name stand side by side
_NAME: Final = 20
_SHORT_NAME: Final = 14
_BESIDE: Final = 24  # cells of a detail that may stand beside the words
_LEAST: Final = 6  # cells of a longer one that say anything
# Where Enter leads, by the table of what the line tells of.
_WAYS: Final[dict[str, str]] = {
    "interview": "the talk, or its plan", "draft": "the draft", "lead": "what becomes of the lead",
    "promise": "the promise, or its note in the talk", "thank_you": "the thanks",
    "opening": "the openings", "resource": "the resources", "research_note": "the note in Research",
    "debrief": "the debrief", "note": "the note in its talk", "finding": "its note in the talk",
    "introduction": "the introduction", "contact": "their page",
}  # fmt: skip


def draw_history_item(
    item: HistoryItem, width: int, zone: ZoneInfo, today: date, *, named: bool, unfolded: bool
) -> Sequence[Line]:
    """Draw one line of a history.

    Args:
        item: The line; a finding or note hangs under its talk.
        width: In cells.
        zone: Whose wall clock is said.
        today: The day it is.
        named: Whether it is said with whom each was.
        unfolded: Whether what was said in this talk is shown below it.
    """
    if item is None:
        return (line(("  no longer there", "faint")),)
    weekday = width >= (_WHO if named else _WEEKDAY)
    room = 16 if weekday else 12
    if isinstance(item, Said):
        return (_said(item, room),)
    row = told_row(item, zone, today)
    day = row.label if weekday else row.label.partition(" ")[2]
    sign = ("▾ " if unfolded else "▸ ", "accent") if item.kind == "talk" else ("  ", "")
    head: list[Word] = [sign, (f"{day:<{room}}", "muted")]
    if named:
        head.append(_who(item, _NAME if width >= _WEEKDAY else _SHORT_NAME))
    name, colon, text = row.text.partition(": ")
    head += [(name, KIND_STYLES.get(item.kind, "muted")), (f"{colon}{text}", "")]
    below = bool(row.aside) or len(row.detail) > _BESIDE  # what has no place at the right
    detail = row.aside if below else row.detail
    room = width - sum(cell_len(word) for word, _ in head) - cell_len(detail) - 4
    if below and row.detail and room >= _LEAST:
        head.append((f"  {row.detail}", "faint"))
    return (line(*head, right=((detail, "muted"),) if detail else ()),)


def _who(item: HistoryRow, room: int) -> Word:
    """Give with whom it was, as a column; what is of nobody is of the organization itself."""
    name = cut(clean_line(item.who) or "organization", room - 2)
    return f"{name}{' ' * (room - cell_len(name))}", "" if item.who else "faint"


def _said(said: Said, room: int) -> Line:
    if said.noun == "finding":
        return line(
            " " * (room + 2), ("* ", "good"), (f"{said.kind} ", "good"), clean_line(said.text)
        )
    sign, style = SIGN_OF.get(said.kind, " "), NOTE_STYLE[said.kind]
    words = clean_line(read_line(said.text).words) or clean_line(said.text)
    return line(
        " " * (room + 2), (f"{sign} ", style), (words, "muted" if said.kind == "note" else "")
    )


def history_lines(
    item: HistoryItem, width: int, zone: ZoneInfo, today: date, most: int
) -> Sequence[Line]:
    """Tell the line under the cursor whole, and where Enter leads from it."""
    if item is None:
        return ()
    if isinstance(item, Said):
        kind = f"finding, {item.kind}" if item.noun == "finding" else item.kind
        lines = [(kind, "muted"), *((text, "") for text in wrap(item.text, width))]
    else:
        when = (
            say_when(item.at, zone, today)
            if item.timed
            else say_day(item.at.astimezone(zone).date(), today)
        )
        about = " · ".join(part for part in (when, item.who) if part)
        row = told_row(item, zone, today)
        detail = item.detail.strip()
        lines = [*((text, "muted") for text in wrap(about, width)),
                 *((text, "") for text in wrap(row.text, width)),
                 *((text, "muted") for text in (wrap(detail, width) if detail else ()))]  # fmt: skip
    way = _WAYS.get(item.noun, "their page")
    cut_off = lines[: max(1, most - 1)]
    return [*(line(word) for word in cut_off), line((cut(f"Enter: {way}", width), "accent"))]
