"""The live timer where the machine slept or its clock was set; each moment's time; the nudge that moves."""

from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from infotui.domain.interview import Marks
from infotui.domain.timer import (
    ANSWERS,
    GAP_ANSWERS,
    SEGMENT_KINDS,
    ZERO,
    GapAnswer,
    Mark,
    Segment,
    due,
    elapsed,
    elapsed_at_each,
    marks_of,
    open_decision,
    open_gap,
    read,
    spent_on,
    standing,
)
from tests.domain.builders import START, at, decided, end, pause, run, shown, thorough

USUAL = Marks()


def gap(since: float, minute: float, answer: GapAnswer | None = None) -> Segment:
    """The clock jumped from one minute to another; or the person says whether that time counts."""
    return Segment("gap", at(minute), since=at(since), answer=answer)


def asked(minute: float, question_id: int | None) -> Segment:
    """A question is being asked from here on, or none."""
    return Segment("asked", at(minute), question_id=question_id)


def minutes(length: timedelta) -> float:
    return length.total_seconds() / 60


def keys(marks: tuple[Mark, ...]) -> list[str]:
    return [mark.key for mark in marks]


def test_the_words_of_the_log_are_those_of_the_requirements() -> None:
    usual = {"run", "pause", "shown", "decision", "end"}
    assert set(SEGMENT_KINDS) - usual == {"asked", "gap", "arrived", "resume asked", "taken back"}
    assert usual < set(SEGMENT_KINDS)
    assert ANSWERS == ("wrap up", "go on", "hard stop")
    assert GAP_ANSWERS == ("counted", "left out")


# ── asleep, and the clock set ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("log", "now", "spent"),
    [
        # Asleep from 10 to 40.
        ([run(), gap(10, 40)], 45, 45),  # counted as long as nobody says otherwise
        ([run(), gap(10, 40), gap(10, 41, "counted")], 45, 45),
        ([run(), gap(10, 40), gap(10, 41, "left out")], 45, 15),
        ([run(), gap(10, 40), gap(10, 41, "left out"), gap(10, 42, "left out")], 45, 15),
        ([run(), gap(10, 40), gap(10, 41, "counted"), gap(10, 42, "left out")], 45, 15),
        # Several gaps, one left out: 5-10 counts, 20-30 does not.
        ([run(), gap(5, 10), gap(20, 30), gap(20, 31, "left out")], 40, 30),
        ([run(), gap(5, 10), gap(20, 30), gap(5, 31, "left out")], 40, 35),
        (
            [run(), gap(5, 10), gap(5, 11, "left out"), gap(20, 30), gap(20, 31, "left out")],
            40,
            25,
        ),
        # The answer comes in a later pause, or after the clock ran again.
        ([run(), gap(10, 40), pause(45), gap(10, 50, "left out")], 60, 15),
        ([run(), gap(10, 40), pause(45), run(50), gap(10, 51, "left out")], 60, 25),
        ([run(), gap(10, 40), gap(10, 41, "left out"), end(45)], 90, 15),
        # Asleep while paused: nothing ran, so there is nothing to leave out.
        ([run(), pause(10), gap(12, 40), run(50)], 55, 15),
        ([run(), pause(10), gap(12, 40), gap(12, 41, "left out"), run(50)], 55, 15),
        # Asleep in a pause, and it ran again before the sleep was noticed: only what ran counts.
        ([run(), pause(10), run(40), gap(12, 41)], 45, 15),
        ([run(), pause(10), run(40), gap(12, 41), gap(12, 42, "left out")], 45, 14),
        # An answer to a gap that is not in the log changes nothing.
        ([run(), gap(10, 40, "left out")], 45, 45),
    ],
)
def test_time_asleep_counts_until_it_is_left_out(
    log: list[Segment], now: float, spent: float
) -> None:
    assert minutes(elapsed(log, at(now))) == pytest.approx(spent)


@pytest.mark.parametrize(
    ("log", "now", "spent"),
    [
        # Set back from 20 to -40: the twenty minutes stay, and it goes on from there.
        ([run(), gap(20, -40)], -40, 20),
        ([run(), gap(20, -40)], -35, 25),
        ([run(), gap(20, -40), pause(-35)], 10, 25),
        ([run(), gap(20, -40), pause(-35), run(-30)], -20, 35),
        # There is nothing in it that could be left out.
        ([run(), gap(20, -40), gap(20, -39, "left out")], -35, 25),
        # Set back twice, and asleep in between.
        ([run(), gap(20, 10), gap(15, 5)], 7, 27),
        ([run(), gap(20, 10), gap(15, 45), gap(45, 0)], 5, 60),
        ([run(), gap(20, 10), gap(15, 45), gap(15, 46, "left out")], 50, 30),
    ],
)
def test_a_clock_set_back_keeps_what_ran_and_goes_on(
    log: list[Segment], now: float, spent: float
) -> None:
    assert minutes(elapsed(log, at(now))) == pytest.approx(spent)


@pytest.mark.parametrize(
    ("log", "since"),
    [
        ([run()], None),
        ([run(), gap(10, 40)], 10),
        ([run(), gap(10, 40), gap(10, 41, "counted")], None),
        ([run(), gap(10, 40), gap(10, 41, "left out")], None),
        ([run(), gap(10, 40), gap(50, 80)], 50),  # the latest first,
        ([run(), gap(10, 40), gap(50, 80), gap(50, 81, "counted")], 10),  # then the one before
        ([run(), gap(10, 40), pause(41)], None),  # nobody is asked in a pause,
        ([run(), gap(10, 40), pause(41), run(42)], 10),  # but afterwards
        ([run(), gap(10, 40), end(41)], None),
        ([run(), gap(20, -40)], 20),
    ],
)
def test_a_gap_is_open_until_it_is_answered(log: list[Segment], since: float | None) -> None:
    found = open_gap(log)
    assert (found and found.since) == (None if since is None else at(since))
    assert read(USUAL, log, at(90)).open_gap == found


def test_what_was_taken_back_never_happened_and_stays_in_the_log() -> None:
    taken = Segment("taken back", at(42), mark="gap", since=at(41))
    log = [run(), gap(10, 40), gap(10, 41, "left out"), taken]
    assert standing(log) == (run(), gap(10, 40))
    assert minutes(elapsed(standing(log), at(45))) == 45
    assert open_gap(standing(log)) == gap(10, 40)


def test_taking_back_takes_the_latest_that_fits_and_only_that() -> None:
    twice = [run(), asked(5, 1), asked(5, 2), Segment("taken back", at(6), "asked", since=at(5))]
    assert standing(twice) == (run(), asked(5, 1))
    nothing = [run(), Segment("taken back", at(6), "asked", since=at(5))]
    assert standing(nothing) == (run(),)


# ── any log that is made in order ────────────────────────────────────────────────────────────────

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["run", "pause", "asleep", "asleep, left out", "asked", "later left out"]),
        st.integers(0, 2_400),
        st.integers(121, 7_200),
    ),
    max_size=12,
)
BACK = st.lists(
    st.tuples(
        st.sampled_from(["run", "pause", "set back", "asleep"]),
        st.integers(0, 2_400),
        st.integers(121, 7_200),
    ),
    max_size=12,
)


def made(steps: list[tuple[str, int, int]]) -> tuple[list[Segment], datetime]:
    """Make a log as the live screen does, one thing after the other; give it and its last moment."""
    log, now = [run()], START
    for what, wait, jump in steps:
        # Each a microsecond further, so that no two moments are the same, as on a real clock.
        since = now + timedelta(seconds=wait, microseconds=1)
        if what.startswith(("asleep", "set back")):
            length = timedelta(seconds=-jump if what == "set back" else jump)
            now = since + length
            log.append(Segment("gap", now, since=since))
            if what.endswith("left out"):
                log.append(Segment("gap", now, since=since, answer="left out"))
            continue
        now = since
        open_one = open_gap(log)
        if what != "later left out":
            log.append(Segment(what, now))  # type: ignore[arg-type]
        elif open_one is not None:
            log.append(Segment("gap", now, since=open_one.since, answer="left out"))
    return log, now


@thorough
@given(STEPS | BACK, st.integers(0, 7_200), st.integers(0, 7_200))
def test_elapsed_never_falls_as_now_grows(
    steps: list[tuple[str, int, int]], first: int, more: int
) -> None:
    log, now = made(steps)
    before = elapsed(log, now + timedelta(seconds=first))
    after = elapsed(log, now + timedelta(seconds=first + more))
    assert ZERO <= before <= after <= before + timedelta(seconds=more)


@thorough
@given(STEPS | BACK)
def test_nothing_but_leaving_out_takes_time_away(steps: list[tuple[str, int, int]]) -> None:
    log, _ = made(steps)
    spent = ZERO
    for index, entry in enumerate(log):
        now = elapsed(log[: index + 1], entry.at)
        if entry.answer != "left out":
            assert now >= spent
        spent = now


@thorough
@given(STEPS | BACK, st.integers(0, 7_200))
def test_a_gap_left_out_takes_no_more_than_itself(
    steps: list[tuple[str, int, int]], later: int
) -> None:
    log, last = made(steps)
    now = last + timedelta(seconds=later)
    gaps = [entry for entry in log if entry.kind == "gap" and entry.answer is None]
    answered = {entry.since for entry in log if entry.answer is not None}
    assume(any(entry.since not in answered for entry in gaps))
    one = next(entry for entry in gaps if entry.since not in answered)
    assert one.since is not None
    ran_before = elapsed(log[: log.index(one)], one.since)
    # What was left out of earlier gaps after this one is no part of what ran before it.
    for entry in log[log.index(one) :]:
        if entry.answer == "left out" and entry.since is not None and entry.since < one.since:
            ran_before = ZERO
    without = elapsed([*log, one._replace(answer="left out", at=now)], now)
    assert without >= max(ZERO, ran_before)
    assert elapsed(log, now) - without in (ZERO, max(ZERO, one.at - one.since))


@thorough
@given(STEPS, st.lists(st.integers(0, 30_000), max_size=12))
def test_each_moment_s_time_is_that_of_the_log_up_to_it(
    steps: list[tuple[str, int, int]], seconds: list[int]
) -> None:
    log, _ = made(steps)
    moments = [START + timedelta(seconds=second) for second in sorted(seconds)]
    one_by_one = [elapsed([e for e in log if e.at <= m], m) for m in moments]
    assert list(elapsed_at_each(log, moments)) == one_by_one


# ── each moment's time where the clock was set back ──────────────────────────────────────────────


def each(log: list[Segment], *moments: float) -> list[float]:
    return [minutes(length) for length in elapsed_at_each(log, [at(m) for m in moments])]


@pytest.mark.parametrize(
    ("log", "moments", "spent"),
    [
        ([], [], []),
        ([], [5], [0]),
        ([run()], [0, 0, 5, 5], [0, 0, 5, 5]),
        # Set back from 20 to 8: what was said at 5 and 10 was before, at 9 and 12 after.
        ([run(), gap(20, 8)], [5, 10, 9, 12], [5, 10, 21, 24]),
        ([run(), gap(20, 8)], [5, 10, 25], [5, 10, 37]),  # only afterwards can it be so late
        # The same with entries between the last moment and the change.
        ([run(), shown(15, "nudge 15"), asked(16, 2), gap(20, 8)], [5, 9, 8.5], [5, 9, 20.5]),
        ([run(), pause(6), run(16), gap(20, 8), pause(10)], [5, 9, 8, 12], [5, 6, 10, 12]),
        # Set back to before the start: nothing can have been said before the clock ran.
        ([run(), gap(20, -40)], [-35, -30], [25, 30]),
        ([run(), shown(20, "nudge 20"), gap(25, -40)], [5, -35], [5, 30]),
        # Set back twice.
        ([run(), gap(20, 10), gap(15, 5)], [18, 12, 6, 16], [18, 22, 26, 36]),
        ([run(), gap(20, 10), gap(15, 5)], [18, 6], [18, 26]),
        # The answer to the gap changes nothing: there is nothing in it to leave out.
        ([run(), gap(20, 8), gap(20, 9, "left out")], [5, 10, 8.5, 12], [5, 10, 20.5, 24]),
        # A step back that is too small to be in the log takes nobody's words elsewhere.
        ([run(), asked(2, 1)], [5, 4.99, 6], [5, 4.99, 6]),
    ],
)
def test_moments_find_their_side_of_a_clock_set_back(
    log: list[Segment], moments: list[float], spent: list[float]
) -> None:
    assert each(log, *moments) == pytest.approx(spent)


@thorough
@given(BACK, st.lists(st.integers(0, 1_200), min_size=1, max_size=30))
def test_what_is_said_after_each_step_keeps_its_time_for_ever(
    steps: list[tuple[str, int, int]], waits: list[int]
) -> None:
    """A note before every change of the clock: as its time was then, so it is seen from the end."""
    log, moments, spent = [run()], [START], [ZERO]
    full, _ = made(steps)
    for index, entry in enumerate(full[1:]):
        # Said right when the entry's time came, by the clock as it was, and again after the entry.
        moments.append(entry.since or entry.at)
        spent.append(elapsed(log, moments[-1]))
        log.append(entry)
        wait = min(waits[index % len(waits)], _until_next(full, index + 1))
        # Never the very microsecond of the entry: there nobody could tell before from after.
        moments.append(entry.at + timedelta(seconds=wait, microseconds=1))
        spent.append(elapsed(log, moments[-1]))
    assert list(elapsed_at_each(full, moments)) == spent


def _until_next(log: list[Segment], place: int) -> int:
    """How many seconds pass after an entry before the next one is on its way."""
    if place + 1 == len(log):
        return 10_000
    after = log[place + 1]
    return max(0, int(((after.since or after.at) - log[place].at).total_seconds()) - 1)


# ── what was asked when ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("log", "now", "spent"),
    [
        ([run()], 9, {}),
        ([run(), asked(1, 7)], 4, {7: 3}),
        ([run(), asked(1, 7), asked(4, 8)], 9, {7: 3, 8: 5}),
        ([run(), asked(1, 7), asked(4, 8), asked(9, 7)], 10, {7: 4, 8: 5}),
        ([run(), asked(1, 7), asked(4, None)], 9, {7: 3}),
        ([run(), asked(1, 7), pause(3), run(13)], 14, {7: 3}),
        ([run(), asked(1, 7), end(5)], 60, {7: 4}),
        ([run(), asked(5, 7), gap(10, -40)], -35, {7: 10}),
        ([run(), asked(5, 7), gap(10, 40)], 45, {7: 40}),
        ([run(), asked(5, 7), gap(10, 40), gap(10, 41, "left out")], 45, {7: 10}),
        # Left out later on, while the next one is asked: it is the first that gets shorter.
        (
            [run(), asked(5, 7), gap(10, 40), asked(42, 8), gap(10, 44, "left out")],
            45,
            {7: 7, 8: 3},
        ),
    ],
)
def test_a_question_takes_as_long_as_it_is_asked(
    log: list[Segment], now: float, spent: dict[int, float]
) -> None:
    assert {q: minutes(length) for q, length in spent_on(log, at(now)).items()} == spent


@thorough
@given(STEPS, st.integers(0, 3_600))
def test_what_the_questions_took_adds_up(steps: list[tuple[str, int, int]], more: int) -> None:
    log, last = made(steps)
    ids = iter(range(1, 100))
    named = [e._replace(question_id=next(ids)) if e.kind == "asked" else e for e in log]
    named.insert(1, asked(0, 100))
    now = last + timedelta(seconds=more)
    assert sum(spent_on(named, now).values(), ZERO) == elapsed(named, now)


# ── the nudge that moves to before a nearer end ──────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("marks", "log", "nudge"),
    [
        (USUAL, [run()], "nudge 20"),
        (USUAL, [run(), decided(0, "hard stop", stop=15)], "nudge 10"),
        (USUAL, [run(), decided(0, "hard stop", stop=20)], "nudge 13"),
        (USUAL, [run(), decided(0, "hard stop", stop=21)], "nudge 20"),
        (USUAL, [run(), decided(0, "hard stop", stop=25)], "nudge 20"),
        (USUAL, [run(), decided(3, "hard stop", stop=10)], "nudge 6"),
        (USUAL, [run(), decided(7, "hard stop", stop=10)], None),  # two thirds of it are past
        (USUAL, [run(), decided(10, "hard stop", stop=15)], None),
        (USUAL, [run(), decided(9.9, "hard stop", stop=15)], "nudge 10"),
        (USUAL, [run(), decided(2, "hard stop", stop=12), decided(5, "go on", 10)], "nudge 20"),
        (USUAL, [run(), decided(2, "hard stop", stop=12), decided(5, "go on", 3)], "nudge 10"),
        (USUAL, [run(), decided(2, "hard stop", stop=40), decided(5, "hard stop", stop=12)], "nudge 8"),
        (USUAL, [run(), decided(2, "wrap up")], "nudge 20"),
        (USUAL, [run(), decided(2, "go on", 10)], "nudge 20"),
        # As agreed then: a pause takes from the end but moves no mark.
        (USUAL, [run(), decided(0, "hard stop", stop=25), pause(5), run(15)], "nudge 20"),
        (USUAL, [run(), pause(5), decided(10, "hard stop", stop=20)], "nudge 10"),
        # One was shown: whatever is agreed now, it does not come again.
        (USUAL, [run(), shown(20, "nudge 20"), decided(21, "hard stop", stop=25)], "nudge 20"),
        (
            USUAL,
            [run(), decided(0, "hard stop", stop=15), shown(10, "nudge 10"), decided(11, "go on", 30)],
            "nudge 10",
        ),
        # Nudge and decision planned at one moment: that is no nearer end, a stop before it is.
        (Marks.of_minutes(20, 20, 60), [run(), decided(5, "wrap up")], "nudge 20"),
        (Marks.of_minutes(20, 20, 60), [run(), decided(2, "hard stop", stop=12)], "nudge 8"),
    ],
)  # fmt: skip
def test_the_nudge_comes_before_a_nearer_end(
    marks: Marks, log: list[Segment], nudge: str | None
) -> None:
    found = [mark.key for mark in marks_of(marks, log, log[-1].at) if mark.kind == "nudge"]
    assert found == ([nudge] if nudge else [])


def test_the_moved_nudge_is_due_at_two_thirds() -> None:
    log = [run(), decided(1, "hard stop", stop=16)]
    assert due(USUAL, log, at(9.9)) == ()
    assert keys(due(USUAL, log, at(10))) == ["nudge 10"]
    assert keys(due(USUAL, [*log, shown(10, "nudge 10")], at(15.9))) == []


TALKS = st.lists(
    st.tuples(
        st.sampled_from(["tick", "tick", "stop", "go on", "wrap up", "pause", "run"]),
        st.integers(0, 900),
        st.integers(60, 2_400),
    ),
    min_size=2,
    max_size=20,
)


@thorough
@given(TALKS)
def test_there_is_one_nudge_at_most_whatever_is_agreed(steps: list[tuple[str, int, int]]) -> None:
    log, now, told = [run()], START, []
    for what, wait, ahead in steps:
        now += timedelta(seconds=wait)
        if what == "stop":
            stop = now + timedelta(seconds=ahead)
            log.append(Segment("decision", now, answer="hard stop", stop_at=stop))
        elif what == "go on":
            log.append(Segment("decision", now, answer="go on", minutes=10))
        elif what == "wrap up":
            log.append(Segment("decision", now, answer="wrap up"))
        elif what != "tick":
            log.append(Segment(what, now))  # type: ignore[arg-type]
        for mark in due(USUAL, log, now):
            log.append(Segment("shown", now, mark=mark.key))
            told += [mark.key] if mark.kind == "nudge" else []
    assert len(told) <= 1
    assert len([m for m in marks_of(USUAL, log, now) if m.kind == "nudge"]) <= 1


# ── "they said 25 minutes" ───────────────────────────────────────────────────────────────────────


def test_they_said_25_minutes() -> None:
    log = [run(), decided(0, "hard stop", stop=25)]
    marks = marks_of(USUAL, log, at(1))
    assert keys(marks) == ["nudge 20", "stop 2026-11-26T14:25", "decide 60"]
    assert [minutes(mark.at) for mark in marks] == [20, 25, 60]
    assert open_decision(USUAL, log, at(24.9)) is None
    first = open_decision(USUAL, log, at(25))
    assert first is not None
    assert first.key == "stop 2026-11-26T14:25"
    last = open_decision(USUAL, [*log, decided(26, "wrap up")], at(60))
    assert last is not None
    assert last.key == "decide 60"
    assert keys(due(USUAL, log, at(120))) == ["nudge 20", "stop 2026-11-26T14:25", "decide 60"]
