"""Live in quiet mode: one calm line, nothing that the other person should not read, all keys as ever (M12)."""

import pytest

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.tui.widgets.note_line import NoteLine
from tests.builders import a_live_interview, a_planned_interview, later
from tests.tui.pilots import SIZES, Hands, at, stored
from tests.tui.screens.live_talk import live_screen, notes, pass_time, states

PRIVATE = ("Amina", "Northwind", "Roos", "welder", "Jane", "curiosity", "secret", "halfway", "lead",
           "Who else", "01:00", "note", "Plan", "Today")  # fmt: skip


@pytest.fixture
def talk(desks: Desks) -> Desks:
    """A talk with a place, a goal, notes and a lead."""
    interview = a_live_interview(desks, "began as a welder", "> Jane Doe, * curiosity")
    desks.scheduling.set_place_kind(interview, "coffee shop")
    desks.scribe.keep(Kept("interview", "place", interview), "Roos")
    desks.plans.add_goal(interview, "path", "the secret of it")
    return desks


def veiled(hands: Hands) -> bool:
    return live_screen(hands).query_one("#line", NoteLine).veiled


async def test_nothing_private_can_be_read_at_any_size(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"halfway", "f9")
        for size in SIZES:
            await hands.resize(size)
            assert [words for words in PRIVATE if words in hands.text] == []
            assert hands.seen("#quiet") == "How did you begin? 28 min ·······"
            assert len([row for row in hands.lines() if row.strip()]) == 2
            await hands.press("tab", "shift+tab", "pageup", "escape", "x", "backspace")
            await hands.press("ctrl+y", "ctrl+d", "ctrl+o", "2", "escape")
            assert [words for words in PRIVATE if words in hands.text] == []
            assert (hands.toasts, hands.focused) == ([], "line")


async def test_words_typed_blind_are_stored_and_seen_again(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("f9", *"halfway", "enter", "tab", *"! go on")
        assert notes(talk)[-1] == ("halfway", "How did you begin?")
        assert states(talk)[:2] == ["answered", "asking"]
        assert hands.seen("#quiet") == "What is hard about it? 28 min ·······"
        assert stored(talk, "SELECT text FROM unfinished") == [("! go on",)]
        await hands.press("f9")
        assert not veiled(hands)
        assert hands.seen("#line") == "! go on"
        assert hands.seen("#hint").startswith("I promised · no day understood")
        assert "halfway" in hands.seen("#notes")
        assert "Amina Patel" in hands.seen("#headline")


async def test_the_marks_are_only_a_dot_and_their_keys_answer(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        rung: list[None] = []
        hands.app.bell = lambda: rung.append(None)  # type: ignore[method-assign]
        await hands.press("f9")
        await pass_time(hands, talk, 28)
        assert hands.seen("#quiet") == "How did you begin? 0 min ·"
        await hands.press("f6", "f5")
        assert hands.seen("#quiet") == "How did you begin? 10 min"
        assert stored(talk, "SELECT minutes FROM segment WHERE kind = 'decision'") == [(10,)]
        await pass_time(hands, talk, 14)
        assert hands.seen("#quiet") == "How did you begin? +4 min ·"
        assert rung == []


async def test_a_form_over_it_shows_nothing_of_the_talk(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("f9", "f7")
        assert "They must leave at" in hands.seen("#form-box")
        assert [words for words in PRIVATE if words in hands.text] == []
        await hands.write("+5")
        await hands.press("enter")
        assert hands.seen("#quiet") == "How did you begin? 5 min"


async def test_it_stays_over_another_screen_and_ends_with_the_talk(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("f9", *"last words", "ctrl+g", "1", "6")
        assert hands.seen("#quiet").startswith("How did you begin? 28 min")
        await hands.press("f8")
        assert hands.seen("#quiet").endswith("F8 again ends it Escape goes on")
        await hands.press("f8")
        assert hands.seen("#quiet") == "The talk has ended. F9 goes on"
        assert [words for words in (*PRIVATE, "last words") if words in hands.text] == []
        await hands.press("f9", "escape")
        assert hands.mode == "review"
        assert notes(talk)[-1][0] == "last words"
        a_planned_interview(talk, 1)
        later(talk, minutes=5)
        await hands.press("6", *"seen")
        assert not veiled(hands)
        assert hands.seen("#line") == "seen"


async def test_before_the_start_it_says_the_first_question(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("f9")
        assert hands.seen("#quiet") == "How did you begin? 30 min"
        assert "Amina" not in hands.text
        await hands.press("enter")
        assert states(desks)[0] == "asking"


async def test_without_a_talk_there_is_no_quiet(desks: Desks) -> None:
    async with at(desks, "live") as hands:
        await hands.press("f9")
        assert "No interview is planned." in hands.seen("#chooser")


async def test_a_question_that_arose_is_only_a_number(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("f9")
        await hands.paste("? is Bob really a fraud")
        await hands.press("enter", "tab", "tab", "tab")
        assert hands.seen("#quiet") == "Question 4 28 min"
        assert "fraud" not in hands.text


async def test_what_cannot_be_seen_cannot_be_deleted_and_a_pause_is_said(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        before = notes(talk)
        await hands.press("f9", "pageup", "delete", "f4")
        assert notes(talk) == before
        assert hands.seen("#quiet").endswith("paused")
        await hands.press("f4", "f6")
        assert hands.seen("#quiet").endswith("F5 +10 F6 +15 F7 +30")
