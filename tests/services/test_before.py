"""The desk of what came before: earlier talks with them or at their place, seen from the talk to come."""

import pytest

from infotui.domain.delta import DeltaRow
from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.domain.kept import Kept
from infotui.domain.text import shorten
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview, later
from tests.tui.pilots import stored

LINES = ("* half the week is talking #career", "! send her the write-up", "< dig out the syllabus")


def kinds(rows: list[DeltaRow]) -> list[str]:
    return [row.kind for row in rows]


def add_person(desks: Desks, talk: int, contact: int) -> None:
    from infotui.domain.records.interview import InterviewPerson

    with desks.store.writing() as shelves:
        shelves.interviews.add(InterviewPerson(interview_id=talk, contact_id=contact))


def test_a_second_talk_with_the_same_person(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Brightwater")
    held = a_held_interview(desks, *LINES, contact_id=ana)
    later(desks, days=3)
    talk = a_planned_interview(desks, ana)
    rows = desks.before.items(talk)
    assert kinds(rows) == ["learned", "my promise", "their promise"]
    assert {(row.who, row.interview_id, row.same_person) for row in rows} == {
        ("Ana Brightwater", held, True)
    }
    assert rows[1].question.startswith("I said that I would send you the write-up")
    assert desks.before.items(held) == [], "nothing came before the first"


def test_a_second_person_at_one_organization_hears_no_name(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Brightwater", field="energy")
    a_contact(desks, "Ben Oduya-Hart", "Elsewhere")
    a_held_interview(
        desks,
        "* Ana says the model is a third of the work #career",
        "! tell Ben what Brightwater thinks",
        "> Ifeoma Castell, taught chemistry",
        "* ask Ifeoma first #advice",
        contact_id=ana,
    )
    talk = a_planned_interview(desks, a_contact(desks, "Tobias Arle"))
    asked = " ".join(row.question for row in desks.before.items(talk))
    assert "the model is a third of the work" in asked
    for name in ("Ana", "Ben", "Brightwater", "Ifeoma"):
        assert name not in asked
    assert {row.who for row in desks.before.items(talk)} == {"Ana Brightwater"}


def test_others_elsewhere_are_no_matter_unless_they_disagree(desks: Desks) -> None:
    ana = a_contact(desks, "Ana", field="energy")
    a_held_interview(desks, "* no night shifts here #career", contact_id=ana)
    cora = a_contact(desks, "Cora", "Harbour", field="Energy")
    a_held_interview(desks, "* night shifts one week in six #career", contact_id=cora)
    a_held_interview(desks, "* they like nights #career",
                     contact_id=a_contact(desks, "Eve", "Inn", field="catering"))  # fmt: skip
    talk = a_planned_interview(desks, a_contact(desks, "Tobias", field="energy"))
    rows = desks.before.items(talk)
    assert [(row.kind, row.who) for row in rows] == [("learned", "Ana"), ("at odds", "Ana · Cora")]
    alone = a_planned_interview(desks, a_contact(desks, "Zoë", "Nowhere", field="energy"))
    assert desks.before.items(alone) == [], "there was no talk with Zoë, nor at Nowhere"


def test_a_talk_they_joined_counts_as_one_with_them(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana"), a_contact(desks, "Bo", "Elsewhere")
    add_person(desks, a_held_interview(desks, *LINES, contact_id=ana), bo)
    talk = a_planned_interview(desks, bo)
    assert all(row.same_person for row in desks.before.items(talk))
    assert len(desks.before.items(talk)) == 3
    both = a_planned_interview(desks, a_contact(desks, "Cy", "Third place"))
    assert desks.before.items(both) == []
    add_person(desks, both, ana)
    assert kinds(desks.before.items(both)) == ["learned", "my promise", "their promise"]


def test_a_must_that_was_skipped_keeps_what_it_is(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Brightwater", field="energy")
    first = a_planned_interview(desks, ana, when="", questions=("Why grids?", "Why so?"))
    day = desks.questions.pick(first, "what-else-you-weighed")  # "…, {name}, … {field}?"
    for question in (day, *(q.id for q in desks.questions.of(first) if q.text.startswith("Why"))):
        desks.questions.set_importance(question, "must")
    desks.live.start(first)
    desks.live.end(first)
    talk = a_planned_interview(desks, a_contact(desks, "Tobias Arle", field="energy"))
    musts = {row.text: row for row in desks.before.items(talk)}
    assert len(musts) == 3, "who else to talk to is asked in every plan"
    item = next(row for row in musts.values() if row.bank_id)
    assert "Ana" in item.text
    assert "Tobias" in item.question
    made = desks.questions.one(desks.before.take(talk, item))
    before = desks.questions.one(day)
    assert (made.text, made.importance, made.origin) == (item.question, "must", "bank")
    assert (made.bank_id, made.template, made.short) == before[7:8] + before[5:7]
    assert made.position == 1, "a question of the start stands at the start"
    own = desks.questions.one(desks.before.take(talk, musts["Why grids?"]))
    assert (own.text, own.origin, own.importance) == ("Why grids?", "own", "must")
    assert [row.taken for row in desks.before.items(talk)].count(None) == 1


def test_a_must_that_they_answered_since_is_not_offered(desks: Desks) -> None:
    ana = a_contact(desks, "Ana")
    for answered in (False, True):
        talk = a_planned_interview(desks, ana, when="", questions=("Why grids?",))
        question = desks.questions.of(talk)[0].id
        desks.questions.set_importance(question, "must")
        desks.live.start(talk)
        desks.live.settle_and_go_on(talk, "answered" if answered else "skipped")
        later(desks, minutes=5)
        desks.live.end(talk)
        again = a_planned_interview(desks, ana, questions=())
        offered = [row for row in desks.before.items(again) if row.text == "Why grids?"]
        assert len(offered) == (0 if answered else 1)
        later(desks, days=1)


def test_an_item_is_taken_once_and_taken_back(desks: Desks) -> None:
    ana = a_contact(desks, "Ana")
    a_held_interview(desks, *LINES, contact_id=ana)
    talk = a_planned_interview(desks, ana)
    for item in desks.before.items(talk):
        before = desks.questions.of(talk)
        number = desks.before.take(talk, item)
        assert desks.before.take(talk, item) == number
        row = desks.questions.one(number)
        assert (row.text, row.origin, row.tailoring) == (item.question, "own", "own")
        assert len(desks.questions.of(talk)) == len(before) + 1
        desks.scribe.keep(Kept("question", "text", number), "My own words for it?")
        (now,) = (r for r in desks.before.items(talk) if r.key == item.key)
        assert now.taken == number, "its words were changed, it is the same nevertheless"
        desks.scribe.keep(Kept("question", "text", number), item.question)
        assert desks.undo.take_back() == f"“{shorten(item.question, 40)}”"
        assert desks.questions.of(talk) == before
        assert all(r.taken is None for r in desks.before.items(talk))


def test_what_was_written_of_an_item_does_not_go_by_taking_back(desks: Desks) -> None:
    ana = a_contact(desks, "Ana")
    a_held_interview(desks, LINES[0], contact_id=ana)
    talk = a_planned_interview(desks, ana, when="", questions=())
    number = desks.before.take(talk, desks.before.items(talk)[0])
    desks.scribe.keep(Kept("question", "text", number), "My own words for it?")
    with pytest.raises(IllegalMoveError, match="words of yours by now"):
        desks.undo.take_back()
    assert desks.questions.one(number).text == "My own words for it?"


def test_a_question_with_notes_is_not_taken_back(desks: Desks) -> None:
    ana = a_contact(desks, "Ana")
    a_held_interview(desks, LINES[0], contact_id=ana)
    talk = a_planned_interview(desks, ana, when="", questions=())
    number = desks.before.take(talk, desks.before.items(talk)[0])
    desks.live.start(talk)
    desks.live.ask(talk, number)
    desks.live.jot(talk, "still so")
    desks.live.end(talk)
    with pytest.raises(IllegalMoveError, match="hangs on this question"):
        desks.questions.remove(number)


def test_what_is_gone_or_settled_is_not_taken(desks: Desks) -> None:
    ana = a_contact(desks, "Ana")
    a_held_interview(desks, *LINES, contact_id=ana)
    talk = a_planned_interview(desks, ana)
    (promise,) = (row for row in desks.before.items(talk) if row.kind == "my promise")
    desks.followups.done(next(r for r in desks.followups.open_loops() if r.kind == "my promise"))
    assert "my promise" not in kinds(desks.before.items(talk))
    with pytest.raises(NotFoundError, match="no longer"):
        desks.before.take(talk, promise)
    with pytest.raises(NotFoundError, match="interview"):
        desks.before.items(99)
    assert stored(desks, "SELECT count(*) FROM question WHERE origin = 'own'"
                         " AND interview_id = ?", talk) == [(2,)]  # fmt: skip
