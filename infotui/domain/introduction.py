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
# From these states on there is somebody behind a message to the target.
STANDS_BEHIND: Final[frozenset[str]] = frozenset(
    {"asked", "contact made", "followed up", "led to interview"}
)

REMIND: Final = "a gentle reminder is fair"
ENOUGH: Final = "let it rest, or ask somebody else"

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
    since: datetime | None = None  # since when it is in this state
    waited: int = 0  # working days since then, or since the latest reminder
    advice: str = ""  # what one may do now; never more than a suggestion

    @property
    def words(self) -> str:
        """Who brings me together with whom."""
        return f"{self.introducer} to introduce you to {self.target}"


def ways_on(now: str) -> tuple[str, ...]:
    """Give the states that an introduction can come to from this one."""
    return _MOVES[now]


def next_step(now: str) -> str:
    """Give the state that comes next when all goes well; empty where none does by itself."""
    return _MOVES[now][0] if now in OPEN else ""


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


def advice_on(state: str, due: date | None, today: date, *, reminded: bool) -> str:
    """Say what is fair to do about an introduction that was asked for (S21).

    Args:
        state: Its state.
        due: From when on a reminder is fair.
        today: The day it is.
        reminded: Whether the introducer was reminded already.

    Returns:
        A suggestion; empty while there is nothing to do but wait, and in every other state.
    """
    if state != "asked" or due is None or today < due:
        return ""
    return ENOUGH if reminded else REMIND


def stage_after(state: str, stage: str) -> str:
    """Give the stage that an introduction suggests for its target (S11); empty when none."""
    made = state in STANDS_BEHIND and state != "asked"
    return "introduced" if made and stage == "stranger" else ""
