"""Days and times to come in a person's words: what is understood, in which zone, what is refused."""

import contextlib
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.coming import Meant, understand
from infotui.domain.errors import BadInputError
from infotui.domain.moment import say_day, say_when
from tests.domain.builders import steady

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)  # Thursday, 16:00 in Berlin, 10:00 in New York
TODAY = date(2026, 11, 26)


def local(text: str, now: datetime = NOW, zone: ZoneInfo = BERLIN) -> str:
    found = understand(text, now, zone).instant
    assert found.tzinfo is UTC
    return f"{found.astimezone(zone):%Y-%m-%d %H:%M}"


def refuse(text: str, now: datetime = NOW, zone: ZoneInfo = BERLIN) -> str:
    with pytest.raises(BadInputError) as refused:
        understand(text, now, zone)
    assert refused.value.field == "when"
    return refused.value.sentence


# ── what is understood ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today 17:00", "2026-11-26 17:00"),
        ("tomorrow 9:30", "2026-11-27 09:30"),
        ("Tomorrow at 9:30", "2026-11-27 09:30"),
        ("9:30 tomorrow", "2026-11-27 09:30"),
        ("in 3 days 3pm", "2026-11-29 15:00"),
        ("in a day 9am", "2026-11-27 09:00"),
        ("in two weeks 9:30", "2026-12-10 09:30"),
        ("in three days 9:30", "2026-11-29 09:30"),
        ("in four days 9am", "2026-11-30 09:00"),
        ("in a fortnight 9am", "2026-12-10 09:00"),
        ("tonight 19:00", "2026-11-26 19:00"),
        ("the day after tomorrow 9:30", "2026-11-28 09:30"),
        ("thurs 16:30", "2026-11-26 16:30"),
        ("this thu 17:00", "2026-11-26 17:00"),
        ("this sat 17:00", "2026-11-28 17:00"),
        ("next tue 9:30", "2026-12-01 09:30"),  # the coming one lies in next week
        ("next thu 9:00", "2026-12-03 09:00"),  # today is a Thursday
        ("next week tue 9:30", "2026-12-01 09:30"),
        ("sun next week 9:30", "2026-12-06 09:30"),
        ("next week on fri at 9:30", "2026-12-04 09:30"),
        ("thu 16:00", "2026-11-26 16:00"),  # this very minute
        ("thu 17:00", "2026-11-26 17:00"),  # still to come today
        ("thu 15:00", "2026-12-03 15:00"),  # past today: the next one
        ("15:00 thu", "2026-12-03 15:00"),
        ("fri 9:00", "2026-11-27 09:00"),
        ("Friday, 9:00", "2026-11-27 09:00"),
        ("wednesday 9:00", "2026-12-02 09:00"),
        ("sun 9:00", "2026-11-29 09:00"),
        ("26 nov 17:00", "2026-11-26 17:00"),
        ("3 dec 15:00", "2026-12-03 15:00"),
        ("dec 3 15:00", "2026-12-03 15:00"),
        ("3rd dec 3pm", "2026-12-03 15:00"),
        ("15:00 3 December", "2026-12-03 15:00"),
        ("thursday, 3 december 2026, 15:00", "2026-12-03 15:00"),
        ("1 jan 9:00", "2027-01-01 09:00"),  # the next first of January
        ("25 nov 9:00", "2027-11-25 09:00"),
        ("29 feb 2028 9:00", "2028-02-29 09:00"),
        ("2026-11-27 15:00", "2026-11-27 15:00"),
        ("2026-11-27T15:00", "2026-11-27 15:00"),
        ("2026-11-27 3pm", "2026-11-27 15:00"),
        ("27.11.2026 17:00", "2026-11-27 17:00"),
        ("27/11/2026 17:00", "2026-11-27 17:00"),
        ("12/27 17:00", "2026-12-27 17:00"),
        ("fri 12am", "2026-11-27 00:00"),
        ("fri 12pm", "2026-11-27 12:00"),
        ("fri 1pm", "2026-11-27 13:00"),
        ("fri 12:30am", "2026-11-27 00:30"),
        ("fri 11:59 pm", "2026-11-27 23:59"),
    ],
)
def test_a_day_and_a_time_are_understood(text: str, meant: str) -> None:
    assert local(text) == meant


@pytest.mark.parametrize("text", ["today 10:00", "2026-11-25 10:00", "25 nov 2026 10:00"])
def test_a_past_moment_that_is_named_outright_stays_past(text: str) -> None:
    assert understand(text, NOW, BERLIN).instant < NOW


def test_today_is_the_day_where_one_is() -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)  # past midnight in Berlin already
    assert local("today 9:00", late, BERLIN) == "2026-11-27 09:00"
    assert local("today 9:00", late, NEW_YORK) == "2026-11-26 09:00"
    assert local("fri 9:00", late, BERLIN) == "2026-11-27 09:00"


def test_a_weekday_over_the_end_of_a_year_is_the_next_one() -> None:
    silvester = datetime(2026, 12, 31, 12, 0, tzinfo=UTC)
    assert local("fri 9:00", silvester) == "2027-01-01 09:00"
    assert local("31 dec 15:00", silvester) == "2026-12-31 15:00"
    assert local("30 dec 15:00", silvester) == "2027-12-30 15:00"


@steady
@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from([BERLIN, NEW_YORK]),
)
def test_whatever_is_written_in_full_is_said_back(
    day: date, hour: int, minute: int, zone: ZoneInfo
) -> None:
    wall = datetime.combine(day, time(hour, minute), zone)
    if wall.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None):
        return  # the clock jumps over this time; see below
    found = understand(f"{day} {hour}:{minute:02}", NOW, zone).instant
    assert say_when(found, zone) == f"{say_day(day)} {hour:02}:{minute:02}"
    assert found.astimezone(zone).date() == day


@steady
@given(st.integers(0, 400), st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_one_of_the_next_seven_days(days: int, weekday: str) -> None:
    now = NOW + timedelta(days=days)
    found = understand(f"{weekday} 12:00", now, BERLIN).instant
    assert say_day(found.astimezone(BERLIN).date()).casefold().startswith(weekday)
    assert timedelta(0) <= found - now <= timedelta(days=7, hours=1)


# ── when the clocks change ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("zone", "text", "utc"),
    [
        # Spring: around the hour that does not exist.
        (BERLIN, "2026-03-29 01:59", "2026-03-29 00:59"),
        (BERLIN, "2026-03-29 03:30", "2026-03-29 01:30"),
        (NEW_YORK, "2027-03-14 03:30", "2027-03-14 07:30"),
        # Autumn: the hour comes twice, and the first is meant.
        (BERLIN, "2026-10-25 02:30", "2026-10-25 00:30"),
        (BERLIN, "2026-10-25 03:00", "2026-10-25 02:00"),
        (NEW_YORK, "2027-11-07 01:30", "2027-11-07 05:30"),
        (NEW_YORK, "2027-11-07 02:00", "2027-11-07 07:00"),
    ],
)
def test_around_an_hour_that_is_missing_or_comes_twice(zone: ZoneInfo, text: str, utc: str) -> None:
    assert f"{understand(text, NOW, zone).instant:%Y-%m-%d %H:%M}" == utc


@pytest.mark.parametrize(
    ("zone", "text"), [(BERLIN, "2027-03-28 02:30"), (NEW_YORK, "14 mar 2027 2:30")]
)
def test_a_time_that_the_clocks_skip_is_refused_with_the_reason(zone: ZoneInfo, text: str) -> None:
    assert "go forward that night: there is no 02:30" in refuse(text, zone=zone)


def test_of_a_time_that_comes_twice_the_first_is_taken_and_that_is_said() -> None:
    meant = understand("2027-10-31 2:30", NOW, BERLIN)
    assert meant.instant == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert meant.doubt == "02:30 comes twice as the clocks go back: the first is taken"
    assert understand("2027-10-31 3:30", NOW, BERLIN).doubt == ""


@pytest.mark.parametrize("now", ["2026-03-28", "2026-10-24"])
def test_tomorrow_is_the_same_wall_time_over_a_change(now: str) -> None:
    noon = datetime.fromisoformat(f"{now}T11:00:00+00:00")
    found = understand("tomorrow 15:00", noon, BERLIN).instant.astimezone(BERLIN)
    assert (found.date() - noon.date()).days == 1
    assert found.hour == 15


# ── what is refused ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", ",", "xyz", "nonsense 15:00", "9:30", "15:00", "noon", "at 15:00", "day 15:00",
        "10 9:00", "26 15:00", "1 2 3 9:00", "27 nov 15:00-16:00", "next week 9:00", "next next thu 9:00", "utc 15:00",
        "a 9:00", "am 9:00", "t 9:00", "- 15:00", "' 15:00", "inf 15:00", "nan 15:00", "1e5 15:00",
        "+3 15:00", "99999999 15:00", "3 dec 4 dec 9:00", "thu +2 15:00", "0 dec 9:00",
        "31 nov 9:00", "29 feb 2027 9:00", "2026-02-30 15:00", "2026-13-01 15:00", "13/13 15:00",
    ],
)  # fmt: skip
def test_nonsense_never_gives_a_date(text: str) -> None:
    said = refuse(text)
    assert "Try `thu 15:00`" in said or "Write the month as a word" in said


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("thu", "A time is missing"),
        ("tomorrow", "A time is missing"),
        ("tomorrow 9", "A time is missing"),
        ("2026-11-27", "A time is missing"),
        ("thu 25:00", "no time 25:00"),
        ("thu 24:00", "no time 24:00"),
        ("thu 15:60", "no time 15:60"),
        ("thu 13pm", "no 13 pm"),
        ("thu 0am", "no 0 am"),
        ("2026-02-30 15:00", "no day 2026-02-30"),
        ("", "Nothing is written"),
    ],
)
def test_what_is_wrong_is_said(text: str, reason: str) -> None:
    assert reason in refuse(text)


@pytest.mark.parametrize(
    "text",
    ["3/4 15:00", "3.4 15:00", "3/4/2027 15:00", "03/04/27 15:00", "15:00 3/4", "3.12. 15:00"],
)
def test_a_slashed_date_that_could_be_two_days_is_refused(text: str) -> None:
    assert "could be two days" in refuse(text)


@pytest.mark.parametrize(
    "text",
    [
        "feb 15:00",  # a month alone: today's number is taken for the day
        "2027 15:00",  # a year alone: today's day and month are taken
        "nov 2027 15:00",
        "5h 15:00",  # a length of time: today is taken
        "3pm 4pm",  # two times and no day
        "32 dec 9:00",  # read as December 2032
        "03-04-2027 15:00",  # could be two days, with dashes
        "3 4 2027 15:00",
        "fri 26 nov 17:00",  # that day is a Thursday
        "tomorrow 15:00 16:00",  # two times
    ],
)
def test_half_a_date_or_two_of_them_is_refused(text: str) -> None:
    assert "Try `thu 15:00`" in refuse(text)


@pytest.mark.parametrize("text", ["thu 26 nov 10:00", "thu 2026-11-26 10:00"])
def test_a_weekday_beside_a_date_does_not_move_the_date(text: str) -> None:
    assert local(text) == "2026-11-26 10:00"


@pytest.mark.parametrize("text", ["27/12 17:00", "27.12 17:00", "27.12. 17:00"])
def test_a_slashed_date_that_can_be_one_day_only_is_understood(text: str) -> None:
    assert local(text) == "2026-12-27 17:00"


@pytest.mark.parametrize(
    ("text", "now", "zone"),
    [
        ("0001-01-01 00:30", NOW, BERLIN),
        ("9999-12-31 23:00", NOW, NEW_YORK),
        ("29 feb 9:00", datetime(2028, 3, 1, 12, 0, tzinfo=UTC), BERLIN),
    ],
)
def test_the_ends_of_the_calendar_are_refused_politely(
    text: str, now: datetime, zone: ZoneInfo
) -> None:
    said = refuse(text, now, zone)
    assert "Try `thu 15:00`" in said or "beyond the calendar" in said


PIECES = st.sampled_from(
    [
        "thu", "tomorrow", "in", "a", "week", "26", "nov", "15:00", "3pm", "/", "-", ".", ",", "2027",
        "12:", ":30", "am", "é", "\x1b[2J", "٣", "²", "½", "0", "99", "T", "Z", "+02:00", "dec", "of",
    ]
)  # fmt: skip


@steady
@given(st.lists(PIECES, max_size=6).map(" ".join) | st.text(max_size=25))
def test_anything_at_all_is_an_instant_or_a_sentence(text: str) -> None:
    with contextlib.suppress(BadInputError):
        found = understand(text, NOW, BERLIN).instant
        assert found.tzinfo is UTC
        assert found.second == found.microsecond == 0


@pytest.mark.parametrize("text", ["next fri 9:00", "9:00 next sunday"])
def test_next_is_refused_where_it_could_be_this_week_or_the_next(text: str) -> None:
    said = refuse(text)
    assert "could be" in said
    assert "for the first, `next week" in said


def test_the_two_days_are_named() -> None:
    assert "“next fri” could be Fri 27 Nov or Fri 4 Dec" in refuse("next fri 9:00")
    assert "Wed 25 Nov of this week is past" in refuse("this wed 9:00")


# ── with a zone ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "utc", "zone"),
    [
        ("27 nov 14:00 Europe/Berlin", "2026-11-27 13:00", "Europe/Berlin"),
        ("america/new_york fri 9:00", "2026-11-27 14:00", "America/New_York"),
        ("fri america/new_york 9:00", "2026-11-27 14:00", "America/New_York"),
        ("fri 9:00 utc", "2026-11-27 09:00", "UTC"),
        ("fri 9:00 GMT", "2026-11-27 09:00", "UTC"),
        ("fri 9:00 their time", "2026-11-27 14:00", "America/New_York"),
        ("theirs fri 9:00", "2026-11-27 14:00", "America/New_York"),
        ("fri 9:00 my time", "2026-11-27 08:00", "Europe/Berlin"),
        ("2026-11-27T09:00 Asia/Kolkata", "2026-11-27 03:30", "Asia/Kolkata"),
        ("thu 15:30 their time", "2026-11-26 20:30", "America/New_York"),
    ],
)
def test_a_zone_may_stand_anywhere(text: str, utc: str, zone: str) -> None:
    meant = understand(text, NOW, BERLIN, NEW_YORK)
    assert (f"{meant.instant:%Y-%m-%d %H:%M}", meant.zone.key) == (utc, zone)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("fri 9:00 Mars/Phobos", "“mars/phobos” is no time zone"),
        ("fri 9:00 europe/berln", "Did you mean `Europe/Berlin`"),
        ("fri 9:00 est", "Did you mean `America/New_York`?"),
        ("fri 9:00 ist", "`Asia/Kolkata` or `Europe/Dublin`"),
        ("fri 9:00 berlin", "`Europe/Berlin` for “berlin”"),
        ("fri 9:00 utc europe/berlin", "two time zones: UTC and Europe/Berlin"),
        ("fri 9:00 their time", "Their time zone is not noted yet"),
        ("fri 9:00 +02:00", "There are two times"),
        (f"fri 9:00 {'x' * 10_000}", "more than a day and a time"),
    ],
)
def test_a_zone_that_there_is_not_is_refused_with_the_nearest(text: str, reason: str) -> None:
    assert reason in refuse(text)


def test_a_day_that_is_another_one_there_is_refused_with_both() -> None:
    late = datetime(2026, 11, 26, 22, 0, tzinfo=UTC)  # Thursday 23:00 in Berlin, Friday in Tokyo
    said = refuse("tomorrow 9:00 Asia/Tokyo", late)
    assert "Fri 27 Nov here and Sat 28 Nov in Asia/Tokyo" in said
    assert understand("28 nov 9:00 Asia/Tokyo", late, BERLIN).instant == datetime(
        2026, 11, 28, 0, 0, tzinfo=UTC
    )


@steady
@given(
    st.dates(date(2026, 12, 1), date(2028, 12, 31)),
    st.integers(4, 23),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC"]),
)
def test_the_zone_that_is_named_is_the_wall_that_is_meant(day: date, hour: int, zone: str) -> None:
    found: Meant = understand(f"{day} {hour}:00 {zone.casefold()}", NOW, BERLIN)
    assert say_when(found.instant, ZoneInfo(zone)) == f"{say_day(day)} {hour:02}:00"
