"""The outcome of a search, who is told of it, in which order, and what each of them did (S53, M10)."""

from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.contact import STAGES
from infotui.domain.text import clean_line, shorten

OutcomeKind = Literal["job", "study", "direction", "stopped", "other"]
OUTCOME_KINDS: Final[tuple[str, ...]] = get_args(OutcomeKind)
OUTCOME_WORDS: Final[dict[str, str]] = {
    "job": "a job: I begin somewhere",
    "study": "study: I learn something first",
    "direction": "a direction: I know now where to go",
    "stopped": "stopped: I look no further for now",
    "other": "something else",
}

NoticeState = Literal["due", "told", "waived"]
NOTICE_STATES: Final[tuple[str, ...]] = get_args(NoticeState)

TAKEN_BACK: Final = "the outcome was taken back"  # why whoever was left then need not be told
TELL_WITHIN: Final = 5  # working days from the outcome, or from the day on which somebody joins

_LONGEST: Final = 70  # characters of one thing that is cited
_CITED: Final = 2  # things of a kind that are named one by one


class OutcomeRow(NamedTuple):
    """How a search ended, and how many of those who are to be told were told."""

    id: int
    kind: str
    text: str
    recorded_at: datetime
    closed_at: datetime | None = None
    settled: int = 0  # told, or waived with a reason
    all: int = 0


class Deeds(NamedTuple):
    """What somebody did for the search, as the record tells it; the words are whole, the latest first."""

    introduced: tuple[str, ...] = ()  # with whom I talked because of them
    led: tuple[str, ...] = ()  # whom they named, and who became a contact or a talk
    stage: str = "stranger"
    resources: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()  # their promises that they kept
    findings: tuple[str, ...] = ()
    made: tuple[str, ...] = ()  # whom I was put in touch with, though no talk came of it (yet)
    talks: int = 0


class NoticeRow(NamedTuple):
    """One person who is told how it ended."""

    id: int
    contact_id: int
    name: str
    organization: str
    stage: str
    archived: bool
    state: str
    due: date
    settled_at: datetime | None
    why_not: str
    did: str  # one clause, in my words: "introduced me to Bo Berg"
    deeds: Deeds = Deeds()


def debt(row: NoticeRow) -> tuple[object, ...]:
    """Give by what those who are told are ordered: what I owe them most for comes first (M10).

    An introduction that led to a talk weighs more than any number of leads, a lead that became
    something more than a stage, and so on; who is archived comes after everybody else.
    """
    did = row.deeds
    stage = STAGES.index(did.stage) if did.stage in STAGES else 0
    close = max(0, stage - STAGES.index("met"))  # advocate 2, in touch 1
    counts = (
        len(did.introduced), len(did.led), close, len(did.resources), len(did.kept),
        len(did.findings), len(did.made), did.talks,
    )  # fmt: skip
    return (row.archived, *(-count for count in counts), row.name.casefold(), row.id)


def what_they_did(deeds: Deeds) -> str:
    """Say in one clause what somebody did, the two weightiest things of it: `introduced me to Bo`.

    It fits behind their name and behind "you" as well.
    """
    said = [
        clause
        for things, one in (
            (deeds.introduced, "introduced me to {}"),
            (deeds.led, "named {}"),
            (deeds.resources, "pointed me to {}"),
            (deeds.kept, "kept a promise: {}"),
            (deeds.findings, "told me: {}"),
            (deeds.made, "put me in touch with {}"),
        )
        if (clause := _clause(one, things))
    ]
    if said:
        return (", and " if " and " in said[0] else " and ").join(said[:2])
    return "took the time to talk with me" if deeds.talks else "was part of my search"


def _clause(words: str, things: tuple[str, ...]) -> str:
    """Put the first things behind some words, and the number of those that are not named."""
    short = (shorten(clean_line(thing).rstrip(" ."), _LONGEST) for thing in things)
    named = [thing for thing in short if thing]
    if not named:
        return ""
    # A whole sentence is cited alone; names can stand beside each other.
    most = 1 if words.endswith(": {}") else _CITED
    cited, rest = named[:most], len(named) - most
    head, _, _ = words.partition("{}")
    if rest > 0:
        more = "one more" if rest == 1 else f"{rest} more"
        return f"{head}{', '.join(cited)} and {more}"
    return head + " and ".join(cited)
