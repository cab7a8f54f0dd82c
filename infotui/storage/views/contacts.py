"""Reads contacts, organizations and research notes as rows."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.contact import (
    ContactPointRow,
    ContactRow,
    ContactSheet,
    ResearchRow,
    SubjectRow,
)
from infotui.domain.text import fold

_ROW = """
SELECT c.id, c.name, c.role, coalesce(o.name, ''), c.field, c.stage,
    (SELECT count(*) FROM interview i WHERE i.contact_id = c.id AND i.state IN ('held', 'closed')),
    (SELECT max(i.started_at) FROM interview i WHERE i.contact_id = c.id
        AND i.state IN ('held', 'closed'))
FROM contact c LEFT JOIN organization o ON o.id = c.organization_id
"""


_LONGEST: Final = 200  # characters of a filter; no name is longer


def _like(needle: str) -> str:
    """Give the LIKE pattern that finds `needle` anywhere in a folded text."""
    safe = fold(needle[:_LONGEST]).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{safe}%"


# What a filter looks at: everything folded, so that accents and capitals make no difference.
_MATCH = """
(c.folded LIKE :like ESCAPE '\\' OR o.folded LIKE :like ESCAPE '\\'
 OR c.words LIKE :like ESCAPE '\\' OR c.stage LIKE :like ESCAPE '\\')
"""


def count(db: sqlite3.Connection, needle: str = "") -> int:
    """Count the contacts that match."""
    if not needle.strip():
        return int(db.execute("SELECT count(*) FROM contact").fetchone()[0])
    found = db.execute(
        "SELECT count(*) FROM contact c LEFT JOIN organization o ON o.id = c.organization_id"
        f" WHERE {_MATCH}",
        {"like": _like(needle)},
    )
    return int(found.fetchone()[0])


def page(
    db: sqlite3.Connection, needle: str = "", offset: int = 0, limit: int = 200
) -> list[ContactRow]:
    """Give a window of the contacts that match, by name."""
    where = f"WHERE {_MATCH}" if needle.strip() else ""
    rows = db.execute(
        f"{_ROW} {where} ORDER BY c.folded, c.id LIMIT :limit OFFSET :offset",
        {"like": _like(needle), "limit": limit, "offset": offset},
    )
    return [_contact(row) for row in rows]


def place_of(db: sqlite3.Connection, contact_id: int) -> int:
    """Give how many contacts come before this one in the whole list."""
    found = db.execute(
        "SELECT count(*) FROM contact c, (SELECT folded, id FROM contact WHERE id = ?) me"
        " WHERE (c.folded, c.id) < (me.folded, me.id)",
        (contact_id,),
    )
    return int(found.fetchone()[0])


def named(db: sqlite3.Connection, name: str) -> list[ContactRow]:
    """Give the contacts that a person may mean by `name`: those of that very name, else like it."""
    exact = [
        _contact(row)
        for row in db.execute(f"{_ROW} WHERE c.folded = ? ORDER BY c.id", (fold(name),))
    ]
    if exact:
        return exact
    rows = db.execute(
        f"{_ROW} WHERE c.folded LIKE ? ESCAPE '\\' ORDER BY c.folded, c.id LIMIT 20", (_like(name),)
    )
    return [_contact(row) for row in rows]


def _contact(row: Sequence[object]) -> ContactRow:
    cid, name, role, organization, field, stage, talks, met = row
    return ContactRow(
        int(str(cid)), str(name), str(role), str(organization), str(field), str(stage),
        int(str(talks)), None if met is None else instant_of(str(met)),
    )  # fmt: skip


def sheet(db: sqlite3.Connection, contact_id: int) -> ContactSheet | None:
    """Give one contact with everything its page shows."""
    row = db.execute(
        """SELECT c.id, c.uuid, c.name, c.role, c.unit, c.organization_id, coalesce(o.name, ''),
            c.field, c.stage, c.introduced_by, c.about,
            (SELECT count(*) FROM research_note r WHERE r.contact_id = c.id),
            (SELECT count(*) FROM research_note r WHERE r.organization_id = c.organization_id), c.zone
        FROM contact c LEFT JOIN organization o ON o.id = c.organization_id WHERE c.id = ?""",
        (contact_id,),
    ).fetchone()
    if row is None:
        return None
    points = db.execute(
        "SELECT id, kind, value FROM contact_point WHERE contact_id = ? ORDER BY position, id",
        (contact_id,),
    )
    return ContactSheet(*(*row[:11], tuple(ContactPointRow(*p) for p in points), *row[11:]))


def subjects(
    db: sqlite3.Connection, needle: str, focus_contact: int | None, focus_organization: int | None
) -> list[SubjectRow]:
    """Give the people and organizations that research can be about, those in focus first."""
    rows = db.execute(
        """SELECT kind, id, name, detail, notes, focus FROM (
            SELECT 'contact' AS kind, c.id AS id, c.name AS name,
                trim(c.role || CASE WHEN c.role <> '' AND o.name <> '' THEN ' · ' ELSE '' END
                    || coalesce(o.name, '')) AS detail,
                (SELECT count(*) FROM research_note r WHERE r.contact_id = c.id) AS notes,
                c.id IS :contact AS focus, c.folded AS folded,
                c.words || ' ' || coalesce(o.folded, '') AS words
            FROM contact c LEFT JOIN organization o ON o.id = c.organization_id
            UNION ALL
            SELECT 'organization', o.id, o.name,
                trim(o.field || CASE WHEN o.field <> '' AND o.place <> '' THEN ' · ' ELSE '' END
                    || o.place),
                (SELECT count(*) FROM research_note r WHERE r.organization_id = o.id),
                o.id IS :organization, o.folded, o.words
            FROM organization o)
        WHERE folded LIKE :like ESCAPE '\\' OR detail LIKE :like ESCAPE '\\' OR words LIKE :like ESCAPE '\\'
        ORDER BY focus DESC, kind <> 'contact' AND focus, folded, kind LIMIT 1000""",
        {"contact": focus_contact, "organization": focus_organization, "like": _like(needle)},
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
