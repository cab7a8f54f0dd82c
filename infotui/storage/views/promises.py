"""Reads promises, each with whom it was given to or by, and when (S47)."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from infotui.domain.clock import instant_of
from infotui.domain.promise import PromiseRow

_ROW: Final = """
SELECT p.id, p.interview_id, i.contact_id, c.name, p.whose, p.text, p.state, p.due,
    coalesce(n.at, p.created_at), p.settled_at, p.why_not
FROM promise p JOIN interview i ON i.id = p.interview_id JOIN contact c ON c.id = i.contact_id
LEFT JOIN note n ON n.id = p.note_id
"""


def _row(row: Sequence[Any]) -> PromiseRow:
    due, settled = row[7] and date.fromisoformat(row[7]), row[9] and instant_of(row[9])
    return PromiseRow(*(*row[:7], due, instant_of(row[8]), settled, row[10]))


def one(db: sqlite3.Connection, promise_id: int) -> PromiseRow | None:
    """Give one promise."""
    row = db.execute(f"{_ROW} WHERE p.id = ?", (promise_id,)).fetchone()
    return None if row is None else _row(row)


def open_of(
    db: sqlite3.Connection, contact_id: int, interview_id: int | None = None, whose: str = "mine"
) -> list[PromiseRow]:
    """Give the open promises between somebody and me, of one talk or of all, the most urgent first."""
    rows = db.execute(
        f"""{_ROW} WHERE p.state = 'open' AND p.whose = :whose AND i.contact_id = :contact
        AND (:talk IS NULL OR i.id = :talk) ORDER BY p.due IS NULL, p.due, p.id""",
        {"whose": whose, "contact": contact_id, "talk": interview_id},
    )
    return [_row(row) for row in rows]
