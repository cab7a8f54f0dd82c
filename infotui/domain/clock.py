"""The only reading of time, and how an instant is written; it leaves calendars to `moment`."""

import time
from datetime import UTC, datetime
from typing import Protocol

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


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


def instant_text(instant: datetime) -> str:
    """Write an aware instant as stored: UTC, microseconds, `Z` (RFC 3339); sorts as it passes.

    Raises:
        ValueError: The instant has no time zone.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(UTC).strftime(_FORM)


def instant_of(text: str) -> datetime:
    """Read an instant that `instant_text` wrote."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
