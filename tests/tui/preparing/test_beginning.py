"""An interview begins with anybody, also with somebody who is archived; nobody is made twice by that."""

from infotui.services.desks import Desks
from tests.builders import a_contact, a_planned_interview
from tests.tui.pilots import at, stored


async def test_somebody_archived_is_offered_as_such_and_not_made_anew(desks: Desks) -> None:
    a_planned_interview(desks)
    bo = a_contact(desks, "Bo Lind", "Civic Data")
    desks.contacts.archive(bo)
    async with at(desks, "prepare") as hands:
        await hands.press("A", *"bo")
        assert hands.seen("#people-list").startswith("Bo Lind Civic Data")
        await hands.press("escape", "N", *"bo")
        assert "Bo Lind Civic Data · archived" in hands.seen("#who-list")
        await hands.press("enter")
        assert hands.seen("#headline").startswith("Bo Lind · Civic Data")
        assert stored(desks, "SELECT count(*) FROM contact") == [(2,)]
        await hands.press("u")
        assert hands.seen("#headline").startswith("Amina Patel")
