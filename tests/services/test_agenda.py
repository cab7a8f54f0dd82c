"""The agenda: what Today shows, without the screens."""

from datetime import UTC, datetime

from infotui.domain.place import PlaceForm
from infotui.services.agenda import agenda_of
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_live_interview, a_planned_interview


def test_it_holds_what_today_shows(desks: Desks) -> None:
    a_held_interview(desks, "! send it", "< a list")
    talk = a_planned_interview(desks, a_contact(desks, "Bo Lind"))
    desks.scheduling.set_place(talk, PlaceForm("office", "1 Elm Street", travel="25"))
    agenda = agenda_of(desks)
    (ahead,) = agenda.talks
    assert (ahead.row.id, ahead.ready, ahead.of) == (talk, 1, 7)
    assert ahead.missing[0] == "goal"
    assert ahead.leave_by == datetime(2026, 11, 26, 13, 20, tzinfo=UTC)
    assert agenda.ledger == desks.followups.ledger()
    assert agenda.day == desks.followups.today()


def test_a_talk_that_is_on_comes_first(desks: Desks) -> None:
    a_planned_interview(desks)
    live = a_live_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    first, second = agenda_of(desks).talks
    assert (first.row.id, first.row.state, first.of) == (live, "live", 0)
    assert second.row.state == "scheduled"
