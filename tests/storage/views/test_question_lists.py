"""Question lists as rows: in order, told apart, and only what was meant to be asked."""

from infotui.services.desks import Desks
from infotui.storage.views import question_lists
from tests.builders import a_contact, a_held_interview, a_planned_interview, later
from tests.query_plans import read_through, steps_of


def test_a_list_has_its_questions_in_order_and_says_whose_it_is(desks: Desks) -> None:
    person = a_contact(desks, "Zoë Quist", "Ärzte")
    talk = a_planned_interview(desks, person, questions=("b?", "a?", "", "under_score?"))
    (found,) = question_lists.newest(desks.store.reading())
    assert [q.text for q in found.questions[:3]] == ["b?", "a?", "under_score?"]
    assert found[:4] == (talk, person, "Zoë Quist", "Ärzte")
    assert (found.state, found.total) == ("scheduled", 4)
    assert found.when == desks.plans.sheet(talk).interview.scheduled_at
    (found,) = question_lists.newest(desks.store.reading(), "_")
    assert [(q.text, q.origin, q.importance) for q in found.questions] == [
        ("under_score?", "own", "should")
    ]


def test_the_newest_held_are_found_by_their_index_and_no_others_looked_at(desks: Desks) -> None:
    db = desks.store.reading()
    talks = [
        a_held_interview(desks, contact_id=a_contact(desks, name)) for name in ("Ana", "Bo", "Cy")
    ]
    ahead = a_planned_interview(desks, a_contact(desks, "Di"), when="")
    later(desks, days=1)
    newest = [found.interview_id for found in question_lists.newest(db)]
    assert newest[0] == ahead
    assert sorted(newest[1:]) == talks
    steps = steps_of(db, lambda: question_lists.newest(db, "how"))
    searched = [step for step in steps if "interview_by_start" in step]
    assert searched == [
        "SEARCH i USING INDEX interview_by_start (started_at>?)",
        "SEARCH i USING INDEX interview_by_start (started_at=?)",
    ]
    assert not read_through(steps, "i", "q")
