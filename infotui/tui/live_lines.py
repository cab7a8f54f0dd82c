"""What the live screen says of time, plan and notes, as lines: pure, from the sheet and the timer's reading."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from infotui.domain.capture import SIGN_OF, read_line
from infotui.domain.interview import InterviewRow
from infotui.domain.moment import say_length, say_when
from infotui.domain.note import NoteRow
from infotui.domain.question import QuestionRow
from infotui.domain.timer import Mark, Reading
from infotui.services.live import LiveSheet
from infotui.tui.widgets.lines import Line, Word, line, wrap
from infotui.tui.widgets.pictures import time_bar

_SIGNS: Final[dict[str, Word]] = {
    "answered": ("✓", "good"), "partly": ("◐", "warn"), "skipped": ("–", "faint"),
    "asking": ("▶", "accent"), "planned": (" ", ""),
}  # fmt: skip
_NOTE_STYLE: Final = {
    "lead": "good", "my promise": "warn", "their promise": "accent", "opening": "accent",
    "finding": "good", "resource": "accent", "arisen": "warn", "asked of me": "warn", "note": "",
}  # fmt: skip
_ASK: Final = "“I said I would keep to the time. Are you still good to go on?”"


def minutes(length: timedelta) -> int:
    """Whole minutes of a length."""
    return int(length.total_seconds()) // 60


def band_words(  # noqa: PLR0911 - an order of urgency, read from the top
    reading: Reading, stage: str, nudge: Mark | None
) -> tuple[str, str]:
    """Give what the band says and in which style; nothing when all is calm.

    Args:
        reading: The timer.
        stage: `go on` while minutes are chosen, `ending` after the first press of the end key.
        nudge: The mark whose nudge is being shown.
    """
    if stage == "ending":
        return "End this interview?   F8 again ends it   Escape goes on", "bad"
    if stage == "go on":
        return "They want to go on:   F5 +10   F6 +15   F7 +30 minutes   Escape back", "warn"
    if (mark := reading.open_decision) is not None:
        said = f"{minutes(mark.at)} minutes" if minutes(mark.at) != 30 else "Half an hour"
        return f"{said}  {_ASK}   F5 wrap up   F6 they go on   F7 hard stop", "warn"
    if not reading.started:
        return "Enter starts the clock; so does your first note", "accent"
    if not reading.running and not reading.ended:
        return f"Paused at {say_length(reading.elapsed)}   F4 goes on", "accent"
    if nudge is not None:
        left = max(0, minutes(reading.left))
        return f"{minutes(nudge.at)} minutes have passed, {left} to go", "accent"
    if reading.wrapping_up:
        return "Wrapping up: thank them, ask who else, say what you will send", "good"
    return "", ""


def clock_words(reading: Reading) -> str:
    """Give the clock in a few words: `18:42 of 30`."""
    return f"{say_length(reading.elapsed)} of {minutes(reading.agreed)}"


def time_lines(
    sheet: LiveSheet, reading: Reading, now: datetime, zone: ZoneInfo, width: int
) -> Sequence[Line]:
    """Give the clock, its bar, what is left, and the musts that are open."""
    musts = [
        q for q in sheet.questions if q.importance == "must" and q.state in {"planned", "asking"}
    ]
    clock: Word = (say_length(reading.elapsed), "bad" if reading.over else "key")
    ends = (now + reading.left).astimezone(zone)
    if not reading.started:
        return (
            line(clock, f" of {minutes(reading.agreed)} minutes"),
            line(("not started", "muted")),
        )
    if reading.over:
        left = line((f"over by {say_length(reading.over)}", "bad"))
    elif reading.elapsed < sheet.marks.nudge:
        first = say_length(sheet.marks.nudge - reading.elapsed)
        left = line(
            f"{minutes(sheet.marks.nudge)} in {first}",
            right=((f"{say_length(reading.left)} left", "muted"),),
        )
    else:
        left = line(f"{say_length(reading.left)} left")
    count = len(musts)
    return (
        line(clock, f" of {minutes(reading.agreed)}", right=((f"till {ends:%H:%M}", "muted"),)),
        time_bar(reading.elapsed, sheet.marks.nudge, reading.agreed, width),
        left,
        line(
            (
                f"{count} must{'s' if count != 1 else ''} open" if count else "all musts asked",
                "muted",
            )
        ),
    )


def now_lines(sheet: LiveSheet, width: int) -> Sequence[Line]:
    """Give the question being asked, its research, and what comes next."""
    asking, following = sheet.asking, sheet.following
    if asking is None and following is None and not sheet.questions:
        return (
            line(("No questions are planned.", "strong")),
            line(("ctrl+g 5 opens the bank; or just begin, and write.", "muted")),
        )
    lines: list[Line] = []
    if asking is not None:
        lines += [line((text, "strong")) for text in wrap(asking.text or "(no words yet)", width)]
        if asking.research:
            lines += [line((text, "muted")) for text in wrap(f"note: {asking.research}", width)[:2]]
    elif sheet.interview.state == "live":
        lines.append(line(("Every planned question was asked.", "muted")))
    if following is not None:
        first = f"first: {following.text}" if asking is None else f"next: {following.label}"
        style = "strong" if asking is None else "faint"
        lines += [line((text, style)) for text in wrap(first, width)[:2]]
    return lines


def plan_lines(row: QuestionRow, width: int) -> Sequence[Line]:
    """Give one question of the plan in one line."""
    sign = _SIGNS[row.state]
    if row.origin == "arisen" and row.state == "planned":
        sign = ("?", "warn")
    star: Word = ("★ ", "warn") if row.importance == "must" else ("  ", "")
    style = {"asking": "accent", "planned": ""}.get(row.state, "muted")
    return (line(sign, f"{row.position:>3} ", star, (row.label, style)),)


def note_lines(row: NoteRow, width: int) -> Sequence[Line]:
    """Give a note: its minute, its sign, its words, and what was caught in it."""
    sign, words = SIGN_OF.get(row.kind, " "), read_line(row.text).words
    style = _NOTE_STYLE[row.kind]
    label = () if row.kind == "note" else ((row.kind, style),)
    room = max(8, width - 9 - (len(row.kind) + 2 if label else 0))
    texts = wrap(words, room)
    head = ((f"{say_length(row.elapsed)} ", "muted"), (f"{sign} ", style))
    return (line(*head, texts[0], right=label), *(line(" " * 8, text) for text in texts[1:]))


def choice_lines(row: InterviewRow, now: datetime, zone: ZoneInfo) -> Sequence[Line]:
    """Give an interview that one could go live with: who, when, what for."""
    when = row.state
    if row.scheduled_at is not None:
        when = say_when(row.scheduled_at, zone, now.astimezone(zone).date())
    return (line((row.title, "strong"), right=((when, "warn"),)), line("  ", (row.goal, "muted")))
