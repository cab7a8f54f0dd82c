"""The time zone: the one that is set, else the machine's, else UTC."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest
import tzlocal

from infotui.config.local_zone import local_zone


@pytest.mark.parametrize(
    ("wanted", "machine", "zone"),
    [
        ("", "Europe/Berlin", "Europe/Berlin"),
        ("America/New_York", "Europe/Berlin", "America/New_York"),
        ("Mars/Phobos", "Europe/Berlin", "Europe/Berlin"),
        ("", None, "UTC"),
        ("", "", "UTC"),
        ("", "local", "UTC"),
        ("../../etc/passwd", "Mars/Deimos", "UTC"),
    ],
)
def test_the_first_that_exists_is_taken(
    wanted: str, machine: str | None, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone_name", lambda: machine)
    assert local_zone(wanted) == ZoneInfo(zone)


@pytest.mark.parametrize("wanted", ["", "Europe/Berlin"])
def test_a_machine_that_cannot_say_its_zone_stops_nothing(
    wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_odds() -> str:
        raise ZoneInfoNotFoundError("two settings of this machine name two zones")

    monkeypatch.setattr(tzlocal, "get_localzone_name", at_odds)
    assert local_zone(wanted) == ZoneInfo(wanted or "UTC")
