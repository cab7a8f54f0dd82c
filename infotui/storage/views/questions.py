"""Reads the questions of plans as rows."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from infotui.domain.clock import instant_of
from infotui.domain.question import QuestionRow

_ROW = """
SELECT q.id, q.uuid, q.interview_id, q.position, q.text, q.template, q.short, q.bank_id, q.origin,
    q.phase, q.importance, q.state, q.research_note_id, coalesce(r.body, ''), q.asked_at,
    q.parked_at, q.estimate_seconds, q.spent_seconds, q.joined
FROM question q LEFT JOIN research_note r ON r.id = q.research_note_id
"""


def _row(row: Sequence[Any]) -> QuestionRow:
    asked_at, parked_at = (None if at is None else instant_of(at) for at in row[14:16])
    return QuestionRow(*(*row[:14], asked_at, parked_at, *row[16:]))


def of(db: sqlite3.Connection, interview_id: int) -> list[QuestionRow]:
    """Give the questions of an interview in their order, planned and arisen."""
    rows = db.execute(f"{_ROW} WHERE q.interview_id = ? ORDER BY q.position", (interview_id,))
    return [_row(row) for row in rows]


def one(db: sqlite3.Connection, question_id: int) -> QuestionRow | None:
    """Give one question."""
    row = db.execute(f"{_ROW} WHERE q.id = ?", (question_id,)).fetchone()
    return None if row is None else _row(row)


def earlier_times(db: sqlite3.Connection, bank_id: str, newest: int = 15) -> list[int]:
    """Give how many seconds the latest answers to one question of the bank took, over all talks."""
    rows = db.execute(
        "SELECT spent_seconds FROM question WHERE bank_id = ? AND bank_id <> ''"
        " AND state IN ('answered', 'partly') AND spent_seconds > 0 ORDER BY id DESC LIMIT ?",
        (bank_id, newest),
    )
    return [row[0] for row in rows]


def first_as_is(db: sqlite3.Connection, interview_id: int) -> bool:
    """Tell whether the first question of a plan shall stay as it is (S15)."""
    row = db.execute("SELECT first_as_is FROM interview WHERE id = ?", (interview_id,)).fetchone()
    return row is not None and bool(row[0])
