"""Which findings are set against each other, and the pairs of them that may be at odds (M8, M9)."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final, NamedTuple

from infotui.domain.at_odds import Signs, at_odds, signs_of, telling_words

# Of the earlier findings that share a word and a place, so many are set against one, the latest.
SHARED: Final = 10


class Told(NamedTuple):
    """A finding, and what its talk was about: only what shares a place can be at odds."""

    id: int
    kind: str
    text: str
    talk: int
    when: datetime
    places: tuple[Hashable, ...]  # an organization, a field, a person; each told apart from others
    ignored: tuple[str, ...] = ()  # words that tell nothing here, such as the organization's name


class Pair(NamedTuple):
    """Two findings that may contradict each other."""

    older: Told
    newer: Told


def pairs(findings: Iterable[Told]) -> Iterator[Pair]:
    """Give the pairs of findings that may contradict each other, those of the newest talk first.

    Each finding is set against those of earlier talks that have its kind, share a telling word with
    it and were heard about the same place: the ten latest for each such word and place, because what
    is oldest of many was taken up long ago. A talk is never set against itself. Whoever takes only
    some of them pays for no more.
    """
    oldest = [_prepared(t) for t in sorted(findings, key=lambda t: (t.when, t.talk, t.id))]
    earlier: dict[_Bucket, list[_Prepared]] = {}
    for finding in oldest:
        for bucket in finding.buckets:
            earlier.setdefault(bucket, []).append(finding)
    for _, group in groupby(reversed(oldest), key=lambda finding: finding.told.talk):
        talk = list(group)
        for finding in talk:
            for bucket in finding.buckets:
                earlier[bucket].pop()  # the last of it, because its talk is the newest left
        for finding in talk:
            for other in _set_against(finding, earlier):
                yield Pair(other, finding.told)


class _Prepared(NamedTuple):
    """A finding with what it is found and compared by, read once: thousands are set against each other."""

    told: Told
    signs: Signs
    buckets: tuple["_Bucket", ...]


_Bucket = tuple[str, str, Hashable]


def _prepared(told: Told) -> _Prepared:
    words, places = sorted(telling_words(told.text)), dict.fromkeys(told.places)
    buckets = tuple((told.kind, word, place) for word in words for place in places)
    return _Prepared(told, signs_of(told.text), buckets)


def _set_against(
    finding: _Prepared, earlier: Mapping[_Bucket, Sequence[_Prepared]]
) -> Iterator[Told]:
    tried: set[int] = set()
    told, signs, buckets = finding
    for bucket in buckets:
        for other, others, _ in earlier[bucket][-SHARED:]:
            if other.id in tried:
                continue
            tried.add(other.id)
            # Most findings only state something, and two of them need no closer look.
            if not signs.may_differ(others):
                continue
            ignored = tuple(dict.fromkeys((*told.ignored, *other.ignored)))
            if at_odds(other.text, told.text, ignored):
                yield other
