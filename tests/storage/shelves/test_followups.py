"""The shelf of what is owed: thanks and the debrief of a talk."""

from infotui.services.desks import Desks
from tests.builders import a_held_interview


def test_thanks_are_owed_once_a_talk(desks: Desks) -> None:
    interview_id = a_held_interview(desks)
    with desks.store.writing() as shelves:
        thanks = shelves.followups.thank_you(interview_id, 1)
        assert thanks is not None
        assert thanks.interview_id == interview_id
        assert shelves.followups.thank_you(99, 1) is None


def test_a_talk_has_one_debrief_and_a_talk_to_come_has_none(desks: Desks) -> None:
    held = a_held_interview(desks)
    with desks.store.writing() as shelves:
        debrief = shelves.followups.debrief(held)
        assert debrief is not None
        assert (debrief.interview_id, debrief.state) == (held, "due")
        assert shelves.followups.debrief(99) is None
