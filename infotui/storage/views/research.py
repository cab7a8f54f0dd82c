"""Reads research notes over all people and organizations, found by words as one types."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.research import FieldNotes, ResearchFound
from infotui.domain.text import fold
from infotui.storage.views.holding import has, pattern

_LONGEST: Final = 200  # characters of a filter

_FROM: Final = """
FROM research_note r LEFT JOIN contact c ON c.id = r.contact_id
LEFT JOIN organization o ON o.id = coalesce(r.organization_id, c.organization_id)
"""
_FIELD: Final = "coalesce(nullif(c.field, ''), o.field, '')"


_OF_FIELD: Final = "IN (SELECT value FROM json_each(?1))"
_IN_FIELD: Final = f"""FROM research_note r WHERE r.contact_id IN (SELECT c.id FROM contact c
        LEFT JOIN organization o ON o.id = c.organization_id WHERE {_FIELD} {_OF_FIELD})
    OR r.organization_id IN (SELECT id FROM organization WHERE field {_OF_FIELD})"""
# The words of a person and of an organization, their field among them, are stored folded. Who has the
# word is found once, not once for each note.
_PLACES: Final = (
    "(SELECT id FROM organization WHERE folded LIKE ?1 ESCAPE '\\' OR words LIKE ?1 ESCAPE '\\')"
)
_HOLDS: Final = f"""({has("r.body")} OR {has("r.source")}
    OR r.organization_id IN {_PLACES}
    OR r.contact_id IN (SELECT id FROM contact WHERE folded LIKE ?1 ESCAPE '\\'
        OR words LIKE ?1 ESCAPE '\\' OR organization_id IN {_PLACES}))"""


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
    return _newest(db, f"FROM research_note r WHERE {where}", list(map(pattern, words)), limit)


def in_field(db: sqlite3.Connection, field: str, limit: int = 200) -> list[ResearchFound]:
    """Give the research notes in a field of work, the newest first (S2)."""
    # Of all spellings of all fields there are few; only they are folded, not the field of each note.
    used = db.execute("SELECT field FROM contact UNION SELECT field FROM organization")
    meant = json.dumps([row[0] for row in used if fold(row[0]) == fold(field)])
    return _newest(db, _IN_FIELD, [meant], limit)


def count(db: sqlite3.Connection) -> int:
    """Count all research notes."""
    return int(db.execute("SELECT count(*) FROM research_note").fetchone()[0])


def _newest(
    db: sqlite3.Connection, source: str, values: Sequence[str], limit: int
) -> list[ResearchFound]:
    rows = db.execute(
        f"""SELECT r.id, CASE WHEN c.id IS NULL THEN 'organization' ELSE 'contact' END,
            coalesce(c.id, o.id), coalesce(c.name, o.name),
            CASE WHEN c.id IS NULL THEN '' ELSE coalesce(o.name, '') END, {_FIELD},
            r.created_at, r.source, r.body {_FROM}
        WHERE r.id IN (SELECT r.id {source}
            ORDER BY r.created_at DESC, r.id DESC LIMIT ?{len(values) + 1})
        ORDER BY r.created_at DESC, r.id DESC""",
        (*values, limit),
    )
    return [ResearchFound(*(*row[:6], instant_of(row[6]), *row[7:])) for row in rows]


def fields(db: sqlite3.Connection) -> list[FieldNotes]:
    """Give the fields of work with how many notes there are in each, those with most first.

    Spellings that differ in capitals or accents alone are one field, under its most used spelling.
    """
    # Counted by the indexes of whom the notes are on, without a look at the notes themselves.
    rows = db.execute(
        f"""SELECT field, sum(notes), sum(person), sum(organization) FROM (
            SELECT {_FIELD} AS field, r.notes, 1 AS person, 0 AS organization
            FROM (SELECT contact_id, count(*) AS notes FROM research_note
                WHERE contact_id IS NOT NULL GROUP BY contact_id) r
            JOIN contact c ON c.id = r.contact_id LEFT JOIN organization o ON o.id = c.organization_id
            UNION ALL SELECT o.field, r.notes, 0, 1
            FROM (SELECT organization_id, count(*) AS notes FROM research_note
                WHERE organization_id IS NOT NULL GROUP BY organization_id) r
            JOIN organization o ON o.id = r.organization_id)
        GROUP BY 1 ORDER BY 2 DESC, 1"""
    )
    found: dict[str, FieldNotes] = {}
    for field, *counts in rows:
        was = found.get(fold(field), FieldNotes(field, 0, 0, 0))
        found[fold(field)] = FieldNotes(
            was.field, *(a + b for a, b in zip(was[1:], counts, strict=True))
        )
    return sorted(found.values(), key=lambda row: (not row.field, -row.notes, fold(row.field)))
