"""Reads real contacts with people: all of one person, and the last one of everybody with a cadence (S49)."""

import sqlite3

from infotui.domain.clock import instant_of
from infotui.domain.touch import TouchRow, Wanted


def of_contact(db: sqlite3.Connection, contact_id: int) -> list[TouchRow]:
    """Give every real contact with somebody, whatever record tells of it, the latest first."""
    rows = db.execute(
        """SELECT at, what, '', interview_id, NULL FROM touched
        WHERE contact_id = :me AND what NOT IN ('wrote', 'they wrote', 'called', 'met', 'other')
        UNION ALL
        SELECT at, kind, words, NULL, id FROM touch WHERE contact_id = :me
        ORDER BY 1 DESC, 5 DESC""",
        {"me": contact_id},
    )
    return [TouchRow(instant_of(row[0]), *row[1:]) for row in rows]


def last(db: sqlite3.Connection, contact_id: int) -> TouchRow | None:
    """Give the last real contact with somebody, if there was one."""
    # What stands beside a maximum in SQLite is of the row that has it.
    at, what, interview_id = db.execute(
        "SELECT max(at), what, interview_id FROM touched WHERE contact_id = ?", (contact_id,)
    ).fetchone()
    return None if at is None else TouchRow(instant_of(at), what, "", interview_id)


def wanted(db: sqlite3.Connection) -> list[Wanted]:
    """Give everybody with a cadence who is not archived, with the last touch of any kind."""
    rows = db.execute(
        """SELECT c.id, c.name, coalesce(o.name, ''), c.cadence_days, c.created_at, max(t.at),
            coalesce(t.what, '')
        FROM contact c LEFT JOIN organization o ON o.id = c.organization_id
        LEFT JOIN touched t ON t.contact_id = c.id
        WHERE c.cadence_days IS NOT NULL AND c.archived_at IS NULL GROUP BY c.id"""
    )
    return [
        Wanted(*(*row[:4], instant_of(row[4]), row[5] and instant_of(row[5]), row[6]))
        for row in rows
    ]
