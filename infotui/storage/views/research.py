"""Reads research notes over all people and organizations, found by words as one types."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.research import FieldNotes, ResearchFound
from infotui.domain.text import fold

_LONGEST: Final = 200  # characters of a filter

_FROM: Final = """
FROM research_note r LEFT JOIN contact c ON c.id = r.contact_id
LEFT JOIN organization o ON o.id = coalesce(r.organization_id, c.organization_id)
"""
_FIELD: Final = "coalesce(nullif(c.field, ''), o.field, '')"


def _has(text: str) -> str:
    # SQLite compares ASCII by itself without regard to capitals, several times as fast as `folded`
    # does; so only what holds other letters is folded for the comparison.
    return (
        f"({text} LIKE ?1 ESCAPE '\\' OR length({text}) < length(CAST({text} AS BLOB))"
        f" AND folded({text}) LIKE ?1 ESCAPE '\\')"
    )


# The words of a person and of an organization, their field among them, are stored folded.
_HOLDS: Final = f"""({_has("r.body")} OR {_has("r.source")}
    OR c.folded LIKE ?1 ESCAPE '\\' OR c.words LIKE ?1 ESCAPE '\\'
    OR o.folded LIKE ?1 ESCAPE '\\' OR o.words LIKE ?1 ESCAPE '\\')"""


def search(db: sqlite3.Connection, needle: str = "", limit: int = 200) -> list[ResearchFound]:
    """Give the research notes that hold every word, the newest first.

    Args:
        db: The open notebook.
        needle: Words, each to be found somewhere in the note, its source, the name of whom it is
            about, where they work, or their role and field; accents and capitals make no difference.
        limit: How many at most.
    """
    # The longest first: it is the rarest, and the others are looked for only where it was found.
    words = sorted(fold(needle[:_LONGEST]).split(), key=len, reverse=True)
    where = " AND ".join(_HOLDS.replace("?1", f"?{n}") for n in range(1, len(words) + 1)) or "1"
    return _newest(db, where, [f"%{_literal(word)}%" for word in words], limit)


def in_field(db: sqlite3.Connection, field: str, limit: int = 200) -> list[ResearchFound]:
    """Give the research notes in a field of work, the newest first (S2)."""
    return _newest(db, f"folded({_FIELD}) = ?1", [fold(field)], limit)


def count(db: sqlite3.Connection) -> int:
    """Count all research notes."""
    return int(db.execute("SELECT count(*) FROM research_note").fetchone()[0])


def _newest(
    db: sqlite3.Connection, where: str, values: Sequence[str], limit: int
) -> list[ResearchFound]:
    rows = db.execute(
        f"""SELECT r.id, CASE WHEN c.id IS NULL THEN 'organization' ELSE 'contact' END,
            coalesce(c.id, o.id), coalesce(c.name, o.name),
            CASE WHEN c.id IS NULL THEN '' ELSE coalesce(o.name, '') END, {_FIELD},
            r.created_at, r.source, r.body {_FROM}
        WHERE r.id IN (SELECT r.id {_FROM} WHERE {where}
            ORDER BY r.created_at DESC, r.id DESC LIMIT ?{len(values) + 1})
        ORDER BY r.created_at DESC, r.id DESC""",
        (*values, limit),
    )
    return [ResearchFound(*(*row[:6], instant_of(row[6]), *row[7:])) for row in rows]


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def fields(db: sqlite3.Connection) -> list[FieldNotes]:
    """Give the fields of work with how many notes there are in each, those with most first.

    Spellings that differ in capitals or accents alone are one field, under its most used spelling.
    """
    rows = db.execute(
        f"""SELECT {_FIELD} AS field, count(*), count(DISTINCT r.contact_id),
            count(DISTINCT r.organization_id) {_FROM} GROUP BY 1 ORDER BY 2 DESC, 1"""
    )
    found: dict[str, FieldNotes] = {}
    for field, *counts in rows:
        was = found.get(fold(field), FieldNotes(field, 0, 0, 0))
        found[fold(field)] = FieldNotes(
            was.field, *(a + b for a, b in zip(was[1:], counts, strict=True))
        )
    return sorted(found.values(), key=lambda row: (not row.field, -row.notes, fold(row.field)))
