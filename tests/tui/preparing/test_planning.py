"""Keys of the plan: what each changes is what u takes back, and what cannot be is refused."""

from infotui.services.desks import Desks
from tests.builders import a_planned_interview
from tests.tui.pilots import at, stored

TICKS = "SELECT key FROM checklist_item"


async def test_u_takes_back_a_tick_and_not_what_was_done_before(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.set_place_kind(talk, "office")
    async with at(desks, "prepare") as hands:
        await hands.press("D", "space", "u")
        assert (hands.said, stored(desks, TICKS)) == ("Taken back: a tick.", [])
        await hands.press("space", "space", "u")
        assert hands.said == "Taken back: the removal of a tick."
        assert stored(desks, TICKS) == [("dress",)]
        assert stored(desks, "SELECT place_kind FROM interview") == [("office",)]


async def test_what_was_called_off_is_not_arrived_at_but_set_a_time_anew(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.give_up(talk, "cancelled", "she is ill")
    state = "SELECT state FROM interview"
    async with at(desks, "prepare") as hands:
        await hands.press("v")
        assert hands.said.startswith("This interview is “cancelled”, so nobody arrives.")
        assert stored(desks, "SELECT count(*) FROM segment") == [(0,)]
        await hands.press("t", *"thu 15:00", "enter")  # the very time that it had
        assert stored(desks, state) == [("scheduled",)]
        assert hands.said.startswith("Thursday 26 Nov 2026 15:00")
        await hands.press("u")
        assert stored(desks, state) == [("cancelled",)]


async def test_whoever_takes_part_is_offered_no_second_time(desks: Desks) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("A", *"amina")
        assert "Amina Patel Northwind takes part already" in hands.seen("#people-list")
        await hands.press("enter")
        assert "It is planned with Amina Patel already." in hands.seen("#people-wrong")
        assert stored(desks, "SELECT count(*) FROM contact") == [(1,)]
