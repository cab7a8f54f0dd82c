"""Whether an interview is prepared: seven checks, each with what is missing (S5, S16, S29, S30)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from infotui.domain.day_sheet import items_for, place_word
from infotui.domain.place import is_known
from infotui.domain.question import FEWEST

CheckName = Literal[
    "goal", "person research", "organization research", "questions", "place", "opening", "day sheet"
]


class Check(NamedTuple):
    """One of the seven: whether it holds, and in a few words what is missing if not."""

    name: CheckName
    done: bool
    missing: str = ""


class Prepared(NamedTuple):
    """What the checks look at, gathered from the record."""

    goals: int
    why: str
    person_notes: int
    organization_notes: int
    has_organization: bool
    questions: int
    raw_questions: int
    place_kind: str
    place: str
    scheduled: bool
    opening: str
    day_sheet_done: Sequence[str]
    near: bool = False  # it is the day before, or later: the very place must be known by now (S37)


def checks(facts: Prepared) -> tuple[Check, ...]:
    """Give the seven checks in the order in which a person works through them."""
    items = items_for(facts.place_kind)
    left = [item for item in items if item.key not in facts.day_sheet_done]
    return (
        Check("goal", bool(facts.goals and facts.why.strip()), _goal_missing(facts)),
        Check("person research", facts.person_notes > 0, "person research"),
        Check(
            "organization research",
            facts.organization_notes > 0,
            "organization research" if facts.has_organization else "their organization",
        ),
        Check(
            "questions",
            facts.questions >= FEWEST and not facts.raw_questions,
            _questions_missing(facts),
        ),
        Check("place", not (missing := _place_missing(facts)), missing),
        Check("opening", bool(facts.opening.strip()), "your opening is empty"),
        Check(
            "day sheet",
            bool(facts.place_kind) and not left,
            f"day sheet, {len(left)} to do" if facts.place_kind else "day sheet",
        ),
    )


def _goal_missing(facts: Prepared) -> str:
    return "goal" if not facts.goals else "why this person"


def _questions_missing(facts: Prepared) -> str:
    if facts.questions < FEWEST:
        more = FEWEST - facts.questions
        return f"{more} more question{'s' if more > 1 else ''}"
    raw = facts.raw_questions
    return f"{raw} question{'s' if raw > 1 else ''} not tailored"


def _place_missing(facts: Prepared) -> str:
    if not facts.scheduled and not facts.place_kind:
        return "time and place"
    if not facts.scheduled:
        return "time"
    if not facts.place_kind:
        return "place"
    known = is_known(facts.place_kind, facts.place)
    return place_word(facts.place_kind) if facts.near and not known else ""
