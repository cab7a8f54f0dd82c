"""Copies one plan, with what its live screen shows and no more, into a notebook that is still empty."""

import sqlite3
from collections.abc import Mapping
from typing import Any, Final

from infotui.domain.errors import NotebookError

_NOTES: Final = "SELECT research_note_id FROM question WHERE interview_id = :talk"
_CONTACTS: Final = (
    "SELECT contact_id FROM interview WHERE id = :talk"
    f" UNION SELECT contact_id FROM research_note WHERE id IN ({_NOTES})"
)
# Of each table the rows that are taken: first what others refer to. How to reach somebody, earlier
# talks and everything else stay where they are: it shall lie in no second place.
_TAKEN: Final = (
    ("organization",
     "SELECT * FROM organization WHERE id IN (SELECT organization_id FROM interview WHERE id = :talk"
     f" UNION SELECT organization_id FROM contact WHERE id IN ({_CONTACTS})"
     f" UNION SELECT organization_id FROM research_note WHERE id IN ({_NOTES}))"),
    ("contact", f"SELECT * FROM contact WHERE id IN ({_CONTACTS})"),
    ("research_note", f"SELECT * FROM research_note WHERE id IN ({_NOTES})"),
    ("interview", "SELECT * FROM interview WHERE id = :talk"),
    ("goal", "SELECT * FROM goal WHERE interview_id = :talk"),
    ("question", "SELECT * FROM question WHERE interview_id = :talk"),
)  # fmt: skip
# What in the copy must not refer to a record that stays behind, nor tell of a talk before.
_EMPTIED: Final = {
    "contact": frozenset({"introducer_id"}),
    "question": frozenset({"note_id", "spent_seconds"}),
}


def copy_plan(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    interview_id: int,
    estimates: Mapping[int, int],
) -> None:
    """Copy a plan, whole or not at all; its records keep their ids and uuids, and it is in focus.

    Args:
        source: The notebook it is in; only read.
        target: A notebook of the same schema without any record.
        interview_id: Which plan.
        estimates: Seconds that each question, by its id, is to take in the copy.

    Raises:
        NotebookError: Something in it cannot be stored; the source is as it was.
    """
    try:
        target.execute("BEGIN IMMEDIATE")
        for table, query in _TAKEN:
            rows = source.execute(query, {"talk": interview_id})
            columns = [column[0] for column in rows.description]
            _lay(target, table, columns, rows.fetchall())
        for question_id, seconds in estimates.items():
            statement = "UPDATE question SET estimate_seconds = ? WHERE id = ?"
            target.execute(statement, (max(1, seconds), question_id))
        target.execute("UPDATE notebook SET focus_id = ?", (interview_id,))
        target.execute("COMMIT")
    except sqlite3.Error as cause:
        if target.in_transaction:
            target.execute("ROLLBACK")
        raise NotebookError(
            f"This plan could not be copied ({cause}). The notebook is as it was."
        ) from cause


def _lay(db: sqlite3.Connection, table: str, columns: list[str], rows: list[Any]) -> None:
    empty = _EMPTIED.get(table, frozenset())
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    values = [
        tuple(None if c in empty else v for c, v in zip(columns, row, strict=True)) for row in rows
    ]
    db.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", values)
