"""Counts in working days; which days are off is told from outside, as weekends alone or by a calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

IsOff = Callable[[date], bool]

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_LONGEST_BREAK: Final = 366  # a calendar with more days off in a row is no calendar


def is_weekend(day: date) -> bool:
    """Tell whether a day is a Saturday or a Sunday: what is off where no country is known."""
    return day.weekday() >= _SATURDAY


def add_working_days(day: date, count: int, is_off: IsOff = is_weekend) -> date:
    """Give the day that is so many working days after another one; it is never a day off.

    Args:
        day: From which day; whether that is off itself makes no difference.
        count: How many, at least 1.
        is_off: Which days are no working days.

    Raises:
        ValueError: There is no such day, because everything is off.
    """
    off = 0
    while count > 0:
        day += _DAY
        if is_off(day):
            off += 1
            if off > _LONGEST_BREAK:
                raise ValueError("no working day within a year")
        else:
            count, off = count - 1, 0
    return day


def working_days_between(start: date, end: date, is_off: IsOff = is_weekend) -> int:
    """Count the working days after `start` up to `end`; none when `end` is not later."""
    days = (end - start).days
    return sum(not is_off(start + _DAY * step) for step in range(1, days + 1))
