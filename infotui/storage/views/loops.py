"""Reads the open loops, and the few figures that say how a search goes."""

import sqlite3
from collections.abc import Sequence
from datetime import date, timedelta, tzinfo
from typing import Any

from infotui.domain.clock import instant_of
from infotui.domain.loop import Behind, DraftBegun, Finished, LoopRow, SearchFigures


def open_loops(db: sqlite3.Connection, today: date, zone: tzinfo, ball: str = "") -> list[LoopRow]:
    """Give the open loops of a day, the most urgent first; nobody is being lost before their day.

    Args:
        db: The notebook.
        today: The day.
        zone: Whose calendar days are counted.
        ball: Those of `me` alone, or of all others (`them`): whom I talked to, who is to introduce me.
    """
    # Near enough for whoever is surely not being lost yet: no zone is a whole day away from UTC.
    rows = db.execute(
        """SELECT l.kind, l.id, l.ball, l.text, c.name, l.interview_id, l.since, l.due, l.remark,
            l.contact_id, coalesce(o.name, ''),
            CASE WHEN coalesce(i.field, '') IN ('', c.field) THEN c.field
                WHEN c.field = '' THEN i.field ELSE c.field || ' · ' || i.field END,
            coalesce(w.name, ''), i.started_at, l.day_of, l.days_on
        FROM loop l JOIN contact c ON c.id = l.contact_id
        LEFT JOIN organization o ON o.id = c.organization_id
        LEFT JOIN interview i ON i.id = l.interview_id LEFT JOIN contact w ON w.id = i.contact_id
        WHERE (:ball = '' OR (l.ball = 'me') = (:ball = 'me'))
            AND (l.kind <> 'losing touch'
                OR date(l.day_of, '+' || l.days_on || ' days') <= date(:today, '+1 day'))""",
        {"ball": ball, "today": today.isoformat()},
    )
    found = (_loop(row, zone) for row in rows)
    stand = (row for row in found if row.kind != "losing touch" or (row.due or today) <= today)
    return sorted(stand, key=_urgency)


def _loop(row: Sequence[Any], zone: tzinfo) -> LoopRow:
    since, due = instant_of(row[6]), row[7] and date.fromisoformat(row[7])
    talked_at = row[13] and instant_of(row[13])
    if row[14] is not None:
        due = instant_of(row[14]).astimezone(zone).date() + timedelta(days=row[15])
    return LoopRow(*(*row[:6], since, due, *row[8:13], talked_at))


def _urgency(row: LoopRow) -> tuple[object, ...]:
    return (row.ball != "me", row.due or date.max, row.since, row.kind, row.id)


def stands(db: sqlite3.Connection, kind: str, record_id: int) -> bool:
    """Tell whether a loop is open still."""
    found = db.execute("SELECT 1 FROM loop WHERE kind = ? AND id = ?", (kind, record_id))
    return found.fetchone() is not None


def behind(db: sqlite3.Connection, kind: str, record_id: int) -> Behind | None:
    """Give the line of a talk in which a loop was caught, if it was caught in one."""
    table = {"my promise": "promise", "their promise": "promise", "lead": "lead",
             "courtesy": "lead"}.get(kind)  # fmt: skip
    if table is None:
        return None
    row = db.execute(
        f"""SELECT n.text, n.at, coalesce(q.text, '') FROM {table} t JOIN note n ON n.id = t.note_id
        LEFT JOIN question q ON q.id = n.question_id WHERE t.id = ?""",
        (record_id,),
    ).fetchone()
    return None if row is None else Behind(row[0], instant_of(row[1]), row[2])


def drafts_begun(db: sqlite3.Connection, contact_id: int) -> tuple[DraftBegun, ...]:
    """Give the drafts for somebody that are not used yet, the latest first."""
    rows = db.execute(
        "SELECT kind, subject, created_at FROM draft WHERE contact_id = ? AND state = 'open'"
        " ORDER BY id DESC LIMIT 3",
        (contact_id,),
    )
    return tuple(DraftBegun(row[0], row[1], instant_of(row[2])) for row in rows)


def finished(db: sqlite3.Connection) -> list[Finished]:
    """Give the held talks of which nothing is open, the latest first (S3)."""
    rows = db.execute(
        """SELECT i.id, c.name, i.started_at FROM interview i JOIN contact c ON c.id = i.contact_id
        WHERE i.state = 'held' AND i.id NOT IN
            (SELECT interview_id FROM loop WHERE interview_id IS NOT NULL)
        ORDER BY i.started_at DESC, i.id DESC"""
    )
    return [Finished(row[0], row[1], row[2] and instant_of(row[2])) for row in rows]


def open_loops_of(db: sqlite3.Connection, interview_id: int) -> int:
    """Count the open loops of one interview."""
    found = db.execute("SELECT count(*) FROM loop WHERE interview_id = ?", (interview_id,))
    return int(found.fetchone()[0])


def figures(db: sqlite3.Connection) -> SearchFigures:
    """Give the figures of the whole search."""
    row = db.execute(
        """SELECT (SELECT count(*) FROM contact), (SELECT count(*) FROM organization),
            (SELECT count(*) FROM interview WHERE state IN ('held', 'closed')),
            (SELECT count(*) FROM interview WHERE state = 'scheduled')"""
    ).fetchone()
    kinds = db.execute("SELECT kind, count(*) FROM finding GROUP BY kind ORDER BY 2 DESC, 1")
    return SearchFigures(*(*row, tuple((kind, count) for kind, count in kinds)))
