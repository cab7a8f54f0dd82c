"""The log as it stands without what was taken back, and how long each question was asked (M1)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.timer import Segment, elapsed, spent_on, standing
from tests.domain.builders import at, decided, end, pause, run, thorough

MINUTE = timedelta(minutes=1)


def asked(minutes: float, question: int | None = None) -> Segment:
    """From then on this question is asked, or none."""
    return Segment("asked", at(minutes), question_id=question)


def undone(minutes: float, entry: Segment) -> Segment:
    """An entry was taken back."""
    return Segment("taken back", at(minutes), mark=entry.kind, since=entry.at)


def gap(minutes: float, since: float, answer: str | None = None) -> Segment:
    """The machine slept or its clock was set; with an answer whether that time counts."""
    return Segment("gap", at(minutes), answer=answer, since=at(since))  # type: ignore[arg-type]


def spent(log: list[Segment], minutes: float) -> dict[int, float]:
    return {number: length / MINUTE for number, length in spent_on(log, at(minutes)).items()}


# ── what stands ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("log", "stands"),
    [
        ([], []),
        ([run()], [run()]),
        ([run(), pause(5), undone(6, pause(5))], [run()]),
        ([run(), pause(5), run(7), undone(8, run(7))], [run(), pause(5)]),
        (
            [run(), pause(5), run(7), undone(8, run(7)), undone(9, pause(5))],
            [run()],
        ),
        (
            [run(), decided(30, "wrap up"), undone(31, decided(30, "wrap up")), pause(32)],
            [run(), pause(32)],
        ),
        # Done anew after it was taken back: that one stands.
        ([run(), pause(5), undone(6, pause(5)), pause(7)], [run(), pause(7)]),
        # Two of one instant: each taking back takes one, the later first.
        ([asked(0, 1), asked(0, 2), undone(1, asked(0, 2))], [asked(0, 1)]),
        # What was never done cannot be taken back.
        ([run(), undone(1, pause(5))], [run()]),
    ],
)
def test_what_was_taken_back_does_not_stand(log: list[Segment], stands: list[Segment]) -> None:
    assert standing(log) == tuple(stands)


# ── what was spent ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("log", "now", "lengths"),
    [
        ([], 10, {}),
        ([run()], 10, {}),
        ([run(), asked(0, 1)], 10, {1: 10}),
        ([run(), asked(0, 1), asked(4, 2)], 10, {1: 4, 2: 6}),
        ([run(), asked(0, 1), asked(4, 2), asked(5, 1)], 10, {1: 9, 2: 1}),
        ([run(), asked(0, 1), asked(4)], 10, {1: 4}),
        ([run(), asked(2, 1), pause(4), run(9)], 10, {1: 3}),
        ([run(), asked(0, 1), pause(4), asked(6, 2), run(8)], 10, {1: 4, 2: 2}),
        ([asked(0, 1), run(3)], 10, {1: 7}),
        ([run(), asked(0, 1), end(8)], 20, {1: 8}),
        # Time asleep counts until it is left out; then it is taken from what was asked in it.
        ([run(), asked(0, 1), gap(20, 5), asked(21, 2)], 23, {1: 21, 2: 2}),
        ([run(), asked(0, 1), gap(20, 5), asked(21, 2), gap(22, 5, "left out")], 23, {1: 6, 2: 2}),
        ([run(), asked(0, 1), gap(20, 5), asked(21, 2), gap(22, 5, "counted")], 23, {1: 21, 2: 2}),
        # It was said later on that the talk had ended before.
        ([run(), asked(0, 1), asked(40, 2), end(31)], 60, {1: 31, 2: 0}),
    ],
)
def test_each_question_takes_what_ran_while_it_was_asked(
    log: list[Segment], now: float, lengths: dict[int, float]
) -> None:
    assert spent(log, now) == lengths


_ACTS = st.lists(
    st.tuples(
        st.sampled_from(["run", "pause", "asked", "asked", "gap", "answer", "take back", "back"]),
        st.integers(0, 20),
        st.integers(0, 3),
    ),
    max_size=25,
)


def logged(acts: list[tuple[str, int, int]], ends: int | None) -> tuple[list[Segment], float]:
    """A log of such acts, with a clock that may be set back, and the minute at which it is seen."""
    log: list[Segment] = [run()]
    now = 0
    for act, wait, number in acts:
        now += wait
        stands = standing(log)
        if act == "run":
            log.append(run(now))
        elif act == "pause":
            log.append(pause(now))
        elif act == "asked":
            log.append(asked(now, number or None))
        elif act == "gap":
            log.append(gap(now, now - wait))
        elif act == "answer" and (gaps := [e for e in stands if e.kind == "gap"]):
            said = ("left out", "counted")[number % 2]
            log.append(Segment("gap", at(now), answer=said, since=gaps[-1].since))  # type: ignore[arg-type]
        elif act == "take back":
            log.append(undone(now, stands[-1] if stands else run()))
        elif act == "back":
            now = max(0, now - 2 * wait)  # and nobody noticed
    if ends is not None:
        log.append(end(ends))
    return log, now


@thorough
@given(acts=_ACTS, ends=st.none() | st.integers(0, 200), wait=st.integers(0, 60))
def test_all_questions_together_never_take_more_than_the_talk(
    acts: list[tuple[str, int, int]], ends: int | None, wait: int
) -> None:
    log, last = logged(acts, ends)
    stands = standing(log)
    now = at(last + wait)
    lengths = spent_on(stands, now)
    assert all(length >= timedelta(0) for length in lengths.values())
    assert sum(lengths.values(), timedelta(0)) <= elapsed(stands, now)
    assert set(lengths) <= {e.question_id for e in stands if e.kind == "asked"}


@thorough
@given(acts=_ACTS, deeds=st.lists(st.integers(1, 3), max_size=5))
def test_taking_all_back_leaves_the_log_as_it_stood(
    acts: list[tuple[str, int, int]], deeds: list[int]
) -> None:
    log, now = logged(acts, None)
    before = standing(log)
    done = [asked(now + place, number) for place, number in enumerate(deeds)]
    log += done
    log += [undone(now + 30, entry) for entry in reversed(done)]
    assert standing(log) == before
