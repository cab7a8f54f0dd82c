"""The words of one line and the dates written out in it; it leaves what a date is for to `due`."""

import re
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

LOOKED_AT: Final = 500  # characters; a line is a promise, not a letter
FARTHEST: Final = timedelta(days=731)  # a promise for later than that is a slip of the finger
_TOKEN: Final = re.compile(r"#?\w[\w'’:/.@+%#-]*")
_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SLASHED: Final = re.compile(r"([0-9]{1,2})([/.])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_NUMBER: Final = re.compile(r"([0-9]{1,2})(st|nd|rd|th)?")
_YEAR: Final = re.compile(r"20[0-9]{2}|19[0-9]{2}")
_TIME: Final = re.compile(r"[0-9]{1,2}(:[0-9]{2}(am|pm)?|am|pm)")
# What may touch a word: a "27" in "27€" or "$27" or "27–28" is no day of the month.
_BEFORE: Final = frozenset(" ([{\"'“‘«„,;…·!?*.:")
_AFTER: Final = frozenset(" )]}\"'”’»“,;:.—–…·!?*")
_CLOSERS: Final = frozenset(
    {
        "at",
        "the",
        "latest",
        "morning",
        "afternoon",
        "evening",
        "noon",
        "night",
        "please",
        "am",
        "pm",
    }
)
_SHORT_DAYS: Final = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}  # beside those dateutil knows
_VERBS: Final = frozenset({"may", "march"})
_PEOPLE: Final = frozenset({"jan", "april", "june", "august", *_VERBS})
_NUMBERED: Final = frozenset(
    {"room", "week", "version", "page", "chapter", "no", "nr", "number", "level", "floor", "gate",
     "part", "step", "item", "question", "phase", "section", "unit", "building", "flat", "top"}
)  # fmt: skip


class Word(NamedTuple):
    """One word: where it stands, how it reads (empty when glued to a sign), what is before it."""

    start: int
    end: int
    low: str
    gap: str
    capital: bool


class Line(NamedTuple):
    """The words looked at, whether they are all there are, and the day on which they are said."""

    words: tuple[Word, ...]
    whole: bool
    today: date

    def low(self, at: int) -> str:
        """The word at a place, in small letters; empty outside the line."""
        return self.words[at].low if 0 <= at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """What stands between a word and the one before, without spaces."""
        return self.words[at].gap if 0 <= at < len(self.words) else ""

    def joined(self, at: int) -> bool:
        """Whether no more than a dot or a comma parts a word from the one before."""
        return at < len(self.words) and self.gap(at) in {"", ".", ","}

    def closed(self, end: int) -> bool:
        """Whether what ends there is set off: the line's end, a mark, a tag or a time follows."""
        if end >= len(self.words):
            return self.whole
        return bool(self.gap(end)) or self._closing(end)

    def last(self, end: int) -> bool:
        """Whether nothing but a time of day or tags follows."""
        behind = range(end, len(self.words))
        return self.whole and len(behind) <= 8 and all(self._closing(at) for at in behind)

    def _closing(self, at: int) -> bool:
        low = self.low(at)
        return low in _CLOSERS or low[:1] == "#" or _TIME.fullmatch(low) is not None


class Dated(NamedTuple):
    """A date that was written out: where it ends, and the day, or None where it is none."""

    end: int
    day: date | None


def read_words(text: str, today: date) -> Line:
    """Take the beginning of a text apart into words."""
    head, words, before = text[:LOOKED_AT], [], 0
    for found in _TOKEN.finditer(head):
        start, stop = found.span()
        whole = found[0].rstrip(".:'’-")
        left, right = head[start - 1 : start], head[stop : stop + 1]
        free = left in _BEFORE or not left or left.isspace()
        free = free and (right in _AFTER or not right or right.isspace())
        gap = head[before:start]
        gap = "" if gap == " " else "".join(gap.split())
        before = start + len(whole)
        words.append(Word(start, before, whole.lower() if free else "", gap, whole[:1].isupper()))
    if len(text) <= LOOKED_AT:
        return Line(tuple(words), True, today)
    return Line(tuple(words[:-6]), False, today)  # a date may have been cut in two there


@cache
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """The names of weekdays and of months, with their numbers."""
    from dateutil.parser import parserinfo  # imported when first needed: it is slow to load

    days = {name.lower(): at for at, names in enumerate(parserinfo.WEEKDAYS) for name in names}
    months = {name.lower(): at for at, names in enumerate(parserinfo.MONTHS, 1) for name in names}
    return days | _SHORT_DAYS, months


def weekday_of(word: str) -> int | None:
    """Give the number of the weekday that has this name, Monday being 0."""
    return _names()[0].get(word)


def month_of(word: str) -> int | None:
    """Give the number of the month that has this name."""
    return _names()[1].get(word)


def number_of(word: str) -> tuple[int, bool] | None:
    """Give a number of one or two digits, and whether it is written as `3rd`."""
    found = _NUMBER.fullmatch(word)
    return (int(found[1]), found[2] is not None) if found else None


def looks_dated(word: str) -> bool:
    """Whether a word alone has the look of a date: `2026-11-27`, `27/11`, `fri`, `nov`."""
    written = _ISO.fullmatch(word) or _SLASHED.fullmatch(word)
    return written is not None or weekday_of(word) is not None or month_of(word) is not None


def ahead(today: date, day: date | None) -> date | None:
    """Give the day if a promise can be for it: neither past nor too far away."""
    return day if day is not None and today <= day and day - today <= FARTHEST else None


def date_at(line: Line, at: int, led: bool) -> Dated | None:
    """Read the date that begins at a word.

    Args:
        line: The words.
        at: The place of the first word of the date.
        led: Whether a word such as `by` leads it, which settles what would be doubtful alone.

    Returns:
        The date; without a day when it is no day at all or could be two; None for no date.
    """
    word = line.low(at)
    if found := _ISO.fullmatch(word):
        return Dated(at + 1, _day(line.today, int(found[1]), int(found[2]), int(found[3])))
    if found := _SLASHED.fullmatch(word):
        return _slashed(line, at, found, led)
    if number_of(word):
        return _day_first(line, at)
    return _month_first(line, at, led) if month_of(word) else None


def _slashed(line: Line, at: int, found: re.Match[str], led: bool) -> Dated | None:
    first, dotted, second = int(found[1]), found[2] == ".", int(found[3])
    year = int(found[4]) if found[4] else None
    edge = not dotted and (at == 0 or line.last(at + 1))
    if found[0] == "24/7" or not (led or edge or len(found[4] or "") == 4):
        return None  # a share, a sum, a version: 9/10, 27.11, 2.3
    if (first > 12) == (second > 12):
        return Dated(at + 1, None)
    day, month = (first, second) if first > 12 else (second, first)
    return Dated(at + 1, _day(line.today, 2000 + year if year and year < 100 else year, month, day))


def _day_first(line: Line, at: int) -> Dated | None:
    number = number_of(line.low(at))
    of = line.low(at + 1) == "of"
    named = at + 1 + of
    month = month_of(line.low(named))
    if number is None or month is None or not line.joined(named):
        return None
    if line.low(at - 1) in _NUMBERED and not line.gap(at):
        return None
    year, end = _year(line, named + 1)
    meant = of or year or line.words[named].capital or line.closed(end)
    if line.low(named) in _VERBS and not meant:
        return None  # "the other 3 may come"
    return Dated(end, _day(line.today, year, month, number[0]))


def _month_first(line: Line, at: int, led: bool) -> Dated | None:
    name = line.low(at)
    counted = at + 1 + (line.low(at + 1) == "the")
    month, number = month_of(name), number_of(line.low(counted))
    if month is None or number is None or not line.joined(counted):
        return None
    year, end = _year(line, counted + 1)
    plain = name not in _PEOPLE and (number[1] or at == 0)
    if not (year or led or plain or line.closed(end)):
        return None  # "ask Jan 3 questions"
    if month_of(line.low(end)) and line.joined(end):
        return Dated(end + 1, None)  # "nov 27 dec" could be two days
    return Dated(end, _day(line.today, year, month, number[0]))


def _year(line: Line, at: int) -> tuple[int | None, int]:
    if line.joined(at) and _YEAR.fullmatch(line.low(at)):
        return int(line.low(at)), at + 1
    return None, at


def _day(today: date, year: int | None, month: int, day: int) -> date | None:
    """Give that day; without a year the coming one, for a promise lies ahead."""
    for meant in (today.year, today.year + 1) if year is None else (year,):
        try:
            found = date(meant, month, day)
        except ValueError:
            continue
        if found >= today:
            return ahead(today, found)
    return None
