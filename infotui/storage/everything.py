"""Reads a whole notebook, table by table, with references by uuid instead of this file's ids."""

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

TABLES: Final = (
    "organization", "contact", "contact_point", "contact_tag", "research_note", "interview",
    "interview_person", "goal", "checklist_item", "question", "segment", "note", "note_tag",
    "finding", "lead", "promise", "opening", "resource", "resource_share", "thank_you", "debrief",
    "introduction", "draft", "outreach", "touch", "outcome", "outcome_notice", "contradiction",
    "state_change", "unfinished",
)  # fmt: skip


def notebook_uuid(db: sqlite3.Connection) -> str:
    """Give the uuid of the notebook itself."""
    return str(db.execute("SELECT uuid FROM notebook").fetchone()[0])


def records(db: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """Give every record of a table as plain values, in the order they were made.

    A reference `contact_id` becomes `contact`: the uuid of what it points to. Our own sort keys
    (`folded`, `words`) and this file's numbers (`id`) are left out.
    """
    if table not in TABLES:
        raise ValueError(f"there is no table {table}")
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    targets = {row[3]: row[2] for row in db.execute(f"PRAGMA foreign_key_list({table})")}
    chosen, names = [], []
    for column in columns:
        if column in {"id", "folded", "words"}:
            continue
        if column in targets:
            target = targets[column]
            chosen.append(f"(SELECT uuid FROM {target} x WHERE x.id = t.{column})")
            names.append(column.removesuffix("_id"))
        else:
            chosen.append(f"t.{column}")
            names.append(column)
    query = f"SELECT {', '.join(chosen)} FROM {table} t ORDER BY t.id"
    for row in db.execute(query):
        yield dict(zip(names, row, strict=True))
