"""Where nothing can be drawn: the real program says so and ends, instead of waiting for ever."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.harness import ROOT, Terminal

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize("without", ["stdin", "stdout", "stderr"])
def test_each_of_the_three_must_be_a_terminal(without: str, tmp_path: Path) -> None:
    # Textual would wait for ever: this runs the real program, and a time limit is part of the test.
    mine, theirs = pty.openpty()
    with (tmp_path / "stream").open("w+b") as plain:
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), theirs)
        streams[without] = plain.fileno()
        done = subprocess.run(
            [sys.executable, "-m", "infotui"], timeout=20, cwd=ROOT, check=False, **streams
        )
        os.close(theirs)
        plain.seek(0)
        said = plain.read() if without == "stderr" else os.read(mine, 10_000)
    os.close(mine)
    assert done.returncode == 1
    assert said.startswith(b"infotui: This needs a terminal")
    assert b"\x1b" not in said


@pytest.mark.parametrize("words", [(), ("demo",)], ids=["open", "demo"])
@pytest.mark.parametrize("kind", ["dumb", "unknown"])
def test_on_a_dumb_terminal_it_says_so_and_draws_nothing(
    tmp_path: Path, kind: str, words: tuple[str, ...]
) -> None:
    notebook = tmp_path / "n.db"
    with Terminal("--notebook", str(notebook), *words, env={"TERM": kind}) as terminal:
        assert terminal.wait_for_end() == 1
        assert b"infotui: This terminal" in terminal.raw
        assert b"\x1b" not in terminal.raw
    assert list(tmp_path.iterdir()) == []
