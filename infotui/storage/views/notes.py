"""Reads the notes and findings of a talk, and finds talks by the words in them."""

import re
import sqlite3

from infotui.domain.clock import instant_of
from infotui.domain.note import ConversationRow, FindingRow, NoteRow
from infotui.domain.text import fold
from infotui.domain.timer import elapsed
from infotui.storage.views import logs

_WORD = re.compile(r"\w+")


def of(db: sqlite3.Connection, interview_id: int) -> list[NoteRow]:
    """Give the notes of an interview in the order they were taken, each with the timer's time."""
    entries = logs.of(db, interview_id)
    rows = db.execute(
        "SELECT id, uuid, question_id, at, kind, text FROM note WHERE interview_id = ?"
        " ORDER BY at, id",
        (interview_id,),
    )
    notes = []
    for note_id, uuid, question_id, at, kind, text in rows:
        moment = instant_of(at)
        spent = elapsed([e for e in entries if e.at <= moment], moment)
        notes.append(NoteRow(note_id, uuid, question_id, moment, spent, kind, text))
    return notes


def one(db: sqlite3.Connection, note_id: int) -> str | None:
    """Give the text of a note."""
    row = db.execute("SELECT text FROM note WHERE id = ?", (note_id,)).fetchone()
    return None if row is None else str(row[0])


def findings(db: sqlite3.Connection, interview_id: int) -> list[FindingRow]:
    """Give the findings of an interview, by kind."""
    rows = db.execute(
        "SELECT id, kind, text, interview_id FROM finding WHERE interview_id = ? ORDER BY kind, id",
        (interview_id,),
    )
    return [FindingRow(*row) for row in rows]


def _as_search(query: str) -> str:
    """Turn what a person typed into a full-text query of plain words, each a beginning."""
    return " ".join(f'"{word}"*' for word in _WORD.findall(fold(query)))


_CONVERSATION = """
SELECT i.id, c.name, coalesce(o.name, ''), i.field, coalesce(i.started_at, i.scheduled_at,
        i.created_at) AS met,
    CAST(coalesce((julianday(i.ended_at) - julianday(i.started_at)) * 1440 + 0.5, 0) AS INTEGER),
    (SELECT count(*) FROM note n WHERE n.interview_id = i.id),
    (SELECT count(*) FROM finding f WHERE f.interview_id = i.id)
FROM interview i JOIN contact c ON c.id = i.contact_id
LEFT JOIN organization o ON o.id = i.organization_id
WHERE i.state IN ('held', 'closed', 'live')
"""


def conversations(
    db: sqlite3.Connection, query: str = "", limit: int = 500
) -> list[ConversationRow]:
    """Give the held interviews, the latest first; with a query those where its words were said.

    Args:
        db: The open notebook.
        query: Words; found in the notes of a talk (each word may be a beginning), in the name,
            organization, role or field.
        limit: How many at most.
    """
    words = _as_search(query)
    if not words:
        rows = db.execute(f"{_CONVERSATION} ORDER BY met DESC, i.id DESC LIMIT ?", (limit,))
        return [_conversation(row, "") for row in rows]
    said = _said(db, words)
    like = "%" + "%".join(_WORD.findall(fold(query))) + "%"
    ids = ", ".join(str(int(i)) for i in said) or "NULL"
    rows = db.execute(
        f"{_CONVERSATION} AND (i.id IN ({ids}) OR c.folded LIKE :like OR o.folded LIKE :like"
        " OR c.role LIKE :like OR i.field LIKE :like) ORDER BY met DESC, i.id DESC LIMIT :limit",
        {"like": like, "limit": limit},
    )
    return [_conversation(row, said.get(row[0], "")) for row in rows]


def _said(db: sqlite3.Connection, words: str) -> dict[int, str]:
    """Map each interview in which the words were said to the newest line that has them."""
    rows = db.execute(
        "SELECT n.interview_id, n.text FROM note_words w JOIN note n ON n.id = w.rowid"
        " WHERE note_words MATCH ? ORDER BY w.rowid DESC LIMIT 2000",
        (words,),
    )
    found: dict[int, str] = {}
    for interview_id, text in rows:
        found.setdefault(interview_id, text)
    return found


def _conversation(row: tuple[object, ...], found: str) -> ConversationRow:
    iid, name, organization, field, met, minutes, notes, count = row
    return ConversationRow(
        int(str(iid)), str(name), str(organization), str(field), instant_of(str(met)),
        int(str(minutes)), int(str(notes)), int(str(count)), found,
    )  # fmt: skip
