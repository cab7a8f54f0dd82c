"""Questions as rows: in their order, with the research that they came from."""

from datetime import timedelta

import pytest

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


def test_a_question_says_when_it_was_put_aside_and_what_it_takes(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    db = desks.store.reading()
    first = questions.of(db, talk)[0]
    assert (first.parked_at, first.estimate_seconds, first.spent_seconds) == (None, None, None)
    db.execute(
        "UPDATE question SET parked_at = ?, estimate_seconds = 240, spent_seconds = 185"
        " WHERE id = ?",
        ("2026-11-23T10:04:00.000000Z", first.id),
    )
    row = questions.one(db, first.id)
    assert row is not None
    assert (row.parked_at, row.asked_at) == (START + timedelta(minutes=4), None)
    assert (row.estimate_seconds, row.spent_seconds) == (240, 185)


def took(desks: Desks, bank_id: str, state: str, seconds: int | None) -> None:
    """Store one more question of the bank that took so long, in a talk of its own."""
    talk = a_planned_interview(desks, 1, when="", questions=("x?",))
    first = questions.of(desks.store.reading(), talk)[0]
    desks.store.reading().execute(
        "UPDATE question SET bank_id = ?, state = ?, spent_seconds = ? WHERE id = ?",
        (bank_id, state, seconds, first.id),
    )


def test_earlier_times_are_those_of_answers_to_the_same_question(desks: Desks) -> None:
    a_contact(desks)
    for bank_id, state, seconds in [
        ("typical-day", "answered", 100),
        ("typical-day", "partly", 200),
        ("typical-day", "skipped", 300),
        ("typical-day", "planned", 400),
        ("typical-day", "answered", None),
        ("typical-day", "answered", 0),
        ("reward", "answered", 500),
        ("", "answered", 600),
    ]:
        took(desks, bank_id, state, seconds)
    db = desks.store.reading()
    assert questions.earlier_times(db, "typical-day") == [200, 100]
    assert questions.earlier_times(db, "reward") == [500]
    assert questions.earlier_times(db, "nothing") == []


@pytest.mark.parametrize(("newest", "times"), [(1, [30]), (2, [30, 20]), (9, [30, 20, 10])])
def test_the_latest_answers_come_first_and_old_ones_are_left(
    desks: Desks, newest: int, times: list[int]
) -> None:
    a_contact(desks)
    for seconds in (10, 20, 30):
        took(desks, "typical-day", "answered", seconds)
    assert questions.earlier_times(desks.store.reading(), "typical-day", newest) == times


def test_a_question_of_one_s_own_has_no_earlier_times(desks: Desks) -> None:
    a_contact(desks)
    took(desks, "", "answered", 100)
    assert questions.earlier_times(desks.store.reading(), "") == []
