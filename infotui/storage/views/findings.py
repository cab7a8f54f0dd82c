"""Reads the findings of all held talks, and what was made of those at odds (S12, M9)."""

import sqlite3
from collections.abc import Mapping

from infotui.domain.answers import Talk
from infotui.domain.clock import instant_of
from infotui.domain.findings import FoundRow, Settled


def all_of(db: sqlite3.Connection, talks: Mapping[int, Talk]) -> list[FoundRow]:
    """Give the findings of talks, those of the newest talk first, each talk's in their order."""
    rows = db.execute(
        "SELECT id, kind, text, note_id, goal_id, interview_id FROM finding ORDER BY id"
    )
    found = [FoundRow(*(*row[:5], talks[row[5]])) for row in rows if row[5] in talks]
    # Sorting keeps the order of equals, so that a talk reads as it went.
    return sorted(found, key=lambda row: (row.talk.at, row.talk.id), reverse=True)


def settled(db: sqlite3.Connection) -> list[Settled]:
    """Give what was made of pairs of findings, in the order it was."""
    rows = db.execute(
        "SELECT finding_id, other_id, state, why, settled_at FROM contradiction ORDER BY id"
    )
    return [Settled(*(*row[:4], row[4] and instant_of(row[4]))) for row in rows]
