"""The writer's lock: one holder in the world, freed by the system when that one dies."""

import stat
import sys
from pathlib import Path

import pytest

from infotui.storage.lock import WriterLock
from tests.fakes import ManualClock
from tests.storage.programs import HOLD, running


def test_only_one_holds_it(notebook: Path) -> None:
    first, second = WriterLock(notebook), WriterLock(notebook)
    assert (first.held, first.take(), first.take(), first.held) == (False, True, True, True)
    assert (second.take(), second.held) == (False, False)
    first.free()
    assert not first.held
    assert second.take()
    assert not first.take()
    second.free()
    second.free()


def test_two_notebooks_in_one_folder_have_two_locks(tmp_path: Path) -> None:
    locks = [WriterLock(tmp_path / name) for name in ("one.db", "two.db")]
    assert [lock.take() for lock in locks] == [True, True]
    for lock in locks:
        lock.free()


def test_its_file_is_private_and_stays(notebook: Path) -> None:
    lock = WriterLock(notebook)
    lock.take()
    lock.free()
    file = notebook.with_name("notebook.db.lock")
    assert file.read_bytes() == b""
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_lock_that_cannot_be_made_is_no_refusal(notebook: Path) -> None:
    notebook.with_name("notebook.db.lock").mkdir()
    with pytest.raises(OSError, match="lock"):
        WriterLock(notebook).take()


def test_it_dies_with_its_holder(notebook: Path) -> None:
    with running(HOLD, str(notebook)) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "writer\n"
        lock = WriterLock(notebook)
        assert not lock.take()
        holder.kill()  # SIGKILL: nothing of the holder can run any more
        holder.wait()
        assert lock.take()
        lock.free()


def test_a_link_to_a_notebook_has_the_notebook_s_lock(notebook: Path, clock: ManualClock) -> None:
    notebook.touch()
    link = notebook.with_name("link.db")
    link.symlink_to(notebook)
    first, second = WriterLock(notebook), WriterLock(link)
    try:
        assert first.take()
        assert not second.take()
    finally:
        first.free()
        second.free()
