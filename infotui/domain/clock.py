"""The only reading of time, and how an instant is written; it leaves calendars to `moment`."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
_LENGTH = len("2026-11-26T14:00:00.000000Z")


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back, from an unknown start."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The machine's idea of now, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that reads the time

    def monotonic(self) -> float:
        """The machine's steady seconds."""
        return time.monotonic()  # noqa: TID251 - the one place that reads the time


class SetClock:
    """A clock that stands where it was put: for the sample notebook, whose past is made today."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """The instant it was put at."""
        return self.at

    def monotonic(self) -> float:
        """The same instant in seconds."""
        return self.at.timestamp()


class FastClock:
    """A clock that runs faster than another one from the moment it is made: for a rehearsal (M7).

    It follows the steady seconds of the other: a machine that sleeps, or whose clock is set, is no
    part of a rehearsal. Its own steady seconds run as ever, since waiting for a disk is not faster.
    """

    def __init__(self, real: Clock, speed: int) -> None:
        self.speed = speed
        self._real = real
        self._start = real.now()
        self._steady = real.monotonic()

    def now(self) -> datetime:
        """The instant it has come to."""
        passed = self._real.monotonic() - self._steady
        return self._start + timedelta(seconds=passed * self.speed)

    def monotonic(self) -> float:
        """The steady seconds of the other clock."""
        return self._real.monotonic()


def instant_text(instant: datetime) -> str:
    """Write an aware instant as stored: UTC, microseconds, `Z` (RFC 3339); sorts as it passes.

    Raises:
        ValueError: The instant has no time zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC).strftime(_FORM)


def instant_of(text: str) -> datetime:
    """Read an instant that `instant_text` wrote.

    Raises:
        ValueError: It is written in another form.
    """
    if len(text) != _LENGTH or not text.endswith("Z"):
        raise ValueError("an instant is written as 2026-11-26T14:00:00.000000Z")
    return datetime.fromisoformat(text)
