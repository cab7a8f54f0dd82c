"""A talk by chance: from Today in two keys, with somebody known by a part of the name, or somebody new (S14)."""

import pytest

from infotui.services.desks import Desks
from tests.builders import a_contact, a_live_interview, a_planned_interview
from tests.tries import some
from tests.tui.pilots import USUAL, at, dump, stored
from tests.tui.screens.live_talk import kinds, notes

NAMES = "SELECT name FROM contact ORDER BY id"


async def test_two_keys_on_today_begin_with_somebody_who_is_named_later(desks: Desks) -> None:
    async with at(desks) as hands:
        await hands.press("c", "enter")
        assert (hands.mode, hands.focused) == ("live", "line")
        assert "Somebody, Mon 23 Nov 11:00" in hands.seen("#headline")
        assert kinds(desks) == ["run"]
        await hands.press(*"met at the fair", "enter")
        assert [text for text, _ in notes(desks)] == ["met at the fair"]
    assert stored(desks, "SELECT state FROM interview") == [("live",)]


async def test_the_same_keys_faster_than_the_screen(desks: Desks) -> None:
    async with at(desks) as hands:
        await hands.press("c")
        await hands.burst(*"Ruth", "enter", *"said")
        assert stored(desks, NAMES) == [("Ruth",)]
        assert (hands.focused, hands.seen("#line")) == ("line", "said")


@pytest.mark.parametrize("typed", ["ami", "Patel", "amina p"])
async def test_somebody_known_is_found_by_a_part_of_the_name(desks: Desks, typed: str) -> None:
    a_contact(desks)
    a_contact(desks, "Bo Lind", "Civic Data")
    async with at(desks, size=USUAL) as hands:
        await hands.press("c", *(key.replace(" ", "space") for key in typed))
        assert (hands.row("#who-list").name, hands.row("#who-list").id) == ("Amina Patel", 1)
        assert "Northwind" in hands.seen("#who-list")
        await hands.press("enter")
        assert "Amina Patel" in hands.seen("#headline")
    assert stored(desks, "SELECT contact_id, state FROM interview") == [(1, "live")]
    assert len(stored(desks, NAMES)) == 2


@pytest.mark.parametrize("typed", some(["Ann", "Min", "Bo Lindqvist", "Lind Bo"], 1, 2))
async def test_another_name_is_a_new_person_although_somebody_known_contains_it(
    desks: Desks, typed: str
) -> None:
    a_contact(desks, "Joann Aminoff")
    a_contact(desks, "Bo Lind", "Civic Data")
    async with at(desks) as hands:
        await hands.press("c")
        await hands.write(typed)
        assert (hands.row("#who-list").id, hands.row("#who-list").name) == (None, typed)
        await hands.press("enter")
        assert typed in hands.seen("#headline")
    assert stored(desks, NAMES) == [("Joann Aminoff",), ("Bo Lind",), (typed,)]


async def test_a_new_person_can_have_a_name_that_somebody_known_begins_with(desks: Desks) -> None:
    a_contact(desks, "Bo Lind", "Civic Data")
    async with at(desks) as hands:
        await hands.press("c", "B", "o", "down", "enter")
    assert stored(desks, NAMES) == [("Bo Lind",), ("Bo",)]


async def test_escape_begins_nothing(desks: Desks) -> None:
    async with at(desks) as hands:
        before = dump(desks)
        await hands.press("c", *"Ruth", "escape")
        assert dump(desks) == before
        assert (hands.mode, hands.focused) == ("live", "chooser")


async def test_while_a_talk_is_on_none_begins_by_chance(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks) as hands:
        await hands.press("escape", "1")  # what the start offers can wait
        before = dump(desks)
        await hands.press("c", "enter")
        assert hands.mode == "live"
        assert hands.seen("#hint") == "A talk is on already: end it first, F8 twice."
        assert dump(desks) == before


async def test_a_plan_in_focus_waits_while_one_begins_with_another(desks: Desks) -> None:
    planned = a_planned_interview(desks)
    async with at(desks) as hands:
        await hands.press("c", *"Ruth", "enter")
        assert "Ruth" in hands.seen("#headline")
        await hands.press("f8", "f8", "escape")
    assert stored(desks, "SELECT state FROM interview WHERE id = ?", planned) == [("scheduled",)]
    assert stored(desks, "SELECT count(*) FROM interview WHERE state = 'held'") == [(1,)]


async def test_from_the_chooser_n_begins_too(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("escape", "n", *"Amina", "enter")
        assert "Amina Patel" in hands.seen("#headline")
        assert hands.focused == "line"
        assert kinds(desks) == ["run"]
    assert stored(desks, "SELECT state FROM interview ORDER BY id") == [("scheduled",), ("live",)]
