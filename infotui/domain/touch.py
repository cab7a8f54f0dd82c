"""Touches: every real contact with somebody, and how often one wants to be in touch (S49)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args
from zoneinfo import ZoneInfo

from infotui.domain.errors import BadInputError
from infotui.domain.text import clean_line

TouchKind = Literal["wrote", "they wrote", "called", "met", "other"]
TOUCH_KINDS: Final[tuple[str, ...]] = get_args(TouchKind)

# What is offered; any number of days can be chosen besides. None is off.
CADENCES: Final[tuple[int | None, ...]] = (None, 30, 60, 90, 180)
LONGEST_CADENCE: Final = 730

# What each kind of touch is called in a line, those that other records tell of as well.
TOUCH_WORDS: Final[dict[str, str]] = {
    "wrote": "I wrote",
    "they wrote": "they wrote",
    "called": "we spoke by telephone",
    "met": "we met",
    "other": "we were in touch",
    "talk": "talk",
    "outreach": "I reached out",
    "answer": "they answered",
    "introduction": "about an introduction",
    "thanks": "thanks",
    "promise": "a promise kept",
    "courtesy": "word on a lead",
    "resource": "a resource shared",
    "outcome": "told how it ended",
}


class TouchRow(NamedTuple):
    """One real contact, whatever record tells of it; `id` is known of those that were logged alone."""

    at: datetime
    kind: str
    words: str = ""
    interview_id: int | None = None
    id: int | None = None


class Wanted(NamedTuple):
    """Somebody with whom one wants to be in touch: how often, and since when one was not."""

    contact_id: int
    name: str
    organization: str
    cadence: int
    added_at: datetime
    touched_at: datetime | None
    kind: str  # of the last touch; empty where there was none


class LosingRow(NamedTuple):
    """Somebody who is being lost sight of; never stored, always reckoned (S49)."""

    contact_id: int
    name: str
    organization: str
    last_at: datetime | None  # None where there was no touch since they were added
    kind: str
    cadence: int
    since: date  # the day from which it counts
    over: int  # days since the next touch was due, 0 on that very day


def next_touch(since: date, cadence: int) -> date:
    """Give the day on which one wants to be in touch again."""
    return since + timedelta(days=cadence)


def losing(wanted: Iterable[Wanted], today: date, zone: ZoneInfo) -> list[LosingRow]:
    """Give those whose cadence is reached or passed on a day, most over first (S49).

    Whoever was never touched counts from the day they were added.

    Args:
        wanted: Those with a cadence.
        today: The day.
        zone: Whose calendar days are counted.
    """
    rows = []
    for who in wanted:
        since = (who.touched_at or who.added_at).astimezone(zone).date()
        over = (today - next_touch(since, who.cadence)).days
        if over >= 0:
            rows.append(LosingRow(
                who.contact_id, who.name, who.organization, who.touched_at, who.kind, who.cadence,
                since, over,
            ))  # fmt: skip
    return sorted(rows, key=lambda row: (-row.over, row.name.casefold(), row.contact_id))


def read_cadence(text: str) -> int | None:
    """Read how many days a cadence has; empty, `0` and `off` are none.

    Raises:
        BadInputError: It is no number of days from 1 to 730; `field` is `days`.
    """
    words = clean_line(text).casefold().removesuffix("days").removesuffix("day").strip()
    if words in {"", "0", "off", "none"}:
        return None
    if not (words.isascii() and words.isdigit()) or not 1 <= int(words[:9]) <= LONGEST_CADENCE:
        raise BadInputError(
            "days",
            f"“{clean_line(text)}” is no number of days from 1 to {LONGEST_CADENCE}; `off` is none.",
        )
    return int(words)


def say_cadence(days: int | None) -> str:
    """Say how often one wants to be in touch."""
    if days is None:
        return "off"
    return "every day" if days == 1 else f"every {days} days"
