"""What is no notebook of ours, and a broken config or bank: one sentence, and nothing changes on disk."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.config import paths
from infotui.storage.identity import APPLICATION_ID, NEWEST
from tests.cli.conftest import Screens

Run = Callable[..., int]
Make = Callable[[Path], None]


def state_of(folder: Path) -> dict[str, tuple[int, float, bytes]]:
    """Everything under a folder: mode, when it was changed, and bytes."""
    found = {}
    for path in folder.rglob("*"):
        now = path.lstat()
        data = path.read_bytes() if stat.S_ISREG(now.st_mode) else b""
        found[path.relative_to(folder).as_posix()] = (now.st_mode, now.st_mtime, data)
    return found


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "letter.txt").write_text("Dear Ms Patel", "utf-8")


def _unreadable(path: Path) -> None:
    # A link to itself can be read by nobody, not even by root, whom modes do not stop.
    path.symlink_to(path.name)


def _below_a_file(path: Path) -> None:
    path.parent.write_text("this is no folder", "utf-8")


def _letter(path: Path) -> None:
    path.write_text("Dear Ms Patel,\n" * 40, "utf-8")


def _torn(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + bytes(20))


def _sqlite(path: Path, application: int, version: int) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE place (url TEXT)")
    db.execute("INSERT INTO place VALUES ('somewhere')")
    db.execute(f"PRAGMA application_id = {application}")
    db.execute(f"PRAGMA user_version = {version}")
    db.commit()
    db.close()


def _of_another(path: Path) -> None:
    _sqlite(path, 0x1234, 1)


def _of_nobody(path: Path) -> None:
    _sqlite(path, 0, 0)


def _newer(path: Path) -> None:
    _sqlite(path, APPLICATION_ID, NEWEST + 7)


BAD: list[tuple[str, Make, str]] = [
    ("n.db", _folder, "is a folder"),
    ("n.db", _unreadable, "cannot be read"),
    ("file/n.db", _below_a_file, "cannot be read"),
    ("n.db", _letter, "is not a notebook"),
    ("n.db", _torn, "is not a notebook"),
    ("n.db", _of_another, "belongs to another program"),
    ("n.db", _of_nobody, "belongs to another program"),
    ("n.db", _newer, "newer infotui"),
]
WAYS: list[tuple[str, ...]] = [(), ("live",), ("live", "--new", "Bo"), ("export", "json", "-")]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: " ".join(way) or "open")
@pytest.mark.parametrize(("name", "make", "reason"), BAD, ids=lambda v: getattr(v, "__name__", ""))
def test_what_is_no_notebook_of_ours_is_refused_and_stays_untouched(
    infotui: Run,
    shown: Screens,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    make: Make,
    reason: str,
    way: tuple[str, ...],
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    path = folder / name
    make(path)
    before = state_of(folder)
    assert infotui("--notebook", path, *way) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"infotui: {path} ")
    assert reason in said.err
    assert said.err.count("\n") == 1
    assert said.err.endswith(".\n")
    assert state_of(folder) == before
    assert shown.opened == 0


@pytest.mark.parametrize("way", WAYS, ids=lambda way: " ".join(way) or "open")
def test_a_damaged_notebook_is_told_and_not_made_worse(
    infotui: Run,
    shown: Screens,
    written: Path,
    capsys: pytest.CaptureFixture[str],
    way: tuple[str, ...],
) -> None:
    data = bytearray(written.read_bytes())
    data[100:400] = b"\xff" * 300
    written.write_bytes(data)
    assert infotui("--notebook", written, *way) == 1
    said = capsys.readouterr().err
    assert "cannot be read as a notebook" in said
    assert said.count("\n") == 1
    assert written.read_bytes() == data
    assert shown.opened == 0


@pytest.mark.parametrize("way", WAYS, ids=lambda way: " ".join(way) or "open")
def test_a_file_that_may_not_be_read_is_told(
    infotui: Run,
    shown: Screens,
    written: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    way: tuple[str, ...],
) -> None:
    real = Path.open

    def refuse(path: Path, *args: object, **more: object) -> object:
        if path == written:
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **more)  # type: ignore[call-overload]

    before = state_of(written.parent)
    monkeypatch.setattr(Path, "open", refuse)
    assert infotui("--notebook", written, *way) == 1
    assert "Permission denied" in capsys.readouterr().err
    monkeypatch.undo()
    assert state_of(written.parent) == before
    assert shown.opened == 0


def test_a_folder_that_may_not_be_entered_is_told(
    infotui: Run,
    shown: Screens,
    written: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = Path.stat

    def refuse(path: Path, **more: bool) -> os.stat_result:
        if path == written:
            raise PermissionError(13, "Permission denied")
        return real(path, **more)

    monkeypatch.setattr(Path, "stat", refuse)
    assert infotui("--notebook", written) == 1
    assert "Permission denied" in capsys.readouterr().err
    assert shown.opened == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in the file system")
def test_a_pipe_is_no_notebook_and_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = subprocess.run(
        [sys.executable, "-m", "infotui", "--notebook", pipe, "export", "json", "-"],
        capture_output=True,
        timeout=2,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1


def test_a_locked_folder_is_told_and_no_notebook_is_made(
    infotui: Run,
    shown: Screens,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "closed" / "n.db"
    monkeypatch.setattr(Path, "mkdir", refuse)
    assert infotui("--notebook", path) == 1
    assert f"{path} cannot be made (Permission denied)" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    assert shown.opened == 0


# ── a broken config or bank ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = Robin\n", "settings.toml, line 1"),
        ("# mine\nnudge = 3\n", "settings.toml, line 2"),
        ('bell = "loud"\nname = "Robin"\n', "settings.toml, line 1"),
        ("colour = 'red'\n", "settings.toml, line 1"),
    ],
    ids=["no toml", "mark too early", "wrong type", "unknown"],
)
def test_broken_settings_are_told_with_file_and_line_and_the_notebook_opens(
    infotui: Run, shown: Screens, written: Path, text: str, told: str
) -> None:
    file = paths.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    before = state_of(file.parent)
    assert infotui("--notebook", written) == 0
    assert len(shown.warnings) == 1
    assert told in shown.warnings[0]
    assert shown.people == ["Amina Patel", "Amina Patelnik", "Zoë 日本"]
    assert infotui("--notebook", written, "live", "zoë") == 0
    assert len(shown.warnings) == 1
    assert state_of(file.parent) == before


def test_broken_settings_and_a_broken_bank_do_not_stop_an_export(
    infotui: Run, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.config_folder().mkdir(parents=True)
    paths.settings_file().write_text("= = =", "utf-8")
    paths.user_bank_file().write_bytes(b"\xff\xfe\x00")
    before = state_of(paths.config_folder())
    assert infotui("--notebook", written, "export", "json", "-") == 0
    said = capsys.readouterr()
    assert "grew up near here" in said.out
    assert said.err == ""
    assert state_of(paths.config_folder()) == before


def test_a_folder_where_the_settings_should_be_is_told(
    infotui: Run, shown: Screens, written: Path
) -> None:
    paths.settings_file().mkdir(parents=True)
    assert infotui("--notebook", written) == 0
    assert len(shown.warnings) == 1
    assert "settings.toml" in shown.warnings[0]
