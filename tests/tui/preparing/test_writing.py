"""The one text box: what has no words is not kept, however it is left, and what has some always is."""

import pytest

from infotui.services.desks import Desks
from tests.builders import a_planned_interview
from tests.tui.pilots import Hands, at, stored

EMPTY = (
    "SELECT (SELECT count(*) FROM goal WHERE text = ''), (SELECT count(*) FROM question"
    " WHERE text = ''), (SELECT count(*) FROM research_note WHERE body = '' AND source = '')"
)
BEGINS = {"goal": ("g", "end", "enter"), "question": ("tab", "n"), "note": ("h",)}


async def _begin(hands: Hands, what: str) -> None:
    hands.app.screen.query_one("#plan").focus()
    await hands.settle()
    await hands.press(*BEGINS[what])
    assert hands.focused == "text"


@pytest.mark.parametrize("what", BEGINS)
async def test_what_was_begun_without_words_goes_however_it_is_left(
    desks: Desks, what: str
) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        for left_by in ("escape", "tab", "shift+tab"):
            await _begin(hands, what)
            # From the words of a note Tab leads to where it is from, and on from there.
            await hands.press(left_by, *(["tab"] if (what, left_by) == ("note", "tab") else []))
            assert stored(desks, EMPTY) == [(0, 0, 0)], left_by
        await _begin(hands, what)
        await hands.click("#homework" if what == "question" else "#questions", offset=(4, 1))
        assert stored(desks, EMPTY) == [(0, 0, 0)]
        await _begin(hands, what)
        await hands.press("ctrl+g", "5")
        assert stored(desks, EMPTY) == [(0, 0, 0)]
        assert hands.mode == "questions"
        await hands.press("u")
        assert hands.said == "Taken back: the time."  # and nothing that is gone by itself


async def test_a_text_waits_for_its_words_while_one_looks_elsewhere(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("h")
        hands.app.screen.query_one("#source").focus()  # its source may come first
        await hands.settle()
        await hands.paste("their yearly report")
        await hands.press("escape")
        assert hands.focused == "homework"
        assert stored(desks, "SELECT body, source FROM research_note") == [
            ("", "their yearly report")
        ]
        await hands.press("o")
        await hands.paste("I am")
        await hands.press("ctrl+g", "1", "3")
        assert hands.focused == "text"
        await hands.paste(" Robin")
        assert stored(desks, "SELECT opening FROM interview") == [("I am Robin",)]


async def test_a_note_waits_while_another_window_is_in_front(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("h")
        hands.app.app_focus = False
        await hands.settle()
        assert hands.focused == ""
        hands.app.app_focus = True
        await hands.settle()
        assert hands.focused == "text"
        await hands.paste("she built it")
        assert stored(desks, "SELECT body FROM research_note") == [("she built it",)]
