"""ctrl+g and a digit lead to a screen from wherever one is; anything else leaves things as they are."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.go_to import GoTo
from infotui.tui.routes import MODES
from tests.builders import a_live_interview
from tests.tui.pilots import SIZES, at, stored


async def test_every_digit_leads_to_its_screen(sample: Desks) -> None:
    async with at(sample) as hands:
        for digit, mode, _ in reversed(MODES):
            await hands.press("ctrl+g", digit)
            assert hands.app.current_mode == mode
            assert len(hands.app.screen_stack) == 1


async def test_it_names_the_digits(desks: Desks) -> None:
    async with at(desks) as hands:
        await hands.press("ctrl+g")
        assert hands.seen("GoTo LineBox").endswith("8 Review q quit")
        for size in SIZES:
            await hands.resize(size)
            foot = hands.seen("GoTo LineBox")
            assert foot.startswith("go to 1 Today 2 Contacts 3 Prepare")


async def test_any_other_key_stays(desks: Desks) -> None:
    async with at(desks, "contacts") as hands:
        for key in ("escape", "x", "9", "enter", "space"):
            await hands.press("ctrl+g", key)
            assert hands.app.current_mode == "contacts"
            assert len(hands.app.screen_stack) == 1


async def test_it_works_while_one_types_and_types_nothing(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("half a li")
        await hands.press("ctrl+g", "2")
        assert hands.app.current_mode == "contacts"
        assert stored(desks, "SELECT text FROM unfinished") == [("half a li",)]
        await hands.press("6", "n", "e")
        assert stored(desks, "SELECT text FROM unfinished") == [("half a line",)]


async def test_pressed_twice_it_asks_once(desks: Desks) -> None:
    async with at(desks) as hands:
        await hands.press("ctrl+g", "ctrl+g", "2", "1")
        assert not isinstance(hands.app.screen, GoTo)


async def test_a_key_that_follows_at_once_is_no_second_answer(desks: Desks) -> None:
    async with at(desks, "contacts") as hands:
        await hands.press("ctrl+g")
        await hands.burst("1", "1")
        assert hands.app.current_mode == "today"
