"""Records what one transaction does to the records, whatever it was, so that it can be turned back."""

# By triggers of this connection alone, which see what foreign keys carry away or set free as well.
# They cost some milliseconds to lay, so only a change that a person can take back is recorded.

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

# What is only noted down to be made again follows the records by itself.
_NOT_RECORDED: Final = frozenset({"unindexed", "unindexed_thing", "known_word"})
_LOG: Final = "recorded"
# What comes with one record and serves others as well stays when these name it by then.
_SHARED: Final = frozenset({"organization"})


class Step(NamedTuple):
    """One row that came, went or changed: its values before and after, by column."""

    table: str
    row: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass
class Recording:
    """What a transaction did, row by row in the order it did it; empty until it is through."""

    steps: list[Step] = field(default_factory=list)


def begin(db: sqlite3.Connection) -> None:
    """Begin to record on a connection; outside a transaction."""
    db.execute("PRAGMA temp_store = MEMORY")  # words of a person do not go into a file elsewhere
    db.execute(
        f"CREATE TEMP TABLE {_LOG}"
        " (n INTEGER PRIMARY KEY, name TEXT, row INTEGER, before TEXT, after TEXT)"
    )
    for table, columns in _tables(db):
        was, now = (", ".join(f"{side}.{c}" for c in columns) for side in ("old", "new"))
        for event, row, before, after in (
            ("INSERT", "new", "NULL", f"json_array({now})"),
            ("UPDATE", "old", f"json_array({was})", f"json_array({now})"),
            ("DELETE", "old", f"json_array({was})", "NULL"),
        ):
            db.execute(
                f"CREATE TEMP TRIGGER {_LOG}_{table}_{event} AFTER {event} ON main.{table} BEGIN"
                f" INSERT INTO {_LOG} (name, row, before, after)"
                f" VALUES ('{table}', {row}.rowid, {before}, {after}); END"
            )


def end(db: sqlite3.Connection, recording: Recording) -> None:
    """Stop recording; what was recorded since it began stands in `recording`."""
    columns = dict(_tables(db))
    for name, row, before, after in db.execute(f"SELECT name, row, before, after FROM {_LOG}"):
        was, now = (
            None if side is None else dict(zip(columns[name], json.loads(side), strict=True))
            for side in (before, after)
        )
        if was != now:
            recording.steps.append(Step(name, row, was, now))
    for table in columns:
        for event in ("INSERT", "UPDATE", "DELETE"):
            db.execute(f"DROP TRIGGER IF EXISTS temp.{_LOG}_{table}_{event}")
    db.execute(f"DROP TABLE IF EXISTS temp.{_LOG}")


def turn_back(db: sqlite3.Connection, recording: Recording) -> None:
    """Undo what was recorded, the last step first, within the transaction that is open.

    Rows that went come back with their ids and uuids. A value that was changed again since then is
    left as it is now, and so is an organization that somebody else works at by now.

    Raises:
        sqlite3.IntegrityError: Something has taken the place of a row, or hangs on one that came.
    """
    # What refers to each other comes back one after the other; in the end all of it is there.
    db.execute("PRAGMA defer_foreign_keys = ON")
    for table, row, before, after in reversed(recording.steps):
        if before is None:
            if not _is_named(db, table, row):
                db.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
            elif table not in _SHARED:
                raise sqlite3.IntegrityError(f"something hangs on {table} {row}")
        elif after is None:
            names, places = ", ".join(before), ", ".join("?" * len(before))
            statement = f"INSERT INTO {table} ({names}) VALUES ({places})"
            db.execute(statement, tuple(before.values()))
        else:
            for column in (c for c in before if before[c] != after[c]):
                db.execute(
                    f"UPDATE {table} SET {column} = ? WHERE rowid = ? AND {column} IS ?",
                    (before[column], row, after[column]),
                )


def _is_named(db: sqlite3.Connection, table: str, row: int) -> bool:
    """Tell whether a row is named by others, which its removal would take along or leave without it."""
    for other, _ in _tables(db):
        for key in db.execute(f"PRAGMA main.foreign_key_list({other})").fetchall():
            named = f"SELECT 1 FROM {other} WHERE {key[3]} = ? LIMIT 1"
            if key[2] == table and db.execute(named, (row,)).fetchone():
                return True
    return False


def _tables(db: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    """Give the tables that hold records, each with its columns."""
    named = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite%' ORDER BY name"
    ).fetchall()
    for (table,) in named:
        if table not in _NOT_RECORDED:
            yield table, [row[1] for row in db.execute(f"PRAGMA main.table_info({table})")]
