"""The openings at the keyboard: stated, posted, added, changed, and who may help with each."""

from infotui.services.desks import Desks
from infotui.tui.afterwards.opening import show_openings
from infotui.tui.dialogs.openings import Openings
from infotui.tui.telling import TellsErrors
from tests.builders import a_contact, a_held_interview
from tests.tui.pilots import SIZES, Hands, at, stored

ROW = "SELECT text, state, posted, link, field FROM opening ORDER BY id"


async def opened(hands: Hands, desks: Desks) -> None:
    screen = hands.app.screen
    assert isinstance(screen, TellsErrors)
    show_openings(screen, desks)
    await hands.settle()


async def test_an_opening_is_followed_through_its_states(desks: Desks) -> None:
    async with at(desks) as hands:
        await opened(hands, desks)
        assert "a note that begins with $ is one" in hands.seen("#openings-rows")
        await hands.press("s", "p", "e", "delete", "W", "enter", "tab", "escape", "n")
        await hands.press(*"grid analyst", "tab", *"Northwind", "tab", "tab", *"mailto:x", "enter")
        assert "is no link to a page" in hands.seen("#wrong-link")
        await hands.write("x.org/jobs")
        await hands.press("enter", "p", "p")
        assert stored(desks, ROW) == [
            ("grid analyst", "heard", "unposted", "https://x.org/jobs", "")
        ]
        await hands.press("s", "down", "down", "down", *"frozen", "enter")
        assert "closed · unposted" in hands.seen("#openings-rows")
        assert stored(desks, ROW)[0][:2] == ("grid analyst · closed: frozen", "closed")
        await hands.press("s", "up", "up", "enter", "e")
        await hands.write("grid planner")
        await hands.press("enter")
        assert stored(desks, ROW)[0][:2] == ("grid planner", "watching")
        await hands.press("delete", "u")
        assert stored(desks, ROW)[0][:2] == ("grid planner", "watching")
        await hands.press("slash", *"sup")
        assert "No opening is found by that." in hands.text
        await hands.press("escape", "escape")
        assert not isinstance(hands.app.screen, Openings)


async def test_who_may_help_leads_to_their_page_and_to_a_draft(desks: Desks) -> None:
    a_held_interview(desks, "$ grid analyst", contact_id=a_contact(desks, field="energy"))
    a_held_interview(desks, contact_id=(bo := a_contact(desks, "Bo Lind", "", field="energy")))
    async with at(desks) as hands:
        await opened(hands, desks)
        for size in SIZES:
            await hands.resize(size)
            assert "Amina Patel told, Mon 23 Nov" in hands.seen("#openings-rows")
            for words in ("told you of it · same field: energy", "Bo Lind"):
                assert words in hands.seen("#openings-help")
        await hands.press("enter", "down", "enter")
        assert (hands.mode, hands.row("#people").id) == ("contacts", bo)
        await opened(hands, desks)
        await hands.press("tab", "escape", "W")
        assert "A draft · Amina Patel" in hands.text
