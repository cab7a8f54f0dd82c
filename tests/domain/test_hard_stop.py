"""When they must leave, in a person's words: understood or refused, and always ahead of now (M6)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError
from infotui.domain.hard_stop import LONGEST, understand_stop
from tests.domain.builders import thorough

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 26, 14, 20, tzinfo=UTC)  # Thursday, 15:20 in Berlin
DAWN = datetime(2000, 1, 1, tzinfo=UTC)
RAN = timedelta(minutes=20)


def local(text: str, now: datetime = NOW, elapsed: timedelta = RAN) -> str:
    return f"{understand_stop(text, now, elapsed, BERLIN).astimezone(BERLIN):%d %H:%M}"


def refuse(text: str, now: datetime = NOW, elapsed: timedelta = RAN) -> str:
    with pytest.raises(BadInputError) as refused:
        understand_stop(text, now, elapsed, BERLIN)
    assert refused.value.field == "when"
    return refused.value.sentence


@pytest.mark.parametrize(
    ("text", "stop"),
    [
        ("15:40", "26 15:40"),
        ("at 15:40", "26 15:40"),
        ("4pm", "26 16:00"),
        ("23:59", "26 23:59"),  # a time of day is meant as it is said, however far
        ("25", "26 15:25"),  # 25 minutes in all, of which 20 ran
        ("25 min", "26 15:25"),
        ("25m", "26 15:25"),
        (" 45 Minutes ", "26 15:45"),
        ("+10", "26 15:30"),
        ("+ 10", "26 15:30"),
        ("10 more", "26 15:30"),
        ("another 10 minutes", "26 15:30"),
        ("10 minutes from now", "26 15:30"),
        ("+240", "26 19:20"),
    ],
)
def test_a_time_of_day_a_length_in_all_and_a_length_from_now(text: str, stop: str) -> None:
    assert local(text) == stop


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("15:20", "past"),
        ("15:19", "past"),
        ("0:10", "past"),  # this night's: nobody means tomorrow's in the afternoon
        ("20", "past"),
        ("5", "past"),
        ("0", "past"),
        ("+0", "past"),
        ("+241", "four hours"),
        ("999", "four hours"),
        ("25:00", "25:00"),
        ("soon", "missing"),
        ("", "missing"),
        ("-10", "missing"),
        ("+1000", "missing"),
        ("15:40 sharp", "sharp"),
        ("15:40 16:00", "two times"),
    ],
)
def test_what_is_past_too_far_or_no_time_is_refused(text: str, words: str) -> None:
    assert words in refuse(text)


def test_a_time_just_after_midnight_is_of_the_day_to_come() -> None:
    night = datetime(2026, 11, 26, 22, 40, tzinfo=UTC)  # 23:40 in Berlin
    assert local("0:10", night) == "27 00:10"
    assert local("2:40", night) == "27 02:40"
    assert "past" in refuse("2:41", night)


@thorough
@example(text="", now=NOW, minutes=0)
@example(text="+999", now=NOW, minutes=0)
@given(
    text=st.one_of(
        st.text(max_size=20),
        st.from_regex(r"\+? ?[0-9]{1,4} ?(m|min|minutes)?( more| from now)?", fullmatch=True),
        st.from_regex(r"(at )?[0-9]{1,2}:[0-9]{2} ?(am|pm)?", fullmatch=True),
    ),
    now=st.integers(0, 40_000_000).map(lambda minutes: DAWN + timedelta(minutes=minutes)),
    minutes=st.integers(0, 600),
)
def test_whatever_is_typed_it_is_ahead_of_now_or_refused(
    text: str, now: datetime, minutes: int
) -> None:
    stop, refused = now, ""
    try:
        stop = understand_stop(text, now, timedelta(minutes=minutes), BERLIN)
    except BadInputError as bad:
        refused = bad.field
    assert refused in {"", "when"}
    if not refused:
        assert now < stop <= now + timedelta(hours=25)
        assert stop - now <= LONGEST or ":" in text or "m" in text.casefold()
