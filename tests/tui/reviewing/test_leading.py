"""Where a line leads: to the talk, the ledger, the page or the research, by what it tells of and its state."""

from types import SimpleNamespace
from typing import Any

import pytest

from infotui.domain.history import HistoryRow
from infotui.services.desks import Desks
from infotui.tui.reviewing.leading import Spot, lead_to, leads_on, settled_here, spot_of
from tests.builders import a_contact, a_held_interview, a_planned_interview


def led(desks: Desks, spot: Spot) -> Any:
    """Give the route that a record leads to; None where it leads nowhere."""
    routes: list[Any] = []
    lead_to(SimpleNamespace(post_message=routes.append), desks, spot)  # type: ignore[arg-type]
    return routes[0] if routes else None


def test_an_open_promise_leads_to_the_ledger_and_a_kept_one_to_its_line(desks: Desks) -> None:
    talk = a_held_interview(desks, "one", "! send it")
    spot = Spot("promise", 1, talk, 1)
    assert (led(desks, spot).kind, led(desks, spot).loop_id) == ("my promise", 1)
    desks.promises.keep(1)
    route = led(desks, spot)
    assert (route.mode, route.interview_id, route.note_id) == ("review", talk, 2)


@pytest.mark.parametrize(
    ("noun", "note"), [("note", 3), ("finding", 1), ("interview", None), ("debrief", None)]
)
def test_what_was_said_leads_to_its_place_in_the_talk(
    desks: Desks, noun: str, note: int | None
) -> None:
    talk = a_held_interview(desks, "* a fact", "two", "three")
    route = led(desks, Spot(noun, 3 if noun == "note" else 1, talk, 1))
    assert (route.mode, route.note_id, route.debrief) == ("review", note, noun == "debrief")


def test_a_plan_a_page_and_research_are_gone_to(desks: Desks) -> None:
    plan = a_planned_interview(desks)
    note = desks.research.begin("organization", 1, "620 beds")
    assert led(desks, Spot("interview", plan, plan, 1)).mode == "prepare"
    assert led(desks, Spot("touch", 1, None, 1)).contact_id == 1
    assert led(desks, Spot("contact", 1)).mode == "contacts"
    about = led(desks, Spot("research_note", note, None, None, 1))
    assert (about.kind, about.subject_id, about.line) == ("organization", 1, note)
    assert led(desks, Spot("organization", 1)).mode == "research"
    assert led(desks, Spot("research_note", note, None, 1)).kind == "contact"
    assert led(desks, Spot("touch", 1)) is None


def test_a_line_of_a_history_names_its_record(desks: Desks) -> None:
    a_contact(desks)
    row = HistoryRow(
        desks.clock.now(), "promise", "send it", interview_id=4, noun="promise", id=7, who_id=1
    )
    assert spot_of(row, place=3) == Spot("promise", 7, 4, 1)
    assert spot_of(row._replace(noun="research_note", who_id=None), place=3).organization_id == 3
    assert spot_of(row._replace(noun="introduction")).interview_id is None
    assert [leads_on(row._replace(noun=noun)) for noun in ("promise", "contact", "touch")] == [
        True, False, False,
    ]  # fmt: skip
    assert [settled_here(Spot(noun, 1)) for noun in ("draft", "lead", "opening", "note")] == [
        True, True, False, False,
    ]  # fmt: skip
