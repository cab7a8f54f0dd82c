"""A history over the screen: found as one types, turned round, a talk unfolded, each line leading on."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.history import HistoryDialog
from infotui.tui.routes import OpenHistory
from tests.builders import a_contact, a_held_interview, later
from tests.people import busy
from tests.tui.pilots import SMALL, USUAL, Hands, at, stored


async def to_line(hands: Hands, words: str) -> None:
    """Put the cursor on the first line that has these words."""
    rows = hands.app.screen.query_one("#history-rows")
    place = next(at for at, row in enumerate(rows.rows) if words in row.text)  # type: ignore[attr-defined]
    rows.cursor = place  # type: ignore[attr-defined]
    await hands.settle()


def texts(hands: Hands) -> list[str]:
    return [row.text for row in hands.rows("#history-rows")]


async def test_h_shows_the_history_of_the_person_and_it_is_found_as_one_types(desks: Desks) -> None:
    busy(desks)
    async with at(desks, "review") as hands:
        await hands.press("h")
        assert isinstance(hands.app.screen, HistoryDialog)
        assert "History · Amina Patel" in hands.text
        newest = texts(hands)
        assert "they hire late #hiring" not in " ".join(newest), "findings stand under their talk"
        await hands.press("o")
        assert texts(hands) == newest[::-1]
        assert "the oldest first" in hands.text
        await hands.press("o", "/", *"promise")
        assert texts(hands) == ["they promised: a list", "I promised: send it"]
        await hands.write("finding late")
        assert texts(hands) == ["career: they hire late #hiring"]
        await hands.write("helium")
        assert "No line of this history has these words." in hands.text
        await hands.press("escape", "escape")
        assert not isinstance(hands.app.screen, HistoryDialog)


async def test_space_unfolds_what_was_said_in_a_talk_and_enter_goes_to_the_note(
    desks: Desks,
) -> None:
    busy(desks)
    async with at(desks, "review") as hands:
        await hands.press("h")
        await to_line(hands, "held, 25 min")
        folded = len(texts(hands))
        await hands.press("space")
        assert texts(hands)[-8:] != texts(hands)[:8]
        assert len(texts(hands)) == folded + 8
        assert "* career they hire late" in hands.seen("#history-rows")
        await hands.press("down", "left")
        assert len(texts(hands)) == folded
        await hands.press("right", "down", "down", "down", "down")
        assert hands.row("#history-rows").text == "< a list"
        await hands.press("enter")
        assert hands.mode == "review"
        assert hands.row("#talk").note.text == "< a list"
        assert hands.focused == "talk"


@pytest.mark.parametrize(
    ("words", "mode", "seen"),
    [
        ("I promised: send it", "followup", "send it"),
        ("posted two roles", "research", "posted two roles"),
        ("asked to introduce you", "contacts", "Amina Patel"),
        ("added to the notebook", "contacts", "Amina Patel"),
        ("idea, with Friend", "prepare", "Friend of Amina Patel"),
    ],
)
async def test_each_line_leads_to_the_very_thing(
    desks: Desks, words: str, mode: str, seen: str
) -> None:
    busy(desks)
    async with at(desks, "review") as hands:
        await hands.press("h")
        await to_line(hands, words)
        await hands.press("enter")
        assert hands.mode == mode
        assert len(hands.app.screen_stack) == 1
        assert seen in hands.text


async def test_a_draft_and_a_lead_open_over_it_and_it_is_read_anew(desks: Desks) -> None:
    busy(desks)
    async with at(desks, "review") as hands:
        await hands.press("h")
        await to_line(hands, "mail, copied")
        await hands.press("enter")
        assert "Hello" in hands.text
        await hands.press("escape")
        await to_line(hands, "they named: Jane Doe")
        await hands.press("enter")
        assert "Jane Doe · from Amina Patel" in hands.text
        await hands.press("down", "down", "enter")
        assert isinstance(hands.app.screen, HistoryDialog)
        assert stored(desks, "SELECT state FROM lead") == [("followed",)]
        assert "lead, followed: Jane Doe" in texts(hands)
        await hands.press("u")
        assert "lead, followed: Jane Doe" not in texts(hands)


@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_an_organization_tells_of_all_its_people(desks: Desks, size: tuple[int, int]) -> None:
    a_held_interview(desks, "one")
    later(desks, days=1)
    a_held_interview(desks, "two", contact_id=a_contact(desks, "Bo Lind"))
    nobody = a_contact(desks, "Cy", "")
    async with at(desks, "contacts", size) as hands:
        await hands.press("H")
        assert "History · Northwind" in hands.text
        assert "2 people, 2 talks" in hands.text
        talks = [row.who for row in hands.rows("#history-rows") if row.kind == "talk"]
        assert talks == ["Bo Lind", "Amina Patel"]
        assert ("Bo Lind" in hands.seen("#history-line")) or size != SMALL
        await hands.press("escape")
        hands.app.screen.go_to(nobody)  # type: ignore[attr-defined]
        await hands.settle()
        await hands.press("H")
        assert hands.said == "No organization is known here."


async def test_a_route_opens_it_over_whatever_is_in_sight(desks: Desks) -> None:
    a_contact(desks)
    async with at(desks) as hands:
        hands.app.post_message(OpenHistory("organization", 1))
        await hands.settle()
        assert "1 person, 0 talks" in hands.text
        await hands.press("escape")
        hands.app.post_message(OpenHistory("contact", 99))
        await hands.settle()
        assert hands.said == "That contact is gone."
