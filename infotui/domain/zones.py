"""Time zones by the names people write for them, and what a wall clock there says; it reads no time."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from infotui.domain.errors import BadInputError

_SLASHED: Final = re.compile(r"[a-z][a-z0-9_+-]*(?:/[a-z0-9_+-]+)+/?")
_OF_MINE: Final = (("my", "time"), ("my", "zone"), ("mine",))
_OF_THEIRS: Final = (("their", "time"), ("their", "zone"), ("theirs",))
# Letters that mean one zone to some and another one to others, or no zone that knows of summer.
_LETTERS: Final[dict[str, tuple[str, ...]]] = {
    "cet": ("Europe/Berlin",), "cest": ("Europe/Berlin",), "met": ("Europe/Berlin",),
    "mez": ("Europe/Berlin",), "mesz": ("Europe/Berlin",), "wet": ("Europe/Lisbon",),
    "eet": ("Europe/Helsinki",), "eest": ("Europe/Helsinki",), "msk": ("Europe/Moscow",),
    "bst": ("Europe/London", "Asia/Dhaka"), "ist": ("Asia/Kolkata", "Europe/Dublin"),
    "est": ("America/New_York",), "edt": ("America/New_York",), "et": ("America/New_York",),
    "cst": ("America/Chicago", "Asia/Shanghai"), "cdt": ("America/Chicago",),
    "mst": ("America/Denver", "America/Phoenix"), "mdt": ("America/Denver",),
    "pst": ("America/Los_Angeles",), "pdt": ("America/Los_Angeles",), "pt": ("America/Los_Angeles",),
    "jst": ("Asia/Tokyo",), "aest": ("Australia/Sydney",), "aedt": ("Australia/Sydney",),
}  # fmt: skip
_SAYS_HOW: Final = "Write it like `Europe/Berlin`."


class Wall(NamedTuple):
    """An instant that a wall clock shows, and a word of doubt where the clock shows it twice."""

    instant: datetime
    doubt: str = ""


def zone_of(name: str) -> ZoneInfo:
    """Give the IANA time zone of that very name.

    Raises:
        BadInputError: There is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as cause:
        raise BadInputError("zone", f"“{name}” is no time zone. {_SAYS_HOW}") from cause


def known_zone(name: str) -> ZoneInfo | None:
    """Give the zone of a name that was stored once; None when it is empty or unknown by now."""
    if not name:
        return None
    try:
        return zone_of(name)
    except BadInputError:
        return None


def zone_meant(name: str, field: str = "zone") -> ZoneInfo:
    """Give the zone that somebody means who takes no care of capitals: `europe/berlin`, `utc`.

    Args:
        name: What was typed.
        field: Where it was typed, for the refusal.

    Raises:
        BadInputError: There is no such zone, or it could be several; the nearest are named.
    """
    word = name.strip().casefold().replace(" ", "_")
    found = zone_names().get(word)
    if found is not None and word not in _LETTERS:
        return zone_of(found)
    near = _LETTERS.get(word) or nearest(word)
    if not near:
        raise BadInputError(field, f"“{name.strip()[:60]}” is no time zone. {_SAYS_HOW}")
    meant = " or ".join(f"`{one}`" for one in near)
    told = "is no one time zone" if word in _LETTERS else "is no time zone"
    raise BadInputError(field, f"“{name.strip()[:60]}” {told}. Did you mean {meant}?")


@cache
def zone_names() -> dict[str, str]:
    """Give every zone's name by its small letters; read from the system's files, once."""
    return {name.casefold(): name for name in sorted(available_timezones())}


def nearest(word: str) -> tuple[str, ...]:
    """Give the zones whose names, or whose cities, look most like a word; at most three."""
    from difflib import get_close_matches  # only a slip needs it

    names = zone_names()
    cities = {key.rpartition("/")[2]: key for key in sorted(names, reverse=True) if "/" in key}
    word = word.casefold()
    if "/" not in word and word in cities:
        return (names[cities[word]],)
    close = get_close_matches(word, names, n=3, cutoff=0.75)
    if not close:
        city = word.rpartition("/")[2]
        close = [cities[one] for one in get_close_matches(city, cities, n=3, cutoff=0.75)]
    return tuple(names[one] for one in close)


def is_city(word: str) -> bool:
    """Whether a word is the city in a zone's name, as `berlin` is in `Europe/Berlin`."""
    return any(key.endswith(f"/{word}") for key in zone_names())


def take_zone(
    words: Sequence[str], own: ZoneInfo, theirs: ZoneInfo | None, field: str = "when"
) -> tuple[ZoneInfo | None, list[str]]:
    """Find the one zone among words in small letters; give it and the words that are left.

    Args:
        words: A day, a time and perhaps a zone, in any order.
        own: The zone of `my time`.
        theirs: The zone of `their time`, if one is noted.
        field: Where they were typed, for the refusal.

    Raises:
        BadInputError: A zone that there is not, two of them, or theirs where none is noted.
    """
    found: list[ZoneInfo] = []
    rest: list[str] = []
    at = 0
    while at < len(words):
        zone, used = _zone_at(words, at, own, theirs, field)
        if zone is None:
            rest.append(words[at])
        else:
            found.append(zone)
        at += used
    if len({zone.key for zone in found}) > 1:
        both = " and ".join(zone.key for zone in found[:2])
        raise BadInputError(field, f"There are two time zones: {both}. Keep the one you mean.")
    return (found[0] if found else None), rest


def _zone_at(
    words: Sequence[str], at: int, own: ZoneInfo, theirs: ZoneInfo | None, field: str
) -> tuple[ZoneInfo | None, int]:
    """Give the zone that begins at a word, and how many words it takes."""
    word = words[at]
    for mine, phrases in ((True, _OF_MINE), (False, _OF_THEIRS)):
        for phrase in phrases:
            if tuple(words[at : at + len(phrase)]) != phrase:
                continue
            if mine:
                return own, len(phrase)
            if theirs is None:
                raise BadInputError(
                    field,
                    "Their time zone is not noted yet. Name it here, like `Europe/Berlin`, "
                    "or note it with the contact.",
                )
            return theirs, len(phrase)
    if word in {"utc", "gmt"}:
        return zone_of("UTC"), 1
    if word in _LETTERS or _SLASHED.fullmatch(word):
        return zone_meant(word, field), 1
    return None, 1


def on_the_wall(day: date, at: time, zone: ZoneInfo, field: str = "when") -> Wall:
    """Give the instant at which the clocks of a zone show a day and a time.

    A time that comes twice, as the clocks go back, is the first of the two, and the doubt says so.

    Raises:
        BadInputError: The clocks skip that time, or it is beyond the calendar.
    """
    local = datetime.combine(day, at, zone)
    try:
        instant = local.astimezone(UTC)
        back = instant.astimezone(zone)
        later = local.replace(fold=1).astimezone(UTC)
    except OverflowError as cause:
        raise BadInputError(field, "That is beyond the calendar. Give another day.") from cause
    if (back.date(), back.time()) != (day, at):
        raise BadInputError(
            field,
            f"The clocks in {zone.key} go forward that night: there is no {at:%H:%M} on {day}. "
            "Give a time before or after.",
        )
    if later != instant:
        return Wall(instant, f"{at:%H:%M} comes twice as the clocks go back: the first is taken")
    return Wall(instant)
