"""Opens a notebook's file as SQLite, or says why it cannot be one, without changing what is there."""

import os
import re
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Final

from infotui.domain.errors import NotebookError
from infotui.domain.text import fold
from infotui.storage.identity import APPLICATION_ID

_MAGIC: Final = b"SQLite format 3\x00"
_PRAGMAS: Final = (
    "PRAGMA busy_timeout = 2000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA secure_delete = ON",
    "PRAGMA cell_size_check = ON",
)
# A search reads more pages of the index than SQLite keeps by itself: kept, they are read once.
_ROOM_TO_READ: Final = "PRAGMA cache_size = -16000"


def inspect(path: Path, newest: int) -> bool:
    """Look at a file before SQLite does, so that one which is no notebook stays untouched.

    Args:
        path: The notebook's file.
        newest: The newest schema version this program knows.

    Returns:
        Whether there is a notebook; False when there is no file, or an empty one.

    Raises:
        NotebookError: A folder, unreadable, no SQLite, another program's, or of a newer infotui.
    """
    if path.is_dir():
        raise NotebookError(f"{path} is a folder. Name a file, for example {path / 'notebook.db'}.")
    if path.exists() and not path.is_file():
        raise NotebookError(f"{path} is no file that could hold a notebook. Name another one.")
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return False
    except OSError as cause:
        raise NotebookError(
            f"{path} cannot be read ({cause.strerror}). Nothing was changed."
        ) from cause
    if not head or (_began(path) and not head.strip(b"\x00")):
        return False
    if not head.startswith(_MAGIC) or len(head) < 100:
        raise NotebookError(
            f"{path} is not a notebook: it is no SQLite file. Nothing was changed; name another file."
        )
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotebookError(
            f"{path} belongs to another program, not to infotui. Nothing was changed; name another file."
        )
    check_version(path, int.from_bytes(head[60:64], "big"), newest)
    _check_length(path, head)
    return True


def _began(path: Path) -> bool:
    """Whether a change was cut off in the middle; SQLite undoes it when it opens the file."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def holds_notebook(path: Path) -> bool:
    """Whether a file is a notebook, or the log, the index or the lock of one."""
    for ending in ("", "-wal", "-shm", ".lock"):
        beside = path.with_name(path.name.removesuffix(ending)) if ending else path
        if not path.name.endswith(ending) or not beside.is_file():
            continue
        with beside.open("rb") as file:
            head = file.read(100)
        if head.startswith(_MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION_ID:
            return True
    return False


def _check_length(path: Path, head: bytes) -> None:
    """Refuse a file that lacks its end, unless a log beside it may hold the rest."""
    told_for, changed = head[92:96], head[24:28]
    pages, size = int.from_bytes(head[28:32], "big"), int.from_bytes(head[16:18], "big")
    whole = pages * (65_536 if size == 1 else size)
    log = path.with_name(path.name + "-wal")
    complete = not log.exists() and not _began(path)
    if told_for == changed and path.stat().st_size < whole and complete:
        raise NotebookError(
            f"{path} cannot be read: its end is missing. Nothing was changed; a backup may lie in "
            f"{path.name}.backups beside it."
        )


def check_version(path: Path, version: int, newest: int) -> None:
    """Refuse a notebook from the future.

    Raises:
        NotebookError: Its schema is newer than this program knows.
    """
    if version > newest:
        raise NotebookError(
            f"{path} was written by a newer infotui (notebook version {version}; this program knows "
            f"{newest}). Nothing was changed. Update infotui to open it."
        )


def make_file(path: Path) -> None:
    """Create an empty private file (0600), and its folder (0700) where there is none.

    Raises:
        NotebookError: The folder or file cannot be made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as cause:
        raise NotebookError(
            f"{path} cannot be made ({cause.strerror}). Name a file in a folder you may write to."
        ) from cause


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the file; transactions are ours to begin and to end (autocommit otherwise).

    Raises:
        NotebookError: SQLite cannot open or read it.
    """
    mode = "ro" if read_only else "rw"
    try:
        # One thread uses it; another may only close it, when that one hangs in its terminal.
        db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True, isolation_level=None, check_same_thread=False,
        )  # fmt: skip
    except sqlite3.Error as cause:
        raise NotebookError(f"{path} cannot be opened ({cause}). Nothing was changed.") from cause
    # Another tool may have stored bytes that are no UTF-8; they must not stop every list they are in.
    db.text_factory = _decode
    db.create_function("folded", 1, folded, deterministic=True)
    try:
        for pragma in _PRAGMAS:
            db.execute(pragma)
        if read_only:
            db.execute(_ROOM_TO_READ)
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as cause:
        db.close()
        raise NotebookError(
            f"{path} cannot be read as a notebook ({cause}). Nothing was changed."
        ) from cause
    return db


def version_of(db: sqlite3.Connection) -> int:
    """The schema version that the file holds; 0 for an empty one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")
_USUAL_LENGTH: Final = 1_000  # characters; what is longer is rare, and not kept in memory


def folded(text: str | None) -> str:
    """Give a stored text as `fold` does, but for its white space: what `folded()` is in a view.

    A filter asks for thousands of texts with every key: those that are no ASCII are folded once.
    """
    if text is None or text.isascii():
        return (text or "").casefold()
    return _folded_before(text) if len(text) <= _USUAL_LENGTH else _without_accents(text)


def _without_accents(text: str) -> str:
    return _BEYOND_ASCII.sub(lambda found: _plain(found[0]), text).casefold()


_folded_before = lru_cache(maxsize=32_768)(_without_accents)


@lru_cache(maxsize=4_096)
def _plain(letters: str) -> str:
    # Between two letters, so that a space at an edge stays one.
    return fold(f"a{letters}a")[1:-1]


def _decode(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
