"""A lead at the keyboard: written to, made a contact, followed, dropped with its note; each step taken back."""

from collections.abc import Callable

from infotui.services.desks import Desks
from infotui.tui.afterwards.referring import ask_courtesy, ask_lead
from infotui.tui.telling import TellsErrors
from tests.builders import a_contact, a_held_interview
from tests.tui.pilots import SIZES, Hands, at, stored

STATE = "SELECT state, courtesy, why_not, contact_id FROM lead WHERE id = 1"


async def asked(hands: Hands, desks: Desks, ask: Callable[..., None], told: list[int]) -> None:
    screen = hands.app.screen
    assert isinstance(screen, TellsErrors)
    ask(screen, desks, 1, lambda: told.append(1))
    await hands.settle()


async def choose(hands: Hands, way: str) -> None:
    """Take the option of that value."""
    values = [value for value, _ in hands.rows("RowList")]
    await hands.press("home", *["down"] * values.index(way), "enter")


async def test_a_lead_becomes_a_contact_and_is_followed_and_waits_for_another_day(
    desks: Desks,
) -> None:
    a_held_interview(desks, "> Jane Doe, fuel cells, jane@x.org")
    told: list[int] = []
    async with at(desks) as hands:
        await asked(hands, desks, ask_lead, told)
        for size in SIZES:
            await hands.resize(size)
            for words in ("Jane Doe · from Amina Patel", "fuel cells · jane@x.org",
                          "Amina Patel: ask first whether to mention them", "due 30 Nov", "another day"):  # fmt: skip
                assert words in hands.text
        await choose(hands, "due")
        await hands.press(*"nonsense", "enter")
        assert "is no day to come" in hands.seen("#wrong-due")
        await hands.write("fri")
        await hands.press("enter")
        assert hands.said == "Jane Doe is due Fri. u takes it back."
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "consent")
        await hands.press("home", "enter")
        assert hands.said == "Jane Doe: Amina Patel, may mention their name. u takes it back."
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "followed")
        assert stored(desks, STATE) == [("followed", "", "", None)]
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "contact")
        assert hands.said == "Jane Doe is a contact now, through Amina Patel. u takes it back."
        assert stored(desks, STATE) == [("became contact", "", "", 2)]
        await hands.press("u", "u")
        assert stored(desks, STATE) == [("new", "", "", None)]
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "write")
        assert "A draft · Jane Doe" in hands.text
        await hands.press("escape")
    assert stored(desks, STATE) == [("to follow", "", "", 3)], "it waits until they are written to"
    desks.outreach.log(3, "e-mail")
    assert stored(desks, STATE) == [("became contact", "", "", 3)]
    desks.undo.take_back()
    assert stored(desks, STATE) == [("to follow", "", "", 3)]
    assert len(told) >= 5


async def test_somebody_of_that_name_is_asked_about_and_an_organization_is_stored(
    desks: Desks,
) -> None:
    a_held_interview(desks, "> Jane Doe")
    jane = a_contact(desks, "JANE DOE", "Civic Data")
    told: list[int] = []
    async with at(desks) as hands:
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "contact")
        assert "JANE DOE, whom you know · Civic Data" in hands.text
        await hands.press("escape")
        assert stored(desks, STATE) == [("new", "", "", None)]
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "contact")
        await hands.press("enter")
        assert stored(desks, STATE) == [("became contact", "", "", jane)]
        await hands.press("u")
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "names")
        assert hands.said == "Jane Doe is an organization. u takes it back."
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "stored")
    assert stored(desks, "SELECT names, organization_id IS NOT NULL FROM lead") == [
        ("organization", 1)
    ]


async def test_a_dropped_lead_asks_for_its_note_at_once_and_closes_by_it_alone(
    desks: Desks,
) -> None:
    a_held_interview(desks, "> Jane Doe")
    told: list[int] = []
    async with at(desks) as hands:
        await asked(hands, desks, ask_lead, told)
        await choose(hands, "drop")
        assert "Amina Patel gave you this name" in hands.text
        await hands.press(*"too far", "enter")
        assert "A courteous note to Amina Patel" in hands.text
        assert "You do not follow Jane Doe: too far." in hands.text
        await hands.press("escape")
        assert stored(desks, STATE) == [("note due", "", "too far", None)]
        await asked(hands, desks, ask_lead, told)  # a dropped one asks for its note
        await choose(hands, "waive")
        await hands.press("enter")
        assert "Say in a word why" in hands.seen("#wrong-why")
        await hands.press(*"said so", "enter")
        assert stored(desks, STATE) == [("closed", "waived", "too far · no note: said so", None)]
        await hands.press("u")
        await asked(hands, desks, ask_courtesy, told)
        await choose(hands, "follow")
        assert stored(desks, STATE) == [("to follow", "", "", None)]
        await hands.press("u")
        await asked(hands, desks, ask_courtesy, told)
        await choose(hands, "sent")
        assert hands.said == "Amina Patel knows; the lead Jane Doe is closed. u takes it back."
        assert stored(desks, STATE) == [("closed", "sent", "too far", None)]


async def test_the_note_is_of_the_lead_that_was_asked_about(desks: Desks) -> None:
    a_held_interview(desks, "> Jane Doe", "> Bo Lind")
    for lead in (1, 2):
        desks.leads.drop(lead)
    told: list[int] = []
    async with at(desks) as hands:
        await asked(hands, desks, ask_courtesy, told)
        await choose(hands, "draft")
        ((body,),) = stored(desks, "SELECT body FROM draft")
        assert "Jane Doe" in body
        assert "Bo Lind" not in body
        await hands.press("f8")
        states = stored(desks, "SELECT name, state, courtesy FROM lead ORDER BY id")
        assert states == [("Jane Doe", "closed", "sent"), ("Bo Lind", "note due", "")]
        assert told
