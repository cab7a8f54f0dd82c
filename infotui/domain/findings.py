"""Findings of all talks beside each other: who said what, what is at odds, and how one finds among them (M9, S12)."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice
from typing import Final, NamedTuple

from infotui.domain.answers import Talk
from infotui.domain.pairing import Told, pairs
from infotui.domain.text import fold

_HEADS: Final = frozenset({"from", "field", "kind"})
# A word, or after a head and a colon a word or words in quotes.
_PART: Final = re.compile(r'(?:([a-z]+):)?(?:("[^"]*")|(\S+)|(?<=:))')


class FoundRow(NamedTuple):
    """A finding, with who said it, where and when."""

    id: int
    kind: str
    text: str
    note_id: int | None
    goal_id: int | None
    talk: Talk


class Settled(NamedTuple):
    """What the person made of two findings: at odds by their own word, explained, or not at odds."""

    one: int
    other: int
    state: str
    why: str
    settled_at: datetime | None


class Odds(NamedTuple):
    """Two findings at odds, the older one first; `open` until it is explained or taken for none."""

    older: FoundRow
    newer: FoundRow
    state: str = "open"
    why: str = ""

    @property
    def ids(self) -> tuple[int, int]:
        """The two findings, the smaller number first: as the pair is kept."""
        return pair_of(self.older.id, self.newer.id)


def pair_of(one: int, other: int) -> tuple[int, int]:
    """Give two findings in the order in which their pair is kept."""
    return (one, other) if one < other else (other, one)


def told_of(found: FoundRow) -> Told:
    """Give a finding as it is set against others: over one organization, one field, or one person."""
    talk = found.talk
    places: list[tuple[str, object]] = [("person", person.id) for person in talk.people]
    if talk.organization_id is not None:
        places.append(("organization", talk.organization_id))
    if talk.field.strip():
        places.append(("field", fold(talk.field)))
    ignored = tuple(name for name in (talk.organization, talk.field) if name)
    return Told(found.id, found.kind, found.text, talk.id, talk.at, tuple(places), ignored)


def in_order(one: FoundRow, other: FoundRow) -> tuple[FoundRow, FoundRow]:
    """Give two findings, the older one first."""
    first, second = sorted((one, other), key=lambda f: (f.talk.at, f.talk.id, f.id))
    return first, second


class Haystack(NamedTuple):
    """What of a finding a filter looks at, folded: its words, who said it and where, the field, its kind."""

    text: str
    who: str
    field: str
    kind: str


def haystacks(rows: Sequence[FoundRow]) -> list[Haystack]:
    """Give what a filter looks at, for each finding: once for all keys that are typed."""
    talks = {row.talk.id: row.talk for row in rows}
    who = {number: fold(f"{talk.who} {talk.organization}") for number, talk in talks.items()}
    fields = {number: fold(talk.field) for number, talk in talks.items()}
    return [Haystack(fold(row.text), who[row.talk.id], fields[row.talk.id], row.kind)
            for row in rows]  # fmt: skip


def found(
    rows: Sequence[FoundRow], needle: str, stacks: Sequence[Haystack] | None = None
) -> list[FoundRow]:
    """Give the findings that have all words of a filter.

    A word may stand in the finding, in who said it, in where they work, or in the field; after
    `from:` only in who and where, after `field:` only in the field, after `kind:` only in the kind.
    In quotes, as `field:"public data"`, it is the whole of that.

    Args:
        rows: The findings.
        needle: The filter.
        stacks: What `haystacks` gives for them, where it is at hand.
    """
    wanted = _read(needle)
    if not wanted:
        return list(rows)
    both = zip(rows, haystacks(rows) if stacks is None else stacks, strict=True)
    return [row for row, stack in both if _has(wanted, stack)]


def _read(needle: str) -> list[tuple[str, str, bool]]:
    """Give the words of a filter: after which head, the word, and whether it is the whole."""
    words = []
    for head, whole, word in _PART.findall(fold(needle)):
        if whole and head not in _HEADS:
            words += [("", part, False) for part in whole.strip('"').split()]
        elif head and head not in _HEADS:
            words.append(("", f"{head}:{word}", False))
        elif head or word:
            words.append((head, whole.strip('"') if whole else word, bool(whole)))
    return words


def _has(wanted: Iterable[tuple[str, str, bool]], there: Haystack) -> bool:
    for head, word, is_whole in wanted:
        places = {"from": (there.who,), "field": (there.field,), "kind": (there.kind,)}.get(
            head, (there.text, there.who, there.field)
        )
        if not any(word == place.strip() if is_whole else word in place for place in places):
            return False
    return True


def guesses(rows: Sequence[FoundRow], most: int) -> list[Odds]:
    """Guess from their words which findings are at odds, the newest talk first.

    Args:
        rows: Findings.
        most: How many pairs at most; it takes the longer the more there are.
    """
    known = {row.id: row for row in rows}
    both = islice(pairs(map(told_of, rows)), most)
    return [Odds(known[older.id], known[newer.id]) for older, newer in both]
