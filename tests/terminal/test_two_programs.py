"""Two programs on one notebook: the second reads and says so, follows, and takes over when the first is gone."""

import signal
from datetime import timedelta
from pathlib import Path

import pytest

from tests.terminal.harness import BELL, Terminal
from tests.terminal.notebooks import a_plan, a_talk_begun, exported, is_sound

pytestmark = pytest.mark.terminal

READS = "(?s)For reading only.*Another infotui is writing this"


def test_the_second_program_follows_the_first_and_takes_over(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    words = ("live", "Amina", "--notebook", str(notebook))
    with Terminal(*words, columns=100, rows=40) as first:
        first.wait_for("write what they say")
        with Terminal(*words[2:], "live", columns=160, rows=40) as second:
            second.wait_for(READS)
            first.write("written by the first\r", then=r"00:0\d +written by the first")
            second.wait_for(r"00:0\d +written by the first")
            second.wait_for(r"00:0[1-9] of 30 +till")  # its clock runs too
            second.write("written by the second")
            second.send("enter")
            second.wait_for("(?s)Another infotui is writing this notebook; this one only shows it")
            assert "written by the second" in second.text, "what cannot be kept yet stays in sight"
            assert [n["text"] for n in exported(notebook)["note"]] == ["written by the first"]
            first.kill(signal.SIGKILL)
            first.wait_for_end()
            second.wait_for(r"(?s)The other infotui is closed.*this one writes")
            second.send("enter")
            second.wait_for(r"00:\d\d +written by the second")
            second.send("ctrl+q")
            assert second.wait_for_end() == 0
    assert [note["text"] for note in exported(notebook)["note"]] == [
        "written by the first",
        "written by the second",
    ]
    assert is_sound(notebook)


@pytest.mark.slow
def test_a_name_through_a_link_is_the_same_notebook(tmp_path: Path) -> None:
    notebook, link = tmp_path / "n.db", tmp_path / "elsewhere" / "link.db"
    a_plan(notebook)
    link.parent.mkdir()
    link.symlink_to(notebook)
    with Terminal("--notebook", str(notebook)) as first:
        first.wait_for("Amina Patel")
        with Terminal("--notebook", str(link)) as second:
            second.wait_for(READS)
    assert list(link.parent.iterdir()) == [link]


@pytest.mark.slow
def test_a_reader_tells_a_mark_once(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_talk_begun(notebook, timedelta(minutes=31))
    words = ("--notebook", str(notebook))
    with Terminal(*words) as first:
        first.wait_for("You were in an interview")  # it writes, but does not look at the clock
        with Terminal("live", *words) as second:
            second.wait_for(r"31:0\d of 30")
            second.wait_for(r"31:(0[3-9]|1\d) of 30")
            assert len(BELL.findall(second.raw)) <= 1
