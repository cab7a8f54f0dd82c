"""A second connection to an open notebook, which only reads and can be told to give up what it reads."""

import contextlib
import sqlite3
from collections.abc import Callable
from threading import Event
from typing import TypeVar

T = TypeVar("T")


class Beside:
    """For a thread beside the one that writes: it sees what was stored, and holds nobody up."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._stop = Event()

    def look(self, at: Callable[[sqlite3.Connection], T]) -> T | None:
        """Give what is read; None when it was told to give up meanwhile."""
        self._stop.clear()
        try:
            seen = at(self._db)
        except sqlite3.Error:
            if self._stop.is_set():
                return None
            raise
        return None if self._stop.is_set() else seen

    def give_up(self) -> None:
        """Let what is being read end at once; may be called from any thread."""
        self._stop.set()
        with contextlib.suppress(sqlite3.ProgrammingError):  # it was closed meanwhile
            self._db.interrupt()

    def close(self) -> None:
        """Let the notebook go."""
        self._db.close()
