"""One history per person and per organization: what was, newest first, whole or in windows."""

from infotui.domain.history import HistoryRow
from infotui.services.desks import Desks
from infotui.storage.views import timelines
from tests.builders import a_contact, a_planned_interview
from tests.people import busy
from tests.query_plans import read_through, steps_of


def told(desks: Desks, kind: str, number: int) -> list[HistoryRow]:
    return [row for _, row in timelines.history(desks.store.reading(), kind, number)]


def test_everything_between_us_stands_in_one_history_newest_first(desks: Desks) -> None:
    me = busy(desks)
    rows = told(desks, "contact", me)
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    seen = [(row.kind, row.text) for row in rows]
    for kind, text in (
        ("talk", "held, 25 min"),
        ("plan", "idea"),
        ("plan", "idea, with Friend of Amina Patel"),
        ("stage", "stranger → met"),
        ("promise", "I promised: send it"),
        ("promise", "they promised: a list"),
        ("lead", "they named: Jane Doe, fuel cells"),
        ("research", "posted two roles"),
        ("outreach", "e-mail, through somebody"),
        ("answer", "yes"),
        ("draft", "Thank-you mail, copied"),
        ("opening", "an opening: an analyst"),
        ("introduction", "asked to introduce you to Friend of Amina Patel"),
        ("introduction", "reminded: Friend of Amina Patel"),
        ("introduction", "you asked for an introduction: Friend of Amina Patel"),
        ("introduction", "the contact was made by Friend of Amina Patel"),
        ("introduction", "declined: Friend of Amina Patel"),
        ("known", "added to the notebook"),
    ):
        assert (kind, text) in seen
    asked = next(row for row in rows if row.text.startswith("asked to introduce"))
    assert (asked.detail, asked.contact_id is not None) == ("so it is", True)


def test_a_talk_that_was_put_off_keeps_its_history(desks: Desks) -> None:
    me = a_contact(desks)
    talk = a_planned_interview(desks, me, when="thu 15:00")
    desks.scheduling.set_time(talk, "fri 15:00")
    desks.scheduling.give_up(talk, "cancelled", "she is ill")
    rows = told(desks, "contact", me)
    changes = [(row.text, row.detail) for row in rows if row.kind == "change"]
    assert sorted(changes) == [
        ("idea → scheduled", "time set: Thu 26 Nov 15:00 Europe/Berlin"),
        ("scheduled → cancelled", "she is ill"),
        ("the time was changed", "moved from Thu 26 Nov 15:00 to Fri 27 Nov 15:00 Europe/Berlin"),
    ]
    assert {row.interview_id for row in rows if row.kind in {"change", "plan"}} == {talk}


def test_a_history_is_read_by_indexes_and_never_by_a_state_that_all_share(desks: Desks) -> None:
    db, me = desks.store.reading(), busy(desks)
    steps = steps_of(db, lambda: timelines.history(db, "contact", me))
    assert not read_through(steps, "i", "s", "t", "p", "l", "introduction", "interview", "c", "o")
    assert not [step for step in steps if "_by_state" in step]
