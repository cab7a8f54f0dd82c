"""Where: the kind first, then its own lines; all in one step, refused beside the line."""

from pathlib import Path

from infotui.services.desks import Desks
from infotui.tui.dialogs.place import ask_place, ask_resume
from infotui.tui.telling import TellsErrors
from tests.builders import a_planned_interview
from tests.tui.pilots import SIZES, Hands, at, stored

PLACE = """SELECT place_kind, place, entry, travel_minutes, margin_minutes, place_chosen_by
FROM interview"""


async def ask(hands: Hands, desks: Desks, talk: int, done: list[str]) -> None:
    screen = hands.app.screen
    assert isinstance(screen, TellsErrors)
    ask_place(screen, desks, talk, lambda: done.append("done"))
    await hands.settle()


async def test_an_office_has_an_address_a_way_in_and_a_way_there(desks: Desks) -> None:
    talk, done = a_planned_interview(desks), list[str]()
    async with at(desks) as hands:
        await ask(hands, desks, talk, done)
        await hands.press("enter")
        for text in ("2 Mill Lane", "room 4", "25", "", "theirs"):
            await hands.paste(text)
            if text == "25":
                assert hands.seen("#echo-travel") == "leave by 14:20, 15 minutes early"
            await hands.press("tab")
        for size in SIZES:
            await hands.resize(size)
            assert "theirs" in hands.seen("#field-chosen") or size == SIZES[-1]
        await hands.press("enter")
        assert stored(desks, PLACE) == [("office", "2 Mill Lane", "room 4", 25, None, "them")]
        assert hands.said == "office · 2 Mill Lane · leave by 14:20. u takes it back."
        assert done == ["done"]
        await hands.press("u")
        assert stored(desks, PLACE) == [("", "", "", None, None, "")]


async def test_a_link_that_is_none_is_refused_beside_its_line_and_not_lost(desks: Desks) -> None:
    talk, done = a_planned_interview(desks), list[str]()
    async with at(desks) as hands:
        await ask(hands, desks, talk, done)
        await hands.press("down", "down", "enter")
        assert not hands.app.screen.query("#field-travel")
        for text in ("javascript:alert(1)", "x" * 10_000):
            await hands.write(text)
            await hands.press("enter")
            assert hands.app.screen.query_one("#wrong-place").has_class("shown")
            assert hands.app.screen.query_one("#field-place").value == text  # type: ignore[attr-defined]
        assert stored(desks, PLACE) == [("", "", "", None, None, "")]
        await hands.write("https://meet.example.org/1")
        await hands.press("enter")
        assert stored(desks, PLACE)[0][:2] == ("video", "https://meet.example.org/1")
        await ask(hands, desks, talk, done)
        await hands.press("escape")
        assert done == ["done"]


async def test_the_resume_s_file_is_looked_for_as_one_types(desks: Desks, tmp_path: Path) -> None:
    talk, done = a_planned_interview(desks), list[str]()
    (tmp_path / "cv.pdf").write_text("me")
    async with at(desks) as hands:
        screen = hands.app.screen
        assert isinstance(screen, TellsErrors)
        ask_resume(screen, desks, talk, lambda: done.append("done"))
        await hands.settle()
        await hands.write(str(tmp_path / "cv.pd"))
        assert hands.seen("#echo-resume") == "there is no such file"
        await hands.press("f")
        assert hands.seen("#echo-resume") == "it is there"
        await hands.press("enter")
        assert stored(desks, "SELECT resume FROM interview") == [(str(tmp_path / "cv.pdf"),)]
        assert done == ["done"]
