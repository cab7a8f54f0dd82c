"""One writer per notebook: a lock on a file beside it that the system frees when its holder dies."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """The right to write to one notebook, held or not."""

    def __init__(self, notebook: Path) -> None:
        # Beside the notebook itself, not beside a link to it: both names mean one file.
        file = notebook.resolve()
        self._path = file.with_name(file.name + ".lock")
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this program holds it."""
        return self._handle is not None

    def take(self) -> bool:
        """Take the lock if nobody has it; never waits.

        Returns:
            Whether it is held now.

        Raises:
            OSError: The lock's file cannot be made.
        """
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _try_lock(handle)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def free(self) -> None:
        """Let go of it; the file stays, since removing it could free a lock that another just took."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
