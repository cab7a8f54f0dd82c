"""Times of day in a person's words, and days and times said back."""

import contextlib
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError
from infotui.domain.moment import (
    say_day,
    say_due,
    say_length,
    say_long_day,
    say_talk_day,
    say_there,
    say_until,
    say_wall,
    say_when,
    understand_clock,
)
from tests.domain.builders import steady

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)  # Thursday, 16:00 in Berlin, 10:00 in New York
TODAY = date(2026, 11, 26)


# ── a bare time of day ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "meant"),
    [("15:40", "15:40"), ("3:40 pm", "15:40"), ("9am", "09:00"), ("0:05", "00:05")],
)
def test_a_bare_time_is_on_the_day_one_is_in(text: str, meant: str) -> None:
    found = understand_clock(text, NOW, BERLIN).astimezone(BERLIN)
    assert f"{found:%Y-%m-%d %H:%M}" == f"2026-11-26 {meant}"


def test_the_day_of_a_bare_time_is_the_one_of_the_zone() -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    assert understand_clock("1:15", late, BERLIN) == datetime(2026, 11, 27, 0, 15, tzinfo=UTC)
    assert understand_clock("19:15", late, NEW_YORK) == datetime(2026, 11, 27, 0, 15, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "15", "25:00", "soon", "15:4", "15:400", "13pm"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        understand_clock(text, NOW, BERLIN)


@steady
@given(st.text(max_size=25))
def test_anything_at_all_is_an_instant_or_a_sentence(text: str) -> None:
    with contextlib.suppress(BadInputError):
        found = understand_clock(text, NOW, BERLIN)
        assert found.tzinfo is UTC
        assert found.second == found.microsecond == 0


# ── said back ────────────────────────────────────────────────────────────────────────────────────


def test_a_day_is_said_with_its_year_only_where_it_is_another() -> None:
    assert say_day(TODAY) == "Thu 26 Nov"
    assert say_day(TODAY, TODAY) == "Thu 26 Nov"
    assert say_day(date(2027, 1, 1), TODAY) == "Fri 1 Jan 2027"
    assert say_long_day(TODAY) == "Thursday 26 Nov 2026"
    assert say_talk_day(TODAY, TODAY) == "Thursday 26 November"
    assert say_talk_day(TODAY, TODAY.replace(year=2027)) == "Thursday 26 November 2026"


def test_an_instant_is_said_on_the_wall_where_one_is() -> None:
    assert say_when(NOW, BERLIN) == "Thu 26 Nov 16:00"
    assert say_when(NOW, NEW_YORK) == "Thu 26 Nov 10:00"
    assert say_when(NOW, ZoneInfo("Asia/Tokyo"), date(2025, 1, 1)) == "Fri 27 Nov 2026 00:00"


def test_an_instant_is_said_in_full_and_there_with_its_day_where_that_is_another() -> None:
    assert say_wall(NOW, BERLIN) == "Thursday 26 Nov 2026 16:00 Europe/Berlin"
    assert say_there(NOW, NEW_YORK, BERLIN) == "10:00 America/New_York"
    assert say_there(NOW, ZoneInfo("Asia/Tokyo"), BERLIN) == "Fri 27 Nov 00:00 Asia/Tokyo"


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(0), "in 0 min"),
        (timedelta(minutes=50), "in 50 min"),
        (timedelta(minutes=119, seconds=59), "in 119 min"),
        (timedelta(minutes=120), "today"),
        (timedelta(hours=3), "today"),
        (timedelta(hours=9), "in 1 d"),  # past midnight in Berlin
        (timedelta(days=4), "in 4 d"),
        (timedelta(minutes=-1), "1 min ago"),
        (timedelta(minutes=-60), "60 min ago"),
        (timedelta(minutes=-61), "today"),
        (timedelta(hours=-3), "today"),
        (timedelta(days=-2), "2 d ago"),
    ],
)
def test_how_far_ahead_is_said_shortly(ahead: timedelta, said: str) -> None:
    assert say_until(NOW + ahead, NOW, BERLIN) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-30, "late"),
        (-1, "late"),
        (0, "today"),
        (1, "Fri"),
        (6, "Wed"),
        (7, "3 Dec"),
        (60, "25 Jan"),
    ],
)
def test_a_due_date_is_one_short_word(days: int, said: str) -> None:
    assert say_due(TODAY + timedelta(days=days), TODAY) == said


def test_no_due_date_is_no_word() -> None:
    assert say_due(None, TODAY) == ""


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "00:00"), (59.9, "00:59"), (60, "01:00"), (1122, "18:42"), (4500, "75:00"),
        (6000, "100:00"), (-1, "-00:01"), (-75, "-01:15"), (-0.5, "00:00"),
    ],
)  # fmt: skip
def test_a_length_is_minutes_and_seconds(seconds: float, said: str) -> None:
    assert say_length(timedelta(seconds=seconds)) == said
