"""Open obligations and whose move each is (S35, M5); a loop is derived from what it comes from."""

from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

Ball = Literal["me", "them", "introducer"]
BALLS: Final[tuple[str, ...]] = get_args(Ball)

LoopKind = Literal[
    "thank-you",
    "debrief",
    "my promise",
    "their promise",
    "lead",
    "courtesy",
    "introduction",
    "outreach",
    "place",
    "outcome",
    "losing touch",
]
LOOP_KINDS: Final[tuple[str, ...]] = get_args(LoopKind)

# How each kind of loop ends well: the word on the screen and the state that is stored.
DONE_WORD: Final[dict[str, str]] = {
    "thank-you": "sent",
    "debrief": "written",
    "my promise": "kept",
    "their promise": "received",
    "lead": "followed",
    "introduction": "followed up",
    "outreach": "answered",
    "courtesy": "closed",
    "place": "settled",
    "outcome": "told",
    "losing touch": "in touch",
}

# These have more than one way on, so that whoever closes one is asked for the way.
ASKED_ABOUT: Final[frozenset[str]] = frozenset({"introduction", "outreach"})


class LoopRow(NamedTuple):
    """One open loop: what is owed, by whom, since when and until when."""

    kind: LoopKind
    id: int
    ball: Ball
    text: str
    contact: str
    interview_id: int | None
    since: datetime
    due: date | None
    remark: str
    contact_id: int = 0
    waited: int = 0  # working days since


class SearchFigures(NamedTuple):
    """How the search stands, in numbers."""

    contacts: int
    organizations: int
    held: int
    ahead: int
    findings: tuple[tuple[str, int], ...]


def lateness(due: date | None, today: date) -> Literal["late", "today", "soon", "none"]:
    """Tell how a due date stands on a day."""
    if due is None:
        return "none"
    if due < today:
        return "late"
    return "today" if due == today else "soon"
