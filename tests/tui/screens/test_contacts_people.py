"""Contacts, the whole of a person: picked, ordered, archived, deleted, merged, with one history."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.edit_text import EditText
from infotui.tui.dialogs.form import Form
from tests.builders import a_contact, a_held_interview, a_live_interview, a_planned_interview, later
from tests.people import busy, everything
from tests.tui.pilots import SIZES, SMALL, WIDE, Hands, at, stored


def listed(hands: Hands) -> list[str]:
    return [row.name for row in hands.rows("#people")]


def picks(desks: Desks) -> list[str]:
    return [
        name for (name,) in stored(desks, "SELECT name FROM contact WHERE picked ORDER BY picked")
    ]


async def test_prospects_are_picked_and_ordered_by_single_keys(desks: Desks) -> None:
    for name in ("Amina", "Bo", "Cem"):
        a_contact(desks, name)
    async with at(desks, "contacts") as hands:
        await hands.press("space", "down", "space", "down", "space")
        assert picks(desks) == ["Amina", "Bo", "Cem"]
        assert "3. Cem" in hands.seen("#people")
        await hands.press("K", "shift+up")
        assert picks(desks) == ["Cem", "Amina", "Bo"]
        await hands.press("J", "u")
        assert picks(desks) == ["Cem", "Amina", "Bo"]
        await hands.press("o")
        assert hands.seen("#headline") == "Contacts 3 people · prospects first"
        assert listed(hands) == ["Cem", "Amina", "Bo"]
        await hands.press("shift+down")
        assert (listed(hands), hands.row("#people").name) == (["Amina", "Cem", "Bo"], "Cem")
        await hands.press("space", "K")
        assert hands.said == "Cem is no prospect yet: Space picks them."
        assert picks(desks) == ["Amina", "Bo"]


async def test_o_lists_those_longest_without_a_touch_first(desks: Desks) -> None:
    amina, bo, _ = (a_contact(desks, name) for name in ("Amina", "Bo", "Cem"))
    a_held_interview(desks, contact_id=bo)
    later(desks, days=3)
    a_held_interview(desks, contact_id=amina)
    async with at(desks, "contacts") as hands:
        await hands.press("o", "o")
        assert hands.seen("#headline") == "Contacts 3 people · by last touch, longest ago first"
        assert listed(hands) == ["Bo", "Amina", "Cem"]
        assert "1 talk · 23 Nov" in hands.seen("#people")
        await hands.press("o")
        assert listed(hands) == ["Amina", "Bo", "Cem"]


async def test_the_archived_leave_the_list_and_come_back(desks: Desks) -> None:
    for name in ("Amina", "Bo"):
        a_contact(desks, name)
    async with at(desks, "contacts") as hands:
        await hands.press("z")
        assert (listed(hands), hands.said) == (
            ["Bo"],
            "Amina is archived; Z shows them. u takes that back.",
        )
        await hands.press("Z")
        assert hands.seen("#headline") == "Archived 1 person Z shows the others"
        assert listed(hands) == ["Amina"]
        assert "archived Mon 23 Nov" in hands.seen("#page")
        await hands.press("z")
        assert listed(hands) == []
        assert "Nobody is archived." in hands.seen("#people")
        await hands.press("u", "Z", "u")
        assert listed(hands) == ["Amina", "Bo"]


async def test_a_deletion_says_what_goes_and_begins_on_nothing(desks: Desks) -> None:
    busy(desks)
    before = everything(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("d", "enter")
        assert everything(desks) == before
        await hands.press("d")
        assert isinstance(hands.app.screen, Choice)
        for size in SIZES:
            await hands.resize(size)
            asked = hands.seen("#choice-box")
            assert "1 talk with 8 notes and 1 finding" in asked
            assert "Archive instead" in asked
        await hands.press("down", "down", "enter")
        assert listed(hands) == ["Friend of Amina Patel"]
        assert stored(desks, "SELECT count(*) FROM note") == [(0,)]
        await hands.press("u")
        assert everything(desks) == before
        assert len(listed(hands)) == 2
        await hands.press("home", "d", "down", "enter")
        assert stored(desks, "SELECT archived_at IS NOT NULL FROM contact WHERE id = 1") == [(1,)]


async def test_a_live_talk_is_never_deleted(desks: Desks) -> None:
    a_live_interview(desks, "hello")
    before = everything(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("escape", "2", "d")
        assert not isinstance(hands.app.screen, Choice)
        assert "is live, so nothing of it is deleted" in hands.said
        assert everything(desks) == before


async def test_two_that_are_one_are_shown_side_by_side_and_merged(desks: Desks) -> None:
    stays = busy(desks)
    a_contact(desks, "amina PATEL", "Southwind", role="chemist", phone="77")
    before = everything(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("m")
        assert "amina PATEL Southwind · same name" in hands.seen("#other-list")
        await hands.press("enter")
        for size in SIZES:
            await hands.resize(size)
            box = hands.seen("#sides-box")
            assert "organization ● Northwind" in box
            assert "m merges" in box
        assert "○ Southwind" in hands.seen("#sides-box")
        await hands.press("enter")
        assert "● Southwind" in hands.seen("#sides-box")
        await hands.press("escape")
        assert everything(desks) == before
        await hands.resize(WIDE)
        await hands.press("m", "enter", "space", "m")
        assert listed(hands) == ["Amina Patel", "Friend of Amina Patel"]
        page = hands.seen("#page")
        assert "role chemist at Southwind" in page
        assert "organization in the other entry: Northwind" in page
        assert hands.row("#people").id == stays
        await hands.press("u")
        assert everything(desks) == before


async def test_whom_one_means_is_found_by_typing(desks: Desks) -> None:
    for name in ("Amina", "Bo", "Boris"):
        a_contact(desks, name)
    async with at(desks, "contacts") as hands:
        await hands.press("m")
        assert "Nobody else has this name" in hands.seen("#other-list")
        await hands.press("enter", *"bo", "down", "enter", "m")
        assert listed(hands) == ["Amina", "Bo"]
        await hands.press("m", *"zz")
        assert "Nobody is called so." in hands.seen("#other-list")
        await hands.press("enter", "escape")
        assert listed(hands) == ["Amina", "Bo"]


async def test_the_page_is_walked_through_and_leads_on(desks: Desks) -> None:
    me = a_contact(desks, introduced_by="Ruth")
    held = a_held_interview(desks, "hello", contact_id=me)
    a_planned_interview(desks, me)
    ruth = a_contact(desks, "Ruth")
    desks.contacts.change(me, desks.contacts.form_of(me)._replace(introduced_by="Ruth"))
    async with at(desks, "contacts") as hands:
        await hands.press("tab")
        assert hands.focused == "page"
        for wanted, lands in (("talk: held", "review"), ("talk planned:", "prepare")):
            await hands.press("home")
            while not hands.row("#page").text.startswith(wanted):
                await hands.press("down")
            await hands.press("enter")
            assert hands.mode == lands
            assert desks.plans.in_focus().id != held or lands == "review"
            await hands.press("2")
        await hands.press("home")
        while hands.row("#page").kind != "through":
            await hands.press("down")
        await hands.press("enter")
        assert (hands.row("#people").id, hands.focused) == (ruth, "people")
        await hands.press("tab", "escape")
        assert hands.focused == "people"


async def test_where_there_is_room_for_one_the_page_takes_the_place_of_the_list(
    desks: Desks,
) -> None:
    busy(desks)
    async with at(desks, "contacts", SMALL) as hands:
        assert hands.seen("#page") == ""
        await hands.press("tab")
        assert hands.seen("#page").startswith("Page Amina Patel")
        assert hands.seen("#people") == ""
        await hands.press("end")
        assert "added to the notebook" in hands.seen("#page")
        await hands.press("escape")
        assert hands.seen("#people").startswith("2. Amina Patel")
        await hands.press("tab", "/")
        assert hands.focused == "filter"
        assert hands.seen("#page") == ""


async def test_a_suggestion_is_shown_and_marked_and_changes_nothing_by_itself(desks: Desks) -> None:
    a_held_interview(desks, "hello")
    async with at(desks, "contacts") as hands:
        assert "you met, Mon 23 Nov: stage “met”? t" in hands.seen("#page")
        await hands.press("t")
        assert "Now: stranger. But you met, Mon 23 Nov; you decide." in hands.text
        assert hands.row("RowList") == ("met", "met")
        await hands.press("escape")
        assert stored(desks, "SELECT stage FROM contact") == [("stranger",)]
        await hands.press("t", "enter")
        assert stored(desks, "SELECT stage FROM contact") == [("met",)]
        assert "stage “met”?" not in hands.seen("#page")
        await hands.press("u")
        assert "stage “met”?" in hands.seen("#page")


async def test_words_about_somebody_are_kept_as_they_are_typed(desks: Desks) -> None:
    a_contact(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("a")
        assert isinstance(hands.app.screen, EditText)
        await hands.paste("likes tea")
        assert stored(desks, "SELECT about FROM contact") == [("likes tea",)]
        await hands.press("escape")
        assert "about likes tea" in hands.seen("#page")


async def test_a_second_address_is_shown_and_not_lost_by_a_change(desks: Desks) -> None:
    a_contact(desks, "Amina", email="a@example.org; b@example.org", tags="hiring")
    async with at(desks, "contacts") as hands:
        await hands.press("e")
        assert "a@example.org; b@example.org" in hands.seen("#field-email")
        await hands.write("Amina Patel")
        await hands.press("enter")
        assert stored(desks, "SELECT value FROM contact_point ORDER BY position") == [
            ("a@example.org",), ("b@example.org",)]  # fmt: skip
        await hands.press("n")
        await hands.paste("Bo")
        while hands.focused != "field-tags":
            await hands.press("tab")
        await hands.press(*"#h")
        assert "#hiring" in hands.seen("#field-tags")
        await hands.press("right", "tab")
        await hands.paste("A@example.org")
        while hands.focused != "field-zone":
            await hands.press("tab")
        await hands.paste("Europe/Berln")
        await hands.press("enter")
        assert hands.seen("#wrong-zone").startswith(
            "“Europe/Berln” is no time zone. Near it: Europe/Berlin"
        )
        assert isinstance(hands.app.screen, Form)
        await hands.write("berlin")
        await hands.press("enter")
        assert stored(desks, "SELECT name, zone FROM contact WHERE id = 2") == [
            ("Bo", "Europe/Berlin")
        ]
        assert hands.said.startswith("Amina Patel · Northwind has the same e-mail. m makes one")
