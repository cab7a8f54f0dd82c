"""What an earlier talk left to ask: learned, promised, skipped, at odds, each as a question (M8); reading it is storage's."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Final, Literal, NamedTuple, Protocol, TypeVar, get_args

from infotui.domain.heard import asked_of_them, deed, said_of_nobody, said_to_them
from infotui.domain.pairing import Told, pairs
from infotui.domain.text import fold

DeltaKind = Literal["learned", "my promise", "their promise", "must skipped", "at odds"]
DELTA_KINDS: Final[tuple[str, ...]] = get_args(DeltaKind)

# How many of each are offered: more would be read by nobody before a talk.
MOST: Final[dict[DeltaKind, int]] = {
    "learned": 12, "my promise": 8, "their promise": 8, "must skipped": 8, "at odds": 6,
}  # fmt: skip
_PROMISES: Final[dict[str, DeltaKind]] = {"mine": "my promise", "theirs": "their promise"}


class Earlier(NamedTuple):
    """A talk that was held before: with whom, and whether it was with the person at hand."""

    interview_id: int
    contact: str
    when: datetime
    same_person: bool
    same_place: bool  # with the person at hand, or at the same organization; else in the same field
    organization_id: int | None
    field: str  # folded


class Learned(NamedTuple):
    """A finding of an earlier talk."""

    id: int
    kind: str
    text: str
    talk: Earlier


class Promised(NamedTuple):
    """A promise of an earlier talk that is still open."""

    id: int
    whose: str
    text: str
    talk: Earlier


class Unasked(NamedTuple):
    """A must of an earlier talk that was never answered, and its words for the person at hand."""

    id: int
    text: str
    bank_id: str
    wording: str
    talk: Earlier


class Facing(NamedTuple):
    """Whom one is about to ask, and who must not be named to them."""

    organization: str
    field: str
    unnamed: Collection[str]  # names and parts of names
    own_names: Collection[str]  # of the person at hand


class DeltaRow(NamedTuple):
    """One thing to take up: what it is, from whom and when, and how one may ask about it.

    `question` is an offer in our own words, to be said aloud to the person at hand: `you` to the
    same person; of anybody else at the organization nobody's name, only that it was heard.
    """

    key: str  # stays the same for as long as the thing does: `finding 12`
    kind: DeltaKind
    text: str
    who: str
    when: datetime
    interview_id: int
    same_person: bool
    question: str
    bank_id: str = ""  # of a must that came from the bank
    taken: int | None = None  # the question of the plan that was made of it


# ── the wording ──────────────────────────────────────────────────────────────────────────────────

# To the person who said it; and to another at the same organization. {heard} is what was noted.
_SAME: Final[dict[str, str]] = {
    "employer": "Last time I noted this about {place}: {heard}. What has changed since?",
    "person": "Last time we spoke of this: {heard}. How has it gone on?",
    "market": "Last time I noted this about {field}: {heard}. How do you see it today?",
    "career": "Last time I took this home about your work: {heard}. Is it still like that?",
    "strength": "Last time this came up in my favour: {heard}. Where would it count most?",
    "gap": "Last time this came up: {heard}. What would you do next in my place?",
    "opening": "Last time you mentioned this: {heard}. What has become of it?",
    "resource": "Last time you pointed me to this: {heard}. What would come next?",
    "advice": "Last time you advised me so: {heard}. What would be the step after that?",
}
_OTHER: Final[dict[str, str]] = {
    "employer": "I heard this about {place}: {heard}. How does it look from where you are?",
    "person": "Whom should I get to know at {place}, and how does one best reach them?",
    "market": "I heard this about {field}: {heard}. How well does it fit what you see?",
    "career": "I heard this about the work here: {heard}. How is that for you?",
    "strength": "I was told this could speak for me: {heard}. Where would it count here?",
    "gap": "I heard this: {heard}. How is that where you are?",
    "opening": "I heard of this: {heard}. What would such work be like?",
    "resource": "I was pointed to this: {heard}. What else would you look at?",
    "advice": "One piece of advice that I was given: {heard}. What would yours be?",
}
_MINE_SAME: Final = "I said that I would {heard}, and still owe it. How useful is it to you now?"
_MINE_OTHER: Final = (
    "I told somebody here that I would {heard}. Would that be of use to you as well?"
)
_THEIRS_SAME: Final = "Last time you offered to {heard}. How could I make that easy for you?"
_THEIRS_OTHER: Final = "Could you perhaps {heard}, or tell me who could?"
_ODDS_SAME: Final = "You told me this: {heard}. Elsewhere I heard: {other}. What explains it?"
_ODDS_TWICE: Final = (
    "You told me this: {heard}; and another time: {other}. What lies between the two?"
)
_ODDS_OTHER: Final = (
    "I heard two things: {heard}; but also: {other}. Which is closer to what you see?"
)


def _put(stem: str, facing: Facing, heard: str, other: str = "") -> str:
    # Not by str.format: a brace in what was noted must mean nothing.
    values = {"{place}": facing.organization or "the place", "{field}": facing.field or "the field",
              "{heard}": "\0", "{other}": "\1"}  # fmt: skip
    for blank, value in values.items():
        stem = stem.replace(blank, value)
    return stem.replace("\0", heard).replace("\1", other)


def ask_of_finding(found: Learned, facing: Facing) -> str:
    """Give a question about what one learned."""
    if found.talk.same_person:
        heard = said_to_them(found.text, facing.own_names)
        return _put(_SAME.get(found.kind, _SAME["person"]), facing, heard)
    heard = said_of_nobody(found.text, facing.unnamed)
    return _put(_OTHER.get(found.kind, _OTHER["gap"]), facing, heard)


def ask_of_promise(promise: Promised, facing: Facing) -> str:
    """Give a question about a promise that is open."""
    mine = promise.whose == "mine"
    if promise.talk.same_person:
        meant = deed(promise.text, facing.own_names)
        heard = _inside(asked_of_them(meant, facing.own_names))
        return _put(_MINE_SAME if mine else _THEIRS_SAME, facing, heard)
    heard = _inside(said_of_nobody(deed(promise.text, facing.unnamed), facing.unnamed))
    return _put(_MINE_OTHER if mine else _THEIRS_OTHER, facing, heard)


def _inside(text: str) -> str:
    """Give words as they go on a sentence: `Send it` is `send it`; `CV by mail` stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def ask_of_both(one: Learned, other: Learned, facing: Facing) -> str:
    """Give a question about two findings at odds."""
    if one.talk.same_person and other.talk.same_person:
        heard, again = (said_to_them(f.text, facing.own_names) for f in (one, other))
        return _put(_ODDS_TWICE, facing, heard, again)
    if not one.talk.same_person and not other.talk.same_person:
        first, second = (said_of_nobody(f.text, facing.unnamed) for f in (one, other))
        return _put(_ODDS_OTHER, facing, first, second)
    theirs, others = (one, other) if one.talk.same_person else (other, one)
    heard = said_to_them(theirs.text, facing.own_names)
    return _put(_ODDS_SAME, facing, heard, said_of_nobody(others.text, facing.unnamed))


# ── the rows ─────────────────────────────────────────────────────────────────────────────────────


def delta(
    learned: Sequence[Learned],
    promised: Sequence[Promised],
    unasked: Sequence[Unasked],
    facing: Facing,
) -> list[DeltaRow]:
    """Give what earlier talks left to ask: by kind, the newest first, of each kind a few.

    Args:
        learned: The findings of talks with the person or at the organization, and of talks in the
            same field, which count only where two are at odds.
        promised: Their open promises.
        unasked: Their musts that were never answered.
        facing: Whom one is about to ask.
    """
    rows: list[DeltaRow] = []
    near = [found for found in learned if found.talk.same_place]
    rows += [_of_finding(found, facing) for found in _newest(near, "learned")]
    for whose, kind in _PROMISES.items():
        given = [promise for promise in promised if promise.whose == whose]
        rows += [_of_promise(promise, facing) for promise in _newest(given, kind)]
    rows += [_of_must(must) for must in _newest(_each_once(unasked), "must skipped")]
    most = islice(_pairs(learned, facing), MOST["at odds"])
    rows += [_of_pair(pair, facing) for pair in most]
    return rows


class _Told(Protocol):
    @property
    def talk(self) -> Earlier: ...


T = TypeVar("T", bound=_Told)


def _newest(things: Iterable[T], kind: DeltaKind) -> list[T]:
    return sorted(things, key=lambda thing: thing.talk.when, reverse=True)[: MOST[kind]]


def _row(key: str, kind: DeltaKind, text: str, talk: Earlier, question: str) -> DeltaRow:
    return DeltaRow(key, kind, text, talk.contact, talk.when, talk.interview_id, talk.same_person,
                    question)  # fmt: skip


def _of_finding(found: Learned, facing: Facing) -> DeltaRow:
    question = ask_of_finding(found, facing)
    return _row(f"finding {found.id}", "learned", found.text, found.talk, question)


def _of_promise(promise: Promised, facing: Facing) -> DeltaRow:
    question = ask_of_promise(promise, facing)
    kind = _PROMISES[promise.whose]
    return _row(f"promise {promise.id}", kind, promise.text, promise.talk, question)


def _of_must(must: Unasked) -> DeltaRow:
    row = _row(f"question {must.id}", "must skipped", must.text, must.talk, must.wording)
    return row._replace(bank_id=must.bank_id)


def _each_once(unasked: Sequence[Unasked]) -> Iterable[Unasked]:
    """Give each must once, where it was skipped last."""
    by_age = sorted(unasked, key=lambda must: must.talk.when)
    return {must.bank_id or fold(must.text): must for must in by_age}.values()


class _Pair(NamedTuple):
    older: Learned
    newer: Learned


def _pairs(learned: Sequence[Learned], facing: Facing) -> Iterator[_Pair]:
    """Give the pairs of findings that may contradict each other, the newest first."""
    known = {found.id: found for found in learned}
    ignored = (facing.organization, facing.field)
    told = (
        Told(found.id, found.kind, found.text, found.talk.interview_id, found.talk.when,
             _places(found.talk), ignored)
        for found in learned
    )  # fmt: skip
    for older, newer in pairs(told):
        yield _Pair(known[older.id], known[newer.id])


def _of_pair(pair: _Pair, facing: Facing) -> DeltaRow:
    older, newer = pair
    key = f"findings {older.id} {newer.id}"
    question = ask_of_both(older, newer, facing)
    text = f"{older.text} · but also: {newer.text}"
    who = " · ".join(dict.fromkeys((older.talk.contact, newer.talk.contact)))
    return DeltaRow(key, "at odds", text, who, newer.talk.when, newer.talk.interview_id,
                    older.talk.same_person and newer.talk.same_person, question)  # fmt: skip


def _places(talk: Earlier) -> tuple[Hashable, ...]:
    """What a talk was about, as far as two can share it: one organization, one field, or one person."""
    places: list[Hashable] = []
    if talk.organization_id is not None:
        places.append(("organization", talk.organization_id))
    if talk.field:
        places.append(("field", talk.field))
    if talk.same_person:
        places.append(("person",))
    return tuple(places)


# ── what is in the plan already ──────────────────────────────────────────────────────────────────


def marked(
    rows: Iterable[DeltaRow], bank_ids: Mapping[str, int], wordings: Mapping[str, int]
) -> list[DeltaRow]:
    """Give the rows, each with the question of the plan that was made of it, if there is one.

    Args:
        rows: What is offered.
        bank_ids: The bank's questions in the plan, with the ids they have there.
        wordings: The folded wordings of its questions, those they were made of as well.
    """
    return [
        row._replace(taken=bank_ids.get(row.bank_id) or wordings.get(fold(row.question)))
        for row in rows
    ]
