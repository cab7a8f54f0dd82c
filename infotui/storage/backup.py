"""Copies of a whole notebook, made by SQLite itself and checked before they count."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from infotui.domain.errors import NotebookError
from infotui.storage.connection import make_file


def backup_folder(notebook: Path) -> Path:
    """Where the copies of a notebook lie: a folder beside it."""
    return notebook.with_name(notebook.name + ".backups")


def make_backup(db: sqlite3.Connection, notebook: Path, now: datetime, reason: str) -> Path:
    """Copy the notebook beside itself, check the copy, and only then give it its name.

    Args:
        db: The open notebook.
        notebook: Its file.
        now: The instant for the copy's name.
        reason: One word for the copy's name (`version-1`).

    Returns:
        The copy's file (0600).

    Raises:
        NotebookError: It could not be written or does not read back.
    """
    name = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{reason}.db"
    target = backup_folder(notebook) / name
    unready = target.with_suffix(".part")
    try:
        make_file(unready)
        copy = sqlite3.connect(unready)
        try:
            db.backup(copy)
            verdict = copy.execute("PRAGMA quick_check").fetchone()[0]
        finally:
            copy.close()
        if verdict != "ok":
            raise NotebookError(f"The backup {target} does not read back ({verdict}).")
        unready.replace(target)
    except (OSError, sqlite3.Error) as cause:
        raise NotebookError(
            f"No backup could be made in {target.parent} ({cause}). The notebook was left as it is."
        ) from cause
    return target
