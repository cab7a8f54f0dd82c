"""The outcome of a search, who is told of it, in which order, and what each of them did (S53, M10)."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.contact import STAGES
from infotui.domain.due import due_in
from infotui.domain.heard import asked_of_them, name_parts, said_to_them
from infotui.domain.said import done, plain
from infotui.domain.text import shorten

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
_ANY_DAY: Final = date(2026, 1, 1)  # what is sought is which words say a day, not the day
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
    pointed: tuple[str, ...] = ()  # whom else they named, unless I dropped that
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
        len(did.pointed), len(did.findings), len(did.made), did.talks,
    )  # fmt: skip
    return (row.archived, *(-count for count in counts), row.name.casefold(), row.id)


def what_they_did(deeds: Deeds, name: str = "") -> str:
    """Say in one clause what somebody did: `introduced me to Bo Berg, whom I met`.

    It fits behind their name and behind "you" as well.

    Args:
        deeds: What they did.
        name: Their name, as it may stand in what was noted.
    """
    if clause := deeds_in_words(deeds, name):
        return clause
    return "took the time to talk with me" if deeds.talks else "was part of my search"


def deeds_in_words(deeds: Deeds, name: str = "", *, to_them: bool = False) -> str:
    """Say the two weightiest things that somebody did, in one clause; empty where there are none.

    Args:
        deeds: What they did.
        name: Their name, as it may stand in what was noted.
        to_them: Whether it is for that very person, so that their names become `you`.
    """
    names = name_parts((name,)) if name else ()
    told = "told me something that I still use: " if to_them else "told me: "
    said = [
        clause
        for clause in (
            _with_names("introduced me to ", deeds.introduced, ", whom I met"),
            _with_names("pointed me to ", (*deeds.led, *deeds.pointed) if deeds.led else ()),
            _with_names("told me of ", deeds.resources),
            _kept(deeds.kept, names, to_them=to_them),
            _with_names("pointed me to ", () if deeds.led else deeds.pointed),
            _first(told, (said_to_them(f, names) if to_them else f for f in deeds.findings)),
            _with_names("put me in touch with ", deeds.made),
        )
        if clause
    ]
    first = said[0] if said else ""
    return (", and " if " and " in first or "," in first else " and ").join(said[:_CITED])


def _kept(texts: tuple[str, ...], names: Collection[str], *, to_them: bool) -> str:
    """Say which promise they kept, in the past where its verb is known: `sent me the list`."""
    for text in texts:
        found = due_in(text, _ANY_DAY)
        clause = done(text, names, found.said if found else "") or _first(
            "kept a promise: ", (plain(text),)
        )
        if clause:
            return _short(asked_of_them(clause, names) if to_them else clause)
    return ""


def _first(head: str, texts: Iterable[str]) -> str:
    """Put the first text behind some words; a whole sentence is cited alone."""
    short = next((words for text in texts if (words := _short(text))), "")
    return head + short if short else ""


def _with_names(head: str, things: tuple[str, ...], tail: str = "") -> str:
    """Put the first things behind some words, and the number of those that are not named."""
    named = list(dict.fromkeys(short for thing in things if (short := _short(thing))))
    if not named:
        return ""
    cited, rest = named[:_CITED], len(named) - _CITED
    if rest > 0:
        more = "one more" if rest == 1 else f"{rest} more"
        return f"{head}{', '.join(cited)} and {more}{tail}"
    return head + " and ".join(cited) + tail


def _short(text: str) -> str:
    return shorten(plain(text).rstrip(" ."), _LONGEST)
