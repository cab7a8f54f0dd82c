"""States: what can be first, what cannot with its reason, a word why, and all of it taken back."""

from collections.abc import Callable

from infotui.services.desks import Desks
from infotui.tui.dialogs.state import ask_give_up, ask_state
from infotui.tui.telling import TellsErrors
from tests.builders import a_held_interview, a_planned_interview
from tests.tui.pilots import SIZES, Hands, at, dump, stored

MOVES = "SELECT was, became, why FROM state_change ORDER BY id"
Ask = Callable[[TellsErrors, Desks, int, Callable[[], object]], None]


async def ask(hands: Hands, how: Ask, desks: Desks, talk: int, done: list[str]) -> None:
    screen = hands.app.screen
    assert isinstance(screen, TellsErrors)
    how(screen, desks, talk, lambda: done.append("done"))
    await hands.settle()


async def test_a_state_is_chosen_with_a_word_why(desks: Desks) -> None:
    talk, done = a_planned_interview(desks, when=""), list[str]()
    async with at(desks) as hands:
        await ask(hands, ask_state, desks, talk, done)
        assert "requested I asked for the talk" in hands.seen("#states-box")
        before = dump(desks)
        await hands.press("end", "enter")
        for size in SIZES:
            await hands.resize(size)
            assert "it has not been held yet. From here" in hands.seen("#states-why-not")
        assert dump(desks) == before
        await hands.press("home", "enter")
        await hands.write("wrote to her")
        await hands.press("enter")
        assert stored(desks, MOVES) == [("idea", "requested", "wrote to her")]
        assert hands.said == "Amina Patel: requested. u takes it back."
        await hands.press("u")
        assert stored(desks, "SELECT state FROM interview") == [("idea",)]
        assert done == ["done"]


async def test_a_state_that_needs_a_time_asks_for_it(desks: Desks) -> None:
    talk, done = a_planned_interview(desks, when=""), list[str]()
    async with at(desks) as hands:
        await ask(hands, ask_state, desks, talk, done)
        await hands.press("down", "down", "enter")
        await hands.write("thu 15:00")
        await hands.press("enter")
        assert stored(desks, "SELECT state FROM interview") == [("scheduled",)]
        await ask(hands, ask_state, desks, talk, done)
        await hands.press("down", "enter")  # it took place
        await hands.write("yesterday 15:00")
        await hands.press("enter")
        assert stored(desks, "SELECT state FROM interview") == [("held",)]
        assert done == ["done"] * 2


async def test_closed_waits_for_what_is_open(desks: Desks) -> None:
    talk, done = a_held_interview(desks, "! send the report"), list[str]()
    async with at(desks) as hands:
        await ask(hands, ask_state, desks, talk, done)
        assert "closed no: 3 loops are open:" in hands.seen("#states-box")
        while hands.row("RowList").state != "closed":
            await hands.press("down")
        await hands.press("enter")
        assert "3 loops are open: debrief of the talk" in hands.seen("#states-why-not")
        await hands.press("escape")
        assert (done, len(hands.app.screen_stack)) == ([], 1)


async def test_giving_up_asks_how_and_why(desks: Desks) -> None:
    talk, done = a_planned_interview(desks), list[str]()
    async with at(desks) as hands:
        await ask(hands, ask_give_up, desks, talk, done)
        await hands.press("down", "enter")
        await hands.write("no time")
        await hands.press("enter")
        assert stored(desks, MOVES)[-1] == ("scheduled", "declined", "no time")
        await ask(hands, ask_give_up, desks, talk, done)
        assert "it is given up already" in hands.said
        assert (done, len(hands.app.screen_stack)) == (["done"], 1)
