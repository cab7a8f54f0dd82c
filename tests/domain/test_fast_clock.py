"""The clock of a rehearsal: it begins at the real instant and runs faster, by the steady seconds alone."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.clock import FastClock, instant_of, instant_text
from tests.domain.builders import steady
from tests.fakes import START, ManualClock


@pytest.mark.parametrize("speed", [1, 2, 5, 10])
def test_it_begins_now_and_runs_as_many_times_faster(speed: int) -> None:
    real = ManualClock()
    clock = FastClock(real, speed)
    assert clock.now() == START
    real.advance(timedelta(minutes=3))
    assert clock.now() == START + timedelta(minutes=3 * speed)


def test_a_clock_that_is_set_meanwhile_is_no_jump_in_it() -> None:
    real = ManualClock()
    clock = FastClock(real, 5)
    real.set(START - timedelta(hours=2))
    assert clock.now() == START
    real.advance(timedelta(seconds=1))
    assert clock.now() == START + timedelta(seconds=5)


def test_its_steady_seconds_are_those_of_the_real_one() -> None:
    real = ManualClock()
    clock = FastClock(real, 10)
    before = clock.monotonic()
    real.advance(timedelta(seconds=7))
    assert clock.monotonic() - before == 7


@steady
@given(st.integers(1, 10), st.lists(st.floats(0, 5_000), max_size=20))
def test_it_never_goes_back_and_is_written_as_any_instant(speed: int, steps: list[float]) -> None:
    real = ManualClock()
    clock = FastClock(real, speed)
    seen = [clock.now()]
    for seconds in steps:
        real.advance(timedelta(seconds=seconds))
        seen.append(clock.now())
    assert seen == sorted(seen)
    assert all(instant_of(instant_text(at)) == at for at in seen)
