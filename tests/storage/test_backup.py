"""Backups: a whole copy, private and readable by itself, or a sentence and no half of one."""

import sqlite3
import stat
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from infotui.domain.errors import NotebookError
from infotui.services.desks import Desks
from infotui.storage import backup
from infotui.storage.backup import backup_folder, make_backup
from tests.builders import a_contact
from tests.fakes import START


def names_in(file: Path) -> list[str]:
    db = sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)
    found = [row[0] for row in db.execute("SELECT name FROM contact ORDER BY id")]
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    return found


def test_a_copy_holds_what_is_only_in_the_log_so_far(desks: Desks, notebook: Path) -> None:
    a_contact(desks, "Amina Patel")
    assert Path(f"{notebook}-wal").stat().st_size > 0

    copy = make_backup(desks.store.reading(), notebook, START, "version-1")

    a_contact(desks, "Li Wei")
    assert names_in(copy) == ["Amina Patel"]
    assert [path.name for path in backup_folder(notebook).iterdir()] == [copy.name]
    assert copy.name == "20261123T100000Z-version-1.db"


def test_copies_stand_side_by_side(desks: Desks, notebook: Path) -> None:
    for days in (0, 1):
        make_backup(desks.store.reading(), notebook, START + timedelta(days=days), "version-1")
    assert len(list(backup_folder(notebook).iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="modes are a matter of POSIX")
def test_a_copy_is_as_private_as_the_notebook(desks: Desks, notebook: Path) -> None:
    copy = make_backup(desks.store.reading(), notebook, START, "version-1")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700


def test_a_place_that_cannot_be_written_to_is_said(desks: Desks, notebook: Path) -> None:
    backup_folder(notebook).write_text("in the way")
    with pytest.raises(NotebookError):
        make_backup(desks.store.reading(), notebook, START, "version-1")
    assert backup_folder(notebook).read_text() == "in the way"


def test_a_copy_gets_its_name_only_when_it_reads_back(
    desks: Desks, notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken(sqlite3.Connection):
        def execute(self, sql: str, /, *words: object) -> sqlite3.Cursor:  # type: ignore[override]
            return super().execute("SELECT 'page 3 is never used'" if "check" in sql else sql)

    def connect(path: Path) -> sqlite3.Connection:
        return Broken(path)

    monkeypatch.setattr(backup.sqlite3, "connect", connect)
    with pytest.raises(NotebookError, match="page 3 is never used"):
        make_backup(desks.store.reading(), notebook, START, "version-1")
    assert not list(backup_folder(notebook).glob("*.db"))
