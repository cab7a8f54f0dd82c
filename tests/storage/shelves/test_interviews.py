"""The shelf of interviews: states with their story, a log that is only added to, goals in order."""

from datetime import timedelta

import pytest

from infotui.domain.errors import NotFoundError
from infotui.domain.records.contact import Contact
from infotui.domain.timer import Segment
from infotui.services.desks import Desks
from infotui.storage.views import logs
from tests.builders import a_live_interview, a_planned_interview, later
from tests.fakes import START

LOG = (
    Segment("run", START),
    Segment("shown", START + timedelta(minutes=20), mark="nudge 20"),
    Segment("pause", START + timedelta(minutes=21, microseconds=7)),
    Segment("decision", START + timedelta(minutes=30), "decide 30", "go on", 10),
    Segment("decision", START, "", "hard stop", 0, START + timedelta(minutes=45)),
    Segment("end", START + timedelta(minutes=40)),
)


def test_a_log_is_read_on_both_roads_as_it_was_added(desks: Desks) -> None:
    interview_id, other = a_planned_interview(desks), a_planned_interview(desks)
    for entry in LOG:
        with desks.store.writing() as shelves:
            shelves.interviews.append(interview_id, entry)
    with desks.store.writing() as shelves:
        assert shelves.interviews.log(interview_id) == LOG
        assert shelves.interviews.log(other) == ()
    assert logs.of(desks.store.reading(), interview_id) == LOG


def test_a_change_of_state_is_kept_with_its_reason(desks: Desks) -> None:
    interview_id = a_planned_interview(desks, when="")
    later(desks, days=1)
    with desks.store.writing() as shelves:
        interview = shelves.interviews.interview(interview_id)
        shelves.interviews.change_state(interview, "declined", "no time")
        contact = shelves.contacts.get(Contact, interview.contact_id)
        shelves.interviews.change_stage(contact, "introduced", "by Ruth")
    rows = desks.store.reading().execute(
        "SELECT contact_id, interview_id, was, became, why, created_at FROM state_change"
    )
    at = "2026-11-24T10:00:00.000000Z"
    assert rows.fetchall() == [
        (None, interview_id, "idea", "declined", "no time", at),
        (1, None, "stranger", "introduced", "by Ruth", at),
    ]
    assert desks.plans.sheet(interview_id).interview.state == "declined"
    assert desks.contacts.sheet(1).stage == "introduced"


def test_the_live_one_is_found(desks: Desks) -> None:
    a_planned_interview(desks)
    with desks.store.writing() as shelves:
        assert shelves.interviews.live() is None
    live = a_live_interview(desks)
    with desks.store.writing() as shelves:
        found = shelves.interviews.live()
    assert found is not None
    assert found.id == live


def test_goals_come_in_their_order(desks: Desks) -> None:
    interview_id = a_planned_interview(desks)
    for kind in ("path", "fit", "own"):
        desks.plans.add_goal(interview_id, kind, kind)
    with desks.store.writing() as shelves:
        assert [g.kind for g in shelves.interviews.goals(interview_id)] == ["path", "fit", "own"]


def test_focus_is_remembered_and_can_be_nobody_s(desks: Desks) -> None:
    interview_id = a_planned_interview(desks)
    for wanted in (None, interview_id):
        with desks.store.writing() as shelves:
            shelves.interviews.put_in_focus(wanted)
        row = desks.store.reading().execute("SELECT focus_id FROM notebook").fetchone()
        assert row == (wanted,)


def test_only_what_is_done_has_a_mark(desks: Desks) -> None:
    interview_id = a_planned_interview(desks)
    desks.scheduling.tick(interview_id, "dress")
    with desks.store.writing() as shelves:
        assert shelves.interviews.checklist_item(interview_id, "dress") is not None
        assert shelves.interviews.checklist_item(interview_id, "route") is None


def test_an_interview_that_is_gone_is_said(desks: Desks) -> None:
    with pytest.raises(NotFoundError, match="interview"), desks.store.writing() as shelves:
        shelves.interviews.interview(1)
