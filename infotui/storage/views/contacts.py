"""Reads contacts, organizations and research notes as rows."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from infotui.domain.clock import instant_of
from infotui.domain.contact import (
    ContactPointRow,
    ContactRow,
    ContactSheet,
    ResearchRow,
    SubjectRow,
)
from infotui.domain.text import fold
from infotui.storage.views import touches

_ROW: Final = """
SELECT c.id, c.name, c.role, coalesce(o.name, ''), c.field, c.stage,
    (SELECT count(*) FROM interview i WHERE i.contact_id = c.id AND i.state IN ('held', 'closed')),
    (SELECT max(i.started_at) FROM interview i WHERE i.contact_id = c.id
        AND i.state IN ('held', 'closed')),
    c.picked, NULL, c.archived_at IS NOT NULL
FROM contact c LEFT JOIN organization o ON o.id = c.organization_id
"""
_LONGEST: Final = 200  # characters of a filter; no name is longer
_MOST_WORDS: Final = 12

# What each order begins with; whoever was never touched is not being lost sight of, so they stand
# at the end of the last one, by when they were added.
_ORDERS: Final[dict[str, str]] = {
    "name": "c.folded, c.id",
    "prospects": "c.picked IS NULL, c.picked, c.folded, c.id",
    "touch": "last.at IS NULL, last.at, c.id",
}
_LAST: Final = (
    "LEFT JOIN (SELECT contact_id, max(at) AS at FROM touched GROUP BY contact_id) last"
    " ON last.contact_id = c.id"
)
# What the view `touched` says of a few, asked for all of them at once and by the index of each table:
# the view itself looks through all talks and all thanks whoever is asked for. A `+` keeps the index of
# states out, which nearly all of them share.
_LAST_OF: Final = """
WITH wanted (id) AS MATERIALIZED (SELECT value FROM json_each(?)),
theirs AS MATERIALIZED (SELECT i.id, i.contact_id, i.started_at, i.state FROM wanted
    JOIN interview i ON i.contact_id = wanted.id)
SELECT contact_id, max(at) FROM (
    SELECT contact_id, started_at AS at FROM theirs WHERE state IN ('live', 'held', 'closed')
    UNION ALL SELECT p.contact_id, i.started_at FROM wanted
        JOIN interview_person p ON p.contact_id = wanted.id JOIN interview i ON i.id = p.interview_id
        WHERE +i.state IN ('live', 'held', 'closed')
    UNION ALL SELECT contact_id, sent_at FROM wanted JOIN outreach o ON o.contact_id = wanted.id
    UNION ALL SELECT contact_id, answered_at FROM wanted
        JOIN outreach o ON o.contact_id = wanted.id WHERE answer <> 'none'
    UNION ALL SELECT introducer_id, asked_at FROM wanted
        JOIN introduction x ON x.introducer_id = wanted.id
    UNION ALL SELECT target_id, followed_at FROM wanted
        JOIN introduction x ON x.target_id = wanted.id
    UNION ALL SELECT contact_id, settled_at FROM wanted
        JOIN thank_you t ON t.contact_id = wanted.id WHERE +t.state = 'sent'
    UNION ALL SELECT theirs.contact_id, p.settled_at FROM theirs
        JOIN promise p ON p.interview_id = theirs.id WHERE +p.state IN ('kept', 'received')
    UNION ALL SELECT theirs.contact_id, l.settled_at FROM theirs
        JOIN lead l ON l.interview_id = theirs.id WHERE l.courtesy = 'sent'
    UNION ALL SELECT contact_id, at FROM wanted JOIN touch t ON t.contact_id = wanted.id
    UNION ALL SELECT contact_id, shared_at FROM wanted
        JOIN resource_share r ON r.contact_id = wanted.id
    UNION ALL SELECT contact_id, settled_at FROM wanted
        JOIN outcome_notice n ON n.contact_id = wanted.id WHERE +n.state = 'told'
) WHERE at IS NOT NULL GROUP BY contact_id
"""

# What a word of a filter looks at: everything folded, so that accents and capitals make no difference.
_MATCH: Final = """(instr(c.folded, :{0}) OR instr(c.words, :{0}) OR instr(c.stage, :{0})
 OR c.organization_id IN (SELECT id FROM organization WHERE instr(folded, :{0}))
 OR c.id IN (SELECT contact_id FROM contact_tag WHERE instr(folded, :{0})))"""
_TAGGED: Final = "c.id IN (SELECT contact_id FROM contact_tag WHERE instr(folded, :{0}) = 1)"


def _like(needle: str) -> str:
    """Give the LIKE pattern that finds `needle` anywhere in a folded text."""
    safe = fold(needle[:_LONGEST]).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{safe}%"


def _where(needle: str, archived: bool) -> tuple[str, dict[str, str]]:
    """Give the condition that all words of a filter make together, and what it is asked with."""
    conditions = [f"c.archived_at IS {'NOT NULL' if archived else 'NULL'}"]
    asked: dict[str, str] = {}
    for number, word in enumerate(fold(needle[:_LONGEST]).split()[:_MOST_WORDS]):
        name = f"w{number}"
        tag = word.startswith("#")
        conditions.append((_TAGGED if tag else _MATCH).format(name))
        asked[name] = word[1:] if tag else word
    return " AND ".join(conditions), asked


def found(
    db: sqlite3.Connection, needle: str = "", order: str = "name", *, archived: bool = False
) -> list[int]:
    """Give the ids of the contacts that match all words of a filter, in an order."""
    where, asked = _where(needle, archived)
    rows = db.execute(
        f"SELECT c.id FROM contact c {_LAST if order == 'touch' else ''}"
        f" WHERE {where} ORDER BY {_ORDERS[order]}",
        asked,
    )
    return [row[0] for row in rows]


def rows_of(db: sqlite3.Connection, ids: Sequence[int]) -> list[ContactRow]:
    """Give contacts by their ids, in that order."""
    wanted = (json.dumps(list(ids)),)
    rows = db.execute(f"{_ROW} WHERE c.id IN (SELECT value FROM json_each(?))", wanted)
    known = {row[0]: _contact(row) for row in rows}
    for number, at in db.execute(_LAST_OF, wanted):
        known[number] = known[number]._replace(touched_at=instant_of(at))
    return [known[number] for number in ids if number in known]


def count(db: sqlite3.Connection, needle: str = "") -> int:
    """Count the contacts that match; archived ones are left out."""
    where, asked = _where(needle, archived=False)
    counted = db.execute(f"SELECT count(*) FROM contact c WHERE {where}", asked)
    return int(counted.fetchone()[0])


def page(
    db: sqlite3.Connection, needle: str = "", offset: int = 0, limit: int = 200
) -> list[ContactRow]:
    """Give a window of the contacts that match, by name; archived ones are left out."""
    where, asked = _where(needle, archived=False)
    ids = db.execute(
        f"SELECT c.id FROM contact c WHERE {where} ORDER BY c.folded, c.id"
        " LIMIT :limit OFFSET :offset",
        {**asked, "limit": limit, "offset": offset},
    )
    return rows_of(db, [row[0] for row in ids])


def named(db: sqlite3.Connection, name: str) -> list[ContactRow]:
    """Give the contacts that a person may mean by `name`: those of that very name, else like it.

    Archived ones are never meant.
    """
    query = "SELECT id FROM contact WHERE archived_at IS NULL AND folded"
    ids = db.execute(f"{query} = ? ORDER BY id", (fold(name),)).fetchall()
    if not ids:
        like = f"{query} LIKE ? ESCAPE '\\' ORDER BY folded, id LIMIT 20"
        ids = db.execute(like, (_like(name),)).fetchall()
    return rows_of(db, [row[0] for row in ids])


def _contact(row: Sequence[Any]) -> ContactRow:
    instants = {7: _instant(row[7]), 10: bool(row[10])}
    return ContactRow(*(instants.get(place, value) for place, value in enumerate(row)))


def _instant(text: str | None) -> datetime | None:
    return None if text is None else instant_of(text)


def sheet(db: sqlite3.Connection, contact_id: int) -> ContactSheet | None:
    """Give one contact with everything its page shows."""
    row = db.execute(
        """SELECT c.id, c.uuid, c.name, c.role, c.unit, c.organization_id, coalesce(o.name, ''),
            c.field, c.stage, c.introduced_by, c.about,
            (SELECT count(*) FROM research_note r WHERE r.contact_id = c.id),
            (SELECT count(*) FROM research_note r WHERE r.organization_id = c.organization_id), c.zone,
            c.introducer_id, c.picked, c.archived_at, c.cadence_days
        FROM contact c LEFT JOIN organization o ON o.id = c.organization_id WHERE c.id = ?""",
        (contact_id,),
    ).fetchone()
    if row is None:
        return None
    points = db.execute(
        "SELECT id, kind, value FROM contact_point WHERE contact_id = ? ORDER BY CASE kind"
        " WHEN 'email' THEN 0 WHEN 'phone' THEN 1 WHEN 'web' THEN 2 WHEN 'address' THEN 3 ELSE 4 END,"
        " position, id",
        (contact_id,),
    )
    tags = db.execute("SELECT tag FROM contact_tag WHERE contact_id = ? ORDER BY id", (contact_id,))
    return ContactSheet(*(
        *row[:11], tuple(ContactPointRow(*p) for p in points), *row[11:14],
        tuple(tag[0] for tag in tags), row[14], row[15], _instant(row[16]), row[17],
        *_last_touch(db, contact_id),
    ))  # fmt: skip


def _last_touch(db: sqlite3.Connection, contact_id: int) -> tuple[datetime | None, str]:
    last = touches.last(db, contact_id)
    return (None, "") if last is None else (last.at, last.kind)


# Each goes by the index of its names, and only as far as there is room for.
_MOST_SUBJECTS: Final = 1000
_PERSON_SUBJECT: Final = """
SELECT 'contact' AS kind, c.id AS id, c.name AS name,
    trim(c.role || CASE WHEN c.role <> '' AND o.name <> '' THEN ' · ' ELSE '' END
        || coalesce(o.name, '')) AS detail, c.id IS :contact AS focus, c.folded AS folded
FROM contact c LEFT JOIN organization o ON o.id = c.organization_id
WHERE (c.archived_at IS NULL OR c.id IN (:contact, :asked_for)) AND (c.folded LIKE :like ESCAPE '\\'
    OR c.words || ' ' || coalesce(o.folded, '') LIKE :like ESCAPE '\\' OR detail LIKE :like ESCAPE '\\')
"""
_PLACE_SUBJECT: Final = """
SELECT 'organization' AS kind, o.id AS id, o.name AS name,
    trim(o.field || CASE WHEN o.field <> '' AND o.place <> '' THEN ' · ' ELSE '' END
        || o.place) AS detail, o.id IS :organization AS focus, o.folded AS folded
FROM organization o
WHERE (o.folded LIKE :like ESCAPE '\\' OR o.words LIKE :like ESCAPE '\\' OR detail LIKE :like ESCAPE '\\')
"""


def subjects(
    db: sqlite3.Connection,
    needle: str,
    focus_contact: int | None,
    focus_organization: int | None,
    asked_for: int | None = None,
) -> list[SubjectRow]:
    """Give the people and organizations that research can be about, those in focus first.

    Whoever is archived is left out, but for the contact in focus and the one that was asked for.
    """
    values = {
        "contact": focus_contact,
        "organization": focus_organization,
        "asked_for": asked_for,
        "like": _like(needle),
    }
    found = f"""SELECT * FROM ({_PERSON_SUBJECT} AND c.id IS :contact)
        UNION ALL SELECT * FROM ({_PLACE_SUBJECT} AND o.id IS :organization)
        UNION ALL SELECT * FROM (SELECT * FROM (
                {_PERSON_SUBJECT} AND c.id IS NOT :contact ORDER BY c.folded LIMIT {_MOST_SUBJECTS})
            UNION ALL SELECT * FROM (
                {_PLACE_SUBJECT} AND o.id IS NOT :organization ORDER BY o.folded LIMIT {_MOST_SUBJECTS})
            ORDER BY folded, kind LIMIT {_MOST_SUBJECTS})"""
    rows = db.execute(
        f"""SELECT kind, id, name, detail, CASE kind
            WHEN 'contact' THEN (SELECT count(*) FROM research_note r WHERE r.contact_id = found.id)
            ELSE (SELECT count(*) FROM research_note r WHERE r.organization_id = found.id) END, focus
        FROM ({found}) found""",
        values,
    )
    return [SubjectRow(*(*row[:5], bool(row[5]))) for row in rows]


def research(db: sqlite3.Connection, kind: str, subject_id: int) -> list[ResearchRow]:
    """Give the research notes on a person or an organization, newest first."""
    column = "contact_id" if kind == "contact" else "organization_id"
    rows = db.execute(
        f"SELECT id, uuid, body, source, created_at FROM research_note WHERE {column} = ?"
        " ORDER BY created_at DESC, id DESC",
        (subject_id,),
    )
    return [ResearchRow(*(*row[:4], instant_of(row[4]))) for row in rows]


def organizations(db: sqlite3.Connection) -> list[str]:
    """Give the names of all organizations, for completion."""
    return [row[0] for row in db.execute("SELECT name FROM organization ORDER BY folded")]


def fields(db: sqlite3.Connection) -> list[str]:
    """Give every field of work that was used, for completion (S2)."""
    rows = db.execute(
        "SELECT field FROM contact UNION SELECT field FROM organization"
        " UNION SELECT field FROM interview ORDER BY 1"
    )
    return [row[0] for row in rows if row[0]]


def tags(db: sqlite3.Connection) -> list[str]:
    """Give every tag that a contact has, for completion."""
    rows = db.execute("SELECT tag FROM contact_tag GROUP BY folded ORDER BY count(*) DESC, folded")
    return [row[0] for row in rows]


def names(db: sqlite3.Connection) -> list[str]:
    """Give the names of all contacts that are not archived, for completion."""
    rows = db.execute("SELECT name FROM contact WHERE archived_at IS NULL ORDER BY folded, id")
    return [row[0] for row in rows]
