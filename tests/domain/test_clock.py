"""The clocks, and how an instant is written and read."""

import contextlib
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.clock import SetClock, SystemClock, instant_of, instant_text
from tests.domain.builders import steady

INSTANTS = st.datetimes(
    datetime(1970, 1, 1),  # noqa: DTZ001 - the zone is drawn beside it
    datetime(2200, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from(
        [
            UTC,
            ZoneInfo("Europe/Berlin"),
            ZoneInfo("America/New_York"),
            timezone(timedelta(hours=14)),
        ]
    ),
).map(lambda wall: wall.astimezone(UTC).astimezone(wall.tzinfo))  # no time that a change skips


def test_an_instant_is_written_in_utc_with_microseconds() -> None:
    berlin = datetime(2026, 11, 26, 15, 0, 0, 42, tzinfo=ZoneInfo("Europe/Berlin"))
    assert instant_text(berlin) == "2026-11-26T14:00:00.000042Z"


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        instant_text(datetime(2026, 11, 26))  # noqa: DTZ001 - that is what is refused


@steady
@given(INSTANTS)
def test_what_was_written_is_read_back(instant: datetime) -> None:
    text = instant_text(instant)
    assert instant_of(text) == instant.astimezone(UTC)
    assert instant_of(text).tzinfo is UTC
    assert instant_text(instant_of(text)) == text


@steady
@given(INSTANTS, INSTANTS)
def test_texts_sort_as_time_passes(one: datetime, other: datetime) -> None:
    # Compared in UTC: within one zone Python compares the hands of the clock, not the instants.
    passes = one.astimezone(UTC) < other.astimezone(UTC)
    assert (instant_text(one) < instant_text(other)) == passes


@steady
@given(INSTANTS)
def test_sqlite_reads_the_same_instant(instant: datetime) -> None:
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        (read,) = db.execute("SELECT strftime('%s', ?)", (instant_text(instant),)).fetchone()
    assert abs(int(read) - instant.timestamp()) <= 1  # SQLite counts in thousandths and rounds


@pytest.mark.parametrize(
    "text", ["", "2026-11-26", "2026-11-26T14:00:00Z", "now", "2026-11-26T14:00:00.0"]
)
def test_another_form_is_no_instant(text: str) -> None:
    with pytest.raises(ValueError, match="is written as"):
        instant_of(text)


def test_a_set_clock_stands_until_it_is_put_on() -> None:
    first = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    clock = SetClock(first)
    assert clock.now() == clock.now() == first
    before = clock.monotonic()
    clock.at = first + timedelta(minutes=30)
    assert clock.now() - first == timedelta(minutes=30)
    assert clock.monotonic() - before == 1800


def test_the_machines_clock_is_aware_and_its_seconds_never_go_back() -> None:
    clock = SystemClock()
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.monotonic() <= clock.monotonic()
