"""Reads how the search ended, and who is told of it (S53, M10)."""

import sqlite3
from datetime import date
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.outcome import NoticeRow, OutcomeRow, what_they_did
from infotui.storage.views.deeds import deeds_of_all

_OUTCOME: Final = """
SELECT o.id, o.kind, o.text, o.recorded_at, o.closed_at,
    (SELECT count(*) FROM outcome_notice n WHERE n.outcome_id = o.id AND n.state <> 'due'),
    (SELECT count(*) FROM outcome_notice n WHERE n.outcome_id = o.id)
FROM outcome o
"""


def open_one(db: sqlite3.Connection) -> OutcomeRow | None:
    """Give the outcome that is being told."""
    return _outcome(db, "WHERE o.closed_at IS NULL")


def latest(db: sqlite3.Connection) -> OutcomeRow | None:
    """Give the outcome that is being told, else the one that was told last."""
    return _outcome(db, "ORDER BY o.closed_at IS NOT NULL, o.closed_at DESC, o.id DESC")


def _outcome(db: sqlite3.Connection, which: str) -> OutcomeRow | None:
    row = db.execute(f"{_OUTCOME} {which} LIMIT 1").fetchone()
    if row is None:
        return None
    closed = None if row[4] is None else instant_of(row[4])
    return OutcomeRow(*(*row[:3], instant_of(row[3]), closed, *row[5:]))


def notices(db: sqlite3.Connection, outcome_id: int) -> list[NoticeRow]:
    """Give everybody who is told of an outcome, in no order, each with what they did."""
    rows = db.execute(
        """SELECT n.id, n.contact_id, c.name, coalesce(o.name, ''), c.stage,
            c.archived_at IS NOT NULL, n.state, n.due, n.settled_at, n.why_not
        FROM outcome_notice n JOIN contact c ON c.id = n.contact_id
        LEFT JOIN organization o ON o.id = c.organization_id WHERE n.outcome_id = ?""",
        (outcome_id,),
    ).fetchall()
    deeds_of = deeds_of_all(db)
    found = []
    for row in rows:
        deeds = deeds_of(row[1], row[4])
        settled = None if row[8] is None else instant_of(row[8])
        found.append(NoticeRow(*(
            *row[:5], bool(row[5]), row[6], date.fromisoformat(row[7]), settled, row[9],
            what_they_did(deeds, row[2]), deeds,
        )))  # fmt: skip
    return found
