"""A text to read and change: it is stored with every key, and leaving it gives its last words."""

from infotui.domain.kept import Kept, Place
from infotui.services.desks import Desks
from infotui.tui.dialogs.edit_text import EditText
from tests.tui.pilots import SIZES, Hands, at

NOTE = Kept("note", "text", 1)


async def ask(hands: Hands, disk: dict[Place, str], results: list[str | None]) -> None:
    text = disk.get(NOTE, "")
    hands.app.push_screen(EditText("Note [/x]", NOTE, text, disk.__setitem__), results.append)
    await hands.settle()


async def test_it_shows_the_text_with_the_cursor_at_its_end(desks: Desks) -> None:
    disk: dict[Place, str] = {NOTE: "what she said"}
    async with at(desks) as hands:
        await ask(hands, disk, [])
        await hands.press("!")
        assert disk[NOTE] == "what she said!"
        for size in SIZES:
            await hands.resize(size)
            assert "Note [/x]" in hands.text
            assert "saved as you type" in hands.text
            assert "what she said!" in hands.text


async def test_escape_gives_its_last_words(desks: Desks) -> None:
    disk: dict[Place, str] = {NOTE: "a"}
    results: list[str | None] = []
    async with at(desks) as hands:
        await ask(hands, disk, results)
        await hands.press("enter", "b", "escape")
        assert results == [disk[NOTE]] == ["a\nb"]
        assert len(hands.app.screen_stack) == 1


async def test_nothing_is_stored_by_looking(desks: Desks) -> None:
    disk: dict[Place, str] = {}
    results: list[str | None] = []
    async with at(desks) as hands:
        await ask(hands, disk, results)
        await hands.press("escape")
        assert (disk, results) == ({}, [""])


async def test_escape_pressed_twice_leaves_it_once(desks: Desks) -> None:
    results: list[str | None] = []
    async with at(desks) as hands:
        await ask(hands, {}, results)
        await hands.burst("escape", "escape")
        assert results == [""]
