"""Putting a question onto plans at the keyboard: asked first where it begins a plan or names somebody (M3, M8)."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from tests.builders import a_contact, a_planned_interview
from tests.services.test_answers import hold
from tests.services.test_findings import two_at_odds
from tests.tui.pilots import at, dump, stored

TEXTS = "SELECT text FROM question WHERE interview_id = ? AND origin = 'own'"


async def test_own_words_name_nobody_and_the_toast_says_so(desks: Desks) -> None:
    hold(desks, a_contact(desks, "Imran Khan"), "Imran says it is dark. Is it?", "yes")
    plan = a_planned_interview(desks, a_contact(desks, "Cy Cole"), questions=())
    async with at(desks, "review") as hands:
        await hands.press("a", *"it is dark", "enter", "enter", "P")
        assert "which does not name Imran Khan" in hands.text
        assert stored(desks, TEXTS, plan) == [("Somebody told me: it is dark. Is it?",)]
        assert "1 of them in a plan" in hands.seen("#answers-sheet")


async def test_a_name_that_cannot_be_taken_out_is_asked_about_first(desks: Desks) -> None:
    hold(desks, a_contact(desks, "Imran Khan"), "Is it as dark as at KHANS?", "yes")
    plan = a_planned_interview(desks, a_contact(desks, "Cy Cole"), questions=())
    before = dump(desks)
    async with at(desks, "review") as hands:
        await hands.press("a", *"as dark", "enter", "enter")
        for key in ("p", "P"):
            await hands.press("end", key)
            assert isinstance(hands.app.screen, Choice)
            assert "It names Imran Khan" in hands.text
            await hands.press("escape")
        assert dump(desks) == before
        await hands.press("P", "down", "enter")
        assert len(stored(desks, TEXTS, plan)) == 1


async def test_what_is_at_odds_is_marked_in_the_answers_as_well(desks: Desks) -> None:
    two_at_odds(desks)
    async with at(desks, "review") as hands:
        await hands.press("a", *"career finding")
        assert hands.seen("#answers-sheet").count("≠ at odds") == 2
