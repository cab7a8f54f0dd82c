"""Review: held talks, found by a word that was said, read whole, a note changed in place."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.edit_text import EditText
from tests.builders import a_contact, a_held_interview, a_live_interview, later
from tests.tui.pilots import SMALL, USUAL, WIDE, Hands, at, stored


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


async def test_without_talks_a_history_says_why_there_is_none(desks: Desks) -> None:
    async with at(desks, "review") as hands:
        for key in ("h", "H"):
            await hands.press(key)
            assert "Nobody is chosen here" in hands.said
            hands.app.clear_notifications()


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
        await hands.press("]")
        assert "This is the last talk of the list." in hands.said
        await hands.press("[")
        assert hands.seen("#talk").startswith("Conversation Bo Lind")
        await hands.press("[")
        assert "This is the first talk of the list." in hands.said
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


async def test_r_shows_the_research_beside_the_talk_and_hides_it(desks: Desks) -> None:
    a_held_interview(desks, "hello")
    desks.research.begin("contact", 1, "posted two roles\nin October", "their site")
    desks.research.begin("organization", 1, "620 beds")
    whole = "On Amina Patel Mon 23 Nov their site posted two roles in October On Northwind Mon 23 Nov 620 beds"
    async with at(desks, "review", WIDE) as hands:
        assert hands.seen("#research") == ""
        await hands.press("r")
        assert whole in hands.seen("#research")
        assert "hello" in hands.seen("#talk")
        assert (hands.focused, hands.seen("#talks")) == ("research", "")
        await hands.press("escape")
        assert (hands.focused, hands.seen("#research")) == ("talk", "")
        await hands.resize((170, 50))
        assert hands.seen("#research") == "", "it was hidden by hand"
        await hands.press("r")
        assert "Amina Patel" in hands.seen("#talks"), "there is room for three"
        await hands.resize(USUAL)
        assert (hands.seen("#talk"), whole in hands.seen("#research")) == ("", True)
        await hands.press("down", "enter")
        assert hands.mode == "research"
        assert hands.row("#notes").body == "620 beds"


async def test_with_room_for_three_the_research_stands_there_by_itself(desks: Desks) -> None:
    a_held_interview(desks, "hello")
    async with at(desks, "review", (200, 50)) as hands:
        assert "On Amina Patel nothing was noted On Northwind nothing was noted" in hands.seen(
            "#research"
        )
        assert hands.focused == "talks"


async def test_a_talk_is_read_on_where_one_was_and_a_new_one_from_its_top(desks: Desks) -> None:
    two_talks(desks)
    async with at(desks, "review") as hands:
        await hands.press("enter", "end")
        last = hands.row("#talk")
        await hands.press("]")
        assert hands.row("#talk").kind == "name"
        await hands.press("J", "J")
        assert hands.row("#talk").text == "Not asked"
        await hands.press("K")
        assert hands.row("#talk").text == "How did you begin?"
        await hands.press("[")
        assert hands.row("#talk") == last


async def test_braces_read_the_talks_with_the_same_person(desks: Desks) -> None:
    first = a_held_interview(desks, "one")
    later(desks, days=1)
    a_held_interview(desks, "between", contact_id=a_contact(desks, "Bo Lind", "Civic Data"))
    later(desks, days=1)
    a_held_interview(desks, "two", contact_id=1)
    async with at(desks, "review") as hands:
        assert "two" in hands.seen("#talk")
        await hands.press("}")
        assert hands.row("#talks").id == first
        await hands.press("}")
        assert hands.said == "There is no earlier talk with them."
        await hands.press("{")
        assert "two" in hands.seen("#talk")


async def test_each_line_of_what_it_opened_leads_to_where_it_is_settled(desks: Desks) -> None:
    talk = a_held_interview(desks, "* they hire late", "! send it", "> Jane Doe", "$ an analyst")
    desks.leads.become_contact(1)
    desks.promises.keep(1)
    async with at(desks, "review") as hands:
        await hands.press("enter")
        rows = {row.leads: at for at, row in enumerate(hands.rows("#talk")) if row.leads}

        async def enter(noun: str, number: int = 1) -> None:
            hands.app.screen.query_one("#talk").cursor = rows[noun, number]  # type: ignore[attr-defined]
            await hands.press("enter")

        await enter("note")
        assert hands.row("#talk").note.text == "* they hire late"
        await enter("promise")
        assert hands.row("#talk").note.text == "! send it", "it is kept: its line remains"
        await enter("opening")
        assert hands.row("#openings-rows").text == "an analyst"
        await hands.press("escape")
        await enter("thank_you")
        assert "Thank-you mail to Amina Patel" in hands.text
        await hands.press("escape")
        await enter("lead")
        assert hands.mode == "contacts"
        assert hands.row("#people").name == "Jane Doe"
        desks.undo.take_back()  # the promise is open again
        await hands.press("8")
        await enter("promise")
        assert hands.mode == "followup"
        assert hands.row("#loops").text == "send it"
    assert talk == 1
