"""Time zones by the names people write, and the wall clocks that skip an hour or show it twice."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from infotui.domain.errors import BadInputError
from infotui.domain.zones import known_zone, nearest, on_the_wall, zone_meant, zone_of

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_zone_is_known_by_its_name() -> None:
    assert zone_of("Europe/Berlin") == BERLIN


@pytest.mark.parametrize(
    "name",
    ["", "Mars/Phobos", "../../etc/passwd", "/etc/passwd", "Europe", "a\x00b", "\ud800", "x" * 300],
)
def test_what_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(BadInputError, match="no time zone") as refused:
        zone_of(name)
    assert refused.value.field == "zone"


def test_a_zone_that_was_stored_once_may_be_unknown_by_now() -> None:
    assert known_zone("Europe/Berlin") == BERLIN
    assert known_zone("") is known_zone("Mars/Phobos") is None


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("europe/berlin", "Europe/Berlin"), ("EUROPE/BERLIN", "Europe/Berlin"), ("utc", "UTC"),
        ("america/port-au-prince", "America/Port-au-Prince"),
        (" america/new york ", "America/New_York"),
    ],
)  # fmt: skip
def test_capitals_are_forgiven(name: str, key: str) -> None:
    assert zone_meant(name).key == key


@pytest.mark.parametrize(
    ("name", "near"),
    [("europe/berln", "Europe/Berlin"), ("berlin", "Europe/Berlin"), ("cst", "Asia/Shanghai")],
)
def test_a_slip_is_told_the_nearest(name: str, near: str) -> None:
    with pytest.raises(BadInputError, match=near) as refused:
        zone_meant(name, "where")
    assert refused.value.field == "where"


def test_what_is_near_nothing_gets_no_names() -> None:
    assert nearest("qqqqqqq/zzzzzz") == ()
    with pytest.raises(BadInputError, match="Write it like `Europe/Berlin`"):
        zone_meant("qqqqqqq/zzzzzz")


def test_a_wall_shows_a_time_once_not_at_all_or_twice() -> None:
    once = on_the_wall(date(2026, 11, 27), time(9, 30), BERLIN)
    assert once == (datetime(2026, 11, 27, 8, 30, tzinfo=UTC), "")
    with pytest.raises(BadInputError, match="there is no 02:30"):
        on_the_wall(date(2027, 3, 28), time(2, 30), BERLIN)
    assert "comes twice" in on_the_wall(date(2027, 10, 31), time(2, 30), BERLIN).doubt
