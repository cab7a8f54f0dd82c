"""Reads the debriefs of talks as rows."""

import sqlite3
from datetime import date

from infotui.domain.debrief import DebriefRow


def of(db: sqlite3.Connection, interview_id: int) -> DebriefRow | None:
    """Give the debrief of an interview, written or due; None when there is none."""
    row = db.execute(
        "SELECT id, interview_id, learned, went_well, differently, confidence, state, due"
        " FROM debrief WHERE interview_id = ?",
        (interview_id,),
    ).fetchone()
    return None if row is None else DebriefRow(*(*row[:7], date.fromisoformat(row[7])))
