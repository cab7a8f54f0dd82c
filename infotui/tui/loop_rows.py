"""The ledger as rows to walk through, and one loop's story beside them: where it comes from, how it ends."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from infotui.domain.draft import KINDS
from infotui.domain.loop import Finished, Ledger, LoopRow, LoopStory
from infotui.domain.moment import say_day
from infotui.domain.text import clean_line, count_of
from infotui.tui.widgets.lines import BLANK, Line, line, wrap
from infotui.tui.widgets.pictures import loop_lines, losing_lines

LedgerRow = LoopRow | Finished | str

_LABEL: Final = 9
_TOGETHER: Final = "\u00a0"  # a space at which no line is broken
_SCORE: Final = "No open loops"
_BALLS: Final = {"me": "your move", "them": "their move", "introducer": "the introducer's move"}
# What space does to each kind, and what x does where there is another way out.
_STEPS: Final[dict[str, tuple[str, str]]] = {
    "thank-you": ("closes it as sent", "by hand in large words, a draft, card or mail"),
    "debrief": ("opens it: a few lines on how it went", "lets it rest"),
    "my promise": ("closes it as kept", "withdraws it with a word why, or sets another day"),
    "their promise": ("closes it as received", "lets it go with a word why, or sets another day"),
    "lead": ("closes it as followed, or drops it", "drops it: whoever gave it is told"),
    "courtesy": ("closes it: the note is sent, or waived", "waives the note"),
    "introduction": ("takes its next step", "lets it lapse, or says that it was declined"),
    "outreach": ("closes it by what came back", "lets it rest"),
    "place": ("closes it: kind and address are settled", ""),
    "outcome": ("closes it as told", "waives it, with a word why"),
    "losing touch": ("closes it: you were in touch", "no longer counts the days"),
}


def ledger_rows(ledger: Ledger, finished: Sequence[Finished]) -> list[LedgerRow]:
    """Give the rows of the ledger under their headings, my move first (S35)."""
    rows: list[LedgerRow] = []
    for title, loops in (
        ("Your move", ledger.mine),
        ("Their move", ledger.theirs),
        ("Losing touch", ledger.losing),
    ):
        if loops:
            rows += [title, *loops]
    if finished:
        rows += [] if rows else [_SCORE]
        rows += ["Nothing open from these talks", *finished]
    return rows


def is_pickable(row: LedgerRow) -> bool:
    """Whether the cursor may stand on a row: headings are passed over."""
    return not isinstance(row, str)


def draw_ledger_row(row: LedgerRow, width: int, today: date, zone: ZoneInfo) -> Sequence[Line]:
    """Draw a row of the ledger."""
    if isinstance(row, str):
        return (BLANK, line((row, "accent")))
    if isinstance(row, Finished):
        return (line((f"{'closed?':<7} ", "good"), _talk(row.who, row.held_at, zone, today)),)
    if row.kind == "losing touch":
        return losing_lines(row, width)
    return loop_lines(row, today, width, _origin(row, zone, today))


def _origin(row: LoopRow, zone: ZoneInfo, today: date) -> str:
    """Say which talk a loop comes from, with its name only where it is not the one it is owed to."""
    if row.talked_at is None:
        return ""
    who = "" if row.talk_with == row.contact else row.talk_with
    return _talk(who, row.talked_at, zone, today).replace(" ", _TOGETHER)


def _talk(who: str, at: datetime | None, zone: ZoneInfo, today: date) -> str:
    day = say_day(at.astimezone(zone).date(), today) if at is not None else ""
    if not day:
        return f"talk with {who}"
    return f"talk with {who}, {day}" if who else f"talk of {day}"


def story_lines(
    row: LedgerRow | None, story: LoopStory, width: int, today: date, zone: ZoneInfo
) -> Sequence[Line]:
    """Draw where a loop comes from, what was begun, and what each way of closing does."""
    if isinstance(row, Finished):
        words = (
            f"Nothing is open from the {_talk(row.who, row.held_at, zone, today)}. Space closes it;"
            " should something of it open again, it is held again."
        )
        return [line((text, "muted")) for text in wrap(words, width)]
    if not isinstance(row, LoopRow):
        return [line(("Nothing is under the cursor.", "muted"))]
    lines = [line((text, "strong")) for text in wrap(clean_line(row.text), width)]
    for label, words in _facts(row, story, today, zone):
        if words:
            first, *rest = wrap(clean_line(words), max(8, width - _LABEL))
            lines.append(line((f"{label:<{_LABEL}}", "muted"), first))
            lines += [line(" " * _LABEL, text) for text in rest]
    lines.append(BLANK)
    for key, words in zip(("space", "x"), _STEPS[row.kind], strict=True):
        if words:
            first, *rest = wrap(words, max(8, width - _LABEL))
            lines.append(line((f"{key:<{_LABEL}}", "accent"), (first, "muted")))
            lines += [line(" " * _LABEL, (text, "muted")) for text in rest]
    return lines


def _facts(
    row: LoopRow, story: LoopStory, today: date, zone: ZoneInfo
) -> Iterator[tuple[str, str]]:
    since = row.since.astimezone(zone).date()
    yield "whom", " · ".join(part for part in (row.contact, row.organization, row.field) if part)
    yield "ball", _BALLS[row.ball]
    yield "since", f"{say_day(since, today)}, {count_of(row.waited, 'working day')}"
    if row.due is not None:
        yield "due", f"{say_day(row.due, today)}{_how_far(row, today)}"
    yield "now", row.remark
    if row.talk_with:
        yield "from", _talk(row.talk_with, row.talked_at, zone, today)
    if story.behind is not None:
        at = story.behind.at.astimezone(zone)
        yield f"{at:%H:%M}", story.behind.note
        yield "asked", story.behind.question
    yield "why", story.why
    for draft in story.drafts:
        kind = KINDS[draft.kind].title if draft.kind in KINDS else draft.kind
        day = say_day(draft.made_at.astimezone(zone).date(), today)
        yield "draft", f"{kind}, begun {day}" + (f": {draft.subject}" if draft.subject else "")


def _how_far(row: LoopRow, today: date) -> str:
    """Say how far off the due day is, in working days."""
    if row.due is None or row.due == today or not row.due_in:
        return ", today" if row.due == today else ""
    days = count_of(abs(row.due_in), "working day")
    return f", {days} late" if row.due_in < 0 else f", in {days}"
