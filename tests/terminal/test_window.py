"""The window changes its size while one writes: nothing typed is lost, and everything finds its place."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.terminal.harness import Terminal
from tests.terminal.notebooks import a_plan, exported

pytestmark = pytest.mark.terminal

OF_EACH_SCREEN = (
    "Next interviews",
    "People",
    "Ready[?]|Goal",
    "About whom",
    "in the order you will ask",
    "Enter starts the clock",
    "Open loops",
    "Talks",
)
SIZES = [(60, 20), (120, 40), (20, 5), (200, 60), (80, 24)]


def test_a_window_resized_live_keeps_the_line_and_the_focus(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    typed = ""
    with Terminal("live", "Amina", "--notebook", str(notebook), columns=80, rows=24) as terminal:
        terminal.wait_for("write what they say")
        for number, (columns, rows) in enumerate(SIZES):
            terminal.resize(columns, rows)
            # No wait: keys and the change of size reach the program in whatever order they may.
            terminal.send(f"word{number} ")
            typed += f"word{number} "
        terminal.wait_for(f"(?s)word0 word1.*word{len(SIZES) - 1}")
        terminal.wait_until(
            lambda: "F1" in terminal.text or "? keys" in terminal.lines[-1], "the last paint"
        )
        assert len(terminal.lines) == 24
        terminal.press("enter", then="00:0\\d +word0")
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert [note["text"] for note in exported(notebook)["note"]] == [typed.strip()]


@pytest.mark.slow
def test_every_screen_stands_in_the_smallest_window(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    with Terminal("--notebook", str(notebook), columns=80, rows=24) as terminal:
        terminal.wait_for("Amina Patel")
        terminal.resize(60, 20)
        for digit, words in zip("12345678", OF_EACH_SCREEN, strict=True):
            terminal.go_to(digit)
            terminal.wait_for(rf"(?s){words}.*keys$")
            assert max(map(cell_len, terminal.lines)) <= 60
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0
