"""Opening: what is no notebook is refused in a sentence and left untouched; what is one is private."""

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.domain.errors import NotebookError
from infotui.storage.connection import check_version, connect, inspect, make_file
from infotui.storage.identity import APPLICATION_ID, NEWEST
from infotui.storage.store import Store
from tests.builders import a_contact, open_desks
from tests.fakes import ManualClock

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes are a matter of POSIX")
Openers = [Store.open, Store.open_to_read]


def contents(folder: Path) -> dict[str, bytes | None]:
    """Give every name under a folder, each file with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def a_notebook(path: Path) -> bytes:
    desks = open_desks(path, ManualClock())
    a_contact(desks)
    desks.close()
    path.with_name(path.name + ".lock").unlink()
    return path.read_bytes()


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# ── what is no notebook ───────────────────────────────────────────────────────────────────────────


def _folder(path: Path) -> None:
    path.mkdir()


def _unreadable(path: Path) -> None:
    # A link to itself cannot be read by anybody, not even by root, whom modes do not stop.
    path.symlink_to(path.name)


def _text(path: Path) -> None:
    path.write_text("Dear Ms Patel,\n" * 40, "utf-8")


def _short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


def _truncated_head(path: Path) -> None:
    path.write_bytes(a_notebook(path)[:99])


def _truncated_body(path: Path) -> None:
    path.write_bytes(a_notebook(path)[:5000])


def _other_sqlite(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE moz_places (url TEXT)")
    db.close()


def _other_application(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA application_id = 252006673")
    db.execute("CREATE TABLE contact (name TEXT)")
    db.close()


def _newer(path: Path) -> None:
    a_notebook(path)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA user_version = 99")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def _newer_in_log_only(path: Path) -> None:
    """Leave what a newer program leaves when it is killed right after its migration."""
    elsewhere = path.with_name("elsewhere.db")
    a_notebook(elsewhere)
    db = sqlite3.connect(elsewhere, isolation_level=None)
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute("PRAGMA user_version = 99")
    for end in ("", "-wal"):
        shutil.copyfile(f"{elsewhere}{end}", f"{path}{end}")
    db.close()
    elsewhere.unlink()
    assert path.read_bytes()[60:64] != (99).to_bytes(4, "big"), "the head must not tell it"


NO_NOTEBOOKS = [
    pytest.param(_folder, "is a folder", id="a folder"),
    pytest.param(_unreadable, "cannot be read", id="unreadable"),
    pytest.param(_text, "no SQLite file", id="a letter"),
    pytest.param(_short, "no SQLite file", id="the magic alone"),
    pytest.param(_truncated_head, "no SQLite file", id="a truncated head"),
    pytest.param(_truncated_body, "cannot be read", id="a truncated body"),
    pytest.param(_other_sqlite, "another program", id="another program's tables"),
    pytest.param(_other_application, "another program", id="another program's mark"),
    pytest.param(_newer, "newer infotui", id="a newer version"),
    pytest.param(_newer_in_log_only, "newer infotui", id="a newer version in the log"),
]


@pytest.mark.parametrize("how", Openers)
@pytest.mark.parametrize(("make", "words"), NO_NOTEBOOKS)
def test_what_is_no_notebook_is_refused_and_stays_as_it_is(
    tmp_path: Path,
    clock: ManualClock,
    how: Callable[[Path, ManualClock], Store],
    make: Callable[[Path], None],
    words: str,
) -> None:
    path = tmp_path / "notebook.db"
    make(path)
    before = contents(tmp_path)

    with pytest.raises(NotebookError, match=words) as refusal:
        how(path, clock)

    assert str(path) in refusal.value.sentence
    after = contents(tmp_path)
    if make is _newer_in_log_only:
        # To read the log SQLite lays an index of it beside it; notebook and log stay as they were.
        after = {n: b for n, b in after.items() if not n.endswith(("-shm", ".lock"))}
    assert after == before


@pytest.mark.parametrize("make", [_truncated_body, _newer_in_log_only])
def test_a_refused_notebook_gives_the_lock_back(
    tmp_path: Path, clock: ManualClock, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "notebook.db"
    make(path)
    with pytest.raises(NotebookError):
        Store.open(path, clock)

    path.unlink()
    Path(f"{path}-wal").unlink(missing_ok=True)
    with Store.open(path, clock) as store:
        assert not store.read_only


def test_a_file_without_leave_to_read_is_refused(
    notebook: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_notebook(notebook)
    before = contents(notebook.parent)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refuse)
        with pytest.raises(NotebookError, match=r"cannot be read .Permission denied"):
            Store.open(notebook, clock)
    assert contents(notebook.parent) == before


def test_a_place_below_a_file_is_refused(tmp_path: Path, clock: ManualClock) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotebookError):
        Store.open(tmp_path / "file" / "notebook.db", clock)
    assert contents(tmp_path) == {"file": b"x"}


def test_there_is_nothing_to_read_where_there_is_no_file(
    tmp_path: Path, clock: ManualClock
) -> None:
    with pytest.raises(NotebookError, match="no notebook at"):
        Store.open_to_read(tmp_path / "notebook.db", clock)
    assert contents(tmp_path) == {}


# ── what is one ───────────────────────────────────────────────────────────────────────────────────


def test_inspecting_tells_a_notebook_from_nothing(notebook: Path) -> None:
    assert inspect(notebook, NEWEST) is False
    notebook.touch()
    assert inspect(notebook, NEWEST) is False
    a_notebook(notebook)
    assert inspect(notebook, NEWEST) is True


def test_an_empty_file_becomes_a_notebook(notebook: Path, clock: ManualClock) -> None:
    notebook.touch()
    with Store.open(notebook, clock) as store:
        assert store.reading().execute("SELECT count(*) FROM notebook").fetchone() == (1,)
    head = notebook.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(head[60:64], "big") == NEWEST


def _killed_while_spilling(path: Path, whole: bytes) -> None:
    path.write_bytes(bytes(4096) + whole[4096:])


def _killed_while_committing(path: Path, whole: bytes) -> None:
    path.write_bytes(whole[: 10 * 4096])


@pytest.mark.parametrize("leave", [_killed_while_spilling, _killed_while_committing])
def test_killed_in_its_first_commit_it_begins_anew(
    tmp_path: Path, clock: ManualClock, leave: Callable[[Path, bytes], None]
) -> None:
    elsewhere, path = tmp_path / "elsewhere.db", tmp_path / "notebook.db"
    whole = a_notebook(elsewhere)
    leave(path, whole)
    Path(f"{path}-journal").write_bytes(_journal_of_nothing(tmp_path))
    with Store.open(path, clock) as store:
        assert store.reading().execute("SELECT count(*) FROM notebook").fetchone() == (1,)
        assert store.reading().execute("SELECT count(*) FROM contact").fetchone() == (0,)
        assert store.reading().execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _journal_of_nothing(folder: Path) -> bytes:
    """Give the journal that leads a file back to being empty, as SQLite itself writes it."""
    db = sqlite3.connect(folder / "spilled.db", isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN")
    db.execute("CREATE TABLE x (words TEXT)")
    db.executemany("INSERT INTO x VALUES (?)", [("x" * 3000,)] * 50)
    journal = (folder / "spilled.db-journal").read_bytes()
    db.close()
    return journal


def test_a_version_is_refused_only_when_it_is_newer(notebook: Path) -> None:
    check_version(notebook, 3, 3)
    check_version(notebook, 0, 3)
    with pytest.raises(NotebookError, match="version 4; this program knows 3"):
        check_version(notebook, 4, 3)


@posix
def test_a_new_notebook_is_private_with_all_that_lies_beside_it(
    tmp_path: Path, clock: ManualClock
) -> None:
    path = tmp_path / "data" / "infotui" / "notebook.db"
    before = os.umask(0)
    try:
        desks = open_desks(path, clock)
        a_contact(desks)
        modes = {entry.name: mode_of(entry) for entry in path.parent.iterdir()}
    finally:
        os.umask(before)
    desks.close()

    beside = {f"notebook.db{end}" for end in ("", "-wal", "-shm", ".lock")}
    assert modes == dict.fromkeys(beside, 0o600)
    assert mode_of(path.parent) == 0o700


@posix
def test_a_notebook_that_others_could_read_becomes_private(
    notebook: Path, clock: ManualClock
) -> None:
    a_notebook(notebook)
    notebook.chmod(0o644)
    Store.open(notebook, clock).close()
    assert mode_of(notebook) == 0o600


@posix
def test_making_a_file_leaves_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    file = folder / "kept.db"
    file.write_bytes(b"words")
    make_file(file)
    assert (file.read_bytes(), mode_of(folder)) == (b"words", 0o755)


def test_a_file_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotebookError, match="cannot be made"):
        make_file(tmp_path / "file" / "notebook.db")


@pytest.mark.parametrize("name", ["a?b#c %20.db", "über 日本 'x'.db", "mode=memory&.db"])
def test_a_file_may_have_any_name(tmp_path: Path, clock: ManualClock, name: str) -> None:
    Store.open(tmp_path / name, clock).close()
    assert sorted(contents(tmp_path)) == sorted([name, f"{name}.lock"])
    assert inspect(tmp_path / name, NEWEST)


def test_a_connection_keeps_the_rules(notebook: Path) -> None:
    a_notebook(notebook)
    db = connect(notebook)
    pragmas = ("foreign_keys", "trusted_schema", "secure_delete", "cell_size_check", "busy_timeout")
    found = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas}
    db.close()
    assert found == dict(zip(pragmas, (1, 0, 1, 1, 2000), strict=True))


def test_a_reader_cannot_write(notebook: Path) -> None:
    a_notebook(notebook)
    db = connect(notebook, read_only=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM contact")
    db.close()


def test_connecting_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotebookError, match="cannot be"):
        connect(tmp_path / "notebook.db")
    assert contents(tmp_path) == {}


def test_bytes_that_are_no_text_do_not_stop_a_list(notebook: Path) -> None:
    a_notebook(notebook)
    db = connect(notebook)
    db.execute("UPDATE contact SET name = CAST(x'41e9' AS TEXT)")
    assert db.execute("SELECT name FROM contact").fetchall() == [("A\ufffd",)]
    db.close()
