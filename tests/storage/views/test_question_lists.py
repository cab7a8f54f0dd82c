"""Question lists as rows: in order, told apart, and only what was meant to be asked."""

from infotui.services.desks import Desks
from infotui.storage.views import question_lists
from tests.builders import a_contact, a_planned_interview


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
