"""Logging a past talk: from Today, Contacts and Prepare, by few keys, straight on to its notes."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.form import Form
from infotui.tui.dialogs.type_up import TypeUp
from tests.builders import a_contact, a_planned_interview, later, reopened
from tests.tui.pilots import SIZES, at, stored

TALKS = """SELECT c.name, i.state, i.started_at FROM interview i JOIN contact c ON c.id = i.contact_id"""
TUESDAY = "2026-11-17T11:00:00.000000Z"  # noon in Berlin


async def test_a_key_a_name_and_a_day_lead_straight_to_the_notes(desks: Desks) -> None:
    async with at(desks) as hands:
        await hands.press("g", *"Bo Lind", "tab", "tab", *"last tue", "enter")
        assert stored(desks, TALKS) == [("Bo Lind", "held", TUESDAY)]
        assert hands.mode == "review"
        assert isinstance(hands.app.screen, TypeUp)
        await hands.press(*"* maps before code", "f8")
        assert stored(desks, "SELECT text FROM finding") == [("maps before code",)]
        assert "about 30 min · logged afterwards" in hands.seen("#talk")
        await hands.press("1")
        assert "Thank-you mail" in hands.seen("#mine")


async def test_keys_faster_than_the_screen_log_it_as_well(desks: Desks) -> None:
    async with at(desks) as hands:
        await hands.burst("g", *"Bo", "tab", "tab", *"last tue", "enter")
        assert stored(desks, TALKS) == [("Bo", "held", TUESDAY)]


async def test_a_known_name_is_completed_and_stays_one_contact(desks: Desks) -> None:
    a_contact(desks)
    async with at(desks) as hands:
        await hands.press("g", *"ami", "right", "tab", "tab", *"yesterday", "enter")
        assert stored(desks, "SELECT name FROM contact") == [("Amina Patel",)]
        assert stored(desks, "SELECT organization_id FROM interview") == [(1,)]


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        (("tab", "tab", *"last tue"), "who"),
        ((*"Bo", "tab", "tab", *"soon"), "when"),
        ((*"Bo",), "when"),
        ((*"Bo", "tab", "tab", *"last tue", "tab", *"long"), "minutes"),
    ],
)
async def test_what_cannot_be_meant_is_told_beside_its_field(
    desks: Desks, keys: tuple[str, ...], wrong: str
) -> None:
    async with at(desks) as hands:
        await hands.press("g", *keys, "enter")
        assert isinstance(hands.app.screen, Form)
        assert hands.focused == f"field-{wrong}"
        assert hands.seen(f"#wrong-{wrong}")
        assert stored(desks, TALKS) == []


async def test_half_a_form_is_found_again_after_a_crash_and_not_for_somebody_else(
    desks: Desks,
) -> None:
    a_contact(desks)
    async with at(desks) as hands:
        await hands.press("g", *"Bo", "tab", "tab", *"last")
    again = reopened(desks)
    async with at(again) as hands:
        await hands.press("g")
        assert "What you had typed before is here again." in hands.seen("#form-box")
        assert "last" in hands.seen("#field-when")
        await hands.press("escape", "2", "g")
        assert "Amina Patel" in hands.seen("#field-who")
        assert "last tue ·" in hands.seen("#field-when")
        await hands.press("tab", "tab", *"last tue", "enter")
    assert stored(again, TALKS) == [("Amina Patel", "held", TUESDAY)]
    assert stored(again, "SELECT place FROM unfinished") == []
    again.close()


async def test_from_contacts_the_person_is_filled_in(desks: Desks) -> None:
    a_contact(desks)
    a_contact(desks, organization="Civic Data")  # the same name once more
    async with at(desks, "contacts") as hands:
        await hands.press("down", "g", "tab", "tab", *"last tue", "enter")
        assert stored(desks, "SELECT contact_id, organization_id FROM interview") == [(2, 2)]
        assert isinstance(hands.app.screen, TypeUp)


async def test_in_prepare_y_says_that_it_took_place_as_planned(desks: Desks) -> None:
    planned = a_planned_interview(desks, when="today 12:00")
    later(desks, hours=3)
    async with at(desks, "prepare") as hands:
        await hands.press("y")
        assert "empty: as planned, Mon 23 Nov 12:00" in hands.seen("#field-when")
        await hands.press("enter")
        assert isinstance(hands.app.screen, TypeUp)
        await hands.press(*"2 hard", "f8")
    assert stored(desks, "SELECT state FROM interview WHERE id = ?", planned) == [("held",)]
    query = "SELECT q.position, q.state FROM note n JOIN question q ON q.id = n.question_id"
    assert stored(desks, query) == [(2, "answered")]


async def test_in_prepare_y_on_a_held_talk_leads_to_its_notes_and_without_one_nowhere(
    desks: Desks,
) -> None:
    async with at(desks, "prepare") as hands:
        await hands.press("y", "P")
        assert hands.mode == "prepare"
    planned = a_planned_interview(desks, when="today 12:00")
    later(desks, hours=3)
    desks.past_talks.hold(planned)
    async with at(desks, "prepare") as hands:
        await hands.press("y")
        assert isinstance(hands.app.screen, TypeUp)


async def test_a_talk_to_come_has_not_taken_place(desks: Desks) -> None:
    a_planned_interview(desks, when="thu 15:00")
    async with at(desks, "prepare") as hands:
        await hands.press("y", "enter")
        assert "planned for a time to come" in hands.seen("#wrong-when")
        await hands.press("escape")
    assert stored(desks, "SELECT state FROM interview") == [("scheduled",)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_field_fits_at_every_size(desks: Desks, size: tuple[int, int]) -> None:
    async with at(desks, "today", size) as hands:
        await hands.press("g")
        for field in ("who", "organization", "when", "minutes"):
            assert hands.focused == f"field-{field}"
            assert hands.seen(f"#field-{field}")
            await hands.press("tab")


async def test_the_key_bar_says_it(desks: Desks) -> None:
    async with at(desks) as hands:
        assert "g log a talk" in hands.seen("KeyBar")
