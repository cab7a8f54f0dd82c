"""Who takes part: somebody known or new by a part of the name, taken out with Enter."""

from infotui.services.desks import Desks
from infotui.tui.dialogs.people import ask_people
from infotui.tui.telling import TellsErrors
from tests.builders import a_contact, a_planned_interview
from tests.tui.pilots import SIZES, at, stored

PEOPLE = """SELECT c.name FROM interview_person p JOIN contact c ON c.id = p.contact_id
ORDER BY p.id"""


async def test_people_are_added_and_taken_out(desks: Desks) -> None:
    talk, done = a_planned_interview(desks), list[str]()
    a_contact(desks, "Bo Lind", "Civic Data")
    async with at(desks) as hands:
        screen = hands.app.screen
        assert isinstance(screen, TellsErrors)
        ask_people(screen, desks, talk, lambda: done.append("done"))
        await hands.settle()
        await hands.press("enter")  # the one it is planned with stays
        assert [row.name for row in hands.rows("#people-list")] == ["Amina Patel"]
        await hands.press(*"lin")
        assert [row.name for row in hands.rows("#people-list")] == ["Bo Lind", "lin"]
        await hands.press("enter", *"Cy", "enter")
        assert stored(desks, PEOPLE) == [("Bo Lind",), ("Cy",)]
        await hands.write("x" * 10_000)
        await hands.press("enter")
        assert "10,000 characters" in hands.seen("#people-wrong")
        await hands.write("")
        for size in SIZES:
            await hands.resize(size)
            assert "Bo Lind Civic Data Enter takes them out" in hands.seen("#people-list")
        await hands.press("down", "enter", "escape")
        assert stored(desks, PEOPLE) == [("Cy",)]
        assert hands.said == "Amina Patel + Cy. u takes the last one back."
        await hands.press("u")
        assert stored(desks, PEOPLE) == [("Bo Lind",), ("Cy",)]
        assert done == ["done"]
