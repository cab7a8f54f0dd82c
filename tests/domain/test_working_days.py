"""Working days: counted one by one over a calendar that is told, weekends alone where none is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.working_days import add_working_days, is_weekend, working_days_between
from tests.domain.builders import steady

FRIDAY = date(2026, 11, 27)
CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 28)}

days = st.dates(date(1990, 1, 1), date(2090, 1, 1))
counts = st.integers(1, 60)
# A calendar of its own for each example: weekends on any days, a few other days off.
calendars = st.tuples(
    st.sets(st.integers(0, 6), max_size=5), st.sets(st.integers(0, 400), max_size=30)
)


def off(calendar: tuple[set[int], set[int]], start: date, day: date) -> bool:
    weekend, others = calendar
    return day.weekday() in weekend or (day - start).days in others


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        (FRIDAY, 1, date(2026, 11, 30)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),
        (date(2026, 11, 23), 3, date(2026, 11, 26)),
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 12, 23), 3, date(2026, 12, 30)),  # Thu, then over Christmas and the weekend
    ],
)
def test_weekends_and_holidays_are_passed_over(day: date, count: int, then: date) -> None:
    assert add_working_days(day, count, lambda d: is_weekend(d) or d in CHRISTMAS) == then


def test_nothing_lies_between_a_day_and_itself_or_an_earlier_one() -> None:
    assert working_days_between(FRIDAY, FRIDAY) == 0
    assert working_days_between(FRIDAY, FRIDAY - timedelta(days=9)) == 0
    assert working_days_between(FRIDAY, FRIDAY + timedelta(days=2)) == 0
    assert working_days_between(FRIDAY, FRIDAY + timedelta(days=3)) == 1


def test_a_calendar_that_is_always_off_ends() -> None:
    with pytest.raises(ValueError, match="no working day"):
        add_working_days(FRIDAY, 1, lambda _day: True)


@steady
@given(days, counts, calendars)
def test_it_lands_on_a_working_day_that_many_days_apart(
    day: date, count: int, calendar: tuple[set[int], set[int]]
) -> None:
    def is_off(other: date) -> bool:
        return off(calendar, day, other)

    then = add_working_days(day, count, is_off)
    assert not is_off(then)
    assert working_days_between(day, then, is_off) == count
    assert working_days_between(day, then - timedelta(days=1), is_off) == count - 1


@steady
@given(days, counts, st.integers(0, 30), calendars)
def test_later_or_more_is_never_earlier(
    day: date, count: int, more: int, calendar: tuple[set[int], set[int]]
) -> None:
    def is_off(other: date) -> bool:
        return off(calendar, day, other)

    then = add_working_days(day, count, is_off)
    assert add_working_days(day, count + more, is_off) >= then
    assert add_working_days(day + timedelta(days=more), count, is_off) >= then
