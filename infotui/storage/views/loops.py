"""Reads the open loops, and the few figures that say how a search goes."""

import sqlite3
from datetime import date

from infotui.domain.clock import instant_of
from infotui.domain.loop import LoopRow, SearchFigures


def open_loops(
    db: sqlite3.Connection, today: date, ball: str = "", limit: int = 500
) -> list[LoopRow]:
    """Give the open loops of a day, the most urgent first; nobody is being lost before their day.

    With `ball` those of `me`, or of all others (`them`): whom I talked to, and who is to introduce me.
    """
    rows = db.execute(
        """SELECT l.kind, l.id, l.ball, l.text, c.name, l.interview_id, l.since, l.due, l.remark,
            l.contact_id
        FROM loop l JOIN contact c ON c.id = l.contact_id
        WHERE (:ball = '' OR (l.ball = 'me') = (:ball = 'me'))
            AND (l.kind <> 'losing touch' OR l.due <= :today)
        ORDER BY l.ball <> 'me', l.due IS NULL, l.due, l.since, l.kind, l.id LIMIT :limit""",
        {"ball": ball, "today": today.isoformat(), "limit": limit},
    )
    return [
        LoopRow(*(*row[:6], instant_of(row[6]), row[7] and date.fromisoformat(row[7]), *row[8:]))
        for row in rows
    ]


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
