"""Keeping a touch in two keys, and how often one wants to be in touch, by keys."""

from infotui.services.desks import Desks
from infotui.tui.afterwards.touching import ask_cadence, log_touch
from infotui.tui.telling import TellsErrors
from tests.builders import a_contact, later
from tests.tui.pilots import SMALL, Hands, at, stored


def screen_of(hands: Hands) -> TellsErrors:
    assert isinstance(hands.app.screen, TellsErrors)
    return hands.app.screen


async def test_one_letter_keeps_a_touch_and_u_takes_it_back(desks: Desks) -> None:
    ana, told = a_contact(desks), []
    desks.touches.set_cadence(ana, 30)
    async with at(desks, size=SMALL) as hands:
        for keys, kind in (("w", "wrote"), ("t", "they wrote"), ("c", "called"), ("m", "met"),
                           ("o", "other"), (("enter",), "wrote"), (("down", "enter"), "they wrote")):  # fmt: skip
            log_touch(screen_of(hands), desks, ana, lambda: told.append(1))
            await hands.settle()
            await hands.press(*keys)
            assert stored(desks, "SELECT kind, at FROM touch") == [
                (kind, "2026-11-23T10:00:00.000000Z")]  # fmt: skip
            assert "Next by Wed 23 Dec. u takes it back." in hands.said
            await hands.press("u")
            assert stored(desks, "SELECT count(*) FROM touch") == [(0,)]
        assert len(told) == 7
        log_touch(screen_of(hands), desks, ana)
        await hands.settle()
        assert "No touch yet · wanted every 30 days" in hands.text
        await hands.burst("escape", "w")
        assert stored(desks, "SELECT count(*) FROM touch") == [(0,)]


async def test_e_asks_for_the_day_and_words_and_says_what_cannot_be_meant(desks: Desks) -> None:
    ana = a_contact(desks)
    async with at(desks) as hands:
        log_touch(screen_of(hands), desks, ana)
        await hands.settle()
        await hands.press("down", "down", "e")
        await hands.write("tomorrow")
        await hands.press("enter")
        assert "still lies ahead" in hands.seen("#wrong-when")
        await hands.write("last tue")
        assert "Tue 17 Nov 12:00" in hands.seen("#echo-when")
        await hands.press("tab")
        await hands.write("of boats")
        await hands.press("enter")
        assert stored(desks, "SELECT kind, at, words FROM touch") == [
            ("called", "2026-11-17T11:00:00.000000Z", "of boats")]  # fmt: skip
        later(desks, days=1)
        log_touch(screen_of(hands), desks, ana)
        await hands.settle()
        assert "Last: Tue 17 Nov, we spoke by telephone" in hands.text


async def test_a_cadence_is_chosen_or_any_number_of_days(desks: Desks) -> None:
    ana = a_contact(desks)

    def cadence() -> int | None:
        return desks.contacts.sheet(ana).cadence_days

    async with at(desks) as hands:
        for keys, days in (
            (("down", "enter"), 30), (("down", "down", "enter"), 90), (("end", "enter", *"45", "enter"), None),
        ):  # fmt: skip
            ask_cadence(screen_of(hands), desks, ana)
            await hands.settle()
            await hands.press(*keys)
            if days is not None:
                assert cadence() == days
        # The number that stood there is typed behind, which is too many; nothing is lost of it.
        assert "“9045” is no number of days" in hands.seen("#wrong-days")
        await hands.write("45")
        await hands.press("enter")
        assert cadence() == 45
        assert hands.said == "In touch with Amina Patel: every 45 days. u takes it back."
        ask_cadence(screen_of(hands), desks, ana)
        await hands.settle()
        assert hands.row("#choice-box RowList")[0] == "45"
        await hands.press("home", "enter")
        assert cadence() is None
        await hands.press("u")
        assert cadence() == 45
