"""The shelf of questions: a strict order in which no two ever share a place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.errors import NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_live_interview, a_planned_interview, open_desks
from tests.fakes import ManualClock


def order(desks: Desks, interview_id: int) -> list[int]:
    rows = desks.questions.of(interview_id)
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))
    return [row.id for row in rows]


@settings(max_examples=10, deadline=None, derandomize=True)
@given(orders=st.lists(st.lists(st.integers(-1, 7), unique=True), min_size=1, max_size=6))
def test_those_named_come_first_and_the_rest_after(
    orders: list[list[int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desks = open_desks(tmp_path_factory.mktemp("order") / "n.db", ManualClock())
    interview_id = a_planned_interview(desks, questions=("a", "b", "c", "d"))
    for ids in orders:
        known = order(desks, interview_id)
        with desks.store.writing() as shelves:
            shelves.questions.reorder(interview_id, ids)
        named = [i for i in ids if i in known]
        assert order(desks, interview_id) == named + [i for i in known if i not in named]
    desks.close()


def test_ordering_one_plan_leaves_another(desks: Desks) -> None:
    first, second = a_planned_interview(desks), a_planned_interview(desks)
    before = order(desks, second)
    with desks.store.writing() as shelves:
        shelves.questions.reorder(first, [*before, *reversed(order(desks, first))])
    assert order(desks, second) == before


def test_the_next_place_is_after_the_last(desks: Desks) -> None:
    interview_id = desks.plans.plan_with(a_contact(desks))
    with desks.store.writing() as shelves:
        assert shelves.questions.next_position(interview_id) == 2
        assert shelves.questions.next_position(99) == 1


def test_the_one_being_asked_and_the_notes_on_it(desks: Desks) -> None:
    interview_id = a_live_interview(desks, "one", "two")
    first, second, *_ = order(desks, interview_id)
    with desks.store.writing() as shelves:
        asking = shelves.questions.asking(interview_id)
        assert asking is not None
        assert asking.id == first
        counts = [shelves.questions.notes_on(number) for number in (first, second)]
        assert shelves.questions.asking(99) is None
    assert counts == [2, 0]


def test_a_question_that_is_gone_is_said(desks: Desks) -> None:
    with pytest.raises(NotFoundError, match="question"), desks.store.writing() as shelves:
        shelves.questions.question(1)
