"""Stand-ins for time: a clock that only a test moves, and a caller-back that waits to be told."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

START: Final = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)  # a Monday, 11:00 in Berlin


class ManualClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime = START) -> None:
        self._now = at
        self._seconds = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, length: timedelta) -> None:
        """Let time pass, on the wall and in the steady seconds alike."""
        self._now += length
        self._seconds += length.total_seconds()

    def set(self, at: datetime) -> None:
        """Put the wall clock somewhere else; the steady seconds do not follow, as in a machine."""
        self._now = at


class Later:
    """Remembers who wants to be called back, and calls when the test says that the time has come."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self.asked: list[tuple[float, Callable[[], None]]] = []

    def __call__(self, seconds: float, call: Callable[[], None]) -> None:
        self.asked.append((self._clock.monotonic() + seconds, call))

    @property
    def waits(self) -> tuple[float, ...]:
        """In how many seconds each call is due, the nearest first."""
        return tuple(sorted(round(at - self._clock.monotonic(), 6) for at, _ in self.asked))

    def pass_time(self, seconds: float) -> None:
        """Let time pass and make every call on the moment it falls due, those it leads to as well."""
        end = self._clock.monotonic() + seconds
        while due := [entry for entry in self.asked if entry[0] <= end + 1e-9]:
            at, call = min(due, key=lambda entry: entry[0])
            self.asked.remove((at, call))
            self._move_to(at)
            call()
        self._move_to(end)

    def _move_to(self, at: float) -> None:
        self._clock.advance(timedelta(seconds=max(0.0, at - self._clock.monotonic())))
