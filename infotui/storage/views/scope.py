"""Reads where a search may look: whose talks, which kinds, tags and days, as marks of the index."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, tzinfo
from typing import Final, NamedTuple

from infotui.domain.capture import NOTE_KINDS
from infotui.domain.clock import instant_text
from infotui.domain.query import Query
from infotui.domain.sought import has_all, rows_of
from infotui.domain.text import fold
from infotui.domain.wording import words_of
from infotui.storage.search_index import facet_of_kind, facet_of_tag
from infotui.storage.views import things
from infotui.storage.views.word_forms import any_facet, sought_in

MOST_NAMED: Final = 60  # talks that a query names one by one; of more each hit is looked at
_MOST_PEOPLE: Final = 5_000
FOREVER: Final = "9999"
_RECENT: Final = 2010
_LONG_AGO: Final = ("0*", "1*", "200*")  # beginnings of the years before


class Owners(NamedTuple):
    """Whose what is found may be."""

    talks: frozenset[int]
    contacts: frozenset[int]
    organizations: frozenset[int]

    def both(self, other: "Owners | None") -> "Owners":
        """Give those that are in both."""
        if other is None:
            return self
        return Owners(*(one & two for one, two in zip(self, other, strict=True)))

    def or_of(self, other: "Owners | None") -> "Owners":
        """Give those that are in one of both."""
        if other is None:
            return self
        return Owners(*(one | two for one, two in zip(self, other, strict=True)))

    @property
    def marks(self) -> list[str] | None:
        """The marks of the index that stand for them; None when they are too many."""
        return None if sum(map(len, self)) > MOST_NAMED else self.all_marks

    @property
    def all_marks(self) -> list[str]:
        """The marks of the index that stand for them, however many they are."""
        return [
            f"0{letter}{n}" for letter, ids in zip("ico", self, strict=True) for n in sorted(ids)
        ]

    def have(self, talk: int | None, contact: int | None, organization: int | None) -> bool:
        """Whether one of them has a record; what belongs to a talk is of whoever has the talk."""
        if talk is not None:
            return talk in self.talks
        return contact in self.contacts or organization in self.organizations


class Scope(NamedTuple):
    """Where a search looks."""

    facets: tuple[str, ...]  # full-text queries, all of which must hold
    since: str  # instants: from this one ...
    until: str  # ... to before this one
    owners: Owners | None  # whose; None when anybody's
    note_kinds: bool  # whether notes can be among the kinds
    without: tuple[str, ...] = ()  # full-text queries, none of which may hold
    not_owners: Owners | None = None  # whose it may not be

    @property
    def owners_beside(self) -> Owners | None:
        """Whose each hit must be, where the query itself could not name them all."""
        return self.owners if self.owners is not None and self.owners.marks is None else None


def scope_of(db: sqlite3.Connection, query: Query, zone: tzinfo, today: date) -> Scope:
    """Give where a query looks.

    Args:
        db: The open notebook.
        query: What was typed, understood.
        zone: The person's, by which days begin.
        today: The day it is.
    """
    facets = [any_facet([facet_of_tag(tag)]) for tag in query.tags]
    if query.kinds:
        facets.append(any_facet(map(facet_of_kind, query.kinds)))
    since = _begins(query.after, zone) if query.after else ""
    until = _begins(query.before, zone) if query.before else FOREVER
    if since or until != FOREVER:
        facets.append(any_facet(_times(since, until, today)))
    owners = not_owners = None
    for found, texts, not_texts in (
        (_people, query.people, query.not_people),
        (_at, query.organizations, query.not_organizations),
        (_field, query.fields, query.not_fields),
    ):
        owners = _any_of(db, texts, found).both(owners) if texts else owners
        not_owners = _any_of(db, not_texts, found).or_of(not_owners) if not_texts else not_owners
    if owners is not None and owners.marks is not None:
        facets.append(any_facet(owners.marks or ["0none"]))
    without = list(map(facet_of_kind, query.not_kinds))
    without += not_owners.all_marks if not_owners is not None else []
    kinds = not query.kinds or not set(query.kinds).isdisjoint(NOTE_KINDS)
    return Scope(
        tuple(facets), since, until, owners, kinds,
        (any_facet(without),) if without else (), not_owners,
    )  # fmt: skip


def _begins(day: date, zone: tzinfo) -> str:
    """Give the instant at which a day begins; the ends of the calendar have no neighbours."""
    try:
        return instant_text(datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC))
    except OverflowError:
        return f"{day.isoformat()}T00:00:00.000000Z"


def _times(since: str, until: str, today: date) -> list[str]:
    """Give marks of the years and months that have instants between two; both ends may be cut into."""
    first = since[:7] or "0000-01"
    last = min(until[:7], f"{today.year + 5}-12")
    # What is long ago is named roughly: the instants themselves are looked at as well.
    rough = [f"0y{years}" for years in _LONG_AGO if int(first[:4]) < _RECENT]
    years = range(max(int(first[:4]) + 1, _RECENT), int(last[:4]))
    ends = {year for year in (int(first[:4]), int(last[:4])) if year >= _RECENT}
    months = (f"{year:04}-{month:02}" for year in sorted(ends) for month in range(1, 13))
    cut = [f"0m{month[:4]}{month[5:]}" for month in months if first <= month <= last]
    return rough + [f"0y{year}" for year in years] + cut or ["0none"]


def months_on(since: str, today: date) -> list[str]:
    """Give marks of the month of an instant and of all after it, whole years where they are whole."""
    year, month = int(since[:4]), int(since[5:7])
    rest = [f"0m{since[:4]}{after:02}" for after in range(month, 13)]
    return rest + [f"0y{after:04}" for after in range(year + 1, today.year + 6)]


def _any_of(
    db: sqlite3.Connection,
    texts: Iterable[str],
    found: Callable[[sqlite3.Connection, str], Owners],
) -> Owners:
    each = [found(db, text) for text in texts]
    return Owners(*(frozenset().union(*sets) for sets in zip(*each, strict=True)))


def called(
    db: sqlite3.Connection, text: str, noun: int, kind: str, *, exact: bool = False
) -> list[int]:
    """Give the people or organizations whose name has words that begin with these, or these words."""
    query = Query(phrases=(text,)) if exact else Query(words=tuple(words_of(text)))
    table = things.NOUNS[noun]
    behind = dict(
        db.execute(
            f"SELECT t.id, t.name FROM unindexed_thing u JOIN {table} t ON t.id = u.thing / ?1"
            " WHERE u.thing % ?1 = ?2 ORDER BY u.thing DESC LIMIT ?3",
            (things.ROOM, noun, _MOST_PEOPLE),
        ).fetchall()
    )
    named = [one for one, name in behind.items() if has_all(rows_of(query), (name,))]
    words = sought_in(db, query, "name")
    if not words:
        return named
    rows = db.execute(
        "SELECT rowid FROM thing_words WHERE thing_words MATCH ? LIMIT ?",
        (f"{words} AND {any_facet([facet_of_kind(kind)])}", _MOST_PEOPLE),
    )
    found = (row[0] // things.ROOM for row in rows if row[0] % things.ROOM == noun)
    return named + [one for one in found if one not in behind]


def _people(db: sqlite3.Connection, text: str) -> Owners:
    people = called(db, text, 0, "person")
    talks = _ids(
        db,
        "SELECT id FROM interview WHERE contact_id IN (SELECT value FROM json_each(:ids)) UNION"
        " SELECT interview_id FROM interview_person"
        " WHERE contact_id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps(people),
    )
    return Owners(talks, frozenset(people), frozenset())


def _at(db: sqlite3.Connection, text: str) -> Owners:
    there = json.dumps(called(db, text, 1, "organization"))
    among = "SELECT id FROM {} WHERE organization_id IN (SELECT value FROM json_each(:ids))"
    return Owners(
        _ids(db, among.format("interview"), ids=there),
        _ids(db, among.format("contact"), ids=there),
        frozenset(json.loads(there)),
    )


def _field(db: sqlite3.Connection, text: str) -> Owners:
    meant = fold(text)
    sets = []
    for table in ("interview", "contact", "organization"):
        named = f"SELECT DISTINCT field FROM {table} WHERE field <> ''"
        fields = [row[0] for row in db.execute(named) if _begins_in(meant, row[0])]
        among = (
            f"SELECT id FROM {table} WHERE field <> ''"
            " AND field IN (SELECT value FROM json_each(:fields))"
        )
        sets.append(_ids(db, among, fields=json.dumps(fields)))
    return Owners(*sets)


def _begins_in(meant: str, field: str) -> bool:
    return f" {fold(field)}".find(f" {meant}") >= 0


def _ids(db: sqlite3.Connection, sql: str, **values: str) -> frozenset[int]:
    return frozenset(row[0] for row in db.execute(sql, values))
