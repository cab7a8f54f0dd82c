"""The thanks that one person is owed for one talk: how far they are, and by which way they go (S46)."""

from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from infotui.domain.errors import BadInputError, IllegalMoveError

Medium = Literal["card", "mail"]
MEDIA: Final[tuple[Medium, ...]] = ("card", "mail")

_MOVES: Final[dict[str, tuple[str, ...]]] = {
    "due": ("drafted", "sent"),
    "drafted": ("due", "sent"),
    "sent": (),
}
THANK_YOU_STATES: Final = tuple(_MOVES)


class ThankYouRow(NamedTuple):
    """Thanks as a page shows them."""

    id: int
    interview_id: int
    contact_id: int
    contact: str
    medium: Medium
    state: str
    due: date
    has_address: bool
    settled_at: datetime | None
    talked_at: datetime | None

    @property
    def words(self) -> str:
        """What is owed to whom."""
        return f"Thank-you {self.medium} to {self.contact}"


def check_thank_you_move(now: str, then: str) -> None:
    """Let thanks pass from one state to another (S46).

    Raises:
        IllegalMoveError: There is no such move.
    """
    if now == "sent":
        raise IllegalMoveError("These thanks are sent already. u takes that back.")
    if then not in _MOVES[now]:
        raise IllegalMoveError(f"Thanks that are {now} cannot be {then}.")


def check_medium(medium: str) -> Medium:
    """Give a way in which thanks may go.

    Raises:
        BadInputError: There is no such way; `field` is `medium`.
    """
    for known in MEDIA:
        if medium == known:
            return known
    raise BadInputError("medium", "Thanks go by card or by mail.")


def say_way(row: ThankYouRow) -> str:
    """Say what there is to say on the way they go: an address that is missing, or has come (S46).

    Returns:
        A sentence; empty when the way is as it is meant to be.
    """
    if row.medium == "mail" and not row.has_address:
        return (
            f"No postal address of {row.contact} is known: a mail instead. "
            "Add one with e on their page, and a card can go."
        )
    if row.medium == "mail":
        return f"A postal address of {row.contact} is known: a card written by hand can go there."
    if not row.has_address:
        return (
            f"No postal address of {row.contact} is known. "
            "Add one with e on their page, or take a mail instead."
        )
    return ""
