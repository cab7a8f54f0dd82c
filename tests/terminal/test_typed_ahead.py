"""Keys that come faster than the screens follow, as over a slow line or from quick fingers, all count once."""

from pathlib import Path

import pytest

from tests.terminal.harness import Terminal
from tests.terminal.notebooks import a_plan, exported

pytestmark = pytest.mark.terminal


def contacts(terminal: Terminal) -> None:
    terminal.wait_for("Next interviews")
    terminal.to_list("2", "edit")
    terminal.read_for(0.3)  # nothing is being loaded any more


def names(notebook: Path) -> list[str]:
    return [contact["name"] for contact in exported(notebook)["contact"]]


@pytest.mark.slow
def test_enter_pressed_twice_stores_once(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    with Terminal("--notebook", str(notebook)) as terminal:
        contacts(terminal)
        terminal.press("n", then="fills {unit}")
        terminal.write("Bo Quick")
        terminal.send("enter", "enter", "enter")
        terminal.wait_for("▌Bo Quick +stranger")
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert names(notebook) == ["Bo Quick"]


@pytest.mark.slow
def test_keys_after_go_to_are_no_crash(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    with Terminal("live", "Amina", "--notebook", str(notebook)) as terminal:
        terminal.wait_for("write what they say")
        for keys in ("6ab", "xyz", "\x07\x07"):
            terminal.send("ctrl+g", keys)
            terminal.read_for(0.2)
        terminal.send("escape")
        terminal.read_for(0.2)
        terminal.write("still here")
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0


@pytest.mark.slow
def test_enter_pressed_twice_in_the_palette_is_no_crash(tmp_path: Path) -> None:
    with Terminal("--notebook", str(tmp_path / "n.db")) as terminal:
        terminal.wait_for("Next interviews")
        terminal.read_for(0.3)
        terminal.press("\x10", then="Search for")
        terminal.read_for(0.5)
        terminal.send("enter", "enter")
        terminal.read_for(0.5)
        assert "had to stop" not in terminal.text
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0


@pytest.mark.slow
def test_a_whole_contact_typed_at_once_is_stored(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    with Terminal("--notebook", str(notebook)) as terminal:
        contacts(terminal)
        terminal.send("n", "Bo Xi", "tab", "Acme corp", "enter")
        terminal.read_for(1.0)
        terminal.send("ctrl+q")
        terminal.wait_for_end()
    document = exported(notebook)
    assert [contact["name"] for contact in document["contact"]] == ["Bo Xi"]
    assert [entry["name"] for entry in document["organization"]] == ["Acme corp"]


@pytest.mark.slow
def test_a_key_that_comes_with_the_change_of_screen_is_that_screens(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    with Terminal("--notebook", str(notebook)) as terminal:
        terminal.wait_for("Amina Patel")
        terminal.read_for(0.3)
        terminal.send("5", "n", "What would you unlearn?")
        terminal.read_for(1.0)
        terminal.send("ctrl+q")
        terminal.wait_for_end()
    assert "What would you unlearn?" in [q["text"] for q in exported(notebook)["question"]]


def test_words_and_enters_typed_at_once_into_the_note_line_are_all_kept(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    lines = [f"line {number} of a quick hand" for number in range(12)]
    with Terminal("live", "Amina", "--notebook", str(notebook)) as terminal:
        terminal.wait_for("write what they say")
        terminal.read_for(0.5)
        terminal.send("\r".join(lines), "enter", "half")
        terminal.wait_for("half")
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0
    document = exported(notebook)
    assert [note["text"] for note in document["note"]] == lines
    assert [entry["text"] for entry in document["unfinished"]] == ["half"]


@pytest.mark.slow
def test_a_note_stands_under_the_question_that_was_asked_when_it_was_typed(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    with Terminal("live", "Amina", "--notebook", str(notebook)) as terminal:
        terminal.wait_for("write what they say")
        terminal.press("enter", then="Asking 1")
        for number in range(2):
            terminal.send(f"{number}", "enter", "tab")
        terminal.wait_for("Asking 3")
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0
    document = exported(notebook)
    position = {question["uuid"]: question["position"] for question in document["question"]}
    assert [position[note["question"]] for note in document["note"]] == [1, 2]
