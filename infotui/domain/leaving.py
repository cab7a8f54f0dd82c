"""An interview on the clocks: theirs beside mine, when to leave, what it comes too near to (S38)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.errors import BadInputError
from infotui.domain.interview import BEFORE_LIVE, InterviewRow
from infotui.domain.moment import say_day, say_there
from infotui.domain.zones import known_zone

IN_PERSON: Final[tuple[str, ...]] = ("office", "coffee shop", "other")
MOST_TRAVEL: Final = 1440  # minutes: a day and a night
MOST_MARGIN: Final = 240


class Usual(NamedTuple):
    """What holds for an interview that says nothing of its own, in minutes."""

    margin: int = 15
    length: int = 30


class Leaving(NamedTuple):
    """When to leave, or what must be known first; `at` and `missing` are never both there."""

    at: datetime | None
    travel: int
    margin: int
    missing: str = ""


class Clash(NamedTuple):
    """Another interview on the same day; `near` where the two get in each other's way."""

    other: InterviewRow
    near: bool


def their_zone(row: InterviewRow, own: ZoneInfo) -> ZoneInfo | None:
    """Give the interviewee's time zone where it is noted, or was meant, and is not mine."""
    zone = known_zone(row.contact_zone) or known_zone(row.zone)
    return None if zone is None or zone.key == own.key else zone


def say_elsewhere(row: InterviewRow, own: ZoneInfo) -> list[str]:
    """Say the time on the other clocks that matter: theirs, and the one it was meant on."""
    if row.scheduled_at is None:
        return []
    theirs, meant = their_zone(row, own), known_zone(row.zone)
    said = [] if theirs is None else [f"their {say_there(row.scheduled_at, theirs, own)}"]
    if meant is not None and meant.key not in {own.key, theirs.key if theirs else ""}:
        said.append(say_there(row.scheduled_at, meant, own))
    return said


def leave_by(start: datetime, travel: int, margin: int) -> datetime:
    """Give the instant at which to leave so as to be there `margin` minutes before `start`."""
    return start - timedelta(minutes=max(0, travel) + max(0, margin))


def leaving_for(row: InterviewRow, margin: int) -> Leaving | None:
    """Tell when to leave for an interview.

    Args:
        row: The interview.
        margin: The minutes to be early where the interview sets none.

    Returns:
        None where nobody leaves: without a time, and where one meets by wire.
    """
    if row.scheduled_at is None or row.place_kind not in IN_PERSON:
        return None
    early = margin if row.margin_minutes is None else row.margin_minutes
    if row.travel_minutes is None:
        return Leaving(None, 0, early, "the minutes on the way")
    at = leave_by(row.scheduled_at, row.travel_minutes, early)
    return Leaving(at, row.travel_minutes, early)


def say_leaving(leaving: Leaving | None, start: datetime | None, zone: ZoneInfo) -> str:
    """Say it on my wall clock: `leave by 14:20`, with the day where it is another than the talk's."""
    if leaving is None or leaving.at is None or start is None:
        return ""
    local, day = leaving.at.astimezone(zone), start.astimezone(zone).date()
    before = "" if local.date() == day else f"{say_day(local.date())} "
    return f"leave by {before}{local:%H:%M}"


def check_minutes(field: str, text: str, most: int) -> int | None:
    """Read a number of minutes, or none where nothing is written.

    Raises:
        BadInputError: It is no whole number from 0 to `most`.
    """
    word = text.strip().casefold().removesuffix("minutes").removesuffix("min").strip()
    if not word:
        return None
    if not (word.isascii() and word.isdigit() and len(word) < 6 and int(word) <= most):
        raise BadInputError(field, f"Give minutes from 0 to {most}, like `25`.")
    return int(word)


def clashes(
    row: InterviewRow, others: Iterable[InterviewRow], usual: Usual, zone: ZoneInfo
) -> list[Clash]:
    """Find the other interviews of the same day, and tell which come too near.

    An interview takes from the moment one leaves for it, or its start, until its agreed end.

    Args:
        row: The interview, with the time that is meant for it.
        others: All that could be beside it; those that are given up or held do not count.
        usual: What holds where an interview sets nothing.
        zone: Whose day is meant.
    """
    if row.scheduled_at is None:
        return []
    begins, ends = _span(row, usual)
    day = row.scheduled_at.astimezone(zone).date()
    found = []
    for other in others:
        if other.id == row.id or other.state not in (*BEFORE_LIVE, "live"):
            continue
        if other.scheduled_at is None:
            continue
        start, end = _span(other, usual)
        near = start < ends and begins < end
        if near or other.scheduled_at.astimezone(zone).date() == day:
            found.append(Clash(other, near))
    return sorted(found, key=lambda clash: (not clash.near, clash.other.scheduled_at))


def _span(row: InterviewRow, usual: Usual) -> tuple[datetime, datetime]:
    start = row.scheduled_at
    assert start is not None  # noqa: S101 - both callers looked
    leaving = leaving_for(row, usual.margin)
    begins = leaving.at if leaving is not None and leaving.at is not None else start
    return begins, start + timedelta(minutes=row.decision_minutes or usual.length)


def say_clash(clash: Clash, zone: ZoneInfo, day: date | None = None) -> str:
    """Say it in a few words: `too near to Li Wei at 10:00`, or that one meets them that day."""
    at = clash.other.scheduled_at
    if at is None:
        return ""
    local = at.astimezone(zone)
    when = (
        f"{local:%H:%M}"
        if day in {None, local.date()}
        else f"{say_day(local.date())} {local:%H:%M}"
    )
    if clash.near:
        return f"too near to {clash.other.who} at {when}"
    return f"on that day you meet {clash.other.who} at {when}"
