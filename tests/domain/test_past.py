"""Past moments in a person's words: what is understood, what is refused, over clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError
from infotui.domain.past import understand_past
from tests.domain.builders import steady, thorough

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)  # Thursday, 16:00 in Berlin, 10:00 in New York


def local(text: str, now: datetime = NOW, zone: ZoneInfo = BERLIN) -> str:
    found = understand_past(text, now, zone)
    assert found.tzinfo is UTC
    assert found <= now
    return f"{found.astimezone(zone):%Y-%m-%d %H:%M}"


def refuse(text: str, now: datetime = NOW) -> str:
    with pytest.raises(BadInputError) as refused:
        understand_past(text, now, BERLIN)
    assert refused.value.field == "when"
    return refused.value.sentence


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("last tue", "2026-11-24 12:00"),
        ("tue", "2026-11-24 12:00"),
        ("Tues.", "2026-11-24 12:00"),
        ("on tue at 3pm", "2026-11-24 15:00"),
        ("tue afternoon", "2026-11-24 15:00"),
        ("fri", "2026-11-20 12:00"),
        ("thu", "2026-11-26 12:00"),
        ("thu 15:00", "2026-11-26 15:00"),
        ("thu 17:00", "2026-11-19 17:00"),  # still to come today: a week ago
        ("last thu", "2026-11-19 12:00"),
        ("tue last week", "2026-11-17 12:00"),
        ("last week tue 9:30", "2026-11-17 09:30"),
        ("wed this week", "2026-11-25 12:00"),
        ("today", "2026-11-26 12:00"),
        ("today 9:30", "2026-11-26 09:30"),
        ("9:30", "2026-11-26 09:30"),
        ("this morning", "2026-11-26 09:00"),
        ("noon", "2026-11-26 12:00"),
        ("yesterday", "2026-11-25 12:00"),
        ("Yesterday, 3pm", "2026-11-25 15:00"),
        ("yesterday morning", "2026-11-25 09:00"),
        ("the day before yesterday", "2026-11-24 12:00"),
        ("last night", "2026-11-25 21:00"),
        ("last night 22:30", "2026-11-25 22:30"),
        ("last night 1am", "2026-11-26 01:00"),
        ("2 weeks ago", "2026-11-12 12:00"),
        ("a fortnight ago", "2026-11-12 12:00"),
        ("3 days ago 14:00", "2026-11-23 14:00"),
        ("a month ago", "2026-10-26 12:00"),
        ("two years ago", "2024-11-26 12:00"),
        ("12 nov", "2026-11-12 12:00"),
        ("12 nov 15:00", "2026-11-12 15:00"),
        ("thu 12 nov", "2026-11-12 12:00"),
        ("26 nov", "2026-11-26 12:00"),
        ("1 dec", "2025-12-01 12:00"),  # the latest first of December
        ("29 feb", "2024-02-29 12:00"),
        ("2026-11-12", "2026-11-12 12:00"),
        ("2026-11-12T15:00", "2026-11-12 15:00"),
        ("27.11.2025", "2025-11-27 12:00"),
        ("just now", "2026-11-26 16:00"),
        ("now", "2026-11-26 16:00"),
        ("an hour ago", "2026-11-26 15:00"),
        ("half an hour ago", "2026-11-26 15:30"),
        ("20 minutes ago", "2026-11-26 15:40"),
        ("2 hrs ago", "2026-11-26 14:00"),
    ],
)
def test_a_past_day_is_understood(text: str, meant: str) -> None:
    assert local(text) == meant


@pytest.mark.parametrize("text", ["today", "thu", "26 nov", "this morning", "2026-11-26"])
def test_before_noon_today_is_now(text: str) -> None:
    early = datetime(2026, 11, 26, 7, 20, 30, tzinfo=UTC)
    assert local(text, early) == "2026-11-26 08:20"


def test_yesterday_is_the_one_where_one_is() -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)  # past midnight in Berlin already
    assert local("yesterday", late, BERLIN) == "2026-11-26 12:00"
    assert local("yesterday", late, NEW_YORK) == "2026-11-25 12:00"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Nothing is written"),
        (" , ", "Nothing is written"),
        ("tomorrow", "still lies ahead"),
        ("tomorrow 9:00", "still lies ahead"),
        ("today 17:00", "still lies ahead"),
        ("17:00", "still lies ahead"),
        ("this evening", "still lies ahead"),
        ("next tue", "still lies ahead"),
        ("in 3 days", "still lies ahead"),
        ("fri this week", "still lies ahead"),
        ("26 nov 17:00", "still lies ahead"),
        ("27 nov 2026", "still lies ahead"),
        ("2027-01-01", "still lies ahead"),
        ("last week", "Add the day"),
        ("this month", "Add the day"),
        ("the weekend", "Add the day"),
        ("last summer", "Add the day"),
        ("monday before last", "names no day"),
        ("xyz last week", "names no day"),
        ("xyz", "names no day"),
        ("may", "names no day"),
        ("last", "names no day"),
        ("12 nov coffee", "says more than a day"),
        ("fri 12 nov", "is a Thursday"),
        ("31 nov", "no day 2026-11-31"),
        ("30 feb", "no day 2026-02-30"),
        ("yesterday 25:00", "no time 25:00"),
        ("yesterday 9:00 10:00", "two times"),
        ("3/4", "could be two days"),
        ("0026-11-12", "too long ago"),
        ("999 years ago", "too long ago"),
        ("tue " * 30, "more than a day and a time"),
    ],
)
def test_what_is_no_past_day_is_refused_with_a_reason(text: str, reason: str) -> None:
    said = refuse(text)
    assert reason in said
    assert said.endswith((".", "`."))
    assert "tomorrow 9:30" not in said  # no example of a day that lies ahead


@pytest.mark.parametrize(
    ("text", "now", "utc"),
    [
        ("yesterday 15:00", "2026-03-29T12:00", "2026-03-28T14:00"),  # summer time begins
        ("today 9:00", "2026-03-29T12:00", "2026-03-29T07:00"),
        ("3 hours ago", "2026-03-29T02:30", "2026-03-28T23:30"),
        ("yesterday 15:00", "2026-10-25T12:00", "2026-10-24T13:00"),  # it ends
        ("today 2:30", "2026-10-25T12:00", "2026-10-25T00:30"),
        ("a week ago", "2026-10-28T12:00", "2026-10-21T10:00"),
    ],
)
def test_the_wall_clock_is_right_over_a_change(text: str, now: str, utc: str) -> None:
    found = understand_past(text, datetime.fromisoformat(f"{now}+00:00"), BERLIN)
    assert found == datetime.fromisoformat(f"{utc}+00:00")


PIECES = st.sampled_from(
    [
        "last", "this", "tue", "thu", "yesterday", "today", "morning", "night", "week", "2", "weeks",
        "ago", "an", "hour", "12", "nov", "feb", "29", "30", "15:00", "3pm", "25:00", "2026-11-12",
        "2027", "3/4", "27/11", "half", "just", "now", "before", "the", "day", "on", "at", "é", "٣",
        "\x1b[2J", "²", "999", "years", "months", "0", "tomorrow", "fortnight", "-", "\ud800",
    ]
)  # fmt: skip


@thorough
@given(
    st.lists(PIECES, max_size=5).map(" ".join) | st.text(max_size=25),
    st.integers(-1_500_000, 1_500_000).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.sampled_from([BERLIN, NEW_YORK]),
)
def test_anything_at_all_is_past_or_a_sentence(text: str, now: datetime, zone: ZoneInfo) -> None:
    found, said = _past_or_sentence(text, now, zone)
    if found is None:
        assert said.endswith(".")
    else:
        assert found.tzinfo is UTC
        assert found <= now
        assert found.second == found.microsecond == 0


def _past_or_sentence(text: str, now: datetime, zone: ZoneInfo) -> tuple[datetime | None, str]:
    try:
        return understand_past(text, now, zone), ""
    except BadInputError as refused:
        return None, f"{refused.sentence}"


@steady
@given(st.integers(1, 360), st.integers(4, 23), st.sampled_from([BERLIN, NEW_YORK]))
def test_a_day_that_is_written_out_is_that_day(days: int, hour: int, zone: ZoneInfo) -> None:
    day = date(2026, 11, 26) - timedelta(days=days)
    meant = datetime.combine(day, time(hour), zone).astimezone(UTC)
    month = day.strftime("%b")
    for said in (
        f"{day}",
        f"{day.day} {month}",
        f"{month} {day.day} {day.year}",
        f"{days} days ago",
    ):
        assert understand_past(f"{said} {hour}:00", NOW, zone) == meant


@steady
@given(st.integers(0, 400), st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_one_of_the_last_seven_days(days: int, weekday: str) -> None:
    now = NOW + timedelta(days=days)
    for said in (weekday, f"{weekday} 15:30", f"last {weekday} 12:00"):
        found = understand_past(said, now, BERLIN)
        assert found.astimezone(BERLIN).strftime("%a").casefold() == weekday
        assert now - found <= timedelta(days=7, hours=6)
