"""What the live screen says of time, plan and notes, as lines: pure, from the sheet and the timer's reading."""

from collections.abc import Container, Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from infotui.domain.blanks import readable
from infotui.domain.budget import Budget
from infotui.domain.capture import SIGN_OF, read_line
from infotui.domain.interview import InterviewRow
from infotui.domain.moment import say_day, say_length, say_when
from infotui.domain.note import NoteRow
from infotui.domain.question import QuestionRow
from infotui.domain.text import clean_line, count_of
from infotui.domain.timer import Mark, Reading
from infotui.services.live import LiveSheet, Moment
from infotui.tui.widgets.lines import Line, Word, cut, line, wrap
from infotui.tui.widgets.pictures import time_bar

_SIGNS: Final[dict[str, Word]] = {
    "answered": ("✓", "good"), "partly": ("◐", "warn"), "skipped": ("–", "faint"),
    "asking": ("▶", "accent"), "planned": (" ", ""),
}  # fmt: skip
NOTE_STYLE: Final = {
    "lead": "good", "my promise": "warn", "their promise": "accent", "opening": "accent",
    "finding": "good", "resource": "accent", "arisen": "warn", "asked of me": "warn", "note": "",
}  # fmt: skip
SIGNS_IN_SHORT: Final = ">lead !I <they $job *fact &link ?arose ^me #tag"
_ASK: Final = "“I said I would keep to the time. Are you still good to go on?”"
_STAGES: Final[dict[str, tuple[str, str]]] = {
    "ending": ("End this interview?   F8 again ends it   Escape goes on", "bad"),
    "go on": ("They want to go on:   F5 +10   F6 +15   F7 +30 minutes   Escape back", "warn"),
    "note": ("PageUp PageDown choose a note   Enter changes it   Delete takes it away   "
             "Escape back", "accent"),
}  # fmt: skip


def minutes(length: timedelta) -> int:
    """Whole minutes of a length."""
    return int(length.total_seconds()) // 60


def band_words(
    sheet: LiveSheet, reading: Reading, stage: str, told: Mark | None, zone: ZoneInfo
) -> tuple[str, str]:
    """Give what the band says and in which style; nothing when all is calm.

    Args:
        sheet: The talk.
        reading: The timer.
        stage: What is being chosen: `go on` minutes, `ending`, an earlier `note`; else empty.
        told: The nudge or the must that is being told just now.
        zone: Whose wall clock is said.
    """
    if stage in _STAGES:
        return _STAGES[stage]
    if reading.open_gap is not None:
        return _gap_words(reading), "warn"
    if (mark := reading.open_decision) is not None:
        said = f"{minutes(mark.at)} minutes" if minutes(mark.at) != 30 else "Half an hour"
        return f"{said}  {_ASK}   F5 wrap up   F6 they go on   F7 hard stop", "warn"
    if not reading.started:
        arrived = next((e.at for e in sheet.log if e.kind == "arrived"), None)
        here = (
            "F2 I have arrived" if arrived is None else f"arrived {arrived.astimezone(zone):%H:%M}"
        )
        return f"Enter starts the clock; so does your first note   {here}", "accent"
    if not reading.running and not reading.ended:
        return f"Paused at {say_length(reading.elapsed)}   F4 goes on", "accent"
    return _calm_words(sheet, reading, told)


def _gap_words(reading: Reading) -> str:
    gap = reading.open_gap
    if gap is None or gap.since is None:
        return ""
    if gap.at < gap.since:
        back = say_long(gap.since - gap.at)
        return (
            f"The clock of this computer was set back by {back}; the talk stands at "
            f"{say_length(reading.elapsed)}.   F5 that is right   F6 pause the talk"
        )
    return (
        f"This computer slept, or its clock was set, for {say_long(gap.at - gap.since)}."
        "   F5 it was part of the talk   F6 leave it out"
    )


def say_long(length: timedelta) -> str:
    """Say a length roughly: `12 minutes`, `3 h 20`."""
    whole = max(1, round(length.total_seconds() / 60))
    if whole < 60:
        return count_of(whole, "minute")
    return f"{whole // 60} h {whole % 60:02}"


def _calm_words(sheet: LiveSheet, reading: Reading, told: Mark | None) -> tuple[str, str]:
    if told is not None and told.kind == "must":
        return (
            "Not every must fits any more.   F2 skips one   F6 asks for more time   "
            "F7 says when it ends",
            "accent",
        )
    if told is not None:
        left = max(0, round(reading.left.total_seconds() / 60))
        return f"{minutes(told.at)} minutes have passed, {left} to go", "accent"
    if reading.wrapping_up:
        said = clean_line(sheet.close) or "thank them, ask who else, say what you will send"
        return f"Wrapping up: {said}   F8 twice ends it", "good"
    return "", ""


def clock_words(reading: Reading) -> str:
    """Give the clock in a few words: `18:42 of 30`."""
    return f"{say_length(reading.elapsed)} of {minutes(reading.agreed)}"


def time_lines(sheet: LiveSheet, moment: Moment, zone: ZoneInfo, width: int) -> Sequence[Line]:
    """Give the clock, its bar, what is left, and what still fits."""
    now, reading = moment.now, moment.reading
    clock: Word = (say_length(reading.elapsed), "bad" if reading.over else "key")
    ends = (now + reading.left).astimezone(zone)
    if not reading.started:
        return (
            line(clock, f" of {minutes(reading.agreed)} minutes"),
            line(("not started", "muted")),
        )
    if reading.over:
        left = line((f"over by {say_length(reading.over)}", "bad"))
    elif reading.nudge is not None and reading.elapsed < reading.nudge:
        first = say_length(reading.nudge - reading.elapsed)
        left = line(
            f"{minutes(reading.nudge)} in {first}",
            right=((f"{say_length(reading.left)} left", "muted"),),
        )
    else:
        left = line(f"{say_length(reading.left)} left")
    return (
        line(clock, f" of {minutes(reading.agreed)}", right=((f"till {ends:%H:%M}", "muted"),)),
        time_bar(reading.elapsed, reading.nudge or sheet.marks.nudge, reading.agreed, width),
        left,
        line(*fit_words(sheet, moment.budget)),
    )


def fit_words(sheet: LiveSheet, budget: Budget) -> tuple[Word, ...]:
    """Say what still fits (M1): the musts first, then how many of the open questions."""
    rows = [q for q in sheet.questions if q.id in {*budget.fitting, *budget.left_out}]
    musts = sum(q.importance == "must" for q in rows)
    out = len(budget.musts_left_out)
    if not rows:
        return (("every question asked", "muted"),)
    if out:
        said: Word = (f"{count_of(out, 'must')} won’t fit", "warn")
    else:
        said = (f"{count_of(musts, 'must')} open" if musts else "all musts asked", "muted")
    how = "" if out else " fit"
    fits = f" · {len(budget.fitting)} of {len(rows)}{how}" if budget.left_out else ", all fit"
    return (said, (fits, "muted"))


def now_lines(sheet: LiveSheet, width: int) -> Sequence[Line]:
    """Give the question being asked, its research, and what comes next."""
    asking, following = sheet.asking, sheet.following
    if asking is None and following is None and not sheet.questions:
        return (
            line(("No questions are planned.", "strong")),
            line(("ctrl+g 5 opens the bank; or just begin, and write.", "muted")),
        )
    lines: list[Line] = []
    if asking is None and sheet.interview.state != "live" and sheet.opening.strip():
        lines += [line((text, "muted")) for text in wrap(clean_line(sheet.opening), width)[:3]]
    if asking is not None:
        lines += [
            line((text, "strong"))
            for text in wrap(readable(asking.text) or "(no words yet)", width)
        ]
        if asking.research:
            lines += [line((text, "muted")) for text in wrap(f"note: {asking.research}", width)[:2]]
    elif sheet.interview.state == "live":
        # With a close still to come, nothing is said to be over.
        said = "No question is being asked." if following else "Every planned question was asked."
        lines.append(line((said, "muted")))
    if following is not None:
        first = (
            f"first: {readable(following.text)}" if asking is None else f"next: {following.label}"
        )
        style = "strong" if asking is None else "faint"
        lines += [line((text, style)) for text in wrap(first, width)[:2]]
    return lines


def plan_lines(
    row: QuestionRow, width: int, fitting: Container[int] | None = None
) -> Sequence[Line]:
    """Give one question of the plan in one line; one that no longer fits is dimmed and says so.

    Args:
        row: The question.
        width: Cells.
        fitting: The ids of those that still fit; None while no clock runs.
    """
    sign = _SIGNS[row.state]
    fits = row.state != "planned" or fitting is None or row.id in fitting
    if row.parked_at is not None and row.state == "planned":
        sign = ("~", "warn")
    elif row.origin == "arisen" and row.state == "planned":
        sign = ("?", "warn")
    elif not fits:
        sign = ("·", "faint")
    star: Word = ("★ ", "warn" if fits else "faint") if row.importance == "must" else ("  ", "")
    style = {"asking": "accent", "planned": "" if fits else "faint"}.get(row.state, "muted")
    aside = "later" if sign[0] == "~" else "" if fits else "won’t fit"
    right = ((aside, "faint"),) if aside and width >= 32 else ()
    return (line(sign, f"{row.position:>3} ", star, (row.label, style), right=right),)


def parked_words(sheet: LiveSheet, width: int) -> str:
    """Say what was put aside, where the plan is not in sight (S32)."""
    parked = [q.label for q in sheet.questions if q.parked_at is not None and q.state == "planned"]
    return cut(f"later: {' · '.join(parked)}", width) if parked else ""


def jump_words(typed: str, found: Sequence[QuestionRow]) -> str:
    """Say which question a number or a part of its words leads to, while it is typed."""
    if not typed:
        return "Over to which question?   its number, or a part of its words   Escape back"
    if not found:
        return f"Over to: {typed}_   no question has that   Escape back"
    first = found[0]
    more = f"   and {len(found) - 1} more" if len(found) > 1 else ""
    return f"Over to: {typed}_   {first.position} {first.label}   Enter asks it{more}"


_QUIET_STAGES: Final = {
    "ending": "F8 again ends it   Escape goes on", "go on": "F5 +10   F6 +15   F7 +30",
    "jump": "over to …",
}  # fmt: skip


def quiet_lines(
    sheet: LiveSheet, reading: Reading, stage: str, typed: int, width: int
) -> Sequence[Line]:
    """Give the one calm line of quiet mode (M12): the next question and the minutes left.

    What is typed is shown as dots alone, and a question that arose by its number: somebody else may
    see this screen.
    """
    asking = sheet.asking or sheet.following
    left = minutes(reading.left)
    time = f"{left} min" if not reading.over else f"+{minutes(reading.over)} min"
    mark = " ·" if reading.open_decision is not None or reading.open_gap is not None else ""
    right: Word = (f"{time}{mark} ", "muted")
    words = readable(clean_line(asking.text)) if asking is not None else ""
    if asking is not None and asking.origin == "arisen":
        words = f"Question {asking.position}"
    dots = "·" * min(typed, max(0, width - 4))
    paused = "" if reading.running or not reading.started else "paused"
    dots = _QUIET_STAGES.get(stage, dots or paused)
    first, *rest = wrap(words, max(8, width - 12))
    return (
        line(" ", (first, "strong"), right=(right,)),
        *(line(" ", (text, "strong")) for text in rest[:2]),
        line(" ", (dots, "faint")),
    )


def note_lines(row: NoteRow, width: int) -> Sequence[Line]:
    """Give a note: its minute, its sign, its words, and what was caught in it."""
    sign, words = SIGN_OF.get(row.kind, " "), read_line(row.text).words
    style = NOTE_STYLE[row.kind]
    said = row.kind if row.due is None else f"due {say_day(row.due)}"
    label = () if row.kind == "note" else ((said, style),)
    room = max(8, width - 9 - (len(said) + 2 if label else 0))
    texts = wrap(words, room)
    head = ((f"{say_length(row.elapsed)} ", "muted"), (f"{sign} ", style))
    return (line(*head, texts[0], right=label), *(line(" " * 8, text) for text in texts[1:]))


def choice_lines(row: InterviewRow, now: datetime, zone: ZoneInfo) -> Sequence[Line]:
    """Give an interview that one could go live with: who, when, what for."""
    when = row.state
    if row.scheduled_at is not None:
        when = say_when(row.scheduled_at, zone, now.astimezone(zone).date())
    return (line((row.title, "strong"), right=((when, "warn"),)), line("  ", (row.goal, "muted")))
