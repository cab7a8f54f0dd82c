"""Leads and referrals after the talk: what one may do with a name, and the words for it (S45, S50, S51)."""

from typing import Final, Literal, get_args

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

_MOVES: Final[dict[str, tuple[str, ...]]] = {
    "new": ("to follow", "followed", "became contact", "not pursuing", "note due"),
    "to follow": ("new", "followed", "became contact", "not pursuing", "note due"),
    "followed": ("to follow", "became contact", "not pursuing", "note due"),
    "became contact": ("to follow", "followed"),
    "not pursuing": ("to follow", "note due", "closed"),
    "note due": ("to follow", "closed"),
    "closed": ("to follow",),
}


def check_lead_move(now: str, then: str) -> None:
    """Let a lead pass from one state to another (S50, S51).

    Raises:
        IllegalMoveError: There is no such move; the sentence names those there are.
    """
    if then not in _MOVES[now]:
        ways = ", ".join(_MOVES[now])
        raise IllegalMoveError(f"A lead that is {now} cannot be {then}; it can be: {ways}.")
