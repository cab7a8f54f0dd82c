"""A job that was spoken of: its states, whether it is posted, and who may help with it (S13, S52)."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.text import fold

OpeningState = Literal["heard", "watching", "applied", "closed"]
OPENING_STATES: Final[tuple[str, ...]] = get_args(OpeningState)

# Many a job is never posted, which is why one talks to people (S13).
Posted = Literal["posted", "unposted", "unknown"]
POSTED: Final[tuple[str, ...]] = get_args(Posted)

Reason = Literal["told", "organization", "path", "advocate", "field"]
# What speaks for asking somebody first; the sum of what holds puts them in order.
_WEIGHT: Final[dict[str, int]] = {
    "organization": 16, "told": 8, "path": 4, "advocate": 3, "field": 2,
}  # fmt: skip
_IN_TOUCH: Final = 1
_WHY: Final = re.compile(r" · closed: [^\n]*\Z")


class OpeningRow(NamedTuple):
    """An opening as a list shows it."""

    id: int
    text: str
    organization_id: int | None
    organization: str
    field: str
    posted: str
    state: str
    link: str
    told_by_id: int | None
    told_by: str
    interview_id: int | None
    since: datetime
    settled_at: datetime | None = None


class OpeningForm(NamedTuple):
    """An opening as a form hands it in: plain texts, checked when they are stored."""

    text: str
    organization: str = ""
    field: str = ""
    link: str = ""
    posted: str = "unknown"


class Met(NamedTuple):
    """Somebody met already, with what may connect them to an opening."""

    id: int
    name: str
    organization_id: int | None
    organization: str
    field: str
    stage: str
    talks: int = 0
    told: bool = False  # they told of this opening
    past: bool = False  # they worked at that organization when we talked
    field_then: bool = False  # they were in that field when we talked
    led_to: str = ""  # whom they led me to, on the way to it


class Advocate(NamedTuple):
    """Somebody who may help with an opening, and why one may think so (S52)."""

    id: int
    name: str
    organization: str
    stage: str
    reasons: tuple[str, ...]
    weight: int = 0


def with_why(text: str, why: str) -> str:
    """Put behind an opening's words why it was closed; there is no other place for it."""
    return f"{without_why(text)} · closed: {why}" if why else without_why(text)


def without_why(text: str) -> str:
    """Take away why it was closed, because it is open again."""
    return _WHY.sub("", text) or text


def next_posted(now: str) -> str:
    """Give what follows in the round: unknown, posted, unposted."""
    order = ("unknown", "posted", "unposted")
    return order[(order.index(now) + 1) % len(order)]


def advocates(opening: OpeningRow, met: Iterable[Met]) -> list[Advocate]:
    """Give who may help with an opening, the likeliest first, each with the reasons (S52).

    Only whoever has to do with it is named: that somebody is an advocate is a reason more, and one
    by itself; that one is in touch with them counts beside another reason alone.
    """
    found = [one for person in met if (one := _advocate(opening, person)).reasons]
    return sorted(found, key=lambda one: (-one.weight, fold(one.name), one.id))


def _advocate(opening: OpeningRow, person: Met) -> Advocate:
    there = opening.organization_id
    reasons: list[str] = []
    weight = 0

    def add(reason: Reason, words: str) -> None:
        nonlocal weight
        weight += _WEIGHT[reason]
        reasons.append(words)

    if there is not None and person.organization_id == there:
        add("organization", f"works at {opening.organization}")
    elif there is not None and person.past:
        add("organization", f"was at {opening.organization} when you talked")
    if person.told:
        add("told", "told you of it")
    if person.led_to:
        add("path", f"led you to {person.led_to}")
    if opening.field and fold(person.field) == fold(opening.field):
        add("field", f"same field: {person.field}")
    elif opening.field and person.field_then:
        add("field", f"you talked about {opening.field}")
    if person.stage == "advocate":
        add("advocate", "is an advocate of yours")
    elif person.stage == "in touch" and reasons:
        weight += _IN_TOUCH
        reasons.append("in touch with you")
    return Advocate(
        person.id, person.name, person.organization, person.stage, tuple(reasons), weight
    )
