"""Where what was found stands, and what is around it, for each kind of record."""

import pytest

from infotui.domain.errors import NotFoundError
from infotui.domain.hit import Hit
from infotui.domain.kept import Kept
from infotui.domain.passage import Whereabouts
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview, lay_reaching


def a_hit(noun: str, number: int = 1, part: str = "") -> Hit:
    return Hit("note", noun, number, "Ana", None, "", (), part=part)


def lines(desks: Desks, noun: str, number: int = 1, part: str = "") -> list[tuple[str, str, bool]]:
    return [tuple(line) for line in desks.passages.passage(a_hit(noun, number, part)).lines]


def test_what_was_caught_stands_in_its_note(desks: Desks) -> None:
    talk = a_held_interview(desks, "first", "> Cy Cole", "* a finding #market", "last")
    who = desks.plans.sheet(talk).interview.contact_id
    assert desks.passages.where(a_hit("note", 2)) == Whereabouts(talk, "held", 2, who)
    assert desks.passages.where(a_hit("lead")).note_id == 2
    assert desks.passages.where(a_hit("finding")).note_id == 3
    around = lines(desks, "finding")
    assert desks.passages.where(a_hit("finding")) == desks.passages.where(a_hit("note", 3))
    assert [text for _, text, _ in around if text in {"first", "> Cy Cole", "last"}]
    assert [text for _, text, here in around if here] == ["* a finding #market"]


def test_beside_a_note_stand_only_answers_to_the_same_question(desks: Desks) -> None:
    from infotui.domain.records.note import Note
    from infotui.domain.records.question import Question

    talk = a_held_interview(desks, "one", "two", "three", "four", "five", "six")
    with desks.store.writing() as shelves:
        for number, text in enumerate(("How?", "Why?"), 1):
            question = shelves.interviews.add(
                Question(interview_id=talk, text=text, position=90 + number, origin="own")
            )
            for note in (2 * number, 2 * number + 1):
                shelves.interviews.get(Note, note).question_id = question.row_id
    assert [line[:2] for line in lines(desks, "note", 2)] == [
        ("asked", "How?"),
        ("", "two"),
        ("", "three"),
    ]
    assert [text for _, text, _ in lines(desks, "note", 5)] == ["Why?", "four", "five"]
    assert [text for _, text, _ in lines(desks, "note", 6)][-1:] == ["six"]


def test_a_question_stands_in_its_plan_with_what_was_answered(desks: Desks) -> None:
    talk = a_planned_interview(desks, questions=("How?", "Why?", "When?"))
    second = next(row.id for row in desks.questions.of(talk) if row.text == "Why?")
    spot = desks.passages.where(a_hit("question", second))
    assert (spot.interview_id, spot.note_id) == (talk, None)
    shown = lines(desks, "question", second)
    assert [text for _, text, _ in shown][:3] == ["How?", "Why?", "When?"]
    assert [text for _, text, here in shown if here] == ["Why?"]


def test_a_plan_a_debrief_and_a_draft_show_their_parts(desks: Desks) -> None:
    talk = a_held_interview(desks, "x")
    desks.scribe.keep(Kept("interview", "why", talk), "she knows mills")
    debrief = desks.debriefs.open_for(talk)
    desks.scribe.keep(Kept("debrief", "went_well", debrief.id), "the close")
    goal = desks.plans.add_goal(talk, "own")
    desks.scribe.keep(Kept("goal", "text", goal), "learn of mills")
    assert ("why", "she knows mills", True) in lines(desks, "interview", talk, "why")
    assert ("goal", "learn of mills", True) in lines(desks, "goal", goal)
    found = a_hit("interview", talk, "goal")._replace(words="…of mills")
    assert desks.passages.where(found).goal_id == goal
    assert desks.passages.where(found._replace(words="none")).goal_id == goal
    assert ("went well", "the close", True) in lines(desks, "debrief", debrief.id, "went well")
    lay_reaching(desks)
    desks.scribe.keep(Kept("draft", "body", 1), "Dear Ana")
    assert ("", "Dear Ana", True) in lines(desks, "draft")


def test_people_organizations_and_research_are_shown_whole(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm", "Orchard House", role="grower", tags="fruit")
    place = desks.contacts.sheet(ana).organization_id or 0
    desks.research.begin("organization", place, "they press cider", "their site")
    assert {("role", "grower", False), ("tags", "#fruit", False)} <= set(lines(desks, "contact"))
    shown = lines(desks, "organization", place)
    assert {("people", "Ana Alm", False), ("research", "they press cider", False)} <= set(shown)
    assert lines(desks, "research_note") == [
        ("about", "Orchard House", False), ("", "they press cider", True),
        ("source", "their site", False),
    ]  # fmt: skip
    assert desks.passages.where(a_hit("research_note")).organization_id == place


def test_what_was_between_us_is_known_by_its_line_in_the_history(desks: Desks) -> None:
    a_held_interview(desks, "& the atlas")
    lay_reaching(desks)
    history = {(row.kind, row.at) for row in desks.contacts.history(1)}
    for noun in ("outreach", "touch", "introduction", "resource_share"):
        spot = desks.passages.where(a_hit(noun))
        assert spot.contact_id == 1
        assert spot.told in history
    for noun in ("outreach", "touch", "introduction", "outcome"):
        assert lines(desks, noun)
    db = desks.store.reading()
    changes = db.execute("SELECT min(id) FROM state_change WHERE became = 'held'").fetchone()
    assert desks.passages.where(a_hit("state_change", changes[0])).told is not None
    assert lines(desks, "state_change", changes[0])
    for noun in ("contact_tag", "outcome", "outcome_notice", "thank_you"):
        assert desks.passages.where(a_hit(noun)) is not None


def test_what_is_gone_is_said_to_be_gone(desks: Desks) -> None:
    for noun in ("note", "draft", "contact"):
        with pytest.raises(NotFoundError, match="not in the notebook any more"):
            desks.passages.where(a_hit(noun, 99))
        assert lines(desks, noun, 99) == []
    near = a_hit("no such table")._replace(contact_id=7, organization_id=8)
    assert desks.passages.where(near) == Whereabouts(contact_id=7, organization_id=8)
    assert desks.passages.passage(near).lines == ()


def test_the_examples_are_of_this_notebook(desks: Desks) -> None:
    assert desks.passages.examples() == ()
    talk = a_held_interview(desks, "* a finding #mills")
    assert desks.passages.examples() == ('from:"Amina Patel"', "kind:finding #mills")
    desks.plans.set_field(talk, "energy")
    assert "field:energy" in desks.passages.examples()
