"""The save that follows every key: one raw statement, in step with what the screen shows."""

import sqlite3
import uuid
from datetime import datetime

from infotui.domain.clock import instant_of, instant_text
from infotui.domain.kept import Kept, Place


def save(db: sqlite3.Connection, place: Place, text: str, now: datetime) -> bool:
    """Store a text at its place, at once, outside any transaction.

    Args:
        db: The writer's connection.
        place: Where the words belong.
        text: The whole text, cleaned.
        now: When, for words that are no record yet.

    Returns:
        Whether there is such a place; False when its record is gone.
    """
    if isinstance(place, Kept):
        # Both names come from the closed list in `domain.kept`, never from a person.
        statement = f"UPDATE {place.noun} SET {place.field} = ? WHERE id = ?"  # noqa: S608
        return db.execute(statement, (text, place.id)).rowcount > 0
    if not text:
        clear(db, place.place)
        return True
    moment = instant_text(now)
    db.execute(
        "INSERT INTO unfinished (uuid, created_at, place, text, changed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (place) DO UPDATE SET text = excluded.text, changed_at = excluded.changed_at",
        (str(uuid.uuid4()), moment, place.place, text, moment),
    )
    return True


def clear(db: sqlite3.Connection, place: str) -> None:
    """Forget unfinished words, once they became a record or were given up."""
    db.execute("DELETE FROM unfinished WHERE place = ?", (place,))


def since(db: sqlite3.Connection, place: str) -> datetime | None:
    """Give when the unfinished words of a place were last typed at."""
    row = db.execute("SELECT changed_at FROM unfinished WHERE place = ?", (place,)).fetchone()
    return instant_of(row[0]) if row else None


def read(db: sqlite3.Connection, place: str) -> str:
    """Give the unfinished words of a place; empty when there are none."""
    row = db.execute("SELECT text FROM unfinished WHERE place = ?", (place,)).fetchone()
    return str(row[0]) if row else ""
