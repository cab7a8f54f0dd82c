"""Looks through what changed and is not indexed yet, so that a reader finds what was just written."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from infotui.domain.capture import read_line
from infotui.domain.query import Query
from infotui.domain.sought import Row, has_all, has_signs, stands_in
from infotui.domain.text import fold
from infotui.storage.views import things
from infotui.storage.views.scope import Owners, Scope
from infotui.storage.views.things import Owned

MOST: Final = 400  # of notes, and of all else; the latest
ALL: Final = -1
_SIGNED_AMONG: Final = 50_000  # of the latest notes are looked through for signs


def notes(
    db: sqlite3.Connection, rows: Sequence[Row], query: Query, scope: Scope, most: int = MOST
) -> Iterator[tuple[str, int]]:
    """Give instant and id of the notes that lag behind and are what is sought."""
    lagging = db.execute(
        "SELECT n.at, n.id, n.kind, n.text, n.interview_id FROM unindexed u"
        " JOIN note n ON n.id = u.note_id ORDER BY u.note_id DESC LIMIT ?",
        (most,),
    )
    yield from _those_sought(lagging, rows, query, scope)


def signed(
    db: sqlite3.Connection, rows: Sequence[Row], query: Query, scope: Scope
) -> Iterator[tuple[str, int]]:
    """Give instant and id of the late notes that have signs which no index of words knows."""
    holding = " AND ".join("instr(n.text, ?)" for _ in query.signs)
    latest = db.execute(
        "SELECT n.at, n.id, n.kind, n.text, n.interview_id FROM note n WHERE"
        f" n.id > (SELECT max(id) FROM note) - {_SIGNED_AMONG} AND {holding} ORDER BY n.id DESC",
        query.signs,
    )
    yield from _those_sought(latest, rows, query, scope)


def _those_sought(
    notes: Iterable[tuple[str, int, str, str, int]], rows: Sequence[Row], query: Query, scope: Scope
) -> Iterator[tuple[str, int]]:
    for at, note_id, kind, text, talk in notes:
        if not _in_scope(scope, query, kind, at, Owned(talk, (), None)):
            continue
        if _is_sought(rows, query, (text,), read_line(text).tags):
            yield at, note_id


def others(
    db: sqlite3.Connection, rows: Sequence[Row], query: Query, scope: Scope, most: int = MOST
) -> Iterator[tuple[str, int]]:
    """Give instant and number of what else lags behind and is what is sought."""
    latest = "SELECT thing FROM unindexed_thing ORDER BY thing DESC LIMIT ?"
    numbers = [row[0] for row in db.execute(latest, (most,))]
    for code, noun in enumerate(things.NOUNS):
        ids = [number // things.ROOM for number in numbers if number % things.ROOM == code]
        for thing in things.read(db, noun, ids) if ids else ():
            whose = thing.owned(noun)
            timeless = noun in {"contact", "organization"} and (query.after or query.before)
            parts = thing.parts_of(query.kinds)
            kind = "goal" if query.kinds == ("goal",) and parts else thing.kind
            if timeless or not _in_scope(scope, query, kind, thing.at, whose):
                continue
            texts = [text for _, text in parts]
            tags = [tag for label, text in thing.parts if label == "tags" for tag in text.split()]
            if (texts or noun == "interview") and _is_sought(rows, query, texts, tags):
                yield thing.at, thing.id * things.ROOM + code


def _in_scope(scope: Scope, query: Query, kind: str, at: str, whose: Owned) -> bool:
    if not scope.since <= at < scope.until or (query.kinds and kind not in query.kinds):
        return False
    if kind in query.not_kinds or _have(scope.not_owners, whose):
        return False
    return scope.owners is None or _have(scope.owners, whose)


def _have(owners: Owners | None, whose: Owned) -> bool:
    return owners is not None and (
        whose.talk in owners.talks
        or not owners.contacts.isdisjoint(whose.people)
        or whose.organization in owners.organizations
    )


def _is_sought(
    rows: Sequence[Row], query: Query, texts: Sequence[str], tags: Sequence[str]
) -> bool:
    its = {fold(tag).lstrip("#") for tag in tags}
    if not (its.issuperset(query.tags) and has_all(rows, texts) and has_signs(query, texts)):
        return False
    return not any(
        text.lstrip("#") in its if text.startswith("#") else stands_in(text, texts)
        for text in query.without
    )
