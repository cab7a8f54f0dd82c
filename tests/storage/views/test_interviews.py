"""Interviews as rows: which is live, in focus, to come; and all that is prepared for one."""

from datetime import timedelta

from infotui.domain.place import PlaceForm
from infotui.services.desks import Desks
from infotui.storage.views import interviews, logs
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
)
from tests.fakes import START


def test_a_row_says_who_when_and_where(desks: Desks) -> None:
    contact_id = a_contact(desks, field="energy")
    number = a_planned_interview(desks, contact_id, when="thu 15:00")
    desks.scheduling.set_place_kind(number, "coffee shop")
    desks.plans.add_goal(number, "fit", "see whether it suits me")
    desks.plans.add_goal(number, "path", "how to get in")
    row = interviews.one(desks.store.reading(), number)
    assert row is not None
    assert (row.title, row.field, row.state) == ("Amina Patel · Northwind", "energy", "scheduled")
    assert row.scheduled_at == START + timedelta(days=3, hours=4), "15:00 in Berlin"
    assert (row.zone, row.place_kind, row.place) == ("Europe/Berlin", "coffee shop", "")
    assert row.goal == "see whether it suits me"
    assert (row.started_at, row.ended_at) == (None, None)
    assert interviews.one(desks.store.reading(), 99) is None


def test_the_live_one_and_the_one_in_focus(desks: Desks) -> None:
    db = desks.store.reading()
    assert (interviews.live(db), interviews.in_focus(db)) == (None, None)
    live, focus = a_live_interview(desks), a_planned_interview(desks)
    assert [row and row.id for row in (interviews.live(db), interviews.in_focus(db))] == [
        live,
        focus,
    ]
    desks.plans.focus(None)
    assert interviews.in_focus(db) is None


def test_what_is_to_come_is_sorted_by_time_then_by_age(desks: Desks) -> None:
    untimed = a_planned_interview(desks, when="")
    friday = a_planned_interview(desks, when="fri 9:00")
    thursday = a_planned_interview(desks, when="thu 15:00")
    a_held_interview(desks)
    gone = a_planned_interview(desks, when="wed 9:00")
    desks.scheduling.give_up(gone, "cancelled")
    second = a_planned_interview(desks, when="")
    db = desks.store.reading()
    assert [row.id for row in interviews.ahead(db)] == [thursday, friday, untimed, second]
    assert [row.id for row in interviews.ahead(db, 2)] == [thursday, friday]


def test_talks_with_one_contact_come_latest_first(desks: Desks) -> None:
    contact_id, other = a_contact(desks), a_contact(desks, "Li Wei")
    a_planned_interview(desks, other)
    first = a_held_interview(desks, contact_id=contact_id)
    later(desks, days=1)
    second = a_held_interview(desks, contact_id=contact_id)
    ahead = a_planned_interview(desks, contact_id, when="fri 9:00")
    rows = interviews.with_contact(desks.store.reading(), contact_id)
    assert [row.id for row in rows] == [ahead, second, first]


def test_a_plan_counts_research_that_holds_words(desks: Desks) -> None:
    number = a_planned_interview(desks)
    db = desks.store.reading()
    for kind in ("contact", "organization"):
        desks.research.begin(kind, 1, "  ")
    plan = interviews.plan(db, number)
    assert plan is not None
    assert (plan.person_notes, plan.organization_notes) == (0, 0)
    desks.research.begin("contact", 1, "a")
    for body in ("b", "c"):
        desks.research.begin("organization", 1, body)
    plan = interviews.plan(db, number)
    assert plan is not None
    assert (plan.person_notes, plan.organization_notes, plan.organization_id) == (1, 2, 1)
    assert interviews.plan(db, 99) is None


def test_a_plan_holds_goals_marks_and_what_is_done(desks: Desks) -> None:
    number = a_planned_interview(desks)
    desks.plans.add_goal(number, "own", "later ones come after")
    desks.plans.add_goal(number, "fit", "x")
    desks.scheduling.set_marks(number, "10 20 40")
    desks.scheduling.set_place(number, PlaceForm("office", "", "", "", "", "them"))
    desks.scheduling.tick(number, "resume")
    plan = interviews.plan(desks.store.reading(), number)
    assert plan is not None
    assert [(goal.kind, goal.text) for goal in plan.goals] == [
        ("own", "later ones come after"),
        ("fit", "x"),
    ]
    assert (plan.nudge_minutes, plan.decision_minutes, plan.last_minutes) == (10, 20, 40)
    assert (plan.place_chosen_by, plan.day_sheet_done) == ("them", ("resume",))


def test_a_log_is_empty_before_the_clock_runs(desks: Desks) -> None:
    number = a_planned_interview(desks)
    assert logs.of(desks.store.reading(), number) == ()
    desks.live.start(number)
    assert [(e.kind, e.at) for e in logs.of(desks.store.reading(), number)][:1] == [("run", START)]


def test_an_interview_is_meant_by_its_number_or_its_uuid(desks: Desks) -> None:
    number = a_planned_interview(desks)
    db = desks.store.reading()
    row = interviews.one(db, number)
    assert row is not None
    for text in (str(number), row.uuid, row.uuid.upper()):
        assert interviews.meant(db, text) == row
    for text in ("", "99", "9" * 40, "²", "Amina Patel", row.uuid[:-1]):
        assert interviews.meant(db, text) is None


def test_people_history_and_open_loops_of_one_interview(desks: Desks) -> None:
    db, talk = desks.store.reading(), a_held_interview(desks, "! send it")
    other = a_held_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    desks.scheduling.add_person(talk, None, "Cy Ruiz")
    desks.scheduling.add_person(talk, None, "Al Berg")
    assert [p.name for p in interviews.people(db, talk)] == ["Amina Patel", "Cy Ruiz", "Al Berg"]
    row = interviews.one(db, talk)
    assert row is not None
    assert row.others == ("Cy Ruiz", "Al Berg")
    assert [(m.was, m.became) for m in interviews.history(db, talk)] == [
        ("idea", "live"), ("live", "held"),
    ]  # fmt: skip
    kinds = [kind for kind, _ in interviews.open_loops(db, talk)]
    assert kinds == ["debrief", "my promise", *["thank-you"] * 3]
    assert len(interviews.open_loops(db, other)) == 2
    assert interviews.people(db, 99) == interviews.history(db, 99) == []
