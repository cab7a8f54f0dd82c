"""From nothing to the newest schema, one hand-written step a version; a backup goes first."""

import sqlite3
import uuid
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import infotui
from infotui.domain.errors import NotebookError
from infotui.storage import schema, schema_afterwards, schema_live, schema_prepare, schema_review
from infotui.storage.backup import make_backup
from infotui.storage.connection import version_of
from infotui.storage.identity import APPLICATION_ID

Step = Callable[[sqlite3.Connection], None]


def _first(db: sqlite3.Connection) -> None:
    for statement in schema.FIRST:
        db.execute(statement)
    db.execute(
        "INSERT INTO notebook (id, uuid, made_by) VALUES (1, ?, ?)",
        (str(uuid.uuid4()), infotui.__version__),
    )


STEPS: Final[Sequence[Step]] = (
    _first,
    schema_live.take,
    schema_prepare.take,
    schema_afterwards.take,
    schema_review.take,
)


def migrate(
    db: sqlite3.Connection, path: Path, now: datetime, steps: Sequence[Step] = STEPS
) -> int:
    """Bring a notebook to the newest schema, each step whole or not at all.

    Args:
        db: The open notebook, in no transaction.
        path: Its file, for the backup beside it.
        now: The instant for the backup's name.
        steps: The way from version 0; step n leads from version n to n + 1.

    Returns:
        How many steps were taken.

    Raises:
        NotebookError: A step failed; the notebook is as it was before that step.
    """
    start = version_of(db)
    if start >= len(steps):
        return 0
    if start > 0:
        make_backup(db, path, now, f"version-{start}")
    for number in range(start, len(steps)):
        _take(db, path, steps[number], number + 1)
    return len(steps) - start


def _take(db: sqlite3.Connection, path: Path, step: Step, version: int) -> None:
    # Off while tables are rebuilt: dropping a table would delete what hangs on it. It cannot be
    # switched inside a transaction, so the references are checked before the commit instead.
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        db.execute("BEGIN IMMEDIATE")
        step(db)
        if broken := db.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"a reference from {broken[0]} would be lost")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {int(version)}")
        db.execute("COMMIT")
    except BaseException as cause:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if not isinstance(cause, sqlite3.Error):
            raise
        raise NotebookError(
            f"{path} could not be brought to version {version} ({cause}). It is as it was."
        ) from cause
    finally:
        db.execute("PRAGMA foreign_keys = ON")
