"""Leads and referrals after the talk: what one may do with a name, and the words for it (S45, S50, S51)."""

from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.errors import IllegalMoveError

LeadState = Literal[
    "new", "to follow", "followed", "became contact", "not pursuing", "note due", "closed"
]
LEAD_STATES: Final[tuple[str, ...]] = get_args(LeadState)

# A lead names a person, or an organization (S45).
LeadNames = Literal["person", "organization"]
LEAD_NAMES: Final[tuple[str, ...]] = get_args(LeadNames)

# Whether the courteous note on a lead that was dropped went out (S51).
CourtesyNote = Literal["", "sent", "waived"]
COURTESY_NOTES: Final[tuple[str, ...]] = get_args(CourtesyNote)

# There is still something to do about these, and about those that were dropped.
TO_DO: Final[frozenset[str]] = frozenset({"new", "to follow"})
DROPPED: Final[frozenset[str]] = frozenset({"not pursuing", "note due"})

# Whether I may mention the one who named somebody, said to whoever reads it (S45).
CONSENT_WORDS: Final[dict[str, str]] = {
    "yes": "may mention their name",
    "no": "do not mention their name",
    "not asked": "ask first whether to mention them",
}


def whom_named(remark: str, giver: str) -> str:
    """Put who gave a lead into what its remark says of mentioning them, so that it is clear whose name is meant."""
    for words in CONSENT_WORDS.values():
        if remark.startswith(words):
            said = words.replace("their name", giver).replace("them", giver)
            return said + remark.removeprefix(words)
    return remark


_MOVES: Final[dict[str, tuple[str, ...]]] = {
    "new": ("to follow", "followed", "became contact", "not pursuing", "note due"),
    "to follow": ("new", "followed", "became contact", "not pursuing", "note due"),
    "followed": ("to follow", "became contact", "not pursuing", "note due"),
    "became contact": ("to follow", "followed"),
    "not pursuing": ("to follow", "note due", "closed"),
    "note due": ("to follow", "closed"),
    "closed": ("to follow",),
}


class LeadRow(NamedTuple):
    """A lead as a list shows it: whom or what it names, who gave it, and how far it has come."""

    id: int
    name: str
    names: str
    why: str
    reach: str
    consent: str
    state: str
    due: date | None
    giver_id: int
    giver: str
    interview_id: int
    given_at: datetime
    contact_id: int | None = None
    contact: str = ""
    organization_id: int | None = None
    organization: str = ""
    why_not: str = ""
    courtesy: str = ""
    settled_at: datetime | None = None

    @property
    def remark(self) -> str:
        """Say in short how it stands."""
        if self.state == "closed":
            return "dropped, note sent" if self.courtesy == "sent" else "dropped, note waived"
        return {"note due": "dropped, note due", "not pursuing": "dropped, note due"}.get(
            self.state, self.state
        )


def lead_ways_on(now: str) -> tuple[str, ...]:
    """Give the states that a lead can come to from this one."""
    return _MOVES[now]


def check_lead_move(now: str, then: str) -> None:
    """Let a lead pass from one state to another (S50, S51).

    Raises:
        IllegalMoveError: There is no such move; the sentence names those there are.
    """
    if then not in _MOVES[now]:
        ways = ", ".join(_MOVES[now])
        raise IllegalMoveError(f"A lead that is {now} cannot be {then}; it can be: {ways}.")
