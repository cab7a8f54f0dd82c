"""Open loops: their words, and how a due date stands on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.loop import ASKED_ABOUT, BALLS, DONE_WORD, LOOP_KINDS, lateness
from tests.domain.builders import steady

TODAY = date(2026, 11, 26)


def test_each_kind_of_loop_has_one_way_of_ending_well() -> None:
    assert set(DONE_WORD) == set(LOOP_KINDS)
    assert set(BALLS) == {"me", "them", "introducer"}
    assert set(LOOP_KINDS) >= ASKED_ABOUT


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, "none"),
        (TODAY - timedelta(days=400), "late"),
        (TODAY - timedelta(days=1), "late"),
        (TODAY, "today"),
        (TODAY + timedelta(days=1), "soon"),
    ],
)
def test_a_due_date_stands_in_one_of_four_ways(due: date | None, said: str) -> None:
    assert lateness(due, TODAY) == said


@steady
@given(st.dates(), st.dates())
def test_nothing_is_late_on_its_own_day_or_before(due: date, today: date) -> None:
    assert (lateness(due, today) == "late") == (today > due)
    assert (lateness(due, today) == "today") == (today == due)
