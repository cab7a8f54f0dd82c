"""Migrations: from nothing, step by step, each whole or not at all, and never without a copy first."""

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from infotui.domain.errors import NotebookError
from infotui.storage.backup import backup_folder
from infotui.storage.connection import connect, make_file, version_of
from infotui.storage.everything import TABLES
from infotui.storage.identity import APPLICATION_ID, NEWEST
from infotui.storage.migrations import STEPS, Step, migrate
from tests.builders import a_held_interview, open_desks
from tests.fakes import START, ManualClock
from tests.storage.killing import every_moment


def _next(db: sqlite3.Connection) -> None:
    """Rebuild a table that others hang on, as SQLite's own recipe says."""
    kept = {row[0]: row[1] for row in db.execute("SELECT name, sql FROM sqlite_master")}
    columns = ", ".join(row[1] for row in db.execute("PRAGMA table_info(interview)"))
    head = "CREATE TABLE interview ("
    assert kept["interview"].startswith(head)
    mood = "CREATE TABLE rebuilt (mood TEXT NOT NULL DEFAULT 'quiet', "
    db.execute(kept["interview"].replace(head, mood))
    db.execute(f"INSERT INTO rebuilt ({columns}) SELECT {columns} FROM interview")
    for view in ("loop", "touched"):
        db.execute(f"DROP VIEW {view}")
    db.execute("DROP TABLE interview")
    db.execute("ALTER TABLE rebuilt RENAME TO interview")
    for view in ("loop", "touched"):
        db.execute(kept[view])


def _failing(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE half_made (id INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM note")
    db.execute("INSERT INTO nowhere VALUES (1)")


def _orphaning(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM interview")


TO_NEXT: Sequence[Step] = (*STEPS, _next)
NEXT = NEWEST + 1


@pytest.fixture
def old(notebook: Path) -> Iterator[sqlite3.Connection]:
    """A notebook of the newest schema, which is an old one to the steps of these tests."""
    desks = open_desks(notebook, ManualClock())
    a_held_interview(desks, "grew up near here", "* they hire for curiosity")
    desks.close()
    db = connect(notebook)
    yield db
    db.close()


def tables(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def counts(db: sqlite3.Connection) -> dict[str, int]:
    return {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def test_there_is_a_step_for_every_version() -> None:
    assert len(STEPS) == NEWEST


def test_from_nothing_to_the_newest(notebook: Path) -> None:
    make_file(notebook)
    db = connect(notebook)
    assert migrate(db, notebook, START) == NEWEST
    assert version_of(db) == NEWEST
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert set(TABLES) < tables(db)
    ((own,),) = db.execute("SELECT uuid FROM notebook")
    assert str(uuid.UUID(own)) == own
    assert not backup_folder(notebook).exists(), "there was nothing to copy"
    db.close()


def test_the_newest_is_left_alone(old: sqlite3.Connection, notebook: Path) -> None:
    before = old.total_changes
    assert migrate(old, notebook, START) == 0
    assert old.total_changes == before
    assert not backup_folder(notebook).exists()


def test_a_step_rebuilds_a_table_without_losing_what_hangs_on_it(
    old: sqlite3.Connection, notebook: Path
) -> None:
    before = counts(old)
    assert before["note"] == 2
    assert migrate(old, notebook, START, TO_NEXT) == 1
    assert (version_of(old), counts(old)) == (NEXT, before)
    assert old.execute("SELECT mood FROM interview").fetchall() == [("quiet",)]
    assert old.execute("PRAGMA foreign_keys").fetchone() == (1,), "they are on again"


def test_a_copy_is_made_before_the_first_step(old: sqlite3.Connection, notebook: Path) -> None:
    seen: list[tuple[int, list[tuple[str]]]] = []

    def look(_: sqlite3.Connection) -> None:
        (copy,) = backup_folder(notebook).iterdir()
        reader = sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)
        seen.append((version_of(reader), reader.execute("SELECT text FROM finding").fetchall()))
        reader.close()

    migrate(old, notebook, START, (*STEPS, look))
    assert seen == [(NEWEST, [("they hire for curiosity",)])]


def test_no_step_is_taken_without_a_copy(old: sqlite3.Connection, notebook: Path) -> None:
    backup_folder(notebook).write_text("in the way")
    with pytest.raises(NotebookError):
        migrate(old, notebook, START, TO_NEXT)
    assert version_of(old) == NEWEST


def test_a_failing_step_undoes_itself_and_keeps_the_one_before(
    old: sqlite3.Connection, notebook: Path
) -> None:
    before = counts(old)
    with pytest.raises(NotebookError, match=rf"version {NEXT + 1} .*nowhere.*It is as it was"):
        migrate(old, notebook, START, (*TO_NEXT, _failing))
    assert (version_of(old), counts(old)) == (NEXT, before)
    assert "half_made" not in tables(old)
    assert not old.in_transaction
    assert old.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert len(list(backup_folder(notebook).glob(f"*-version-{NEWEST}.db"))) == 1


def test_a_step_that_would_leave_orphans_is_undone(old: sqlite3.Connection, notebook: Path) -> None:
    before = counts(old)
    with pytest.raises(NotebookError, match=r"a reference from .* would be lost"):
        migrate(old, notebook, START, (*STEPS, _orphaning))
    assert (version_of(old), counts(old)) == (NEWEST, before)


def test_a_step_with_a_mistake_of_its_own_is_undone(
    old: sqlite3.Connection, notebook: Path
) -> None:
    def mistaken(db: sqlite3.Connection) -> None:
        db.execute("DELETE FROM note")
        raise KeyError("mood")

    with pytest.raises((NotebookError, KeyError)):
        migrate(old, notebook, START, (*STEPS, mistaken))
    assert not old.in_transaction
    assert counts(old)["note"] == 2


def test_killed_at_any_statement_it_is_old_or_new(
    old: sqlite3.Connection, notebook: Path, tmp_path: Path
) -> None:
    before = counts(old)
    moments = every_moment(old, notebook, tmp_path, lambda: migrate(old, notebook, START, TO_NEXT))
    versions = []
    for killed in moments:
        db = connect(killed)
        versions.append(version_of(db))
        assert (counts(db), db.execute("PRAGMA integrity_check").fetchone()) == (before, ("ok",))
        migrate(db, killed, START, TO_NEXT)
        assert (version_of(db), counts(db)) == (NEXT, before)
        db.close()
    assert set(versions) == {NEWEST, NEXT}
