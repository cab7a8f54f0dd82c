"""How the program ends: by key, by signal, by a closed window; stored, restored, and free for the next."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal
from tests.terminal.notebooks import a_plan, desks_of, exported, is_sound
from tests.tries import some

pytestmark = pytest.mark.terminal

ENDINGS: dict[str, Callable[[Terminal], None]] = {
    "ctrl+q": lambda terminal: terminal.send("ctrl+q"),
    "SIGTERM": lambda terminal: terminal.kill(signal.SIGTERM),
    "SIGHUP": lambda terminal: terminal.kill(signal.SIGHUP),
    "window closed": Terminal.hang_up,
}


@pytest.mark.parametrize("ending", some(ENDINGS, 1))
def test_an_ending_is_clean_in_the_middle_of_a_word(tmp_path: Path, ending: str) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    with Terminal("live", "Amina", "--notebook", str(notebook)) as terminal:
        terminal.wait_for("write what they say")
        terminal.write("a whole line of words\r", then=r"00:0\d +a whole line")
        terminal.write("and half a wo")
        assert not terminal.is_restored
        ENDINGS[ending](terminal)
        assert terminal.wait_for_end() == 0
        if ending != "window closed":
            assert terminal.is_restored
            assert terminal.raw.count(b"\x1b[?1049l") == 1
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"n.db", "n.db.lock"}, "the log is folded into the one file"
    with desks_of(notebook) as desks:
        assert not desks.store.read_only, "the lock is free"
    document = exported(notebook)
    assert [note["text"] for note in document["note"]] == ["a whole line of words"]
    assert [u["text"] for u in document["unfinished"]] == ["and half a wo"]
    assert [i["state"] for i in document["interview"]] == ["live"]
    assert is_sound(notebook)


HELD = """
import threading
from textual.drivers.linux_driver import LinuxDriver
from infotui.cli.main import run
from infotui.tui import signals
signals.END_WITHIN = 0.2
LinuxDriver.disable_input = lambda _: threading.Event().wait()
run()
"""


def test_a_terminal_that_holds_the_program_does_not_hold_the_notebook(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    command = (sys.executable, "-c", HELD)
    with Terminal("live", "Amina", "--notebook", str(notebook), command=command) as terminal:
        terminal.wait_for("write what they say")
        terminal.write("half a wo")
        terminal.kill(signal.SIGHUP)
        assert terminal.wait_for_end() == 0
    assert {path.name for path in tmp_path.iterdir()} == {"n.db", "n.db.lock"}
    assert [u["text"] for u in exported(notebook)["unfinished"]] == ["half a wo"]


def begin_a_contact(terminal: Terminal, then: str) -> None:
    terminal.wait_for("No interview is planned yet")
    terminal.to_list("2", "edit")
    terminal.press("n", then=then)


@pytest.mark.slow
def test_an_ending_with_a_form_open_keeps_it_and_one_can_go_on_filling_it(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    with Terminal("--notebook", str(notebook)) as terminal:
        begin_a_contact(terminal, "fills {unit}")
        terminal.write("Half a Na")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
    with Terminal("--notebook", str(notebook)) as terminal:
        begin_a_contact(terminal, "Half a Na")
        terminal.write("me", then="Half a Name")
        terminal.press("enter", then="▌Half a Name +stranger")


def test_a_signal_before_there_is_a_picture_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    with Terminal("--notebook", str(notebook)) as terminal:
        terminal.kill(signal.SIGTERM)
        terminal.wait_for_end()
        assert not terminal.raw or terminal.is_restored
    a_plan(notebook)
    assert is_sound(notebook)
