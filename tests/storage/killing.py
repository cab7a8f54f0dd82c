"""What a kill leaves: the files of a notebook as they lie on the disk before each statement of a piece of work."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path


def every_moment(
    db: sqlite3.Connection, notebook: Path, folder: Path, work: Callable[[], object]
) -> list[Path]:
    """Do a piece of work; give a copy of the notebook for each moment at which it could be killed."""
    moments: list[Path] = []

    def snap(_: str) -> None:
        place = folder / f"kill-{len(moments)}"
        place.mkdir()
        for end in ("", "-wal", "-journal"):
            if Path(f"{notebook}{end}").exists():
                shutil.copyfile(f"{notebook}{end}", place / f"{notebook.name}{end}")
        moments.append(place / notebook.name)

    db.set_trace_callback(snap)
    work()
    db.set_trace_callback(None)
    return moments
