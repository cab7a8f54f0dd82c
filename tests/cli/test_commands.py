"""What each command does: which notebook it takes, and the export to a file and to standard output."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from infotui.cli.commands import notebook_file
from infotui.config import paths
from infotui.domain.kept import live_line
from infotui.services.desks import Desks
from infotui.storage.everything import TABLES
from infotui.storage.store import Store
from tests.builders import a_live_interview, open_desks
from tests.cli.conftest import Screens
from tests.fakes import ManualClock

Run = Callable[..., int]
ROOT = Path(__file__).parents[2]


def files_under(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}


# ── which notebook ────────────────────────────────────────────────────────────────────────────────


def test_the_notebook_is_the_named_one_else_the_surroundings_else_the_platforms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert notebook_file(None) == paths.default_notebook()
    monkeypatch.setenv("INFOTUI_NOTEBOOK", str(tmp_path / "mine.db"))
    assert notebook_file(None) == tmp_path / "mine.db"
    assert notebook_file(str(tmp_path / "other.db")) == tmp_path / "other.db"


@pytest.mark.parametrize("empty", [None, ""])
def test_nothing_named_is_no_name(empty: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFOTUI_NOTEBOOK", "")
    assert notebook_file(empty) == paths.default_notebook()


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    home = Path(os.environ["HOME"])
    assert notebook_file("~/mine.db") == home / "mine.db"
    monkeypatch.setenv("INFOTUI_NOTEBOOK", "~/yours.db")
    assert notebook_file(None) == home / "yours.db"


def test_the_option_may_stand_before_and_after_the_command(
    infotui: Run, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("--notebook", written, "export", "json", "-") == 0
    before = capsys.readouterr().out
    assert infotui("export", "json", "-", "--notebook", written) == 0
    assert infotui("export", "--notebook", written, "json", "-") == 0
    assert capsys.readouterr().out == before * 2
    assert len(before) > 1000


def test_the_option_goes_before_the_surroundings(
    infotui: Run,
    written: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INFOTUI_NOTEBOOK", str(written))
    assert infotui("export", "json", "-") == 0
    assert "grew up near here" in capsys.readouterr().out
    assert infotui("export", "json", "-", "--notebook", tmp_path / "none.db") == 1
    assert "none.db" in capsys.readouterr().err


def test_without_any_name_it_opens_the_one_in_the_data_folder_and_makes_it_private(
    infotui: Run, shown: Screens
) -> None:
    assert infotui() == 0
    assert shown.start == "today"
    assert shown.path == paths.default_notebook()
    assert stat.S_IMODE(shown.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(shown.path.parent.stat().st_mode) == 0o700


def test_live_takes_the_option_after_it_too(infotui: Run, shown: Screens, written: Path) -> None:
    assert infotui("live", "--notebook", written) == 0
    assert (shown.path, shown.start) == (written, "live")


@pytest.mark.parametrize("words", [("export", "json", "-"), ()], ids=["export", "open"])
def test_the_home_of_nobody_is_a_sentence(
    infotui: Run, shown: Screens, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert infotui("--notebook", "~nobody-is-called-so/n.db", *words) == 1
    assert "~nobody-is-called-so" in capsys.readouterr().err
    assert shown.opened == 0


# ── export ────────────────────────────────────────────────────────────────────────────────────────


def test_an_export_holds_the_whole_notebook(infotui: Run, written: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "notebook.json"
    target.parent.mkdir()
    assert infotui("--notebook", written, "export", "json", target) == 0
    document = json.loads(target.read_text("utf-8"))
    assert document["format"] == "infotui notebook"
    assert set(TABLES) <= set(document)
    assert [c["name"] for c in document["contact"]] == ["Amina Patel", "Amina Patelnik", "Zoë 日本"]
    assert [n["text"] for n in document["note"]] == [
        "grew up near here",
        "> Jane Doe, fuel cells · may mention: yes",
    ]
    assert [lead["name"] for lead in document["lead"]] == ["Jane Doe"]
    assert document["interview"][0]["state"] == "held"
    assert document["interview"][0]["contact"] == document["contact"][0]["uuid"]


def test_a_file_and_standard_output_get_the_same(
    infotui: Run, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "notebook.json"
    assert infotui("--notebook", written, "export", "json", target) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")
    assert infotui("--notebook", written, "export", "json", "-") == 0
    assert capsys.readouterr().out == target.read_text("utf-8")


def test_what_is_exported_is_private_and_nothing_else_is_left(
    infotui: Run, written: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out" / "notebook.json"
    target.parent.mkdir()
    assert infotui("--notebook", written, "export", "json", target) == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(target.parent.iterdir()) == [target]


def test_an_export_leaves_the_notebook_as_it_was(infotui: Run, written: Path) -> None:
    before = written.read_bytes()
    assert infotui("--notebook", written, "export", "json", "-") == 0
    assert written.read_bytes() == before


def test_an_export_leaves_nothing_beside_the_notebook(
    infotui: Run, written: Path, tmp_path: Path
) -> None:
    before = files_under(tmp_path)
    assert infotui("--notebook", written, "export", "json", "-") == 0
    after = {name: held for name, held in files_under(tmp_path).items() if ".lock" not in str(name)}
    assert after == before, "but for the empty file of the lock, which every opening leaves"


def test_an_export_while_somebody_writes_has_the_half_typed_line(
    infotui: Run, notebook: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    desks = open_desks(notebook, clock)
    interview_id = a_live_interview(desks, "first line")
    uuid = desks.plans.sheet(interview_id).interview.uuid
    desks.scribe.keep(live_line(uuid), "half a line of wo")
    assert infotui("--notebook", notebook, "export", "json", "-") == 0
    document = json.loads(capsys.readouterr().out)
    assert [row["text"] for row in document["unfinished"]] == ["half a line of wo"]
    assert [row["text"] for row in document["note"]] == ["first line"]
    assert not desks.store.read_only
    desks.close()


def test_what_stands_there_is_left_alone_until_forced(
    infotui: Run, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "mine.txt"
    target.write_text("my own words", "utf-8")
    assert infotui("--notebook", written, "export", "json", target) == 1
    said = capsys.readouterr().err
    assert str(target) in said
    assert "--force" in said
    assert target.read_text("utf-8") == "my own words"
    assert infotui("--notebook", written, "export", "json", target, "--force") == 0
    assert json.loads(target.read_text("utf-8"))["version"] == 1


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", ".lock"])
def test_the_notebook_is_never_replaced_by_its_own_export(
    infotui: Run, notebook: Path, clock: ManualClock, suffix: str
) -> None:
    desks = open_desks(notebook, clock)
    a_live_interview(desks, "words that must stay")
    target = notebook.with_name(notebook.name + suffix)
    before = target.read_bytes()
    assert infotui("--notebook", notebook, "export", "json", target, "--force") == 1
    # The index of the log changes with everyone who reads; that it is still one is enough.
    assert (
        target.read_bytes()[:4] == before[:4] if suffix == "-shm" else target.read_bytes() == before
    )
    desks.close()


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "forced"])
@pytest.mark.parametrize("where", [".", "no/such/folder/n.json"])
def test_a_place_that_cannot_be_written_is_told_and_nothing_is_made(
    infotui: Run,
    written: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    where: str,
    force: tuple[str, ...],
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / where
    assert infotui("--notebook", written, "export", "json", target, *force) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"infotui: {target}")
    assert said.count("\n") == 1
    assert list(folder.iterdir()) == []


def test_a_name_too_long_for_a_file_is_a_sentence(
    infotui: Run, written: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("--notebook", written, "export", "json", tmp_path / ("x" * 300)) == 1
    assert infotui("--notebook", tmp_path / ("x" * 300), "export", "json", "-") == 1
    assert capsys.readouterr().err.count("File name too long") == 2


@pytest.mark.parametrize("target", ["-", "out.json"])
def test_no_notebook_is_told_and_none_is_made(
    infotui: Run,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    target: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    missing = tmp_path / "not" / "there.db"
    assert infotui("--notebook", missing, "export", "json", target) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"infotui: There is no notebook at {missing}.")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_leaves_what_stood_there(
    infotui: Run,
    written: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "n.json"
    target.write_text("the export of yesterday", "utf-8")
    monkeypatch.setattr(os, "fsync", full)
    assert infotui("--notebook", written, "export", "json", target, "--force") == 1
    assert "No space left" in capsys.readouterr().err
    assert files_under(folder) == {"n.json": b"the export of yesterday"}


# ── standard output of a real process ─────────────────────────────────────────────────────────────


def export_to(stdout: int, notebook: Path, **env: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "infotui", "--notebook", notebook, "export", "json", "-"],
        stdout=stdout,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        timeout=30,
        cwd=ROOT,
        env={**os.environ, **env},
        check=False,
    )


def test_a_reader_that_goes_away_is_not_worth_a_word(written: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = export_to(writing, written)
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_output_that_is_full_is_a_sentence(written: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = export_to(full.fileno(), written)
    assert done.returncode == 1
    assert done.stderr.startswith(b"infotui: ")
    assert done.stderr.count(b"\n") == 1


def test_an_export_is_utf_8_whatever_the_terminal_speaks(written: Path) -> None:
    done = export_to(subprocess.PIPE, written, PYTHONIOENCODING="latin-1")
    assert done.returncode == 0, done.stderr.decode()
    names = [row["name"] for row in json.loads(done.stdout.decode("utf-8"))["contact"]]
    assert "Zoë 日本" in names


def test_an_export_opens_for_reading_only(
    infotui: Run, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Store] = []
    real = Desks.open

    def spy(*args: object, **more: object) -> Desks:
        desks = real(*args, **more)  # type: ignore[arg-type]
        opened.append(desks.store)
        assert desks.store.read_only
        return desks

    monkeypatch.setattr(Desks, "open", spy)
    assert infotui("--notebook", written, "export", "json", "-") == 0
    assert len(opened) == 1
