"""The question budget: never over time, never more for less time, musts before all else (M1)."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.budget import RESERVE, Budget, budget, estimate
from infotui.domain.question import IMPORTANCES, QuestionRow
from tests.domain.builders import thorough

MINUTE = timedelta(minutes=1)
ZERO = timedelta(0)


def a_question(number: int, importance: str = "should", state: str = "planned") -> QuestionRow:
    return QuestionRow(
        id=number, uuid=f"u{number}", interview_id=1, position=number, text=f"Question {number}?",
        template="", short="", bank_id="", origin="own", phase="middle", importance=importance,
        state=state, research_note_id=None, research="", asked_at=None,
    )  # fmt: skip


def minutes(*each: float) -> dict[int, timedelta]:
    return {number: length * MINUTE for number, length in enumerate(each, 1)}


def fitting(
    questions: Sequence[QuestionRow],
    estimates: Mapping[int, timedelta],
    left: float,
    spent: Mapping[int, timedelta] | None = None,
) -> tuple[int, ...]:
    return budget(questions, estimates, spent or {}, left * MINUTE).fitting


# ── how long a question takes ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("importance", "earlier", "accepted", "length"),
    [
        ("should", (), None, 3),
        ("could", (), None, 3),
        ("must", (), None, 4),
        ("must", (6,), None, 6),
        ("should", (6, 8), None, 7),
        ("should", (1, 2, 30), None, 2),
        ("must", (6, 8), 5, 5),
        ("should", (), 1, 1),
    ],
)
def test_an_estimate_is_what_was_accepted_else_ones_own_median_else_the_usual(
    importance: str, earlier: tuple[int, ...], accepted: int | None, length: int
) -> None:
    said = None if accepted is None else accepted * MINUTE
    assert estimate(importance, [n * MINUTE for n in earlier], said) == length * MINUTE


# ── what fits ─────────────────────────────────────────────────────────────────────────────────────


def test_musts_come_before_shoulds_before_coulds_each_in_the_persons_order() -> None:
    plan = [
        a_question(1, "could"),
        a_question(2, "must"),
        a_question(3),
        a_question(4, "must"),
        a_question(5),
    ]
    lengths = minutes(3, 4, 3, 4, 3)
    assert fitting(plan, lengths, 20) == (2, 4, 3, 5, 1)
    assert fitting(plan, lengths, 19) == (2, 4, 3, 5)
    assert fitting(plan, lengths, 10) == (2,)


@pytest.mark.parametrize(("left", "fits"), [(7, (1,)), (6.99, ()), (3, ()), (0, ()), (-5, ())])
def test_three_minutes_are_kept_for_the_close(left: float, fits: tuple[int, ...]) -> None:
    found = budget([a_question(1, "must")], minutes(4), {}, left * MINUTE)
    assert found.fitting == fits
    assert found.musts_left_out == (() if fits else (1,))
    assert found.room == max(ZERO, left * MINUTE - RESERVE)


def test_a_small_could_never_takes_the_place_of_a_must() -> None:
    plan = [a_question(1, "must"), a_question(2, "could")]
    found = budget(plan, minutes(10, 1), {}, 8 * MINUTE)
    assert (found.fitting, found.left_out, found.musts_left_out) == ((), (1, 2), (1,))


@pytest.mark.parametrize("state", ["answered", "partly", "skipped"])
def test_what_is_settled_needs_no_time(state: str) -> None:
    plan = [a_question(1, "must", state), a_question(2)]
    assert fitting(plan, minutes(4, 3), 6) == (2,)


def test_what_was_spent_counts_for_the_one_being_asked_alone() -> None:
    plan = [a_question(1, "should", "asking"), a_question(2)]
    spent = {1: 2 * MINUTE, 2: 2 * MINUTE}
    assert fitting(plan, minutes(3, 3), 7, spent) == (1, 2)
    assert fitting(plan, minutes(3, 3), 6.9, spent) == (1,)


def test_a_must_that_is_asked_beyond_its_time_is_none_that_finds_no_room() -> None:
    plan = [a_question(1, "must", "asking")]
    found = budget(plan, minutes(4), {1: 5 * MINUTE}, 2 * MINUTE)
    assert (found.left_out, found.musts_left_out) == ((1,), ())
    begun = budget(plan, minutes(4), {1: 3 * MINUTE}, 2 * MINUTE)
    assert begun.musts_left_out == (1,)


def test_a_question_without_an_estimate_takes_the_usual_time() -> None:
    assert fitting([a_question(1, "must")], {}, 7) == (1,)
    assert fitting([a_question(1, "must")], {}, 6.9) == ()


# ── whatever the plan ─────────────────────────────────────────────────────────────────────────────

_LENGTHS = st.integers(0, 90 * 60).map(lambda seconds: timedelta(seconds=seconds))
_STATES = st.sampled_from(["planned", "planned", "planned", "answered", "partly", "skipped"])


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[QuestionRow], dict[int, timedelta], timedelta]:
    """A plan with at most one question being asked, an estimate for each, and what was spent on it."""
    count = draw(st.integers(0, 8))
    asked = draw(st.integers(0, 8))
    plan = [
        a_question(
            number,
            draw(st.sampled_from(IMPORTANCES)),
            "asking" if number == asked else draw(_STATES),
        )
        for number in range(1, count + 1)
    ]
    lengths = {q.id: draw(st.integers(1, 900)) * timedelta(seconds=1) for q in plan}
    return plan, lengths, draw(_LENGTHS)


Plan = tuple[list[QuestionRow], dict[int, timedelta], timedelta]


def at(plan: Plan, left: timedelta, asked_for: timedelta = ZERO) -> Budget:
    questions, lengths, spent = plan
    asking = {q.id: spent + asked_for for q in questions if q.state == "asking"}
    return budget(questions, lengths, asking, left)


@thorough
@given(plan=plans(), left=_LENGTHS)
def test_what_fits_is_never_over_time(plan: Plan, left: timedelta) -> None:
    questions, lengths, spent = plan
    asking = {q.id for q in questions if q.state == "asking"}
    found = at(plan, left)
    needs = (max(ZERO, lengths[i] - (spent if i in asking else ZERO)) for i in found.fitting)
    total = sum(needs, ZERO)
    assert total <= max(ZERO, left - RESERVE)
    assert not found.fitting or left >= RESERVE


@thorough
@given(plan=plans(), left=_LENGTHS)
def test_what_fits_is_a_beginning_of_the_order_as_long_as_there_is_room(
    plan: Plan, left: timedelta
) -> None:
    questions, lengths, spent = plan
    found = at(plan, left)
    opened = [q for q in questions if q.state in {"planned", "asking"}]
    order = [q.id for importance in IMPORTANCES for q in opened if q.importance == importance]
    assert [*found.fitting, *found.left_out] == order
    assert set(found.musts_left_out) <= set(found.left_out)
    if found.left_out and left >= RESERVE:
        asking = {q.id for q in questions if q.state == "asking"}
        taken = [*found.fitting, found.left_out[0]]
        more = sum((max(ZERO, lengths[i] - (spent if i in asking else ZERO)) for i in taken), ZERO)
        assert more > found.room, "the next one would not have fitted as well"


@thorough
@given(plan=plans(), left=_LENGTHS, less=_LENGTHS)
def test_less_time_never_adds_a_question(plan: Plan, left: timedelta, less: timedelta) -> None:
    before, after = at(plan, left).fitting, at(plan, left - less).fitting
    assert before[: len(after)] == after


@thorough
@given(plan=plans(), left=_LENGTHS, passed=_LENGTHS)
def test_a_clock_that_runs_on_never_adds_a_question(
    plan: Plan, left: timedelta, passed: timedelta
) -> None:
    before = at(plan, left).fitting
    after = at(plan, left - passed, asked_for=passed).fitting
    assert before[: len(after)] == after


@thorough
@given(plan=plans(), left=_LENGTHS)
def test_a_must_that_is_told_needs_time_and_has_none(plan: Plan, left: timedelta) -> None:
    questions, lengths, spent = plan
    musts = {q.id: q for q in questions if q.importance == "must"}
    for number in at(plan, left).musts_left_out:
        assert musts[number].state == "planned" or lengths[number] > spent
