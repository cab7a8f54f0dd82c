"""Promises of mine and of theirs: how each may end, and why another end is refused (S47)."""

from datetime import date, datetime
from typing import Final, Literal, NamedTuple

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.text import clean_line, shorten

Whose = Literal["mine", "theirs"]

# How each side's promise ends: well, or given up with a word why.
ENDS: Final[dict[str, tuple[str, str]]] = {
    "mine": ("kept", "withdrawn"),
    "theirs": ("received", "let go"),
}
_ACT: Final = {
    "kept": "kept",
    "withdrawn": "withdrawn",
    "received": "marked as received",
    "let go": "let go",
}
_LONGEST: Final = 300


class PromiseRow(NamedTuple):
    """A promise as a page shows it."""

    id: int
    interview_id: int
    contact_id: int
    contact: str
    whose: Whose
    text: str
    state: str
    due: date | None
    given_at: datetime
    settled_at: datetime | None = None
    why_not: str = ""

    @property
    def short(self) -> str:
        """Its words, short enough for a sentence."""
        return shorten(self.text, 50)


def check_promise_move(whose: str, now: str, then: str) -> None:
    """Let a promise end (S47).

    Raises:
        IllegalMoveError: It has ended, or ends in another way; the sentence says which.
    """
    if now != "open":
        raise IllegalMoveError(f"This promise is {now} already. u takes that back.")
    if then not in ENDS[whose]:
        well, given_up = ENDS[whose]
        side = "yours" if whose == "mine" else "theirs"
        raise IllegalMoveError(
            f"This promise is {side}: it cannot be {_ACT[then]}, only {well} or {given_up}."
        )


def check_why(text: str) -> str:
    """Give the word why a promise is given up.

    Raises:
        BadInputError: There is none, or it is too long; `field` is `why`.
    """
    word = clean_line(text)
    if not word:
        raise BadInputError("why", "A word why: it is what you will want to know later.")
    if len(word) > _LONGEST:
        raise BadInputError("why", f"That is longer than {_LONGEST} characters. Say it shorter.")
    return word
