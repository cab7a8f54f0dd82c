"""Reads the notes and findings of a talk, and finds talks by the words in them."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from infotui.domain.clock import instant_of
from infotui.domain.note import ConversationRow, FindingRow, NoteRow
from infotui.domain.query import Query
from infotui.domain.text import fold
from infotui.domain.timer import elapsed_at_each
from infotui.storage.views import logs
from infotui.storage.views.word_forms import sought_in

_LONGEST: Final = 200  # characters of a query
_MOST_SAID: Final = (
    30_000  # the latest notes with the words of a query, of which the talks are told
)


def of(db: sqlite3.Connection, interview_id: int) -> list[NoteRow]:
    """Give the notes of an interview in the order they were taken, each with the timer's time."""
    entries = logs.of(db, interview_id)
    rows = db.execute(
        "SELECT n.id, n.uuid, n.question_id, n.at, n.kind, n.text,"
        " CASE WHEN n.kind IN ('my promise', 'their promise')"
        " THEN (SELECT p.due FROM promise p WHERE p.note_id = n.id) END"
        " FROM note n WHERE n.interview_id = ? ORDER BY n.id",
        (interview_id,),
    ).fetchall()
    moments = [instant_of(row[3]) for row in rows]
    spent = elapsed_at_each(entries, moments)
    return [
        NoteRow(*(*row[:3], moment, length, *row[4:6], row[6] and date.fromisoformat(row[6])))
        for row, moment, length in zip(rows, moments, spent, strict=True)
    ]


def one(db: sqlite3.Connection, note_id: int) -> str | None:
    """Give the text of a note."""
    row = db.execute("SELECT text FROM note WHERE id = ?", (note_id,)).fetchone()
    return None if row is None else str(row[0])


_CATCHES: Final = frozenset({"finding", "lead", "promise", "opening", "resource", "question"})


def of_record(db: sqlite3.Connection, noun: str, record_id: int) -> int | None:
    """Give the note in which a record was caught; None where it was caught in none."""
    if noun not in _CATCHES:
        return None
    row = db.execute(f"SELECT note_id FROM {noun} WHERE id = ?", (record_id,)).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def behind(db: sqlite3.Connection) -> list[tuple[int, str]]:
    """Give the notes, with their words, whose items were not brought in step with their words yet."""
    rows = db.execute(
        "SELECT n.id, n.text FROM uncaught u JOIN note n ON n.id = u.note_id ORDER BY n.id"
    )
    return [(note_id, text) for note_id, text in rows]


def findings(db: sqlite3.Connection, interview_id: int) -> list[FindingRow]:
    """Give the findings of an interview, by kind."""
    rows = db.execute(
        "SELECT f.id, f.kind, f.text, f.interview_id, f.note_id, coalesce(f.question_id, n.question_id)"
        " FROM finding f LEFT JOIN note n ON n.id = f.note_id"
        " WHERE f.interview_id = ? ORDER BY f.kind, f.id",
        (interview_id,),
    )
    return [FindingRow(*row) for row in rows]


def _words_of(query: str) -> list[str]:
    """Take apart what a person typed: folded, without what is no letter and no digit at all."""
    words = fold(query[:_LONGEST]).split()
    return [word for word in words if any(letter.isalnum() for letter in word)]


_CONVERSATION = """
SELECT i.id, c.name || coalesce((SELECT group_concat(' + ' || c2.name, '') FROM interview_person p
        JOIN contact c2 ON c2.id = p.contact_id WHERE p.interview_id = i.id), ''),
    coalesce(o.name, ''), i.field, coalesce(i.started_at, i.scheduled_at,
        i.created_at) AS met,
    CAST(coalesce((julianday(i.ended_at) - julianday(i.started_at)) * 1440 + 0.001, 0) AS INTEGER),
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
    if not query.strip():
        rows = db.execute(f"{_CONVERSATION} ORDER BY met DESC, i.id DESC LIMIT ?", (limit,))
        return _conversations(db, rows.fetchall(), {})
    said = _said(db, _words_of(query))
    like = f"%{'%'.join(map(_literal, fold(query[:_LONGEST]).split()))}%"
    ids = ", ".join(str(int(i)) for i in said) or "NULL"
    rows = db.execute(
        f"{_CONVERSATION} AND (i.id IN ({ids}) OR c.folded LIKE :like ESCAPE '\\'"
        " OR i.id IN (SELECT p.interview_id FROM interview_person p JOIN contact c2"
        " ON c2.id = p.contact_id WHERE c2.folded LIKE :like ESCAPE '\\')"
        " OR o.folded LIKE :like ESCAPE '\\' OR c.words LIKE :like ESCAPE '\\' OR i.words LIKE :like ESCAPE '\\')"
        " ORDER BY met DESC, i.id DESC LIMIT :limit",
        {"like": like, "limit": limit},
    )
    return _conversations(db, rows.fetchall(), said)


def as_conversation(db: sqlite3.Connection, interview_id: int) -> ConversationRow | None:
    """Give one held interview as a list shows it; None when it is none."""
    row = db.execute(f"{_CONVERSATION} AND i.id = ?", (interview_id,)).fetchone()
    return None if row is None else _conversations(db, [row], {})[0]


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _said(db: sqlite3.Connection, words: Sequence[str]) -> dict[int, str]:
    """Map each interview in which the words were said to the newest line that has them."""
    sought = sought_in(db, Query(words=tuple(words)))
    if not sought:
        return {}
    rows = db.execute(
        "SELECT n.interview_id, n.text FROM note n WHERE n.id IN (SELECT max(m.id)"
        " FROM (SELECT rowid AS number FROM note_words WHERE note_words MATCH ?"
        " ORDER BY rowid DESC LIMIT ?) CROSS JOIN note m ON m.id = number GROUP BY m.interview_id)",
        (sought, _MOST_SAID),
    )
    return dict(rows.fetchall())


def _conversations(
    db: sqlite3.Connection, rows: Sequence[tuple[Any, ...]], said: dict[int, str]
) -> list[ConversationRow]:
    """Give rows as a list shows them, each with its minutes without the pauses."""
    used = logs.minutes_used(db, [row[0] for row in rows])
    return [
        ConversationRow(
            iid, name, organization, field, instant_of(met), used.get(iid, minutes), notes, count,
            said.get(iid, ""),
        )
        for iid, name, organization, field, met, minutes, notes, count in rows
    ]  # fmt: skip
