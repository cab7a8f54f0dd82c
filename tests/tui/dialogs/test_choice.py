"""A choice: one of a few things by keys or mouse, beginning on the one that is so now."""

from typing import Any

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from tests.tui.pilots import SIZES, Hands, at

STAGES = [("", "not yet"), ("met", "We met"), ("friend", "A friend [b]x[/nope]")]


async def ask(hands: Hands, results: list[Any], at_value: str = "", words: str = "") -> None:
    hands.app.push_screen(Choice("Where?", STAGES, at=at_value, words=words), results.append)
    await hands.settle()


async def test_it_shows_everything_and_begins_where_it_is_so_now(desks: Desks) -> None:
    async with at(desks) as hands:
        await ask(hands, [], "met", "About [i]somebody[/nope]")
        seen = hands.seen("#choice-box")
        for words in ("Where?", "About [i]somebody[/nope]", *(text for _, text in STAGES)):
            assert words in seen
        assert hands.row("RowList") == STAGES[1]


@pytest.mark.parametrize(
    ("keys", "value"),
    [(("enter",), ""), (("down", "enter"), "met"), (("end", "enter"), "friend"),
     (("j", "j", "k", "enter"), "met"), (("down", "escape"), None)],
)  # fmt: skip
async def test_keys_choose_or_leave(desks: Desks, keys: tuple[str, ...], value: str | None) -> None:
    results: list[Any] = []
    async with at(desks) as hands:
        await ask(hands, results)
        await hands.press(*keys)
        assert results == [value]
        assert len(hands.app.screen_stack) == 1


async def test_the_mouse_chooses_with_a_second_click(desks: Desks) -> None:
    results: list[Any] = []
    async with at(desks) as hands:
        await ask(hands, results)
        await hands.click("RowList", offset=(3, 1))
        assert results == []
        await hands.click("RowList", offset=(3, 2), times=2)
        assert results == ["friend"]


async def test_a_long_list_scrolls_and_stays_on_the_screen(desks: Desks) -> None:
    results: list[Any] = []
    options = [(str(number), f"option {number}") for number in range(40)]
    async with at(desks) as hands:
        hands.app.push_screen(Choice("Many", options), results.append)
        await hands.settle()
        for size in SIZES:
            await hands.resize(size)
            await hands.press("home", "end")
            assert "option 39" in hands.text
            assert "Enter takes it" in hands.text
        await hands.press("enter")
        assert results == ["39"]


async def test_enter_pressed_twice_chooses_once(desks: Desks) -> None:
    results: list[Any] = []
    async with at(desks) as hands:
        await ask(hands, results)
        await hands.burst("enter", "enter")
        assert results == [""]
