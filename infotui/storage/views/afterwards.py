"""Reads what drafts for afterwards cite: what was said, dropped, found, and how it ended (S46-S53)."""

import sqlite3
from typing import Any, Final, NamedTuple

_MOST: Final = 60  # lines of a talk that could be cited

# What somebody is like (`#person`) is a remark of mine and is never cited back to them. Nor is a plain
# note, of which nobody knows whose words they are.
_SAID: Final = """
SELECT text FROM finding WHERE interview_id = :talk AND kind <> 'person'
ORDER BY CASE WHEN kind = 'advice' THEN 0 WHEN kind IN ('strength', 'gap') THEN 2
    WHEN kind = 'opening' THEN 3 ELSE 1 END, id LIMIT :most
"""


class DroppedLead(NamedTuple):
    """A lead that I do not follow, and in which talk it was given."""

    id: int
    name: str
    interview_id: int


def said_in(db: sqlite3.Connection, interview_id: int) -> list[str]:
    """Give the findings of a talk that can be cited, advice first (S46)."""
    rows = db.execute(_SAID, {"talk": interview_id, "most": _MOST})
    return [row[0] for row in rows]


def dropped(
    db: sqlite3.Connection, contact_id: int, lead_id: int | None = None
) -> list[DroppedLead]:
    """Give the leads of somebody that I dropped and have not told of, the latest first (S51)."""
    rows = db.execute(
        """SELECT l.id, l.name, l.interview_id FROM lead l JOIN interview i ON i.id = l.interview_id
        WHERE i.contact_id = :contact AND (l.id = :lead
            OR (:lead IS NULL AND l.state IN ('not pursuing', 'note due')))
        ORDER BY l.id DESC""",
        {"contact": contact_id, "lead": lead_id},
    )
    return [DroppedLead(*row) for row in rows]


def resource(
    db: sqlite3.Connection, contact_id: int, resource_id: int | None = None
) -> tuple[int, str, str] | None:
    """Give a resource as (id, text, link): that one, else the latest that somebody has not from me."""
    found: tuple[int, str, str] | None = _first(
        db,
        """SELECT r.id, r.text, r.link FROM resource r
        LEFT JOIN interview i ON i.id = r.interview_id
        WHERE r.id = :thing OR (:thing IS NULL AND i.contact_id IS NOT :contact AND NOT EXISTS
            (SELECT 1 FROM resource_share s WHERE s.resource_id = r.id AND s.contact_id = :contact))
        ORDER BY r.id DESC LIMIT 1""",
        {"thing": resource_id, "contact": contact_id},
    )
    return found


def outcome(db: sqlite3.Connection) -> tuple[int, str, str] | None:
    """Give how the search ended as (id, kind, text), as it was recorded last."""
    sql = "SELECT id, kind, text FROM outcome ORDER BY recorded_at DESC, id DESC LIMIT 1"
    found: tuple[int, str, str] | None = _first(db, sql, {})
    return found


def notice_due(db: sqlite3.Connection, contact_id: int) -> int | None:
    """Give the notice by which somebody is still to be told how it ended, if there is one (S53)."""
    found = _first(
        db,
        """SELECT n.id FROM outcome_notice n JOIN outcome o ON o.id = n.outcome_id
        WHERE n.contact_id = :contact AND n.state = 'due' AND o.closed_at IS NULL LIMIT 1""",
        {"contact": contact_id},
    )
    return None if found is None else int(found[0])


def _first(db: sqlite3.Connection, sql: str, values: dict[str, Any]) -> Any:
    return db.execute(sql, values).fetchone()
