"""When to suggest another stage of a relationship (S11); whoever decides is the person, never this."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, Literal, NamedTuple

from infotui.domain.contact import STAGES

Sign = Literal["introduced", "met", "met again", "answered", "made a contact"]

# What each sign speaks for.
_SPEAKS_FOR: Final[dict[str, str]] = {
    "introduced": "introduced",
    "met": "met",
    "met again": "in touch",
    "answered": "in touch",
    "made a contact": "advocate",
}
_MET: Final = STAGES.index("met")
SAID: Final[dict[str, str]] = {
    "introduced": "you were introduced",
    "met": "you met",
    "met again": "you met again",
    "answered": "they answered after your talk",
    "made a contact": "they made a contact for you",
}


class Evidence(NamedTuple):
    """Something that happened between us: when, and when the notebook learned of it."""

    sign: Sign
    at: datetime
    noted_at: datetime


class Suggestion(NamedTuple):
    """A stage to think about, and what speaks for it."""

    stage: str
    sign: Sign
    at: datetime

    @property
    def why(self) -> str:
        """Say what speaks for it, without its day."""
        return SAID[self.sign]


def suggested(
    stage: str, decided_at: datetime | None, signs: Iterable[Evidence]
) -> Suggestion | None:
    """Give the stage to suggest, if one is above the present one.

    Only what came after the last decision counts: a stage that was chosen in full knowledge is not
    put in question again.

    Args:
        stage: The present one.
        decided_at: When it was last chosen.
        signs: What happened.
    """
    now = STAGES.index(stage)
    new = [
        sign
        for sign in signs
        if (decided_at is None or sign.noted_at > decided_at)
        and STAGES.index(_SPEAKS_FOR[sign.sign]) > now
    ]
    if now < _MET:  # one step after the other: whoever was met is met first, whatever came of it
        new = [sign for sign in new if STAGES.index(_SPEAKS_FOR[sign.sign]) <= _MET]
    if not new:
        return None
    best = max(new, key=lambda sign: (STAGES.index(_SPEAKS_FOR[sign.sign]), sign.at))
    return Suggestion(_SPEAKS_FOR[best.sign], best.sign, best.at)
