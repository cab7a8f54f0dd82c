"""Builders for tests of the live timer: moments counted from one start, and short names for log entries."""

from datetime import UTC, datetime, timedelta

from hypothesis import settings

from infotui.domain.timer import Answer, Segment
from tests.tries import tries

START = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)

# The same examples in every run: a suite that fails one time in a hundred teaches nobody anything.
steady = settings(derandomize=True, deadline=None, max_examples=tries(100))
thorough = settings(steady, max_examples=tries(250))


def at(minutes: float) -> datetime:
    """The instant so many minutes after the start."""
    return START + timedelta(minutes=minutes)


def run(minutes: float = 0) -> Segment:
    """The clock starts, or goes on."""
    return Segment("run", at(minutes))


def pause(minutes: float) -> Segment:
    """The clock is stopped."""
    return Segment("pause", at(minutes))


def end(minutes: float) -> Segment:
    """The talk is over."""
    return Segment("end", at(minutes))


def shown(minutes: float, mark: str) -> Segment:
    """A mark was shown."""
    return Segment("shown", at(minutes), mark=mark)


def decided(minutes: float, answer: Answer, more: int = 0, stop: float | None = None) -> Segment:
    """An answer was given: `more` minutes, or a hard stop at the minute `stop` of the wall clock."""
    stop_at = None if stop is None else at(stop)
    return Segment("decision", at(minutes), answer=answer, minutes=more, stop_at=stop_at)
