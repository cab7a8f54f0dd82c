"""Finds what a search may have meant by a name: words of it that are somebody's, and names of nobody."""

import sqlite3
from collections.abc import Iterator
from datetime import date, tzinfo
from typing import Final, NamedTuple

from infotui.domain.hit import Hit
from infotui.domain.query import Query
from infotui.domain.text import clean_line, fold
from infotui.storage.views import lagging, seeking
from infotui.storage.views.scope import called

_HANDFUL: Final = 5  # hits, from which on the words are taken just as they were typed
_MOST_TRIED: Final = 6  # words
_SHORTEST: Final = 3  # letters of the beginning of a name; of fewer it must be the whole word
_NOUNS: Final = (
    ("from", "people", 0, "person", "SELECT name FROM contact WHERE id = ?"),
    ("org", "organizations", 1, "organization", "SELECT name FROM organization WHERE id = ?"),
)


class _Reading(NamedTuple):
    """A search with some of its words taken for a name."""

    query: Query
    words: tuple[str, ...]  # that are taken for it
    prefix: str  # of the filter
    meant: str  # whom, in words


def find(
    db: sqlite3.Connection,
    text: str,
    query: Query,
    zone: tzinfo,
    today: date,
    limit: int,
    behind: int = lagging.MOST,
) -> tuple[list[Hit], bool, Query]:
    """Give what a query finds; what finds next to nothing is read again with a name in it as whose it is.

    Args:
        db: The open notebook.
        text: What was typed.
        query: That, understood.
        zone: The person's, by which days begin.
        today: The day it is.
        limit: How many hits at most.
        behind: How much is looked through of what is not indexed yet.

    Returns:
        The hits, whether there are more, and the query as it was answered, with what is to be said of it.
    """
    hits, more = seeking.find(db, query, zone, today, limit, behind)
    remarks = [*query.remarks, *_strangers(db, query)]
    for reading in _readings(db, query) if len(hits) < min(_HANDFUL, limit) else ():
        found, more = seeking.find(db, reading.query, zone, today, limit, behind)
        there = {(hit.noun, hit.id) for hit in hits}
        new = [hit for hit in found if (hit.noun, hit.id) not in there]
        if new:
            remarks.append(_sentence(reading, text))
            more = more or len(hits) + len(new) > limit
            return (hits + new)[:limit], more, reading.query._replace(remarks=tuple(remarks))
    return hits, more and bool(hits), query._replace(remarks=tuple(remarks))


def _strangers(db: sqlite3.Connection, query: Query) -> Iterator[str]:
    """Say which filters name nobody."""
    for texts, noun, kind, whoever in (
        ((*query.people, *query.not_people), 0, "person", "Nobody"),
        ((*query.organizations, *query.not_organizations), 1, "organization", "No organization"),
    ):
        yield from (
            f"{whoever} is called {text}." for text in texts if not called(db, text, noun, kind)
        )


def _readings(db: sqlite3.Connection, query: Query) -> Iterator[_Reading]:
    """Give the query with words of it taken for a person's name, then for an organization's."""
    tried = [word for word in query.words[:_MOST_TRIED] if len(word) > 1]
    for prefix, filter_of, noun, kind, name_of in _NOUNS:
        if getattr(query, filter_of):
            continue
        words, ids = _one_name(
            {w: set(called(db, w, noun, kind, exact=len(w) < _SHORTEST)) for w in tried}
        )
        rest = query._replace(words=tuple(word for word in query.words if word not in words))
        if not words or rest.is_empty:
            continue  # a name alone is found as a name
        name = clean_line(db.execute(name_of, (min(ids),)).fetchone()[0])
        meant = name if len(ids) == 1 else f"{name} and {len(ids) - 1} more"
        said = (" ".join(words),)
        asked = rest._replace(people=said) if noun == 0 else rest._replace(organizations=said)
        yield _Reading(asked, words, prefix, meant)


def _one_name(named: dict[str, set[int]]) -> tuple[tuple[str, ...], set[int]]:
    """Give the words that can be parts of one name, and whose name it is then."""
    words: list[str] = []
    ids: set[int] = set()
    for word, theirs in named.items():
        both = ids & theirs if words else theirs
        if both:
            words.append(word)
            ids = both
    return tuple(words), ids


def _sentence(reading: _Reading, text: str) -> str:
    """Say what was taken for whom, and how one types that oneself."""
    name = " ".join(reading.words)
    rest = [token for token in text.split() if fold(token) not in reading.words]
    typed = f'"{name}"' if " " in name else name
    return f"{name} is taken for {reading.meant}: {' '.join((f'{reading.prefix}:{typed}', *rest))}"
