"""Tells from the instants of ticks that a machine slept or that its clock was set; it knows no timer."""

from collections import deque
from datetime import datetime, timedelta
from statistics import median
from typing import Final

TICK: Final = timedelta(seconds=1)
ASLEEP: Final = timedelta(minutes=2)
SET_BACK: Final = timedelta(seconds=10)
_REMEMBERED: Final = 15
_ENOUGH: Final = 1  # one tick after the start tells enough
_PATIENCE: Final = (
    8  # how many times as late as usual a tick may be on a machine that is always late
)


class Ticks:
    """The ticks of a clock that should come once a second.

    A machine whose clock is made to run fast has late ticks, and all of them are: what is usual is the
    median of the latest, which one nap does not move.
    """

    def __init__(self) -> None:
        self._last: datetime | None = None
        self._late: deque[float] = deque(maxlen=_REMEMBERED)

    def stop(self) -> None:
        """Forget when the last tick was, because the clock is going to stand."""
        self._last = None

    def next(self, now: datetime) -> datetime | None:
        """Take the next tick.

        Returns:
            When the tick before was, if the machine slept or its clock was set in between; else None.
        """
        last, self._last = self._last, now
        if last is None:
            return None
        passed = now - last
        if passed < -SET_BACK or self._is_asleep(passed):
            return last
        self._late.append(max(0.0, (passed - TICK).total_seconds()))
        return None

    def _is_asleep(self, passed: timedelta) -> bool:
        if len(self._late) < _ENOUGH:
            return False
        return passed > ASLEEP + _PATIENCE * timedelta(seconds=median(self._late))
