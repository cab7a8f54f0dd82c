"""Puts the story's days and times on the calendar around one date; it knows nobody and no talk."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from infotui.services.sample.story import Day

_SATURDAY = 5


class Days:
    """The calendar as seen from one date, in one time zone."""

    def __init__(self, today: date, zone: ZoneInfo) -> None:
        self._today = today
        self._zone = zone

    def date_of(self, day: Day) -> date:
        """Give the date of a day of the story."""
        return self._working(day.working) + timedelta(days=day.then)

    def at(self, day: Day, clock: str) -> datetime:
        """Give the instant of a wall-clock time (`15:00`) on a day of the story, in UTC."""
        wall = datetime.combine(self.date_of(day), time.fromisoformat(clock), self._zone)
        return wall.astimezone(UTC)

    def _working(self, count: int) -> date:
        """Count working days from today, back or ahead; 0 is today, whatever day that is."""
        day, step = self._today, timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while day.weekday() >= _SATURDAY:
                day += step
        return day


def length(text: str) -> timedelta:
    """Read a length in minutes and seconds: `18:42`."""
    minutes, _, seconds = text.partition(":")
    return timedelta(minutes=int(minutes), seconds=int(seconds))
