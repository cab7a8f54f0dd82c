"""What all dialogs share: one answer each, given to whoever asked, closing nothing but themselves."""

from typing import Any

from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.edit_text import EditText
from infotui.tui.dialogs.keys import AllKeys
from tests.builders import a_held_interview, a_planned_interview
from tests.tui.pilots import Hands, at


async def ask(hands: Hands, answers: list[Any]) -> Choice:
    choice = Choice("Which?", [("one", "One"), ("two", "Two")])
    hands.app.push_screen(choice, answers.append)
    await hands.settle()
    return choice


async def test_the_first_answer_counts_and_no_other(desks: Desks) -> None:
    answers: list[Any] = []
    async with at(desks) as hands:
        choice = await ask(hands, answers)
        for value in ("one", "two", None):
            choice.answer(value)
        await hands.settle()
        assert answers == ["one"]
        assert len(hands.app.screen_stack) == 1


async def test_an_answer_given_late_closes_nothing_on_another_screen(desks: Desks) -> None:
    answers: list[Any] = []
    async with at(desks) as hands:
        choice = await ask(hands, answers)
        await hands.app.switch_mode("contacts")
        await hands.press("f1")
        choice.answer("one")
        await hands.settle()
        assert answers == ["one"]
        assert isinstance(hands.app.screen, AllKeys)
        await hands.press("escape", "1")
        assert len(hands.app.screen_stack) == 1


async def test_an_answer_given_from_below_another_dialog_closes_the_right_one(desks: Desks) -> None:
    answers: list[Any] = []
    async with at(desks) as hands:
        choice = await ask(hands, answers)
        hands.app.push_screen(AllKeys([]))  # by key it would not open over a dialog
        await hands.settle()
        choice.answer("one")
        await hands.settle()
        assert isinstance(hands.app.screen, AllKeys)
        await hands.press("escape")
        assert answers == ["one"]
        assert len(hands.app.screen_stack) == 1


async def test_keys_that_come_at_once_open_a_dialog_once(desks: Desks) -> None:
    a_held_interview(desks, "hello")
    a_planned_interview(desks, 1)
    async with at(desks) as hands:
        for mode, keys in (
            ("review", ("enter", "enter", "enter")),
            ("contacts", ("d", "d")),
            ("prepare", ("g", "g")),
        ):
            await hands.app.switch_mode(mode)
            await hands.settle()
            if mode == "review":
                await hands.press("enter", "down", "down")
                assert hands.row("#talk").note is not None
            await hands.burst(*keys)
            assert len(hands.app.screen_stack) == 2
            assert isinstance(hands.app.screen, EditText | Choice)
            await hands.press("escape")
            assert len(hands.app.screen_stack) == 1
