"""Reads what drafts for afterwards cite: what was said, and what somebody did for me (S46-S53)."""

import sqlite3
from typing import Any, Final, NamedTuple

_MOST: Final = 60  # lines of a talk that could be cited

# What helps somebody on is the better thing to thank for than what was said of me or of a job.
_SAID: Final = """
SELECT text FROM (
    SELECT 0 AS rank, CASE WHEN kind IN ('advice', 'person', 'career', 'market', 'employer') THEN 0
        WHEN kind IN ('strength', 'gap') THEN 1 ELSE 2 END AS within, id, text
    FROM finding WHERE interview_id = :talk
    UNION ALL
    SELECT 1, 0, n.id, n.text FROM note n JOIN question q ON q.id = n.question_id
    WHERE n.interview_id = :talk AND n.kind = 'note' AND q.importance = 'must'
    UNION ALL
    SELECT 2, 0, id, text FROM note WHERE interview_id = :talk AND kind = 'note'
) ORDER BY rank, within, id LIMIT :most
"""


class DroppedLead(NamedTuple):
    """A lead that I do not follow, and in which talk it was given."""

    id: int
    name: str
    interview_id: int


def said_in(db: sqlite3.Connection, interview_id: int) -> list[str]:
    """Give what was said in a talk: findings, then notes under musts, then the other notes (S46)."""
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


def did(db: sqlite3.Connection, contact_id: int) -> list[tuple[str, str]]:
    """Give what somebody did for me, the weightiest first, as (what kind, its words) (M10).

    An introduction that was made, a lead that I followed, a resource, and any other lead.
    """
    rows = db.execute(
        """SELECT what, words FROM (
            SELECT 0 AS rank, x.id AS id, 'introduction' AS what, c.name AS words
            FROM introduction x JOIN contact c ON c.id = x.target_id
            WHERE x.introducer_id = :contact
                AND x.state IN ('contact made', 'followed up', 'led to interview')
            UNION ALL
            SELECT CASE l.state WHEN 'became contact' THEN 1 WHEN 'followed' THEN 1 ELSE 3 END, l.id,
                CASE l.state WHEN 'became contact' THEN 'followed' WHEN 'followed' THEN 'followed'
                ELSE 'lead' END, l.name
            FROM lead l JOIN interview i ON i.id = l.interview_id
            WHERE i.contact_id = :contact AND l.state NOT IN ('not pursuing', 'note due', 'closed')
            UNION ALL
            SELECT 2, r.id, 'resource', r.text FROM resource r
            JOIN interview i ON i.id = r.interview_id WHERE i.contact_id = :contact
        ) ORDER BY rank, id LIMIT 20""",
        {"contact": contact_id},
    )
    return [(row[0], row[1]) for row in rows]
