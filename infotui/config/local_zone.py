"""The machine's time zone by its IANA name; it leaves all reckoning with it to the domain."""

import contextlib
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from infotui.domain.errors import BadInputError
from infotui.domain.moment import zone_of


def local_zone(wanted: str = "") -> ZoneInfo:
    """Give the zone that the settings name, else the machine's, else UTC."""
    with contextlib.suppress(BadInputError):
        if wanted:
            return zone_of(wanted)
    with contextlib.suppress(BadInputError):
        return zone_of(_machines())
    return ZoneInfo("UTC")


def _machines() -> str:
    import tzlocal

    try:
        return tzlocal.get_localzone_name() or ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""  # two settings of the machine contradict each other
