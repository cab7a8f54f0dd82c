"""The shelf of what is owed: the record behind each kind of loop."""

import pytest

from infotui.domain.errors import NotFoundError
from infotui.domain.loop import LOOP_KINDS
from infotui.services.desks import Desks
from tests.builders import a_held_interview

REACHING = set(LOOP_KINDS) - {
    "thank-you", "debrief", "my promise", "their promise", "lead"
}  # fmt: skip


def test_the_record_behind_each_loop_is_found(desks: Desks) -> None:
    a_held_interview(desks, "! send it", "< an address", "> Jane Doe")
    rows = {row.kind: row for row in desks.followups.open_loops()}
    assert set(rows) == set(LOOP_KINDS) - REACHING
    with desks.store.writing() as shelves:
        found = {kind: shelves.followups.owed(kind, row.id) for kind, row in rows.items()}
    assert {kind: type(record).__name__ for kind, record in found.items()} == {
        "thank-you": "ThankYou",
        "debrief": "Debrief",
        "my promise": "Promise",
        "their promise": "Promise",
        "lead": "Lead",
    }
    assert found["my promise"].id != found["their promise"].id


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


@pytest.mark.parametrize("kind", sorted(set(LOOP_KINDS) - REACHING))
def test_what_is_not_owed_is_said(desks: Desks, kind: str) -> None:
    with pytest.raises(NotFoundError), desks.store.writing() as shelves:
        shelves.followups.owed(kind, 1)
