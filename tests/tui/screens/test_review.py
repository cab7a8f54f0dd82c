"""Review: held talks, found by a word that was said, read whole, a note changed in place."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.edit_text import EditText
from tests.builders import a_contact, a_held_interview, a_live_interview, later
from tests.tui.pilots import SMALL, USUAL, Hands, at, stored


def two_talks(desks: Desks) -> tuple[int, int]:
    """One with Amina, and a day later one with Bo."""
    first = a_held_interview(desks, "they hire for curiosity", "! send the report")
    later(desks, days=1)
    bo = a_contact(desks, "Bo Lind", "Civic Data")
    return first, a_held_interview(desks, "* maps before code #career", contact_id=bo)


async def to_note(hands: Hands, text: str) -> None:
    """Put the cursor on a note of the talk that is read."""
    while hands.row("#talk").note is None or hands.row("#talk").note.text != text:
        place = hands.app.screen.query_one("#talk").cursor  # type: ignore[attr-defined]
        await hands.press("down")
        assert hands.app.screen.query_one("#talk").cursor > place  # type: ignore[attr-defined]


async def test_without_talks_it_says_when_one_appears(desks: Desks) -> None:
    async with at(desks, "review") as hands:
        assert "No talk yet." in hands.seen("#talks")
        await hands.press("enter", "e", "]", "[", "escape")
        assert hands.mode == "review"


async def test_the_latest_talk_is_first_and_shown_whole(desks: Desks) -> None:
    two_talks(desks)
    async with at(desks, "review") as hands:
        assert [row.contact for row in hands.rows("#talks")] == ["Bo Lind", "Amina Patel"]
        talk = hands.seen("#talk")
        assert talk.startswith("Conversation Bo Lind · Civic Data")
        assert "asked for 30 min · agreed 30 min · used 25:00" in talk
        assert "Findings 1 career maps before code question 1" in talk
        assert "How did you begin?" in talk
        assert "01:00 * maps before code" in talk
        assert "2 of 2 loops open" in talk
        assert "What it opened 2 open thanks Thank-you mail to Bo Lind" in talk


async def test_down_reads_the_next_and_brackets_do_from_within_a_talk(desks: Desks) -> None:
    two_talks(desks)
    async with at(desks, "review") as hands:
        await hands.press("down")
        assert hands.seen("#talk").startswith("Conversation Amina Patel")
        await hands.press("enter")
        assert hands.focused == "talk"
        await hands.press("[")
        assert hands.seen("#talk").startswith("Conversation Bo Lind")
        await hands.press("]")
        assert hands.seen("#talk").startswith("Conversation Amina Patel")
        await hands.press("escape")
        assert hands.focused == "talks"


async def test_slash_finds_a_word_that_was_said_or_a_name(desks: Desks) -> None:
    two_talks(desks)
    async with at(desks, "review") as hands:
        await hands.press("/")
        for query, found in (
            ("curiosity", ["Amina Patel"]),
            ("curio", ["Amina Patel"]),
            ("HIRING", ["Amina Patel"]),
            ("civic", ["Bo Lind"]),
            ("bo", ["Bo Lind"]),
            ("helium", []),
            ("", ["Bo Lind", "Amina Patel"]),
            ('"*)( NEAR', []),
        ):
            await hands.write(query)
            assert [row.contact for row in hands.rows("#talks")] == found
            plural = "" if len(found) == 1 else "s"
            assert hands.seen("#headline").startswith(f"Review {len(found)} talk{plural}")


async def test_what_was_found_is_shown_and_the_cursor_stands_on_it(desks: Desks) -> None:
    two_talks(desks)
    async with at(desks, "review") as hands:
        await hands.press("/", *"curiosity", "enter")
        assert "“they hire for curiosity”" in hands.seen("#talks")
        assert hands.row("#talk").note.text == "they hire for curiosity"
        await hands.press("/", "escape")
        assert len(hands.rows("#talks")) == 2


async def test_e_changes_a_note_as_it_is_typed_and_its_item_follows(desks: Desks) -> None:
    two_talks(desks)
    async with at(desks, "review") as hands:
        await hands.press("down", "enter")
        await to_note(hands, "! send the report")
        await hands.press("e")
        assert isinstance(hands.app.screen, EditText)
        await hands.write("! send the book")
        assert stored(desks, "SELECT text FROM note WHERE id = 2") == [("! send the book",)]
        await hands.press("escape")
        assert "! send the book" in hands.seen("#talk")
        assert stored(desks, "SELECT text FROM promise") == [("send the book",)]
        assert hands.focused == "talk"
        await hands.press("escape", "/", *"book")
        assert [row.contact for row in hands.rows("#talks")] == ["Amina Patel"]


async def test_a_note_that_was_emptied_goes(desks: Desks) -> None:
    a_held_interview(desks, "one", "two")
    async with at(desks, "review") as hands:
        await hands.press("enter")
        await to_note(hands, "one")
        await hands.press("enter")
        await hands.write("")
        await hands.press("escape")
        assert stored(desks, "SELECT text FROM note") == [("two",)]


async def test_an_item_follows_its_note_even_when_the_dialog_is_left_another_way(
    desks: Desks,
) -> None:
    a_held_interview(desks, "! send the report")
    async with at(desks, "review") as hands:
        await hands.press("enter")
        await to_note(hands, "! send the report")
        await hands.press("e")
        await hands.write("! send the book")
        await hands.press("ctrl+g", "7")
        assert "send the book" in hands.seen("#loops")


async def test_who_was_asked_for_is_shown_whatever_was_searched(desks: Desks) -> None:
    two_talks(desks)
    async with at(desks, "review") as hands:
        await hands.press("/", *"maps", "enter", "2", "home", "enter")
        assert hands.mode == "review"
        assert hands.row("#talks").contact == "Amina Patel"


@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_on_a_narrow_screen_the_talk_takes_the_place_of_the_list(
    desks: Desks, size: tuple[int, int]
) -> None:
    two_talks(desks)
    async with at(desks, "review", size) as hands:
        narrow = size == SMALL
        assert bool(hands.seen("#talk")) is not narrow
        await hands.press("enter")
        assert hands.seen("#talk").startswith("Conversation Bo Lind")
        assert hands.seen("#talks") == ""
        await hands.press("escape")
        assert "Amina Patel" in hands.seen("#talks")


async def test_a_talk_that_is_still_on_can_be_read(desks: Desks) -> None:
    a_live_interview(desks, "hello")
    async with at(desks, "review") as hands:
        await hands.press("escape")  # it offers to go on first
        assert "hello" in hands.seen("#talk")
