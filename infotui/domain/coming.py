"""Days and times to come in a person's words, on whosever wall clock is meant (S3, S38)."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.errors import BadInputError
from infotui.domain.moment import (
    HELP,
    LONGEST,
    coming_weekday,
    plain_words,
    read_day,
    say_day,
    take_time,
)
from infotui.domain.zones import is_city, nearest, on_the_wall, take_zone, zone_names

_COUNTS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_IN: Final = re.compile(rf"in ([0-9]{{1,2}}|{'|'.join(_COUNTS)}) (day|week|fortnight)s?")
_OF_NEXT_WEEK: Final = re.compile(r"next week (\S+)|(\S+) next week")
_OF_THIS_WEEK: Final = re.compile(r"this week (\S+)|(\S+) this week|this (\S+)")
_NEXT: Final = re.compile(r"next (\S+)")
_WEEK: Final = timedelta(weeks=1)


class Meant(NamedTuple):
    """What was understood: the instant, whose wall clock it was said on, and a word of doubt."""

    instant: datetime
    zone: ZoneInfo
    doubt: str = ""


def load_words() -> None:
    """Load what the first words would wait for: the names of days and of zones."""
    from infotui.domain.dated import weekday_of

    weekday_of("mon")
    zone_names()


def understand(text: str, now: datetime, own: ZoneInfo, theirs: ZoneInfo | None = None) -> Meant:
    """Read a day and a time to come as a person writes them, with a zone anywhere among them.

    A weekday is the coming one; today's name is today while that time is still to come. `next tue`
    is the Tuesday of the next week (Monday to Sunday); where the coming Tuesday still lies in this
    week it could be either, and is refused with both named. `next week tue` is never in doubt.
    A day without a year is the coming one. A relative day that is one day here and another one in
    the zone that is named is refused with both.

    Args:
        text: For example `tue 3pm`, `in two weeks 9:30`, `26 nov 14:00 Europe/Berlin`,
            `thu 15:00 their time`.
        now: The instant from which "tomorrow" counts.
        own: Whose wall clock is meant where no zone is named.
        theirs: The zone of "their time", if one is noted.

    Raises:
        BadInputError: It names no day, no time or no zone that can be meant, a day that could be
            two days, or a time that the clocks skip; `field` is `when`.
    """
    words = plain_words(text)
    if not words:
        raise BadInputError("when", f"Nothing is written there yet. {HELP}")
    if len(words) > LONGEST:
        raise BadInputError("when", f"That is more than a day and a time. {HELP}")
    zone, left = take_zone(words.split(), own, theirs)
    at, rest = take_time(" ".join(left))
    there = zone or own
    day = _day_from(rest, at, now, there, words)
    if there.key != own.key and (mine := _day_from(rest, at, now, own, words, there)) != day:
        both = f"{say_day(mine)} here and {say_day(day)} in {there.key}"
        raise BadInputError("when", f"“{words}” is {both}. Write the date: `26 nov 15:00`.")
    instant, doubt = on_the_wall(day, at, there)
    return Meant(instant, there, doubt)


def _day_from(
    rest: str, at: time, now: datetime, zone: ZoneInfo, whole: str, on: ZoneInfo | None = None
) -> date:
    """Read the day as it counts from today in `zone`; the time is that of `on`, if not its own."""
    today = now.astimezone(zone).date()
    day = _day(rest, today, whole)
    if day == today and _is_weekday(rest) and on_the_wall(day, at, on or zone).instant < now:
        day += _WEEK
    return day


def _day(words: str, today: date, whole: str) -> date:
    """Read the words that are left when time and zone are taken out."""
    near = {"today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2}
    if (days := near.get(words.removeprefix("the "))) is not None:
        return today + timedelta(days=days)
    if found := _IN.fullmatch(words):
        count = _COUNTS.get(found[1]) or int(found[1])
        step = {"day": timedelta(days=1), "week": _WEEK, "fortnight": 2 * _WEEK}[found[2]]
        return today + count * step
    return _of_a_week(words, today, whole) or _written(words, today, whole)


def _of_a_week(words: str, today: date, whole: str) -> date | None:
    """Read a weekday that is said to be of this week or of the next one."""
    monday = today - timedelta(days=today.weekday())
    if (found := _OF_NEXT_WEEK.fullmatch(words)) and (number := _weekday(found)) is not None:
        return monday + _WEEK + timedelta(days=number)
    if (found := _OF_THIS_WEEK.fullmatch(words)) and (number := _weekday(found)) is not None:
        day = monday + timedelta(days=number)
        if day < today:
            raise BadInputError("when", f"{say_day(day)} of this week is past. {HELP}")
        return day
    if (found := _NEXT.fullmatch(words)) and (number := _weekday(found)) is not None:
        return _next(number, found[1], today)
    return None


def _next(number: int, name: str, today: date) -> date:
    day = coming_weekday(number, today)
    later = day + _WEEK
    if day == today:
        return later
    if day.isocalendar()[:2] == today.isocalendar()[:2]:
        raise BadInputError(
            "when",
            f"“next {name}” could be {say_day(day)} or {say_day(later)}. "
            f"Write `{name}` for the first, `next week {name}` for the other.",
        )
    return day


def _weekday(found: re.Match[str]) -> int | None:
    from infotui.domain.dated import weekday_of

    name = next(name for name in found.groups() if name)
    return weekday_of(name.rstrip("."))


def _is_weekday(words: str) -> bool:
    from infotui.domain.dated import weekday_of

    return weekday_of(words.rstrip(".")) is not None


def _written(words: str, today: date, whole: str) -> date:
    try:
        return read_day(words, today, whole)
    except BadInputError:
        for word in words.split():
            if is_city(word):
                raise BadInputError(
                    "when", f"A zone is written in full: `{nearest(word)[0]}` for “{word}”."
                ) from None
        raise
