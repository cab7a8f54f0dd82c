"""The fifth schema: what reviewing past talks needs beyond the fourth; as SQL, never changed again."""

import sqlite3
from typing import Final

_INSTANT: Final = "GLOB '????-??-??T??:??:??.??????Z'"
_HEAD: Final = f"""
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at {_INSTANT}),
"""

# A question in other words than the bank's, joined by hand to the one it means: the key of that one.
_QUESTION: Final = (
    "ALTER TABLE question ADD COLUMN joined TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX question_by_joined ON question (joined) WHERE joined <> ''",
)
# What the person made of two findings that are at odds. Which may be is guessed anew from their words.
_CONTRADICTION: Final = (
    f"""CREATE TABLE contradiction ({_HEAD}
    finding_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'explained', 'none')),
    why TEXT NOT NULL DEFAULT '',
    settled_at TEXT CHECK (settled_at {_INSTANT}),
    UNIQUE (finding_id, other_id),
    CHECK (finding_id <> other_id)
) STRICT""",
    "CREATE INDEX contradiction_by_other ON contradiction (other_id)",
)
STATEMENTS: Final = (*_QUESTION, *_CONTRADICTION)


def take(db: sqlite3.Connection) -> None:
    """Bring a notebook of the fourth schema to the fifth."""
    for statement in STATEMENTS:
        db.execute(statement)
