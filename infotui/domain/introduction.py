"""Introductions in three parties: me, the introducer, the target; their states and the moves (S19-S21)."""

from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.errors import IllegalMoveError

IntroductionState = Literal[
    "draft", "asked", "contact made", "followed up", "led to interview", "declined", "lapsed"
]
INTRODUCTION_STATES: Final[tuple[str, ...]] = get_args(IntroductionState)

# How I learn that the contact was made: copied on the message, or told about it (S20).
Notice = Literal["", "copied", "told"]
NOTICES: Final[tuple[str, ...]] = get_args(Notice)

OPEN: Final[frozenset[str]] = frozenset({"draft", "asked", "contact made"})

_MOVES: Final[dict[str, tuple[str, ...]]] = {
    "draft": ("asked", "lapsed"),
    "asked": ("contact made", "declined", "lapsed", "draft"),
    "contact made": ("followed up", "led to interview", "declined", "lapsed", "asked"),
    "followed up": ("led to interview", "declined", "lapsed", "contact made"),
    "led to interview": ("followed up",),
    "declined": ("asked",),
    "lapsed": ("draft", "asked"),
}


class IntroductionRow(NamedTuple):
    """An introduction as a page or a list shows it."""

    id: int
    introducer_id: int
    introducer: str
    target_id: int
    target: str
    interview_id: int | None
    notice: str
    state: str
    why: str
    asked_at: datetime | None
    reminded_at: datetime | None
    made_at: datetime | None
    followed_at: datetime | None
    due: date | None


def ways_on(now: str) -> tuple[str, ...]:
    """Give the states that an introduction can come to from this one."""
    return _MOVES[now]


def check_introduction_move(now: str, then: str) -> None:
    """Let an introduction pass from one state to another (S20).

    Raises:
        IllegalMoveError: There is no such move; the sentence names those there are.
    """
    if then in _MOVES[now]:
        return
    ways = ", ".join(_MOVES[now])
    raise IllegalMoveError(
        f"An introduction that is {now} cannot become {then}; from here it can be: {ways}."
    )
