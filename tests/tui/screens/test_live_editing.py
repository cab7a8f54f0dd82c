"""Live, an earlier note: chosen, changed in the line and taken away, while the half-typed line waits (K3, M2)."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.widgets.note_line import NoteLine
from tests.builders import a_live_interview, reopened
from tests.tui.pilots import SMALL, Hands, at, stored
from tests.tui.screens.live_talk import live_screen, notes, states

LINES = ("began as a welder", "> Jane Doe, fuel cells", "! send the report by fri")
MENTION = f"{LINES[1]} · may mention: yes"


@pytest.fixture
def talk(desks: Desks) -> Desks:
    """A talk with three notes, one a minute."""
    a_live_interview(desks, *LINES)
    return desks


def texts(desks: Desks) -> list[str]:
    return [text for text, _ in notes(desks)]


def half_typed(desks: Desks) -> list[str]:
    return [text for (text,) in stored(desks, "SELECT text FROM unfinished")]


def line_of(hands: Hands) -> str:
    return live_screen(hands).query_one("#line", NoteLine).text


async def test_notes_are_chosen_backwards_and_the_line_stays(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"half", "pagedown")
        assert hands.seen("#band") == ""  # there is none later than the last
        await hands.press("pageup")
        assert hands.seen("#band").startswith("PageUp PageDown choose a note Enter changes it")
        assert hands.row("#notes").text == LINES[2]
        await hands.press("pageup", "pageup", "pageup")
        assert hands.row("#notes").text == LINES[0]
        await hands.press("pagedown")
        assert hands.row("#notes").text == LINES[1]
        assert (hands.seen("#line"), hands.focused) == ("half", "line")
        await hands.press("pagedown", "pagedown")  # beyond the last: done with choosing
        assert hands.seen("#band") == ""
        await hands.press("pageup", *" a line")  # so it is by typing
        assert (hands.seen("#band"), hands.seen("#line")) == ("", "half a line")
        assert texts(talk) == list(LINES)


async def test_the_chosen_note_is_in_sight_where_there_is_little_room(desks: Desks) -> None:
    a_live_interview(desks, *(f"note {number} " + "word " * 20 for number in range(9)))
    async with at(desks, "live", SMALL) as hands:
        await hands.press(*["pageup"] * 9)
        assert "note 0" in hands.seen("#notes")
        await hands.press("escape")
        assert "note 0" not in hands.seen("#notes")


async def test_a_note_is_changed_in_the_line_and_so_is_what_was_caught(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"half a li", "pageup", "pageup", "enter")
        assert hands.seen_lines("#writing")[0].startswith("╭─ changing the note of 02:00")
        assert hands.seen("#line") == LINES[1]
        assert hands.seen("#hint").startswith(
            "lead · Jane Doe · may mention: not asked · why fuel cells"
        )
        await hands.press(*" may mention: yes")
        assert texts(talk)[1] == LINES[1] + " may mention: yes"  # with every key
        assert half_typed(talk) == ["half a li"]
        await hands.press("enter")
        assert stored(talk, "SELECT name, why, consent FROM lead") == [
            ("Jane Doe", "fuel cells", "yes")
        ]
        assert hands.seen_lines("#writing")[0].startswith("╭─ to 1 ")
        assert "may mention: yes" in hands.seen("#notes")
        await hands.press("n", "e", "enter")
        assert texts(talk)[3] == "half a line"
        assert half_typed(talk) == []


async def test_a_change_is_taken_back_word_for_word(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("pageup", "enter", *" at noon", "enter", "ctrl+r")
        assert hands.seen("#hint") == "Taken back: the change of a note."
        assert texts(talk) == list(LINES)
        assert stored(talk, "SELECT text FROM promise") == [("send the report by fri",)]


async def test_a_change_of_kind_changes_what_was_caught(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("pageup", "enter", "home", "delete", "*", "enter")
        assert stored(talk, "SELECT text FROM promise") == []
        assert stored(talk, "SELECT text FROM finding") == [("send the report by fri",)]
        await hands.press("ctrl+r")
        assert stored(talk, "SELECT text FROM promise") == [("send the report by fri",)]
        assert stored(talk, "SELECT text FROM finding") == []


@pytest.mark.parametrize("leave", ["enter", "escape"])
async def test_a_note_that_is_emptied_goes_and_can_come_back(talk: Desks, leave: str) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"half", "pageup", "pageup", "enter")
        await hands.write("")
        await hands.press(leave)
        assert texts(talk) == [LINES[0], LINES[2]]
        assert stored(talk, "SELECT name FROM lead") == []
        assert hands.seen("#line") == "half"
        await hands.press("ctrl+r")
        assert sorted(texts(talk)) == sorted(LINES)
        assert stored(talk, "SELECT name, why FROM lead") == [("Jane Doe", "fuel cells")]
        assert [row.text for row in hands.rows("#notes")] == list(LINES)
        assert hands.seen("#line") == "half"


async def test_delete_takes_a_note_away_and_ctrl_r_brings_it_back(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"half", "left", "pageup", "delete")
        assert hands.seen("#hint") == "The note is gone. ^r takes it back."
        assert texts(talk) == list(LINES[:2])
        assert stored(talk, "SELECT text FROM promise") == []
        assert (hands.seen("#band"), hands.seen("#line")) == ("", "half")
        await hands.press("delete")  # nothing is chosen now: it is the line's own key again
        assert hands.seen("#line") == "hal"
        await hands.press("ctrl+r")
        assert texts(talk) == list(LINES)
        assert stored(talk, "SELECT text FROM promise") == [("send the report by fri",)]
        assert hands.seen("#line") == "hal"


async def test_the_end_of_the_talk_keeps_the_change_and_the_half_typed_line(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"half a line", "pageup", "pageup", "enter", *", hydrogen", "f8", "f8")
        assert hands.mode == "review"
    assert texts(talk) == [LINES[0], LINES[1] + ", hydrogen", LINES[2], "half a line"]
    assert stored(talk, "SELECT why FROM lead") == [("fuel cells, hydrogen",)]
    assert half_typed(talk) == []


async def test_another_screen_and_a_restart_lose_no_letter_of_the_change(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"half", "pageup", "pageup", "enter", *", hydro", "ctrl+g", "1", "6")
        assert (hands.focused, line_of(hands)) == ("line", LINES[1] + ", hydro")
        await hands.press(*"gen", "ctrl+g", "8")
        assert LINES[1] + ", hydrogen" in hands.text
    again = reopened(talk)
    async with at(again, "live") as hands:
        assert line_of(hands) == "half"
        assert texts(again)[1] == LINES[1] + ", hydrogen"
    again.live.catch_up()
    assert stored(again, "SELECT why FROM lead") == [("fuel cells, hydrogen",)]
    again.close()


async def test_what_else_can_be_done_while_a_note_is_changed(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"half", "pageup", "pageup", "enter", "tab", "pageup")
        assert states(talk)[:2] == ["answered", "asking"]
        assert line_of(hands) == LINES[1]
        assert hands.seen_lines("#writing")[0].startswith("╭─ changing the note of 02:00")
        await hands.press("ctrl+l")  # what stands in the line is in its place already
        assert hands.seen("#hint") == "A note is being changed: Enter first, then put aside."
        assert line_of(hands) == LINES[1]
        await hands.press("ctrl+y")
        assert line_of(hands) == MENTION
        await hands.press("enter")
        assert stored(talk, "SELECT consent FROM lead") == [("yes",)]
        assert line_of(hands) == "half"
        assert texts(talk) == [LINES[0], MENTION, LINES[2]]


async def test_taking_back_while_a_note_is_changed_is_done_with_it_first(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press(*"hello", "enter", "pageup", "enter", *" there", "ctrl+r")
        assert (texts(desks), line_of(hands)) == (["hello"], "")
        await hands.press("pageup", "enter", "ctrl+r")  # unchanged: the note itself
        assert (texts(desks), line_of(hands)) == ([], "hello")
        await hands.press(*" again", "enter")
        assert texts(desks) == ["hello again"]
        assert stored(desks, "SELECT * FROM unfinished") == []


async def test_a_promise_keeps_counting_from_the_day_it_was_given(desks: Desks) -> None:
    a_live_interview(desks, "! send it tomorrow")
    async with at(desks, "live") as hands:
        await hands.press("pageup", "enter", *", please", "enter")
        assert stored(desks, "SELECT text, due FROM promise") == [
            ("send it tomorrow, please", "2026-11-24")
        ]
