"""Reads leads as rows: whom they name, who gave them in which talk, and what they became."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from infotui.domain.clock import instant_of
from infotui.domain.referral import LeadRow

_ROW: Final = """
SELECT l.id, l.name, l.names, l.why, l.reach, l.consent, l.state, l.due, i.contact_id, g.name,
    l.interview_id, coalesce(n.at, l.created_at), l.contact_id, coalesce(c.name, ''),
    l.organization_id, coalesce(o.name, ''), l.why_not, l.courtesy, l.settled_at
FROM lead l JOIN interview i ON i.id = l.interview_id JOIN contact g ON g.id = i.contact_id
LEFT JOIN note n ON n.id = l.note_id LEFT JOIN contact c ON c.id = l.contact_id
LEFT JOIN organization o ON o.id = l.organization_id
"""


def _lead(row: Sequence[Any]) -> LeadRow:
    due = row[7] and date.fromisoformat(row[7])
    settled = row[18] and instant_of(row[18])
    return LeadRow(*(*row[:7], due, *row[8:11], instant_of(row[11]), *row[12:18], settled))


def one(db: sqlite3.Connection, lead_id: int) -> LeadRow | None:
    """Give one lead."""
    row = db.execute(f"{_ROW} WHERE l.id = ?", (lead_id,)).fetchone()
    return None if row is None else _lead(row)


def rows(db: sqlite3.Connection) -> list[LeadRow]:
    """Give all leads: what is to be done first, by its day, then the rest, the latest first."""
    found = db.execute(
        f"""{_ROW} ORDER BY CASE WHEN l.state IN ('new', 'to follow', 'not pursuing', 'note due')
        THEN 0 ELSE 1 END, CASE WHEN l.state IN ('new', 'to follow', 'not pursuing', 'note due')
        THEN coalesce(l.due, '9999') ELSE '' END, l.id DESC"""
    )
    return [_lead(row) for row in found]


def given_by(db: sqlite3.Connection, contact_id: int) -> list[LeadRow]:
    """Give the leads that somebody gave, in the order in which they came."""
    found = db.execute(f"{_ROW} WHERE i.contact_id = ? ORDER BY l.id", (contact_id,))
    return [_lead(row) for row in found]


def of_talk(db: sqlite3.Connection, interview_id: int) -> list[LeadRow]:
    """Give the leads of a talk, in the order in which they came."""
    found = db.execute(f"{_ROW} WHERE l.interview_id = ? ORDER BY l.id", (interview_id,))
    return [_lead(row) for row in found]


def naming(db: sqlite3.Connection, contact_id: int) -> list[LeadRow]:
    """Give the leads that became a contact: through whom one came to them."""
    found = db.execute(f"{_ROW} WHERE l.contact_id = ? ORDER BY l.id", (contact_id,))
    return [_lead(row) for row in found]
