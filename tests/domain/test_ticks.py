"""Ticks that come late, never or backwards: a sleep and a clock that was set are told, nothing else is."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.ticks import ASLEEP, SET_BACK, TICK, Ticks
from tests.fakes import START


def told(*seconds: float) -> list[int]:
    """Which of the ticks, each so long after the one before, tell of a gap."""
    ticks, now, found = Ticks(), START, []
    ticks.next(now)
    for place, length in enumerate(seconds):
        before = now
        now += timedelta(seconds=length)
        since = ticks.next(now)
        if since is not None:
            assert since == before
            found.append(place)
    return found


@pytest.mark.parametrize(
    ("seconds", "gaps"),
    [
        ((1, 1, 1, 600), [3]),
        ((1, 1, 119, 1), []),
        ((1, 1, 1, 100, 1, 1, 600, 1), [6]),  # a nap before makes no longer one usual
        ((1, 60, 60, 900), [3]),
        ((1, -3600, 1, 1), [1]),
        ((1, -5, 1), []),  # a clock that is corrected a little
        ((60,) * 30, []),  # a machine whose clock runs fast
        ((240,) * 30, []),
        ((1, 600, 600), [1, 2]),
    ],
)
def test_a_gap_is_told_where_there_is_one(seconds: tuple[float, ...], gaps: list[int]) -> None:
    assert told(*seconds) == gaps


def test_after_a_stop_nothing_is_missing() -> None:
    ticks = Ticks()
    for second in range(5):
        ticks.next(START + second * TICK)
    ticks.stop()
    assert ticks.next(START + timedelta(hours=1)) is None


@given(st.lists(st.floats(0.5, 30), min_size=1, max_size=40), st.floats(420, 10**6))
def test_on_a_usual_machine_every_long_sleep_is_told_once(
    before: list[float], asleep: float
) -> None:
    assert told(*before, asleep, 1) == [len(before)]


@given(st.lists(st.floats(-9.9, 119), min_size=1, max_size=60))
def test_short_ones_are_never_told(seconds: list[float]) -> None:
    assert told(*seconds) == []
    assert ASLEEP.total_seconds() == 120
    assert SET_BACK.total_seconds() == 10
