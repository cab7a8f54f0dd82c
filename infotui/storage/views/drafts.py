"""Reads drafts, and what only drafts ask for: what was sent before, and how to get in."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from infotui.domain.clock import instant_of
from infotui.domain.draft import DraftRow

_ROW: Final = """
SELECT d.id, d.contact_id, c.name, d.interview_id, d.introduction_id, d.kind, d.subject, d.body,
    d.state, d.created_at, d.used_at, d.used_how
FROM draft d JOIN contact c ON c.id = d.contact_id
"""


def _instant(text: str | None) -> datetime | None:
    return None if text is None else instant_of(text)


def _row(row: Sequence[Any]) -> DraftRow:
    return DraftRow(*(*row[:9], instant_of(row[9]), _instant(row[10]), row[11]))


def one(db: sqlite3.Connection, draft_id: int) -> DraftRow | None:
    """Give one draft."""
    row = db.execute(f"{_ROW} WHERE d.id = ?", (draft_id,)).fetchone()
    return None if row is None else _row(row)


def of_contact(db: sqlite3.Connection, contact_id: int) -> list[DraftRow]:
    """Give the drafts for somebody, open and used, the latest first."""
    rows = db.execute(
        f"{_ROW} WHERE d.contact_id = ? ORDER BY coalesce(d.used_at, d.created_at) DESC, d.id DESC",
        (contact_id,),
    )
    return [_row(row) for row in rows]


def open_ones(
    db: sqlite3.Connection,
    kind: str,
    contact_id: int,
    interview_id: int | None,
    introduction_id: int | None,
) -> list[DraftRow]:
    """Give the drafts of one kind for somebody that were not used yet, the latest first.

    One that was begun before there was a talk is for the talk that came.
    """
    rows = db.execute(
        f"{_ROW} WHERE d.state = 'open' AND d.kind = ? AND d.contact_id = ?"
        " AND (d.interview_id IS ? OR d.interview_id IS NULL) AND d.introduction_id IS ? ORDER BY d.id DESC",
        (kind, contact_id, interview_id, introduction_id),
    )
    return [_row(row) for row in rows]


def unanswered_since(db: sqlite3.Connection, contact_id: int) -> datetime | None:
    """Give when I last wrote to somebody or rang, if there is no answer to it yet."""
    row = db.execute(
        "SELECT sent_at, answer FROM outreach WHERE contact_id = ? ORDER BY sent_at DESC, id DESC LIMIT 1",
        (contact_id,),
    ).fetchone()
    return instant_of(row[0]) if row is not None and row[1] in {"", "none"} else None


def entry(db: sqlite3.Connection, interview_id: int) -> str:
    """Give the room of a talk, and how to get in."""
    row = db.execute("SELECT entry FROM interview WHERE id = ?", (interview_id,)).fetchone()
    return "" if row is None else str(row[0])
