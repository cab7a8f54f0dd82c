"""Dates and times in a person's words: read from what was typed, said back in full (S14, S41)."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from infotui.domain.errors import BadInputError

# Names of our own, so that no process locale changes what is on the screen.
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})\b")
_CLOCK: Final = re.compile(r"(?<![\d:.-])(\d{1,2})(?::(\d{2}))?\s*(am|pm)?(?![\d:.-])", re.I)
_IN: Final = re.compile(r"\bin\s+(\d{1,2}|a|two|three)\s+(day|week)s?\b", re.I)
_SLASHED: Final = re.compile(r"\b(\d{1,2})[/.](\d{1,2})(?:[/.]\d{2,4})?\b")
_WEEKDAY: Final = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)")
_COUNTS: Final = {"a": 1, "two": 2, "three": 3}
_HELP: Final = "Try `thu 15:00`, `26 nov 15:00`, `tomorrow 9:30` or `2026-11-26 15:00`."


def zone_of(name: str) -> ZoneInfo:
    """Give the IANA time zone of that name.

    Raises:
        BadInputError: There is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as cause:
        raise BadInputError(
            "zone", f"“{name}” is no time zone. Write it like `Europe/Berlin`."
        ) from cause


def understand_when(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Read a day and a time as a person writes them.

    Args:
        text: For example `thu 15:00`, `26 nov 3pm`, `in two weeks 9:30`, `2026-11-26 15:00`.
        now: The instant from which "tomorrow" counts.
        zone: Whose wall clock is meant.

    Returns:
        The instant, aware, in UTC.

    Raises:
        BadInputError: It names no day or no time, or a day that could be two days.
    """
    words = " ".join(text.replace(",", " ").split())
    if not words:
        raise BadInputError("when", f"Nothing is written there yet. {_HELP}")
    today = now.astimezone(zone).date()
    day, rest = _take_day(words, today)
    at = _take_time(rest)
    meant = datetime.combine(day, at, zone).astimezone(UTC)
    if meant < now and day == today and _WEEKDAY.search(words.casefold()):
        return datetime.combine(day + timedelta(weeks=1), at, zone).astimezone(UTC)
    return meant


def understand_clock(text: str, near: datetime, zone: ZoneInfo) -> datetime:
    """Read a bare time of day (`15:40`) as the instant of that time on the day of `near`."""
    at = _take_time(text)
    return datetime.combine(near.astimezone(zone).date(), at, zone).astimezone(UTC)


def _take_day(words: str, today: date) -> tuple[date, str]:
    """Find the day in `words`; give it and what is left of them."""
    low = words.casefold()
    for name, days in (("tomorrow", 1), ("today", 0)):
        if re.search(rf"\b{name}\b", low):
            return today + timedelta(days=days), low.replace(name, " ")
    if found := _IN.search(low):
        count = _COUNTS.get(found[1]) or int(found[1])
        span = timedelta(weeks=count) if found[2] == "week" else timedelta(days=count)
        return today + span, low.replace(found[0], " ")
    if found := _ISO.search(low):
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError as cause:
            raise BadInputError("when", f"There is no day {found[0]}. {_HELP}") from cause
        return day, low.replace(found[0], " ").replace("t", " ")
    return _take_named_day(low, today)


def _take_named_day(words: str, today: date) -> tuple[date, str]:
    if (found := _SLASHED.search(words)) and max(int(found[1]), int(found[2])) <= 12:
        raise BadInputError(
            "when", f"“{found[0]}” could be two days. Write the month as a word: `3 apr 15:00`."
        )
    from dateutil import parser  # imported when first needed: it is slow to load

    clock = list(_CLOCK.finditer(words))
    timed = [c for c in clock if c[2] or c[3]]
    rest = timed[-1][0] if timed else ""
    day_words = words.replace(rest, " ", 1) if rest else words
    try:
        start = datetime.combine(today, time(0))
        read = parser.parse(day_words, default=start)
        other = parser.parse(day_words, default=start.replace(year=start.year - 4))
    except (ValueError, OverflowError, TypeError) as cause:
        raise BadInputError("when", f"“{words}” names no day that can be meant. {_HELP}") from cause
    day = read.date()
    no_year = other.year != read.year
    if no_year and day < today and re.search(r"[a-z]", day_words):
        day = day.replace(year=day.year + 1)
    if not re.search(r"[a-z]|\d{4}|\d[/.]\d", day_words):
        raise BadInputError("when", f"“{words}” names no day. {_HELP}")
    return day, rest


def _take_time(words: str) -> time:
    timed = [c for c in _CLOCK.finditer(words) if c[2] or c[3]]
    if not timed:
        raise BadInputError("when", f"A time is missing. {_HELP}")
    hour, minute, half = int(timed[-1][1]), int(timed[-1][2] or 0), (timed[-1][3] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            raise BadInputError("when", f"There is no {hour} {half}. {_HELP}")
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise BadInputError("when", f"There is no time {hour}:{minute:02}. {_HELP}")
    return time(hour, minute)


def say_day(day: date, today: date | None = None) -> str:
    """Say a day shortly: `Thu 26 Nov`, with the year when it is another one than today's."""
    said = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return said if today is None or day.year == today.year else f"{said} {day.year}"


def say_long_day(day: date) -> str:
    """Say a day in full: `Thursday 26 November`-like, with our short month names."""
    return f"{_LONG_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_when(instant: datetime, zone: ZoneInfo, today: date | None = None) -> str:
    """Say an instant on the wall clock of `zone`: `Thu 26 Nov 15:00`."""
    local = instant.astimezone(zone)
    return f"{say_day(local.date(), today)} {local:%H:%M}"


def say_until(instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Say how far ahead an instant is: `in 4 d`, `in 50 min`, `today`, `2 d ago`."""
    days = (instant.astimezone(zone).date() - now.astimezone(zone).date()).days
    minutes = int((instant - now).total_seconds() // 60)
    if 0 <= minutes < 120:
        return f"in {minutes} min"
    if -60 <= minutes < 0:
        return f"{-minutes} min ago"
    if days == 0:
        return "today"
    return f"in {days} d" if days > 0 else f"{-days} d ago"


def say_due(due: date | None, today: date) -> str:
    """Say a due date in one short word: `late`, `today`, `Tue`, `27 Nov`."""
    if due is None:
        return ""
    days = (due - today).days
    if days < 0:
        return "late"
    if days == 0:
        return "today"
    if days < 7:
        return _DAYS[due.weekday()]
    return f"{due.day} {_MONTHS[due.month - 1]}"


def say_length(length: timedelta) -> str:
    """Say a length as minutes and seconds: `18:42`, with a minus when it is negative."""
    seconds = int(length.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'-' if seconds < 0 else ''}{minutes:02}:{rest:02}"
