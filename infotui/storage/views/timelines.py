"""Reads the history of a person or an organization: first where each line is found, then those in sight (K6).

A history of an organization may be of a thousand people. What is read of all of it is when each line was
and in which record; words are read for a window of it, or once when somebody types to find some.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from infotui.domain.clock import instant_of
from infotui.domain.history import HistoryKey, HistoryRow, Said, Subject
from infotui.storage.views.history_sources import SOURCES
from infotui.storage.views.logs import minutes_used

_LENGTH: Final = re.compile(r", \d+ min\b")
_IDS: Final = "IN (SELECT value FROM json_each(:ids))"
_OF_PERSON: Final = """
SELECT id, contact_id = :id FROM interview WHERE contact_id = :id
    OR id IN (SELECT interview_id FROM interview_person WHERE contact_id = :id)
"""
# Whoever worked there when we talked counts, wherever they are by now.
_OF_PLACE: Final = """
SELECT id, 1 FROM interview WHERE organization_id = :id
UNION SELECT i.id, 1 FROM contact c JOIN interview i ON i.contact_id = c.id
    WHERE c.organization_id = :id
UNION SELECT p.interview_id, 1 FROM contact c JOIN interview_person p ON p.contact_id = c.id
    WHERE c.organization_id = :id
"""


class Whose:
    """Of whom a history is told, as what the statements are asked with."""

    def __init__(self, db: sqlite3.Connection, kind: str, subject_id: int) -> None:
        place = subject_id if kind == "organization" else None
        people = [subject_id]
        if place is not None:
            found = db.execute("SELECT id FROM contact WHERE organization_id = ?", (place,))
            people = [row[0] for row in found]
        talks = db.execute(
            _OF_PERSON if place is None else _OF_PLACE, {"id": subject_id}
        ).fetchall()
        self.asked: dict[str, Any] = {
            "place": place,
            "people": json.dumps(people),
            "talks": json.dumps([row[0] for row in talks]),
            "own": json.dumps([row[0] for row in talks if row[1]]),
        }


def subject(db: sqlite3.Connection, kind: str, subject_id: int) -> Subject | None:
    """Give of whom a history is told; None where they are not in the notebook any more."""
    table = "contact" if kind == "contact" else "organization"
    row = db.execute(f"SELECT name FROM {table} WHERE id = ?", (subject_id,)).fetchone()
    if row is None:
        return None
    people = db.execute("SELECT count(*) FROM contact WHERE organization_id = ?", (subject_id,))
    statement = _OF_PERSON if kind == "contact" else _OF_PLACE
    talks = db.execute(
        f"""SELECT count(*) FROM interview WHERE started_at IS NOT NULL
        AND id IN (SELECT id FROM ({statement}))""",
        {"id": subject_id},
    )
    there = int(people.fetchone()[0]) if kind == "organization" else 0
    return Subject(kind, subject_id, row[0], there, int(talks.fetchone()[0]))


def keys(db: sqlite3.Connection, kind: str, subject_id: int) -> list[HistoryKey]:
    """Give where each line of a history is found, the newest first."""
    whose = Whose(db, kind, subject_id)
    found: list[HistoryKey] = []
    for name, source in SOURCES.items():
        lines = source.sql.format(scope=source.scope)
        for at, number, part in db.execute(f"SELECT at, id, part FROM ({lines})", whose.asked):
            found.append(HistoryKey(at, name, number, part))
    found.sort(reverse=True)
    return found


def rows(
    db: sqlite3.Connection, kind: str, subject_id: int, wanted: Sequence[HistoryKey]
) -> list[HistoryRow | None]:
    """Give the lines of some keys, in their order; None for what is gone meanwhile."""
    whose = Whose(db, kind, subject_id)
    known: dict[HistoryKey, HistoryRow] = {}
    for name in {key.source for key in wanted}:
        ids = [key.id for key in wanted if key.source == name]
        known.update(_read(db, name, {**whose.asked, "ids": json.dumps(ids)}))
    return [known.get(key) for key in wanted]


def _read(
    db: sqlite3.Connection, name: str, asked: dict[str, Any], scope: str = ""
) -> Iterator[tuple[HistoryKey, HistoryRow]]:
    for row in _lines(db, name, asked, scope or f"{SOURCES[name].key} {_IDS}"):
        yield (
            HistoryKey(row[0], name, row[1], row[2]),
            HistoryRow(*(instant_of(row[0]), *row[3:9], bool(row[9]), *row[10:])),
        )


def _lines(
    db: sqlite3.Connection, name: str, asked: dict[str, Any], scope: str
) -> Iterable[Sequence[Any]]:
    """Give the lines of a kind as they are read; of a talk with its minutes without the pauses."""
    rows = db.execute(SOURCES[name].sql.format(scope=scope), asked)
    if name != "talk":
        return rows
    talks = rows.fetchall()
    used = minutes_used(db, [row[1] for row in talks])
    return [
        (*row[:4], _LENGTH.sub(rf", {used[row[1]]} min", row[4], count=1), *row[5:])
        if row[1] in used
        else row
        for row in talks
    ]


def words(
    db: sqlite3.Connection, kind: str, subject_id: int
) -> Iterator[tuple[HistoryKey, str, str, str]]:
    """Give where each line is found, its kind, its text, and what else it says, in no order."""
    whose = Whose(db, kind, subject_id)
    for name, source in SOURCES.items():
        for row in _lines(db, name, whose.asked, source.scope):
            yield HistoryKey(row[0], name, row[1], row[2]), row[3], row[4], f"{row[5]} {row[12]}"


def history(
    db: sqlite3.Connection, kind: str, subject_id: int
) -> list[tuple[HistoryKey, HistoryRow]]:
    """Give a whole history, the newest first, each line with where it is found."""
    whose = Whose(db, kind, subject_id)
    found = [
        pair
        for name, source in SOURCES.items()
        for pair in _read(db, name, whose.asked, source.scope)
    ]
    return sorted(found, key=lambda pair: pair[0], reverse=True)


def said_in(db: sqlite3.Connection, interview_id: int) -> list[Said]:
    """Give what stands folded under a talk: its findings by kind, then its notes as they were taken."""
    found = db.execute(
        """SELECT 'finding', id, kind, text, interview_id, 0 FROM finding WHERE interview_id = :talk
        UNION ALL SELECT 'note', id, kind, text, interview_id, 1 FROM note
        WHERE interview_id = :talk AND kind <> 'finding' AND text <> ''""",
        {"talk": interview_id},
    ).fetchall()
    found.sort(key=lambda row: (row[5], row[2] if not row[5] else "", row[1]))
    return [Said(*row[:5]) for row in found]
