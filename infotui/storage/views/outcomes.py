"""Reads how the search ended, who is told of it, and what each of them did (S53, M10)."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.outcome import Deeds, NoticeRow, OutcomeRow, what_they_did

_OUTCOME: Final = """
SELECT o.id, o.kind, o.text, o.recorded_at, o.closed_at,
    (SELECT count(*) FROM outcome_notice n WHERE n.outcome_id = o.id AND n.state <> 'due'),
    (SELECT count(*) FROM outcome_notice n WHERE n.outcome_id = o.id)
FROM outcome o
"""
_TALKED: Final = """
WITH talked (contact_id, interview_id, at) AS (
    SELECT contact_id, id, started_at FROM interview WHERE state IN ('held', 'closed')
    UNION SELECT p.contact_id, i.id, i.started_at FROM interview_person p
    JOIN interview i ON i.id = p.interview_id WHERE i.state IN ('held', 'closed'))
"""
_MADE: Final = "x.state IN ('contact made', 'followed up', 'led to interview')"
# What somebody did, one SELECT a kind: who did it, and its words; the latest first.
_DEEDS: Final[dict[str, str]] = {
    "introduced": f"""{_TALKED} SELECT who, name FROM (
        SELECT x.introducer_id AS who, b.id, b.name FROM introduction x
        JOIN contact b ON b.id = x.target_id WHERE {_MADE}
        UNION SELECT b.introducer_id, b.id, b.name FROM contact b WHERE b.introducer_id IS NOT NULL
    ) made WHERE id IN (SELECT contact_id FROM talked)
    ORDER BY (SELECT max(at) FROM talked WHERE talked.contact_id = made.id) DESC, id DESC""",
    "led": """SELECT DISTINCT i.contact_id, coalesce(c.name, l.name) FROM lead l
    JOIN interview i ON i.id = l.interview_id LEFT JOIN contact c ON c.id = l.contact_id
    WHERE l.contact_id IS NOT NULL OR l.state = 'became contact' ORDER BY l.id DESC""",
    "resources": """SELECT i.contact_id, r.text FROM resource r
    JOIN interview i ON i.id = r.interview_id ORDER BY r.id DESC""",
    "kept": """SELECT i.contact_id, p.text FROM promise p JOIN interview i ON i.id = p.interview_id
    WHERE p.whose = 'theirs' AND p.state = 'received' ORDER BY p.id DESC""",
    "findings": """SELECT i.contact_id, f.text FROM finding f
    JOIN interview i ON i.id = f.interview_id ORDER BY f.id DESC""",
    "made": f"""{_TALKED} SELECT DISTINCT x.introducer_id, b.name FROM introduction x
    JOIN contact b ON b.id = x.target_id
    WHERE {_MADE} AND b.id NOT IN (SELECT contact_id FROM talked) ORDER BY x.id DESC""",
    "talks": f"{_TALKED} SELECT contact_id, '' FROM talked",
}


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
    deeds_of = _deeds(db)
    found = []
    for row in rows:
        deeds = deeds_of(row[1], row[4])
        settled = None if row[8] is None else instant_of(row[8])
        found.append(NoticeRow(*(
            *row[:5], bool(row[5]), row[6], date.fromisoformat(row[7]), settled, row[9],
            what_they_did(deeds), deeds,
        )))  # fmt: skip
    return found


def _deeds(db: sqlite3.Connection) -> Callable[[int, str], Deeds]:
    """Read what everybody did; gives what one of them did."""
    did: dict[str, dict[int, list[str]]] = {}
    for kind, query in _DEEDS.items():
        by: dict[int, list[str]] = did.setdefault(kind, {})
        for who, text in db.execute(query):
            by.setdefault(who, []).append(text)

    def of(contact_id: int, stage: str) -> Deeds:
        mine = {kind: tuple(by.get(contact_id, ())) for kind, by in did.items()}
        talks = len(mine.pop("talks"))
        # Whom they brought me together with is not cited again as somebody they named.
        brought = {*mine["introduced"], *mine["made"]}
        mine["led"] = tuple(name for name in mine["led"] if name not in brought)
        return Deeds(stage=stage, talks=talks, **mine)

    return of
