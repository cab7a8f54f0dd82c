"""Introductions and outreach as rows: whom they name, in which order, and who could introduce me."""

from datetime import date, timedelta

from infotui.services.desks import Desks
from infotui.storage.views import reaching
from tests.builders import a_contact, a_planned_interview, later
from tests.fakes import START


def test_an_introduction_names_both_others_and_since_when_it_stands(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg")
    made = desks.introductions.begin(ana, bo, "told", "they row")
    later(desks, days=1)
    desks.introductions.move(made, "asked")
    later(desks, days=1)
    desks.introductions.move(made, "declined")
    row = reaching.introduction(desks.store.reading(), made)
    assert row is not None
    assert (row.introducer_id, row.introducer, row.target_id, row.target) == (
        ana, "Ana Alm", bo, "Bo Berg",
    )  # fmt: skip
    assert (row.state, row.asked_at, row.since, row.due) == (
        "declined", START + timedelta(1), START + timedelta(2), None,
    )  # fmt: skip
    assert reaching.introduction(desks.store.reading(), 99) is None


def test_messages_come_in_the_order_of_their_day(desks: Desks) -> None:
    bo, cy = a_contact(desks, "Bo Berg"), a_contact(desks, "Cy Cole")
    first = desks.outreach.log(bo, "e-mail").id
    earlier = desks.outreach.log(bo, "letter", "12 nov").id
    desks.outreach.answer(desks.outreach.log(cy, "letter").id, "no")
    db = desks.store.reading()
    assert [row.id for row in reaching.outreach_of(db, bo)] == [earlier, first]
    assert [row.id for row in reaching.all_to_the_silent(db)] == [earlier, first]
    row = reaching.outreach(db, earlier)
    assert row is not None
    assert (row.contact, row.due, row.answer, row.answered_at) == (
        "Bo Berg", date(2026, 11, 17), "", None,
    )  # fmt: skip
    assert reaching.outreach(db, 99) is None


def test_whoever_was_archived_is_not_asked_and_signs_are_taken_as_they_are(desks: Desks) -> None:
    bo, ana = a_contact(desks, "Bo Berg"), a_contact(desks, "Ána 100% Alm")
    gone = a_contact(desks, "Ana Gone")
    db = desks.store.reading()
    assert [row[0] for row in reaching.introducers(db, bo, "ana")] == [ana, gone]
    db.execute("UPDATE contact SET archived_at = created_at WHERE id = ?", (gone,))
    assert [row[0] for row in reaching.introducers(db, bo, "ANA")] == [ana]
    assert [row[0] for row in reaching.introducers(db, bo, "100%")] == [ana]
    assert reaching.introducers(db, bo, "_na") == []
    db.execute("UPDATE contact SET introducer_id = ? WHERE id = ?", (gone, bo))
    assert reaching.has_an_introducer(db, bo)
    assert not reaching.has_an_introducer(db, ana)


def test_the_one_interview_that_is_not_agreed_on_is_meant(desks: Desks) -> None:
    bo = a_contact(desks, "Bo Berg")
    db = desks.store.reading()
    assert reaching.interview_to_reach_for(db, bo) is None
    talk = a_planned_interview(desks, bo, when="")
    assert reaching.interview_to_reach_for(db, bo) == talk
    second = a_planned_interview(desks, bo, when="")
    assert reaching.interview_to_reach_for(db, bo) is None
    desks.scheduling.set_time(talk, "thu 15:00")
    assert reaching.interview_to_reach_for(db, bo) == second
