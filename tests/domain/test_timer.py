"""The live timer: elapsed time, marks, decisions and hard stops as functions of a log and a now."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.interview import Marks
from infotui.domain.timer import (
    ZERO,
    Segment,
    agreed_end,
    due,
    elapsed,
    is_running,
    marks_of,
    open_decision,
    read,
)
from tests.domain.builders import START, at, decided, end, pause, run, shown, steady, thorough

USUAL = Marks()
LOGS = st.lists(
    st.builds(
        lambda kind, second: Segment(kind, START + timedelta(seconds=second)),
        st.sampled_from(["run", "pause", "end"]),
        st.integers(-3_600, 10_800),
    ),
    max_size=8,
)
SECONDS = st.integers(-7_200, 14_400)


def minutes(length: timedelta) -> float:
    return length.total_seconds() / 60


def keys(marks: tuple[object, ...]) -> list[str]:
    return [mark.key for mark in marks]  # type: ignore[attr-defined]


def moment(second: int) -> datetime:
    return START + timedelta(seconds=second)


# ── elapsed ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("log", "now", "spent"),
    [
        ([], 10, 0),
        ([run()], 0, 0),
        ([run()], 18.7, 18.7),
        ([run()], -5, 0),  # the clock was set back to before the start
        ([run(), pause(12)], 30, 12),
        ([run(), pause(12), run(20)], 25, 17),
        ([run(), pause(12), run(20), pause(21), run(40)], 41, 14),
        ([run(), end(33)], 90, 33),
        ([run(), pause(10), end(33)], 90, 10),
        ([run(), run(5)], 9, 9),  # a second start changes nothing
        ([pause(3), run(5)], 9, 4),  # a pause before the start changes nothing
        ([run(), pause(10), pause(15)], 20, 10),
        ([run(), shown(20, "nudge 20"), decided(30, "go on", 10)], 31, 31),
        ([run(), pause(-10), run(5)], 8, 3),  # paused after the clock was set back: nothing is lost
    ],
)
def test_elapsed_is_what_ran(log: list[Segment], now: float, spent: float) -> None:
    assert minutes(elapsed(log, at(now))) == pytest.approx(spent)


@steady
@given(LOGS, SECONDS)
def test_elapsed_is_never_negative_and_a_pure_function(log: list[Segment], second: int) -> None:
    before = list(log)
    first = elapsed(log, moment(second))
    assert first >= ZERO
    assert elapsed(tuple(log), moment(second)) == first
    assert log == before


@steady
@given(LOGS, SECONDS, st.integers(0, 7_200))
def test_elapsed_never_falls_as_time_passes(log: list[Segment], second: int, later: int) -> None:
    step = timedelta(seconds=later)
    before = elapsed(log, moment(second))
    after = elapsed(log, moment(second) + step)
    assert before <= after


@steady
@given(LOGS, st.integers(10_800, 14_400), st.integers(0, 7_200))
def test_elapsed_runs_as_fast_as_the_clock_or_stands(
    log: list[Segment], second: int, later: int
) -> None:
    step = timedelta(seconds=later)
    gained = elapsed(log, moment(second) + step) - elapsed(log, moment(second))
    assert gained in (ZERO, step)


@pytest.mark.parametrize(
    ("log", "now", "spent"),
    [
        # Set back by 15 minutes while paused: 20 minutes before the pause and 5 after it.
        ([run(), pause(20), run(10)], 15, 25),
        # Set back by an hour and told so: the log is cut there, and goes on at the new time.
        ([run(), pause(20), run(-40)], -35, 25),
    ],
)
def test_a_clock_set_back_takes_nothing_from_a_span_that_is_over(
    log: list[Segment], now: float, spent: float
) -> None:
    assert minutes(elapsed(log, at(now))) == pytest.approx(spent)


@pytest.mark.parametrize(
    ("log", "running"),
    [
        ([], False),
        ([run()], True),
        ([run(), shown(20, "nudge 20"), decided(30, "wrap up")], True),
        ([run(), pause(3)], False),
        ([run(), pause(3), run(4)], True),
        ([run(), end(3)], False),
    ],
)
def test_the_clock_runs_between_run_and_pause(log: list[Segment], running: bool) -> None:
    assert is_running(log) is running


# ── the agreed end ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("more", [10, 15, 30])
@pytest.mark.parametrize(
    ("answered", "base"),
    [
        (22, 30),  # before the mark: counted from the agreed end
        (30, 30),
        (30.5, 30),
        (33.9, 33),  # late: counted from the whole minute of the answer
        (75, 75),
    ],
)
def test_going_on_moves_the_decision(more: int, answered: float, base: int) -> None:
    log = [run(), decided(answered, "go on", more)]
    assert minutes(agreed_end(USUAL, log, at(answered))) == base + more
    assert f"decide {base + more}" in keys(marks_of(USUAL, log, at(answered)))


def test_extensions_add_up_and_each_asks_again_when_it_is_over() -> None:
    log = [run(), decided(30, "go on", 10), decided(40.2, "go on", 15), decided(55.8, "go on", 10)]
    assert minutes(agreed_end(USUAL, log[:2], at(31))) == 40
    assert minutes(agreed_end(USUAL, log[:3], at(41))) == 55
    assert minutes(agreed_end(USUAL, log, at(56))) == 65
    assert keys(marks_of(USUAL, log, at(56))) == ["nudge 20", "decide 60", "decide 65"]


def test_a_talk_of_25_minutes_asks_at_25_and_not_at_30() -> None:
    marks = Marks.of_minutes(20, 25, 60)
    log = [run()]
    assert keys(marks_of(marks, log, at(0))) == ["nudge 20", "decide 25", "decide 60"]
    assert open_decision(marks, log, at(24.9)) is None
    asked = open_decision(marks, log, at(25))
    assert asked is not None
    assert asked.key == "decide 25"
    assert read(marks, log, at(18)).left == timedelta(minutes=7)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((20, 30, 60), ["nudge 20", "decide 30", "decide 60"]),
        ((25, 25, 60), ["nudge 25", "decide 25", "decide 60"]),
        ((20, 60, 60), ["nudge 20", "decide 60"]),
        ((30, 30, 30), ["nudge 30", "decide 30"]),
        ((5, 5, 5), ["nudge 5", "decide 5"]),
    ],
)
def test_marks_that_are_equal_are_not_told_twice(
    marks: tuple[int, int, int], expected: list[str]
) -> None:
    chosen = Marks.of_minutes(*marks)
    assert keys(due(chosen, [run()], at(120))) == expected


def test_an_extension_to_the_last_mark_is_one_mark() -> None:
    log = [run(), decided(30, "go on", 30)]
    assert keys(marks_of(USUAL, log, at(31))) == ["nudge 20", "decide 60"]


def test_wrapping_up_leaves_the_agreed_end_and_only_the_last_mark_asks() -> None:
    log = [run(), shown(20, "nudge 20"), shown(30, "decide 30"), decided(30.2, "wrap up")]
    assert minutes(agreed_end(USUAL, log, at(35))) == 30
    assert due(USUAL, log, at(59.9)) == ()
    assert open_decision(USUAL, log, at(59.9)) is None
    assert keys(due(USUAL, log, at(60))) == ["decide 60"]
    reading = read(USUAL, log, at(35))
    assert reading.wrapping_up
    assert minutes(reading.over) == 5


def test_wrapping_up_can_be_taken_back_by_going_on() -> None:
    log = [run(), decided(30, "wrap up"), decided(33, "go on", 10)]
    assert minutes(agreed_end(USUAL, log, at(34))) == 43
    assert not read(USUAL, log, at(34)).wrapping_up
    assert open_decision(USUAL, log, at(43)) is not None


# ── the hard stop ────────────────────────────────────────────────────────────────────────────────


def test_a_hard_stop_is_a_time_on_the_wall() -> None:
    log = [run(), decided(30, "hard stop", stop=40)]
    reading = read(USUAL, log, at(32))
    assert reading.hard_stop == at(40)
    assert reading.left == timedelta(minutes=8)
    assert due(USUAL, [*log, shown(20, "nudge 20")], at(39.9)) == ()
    assert keys(due(USUAL, [*log, shown(20, "nudge 20")], at(40))) == ["stop 2026-11-26T14:40"]


def test_a_pause_does_not_push_a_hard_stop_away() -> None:
    log = [run(), decided(10, "hard stop", stop=40), pause(20), run(35)]
    assert minutes(agreed_end(USUAL, log, at(36))) == 25  # 21 have run, 4 are left on the wall
    assert minutes(read(USUAL, log, at(36)).left) == 4
    still_paused = log[:3]
    assert keys(due(USUAL, still_paused, at(40))) == ["nudge 20", "stop 2026-11-26T14:40"]


def test_going_on_after_a_hard_stop_counts_from_where_that_stop_was() -> None:
    log = [run(), decided(20, "hard stop", stop=40), decided(35, "go on", 10)]
    assert minutes(agreed_end(USUAL, log, at(35))) == 50
    assert read(USUAL, log, at(36)).hard_stop is None


def test_a_second_hard_stop_takes_the_place_of_the_first() -> None:
    log = [run(), decided(20, "hard stop", stop=40), decided(25, "hard stop", stop=35)]
    assert minutes(agreed_end(USUAL, log, at(26))) == 35
    assert keys(marks_of(USUAL, log, at(26))) == ["nudge 20", "stop 2026-11-26T14:35", "decide 60"]


def test_wrapping_up_keeps_the_hard_stop_in_sight() -> None:
    log = [run(), decided(20, "hard stop", stop=40), decided(36, "wrap up")]
    reading = read(USUAL, log, at(37))
    assert reading.hard_stop == at(40)
    assert minutes(reading.left) == 3


@thorough
@given(
    st.lists(st.integers(30, 1_500), max_size=6),
    st.integers(0, 3_600),
    st.integers(60, 3_600),
    st.integers(0, 7_200),
)
def test_a_hard_stop_is_due_exactly_from_its_time_on(
    spans: list[int], decided_at: int, ahead: int, looked_after: int
) -> None:
    """However the clock was paused before, between or after: the wall alone says when it is due."""
    log: list[Segment] = []
    second = 0
    for index, span in enumerate([0, *spans]):
        second += span
        log.append(Segment("run" if index % 2 == 0 else "pause", moment(second)))
    stop = moment(decided_at + ahead)
    log.append(Segment("decision", moment(decided_at), answer="hard stop", stop_at=stop))
    log.sort(key=lambda entry: entry.at)
    now = moment(max(second, decided_at) + looked_after)
    told = [mark for mark in due(USUAL, log, now) if mark.key.startswith("stop")]
    assert bool(told) == (now >= stop)


# ── decisions stay until they are answered ───────────────────────────────────────────────────────


@steady
@given(st.integers(30 * 60, 59 * 60))
def test_a_decision_stands_until_it_is_answered(second: int) -> None:
    log = [run(), shown(30, "decide 30")]
    asked = open_decision(USUAL, log, moment(second))
    assert asked is not None
    assert asked.key == "decide 30"


def test_at_60_the_last_mark_is_asked_instead_of_the_one_before() -> None:
    asked = open_decision(USUAL, [run()], at(61))
    assert asked is not None
    assert asked.key == "decide 60"


@steady
@given(LOGS, st.integers(10_800, 14_400), st.sampled_from(["wrap up", 10, 15, 30, "hard stop"]))
def test_an_answer_settles_whatever_was_asked(
    log: list[Segment], second: int, given_answer: str | int
) -> None:
    now = moment(second)
    if isinstance(given_answer, int):
        answer = Segment("decision", now, answer="go on", minutes=given_answer)
    elif given_answer == "wrap up":
        answer = Segment("decision", now, answer="wrap up")
    else:
        answer = Segment("decision", now, answer="hard stop", stop_at=now + timedelta(minutes=5))
    assert open_decision(USUAL, [*log, answer], now) is None


def test_a_late_answer_settles_the_mark_it_came_after() -> None:
    log = [run(), decided(58, "go on", 10)]
    assert open_decision(USUAL, log, at(59)) is None
    asked = open_decision(USUAL, log, at(60))
    assert asked is not None
    assert asked.key == "decide 60"  # the last mark asks, whatever was agreed
    after = [*log, decided(61, "go on", 15)]
    assert minutes(agreed_end(USUAL, after, at(62))) == 83
    assert open_decision(USUAL, after, at(62)) is None


def test_a_hard_stop_named_in_a_pause_is_asked_when_its_time_comes() -> None:
    log = [run(), pause(25), decided(26, "hard stop", stop=40)]
    assert open_decision(USUAL, log, at(39)) is None
    asked = open_decision(USUAL, log, at(40))
    assert asked is not None


# ── the reading ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("log", "now", "started", "running", "left", "over"),
    [
        ([], 0, False, False, 30, 0),
        ([run()], 18.7, True, True, 11.3, 0),
        ([run()], 33, True, True, -3, 3),
        ([run(), pause(10)], 33, True, False, 20, 0),
        ([run(), end(42)], 90, True, False, -12, 12),
    ],
)
def test_a_reading_says_where_one_stands(
    log: list[Segment], now: float, started: bool, running: bool, left: float, over: float
) -> None:
    reading = read(USUAL, log, at(now))
    assert (reading.started, reading.running) == (started, running)
    assert reading.ended is any(entry.kind == "end" for entry in log)
    assert minutes(reading.left) == pytest.approx(left)
    assert minutes(reading.over) == pytest.approx(over)
    assert reading.elapsed == elapsed(log, at(now))


@steady
@given(LOGS, SECONDS)
def test_left_and_over_always_agree(log: list[Segment], second: int) -> None:
    reading = read(USUAL, log, moment(second))
    assert reading.over >= ZERO
    assert reading.left + reading.elapsed == reading.agreed
    assert (reading.over > ZERO) == (reading.left < ZERO)
