"""Time cut into weeks, months, quarters or years, the empty ones too, so that a picture has room for all."""

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, NamedTuple

from infotui.domain.text import count_of

Step = Literal["week", "month", "quarter", "year"]

MOST: Final = 24  # periods side by side: with two cells each they fit into 60 columns
_MOST_WEEKS: Final = 12
_FIRST_MONDAY: Final = 1  # the ordinal of a Monday
# Names of our own, so that no process locale changes what is on the screen.
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}


class Periods(NamedTuple):
    """Equal periods one after the other, from that of the first day to that of the last.

    `each` is how many years one has, where the step is years.
    """

    step: Step
    first: int
    many: int
    each: int = 1

    def place(self, day: date) -> int:
        """Tell in which period a day lies, counted from the first."""
        return _number(day, self.step, self.each) - self.first

    def start(self, place: int) -> date:
        """Give the first day of a period; beyond the calendar its last day."""
        number = self.first + place
        if self.step == "week":
            ordinal = max(1, number * 7 + _FIRST_MONDAY)
            return date.fromordinal(min(ordinal, date.max.toordinal()))
        months = number * _MONTHS_IN[self.step] * self.each
        year, month = divmod(months, 12)
        return date.max if year > date.max.year else date(max(1, year), month + 1, 1)

    def end(self, place: int) -> date:
        """Give the day after a period."""
        return self.start(place + 1)

    def short(self, place: int) -> str:
        """Name a period below an axis that has the years in a line of their own."""
        day = self.start(place)
        if self.step == "week":
            return f"{day.day} {_MONTHS[day.month - 1]}"
        if self.step == "month":
            return _MONTHS[day.month - 1]
        if self.step == "quarter":
            return f"Q{day.month // 3 + 1}"
        return self.name(place)

    def year(self, place: int) -> str:
        """Give the year to be written below; none where the period is years itself."""
        return "" if self.step == "year" else str(self.start(place).year)

    def name(self, place: int) -> str:
        """Name a period in full: `week of 12 Oct 2026`, `Oct 2026`, `Q4 2026`, `2026`, `2020–2024`."""
        day = self.start(place)
        if self.step == "year":
            last = min(day.year + self.each - 1, date.max.year)
            return f"{day.year}" if self.each == 1 else f"{day.year}–{last}"
        return f"{'week of ' if self.step == 'week' else ''}{self.short(place)} {day.year}"

    def words(self) -> str:
        """Say what one period is: `week`, `quarter`, `5 years`."""
        return count_of(self.each, "year") if self.each > 1 else self.step


def _number(day: date, step: Step, each: int = 1) -> int:
    """Count a period from the beginning of the calendar."""
    if step == "week":
        return (day.toordinal() - _FIRST_MONDAY) // 7
    return (day.year * 12 + day.month - 1) // (_MONTHS_IN[step] * each)


def periods_of(days: Iterable[date], most: int = MOST) -> Periods | None:
    """Cut the time of some days into as short periods as there is room for.

    Args:
        days: In any order.
        most: How many periods at most; of weeks only so many as one would still call weeks.

    Returns:
        The periods; None when there are no days.
    """
    all_of_them = sorted(days)
    if not all_of_them:
        return None
    first, last = all_of_them[0], all_of_them[-1]
    steps: tuple[tuple[Step, int], ...] = (
        ("week", min(most, _MOST_WEEKS)), ("month", most), ("quarter", most), ("year", most),
    )  # fmt: skip
    for step, room in steps:
        begin = _number(first, step)
        count = _number(last, step) - begin + 1
        if count <= room:
            return Periods(step, begin, count)
    years = last.year - first.year + 1
    each = -(
        -years // max(1, most - 1)
    )  # one more is needed where the first begins before its time
    begin = _number(first, "year", each)
    return Periods("year", begin, _number(last, "year", each) - begin + 1, each)


def day_words(day: date) -> str:
    """Say a day with its year, always as wide: ` 3 Aug 2026`."""
    return f"{day.day:>2} {_MONTHS[day.month - 1]} {day.year}"
