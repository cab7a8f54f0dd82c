"""Reads the thanks that are owed, each with whether a card has somewhere to go (S46)."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from infotui.domain.clock import instant_of
from infotui.domain.thank_you import ThankYouRow

_ROW: Final = """
SELECT t.id, t.interview_id, t.contact_id, c.name, t.medium, t.state, t.due,
    EXISTS (SELECT 1 FROM contact_point p WHERE p.contact_id = c.id AND p.kind = 'address'),
    t.settled_at, i.started_at
FROM thank_you t JOIN contact c ON c.id = t.contact_id JOIN interview i ON i.id = t.interview_id
"""


def _row(row: Sequence[Any]) -> ThankYouRow:
    moments = (None if text is None else instant_of(text) for text in row[8:])
    return ThankYouRow(*(*row[:6], date.fromisoformat(row[6]), bool(row[7]), *moments))


def one(db: sqlite3.Connection, thank_you_id: int) -> ThankYouRow | None:
    """Give the thanks owed to one person for one talk."""
    row = db.execute(f"{_ROW} WHERE t.id = ?", (thank_you_id,)).fetchone()
    return None if row is None else _row(row)


def open_to(
    db: sqlite3.Connection, contact_id: int, interview_id: int | None = None
) -> list[ThankYouRow]:
    """Give the thanks that somebody is still owed, for one talk or for all, the earliest due first."""
    rows = db.execute(
        f"""{_ROW} WHERE t.state <> 'sent' AND t.contact_id = :contact
        AND (:talk IS NULL OR t.interview_id = :talk) ORDER BY t.due, t.id""",
        {"contact": contact_id, "talk": interview_id},
    )
    return [_row(row) for row in rows]
