"""One open notebook: its reading road, its writing road and the save of every key, on one connection."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from infotui.domain.clock import Clock
from infotui.domain.errors import (
    IllegalMoveError,
    NotebookError,
    NotFoundError,
    NotSavedError,
    ReadOnlyError,
)
from infotui.domain.kept import Place, Unfinished
from infotui.storage import keystrokes, recording, search_index
from infotui.storage.beside import Beside
from infotui.storage.connection import check_version, connect, inspect, make_file, version_of
from infotui.storage.identity import NEWEST
from infotui.storage.lock import WriterLock
from infotui.storage.recording import Recording

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from infotui.storage.shelves import Shelves

SYNC_EVERY: Final = 0.8  # seconds: what a loss of power can take at most


class Store:
    """An open notebook. One thread, one connection, at most one writer in the world."""

    def __init__(self, path: Path, clock: Clock, db: sqlite3.Connection, lock: WriterLock) -> None:
        self.path = path
        self._clock = clock
        self._db = db
        self._lock = lock
        self._engine: Engine | None = None
        self._last_sync = clock.monotonic()
        self._unsynced = False
        self._only_reads = False
        self._last_step: Callable[[Shelves], None] = _no_more

    @classmethod
    def open(cls, path: Path, clock: Clock) -> "Store":
        """Open a notebook for writing, or for reading while another program writes it.

        A missing file is made (0600); an older schema is migrated after a backup.

        Raises:
            NotebookError: It cannot be a notebook; nothing was changed.
        """
        exists = inspect(path, NEWEST)
        if not exists:
            make_file(path)
        lock = WriterLock(path)
        try:
            writes = lock.take()
        except OSError as cause:
            raise NotebookError(
                f"{path.parent} cannot be written to ({cause.strerror}), so the notebook was not opened."
            ) from cause
        if not writes:
            return cls._open_reader(path, clock, lock)
        try:
            db = _open_writer(path, clock.now())
        except BaseException:
            lock.free()
            raise
        return cls(path, clock, db, lock)

    @classmethod
    def open_to_read(cls, path: Path, clock: Clock) -> "Store":
        """Open an existing notebook for reading only, beside whoever writes it.

        Raises:
            NotebookError: There is none, or it cannot be read.
        """
        if not inspect(path, NEWEST):
            raise NotebookError(f"There is no notebook at {path}. `infotui` makes one.")
        lock = WriterLock(path)
        with contextlib.suppress(OSError):
            # Alone with the notebook, SQLite takes its own two files away again when it is closed.
            lock.take()
        try:
            store = cls._open_reader(path, clock, lock)
        except BaseException:
            lock.free()
            raise
        store._only_reads = True
        return store

    @classmethod
    def _open_reader(cls, path: Path, clock: Clock, lock: WriterLock) -> "Store":
        _check_log(path)
        db = connect(path, read_only=not lock.held)
        if version_of(db) != NEWEST:
            version = version_of(db)
            db.close()
            check_version(path, version, NEWEST)
            raise NotebookError(
                f"{path} is from an older infotui. Open it once with `infotui` to bring it up to date."
            )
        return cls(path, clock, db, lock)

    @property
    def read_only(self) -> bool:
        """Whether this program only reads, because it does not hold the writer's lock."""
        return self._only_reads or not self._lock.held

    def reading(self) -> sqlite3.Connection:
        """The reading road: for the plain SQL of views."""
        return self._db

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """The notebook as it is at one moment, on a connection of its own that only reads."""
        db = connect(self.path, read_only=True)
        try:
            db.execute("BEGIN")
            yield db
        finally:
            db.close()

    def beside(self) -> Beside:
        """Give another connection to the notebook that only reads; whoever asks for it closes it."""
        return Beside(connect(self.path, read_only=True))

    def end_each_with(self, step: "Callable[[Shelves], None]") -> None:
        """Take one more step at the end of each change, within its transaction."""
        self._last_step = step

    @contextlib.contextmanager
    def writing(self) -> "Iterator[Shelves]":
        """The writing road: all shelves on one session; one user intent, one synced transaction.

        Raises:
            ReadOnlyError: Another program writes this notebook.
        """
        self._must_write()
        from infotui.domain import records  # noqa: F401 - the gate, before what needs it
        from infotui.storage.shelves import Shelves
        from infotui.storage.writing_road import make_engine, session_on, telling_trouble

        if self._engine is None:
            self._engine = make_engine(self._db)
        before = self._db.total_changes
        self._sync_level("FULL")
        try:
            with telling_trouble(), session_on(self._engine) as session:
                shelves = Shelves(session, self._clock.now())
                yield shelves
                self._last_step(shelves)
            if self._db.total_changes != before:
                self._synced()
        finally:
            self._sync_level("NORMAL")

    @contextlib.contextmanager
    def recorded(self) -> "Iterator[tuple[Shelves, Recording]]":
        """The writing road, with a record of all that it did, by which it can be turned back whole.

        Raises:
            ReadOnlyError: Another program writes this notebook.
        """
        self._must_write()
        done = Recording()
        recording.begin(self._db)
        try:
            with self.writing() as shelves:
                yield shelves, done
        finally:
            recording.end(self._db, done)

    def turn_back(self, done: Recording) -> None:
        """Undo what was recorded, in one transaction.

        Raises:
            ReadOnlyError: Another program writes this notebook.
            NotSavedError: It could not be written; nothing was changed.
            IllegalMoveError: Something has taken its place since then, or hangs on what came;
                nothing was changed.
        """
        self._must_write()
        self._sync_level("FULL")
        try:
            self._db.execute("BEGIN IMMEDIATE")
            recording.turn_back(self._db, done)
            self._db.execute("COMMIT")
            self._synced()
        except sqlite3.IntegrityError as cause:
            self._db.execute("ROLLBACK")
            raise IllegalMoveError(
                "Something else has taken its place or hangs on it by now, so that cannot be taken "
                "back. Nothing was changed."
            ) from cause
        except sqlite3.Error as cause:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise NotSavedError(
                f"That was not taken back ({cause}). The notebook is as it was; try it again."
            ) from cause
        finally:
            self._sync_level("NORMAL")

    def keep(self, place: Place, text: str) -> None:
        """Save a text as it is typed; synced to the disk when the last sync is 0.8 s ago.

        Raises:
            ReadOnlyError: Another program writes this notebook.
            NotSavedError: The disk is full, read-only or gone; nothing that was stored is harmed.
            NotFoundError: The record of that place is gone.
        """
        self._must_write()
        due = self._clock.monotonic() - self._last_sync >= SYNC_EVERY
        if due:
            self._sync_level("FULL")
        before = self._db.total_changes
        try:
            found = keystrokes.save(self._db, place, text, self._clock.now())
            if self._db.total_changes != before:
                self._unsynced = True
                if due:
                    self._synced()
        except sqlite3.Error as cause:
            raise _not_saved(cause) from cause
        finally:
            if due:
                self._sync_level("NORMAL")
        if not found:
            raise NotFoundError(
                "What these words belong to is gone, so they cannot be saved there."
            )

    def remember_focus(self, interview_id: int | None) -> None:
        """Remember which interview the middle screens open on; needs no record, so no SQLModel.

        Raises:
            ReadOnlyError: Another program writes this notebook.
            NotSavedError: It could not be stored.
        """
        self._must_write()
        try:
            self._db.execute("UPDATE notebook SET focus_id = ?", (interview_id,))
        except sqlite3.Error as cause:
            raise _not_saved(cause) from cause

    def unfinished(self, place: Unfinished) -> str:
        """Give the words that were typed at a place and never became a record."""
        return keystrokes.read(self._db, place.place)

    def unfinished_since(self, place: Unfinished) -> datetime | None:
        """Give when somebody last typed at a place whose words never became a record."""
        return keystrokes.since(self._db, place.place)

    @property
    def unsynced(self) -> bool:
        """Whether something was kept that a loss of power could still take."""
        return self._unsynced

    def sync(self) -> None:
        """Put all that was kept onto the disk; does nothing when there is nothing new."""
        if not self._unsynced or self.read_only:
            return
        self._sync_level("FULL")
        try:
            # An empty commit writes no frame and so syncs nothing: the pulse makes it a real one.
            self._db.execute("UPDATE notebook SET pulse = pulse + 1")
            self._synced()
        except sqlite3.Error as cause:
            raise _not_saved(cause) from cause
        finally:
            self._sync_level("NORMAL")

    def catch_up_index(self, most: int | None = None, seconds: float | None = None) -> bool:
        """Bring the index of words up to the records; a reader sees it as its writer left it.

        Args:
            most: Stop once about so many records are done.
            seconds: Stop after about so long.

        Returns:
            Whether nothing is left that this program could index.
        """
        if self._lock.held:
            now = None if seconds is None else self._clock.monotonic
            search_index.catch_up(self._db, most, now, seconds or 0.0)
        return not (self._lock.held and search_index.is_behind(self._db))

    def version(self) -> int:
        """A number that changes when another program changed the notebook."""
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    def take_over(self) -> bool:
        """Become the writer if the one before is gone.

        Returns:
            Whether this program writes now.

        Raises:
            NotebookError: It cannot be written to, as when a newer infotui left it; it is read on.
        """
        if not self.read_only:
            return True
        if self._only_reads:
            return False
        try:
            taken = self._lock.take()
        except OSError:
            taken = False  # no lock can be made here, so this stays a reader
        if not taken:
            return False
        try:
            writer = _open_writer(self.path, self._clock.now())
        except NotebookError:
            self._lock.free()
            raise
        self._db.close()
        self._db, self._engine = writer, None
        return True

    def close(self) -> None:
        """Sync, fold the log into the one file, and let the next writer in."""
        with contextlib.suppress(sqlite3.Error, NotSavedError):
            self.sync()
            if not self.read_only:
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()
        self._lock.free()

    def _must_write(self) -> None:
        if self.read_only:
            raise ReadOnlyError(
                "Another infotui is writing this notebook; this one only shows it. "
                "Close the other one and this takes over by itself."
            )

    def _sync_level(self, level: str) -> None:
        self._db.execute(f"PRAGMA synchronous = {level}")

    def _synced(self) -> None:
        self._unsynced = False
        self._last_sync = self._clock.monotonic()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


def _no_more(_shelves: "Shelves") -> None:
    pass


def _not_saved(cause: Exception) -> NotSavedError:
    return NotSavedError(
        f"Not saved ({cause}). Your words are still here; saving is tried again by itself."
    )


def _check_log(path: Path) -> None:
    """Refuse a newer notebook whose version stands in its log only, without folding the log in."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        with contextlib.closing(connect(path, read_only=True)) as db:
            check_version(path, version_of(db), NEWEST)


def _open_writer(path: Path, now: datetime) -> sqlite3.Connection:
    """Open the file for writing, at the newest schema, private, with a write-ahead log."""
    _check_log(path)
    db = connect(path)
    try:
        check_version(path, version_of(db), NEWEST)
        # The schema is laid before the log is switched on, so that the file's head names its owner
        # even if the program is killed a moment later.
        if version_of(db) < NEWEST:
            from infotui.storage.migrations import migrate

            if migrate(db, path, now):
                search_index.catch_up(db)
        with contextlib.suppress(OSError):  # another user's file that we may write to nevertheless
            path.chmod(0o600)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA fullfsync = 1")
    except sqlite3.Error as cause:
        db.close()
        raise NotebookError(
            f"{path} cannot be written to ({cause}). What it holds is untouched."
        ) from cause
    except BaseException:
        db.close()
        raise
    return db
