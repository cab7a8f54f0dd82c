"""The palette leaves once, however fast the keys come, and gives the focus back."""

from textual.command import CommandPalette

from infotui.services.desks import Desks
from infotui.tui.palette import Palette
from tests.builders import a_live_interview
from tests.tui.pilots import at


async def test_enter_pressed_twice_leaves_it_once(desks: Desks) -> None:
    async with at(desks) as hands:
        await hands.press("ctrl+p")
        assert isinstance(hands.app.screen, Palette)
        await hands.paste("Contacts")
        await hands.app.workers.wait_for_complete()
        await hands.burst("enter", "enter")
        assert hands.mode == "contacts"
        assert not any(isinstance(screen, CommandPalette) for screen in hands.app.screen_stack)


async def test_escape_pressed_twice_leaves_it_once_and_the_line_has_the_focus(
    desks: Desks,
) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("half")
        await hands.press("ctrl+p")
        await hands.burst("escape", "escape")
        assert hands.app.is_running
        assert hands.focused == "line"
        await hands.press("!")
        assert hands.seen("#line") == "half!"
