"""A broken config or bank, on the screen: told with file and line where the person looks, and all else works."""

from pathlib import Path

import pytest

from infotui.config import paths
from tests.terminal.harness import Terminal
from tests.terminal.notebooks import a_plan

pytestmark = pytest.mark.terminal


@pytest.mark.slow
def test_broken_settings_and_a_broken_bank_are_told_and_the_screens_work(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    paths.config_folder().mkdir(parents=True)
    paths.settings_file().write_text('name = "Robin"\nnudge = 3\n', "utf-8")
    paths.user_bank_file().write_text("format = 1\n[[question]]\nid = = 1\n", "utf-8")
    with Terminal("--notebook", str(notebook), columns=120, rows=40) as terminal:
        terminal.wait_until(
            lambda: {"settings", "line 2", "bank", "line 3"} <= set(words_on(terminal)),
            "both with their lines",
        )
        terminal.press("5", then=r"Bank · \d\d")
        terminal.press("6", then="Enter starts the clock")
        assert "of 30 minutes" in terminal.text, "the marks are the default ones"
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0


def words_on(terminal: Terminal) -> list[str]:
    """What is on the screen of four words; a toast breaks its sentences anywhere."""
    flat = "".join(terminal.text.replace("▌", " ").split()).replace("│", "")
    return [
        word for word in ("settings", "line 2", "bank", "line 3") if word.replace(" ", "") in flat
    ]


def test_a_notebook_that_cannot_be_opened_leaves_the_terminal_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear Ms Patel,\n" * 20, "utf-8")
    with Terminal("--notebook", str(letter)) as terminal:
        assert terminal.wait_for_end() == 1
        assert b"\x1b" not in terminal.raw
        assert b"is not a notebook" in terminal.raw
