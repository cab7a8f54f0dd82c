"""Questions as rows: in their order, with the research that they came from."""

from infotui.services.desks import Desks
from infotui.storage.views import questions
from tests.builders import a_contact, a_planned_interview
from tests.fakes import START


def test_they_come_in_their_order(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("one?", "two?"))
    desks.questions.move(desks.questions.of(talk)[1].id, -1)
    rows = questions.of(desks.store.reading(), talk)
    assert [(row.position, row.text) for row in rows[:2]] == [(1, "two?"), (2, "one?")]
    assert [row.phase for row in rows] == ["middle", "middle", "close"]
    assert questions.of(desks.store.reading(), 99) == []


def test_one_is_the_same_as_in_the_list(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    for row in questions.of(desks.store.reading(), talk):
        assert questions.one(desks.store.reading(), row.id) == row
    assert questions.one(desks.store.reading(), 99) is None


def test_the_research_stands_under_its_question(desks: Desks) -> None:
    talk = a_planned_interview(desks, a_contact(desks, "Li Wei"))
    note = desks.research.begin("contact", 1, "posted two roles")
    number = desks.questions.from_research(talk, note, "Why two?")
    row = questions.one(desks.store.reading(), number)
    assert row is not None
    assert (row.research_note_id, row.research, row.origin) == (
        note,
        "posted two roles",
        "research",
    )


def test_a_question_says_when_it_was_asked(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.start(talk)
    asked = [row.asked_at for row in questions.of(desks.store.reading(), talk)]
    assert asked == [START, None, None]
