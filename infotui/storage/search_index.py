"""Keeps the index of words in step with the notes, off the path of a keystroke."""

import sqlite3
from typing import Final

from infotui.domain.text import fold

_BATCH: Final = 500


def is_behind(db: sqlite3.Connection) -> bool:
    """Whether a note changed since its words were last indexed."""
    return db.execute("SELECT 1 FROM unindexed LIMIT 1").fetchone() is not None


def catch_up(db: sqlite3.Connection) -> int:
    """Index the words of every note that changed; each batch whole or not at all.

    Returns:
        How many notes were indexed or taken out of the index.
    """
    done = 0
    while is_behind(db):
        db.execute("BEGIN IMMEDIATE")
        try:
            done += _index_batch(db)
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
    return done


def _index_batch(db: sqlite3.Connection) -> int:
    ids = [row[0] for row in db.execute("SELECT note_id FROM unindexed LIMIT ?", (_BATCH,))]
    each = [(note_id,) for note_id in ids]
    db.executemany("DELETE FROM note_words WHERE rowid = ?", each)
    marks = ", ".join("?" * len(ids))
    rows = db.execute(f"SELECT id, text FROM note WHERE id IN ({marks})", ids).fetchall()  # noqa: S608
    # Folded as queries are, because SQLite takes fewer letters apart than we do.
    folded = [(note_id, fold(text)) for note_id, text in rows]
    db.executemany("INSERT INTO note_words (rowid, text) VALUES (?, ?)", folded)
    db.executemany("DELETE FROM unindexed WHERE note_id = ?", each)
    return len(ids)
