"""The list of keys shows every key that works on the screen below, and any of four keys closes it."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.keys import AllKeys
from infotui.tui.frame import Frame
from tests.builders import a_live_interview, a_planned_interview
from tests.tui.pilots import SMALL, WIDE, at


@pytest.mark.parametrize("mode", ["today", "questions", "live"])
async def test_every_key_with_words_is_listed(sample: Desks, mode: str) -> None:
    async with at(sample, mode) as hands:
        app = hands.app
        offered = [
            (app.get_key_display(active.binding), active.binding.tooltip
             or active.binding.description)
            for active in app.screen.active_bindings.values()
            if active.enabled and active.binding.description
        ]  # fmt: skip
        assert isinstance(app.screen, Frame)
        also = app.screen.ALSO
        await hands.press("f1")
        assert isinstance(app.screen, AllKeys)
        assert set(hands.rows("RowList")) == {*offered, *also}
        assert len(offered) > 12


async def test_four_keys_close_it(desks: Desks) -> None:
    async with at(desks) as hands:
        for key in ("escape", "f1", "?", "q"):
            await hands.press("?")
            assert isinstance(hands.app.screen, AllKeys)
            await hands.press(key)
            assert len(hands.app.screen_stack) == 1


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_all_of_it_can_be_read(desks: Desks, size: tuple[int, int]) -> None:
    a_planned_interview(desks)
    async with at(desks, "questions", size) as hands:
        await hands.press("?")
        seen = ""
        for _ in range(6):
            seen += hands.text
            await hands.press("pagedown")
        assert "Earlier in the order" in seen
        assert "Take it off; u undoes it" in seen
        assert "All keys that work here" in seen


async def test_f1_is_help_while_one_types_and_the_focus_comes_back(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("half")
        await hands.press("f1")
        assert isinstance(hands.app.screen, AllKeys)
        await hands.press("escape", "!")
        assert hands.focused == "line"
        assert "half!" in hands.seen("#line")
