"""The marks under a system clock that runs at 200 times its speed: a band, once, that takes no key and no focus."""

import re
import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from tests.terminal.harness import BELL, Terminal
from tests.terminal.notebooks import a_talk_begun, exported

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(
        shutil.which("faketime") is None, reason="libfaketime is not installed (package faketime)"
    ),
]

SPED_UP: Final = ("faketime", "-f", "+0 x200", sys.executable, "-m", "infotui")
NUDGE, DECISION = "20 minutes have passed", "Half an hour .*Are you still good to go on"


def shows(terminal: Terminal, pattern: str) -> bool:
    return re.search(pattern, terminal.text) is not None


def was_told(terminal: Terminal, words: str) -> bool:
    """Whether words were sent to the screen; at this speed they may be gone before one looks."""
    return words.encode() in terminal.raw


def type_until(terminal: Terminal, is_so: Callable[[], bool], letter: str) -> str:
    """Type without a pause until something is so; give what was typed."""
    typed = ""
    while not is_so() or not typed:
        assert len(typed) < 400, f"it did not come; the screen:\n{terminal.text}"
        terminal.send(letter)
        typed += letter
        terminal.read_for(0.03)
    return typed


def shown(document: dict[str, Any]) -> list[str]:
    """The marks of time that were told; that a must no longer fits is told beside them."""
    told = [entry["mark"] for entry in document["segment"] if entry["kind"] == "shown"]
    return [mark for mark in told if not mark.startswith("must")]


def half_typed(document: dict[str, Any]) -> str:
    return "".join(entry["text"] for entry in document["unfinished"])


def test_the_marks_come_once_and_every_key_typed_around_them_arrives(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_talk_begun(notebook, timedelta(minutes=8))
    words = ("live", "--notebook", str(notebook))
    with Terminal(*words, columns=140, rows=40, command=SPED_UP) as terminal:
        terminal.wait_for("write what they say")
        typed = type_until(terminal, lambda: was_told(terminal, NUDGE), "a")
        rings = len(BELL.findall(terminal.raw))
        typed += type_until(terminal, lambda: not shows(terminal, NUDGE), "b")
        terminal.send("enter")
        terminal.wait_for("write what they say")
        line = type_until(terminal, lambda: shows(terminal, DECISION), "c")
        line += type_until(terminal, lambda: shows(terminal, r"3[1-9]:\d\d of 30"), "d")
        terminal.wait_for(DECISION)
        assert "over by" in terminal.text
        terminal.send("enter")
        terminal.wait_for("write what they say")
        assert shows(terminal, DECISION), "it stays until it is answered"
        assert (rings, len(BELL.findall(terminal.raw))) == (1, 2), "one bell for each"
        terminal.press("f6", then="They want to go on")
        terminal.press("f5", then=r"of 4\d ")
        assert not shows(terminal, DECISION)
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0
    document = exported(notebook)
    assert [note["text"] for note in document["note"]] == [typed, line]
    assert half_typed(document) == ""
    assert shown(document) == ["nudge 20", "decide 30"]
    answers = [(e["answer"], e["minutes"]) for e in document["segment"] if e["kind"] == "decision"]
    assert answers == [("go on", 10)]


@pytest.mark.slow
def test_a_mark_that_was_shown_is_not_shown_again_after_a_start_at_an_earlier_time(
    tmp_path: Path,
) -> None:
    notebook = tmp_path / "n.db"
    a_talk_begun(notebook, timedelta(minutes=13))
    words = ("live", "--notebook", str(notebook))
    # The second start is at the machine's own time, and passes the mark again.
    for nudges in (1, 0):
        with Terminal(*words, columns=140, rows=40, command=SPED_UP) as terminal:
            terminal.wait_for(r"2[1-9]:\d\d of 30")
            assert len(BELL.findall(terminal.raw)) == nudges
            assert was_told(terminal, NUDGE) == bool(nudges)
            terminal.send("ctrl+q")
            assert terminal.wait_for_end() == 0
    assert shown(exported(notebook)) == ["nudge 20"]


@pytest.mark.slow
def test_a_mark_that_passed_while_the_program_was_gone_is_still_told(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_talk_begun(notebook, timedelta(minutes=23))
    with Terminal("live", "--notebook", str(notebook), columns=140, rows=40) as terminal:
        terminal.wait_for(r"23:\d\d of 30")
        terminal.wait_for(NUDGE, seconds=3)
    assert shown(exported(notebook)) == ["nudge 20"]
