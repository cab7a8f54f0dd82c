"""Other programs: an editor gets a file of its own that nothing is lost of, a mail link no shell and no terminal."""

import os
import signal
import stat
import sys
import threading
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.app import SuspendNotSupported

from infotui.tui import outside
from infotui.tui.outside import OutsideError, edit_outside, open_link

APP: Any = SimpleNamespace(suspend=nullcontext)
TEXT = "Subject: Tea?\n\nDear Zoë,\n"


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def editor(tmp_path: Path, code: str) -> dict[str, str]:
    """An editor that does something to the file it is given."""
    script = tmp_path / "an editor.py"
    script.write_text(f"import os, sys, pathlib\np = pathlib.Path(sys.argv[-1])\n{code}\n")
    return {"EDITOR": f"'{sys.executable}' '{script}' --wait"}


def left(tmp_path: Path) -> list[Path]:
    return list(tmp_path.glob("infotui-*"))


def test_what_the_editor_made_of_it_comes_back_and_nothing_is_left(tmp_path: Path) -> None:
    code = (
        "p.write_text(p.read_text('utf-8').replace('Dear', 'Good morning') + sys.argv[1], 'utf-8')"
    )
    edited = edit_outside(APP, TEXT, editor(tmp_path, code))
    assert edited == ("Subject: Tea?\n\nGood morning Zoë,\n--wait", "")
    assert left(tmp_path) == []


def test_the_file_is_for_nobody_elses_eyes(tmp_path: Path) -> None:
    code = "p.write_text(f'{os.stat(p).st_mode} {os.stat(p.parent).st_mode}')"
    told = edit_outside(APP, TEXT, editor(tmp_path, code)).text
    assert told is not None
    assert [stat.S_IMODE(int(mode)) for mode in told.split()] == [0o600, 0o700]


def test_an_editor_that_replaces_its_file_is_read_too(tmp_path: Path) -> None:
    code = "q = p.with_name('new'); q.write_text('new'); q.replace(p)"
    assert edit_outside(APP, TEXT, editor(tmp_path, code)).text == "new"


@pytest.mark.parametrize(
    ("code", "said", "stays"),
    [
        ("pass", "Nothing was changed", False),
        ("sys.exit(3)", "ended with 3", False),
        ("p.unlink()", "left no file", False),
        ("p.write_bytes(b'Caf\\xe9')", "no UTF-8", True),
        ("p.write_text('half'); sys.exit(1)", "ended with 1", True),
        ("p.write_text('x' * 100_001)", "more than 100,000 characters", True),
    ],
)
def test_what_cannot_be_taken_over_leaves_the_draft_and_loses_nothing(
    tmp_path: Path, code: str, said: str, stays: bool
) -> None:
    text, sentence = edit_outside(APP, TEXT, editor(tmp_path, code))
    assert text is None
    assert said in sentence
    assert bool(left(tmp_path)) == stays
    if stays:
        [folder] = left(tmp_path)
        assert str(folder / "draft.txt") in sentence
        assert (folder / "draft.txt").exists()


@pytest.mark.parametrize(
    ("environ", "said"),
    [
        ({}, "No editor is set"), ({"VISUAL": "  ", "EDITOR": ""}, "No editor is set"),
        ({"EDITOR": "vi 'x"}, "odd quote"), ({"EDITOR": "/no/such/editor -x"}, "could not be started"),
    ],
)  # fmt: skip
def test_without_an_editor_a_sentence(tmp_path: Path, environ: dict[str, str], said: str) -> None:
    with pytest.raises(OutsideError, match=said):
        edit_outside(APP, TEXT, environ)
    assert left(tmp_path) == []


def test_visual_goes_before_editor(tmp_path: Path) -> None:
    both = {"VISUAL": editor(tmp_path, "p.write_text('v')")["EDITOR"], "EDITOR": "/no/such"}
    assert edit_outside(APP, TEXT, both).text == "v"


def test_a_screen_that_cannot_be_handed_over_is_a_sentence(tmp_path: Path) -> None:
    def suspend() -> None:
        raise SuspendNotSupported

    with pytest.raises(OutsideError, match="cannot be handed"):
        edit_outside(SimpleNamespace(suspend=suspend), TEXT, {"EDITOR": "true"})  # type: ignore[arg-type]


def test_ctrl_c_in_the_editor_ends_only_what_the_editor_says(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    code = "import signal; os.kill(os.getppid(), signal.SIGINT); p.write_text('on')"
    assert edit_outside(APP, TEXT, editor(tmp_path, code)).text == "on"
    assert signal.getsignal(signal.SIGINT) is before


# ── links ────────────────────────────────────────────────────────────────────────────────────────


def an_opener(folder: Path, name: str, code: str) -> None:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport os, sys\n{code}\n")
    path.chmod(0o700)


def opened(url: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> bool | None:
    """Open a link with the openers in a folder; None when there is none."""
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(outside.sys, "platform", "linux")
    told, done = [], threading.Event()

    def tell(well: bool) -> None:
        told.append(well)
        done.set()

    if not open_link(url, tell):
        return None
    assert done.wait(20)
    return told[0]


def test_a_link_is_one_argument_and_the_terminal_is_not_shared(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    code = f"open({str(seen)!r}, 'w').write(repr((sys.argv[1:], os.getsid(0) == os.getpid(), sys.stdin.read())))"
    an_opener(tmp_path / "bin", "xdg-open", code)
    url = "mailto:a@b.c?subject=$(touch%20x);&body='\"` x"
    assert opened(url, monkeypatch, tmp_path / "bin") is True
    assert seen.read_text() == repr(([url], True, ""))


def test_the_second_way_is_tried_when_the_first_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "bin"
    assert opened("mailto:", monkeypatch, folder) is None
    an_opener(folder, "xdg-open", "sys.exit(3)")
    assert opened("mailto:", monkeypatch, folder) is False
    an_opener(folder, "gio", "sys.exit(sys.argv[1:] != ['open', 'mailto:'])")
    assert opened("mailto:", monkeypatch, folder) is True


def test_windows_has_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside.sys, "platform", "win32")
    started: list[str] = []
    assert not open_link("mailto:", lambda _: None)
    monkeypatch.setattr(os, "startfile", started.append, raising=False)
    assert open_link("mailto:", lambda _: None)
    assert started == ["mailto:"]
