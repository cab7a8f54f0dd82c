"""A contact's page as rows: facts on top, then the history; and how the list of people shows one."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from infotui.domain.contact import ContactRow, ContactSheet
from infotui.domain.history import HistoryRow
from infotui.domain.moment import say_day
from infotui.domain.stage import Suggestion
from infotui.domain.text import clean_line, count_of
from infotui.domain.touch import TOUCH_WORDS, next_touch, say_cadence
from infotui.tui.widgets.lines import BLANK, Line, Word, line, wrap

LABEL: Final = 11  # cells for the name of a fact, or for a day
WAYS: Final = {
    "email": "e-mail", "phone": "telephone", "web": "link", "address": "address", "other": "other",
}  # fmt: skip
KIND_STYLES: Final = {
    "talk": "good", "plan": "warn", "promise": "warn", "stage": "accent", "introduction": "accent",
    "outreach": "accent", "answer": "good", "thanks": "good", "touch": "good", "resource": "accent",
    "outcome": "good", "opening": "accent", "debrief": "accent", "asked of me": "warn",
    "point": "muted", "finding": "good",
}  # fmt: skip
_NAMES: Final = {
    "talk": "talk", "plan": "talk planned", "change": "talk", "stage": "stage",
    "introduction": "introduction", "outreach": "wrote", "answer": "answer", "draft": "draft",
    "promise": "", "lead": "", "research": "research", "thanks": "thanks",
    "known": "contact", "touch": "", "resource": "", "outcome": "", "opening": "",
    "debrief": "debrief", "asked of me": "asked of me", "point": "", "finding": "finding",
}  # fmt: skip
_AT: Final = frozenset({"talk", "plan"})  # what has a time of day that matters
_WIDE: Final = 34  # cells, from which on the list tells the number of talks as well
_SHORT: Final = 16  # a state that fits beside the words


class PageRow(NamedTuple):
    """One row of a page: a name or a day, its words, and where it leads."""

    kind: str
    label: str = ""
    text: str = ""
    detail: str = ""
    aside: str = ""
    leads: HistoryRow | None = None
    contact_id: int | None = None

    @property
    def pickable(self) -> bool:
        """Whether the cursor may stand on it."""
        return self.kind not in {"gap", "title"}


_GAP: Final = PageRow("gap")


def nobody(needle: str, *, archived: bool) -> tuple[str, ...]:
    """Say why a list of people is empty, and what leads on from there."""
    if needle.strip():
        return ("Nobody here is found by that.", "", "Esc in the filter empties it.")
    if archived:
        return ("Nobody is archived.", "", "Z leads back to the others.")
    return ("Nobody here yet.", "", "n adds the first person you know or want to meet.")


def page_rows(
    sheet: ContactSheet,
    history: Sequence[HistoryRow],
    suggestion: Suggestion | None,
    zone: ZoneInfo,
    now: datetime,
) -> list[PageRow]:
    """Give the rows of a contact's page in the order in which they are read."""
    today = now.astimezone(zone).date()
    rows = [PageRow("name", text=sheet.name)]
    if suggestion is not None:
        day = say_day(suggestion.at.astimezone(zone).date(), today)
        text = f"{suggestion.why}, {day}: stage “{suggestion.stage}”?  t"
        rows.append(PageRow("suggestion", text=text))
    rows.append(_GAP)
    for label, text in _facts(sheet, zone, now):
        through = sheet.introducer_id if label == "through" else None
        if text:
            kind = label if label in {"through", "research"} else "fact"
            rows.append(PageRow(kind, label, text, contact_id=through))
    rows += [_GAP, PageRow("title", text="History")]
    rows += [told_row(row, zone, today) for row in history]
    if not any(row.kind in {"talk", "plan"} for row in history):
        rows.append(PageRow("hint", text="no talk yet: p plans one, g logs one that took place"))
    return rows


def _facts(sheet: ContactSheet, zone: ZoneInfo, now: datetime) -> list[tuple[str, str]]:
    today = now.astimezone(zone).date()
    gone = sheet.archived_at
    return [
        ("archived", say_day(gone.astimezone(zone).date(), today) if gone else ""),
        ("role", sheet.role),
        ("at", sheet.organization),
        ("unit", sheet.unit),
        ("field", sheet.field),
        ("tags", "  ".join(f"#{tag}" for tag in sheet.tags)),
        ("stage", sheet.stage),
        ("through", sheet.introduced_by),
        ("prospect", f"number {sheet.picked}" if sheet.picked else ""),
        ("last touch", _last_touch(sheet, zone, today)),
        ("cadence", _cadence(sheet, zone, today)),
        *((WAYS.get(point.kind, point.kind), point.value) for point in sheet.points),
        ("time zone", _zone_words(sheet.zone, zone, now)),
        ("research", _research(sheet)),
        ("about", sheet.about.strip()),
    ]


def _last_touch(sheet: ContactSheet, zone: ZoneInfo, today: date) -> str:
    if sheet.touched_at is None:
        return "none yet" if sheet.cadence_days else ""
    day = say_day(sheet.touched_at.astimezone(zone).date(), today)
    return f"{day}, {TOUCH_WORDS.get(sheet.touched_by, sheet.touched_by)}"


def _cadence(sheet: ContactSheet, zone: ZoneInfo, today: date) -> str:
    """Say how often one wants to be in touch, and when the next touch is due (S49)."""
    if sheet.cadence_days is None:
        return ""
    often = say_cadence(sheet.cadence_days)
    since = sheet.touched_at
    if since is None:  # counted from when they were added, which their history tells
        return often
    due = next_touch(since.astimezone(zone).date(), sheet.cadence_days)
    said = "today" if due == today else say_day(due, today)
    return f"{often}, {'was due' if due < today else 'due'} {said}"


def _research(sheet: ContactSheet) -> str:
    there = f", {sheet.organization_notes} on the organization" if sheet.organization_id else ""
    return f"{sheet.research_notes} on the person{there}"


def _zone_words(name: str, mine: ZoneInfo, now: datetime) -> str:
    """Say a zone and how its clocks stand to mine."""
    if not name:
        return ""
    try:
        theirs = now.astimezone(ZoneInfo(name)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return name
    here = now.astimezone(mine).utcoffset()
    if theirs is None or here is None or theirs == here:
        return f"{name}, as here"
    minutes = int((theirs - here).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    length = " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part
    )
    return f"{name}, {length} {'ahead of' if minutes > 0 else 'behind'} here"


def told_row(row: HistoryRow, zone: ZoneInfo, today: date) -> PageRow:
    """Give a line of a history as a row: its day, what it was, what was said of it."""
    day = say_day(row.at.astimezone(zone).date(), today)
    name, text, detail = _NAMES[row.kind], clean_line(row.text), clean_line(row.detail)
    if row.kind == "touch":
        text = TOUCH_WORDS[text]
    aside = f"{row.at.astimezone(zone):%H:%M}" if row.kind in _AT and row.timed else ""
    if row.kind in {"promise", "lead", "change", "opening"} and len(detail) <= _SHORT:
        detail, aside = "", detail
    words = f"{name}: {text}" if name else text
    return PageRow(row.kind, day, words, detail, aside, row, row.contact_id)


def draw_page_row(row: PageRow, width: int) -> Sequence[Line]:
    """Draw a row of a page."""
    if row.kind == "gap":
        return (BLANK,)
    if row.kind in {"name", "title", "suggestion", "hint"}:
        style = {"name": "strong", "title": "accent", "suggestion": "warn"}.get(row.kind, "muted")
        return tuple(line((text, style)) for text in wrap(row.text, width))
    if row.leads is None:
        return _draw_fact(row, width)
    return _draw_told(row, width)


def _draw_fact(row: PageRow, width: int) -> Sequence[Line]:
    first, *rest = wrap(row.text, max(8, width - LABEL - 1))
    more = ((" ›", "faint"),) if row.kind in {"through", "research"} else ()
    return (
        line((f"{row.label:<{LABEL}} ", "muted"), first, *more),
        *(line(" " * (LABEL + 1), text) for text in rest),
    )


def _draw_told(row: PageRow, width: int) -> Sequence[Line]:
    """Draw what was: its day, what it was, and in the next lines what was said of it."""
    room = max(8, width - LABEL - 1)
    name, colon, text = row.text.partition(": ")
    first, *rest = wrap(f"{name}{colon}{text}", room - (len(row.aside) + 1 if row.aside else 0))
    head: list[Word] = [(f"{row.label:<{LABEL}} ", "muted")]
    split = min(len(name), len(first))
    head += [(first[:split], KIND_STYLES.get(row.kind, "muted")), first[split:]]  # type: ignore[list-item]
    lines = [line(*head, right=((row.aside, "muted"),) if row.aside else ())]
    lines += [line(" " * (LABEL + 1), text) for text in _at_most(rest, 2)]
    said = wrap(row.detail, room) if row.detail else []
    lines += [line(" " * (LABEL + 1), (text, "muted")) for text in _at_most(said, 3)]
    return lines


def _at_most(lines: Sequence[str], number: int) -> list[str]:
    """Give the first lines, with an ellipsis where more was said."""
    if len(lines) <= number:
        return list(lines)
    return [*lines[: number - 1], f"{lines[number - 1]} …"]


def draw_person(row: ContactRow, width: int, zone: ZoneInfo, today: date) -> Sequence[Line]:
    """Draw a contact in the list: name and stage, then what they do, talks and the last touch."""
    place = ((f"{row.picked}. ", "accent"),) if row.picked else ()
    about = " · ".join(part for part in (row.role, row.organization) if part)
    talks = count_of(row.talks, "talk") if row.talks and width > _WIDE else ""
    touched = row.touched_at
    last = say_day(touched.astimezone(zone).date(), today).partition(" ")[2] if touched else ""
    right: list[Word] = [(talks, "good")] if talks else []
    right += [(" · ", "faint")] if talks and last else []
    right += [(last, "muted")] if last else []
    return (
        line(*place, (row.name, "strong"), right=((row.stage, "muted"),)),
        line("  ", (about or row.field or "—", "muted"), right=right),
    )
