"""When to leave and what comes too near: in instants, over clock changes and other people's zones."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError
from infotui.domain.interview import PLACE_KINDS, InterviewRow
from infotui.domain.leaving import (
    IN_PERSON,
    Usual,
    check_minutes,
    clashes,
    leave_by,
    leaving_for,
    say_clash,
    say_leaving,
)
from tests.domain.builders import steady

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
AT = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)  # Thursday, 15:00 in Berlin


def row(number: int = 1, at: datetime | None = AT, kind: str = "office", travel: int | None = 25,
        margin: int | None = None, state: str = "scheduled", who: str = "Li Wei",
        length: int | None = None) -> InterviewRow:  # fmt: skip
    return InterviewRow(
        number, "u", number, who, "", "", state, at, "UTC", kind, "", "", None, None,
        travel_minutes=travel, margin_minutes=margin, decision_minutes=length,
    )  # fmt: skip


def said(one: InterviewRow, margin: int = 15, zone: ZoneInfo = BERLIN) -> str:
    return say_leaving(leaving_for(one, margin), one.scheduled_at, zone)


def test_one_leaves_the_way_and_the_margin_before() -> None:
    assert said(row()) == "leave by 14:20"
    assert said(row(margin=0)) == "leave by 14:35"
    assert said(row(travel=0), margin=0) == "leave by 15:00"
    assert said(row(), zone=NEW_YORK) == "leave by 08:20"  # on my wall, wherever the meeting is


def test_the_day_is_said_where_one_leaves_on_another() -> None:
    assert said(row(travel=1440)) == "leave by Wed 25 Nov 14:45"


@pytest.mark.parametrize("kind", ["", "video", "telephone"])
def test_nobody_leaves_where_one_meets_by_wire(kind: str) -> None:
    assert leaving_for(row(kind=kind), 15) is None


def test_without_a_time_nobody_leaves_and_without_a_way_it_is_said() -> None:
    assert leaving_for(row(at=None), 15) is None
    leaving = leaving_for(row(travel=None), 15)
    assert leaving is not None
    assert (leaving.at, leaving.missing) == (None, "the minutes on the way")
    assert said(row(travel=None)) == ""


@pytest.mark.parametrize(
    ("start", "travel", "leave"),
    [
        # Berlin, 28 March 2027: at 02:00 the clocks go to 03:00.
        (
            "2027-03-28 01:15",
            60,
            "leave by 01:00",
        ),  # 03:15 on the wall, one hour and a quarter before
        ("2027-03-28 06:00", 360, "leave by 00:45"),  # 08:00 on the wall, before the change
        # Berlin, 31 October 2027: at 03:00 they go back to 02:00.
        ("2027-10-31 01:15", 60, "leave by 02:00"),  # the first 02:00, in summer time
        ("2027-10-31 07:00", 480, "leave by 00:45"),  # 08:00 on the wall
    ],
)
def test_leave_by_is_right_over_a_clock_change(start: str, travel: int, leave: str) -> None:
    at = datetime.fromisoformat(f"{start}+00:00")
    assert said(row(at=at, travel=travel)) == leave


@steady
@given(
    st.integers(0, 1_500_000),
    st.integers(0, 1440),
    st.integers(0, 1440),
    st.integers(0, 240),
    st.sampled_from(IN_PERSON),
)
def test_one_never_leaves_after_the_start_nor_later_for_a_longer_way(
    minutes: int, travel: int, more: int, margin: int, kind: str
) -> None:
    start = AT + timedelta(minutes=minutes)
    early = leave_by(start, travel, margin)
    assert early <= start
    assert leave_by(start, travel + more, margin) <= early
    leaving = leaving_for(row(at=start, kind=kind, travel=travel, margin=margin), 15)
    assert leaving is not None
    assert leaving.at == early
    assert start - early == timedelta(minutes=travel + margin)


# ── what comes too near ──────────────────────────────────────────────────────────────────────────


def near(mine: InterviewRow, other: InterviewRow) -> list[bool]:
    return [clash.near for clash in clashes(mine, [mine, other], Usual(), BERLIN)]


@pytest.mark.parametrize(
    ("minutes", "found"),
    [
        (0, [True]),
        (69, [True]),  # one has to leave for it one minute before the other ends
        (70, [False]),
        (-70, [False]),
        (-69, [True]),
        (60 * 12, []),  # another day
    ],
)
def test_a_talk_takes_from_leaving_until_its_agreed_end(minutes: int, found: list[bool]) -> None:
    assert near(row(1), row(2, AT + timedelta(minutes=minutes))) == found


def test_a_longer_talk_is_longer_in_the_way() -> None:
    later = AT + timedelta(minutes=80)
    assert near(row(1), row(2, later)) == [False]
    assert near(row(1, length=60), row(2, later)) == [True]


def test_without_a_way_it_takes_from_its_start() -> None:
    assert near(row(1), row(2, AT + timedelta(minutes=30), travel=None)) == [False]
    assert near(row(1), row(2, AT + timedelta(minutes=29), kind="video")) == [True]


@pytest.mark.parametrize("state", ["held", "closed", "cancelled", "declined"])
def test_what_is_over_or_given_up_is_in_nobodys_way(state: str) -> None:
    assert near(row(1), row(2, state=state)) == []
    assert near(row(1, at=None), row(2)) == []


def test_the_near_one_is_said_first() -> None:
    others = [row(2, AT - timedelta(hours=5), who="Ana"), row(3, AT, who="Bo")]
    found = clashes(row(1), others, Usual(), BERLIN)
    assert [say_clash(clash, BERLIN) for clash in found] == [
        "too near to Bo at 15:00", "on that day you meet Ana at 10:00",
    ]  # fmt: skip


# ── minutes in words ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "minutes"), [("", None), (" 25 ", 25), ("25 min", 25), ("0", 0), ("1440", 1440)]
)
def test_minutes_are_understood(text: str, minutes: int | None) -> None:
    assert check_minutes("travel", text, 1440) == minutes


@pytest.mark.parametrize("text", ["-1", "1441", "soon", "²", "1e3", "9" * 10_000])
def test_what_is_no_number_of_minutes_is_refused_at_its_field(text: str) -> None:
    with pytest.raises(BadInputError, match="Give minutes from 0 to 1440") as refused:
        check_minutes("travel", text, 1440)
    assert refused.value.field == "travel"


def test_the_kinds_one_goes_to_are_kinds() -> None:
    assert set(IN_PERSON) < set(PLACE_KINDS)
