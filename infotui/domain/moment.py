"""Days and times of day: the words they are written in, and how they are said back (S14, S41)."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from infotui.domain.errors import BadInputError
from infotui.domain.zones import zone_of as zone_of  # noqa: PLC0414 - its callers ask for it here

# Names of our own, so that no process locale changes what is on the screen.
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_LONG_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOCK: Final = re.compile(r"(?<![0-9:.-])([0-9]{1,2})(?::([0-9]{2}))?\s*(am|pm)?(?![0-9:.a-z-])")
_ISO_T: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})t")
_SLASHED: Final = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})(?:[/.]([0-9]{4}|[0-9]{2})?)?")
_ORDINAL: Final = re.compile(r"(?<=[0-9])(st|nd|rd|th)$")
LONGEST: Final = 100  # characters of a day, a time and a zone; what is longer says more than that
YearPicker = Callable[[int, int, date], date]  # month, day and today to the day that is meant
HELP: Final = "Try `thu 15:00`, `26 nov 15:00`, `tomorrow 9:30` or `2026-11-26 15:00`."


def understand_clock(text: str, near: datetime, zone: ZoneInfo) -> datetime:
    """Read a bare time of day (`15:40`) as the instant of that time on the day of `near`."""
    at, rest = take_time(" ".join(text.casefold().split())[:LONGEST])
    if rest:
        raise BadInputError("when", f"“{rest}” is no time of day. Try `15:40`.")
    return instant_on(near.astimezone(zone).date(), at, zone)


def plain_words(text: str) -> str:
    """Give what was typed in small letters, one space between words, `T` of an ISO time taken out."""
    return _ISO_T.sub(r"\1 ", " ".join(text.replace(",", " ").casefold().split()))


def instant_on(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Give the instant of a wall-clock time; BadInputError at the ends of the calendar."""
    try:
        return datetime.combine(day, at, zone).astimezone(UTC)
    except OverflowError as cause:
        raise BadInputError("when", f"That is beyond the calendar. {HELP}") from cause


def times_in(words: str) -> list[re.Match[str]]:
    """Find the times of day in `words`: `15:00`, `3pm`."""
    return [c for c in _CLOCK.finditer(words) if c[2] or c[3]]


def take_time(words: str) -> tuple[time, str]:
    """Find the one time of day in `words`; give it and what is left of them.

    Raises:
        BadInputError: There is none, there are two, or it is no time.
    """
    timed = times_in(words)
    if len(timed) != 1:
        told = "A time is missing." if not timed else "There are two times."
        raise BadInputError("when", f"{told} {HELP}")
    found = timed[0]
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3] or ""
    if hour > (12 if half else 23) or minute > 59 or (half and not hour):
        said = f"{hour} {half}" if half else f"time {found[0].strip()}"
        raise BadInputError("when", f"There is no {said}. {HELP}")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return time(hour, minute), " ".join(w for w in rest.split() if w not in {"at", "on", "um", "t"})


def coming_weekday(number: int, today: date) -> date:
    """Give the coming day of that number in the week, Monday being 0; today where it is today."""
    return today + timedelta(days=(number - today.weekday()) % 7)


def _coming(month: int, day: int, today: date) -> date:
    """The next such day: this year's, or next year's when it is past."""
    this_year = date_of(today.year, month, day)
    return this_year if this_year >= today else date_of(today.year + 1, month, day)


def date_of(year: int, month: int, day: int) -> date:
    """Give that day; BadInputError when there is none."""
    try:
        return date(year, month, day)
    except ValueError as cause:
        said = f"{year:04}-{month:02}-{day:02}"
        raise BadInputError("when", f"There is no day {said}. {HELP}") from cause


def read_day(words: str, today: date, whole: str, pick: YearPicker = _coming) -> date:
    """Read a weekday (the coming one), a date, or both where they agree.

    Args:
        words: What is left when the time is taken out.
        today: The day from which it counts.
        whole: All that was typed, for the sentence.
        pick: Which day is meant by a month and a day without a year.

    Raises:
        BadInputError: It is no day, or could be two.
    """
    from infotui.domain.dated import month_of, weekday_of  # they load dateutil, which is slow

    weekday: int | None = None
    rest = []
    for word in words.split():
        number = weekday_of(word.rstrip("."))
        if number is None:
            rest.append(word)
        elif weekday is None:
            weekday = number
        else:
            raise BadInputError("when", f"“{whole}” names two days. {HELP}")
    if not rest and weekday is not None:
        return coming_weekday(weekday, today)
    day = _read_date(rest, month_of, today, whole, pick)
    if weekday is not None and day.weekday() != weekday:
        said = f"{say_day(day)} {day.year}"
        raise BadInputError("when", f"{said} is a {_LONG_DAYS[day.weekday()]}. {HELP}")
    return day


def _read_date(
    words: list[str],
    month_of: Callable[[str], int | None],
    today: date,
    whole: str,
    pick: YearPicker,
) -> date:
    """Read `26 nov`, `nov 26 2027`, `2026-11-26` or `27/12`."""
    if len(words) == 1 and (found := _ISO.fullmatch(words[0])):
        return date_of(int(found[1]), int(found[2]), int(found[3]))
    if len(words) == 1 and (found := _SLASHED.fullmatch(words[0])):
        return _read_slashed(found, today, pick)
    numbers = [int(w) for word in words if (w := _ORDINAL.sub("", word.rstrip("."))).isdecimal()]
    months = [m for word in words if not word[:1].isdigit() and (m := month_of(word.rstrip(".")))]
    small = [n for n in numbers if n <= 31]
    years = [n for n in numbers if 1000 <= n <= 9999]
    if len(months) != 1 or len(small) != 1 or len(years) > 1:
        raise BadInputError("when", f"“{whole}” names no day that can be meant. {HELP}")
    if len(words) != 2 + len(years):
        raise BadInputError("when", f"“{whole}” says more than a day and a time. {HELP}")
    if years:
        return date_of(years[0], months[0], small[0])
    return pick(months[0], small[0], today)


def _read_slashed(found: re.Match[str], today: date, pick: YearPicker) -> date:
    first, second = int(found[1]), int(found[2])
    if max(first, second) <= 12:
        raise BadInputError(
            "when", f"“{found[0]}” could be two days. Write the month as a word: `3 apr 15:00`."
        )
    day, month = (first, second) if first > 12 else (second, first)
    if found[3]:
        year = int(found[3])
        return date_of(year if year > 99 else 2000 + year, month, day)
    return pick(month, day, today)


def say_day(day: date, today: date | None = None) -> str:
    """Say a day shortly: `Thu 26 Nov`, with the year when it is another one than today's."""
    said = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return said if today is None or day.year == today.year else f"{said} {day.year}"


def say_long_day(day: date) -> str:
    """Say a day in full: `Thursday 26 November`-like, with our short month names."""
    return f"{_LONG_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_talk_day(day: date, today: date) -> str:
    """Say a day to somebody who was there: `Monday 23 November`, its year if it is another."""
    said = f"{_LONG_DAYS[day.weekday()]} {day.day} {_LONG_MONTHS[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def say_when(instant: datetime, zone: ZoneInfo, today: date | None = None) -> str:
    """Say an instant on the wall clock of `zone`: `Thu 26 Nov 15:00`."""
    local = instant.astimezone(zone)
    return f"{say_day(local.date(), today)} {local:%H:%M}"


def say_wall(instant: datetime, zone: ZoneInfo) -> str:
    """Say an instant in full on the wall clock of `zone`: `Thursday 26 Nov 2026 15:00 Europe/Berlin`."""
    local = instant.astimezone(zone)
    return f"{say_long_day(local.date())} {local:%H:%M} {zone.key}"


def say_there(instant: datetime, zone: ZoneInfo, own: ZoneInfo, *, named: bool = True) -> str:
    """Say what the clock of `zone` shows, with its day only where it is another than mine."""
    local, mine = instant.astimezone(zone), instant.astimezone(own)
    day = "" if local.date() == mine.date() else f"{say_day(local.date())} "
    return f"{day}{local:%H:%M}" + (f" {zone.key}" if named else "")


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
