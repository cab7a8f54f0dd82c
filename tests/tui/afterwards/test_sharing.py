"""The list of resources by keys: a new one, who may like it, shared, found, changed, taken back."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.afterwards.sharing import show_resources
from infotui.tui.telling import TellsErrors
from tests.builders import a_contact, a_held_interview
from tests.tui.pilots import SIZES, WIDE, Hands, at, stored


async def opened(hands: Hands, desks: Desks) -> None:
    assert isinstance(hands.app.screen, TellsErrors)
    show_resources(hands.app.screen, desks, lambda: None)
    await hands.settle()


def people(hands: Hands) -> list[str]:
    return [row.name for row in hands.rows("#resources-people")]


async def test_a_new_resource_lists_who_may_like_it_and_space_shares_it(desks: Desks) -> None:
    a_contact(desks, "Bo Berg", "", field="energy")
    a_contact(desks, "Cy Cole", "", about="builds fuel cells")
    eve = a_contact(desks, "Eve Ek", "")
    async with at(desks) as hands:
        await opened(hands, desks)
        assert "n adds one" in hands.seen("#resources-list")
        await hands.press("n", "enter")
        assert "A resource needs a few words." in hands.seen("#wrong-text")
        await hands.write("the fuel cell yearbook")
        await hands.press("tab", "tab")
        await hands.write("energy")
        await hands.press("enter")
        assert people(hands) == ["Cy Cole", "Bo Berg"]
        assert "“cell”, “fuel” came up with them" in hands.seen("#resources-people")
        await hands.press("space", "space")  # to the people, then shared with the first
        assert hands.said == "Shared with Cy Cole. u takes it back."
        assert people(hands) == ["Bo Berg"]
        assert "shared with Cy Cole" in hands.seen("#resources-about")
        await hands.press("enter")
        assert people(hands) == []
        assert hands.focused == "resources-list"
        await hands.press("s", *"ek", "enter")
        assert stored(desks, "SELECT contact_id FROM resource_share ORDER BY id") == [
            (2,),
            (1,),
            (eve,),
        ]
        await hands.press("s", *"ek", "enter")
        assert hands.said.startswith("They have it from you already.")
        await hands.press("u", "u", "u")
        assert people(hands) == ["Cy Cole", "Bo Berg"]
        await hands.press("u")
        assert stored(desks, "SELECT count(*) FROM resource") == [(0,)]
        await hands.press("escape")
        assert not hands.app.screen.is_modal


async def test_what_is_written_passes_on_the_one_under_the_cursor(desks: Desks) -> None:
    a_contact(desks, "Bo Berg", "", field="energy")
    for text in ("the fuel cell yearbook", "an atlas of wind"):
        desks.resources.add(text, field="energy")
    async with at(desks) as hands:
        await opened(hands, desks)
        while hands.row("#resources-list").text != "the fuel cell yearbook":
            await hands.press("down")
        await hands.press("tab", "W")
        ((body,),) = stored(desks, "SELECT body FROM draft")
        assert "the fuel cell yearbook" in body
        assert "atlas" not in body
        await hands.press("f8")
        shared = "SELECT text FROM resource r JOIN resource_share s ON s.resource_id = r.id"
        assert stored(desks, shared) == [("the fuel cell yearbook",)]


async def test_the_list_is_filtered_changed_and_one_is_deleted(desks: Desks) -> None:
    a_held_interview(desks, "& the yearbook")
    desks.resources.add("the almanac", "https://example.org")
    async with at(desks) as hands:
        await opened(hands, desks)
        await hands.press("/", *"amina", "enter")
        assert [row.text for row in hands.rows("#resources-list")] == ["the yearbook"]
        await hands.press("e")
        assert "the yearbook" in hands.seen("#field-text")
        await hands.press("tab")
        await hands.write("https://example.com")
        await hands.press("enter")
        assert stored(desks, "SELECT text, link FROM resource ORDER BY id") == [
            ("the yearbook", "https://example.com"), ("the almanac", "https://example.org")]  # fmt: skip
        assert len(hands.rows("#resources-list")) == 2
        await hands.press("d")
        assert stored(desks, "SELECT text FROM resource") == [("the almanac",)]
        await hands.press("u")
        assert len(hands.rows("#resources-list")) == 2


@pytest.mark.parametrize("size", SIZES)
async def test_it_can_be_read_at_every_size(sample: Desks, size: tuple[int, int]) -> None:
    async with at(sample, size=size) as hands:
        await opened(hands, sample)
        lines = hands.lines()
        assert {len(line) for line in lines} == {size[0]}
        assert "Who may like it" in hands.text
        assert hands.row("#resources-people").name.split()[0] in hands.text
        assert "same field" in hands.text or size != WIDE
