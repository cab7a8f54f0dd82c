"""Time cut into periods: every day lies in one of them, none is missing between."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.pictures.periods import MOST, day_words, periods_of

DAYS = st.lists(st.dates(), min_size=1, max_size=30)
NEAR = st.lists(st.dates(date(2019, 1, 1), date(2028, 12, 31)), min_size=1, max_size=30)


@given(DAYS | NEAR)
def test_every_day_lies_in_a_period_that_begins_by_then_and_ends_after(days: list[date]) -> None:
    cut = periods_of(days)
    assert cut is not None
    assert 1 <= cut.many <= MOST
    for day in days:
        place = cut.place(day)
        assert 0 <= place < cut.many
        assert cut.start(place) <= day
        assert day < cut.end(place) or cut.end(place) == date.max
    assert cut.place(min(days)) == 0
    assert cut.place(max(days)) == cut.many - 1


@given(NEAR)
def test_periods_follow_each_other_and_are_told_apart_by_their_names(days: list[date]) -> None:
    cut = periods_of(days)
    assert cut is not None
    starts = [cut.start(place) for place in range(cut.many)]
    assert starts == sorted(set(starts))
    assert len({cut.name(place) for place in range(cut.many)}) == cut.many


@pytest.mark.parametrize(
    ("first", "last", "step", "many", "names"),
    [
        ("2026-11-23", "2026-11-23", "week", 1, ("week of 23 Nov 2026", "week of 23 Nov 2026")),
        ("2026-09-06", "2026-11-22", "week", 12, ("week of 31 Aug 2026", "week of 16 Nov 2026")),
        ("2026-09-06", "2026-11-23", "month", 3, ("Sep 2026", "Nov 2026")),
        ("2025-01-31", "2026-12-01", "month", 24, ("Jan 2025", "Dec 2026")),
        ("2024-12-31", "2026-12-01", "quarter", 9, ("Q4 2024", "Q4 2026")),
        ("2020-12-31", "2027-01-01", "year", 8, ("2020", "2027")),
        ("1900-01-01", "2026-01-01", "year", 22, ("1896–1901", "2022–2027")),
    ],
)
def test_periods_are_as_short_as_there_is_room_for(
    first: str, last: str, step: str, many: int, names: tuple[str, str]
) -> None:
    cut = periods_of([date.fromisoformat(last), date.fromisoformat(first)])
    assert cut is not None
    assert (cut.step, cut.many, cut.name(0), cut.name(cut.many - 1)) == (step, many, *names)


def test_of_no_days_there_are_no_periods() -> None:
    assert periods_of([]) is None


def test_labels_are_short_and_the_year_stands_below() -> None:
    cut = periods_of([date(2025, 11, 30), date(2026, 11, 1)])
    assert cut is not None
    assert [cut.short(place) for place in range(3)] == ["Nov", "Dec", "Jan"]
    assert [cut.year(place) for place in range(3)] == ["2025", "2025", "2026"]
    assert cut.words() == "month"


@given(st.dates())
def test_a_day_is_always_said_as_wide_but_for_the_earliest_years(day: date) -> None:
    assert len(day_words(day)) == 7 + len(str(day.year))


def test_weeks_begin_on_monday() -> None:
    cut = periods_of([date(2026, 11, 26), date(2026, 11, 26) - timedelta(days=40)])
    assert cut is not None
    assert {cut.start(place).weekday() for place in range(cut.many)} == {0}
