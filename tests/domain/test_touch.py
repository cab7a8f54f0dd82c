"""Touches: who is being lost on which day, and how a cadence is read and said."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError
from infotui.domain.touch import (
    TOUCH_KINDS,
    TOUCH_WORDS,
    Wanted,
    losing,
    next_touch,
    read_cadence,
    say_cadence,
)
from tests.domain.builders import steady

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def wanting(days_ago: int | None, cadence: int = 30, name: str = "Ana", known: int = 500) -> Wanted:
    touched = None if days_ago is None else NOON - timedelta(days=days_ago)
    added = NOON - timedelta(days=known)
    return Wanted(1, name, "", cadence, added, touched, "talk" if touched else "")


@pytest.mark.parametrize(
    ("days_ago", "over"),
    [(0, None), (29, None), (30, 0), (31, 1), (400, 370)],
)
def test_somebody_is_being_lost_from_the_day_the_cadence_is_reached(
    days_ago: int, over: int | None
) -> None:
    rows = losing([wanting(days_ago)], TODAY, BERLIN)
    assert [row.over for row in rows] == ([] if over is None else [over])


def test_who_was_never_touched_counts_from_when_they_were_added() -> None:
    (row,) = losing([wanting(None, known=40)], TODAY, BERLIN)
    assert (row.over, row.last_at, row.kind) == (10, None, "")
    assert losing([wanting(None, known=29)], TODAY, BERLIN) == []


def test_a_touch_after_midnight_belongs_to_the_day_on_the_wall() -> None:
    late = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)  # the 25th in Berlin
    who = Wanted(1, "Ana", "", 30, late, late, "talk")
    assert losing([who], date(2026, 11, 23), BERLIN) == []
    assert losing([who], date(2026, 11, 23), ZoneInfo("UTC"))[0].over == 0


def test_the_one_who_is_most_over_comes_first() -> None:
    people = [wanting(31, name="Cy"), wanting(40, name="Bo"), wanting(31, name="Ana")]
    assert [row.name for row in losing(people, TODAY, BERLIN)] == ["Bo", "Ana", "Cy"]


@steady
@given(st.integers(0, 900), st.integers(1, 730))
def test_over_and_cadence_are_the_days_since(days_ago: int, cadence: int) -> None:
    rows = losing([wanting(days_ago, cadence)], TODAY, BERLIN)
    assert bool(rows) == (next_touch(TODAY - timedelta(days=days_ago), cadence) <= TODAY)
    assert all(row.over + row.cadence == days_ago for row in rows)


@pytest.mark.parametrize(
    ("text", "days"),
    [("", None), ("off", None), ("0", None), ("30", 30), (" 1 day ", 1), ("730 days", 730)],
)
def test_a_cadence_is_read(text: str, days: int | None) -> None:
    assert read_cadence(text) == days


@pytest.mark.parametrize("text", ["731", "-1", "soon", "3.5", "٣", "9" * 400, "30 30"])
def test_what_is_no_number_of_days_is_refused(text: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        read_cadence(text)
    assert refusal.value.field == "days"


def test_every_kind_and_every_cadence_has_words() -> None:
    assert set(TOUCH_KINDS) <= set(TOUCH_WORDS)
    assert [say_cadence(days) for days in (None, 1, 30)] == ["off", "every day", "every 30 days"]
