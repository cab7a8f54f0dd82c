"""The desk of research: notes on a person or on all who work at one place, dated, never lost by a slip."""

import pytest

from infotui.domain.errors import NotFoundError
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from tests.builders import a_contact, a_planned_interview


def test_a_note_begins_empty_and_its_words_follow(desks: Desks) -> None:
    number = a_contact(desks)
    note = desks.research.begin("contact", number)
    desks.scribe.keep(Kept("research_note", "body", note), "posted two roles")
    desks.scribe.keep(Kept("research_note", "source", note), "their site")
    (row,) = desks.research.notes_on("contact", number)
    assert (row.id, row.body, row.source) == (note, "posted two roles", "their site")


def test_a_note_on_an_organization_is_shared_by_all_who_work_there(desks: Desks) -> None:
    first, second = a_contact(desks), a_contact(desks, "Li Wei")
    desks.research.begin("organization", 1, "they hire")
    for number in (first, second):
        talk = a_planned_interview(desks, number)
        plan = desks.plans.sheet(talk)
        assert (plan.person_notes, plan.organization_notes) == (0, 1)


def test_an_empty_note_is_dropped_and_one_with_words_is_not(desks: Desks) -> None:
    number = a_contact(desks)
    kept = [desks.research.begin("contact", number, *words) for words in (("b",), ("", "s"))]
    empty = desks.research.begin("contact", number, " \n ", "  ")
    assert desks.research.drop_if_empty(empty)
    assert not any(desks.research.drop_if_empty(note) for note in kept)
    assert sorted(row.id for row in desks.research.notes_on("contact", number)) == kept
    with pytest.raises(NotFoundError):
        desks.research.drop_if_empty(empty)


def test_a_removed_note_can_be_taken_back(desks: Desks) -> None:
    number = a_contact(desks)
    note = desks.research.begin("contact", number, "posted two roles")
    before = desks.research.notes_on("contact", number)
    desks.research.remove(note)
    assert desks.research.notes_on("contact", number) == []
    assert desks.undo.take_back() == "the removal of a research note"
    assert desks.research.notes_on("contact", number) == before
    desks.research.remove(note)
    with pytest.raises(NotFoundError):
        desks.research.remove(note)


def test_a_note_taken_back_stands_under_its_question_again(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    note = desks.research.begin("contact", 1, "posted two roles")
    question = desks.questions.from_research(talk, note, "Why two?")
    desks.research.remove(note)
    assert desks.questions.one(question).research == ""
    desks.undo.take_back()
    assert desks.questions.one(question).research == "posted two roles"


def test_a_removed_note_comes_back_beside_a_new_one(desks: Desks) -> None:
    number = a_contact(desks)
    desks.research.remove(desks.research.begin("contact", number, "first"))
    desks.research.begin("contact", number, "second")
    desks.undo.take_back()
    bodies = {row.body for row in desks.research.notes_on("contact", number)}
    assert bodies == {"first", "second"}


def test_what_a_note_begins_with_is_cleaned(desks: Desks) -> None:
    desks.research.begin("contact", a_contact(desks), "a\x1b[31m\r\nb", "s\x07")
    (row,) = desks.research.notes_on("contact", 1)
    assert (row.body, row.source) == ("a[31m\nb", "s")


def test_the_interview_in_focus_brings_its_subjects_first(desks: Desks) -> None:
    a_contact(desks, "Aaron", "Alpha")
    talk = a_planned_interview(desks, a_contact(desks, "Zoë Quist", "Zeta"))
    names = [row.name for row in desks.research.subjects()]
    assert names[:2] == ["Zoë Quist", "Zeta"]
    desks.plans.focus(None)
    assert [row.name for row in desks.research.subjects()] == [
        "Aaron",
        "Alpha",
        "Zeta",
        "Zoë Quist",
    ]
    desks.plans.focus(talk)
    assert [row.name for row in desks.research.subjects("alp")] == ["Aaron", "Alpha"]
