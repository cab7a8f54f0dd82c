"""The machine's time zone by its IANA name; it leaves all reckoning with it to the domain."""

from zoneinfo import ZoneInfo

import tzlocal

from infotui.domain.errors import BadInputError
from infotui.domain.moment import zone_of


def local_zone(wanted: str = "") -> ZoneInfo:
    """Give the zone that the settings name, else the machine's, else UTC."""
    for name in (wanted, tzlocal.get_localzone_name() or ""):
        if name:
            try:
                return zone_of(name)
            except BadInputError:
                continue
    return ZoneInfo("UTC")
