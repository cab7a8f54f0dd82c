"""Contacts: adding, changing and finding people by keys, and what is said when it cannot be meant."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.form import Form
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.tui.pilots import SIZES, Hands, at, dump, stored

PEOPLE = (("Amina Patel", "Northwind"), ("Bo Lind", "Civic Data"), ("Çelik Öz", "Northwind"))
FORM = ("name", "organization", "role", "unit", "field", "tags", "email", "phone", "web", "address",
        "zone", "introduced_by")  # fmt: skip


def people(desks: Desks) -> list[int]:
    return [a_contact(desks, name, organization) for name, organization in PEOPLE]


async def fill(hands: Hands, **fields: str) -> None:
    """Go through the form with Tab, as far as there is something to write."""
    for name in FORM[: max(map(FORM.index, fields)) + 1]:
        if name != FORM[0]:
            await hands.press("tab")
        assert hands.focused == f"field-{name}"
        if name in fields:
            await hands.write(fields[name])


async def test_an_empty_list_says_how_to_begin(desks: Desks) -> None:
    async with at(desks, "contacts") as hands:
        assert "Nobody here yet. n adds the first person" in hands.seen("#people")
        before = dump(desks)
        await hands.press("e", "p", "r", "t", "l", "space", "a", "m", "z", "d", "K", "J", "tab",
                          "enter")  # fmt: skip
        assert (hands.mode, dump(desks)) == ("contacts", before)


async def test_n_adds_a_person_with_an_organization(desks: Desks) -> None:
    async with at(desks, "contacts") as hands:
        await hands.press("n")
        await fill(hands, name="Amina Patel", organization="Northwind", role="analyst",
                   email="amina@example.org", introduced_by="Ruth Alvarez")  # fmt: skip
        await hands.press("enter")
        assert stored(desks, "SELECT c.name, o.name, c.role, c.introduced_by FROM contact c"
                      " JOIN organization o ON o.id = c.organization_id") == [
            ("Amina Patel", "Northwind", "analyst", "Ruth Alvarez")]  # fmt: skip
        assert stored(desks, "SELECT kind, value FROM contact_point") == [
            ("email", "amina@example.org")
        ]
        assert hands.seen("#people").endswith("Amina Patel stranger analyst · Northwind")
        page = hands.seen("#page")
        assert "at Northwind" in page
        assert "through Ruth Alvarez" in page
        assert "no talk yet: p plans one" in page


REFUSED = (
    ("name", "", "A contact needs a name."),
    ("name", "  \u202e ", "A contact needs a name."),
    ("name", "n" * 1234, "That is 1,234 characters; 200 fit here. Nothing is lost yet."),
    ("tags", "x" * 51, "A tag is one word; this one has 51 characters, 50 fit."),
    ("email", "amina at work", "“amina at work” is no e-mail address."),
    ("phone", "0" * 201, "That is 201 characters; 200 fit here. Nothing is lost yet."),
)


async def test_what_cannot_be_meant_is_said_beside_its_field_and_changes_nothing(
    desks: Desks,
) -> None:
    before = dump(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("n")
        for field, text, sentence in REFUSED:
            while hands.focused != f"field-{field}":
                await hands.press("tab")
            await hands.write(text)
            await hands.press("enter")
            assert hands.seen(f"#wrong-{field}").startswith(sentence)
            assert hands.focused == f"field-{field}"
            assert dump(desks) == before
            if field == "phone":
                for size in SIZES:
                    await hands.resize(size)
                    assert hands.seen(f"#wrong-{field}").startswith(sentence)
            await hands.write("good@example.org")
        await hands.press("enter")
        assert stored(desks, "SELECT count(*) FROM contact") == [(1,)]


async def test_words_of_a_form_that_was_left_are_there_again(desks: Desks) -> None:
    async with at(desks, "contacts") as hands:
        await hands.press("n")
        await hands.paste("Amina P")
        assert stored(desks, "SELECT text FROM unfinished") == [("Amina P",)]
        await hands.press("escape", "n")
        assert "What you had typed before is here again." in hands.seen("#form-box")
        assert "Amina P" in hands.seen("#field-name")
        await hands.press("enter")
        assert stored(desks, "SELECT name FROM contact") == [("Amina P",)]
        assert stored(desks, "SELECT text FROM unfinished") == []


async def test_e_changes_a_person_and_escape_forgets_the_change(desks: Desks) -> None:
    people(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("down", "e")
        assert "Change Bo Lind" in hands.seen("#form-box")
        await hands.write("Bo Lindqvist")
        await hands.press("escape", "e")
        assert "Bo Lindqvist" not in hands.text
        await hands.write("Bo Lindgren")
        await hands.press("enter")
        assert hands.row("#people").name == "Bo Lindgren"
        assert stored(desks, "SELECT name FROM contact WHERE name LIKE 'Bo%'") == [("Bo Lindgren",)]
        assert stored(desks, "SELECT count(*) FROM unfinished") == [(0,)]


async def test_the_page_follows_the_cursor(desks: Desks) -> None:
    people(desks)
    async with at(desks, "contacts") as hands:
        for name, organization in PEOPLE:
            assert hands.seen("#page").startswith(f"Page {name} at {organization}")
            await hands.press("down")


async def test_p_plans_r_researches_l_goes_live(desks: Desks) -> None:
    people(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("down", "p")
        assert hands.mode == "prepare"
        assert "Bo Lind · Civic Data" in hands.seen("#headline")
        await hands.press("2", "r")
        assert hands.mode == "research"
        assert hands.row("#subjects").name == "Bo Lind"
        await hands.press("2", "l")
        assert hands.mode == "live"
        assert "Bo Lind" in hands.seen("#headline")
        assert stored(desks, "SELECT count(*) FROM interview") == [(1,)]


async def test_t_sets_where_one_stands(desks: Desks) -> None:
    people(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("t")
        assert hands.row("RowList") == ("stranger", "stranger")
        await hands.press("down", "down")
        await hands.paste("we had coffee")
        await hands.press("enter")
        assert "stage met" in hands.seen("#page")
        assert "stage: stranger → met we had coffee" in hands.seen("#page")
        assert stored(desks, "SELECT stage FROM contact WHERE name = 'Amina Patel'") == [("met",)]
        assert stored(desks, "SELECT was, became, why FROM state_change") == [
            ("stranger", "met", "we had coffee")]  # fmt: skip
        await hands.press("t", "escape")
        assert "stage met" in hands.seen("#page")


async def test_enter_leads_to_the_coming_talk_else_the_last_else_the_form(desks: Desks) -> None:
    amina, bo, celik = people(desks)
    a_planned_interview(desks, amina)
    a_held_interview(desks, "hello", contact_id=bo)
    async with at(desks, "contacts") as hands:
        await hands.press("enter")
        assert hands.mode == "prepare"
        await hands.press("2", "down", "enter")
        assert hands.mode == "review"
        await hands.press("2", "down", "enter")
        assert isinstance(hands.app.screen, Form)
        assert stored(desks, "SELECT state FROM interview WHERE contact_id = ?", celik) == []


async def test_slash_finds_as_one_types(desks: Desks) -> None:
    people(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("/", *"cel")
        assert [row.name for row in hands.rows("#people")] == ["Çelik Öz"]
        assert hands.seen("#headline") == "Contacts 1 found"
        await hands.press("enter")
        assert hands.focused == "people"
        await hands.press("/")
        await hands.write("northwind")
        assert [row.name for row in hands.rows("#people")] == ["Amina Patel", "Çelik Öz"]
        await hands.press("escape")
        assert len(hands.rows("#people")) == 3
        assert hands.seen("#headline") == "Contacts 3 people · by name"


async def test_a_letter_in_the_filter_is_no_command(desks: Desks) -> None:
    people(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("/", *"neprtlu12?")
        assert hands.mode == "contacts"
        assert not isinstance(hands.app.screen, Form)
        assert "neprtlu12?" in hands.seen("#filter")
        before = dump(desks)
        await hands.press("shift+down", *"JKZ zdm")
        assert "neprtlu12?JKZ zdm" in hands.seen("#filter")
        assert dump(desks) == before
        assert "up" not in hands.seen("KeyBar").split()


async def test_a_person_added_while_filtering_is_the_one_under_the_cursor(desks: Desks) -> None:
    people(desks)
    async with at(desks, "contacts") as hands:
        await hands.press("/", *"amina", "enter", "n")
        await hands.paste("Dov Marchetti")
        await hands.press("enter")
        assert hands.row("#people").name == "Dov Marchetti"
        assert hands.seen("#page").startswith("Page Dov Marchetti")
