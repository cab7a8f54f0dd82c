"""Findings of all talks at the keyboard: by kind, found as one types, those at odds taken up (S12, M9)."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.findings import Findings
from infotui.tui.dialogs.guessing import GuessesOdds
from infotui.tui.dialogs.keys import AllKeys
from infotui.tui.dialogs.saturation import Saturated
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.services.test_findings import two_at_odds
from tests.tui.pilots import SIZES, at, stored


async def test_they_are_grouped_found_and_lead_to_their_line(desks: Desks) -> None:
    two_at_odds(desks)
    eva = a_contact(desks, "Eva Ek", "Contoso", field="museums")
    a_held_interview(desks, "* write to her by hand #advice", "later", contact_id=eva)
    async with at(desks, "review") as hands:
        await hands.press("o", "question_mark")
        assert isinstance(hands.app.screen, AllKeys)
        await hands.press("escape")
        for size in SIZES:
            await hands.resize(size)
            kinds = hands.seen("#findings-kinds")
            for words in ("all findings 3", "career 2", "advice 1", "≠ at odds 1"):
                assert words in kinds, size
        await hands.press("slash", *"from:ek field:mus hand", "enter")
        assert "write to her by hand" in hands.seen("#findings-rows")
        assert "doctorate" not in hands.text
        await hands.press("enter")
        assert hands.mode == "review"
        row = hands.app.screen.query_one("#talk").row  # type: ignore[attr-defined]
        assert "by hand" in row.note.text


async def test_what_is_at_odds_is_asked_settled_and_opened_again(desks: Desks) -> None:
    two_at_odds(desks)
    plan = a_planned_interview(desks, a_contact(desks, "Cy Cole"), questions=())
    asked = "SELECT count(*) FROM question WHERE interview_id = ? AND text LIKE 'I heard two%'"
    async with at(desks, "review") as hands:
        await hands.press("o", "tab")
        assert "≠ at odds" in hands.seen("#findings-rows")
        assert "≠ Ana Alm: a doctorate is not needed" in hands.seen("#findings-foot")
        await hands.press("tab", "end", "up", "enter")
        assert "To ask: I heard two things" in hands.seen("#findings-foot")
        assert "may be at odds" in hands.seen("#findings-pairs")
        await hands.press("p")
        assert isinstance(hands.app.screen, Choice)
        await hands.press("enter")
        assert stored(desks, asked, plan) == [(1,)]
        await hands.press("x", "enter")
        assert "Say in a word what explains it" in hands.text
        await hands.press(*"labs", "enter")
        assert "Nothing is at odds." in hands.seen("#findings-pairs")
        await hands.press("escape", "end", "enter")
        assert "explained: labs" in hands.seen("#findings-pairs")
        await hands.press("x", "down", "enter")
        assert stored(desks, "SELECT state FROM contradiction") == [("open",)]
        await hands.press("u")
        assert "explained: labs" in hands.seen("#findings-pairs")
        await hands.press("u", "u")
        assert stored(desks, "SELECT count(*) FROM contradiction") == [(0,)]
        assert stored(desks, asked, plan) == [(0,)]
        await hands.press("escape", "escape")
        assert not isinstance(hands.app.screen, Findings)


async def test_two_are_marked_by_hand(desks: Desks) -> None:
    for name, text in (("Ana Alm", "* good coffee"), ("Bo Lind", "* friendly people")):
        a_held_interview(desks, text, contact_id=a_contact(desks, name))
    async with at(desks, "review") as hands:
        await hands.press("o", "tab", "p", "x")
        assert "Nothing is at odds with this one" in hands.text
        await hands.press("m", "m", "m", "escape", "m")
        assert "At odds with “friendly people”" in hands.seen("#findings-foot")
        await hands.press("down", "m")
        assert stored(desks, "SELECT finding_id, other_id, state FROM contradiction") == [
            (1, 2, "open")
        ]
        assert hands.seen("#findings-rows").count("≠ at odds") == 2
        await hands.press("p")
        assert "No talk is ahead" in hands.text
        await hands.press("u")
        assert "≠ at odds" not in hands.seen("#findings-rows")


async def test_many_are_guessed_in_a_thread_beside(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_at_odds(desks)
    monkeypatch.setattr(GuessesOdds, "AT_ONCE", 0)
    async with at(desks, "review") as hands:
        await hands.press("o")
        await hands.app.workers.wait_for_complete()
        await hands.settle()
        assert "≠ at odds 1" in hands.seen("#findings-kinds")
        await hands.press("escape", "g")
        await hands.app.workers.wait_for_complete()
        await hands.settle()
        assert "New is what no earlier talk" in hands.text


async def test_goals_say_how_far_they_are_answered(sample: Desks) -> None:
    async with at(sample, "review") as hands:
        await hands.press("g")
        for size in SIZES:
            await hands.resize(size)
            rows = hands.seen("#saturation-rows")
            for words in (
                "5 people · 5 talks",
                "18 findings",
                "of them 7 new",
                "still new things: go on",
            ):
                assert words in rows, size
        await hands.press("question_mark")
        assert isinstance(hands.app.screen, AllKeys)
        await hands.press("escape", "enter")
        assert not isinstance(hands.app.screen, Saturated)
        assert "find out whether this field is right for me" in hands.seen("#answers-sheet")
        await hands.press("escape", "escape", "g", "escape")
        assert hands.mode == "review"


async def test_an_empty_notebook_says_how_it_grows(desks: Desks) -> None:
    async with at(desks, "review") as hands:
        await hands.press("o", "p", "x", "m", "tab", "p", "x", "m", "enter")
        assert "a note that begins with * is one" in hands.seen("#findings-rows")
        await hands.press("escape", "end", "enter", "escape", "escape", "g", "enter")
        assert "nobody" in hands.text.casefold()
