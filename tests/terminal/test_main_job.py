"""The main job once, by real keys in a terminal of 80x24, from an empty notebook to finding it all again."""

from pathlib import Path

import pytest

from tests.terminal.harness import Terminal
from tests.terminal.notebooks import exported, is_sound

pytestmark = pytest.mark.terminal


def meet_somebody(terminal: Terminal) -> None:
    terminal.wait_for("No interview is planned yet")
    terminal.to_list("2", "edit")
    terminal.press("n", then="fills {unit}")
    terminal.write("Zoë 日本 Quill")
    terminal.press_and_move("tab")
    terminal.write("Umbra & Søn")
    terminal.press("enter", then=r"▌Zoë 日本 Quill +stranger")


def prepare(terminal: Terminal) -> None:
    terminal.press("p", then="Chosen by")
    terminal.press("w", then="─ Why them ─")
    terminal.write("She left testing for policy")
    terminal.press("escape", then="Space tick")
    terminal.press("t", then="Day and time")
    terminal.write("tomorrow 15:00")
    terminal.press("enter", then=r"When +\w+ \d+ \w+( \d+)? 15:00")
    terminal.press("5", then="a bank")
    terminal.press("n", then="▏ ?1 ")
    terminal.write("What would you unlearn?")
    terminal.press("escape", then=r"▌ 1 +What would you unlearn\? +own")
    terminal.press("m", then="1 ★ What would")


def talk(terminal: Terminal) -> None:
    terminal.press("6", then="Enter starts the clock")
    terminal.press("enter", then=r"(?s)Asking 1 ★.*What would you unlearn\?")
    terminal.write("a heron stood in the yard #luck")
    terminal.press("enter", then=r"00:\d\d +a heron stood")
    terminal.write("> Jane Doe, fuel cells")
    terminal.press("enter", then=r"00:\d\d > Jane Doe.*lead")
    terminal.press("tab", then=r"✓ +1 ★")
    terminal.write("! send the report by fri")
    terminal.press("enter", then=r"! send the report.*due Fri")
    terminal.press("f8", then="F8 again ends it")
    terminal.press("f8", then="What did I learn")
    terminal.press("escape", then="w type up")


def go_to_the_search_line(terminal: Terminal) -> None:
    # What one types goes where the focus is, and the last line tells where that is.
    terminal.wait_until(lambda: terminal.list_has_focus, "the list")
    terminal.send("/")
    terminal.wait_until(lambda: not terminal.list_has_focus, "the search line")


def test_from_an_empty_notebook_to_finding_the_talk_again(tmp_path: Path) -> None:
    notebook = tmp_path / "new folder" / "n.db"
    with Terminal("--notebook", str(notebook)) as terminal:
        meet_somebody(terminal)
        prepare(terminal)
        talk(terminal)
        go_to_the_search_line(terminal)
        terminal.write("heron", then="1 talk with “heron”")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored
    with Terminal("--notebook", str(notebook)) as terminal:
        terminal.wait_for(r"(?s)Your move.*Thank-you.*Their move")
        terminal.to_list("8", "search")
        go_to_the_search_line(terminal)
        terminal.write("unicorn", then="0 talks with")
        terminal.to_list("escape", "search")
        go_to_the_search_line(terminal)
        terminal.write("heron", then="a heron stood in the yard")
        assert "Umbra & Søn" in terminal.text
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    document = exported(notebook)
    assert [c["name"] for c in document["contact"]] == ["Zoë 日本 Quill"]
    assert [o["name"] for o in document["organization"]] == ["Umbra & Søn"]
    assert [i["state"] for i in document["interview"]] == ["held"]
    assert [i["why"] for i in document["interview"]] == ["She left testing for policy"]
    assert "What would you unlearn?" in [q["text"] for q in document["question"]]
    assert [n["text"] for n in document["note"]] == [
        "a heron stood in the yard #luck",
        "> Jane Doe, fuel cells",
        "! send the report by fri",
    ]
    assert [lead["name"] for lead in document["lead"]] == ["Jane Doe"]
    assert len(document["promise"]) == 1
    assert is_sound(notebook)
