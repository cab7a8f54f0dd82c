"""Finds what has the words of a search, the newest first, by the index of words; it writes nothing."""

import heapq
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, tzinfo
from typing import Final, NamedTuple, cast

from infotui.domain.capture import NOTE_KINDS, read_line
from infotui.domain.clock import instant_of
from infotui.domain.hit import Hit, HitKind
from infotui.domain.query import Query
from infotui.domain.sought import Context, Row, has_all, has_signs, in_context, rows_of
from infotui.domain.wording import words_of
from infotui.storage.search_index import facet_of_kind
from infotui.storage.views import lagging, things
from infotui.storage.views.scope import FOREVER, MOST_NAMED, Owners, Scope, months_on, scope_of
from infotui.storage.views.word_forms import any_facet, left_out, sought_in

# Of the latest that were noted so many are put in order by their instants; that is enough where what
# was noted later was said later, and what was not is found by its talk (`_noted_before`).
_SORTED: Final = 200
_TOGETHER: Final = 20  # more than are wanted, for words that must stand together: each takes long
_MOST_SORTED: Final = 2_000  # where the order of noting tells nothing
_MOST_TOGETHER: Final = 600
_MOST_AMONG: Final = 100  # the same where it is looked of each whose it is
_FEW_TIMES: Final = 8  # as many are looked at first of which it is looked whose they are
_MOST_LOOKED_AT: Final = 20_000  # hits of which it is looked whose they are
_PEOPLE: Final = any_facet(["0kperson", "0korganization"])
_NO_WORDS: Final = "nothing was planned for it"  # shown of a talk that has none of its own
_ALL_NOTES: Final = tuple(map(facet_of_kind, NOTE_KINDS))


class Place(NamedTuple):
    """Where something was found, as it stands in order."""

    at: str
    table: str
    id: int  # of a note, or a row of `thing_words`


class Room(NamedTuple):
    """How many hits are put in order, and how many of them are wanted."""

    first: int  # of the latest noted
    most: int  # where those are not the latest said
    given: int


def find(
    db: sqlite3.Connection,
    query: Query,
    zone: tzinfo,
    today: date,
    limit: int,
    behind: int = lagging.MOST,
) -> tuple[list[Hit], bool]:
    """Give what a query finds: people and organizations of that name, then all else, newest first.

    Args:
        db: The open notebook.
        query: What is sought.
        zone: The person's, by which days begin.
        today: The day it is.
        limit: How many at most.
        behind: How much is looked through of what is not indexed yet.

    Returns:
        At most so many hits, and whether there are more.
    """
    if query.is_empty:
        return [], False
    rows = rows_of(query)
    scope = scope_of(db, query, zone, today)
    named: list[Place] = []
    found = {Place(at, "note", n) for at, n in lagging.notes(db, rows, query, scope, behind)}
    found |= {Place(at, "thing", n) for at, n in lagging.others(db, rows, query, scope, behind)}
    if query.signs:
        found |= {Place(at, "note", n) for at, n in lagging.signed(db, rows, query, scope)}
    sought = sought_in(db, query) if not query.signs else None
    if sought is not None:
        named = _named(db, query, scope, max(5, limit // 5))
        found |= _indexed(db, query, sought, scope, today, limit + 1 + len(named))
    rest = heapq.nlargest(limit + 1 + len(named), found)
    first = set(named)
    places = named + [place for place in rest if place not in first]
    hits = list(_hits(db, rows, query, places[: limit + 1]))
    return hits[:limit], len(places) > limit


def _indexed(
    db: sqlite3.Connection, query: Query, sought: str, scope: Scope, today: date, wanted: int
) -> set[Place]:
    without = left_out(db, query, scope.without)
    asked = " AND ".join(filter(None, (sought, *scope.facets)))
    together = len(query.words) + 2 * len(query.phrases) > 1
    first = wanted + _TOGETHER if together else max(_SORTED, 2 * wanted)
    most = _MOST_TOGETHER if together else _MOST_SORTED
    if scope.owners_beside is not None:
        first = most = _MOST_AMONG
    room = Room(max(first, wanted), max(most, wanted), wanted)
    notes = _notes(db, asked, without, scope, room)
    # Of what is older than all the notes that are wanted, none will be among the newest.
    since = notes[wanted - 1].at if len(notes) >= wanted else ""
    return {*notes, *_things(db, asked, without, scope, room, (since, today))}


def _minus(wanted: str, without: str) -> str:
    return f"({wanted}) NOT ({without})" if without else wanted


# A search among very many people or talks does not name them: it looks at each of the latest hits.
_LATEST: Final = (
    "(SELECT rowid AS number FROM {0} WHERE {0} MATCH :asked ORDER BY rowid DESC LIMIT :most)"
)
_NOTES: Final = (
    f"SELECT n.at, n.id FROM {_LATEST.format('note_words')} CROSS JOIN note n"
    " ON n.id = number WHERE n.at >= :since AND n.at < :until"
)
# The table behind the index is asked itself, which takes a third of the time: its columns from the
# fourth on are instant, talk, contact and organization.
_THINGS: Final = (
    f"SELECT w.c3, number FROM {_LATEST.format('thing_words')}"
    " CROSS JOIN thing_words_content w ON w.id = number WHERE w.c3 >= :since AND w.c3 < :until"
)
_AMONG: Final = "{} IN (SELECT value FROM json_each(:{}))"
_INTRODUCED: Final = (
    f"number % {things.ROOM} = {things.NOUNS.index('introduction')} AND EXISTS (SELECT 1 FROM"
    f" introduction x WHERE x.id = number / {things.ROOM} AND {_AMONG.format('x.introducer_id', 'contacts')})"
)


# Talks of which something was said after an instant, but noted before the note of an id. Notes are
# taken within a month of their talk, and each talk's in order, but for one or the other of them.
_NOTED_BEFORE: Final = (
    "SELECT i.id FROM interview i WHERE i.started_at > date(?1, '-31 days') AND"
    " (SELECT min(id) FROM (SELECT n.id FROM note n WHERE n.interview_id = i.id AND n.at > ?1"
    f" ORDER BY n.at LIMIT 4)) < ?2 LIMIT {MOST_NAMED + 1}"
)


def _notes(
    db: sqlite3.Connection, wanted: str, without: str, scope: Scope, room: Room
) -> list[Place]:
    """Give the notes that were said last, the latest first."""
    if not scope.note_kinds:
        return []
    asked = wanted or any_facet(_ALL_NOTES)
    beside = ""
    if scope.owners_beside:
        beside = f" AND {_AMONG.format('n.interview_id', 'talks')}"
    sql = _NOTES + beside

    def latest(asked: str, most: int) -> list[Place]:
        return _places(db, sql, _minus(asked, without), scope, most)

    places = latest(asked, room.first)
    if len(places) < room.first or scope.owners_beside is not None or room.first >= room.most:
        return places[: room.given]
    oldest = places[room.given - 1].at
    before = min(place.id for place in places)
    talks = [row[0] for row in db.execute(_NOTED_BEFORE, (oldest, before))]
    if len(talks) > MOST_NAMED:
        return latest(asked, room.most)[: room.given]
    if talks:
        theirs = any_facet(f"0i{talk}" for talk in talks)
        places = sorted({*places, *latest(f"({asked}) AND {theirs}", room.most)}, reverse=True)
    return places[: room.given]


def _things(
    db: sqlite3.Connection,
    wanted: str,
    without: str,
    scope: Scope,
    room: Room,
    since: tuple[str, date],
) -> list[Place]:
    """Give all else that is sought; since an instant, as it is seen today, if there is one."""
    if not wanted:
        return []
    beside = ""
    if scope.owners_beside:
        pairs = (("w.c4", "talks"), ("w.c5", "contacts"), ("w.c6", "organizations"))
        beside = f" AND ({' OR '.join(_AMONG.format(*pair) for pair in pairs)} OR {_INTRODUCED})"
    sql = _THINGS + beside

    def latest(asked: str, most: int) -> list[Place]:
        return _places(db, sql, _minus(asked, without), scope, most)

    if not since[0] or scope.owners_beside is not None:
        return latest(wanted, room.most)[: room.given]
    places = latest(f"({wanted}) AND {any_facet(months_on(*since))}", room.most)
    # People and organizations have no month; who came later has the higher number.
    for kind, table in (("person", "contact"), ("organization", "organization")):
        newest = f"SELECT created_at FROM {table} ORDER BY id DESC LIMIT 1"
        if (db.execute(newest).fetchone() or ("",))[0] >= since[0]:
            places += latest(f"({wanted}) AND {any_facet([facet_of_kind(kind)])}", room.given)
    return places


def _places(db: sqlite3.Connection, sql: str, asked: str, scope: Scope, most: int) -> list[Place]:
    """Give places, the newest first, among so many that were noted last."""
    narrow = scope.owners_beside or scope.since or scope.until != FOREVER
    values: dict[str, object] = {
        "asked": asked, "since": scope.since, "until": scope.until, "found": most,
        "most": most * _FEW_TIMES if narrow else most,
    }  # fmt: skip
    for name, ids in zip(Owners._fields, scope.owners_beside or (), strict=False):
        values[name] = json.dumps(list(ids))
    rows = db.execute(f"{sql} LIMIT :found", values).fetchall()
    if narrow and len(rows) < most:
        values["most"] = _MOST_LOOKED_AT
        rows = db.execute(f"{sql} LIMIT :found", values).fetchall()
    rows.sort(reverse=True)
    table = "note" if sql.startswith(_NOTES) else "thing"
    return [Place(at, table, number) for at, number in rows]


def _named(db: sqlite3.Connection, query: Query, scope: Scope, most: int) -> list[Place]:
    """Give the people and organizations that have all the words in their name."""
    if query.after or query.before:
        return []  # they have no time
    name = sought_in(db, query, "name")
    if not name:
        return []
    asked = " AND ".join((name, _PEOPLE, *scope.facets))
    rows = db.execute(
        "SELECT at, rowid FROM thing_words WHERE thing_words MATCH ? ORDER BY rowid DESC LIMIT ?",
        (_minus(asked, left_out(db, query, scope.without)), most),
    )
    return [Place(at, "thing", number) for at, number in rows if number % things.ROOM < 2]


def _hits(
    db: sqlite3.Connection, rows: Sequence[Row], query: Query, places: Sequence[Place]
) -> Iterator[Hit]:
    """Read what was found, in that order; what went or changed since it was indexed is left out."""
    read = dict(_note_hits(db, rows, query, [p.id for p in places if p.table == "note"]))
    notes = frozenset(number for _, number in read)
    others = [p.id for p in places if p.table == "thing"]
    read |= dict(_thing_hits(db, rows, query, others, notes))
    names = _Names(db, read.values())
    for place in places:
        hit = read.get((place.table, place.id))
        if hit is not None:
            yield names.given_to(hit)


Found = tuple[tuple[str, int], Hit]


def _note_hits(
    db: sqlite3.Connection, rows: Sequence[Row], query: Query, ids: Sequence[int]
) -> Iterator[Found]:
    notes = db.execute(
        "SELECT n.id, n.kind, n.at, n.text, i.id, i.contact_id, i.organization_id FROM note n"
        " JOIN interview i ON i.id = n.interview_id WHERE n.id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    tags = tuple(Row(tuple(words_of(tag)), False) for tag in query.tags)
    for note_id, kind, at, text, talk, contact_id, organization_id in notes:
        shown = in_context(rows, read_line(text).words, tags)
        if not has_signs(query, (text,)):
            continue
        if shown.found == len(rows) or has_all(rows, (text,)):
            yield ("note", note_id), Hit(
                kind, "note", note_id, "", instant_of(at), shown.words, shown.marks,
                "", talk, contact_id, organization_id,
            )  # fmt: skip


def _thing_hits(
    db: sqlite3.Connection,
    rows: Sequence[Row],
    query: Query,
    numbers: Sequence[int],
    notes: frozenset[int],
) -> Iterator[Found]:
    """Read what has the words, but for what was caught in one of these notes: that one shows it."""
    for code, noun in enumerate(things.NOUNS):
        ids = [number // things.ROOM for number in numbers if number % things.ROOM == code]
        for thing in things.read(db, noun, ids) if ids else ():
            if thing.note_id in notes or not (thing.parts or noun == "interview"):
                continue
            texts = [text for _, text in thing.parts_of(query.kinds)]
            if not has_signs(query, texts):
                continue
            parts = thing.parts_of(query.kinds) or (("", _NO_WORDS),)
            shown = [(part, in_context(rows, text)) for part, text in parts]
            part, best = max(shown, key=lambda each: each[1].found)
            if best.found == len(rows) or has_all(rows, texts):
                yield ("thing", thing.id * things.ROOM + code), _hit_of(noun, thing, part, best)


def _hit_of(noun: str, thing: things.Thing, part: str, shown: Context) -> Hit:
    at = None if noun in {"contact", "organization"} else instant_of(thing.at)
    kind = cast("HitKind", thing.kind)
    return Hit(
        kind, noun, thing.id, "", at, shown.words, shown.marks,
        "", thing.interview_id, thing.contact_id, thing.organization_id, part,
    )  # fmt: skip


class _Names:
    """The names that belong to hits: whom it was written to, all who were at a talk, whom it is about."""

    def __init__(self, db: sqlite3.Connection, hits: Iterable[Hit]) -> None:
        hits = list(hits)
        talks = json.dumps([hit.interview_id for hit in hits if hit.interview_id])
        self._talks = dict(
            db.execute(
                "SELECT i.id, c.name || coalesce((SELECT group_concat(' + ' || c2.name, '')"
                " FROM interview_person p JOIN contact c2 ON c2.id = p.contact_id"
                " WHERE p.interview_id = i.id), '') FROM interview i"
                " JOIN contact c ON c.id = i.contact_id"
                " WHERE i.id IN (SELECT value FROM json_each(?))",
                (talks,),
            ).fetchall()
        )
        contacts = json.dumps([hit.contact_id for hit in hits if hit.contact_id])
        self._contacts = {
            row[0]: row[1:]
            for row in db.execute(
                "SELECT c.id, c.name, coalesce(o.name, '') FROM contact c LEFT JOIN organization o"
                " ON o.id = c.organization_id WHERE c.id IN (SELECT value FROM json_each(?))",
                (contacts,),
            )
        }
        there = json.dumps([hit.organization_id for hit in hits if hit.organization_id])
        self._there = dict(
            db.execute(
                "SELECT id, name FROM organization WHERE id IN (SELECT value FROM json_each(?))",
                (there,),
            ).fetchall()
        )

    def given_to(self, hit: Hit) -> Hit:
        """Give a hit with its names."""
        name, organization = self._contacts.get(hit.contact_id, ("", ""))
        addressed = hit.noun in things.ADDRESSED
        return hit._replace(
            who=name if addressed else self._talks.get(hit.interview_id, name),
            organization=self._there.get(hit.organization_id, organization),
        )
