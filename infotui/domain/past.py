"""Past moments in a person's words (S14): when a talk took place that is logged afterwards."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.errors import BadInputError
from infotui.domain.moment import (
    HELP,
    LONGEST,
    date_of,
    instant_on,
    plain_words,
    read_day,
    take_time,
    times_in,
)
from infotui.domain.text import clean_line

_HELP: Final = "Try `last tue`, `yesterday 15:00`, `12 nov` or `2 weeks ago`."
_NOON: Final = time(12)
_PARTS: Final = {
    "morning": time(9), "noon": _NOON, "midday": _NOON, "lunch": time(12, 30),
    "afternoon": time(15), "evening": time(19), "night": time(21),
}  # fmt: skip
_COUNTS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_COUNT: Final = rf"([0-9]{{1,3}}|{'|'.join(_COUNTS)})"
_JUST: Final = re.compile(rf"(?:half an|{_COUNT}) (minute|min|hour|hr|h)s? ago")
_AGO: Final = re.compile(rf"{_COUNT} (day|week|fortnight|month|year)s? ago")
_SPAN: Final = re.compile(
    r"(?:last|this|past|the|over the|on the|at the| )*(?:week|weekend|month|year|spring|summer|autumn|winter)"
)
_OF_A_WEEK: Final = re.compile(r"(?:(last|this) week (\S+)|(\S+) (last|this) week)")
_AHEAD: Final = re.compile(r"(?:tomorrow|next|in|coming)\b")
_OLDEST: Final = 1900  # a year before that is a slip of the finger


class _Day(NamedTuple):
    """A day that was named, and whether a week earlier can be meant as well: a bare weekday."""

    day: date
    bare: bool = False


def understand_past(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Read when a past talk took place (S14).

    A weekday is the latest one, today's name being today when that is past, and `last tue` on a
    Tuesday the one a week ago. A day without a year is the latest such day. Without a time noon is
    meant, or now where noon is still to come today.

    Args:
        text: For example `last tue`, `yesterday 3pm`, `2 weeks ago`, `12 nov 15:00`, `just now`.
        now: The instant from which it counts back.
        zone: Whose wall clock is meant.

    Returns:
        The instant, aware, in UTC, never after `now`.

    Raises:
        BadInputError: It names no day, more than one day, or one that lies ahead.
    """
    whole = plain_words(clean_line(text))
    if not whole:
        raise BadInputError("when", f"Nothing is written there yet. {_HELP}")
    if len(whole) > LONGEST:
        raise BadInputError("when", f"That is more than a day and a time. {_HELP}")
    now = now.astimezone(UTC)
    try:
        meant = _just_now(whole, now) or _on_a_day(whole, now, zone)
    except BadInputError as bad:
        raise BadInputError("when", bad.sentence.replace(HELP, _HELP)) from bad
    except (OverflowError, ValueError) as cause:
        raise BadInputError("when", f"That is beyond the calendar. {_HELP}") from cause
    if meant > now:
        raise _lies_ahead(whole)
    if meant.year < _OLDEST:
        raise BadInputError("when", f"“{whole}” is too long ago to be meant. {_HELP}")
    return meant


def _lies_ahead(whole: str) -> BadInputError:
    said = f"“{whole}” still lies ahead, and only a past talk is logged."
    return BadInputError("when", f"{said} {_HELP}")


def _just_now(whole: str, now: datetime) -> datetime | None:
    """Read what counts from this very minute: `just now`, `half an hour ago`."""
    minute = now.replace(second=0, microsecond=0)
    if whole in {"now", "just now", "right now"}:
        return minute
    found = _JUST.fullmatch(whole)
    if found is None:
        return None
    count = _number(found[1]) if found[1] else 0.5
    return minute - (timedelta(hours=count) if found[2][0] == "h" else timedelta(minutes=count))


def _number(word: str) -> int:
    return _COUNTS.get(word) or int(word)


def _on_a_day(whole: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Read a day, with a time, a part of the day, or neither."""
    today = now.astimezone(zone).date()
    at, rest = take_time(whole) if times_in(whole) else (None, whole)
    words = [word for word in rest.split() if word not in {"on", "at", "around"}]
    part = words.pop() if words and words[-1] in _PARTS else ""
    if part and words in (["this"], ["last"]):
        words = ["today" if words == ["this"] else "yesterday"]
    elif not words and (at or part):
        words = ["today"]
    found = _day(" ".join(words), today, whole)
    day = found.day
    if at is not None and part == "night" and at.hour < 6:
        day += timedelta(days=1)  # one in the morning is still last night
    meant = instant_on(day, at or _PARTS.get(part, _NOON), zone)
    if meant <= now or day != today:
        return meant
    if at is None and part in {"", "morning"}:
        return now.replace(second=0, microsecond=0)
    return instant_on(day - timedelta(weeks=1), at or _PARTS[part], zone) if found.bare else meant


def _day(words: str, today: date, whole: str) -> _Day:
    """Read the words that are left when the time is taken out."""
    from dateutil.relativedelta import relativedelta  # imported when first needed

    words = words.removeprefix("the ")
    back = {"today": 0, "yesterday": 1, "day before yesterday": 2}.get(words)
    if back is not None:
        return _Day(today - timedelta(days=back))
    if _AHEAD.match(words):
        raise _lies_ahead(whole)
    if _SPAN.fullmatch(words):
        said = f"“{words}” is more than one day."
        raise BadInputError("when", f"{said} Add the day: `tue last week`, `12 nov`.")
    if found := _AGO.fullmatch(words):
        unit = "weeks" if found[2] == "fortnight" else f"{found[2]}s"
        count = _number(found[1]) * (2 if found[2] == "fortnight" else 1)
        return _Day(today + relativedelta(**{unit: -count}))  # type: ignore[arg-type]
    if found := _OF_A_WEEK.fullmatch(words):
        return _Day(_in_week(found, today, whole))
    return _weekday_or_date(words, today, whole)


def _in_week(found: re.Match[str], today: date, whole: str) -> date:
    """Read `tue last week`: the weekday of the week before, Monday to Sunday."""
    which, name = found[1] or found[4], found[2] or found[3]
    number = _weekday(name)
    if number is None:
        raise BadInputError("when", f"“{whole}” names no day that can be meant. {_HELP}")
    monday = today - timedelta(days=today.weekday() + (7 if which == "last" else 0))
    day = monday + timedelta(days=number)
    if day > today:
        raise _lies_ahead(whole)
    return day


def _weekday_or_date(words: str, today: date, whole: str) -> _Day:
    before = words.startswith("last ")
    name = words.removeprefix("last ").removeprefix("this ")
    number = _weekday(name)
    if number is None:
        return _Day(read_day(words, today, whole, _latest))
    days = (today.weekday() - number) % 7
    if days == 0 and before:
        return _Day(today - timedelta(days=7))
    return _Day(today - timedelta(days=days), bare=True)


def _weekday(name: str) -> int | None:
    from infotui.domain.dated import weekday_of

    return weekday_of(name.rstrip("."))


def _latest(month: int, day: int, today: date) -> date:
    """The latest such day: this year's, or an earlier one's when that is still to come."""
    if (month, day) == (2, 29):
        years = [y for y in range(today.year, today.year - 9, -1) if y % 4 == 0]
        return max(found for y in years if (found := _leap_day(y)) and found <= today)
    this_year = date_of(today.year, month, day)
    return this_year if this_year <= today else date_of(today.year - 1, month, day)


def _leap_day(year: int) -> date | None:
    try:
        return date(year, 2, 29)
    except ValueError:
        return None
