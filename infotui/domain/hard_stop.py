"""When a talk must end, in a person's words: a time of day, a length in all, or a length from now (M6)."""

import re
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from infotui.domain.errors import BadInputError
from infotui.domain.moment import understand_clock

LONGEST: Final = timedelta(hours=4)
_PAST_MIDNIGHT: Final = timedelta(hours=3)  # how far ahead a time of day after midnight may lie
_LENGTH: Final = re.compile(
    r"(?P<more>\+|another )?\s*(?P<minutes>[0-9]{1,3})\s*(?:m|min|mins|minutes?)?"
    r"(?P<tail> more| from now)?"
)


def understand_stop(text: str, now: datetime, elapsed: timedelta, zone: ZoneInfo) -> datetime:
    """Read when they must leave.

    Args:
        text: `15:40`, `25` (minutes in all, as "they said 25 minutes"), `+10` (from now).
        now: The instant.
        elapsed: What the clock of the talk shows at `now`.
        zone: Whose wall clock a time of day is of.

    Returns:
        The instant of the hard stop, ahead of `now`.

    Raises:
        BadInputError: It is neither, or lies before now; `field` is `when`.
    """
    words = " ".join(text.casefold().split())
    if found := _LENGTH.fullmatch(words):
        minutes = timedelta(minutes=int(found["minutes"]))
        from_now = bool(found["more"] or found["tail"])
        stop = now + minutes - (timedelta(0) if from_now else elapsed)
    else:
        stop = _time_of_day(text, now, zone)
        if stop <= now and stop + timedelta(days=1) - now <= _PAST_MIDNIGHT:
            stop += timedelta(days=1)
    if stop <= now:
        raise BadInputError("when", "That time is past. A hard stop lies ahead of now.")
    if stop - now > LONGEST and found:
        raise BadInputError("when", "That is more than four hours. Nothing changed.")
    return stop


def _time_of_day(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    try:
        return understand_clock(text, now, zone)
    except BadInputError as bad:
        help_ = "Try a time (`15:40`), minutes in all (`25`), or from now (`+10`)."
        raise BadInputError("when", f"{bad.sentence.split(' Try ')[0]} {help_}") from bad
