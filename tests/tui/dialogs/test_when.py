"""When: what is understood stands below the line in full, Enter stores it, and a toast says it."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.when import ask_time
from infotui.tui.telling import TellsErrors
from tests.builders import a_contact, a_planned_interview
from tests.tui.pilots import SIZES, Hands, at, dump, stored

TIME = "SELECT state, scheduled_at, zone FROM interview WHERE id = ?"


async def ask(hands: Hands, desks: Desks, talk: int, done: list[str]) -> None:
    screen = hands.app.screen
    assert isinstance(screen, TellsErrors)
    ask_time(screen, desks, talk, lambda: done.append("done"))
    await hands.settle()


async def test_a_time_is_said_back_in_full_and_stored(desks: Desks) -> None:
    talk, done = a_planned_interview(desks, when=""), list[str]()
    async with at(desks) as hands:
        await ask(hands, desks, talk, done)
        assert "Now:" not in hands.seen("#form-box")
        for text in ("next t", "thu 15:00 mars/phobos"):
            await hands.write(text)
            assert hands.seen("#echo-when").startswith("tue 3pm · in two weeks 9:30")
        before = dump(desks)
        await hands.press("enter")
        assert "“mars/phobos” is no time zone" in hands.seen("#form-box")
        assert hands.seen("#field-when") == "thu 15:00 mars/phobos"
        assert dump(desks) == before
        await hands.write("thu 9:00 america/new_york")
        for size in SIZES:
            await hands.resize(size)
            said = (
                "Thursday 26 Nov 2026 15:00 Europe/Berlin · their 09:00 America/New_York · in 3 d"
            )
            assert hands.seen("#echo-when") == said
        await hands.press("enter")
        assert stored(desks, TIME, talk) == [
            ("scheduled", "2026-11-26T14:00:00.000000Z", "America/New_York")
        ]
        assert hands.said == f"{said}. u takes it back."
        assert done == ["done"]


async def test_an_empty_line_leaves_the_time_and_a_dash_takes_it_away(desks: Desks) -> None:
    talk, done = a_planned_interview(desks), list[str]()
    a_planned_interview(desks, a_contact(desks, "Bo Lind"), when="fri 9:00")
    async with at(desks) as hands:
        before = dump(desks)
        await ask(hands, desks, talk, done)
        assert "Now: Thursday 26 Nov 2026 15:00 Europe/Berlin" in hands.seen("#form-note")
        await hands.press("enter")
        assert dump(desks) == before
        assert hands.toasts == []
        await ask(hands, desks, talk, done)
        await hands.write("fri 9:10")
        assert "too near to Bo Lind at 09:00" in hands.seen("#echo-when")
        await hands.write("-")
        assert hands.seen("#echo-when") == "the time is taken away"
        await hands.press("enter")
        assert stored(desks, TIME, talk)[0][:2] == ("agreed", None)
        assert hands.said == "The time is taken away. u takes it back."
        await ask(hands, desks, talk, done)
        await hands.press("escape")
        assert len(done) == 2
