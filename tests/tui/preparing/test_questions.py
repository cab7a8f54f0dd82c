"""The questions beside all else: the hint's key in every list, a question of another list taken once."""

from infotui.services.desks import Desks
from tests.builders import a_contact, a_planned_interview
from tests.tui.pilots import at, stored

HINT = "F begin with them"


async def test_the_key_of_the_hint_works_wherever_the_hint_is_seen(desks: Desks) -> None:
    a_planned_interview(desks, questions=("What does Northwind pay?",))
    async with at(desks, "prepare") as hands:
        for way in ((), ("tab",), ("tab",), ("b",)):
            await hands.press(*way)
            assert HINT in hands.seen("#ready")
            await hands.press("F")
            assert HINT not in hands.seen("#ready"), hands.focused
            await hands.press("u")
            assert HINT in hands.seen("#ready")
        await hands.press("5", "b", "F")
        assert stored(desks, "SELECT first_as_is FROM interview") == [(1,)]


async def test_a_question_of_another_list_is_taken_once_and_that_is_said(desks: Desks) -> None:
    other = a_contact(desks, "Bo Lind", "Civic Data")
    a_planned_interview(desks, other, when="", questions=("What is hard?",))
    a_planned_interview(desks, questions=())
    count = "SELECT count(*) FROM question WHERE text = 'What is hard?'"
    async with at(desks, "prepare") as hands:
        await hands.press("b", "L", "slash")
        await hands.paste("hard")
        await hands.press("enter", "enter")
        assert (stored(desks, count), hands.said) == ([(2,)], "")
        await hands.press("enter")
        assert (stored(desks, count), hands.said) == ([(2,)], "That one is on the plan already.")
        await hands.press("slash")
        await hands.write("no such words")
        assert "No list has a question with these words." in hands.seen("#bank")
        await hands.press("enter", "L")
        assert "Nothing in the bank has these words." in hands.seen("#bank")


async def test_escape_leaves_the_bank_and_else_stays_where_one_is(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("escape")
        assert hands.focused == "plan"
        await hands.press("b", "escape")
        assert hands.focused == "questions"
        await hands.press("h", *"Built it", "escape", "s", *"talk", "escape")
        assert hands.focused == "homework"
        assert stored(desks, "SELECT body, source FROM research_note") == [("Built it", "talk")]


async def test_words_too_long_for_a_blank_are_refused_beside_it(desks: Desks) -> None:
    a_planned_interview(desks, questions=("How is {field}?",))
    async with at(desks, "prepare") as hands:
        await hands.press("f")
        await hands.write("x" * 10_000)
        await hands.press("enter")
        assert "That is 10,000 characters; 200 fit here." in hands.seen("#form-box")
        assert stored(desks, "SELECT max(length(text)) FROM question")[0][0] < 200
