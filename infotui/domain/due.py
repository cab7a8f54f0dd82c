"""When a promise is due, told from its own words (M2): a day that is clearly said, or none."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from infotui.domain.dated import (
    Dated,
    Line,
    ahead,
    date_at,
    looks_dated,
    month_of,
    number_of,
    read_words,
    weekday_of,
)
from infotui.domain.doubt import denied, named, sets_off, unclear

# What counts when the words name no day.
MY_PROMISE_DAYS: Final = 2
THEIR_PROMISE_DAYS: Final = 7
LEAD_DAYS: Final = 5  # working days after the talk (S50)

_DEADLINE: Final = frozenset({"by", "before", "until", "till", "til", "due"})
_WHICH: Final = frozenset({"next", "this", "coming"})
_WORDS_TOO: Final = frozenset({"sun", "sat", "mon"})  # short weekdays that are words besides
_ALSO: Final = frozenset({"or", "and", "to", "through"})
_DASHES: Final = frozenset("-–—/+&")
_COUNTS: Final = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_DAYS_OF: Final = {"today": 0, "tonight": 0, "tomorrow": 1}


class Due(NamedTuple):
    """A day and the very piece of the text that said it."""

    day: date
    said: str


class _Led(NamedTuple):
    """What stands before a date: where it begins, and which of the guiding words are there."""

    first: int
    guided: bool  # by, on, until
    deadline: bool  # by, until, but not on
    which: str  # next, this, coming
    article: bool

    @property
    def led(self) -> bool:
        """Whether any word settles that a date follows."""
        return self.guided or self.which != ""


class _Said(NamedTuple):
    """A date phrase: from which word to which, the day if there is one, and whether a deadline."""

    first: int
    end: int
    day: date | None
    deadline: bool


def due_in(words: str, today: date) -> Due | None:
    """Find the day by which a promise is to be kept in the words of the promise (M2).

    A wrong day is worse than none, so whatever may mean something else gives none. The choices:
    a weekday is the coming one, never today (`this thu` may be today); `next fri` is the one of
    next week (Monday to Sunday), `next week` its Monday; the week ends on Friday; `before fri`
    is due that Friday; a day without a year is the coming one. Of two days the one with a word
    of deadline (`by`, `before`, `until`, `due`, `within`) wins; else two days are none.

    Args:
        words: The promise, of any length; the first 500 characters are looked at.
        today: The day on which it was given.

    Returns:
        The day, from today to about two years ahead, and the piece that said it; or None.
    """
    line = read_words(words, today)
    try:
        found = _phrases(line)
    except (OverflowError, ValueError):  # the calendar ends
        return None
    meant = [said for said in found if said.deadline] or found
    days = {said.day for said in meant}
    day = ahead(today, days.pop()) if len(days) == 1 else None
    if day is None:
        return None
    start, end = line.words[meant[0].first].start, line.words[meant[0].end - 1].end
    end += "(" in words[start:end] and words[end : end + 1] == ")"
    return Due(day, words[start:end])


def _phrases(line: Line) -> list[_Said]:
    found: list[_Said] = []
    at = 0
    while at < len(line.words):
        said = _phrase_at(line, at)
        if said is not None:
            open_ = _torn(line, said.first, said.end) or unclear(line, said.first, said.end)
            found.append(said._replace(day=None) if open_ else said)
        at = said.end if said else at + 1
    return found


def _phrase_at(line: Line, at: int) -> _Said | None:
    word = line.low(at)
    if not _may_begin(line, at, word) or named(line, at):
        return None
    led = _led(line, at)
    within = word == "within"
    if weekday_of(word) is not None:
        core = _weekday(line, at, led)
    else:
        core = _RULES[word](line, at, led) if word in _RULES else _other(line, at, led)
    if core is None:
        return None
    if denied(line, led.first, led.guided, weekday_of(word) is not None):
        return None
    return _Said(led.first, core.end, core.day, led.deadline or within)


def _may_begin(line: Line, at: int, word: str) -> bool:
    """Whether a date phrase may begin here: the quick look that spares most words the rest."""
    if word in _RULES or weekday_of(word) is not None or month_of(word):
        return True
    if not (word in _COUNTS or "0" <= word[:1] <= "9"):
        return False
    following = line.low(at + 1)
    # Either written out (3rd, 27/11, 2026-11-27), or a number with a month or a unit behind it.
    written = not word.isdigit() and word not in _COUNTS
    return written or following == "of" or following[:1] in "dwmyf" or bool(month_of(following))


def _led(line: Line, at: int) -> _Led:
    """Look at the words before a date."""
    first, which = at, ""
    while at - first < 3 and line.low(first - 1) in _WHICH and not line.gap(first):
        first -= 1
        which = line.low(first) if which in {"", "coming"} else which
    article = line.low(first - 1) == "the" and not line.gap(first)
    guide = first - 1 - article
    word = line.low(guide)
    tied = line.gap(guide + 1) == "" or (word == "due" and line.gap(guide + 1) == ":")
    later = word == "than" and line.low(guide - 1) == "later"
    if tied and (word in _DEADLINE or word == "on" or later):
        return _Led(guide, True, word != "on", which, article)
    return _Led(first - (article and which != ""), False, False, which, article)


def _torn(line: Line, first: int, end: int) -> bool:
    """Whether another day stands beside this one as a choice or a range: `fri or sat`."""
    after = line.low(end + 1) if line.low(end) in _ALSO else ""
    if after and (_dateish(after) or (line.low(end) != "and" and _counts(after))):
        return True
    before = line.low(first - 2) if line.low(first - 1) in _ALSO else ""
    if before and (_dateish(before) or _counts(before)):
        return True
    dashed_after = _DASHES & set(line.gap(end))
    dashed_before = _DASHES & set(line.gap(first))
    if dashed_before and (_dateish(line.low(first - 1)) or _counts(line.low(first - 1))):
        return True
    if not dashed_after:
        return False
    glued = line.words[end].start == line.words[end - 1].end + len(line.gap(end))
    return glued or _dateish(line.low(end))


def _dateish(word: str) -> bool:
    return word in _DAYS_OF or looks_dated(word)


def _counts(word: str) -> bool:
    return (word in _COUNTS and word != "a") or number_of(word) is not None


def _other(line: Line, at: int, led: _Led) -> Dated | None:
    """Read a date that is written out, with the weekday that may follow it; or a count."""
    written = date_at(line, at, led.led)
    found = written or _day_alone(line, at, led) or _from_now(line, at, led)
    if found is None or led.which:
        return None
    beside = line.joined(found.end) or line.gap(found.end) == "("
    number = weekday_of(line.low(found.end)) if beside and line.low(found.end) else None
    if number is not None and (line.low(found.end) not in _WORDS_TOO or line.closed(found.end + 1)):
        agrees = found.day is not None and found.day.weekday() == number
        return Dated(found.end + 1, found.day if agrees else None)
    return _set_off(line, at, led, found) if written else found


def _set_off(line: Line, at: int, led: _Led, found: Dated) -> Dated:
    """Give no day for a date amid the words that nothing guides: `send 5 dec reports`."""
    clear = led.guided or sets_off(line, at - led.article, found.end)
    return found if clear else Dated(found.end, None)


def _day_alone(line: Line, at: int, led: _Led) -> Dated | None:
    """Read `by the 15th`, which is no `2nd interview` only where nothing follows."""
    number = number_of(line.low(at))
    if number is None or not (number[1] and led.deadline and led.article and line.closed(at + 1)):
        return None
    return Dated(at + 1, _coming_number(line.today, number[0]))


def _coming_number(today: date, number: int) -> date | None:
    from dateutil.relativedelta import relativedelta  # imported when first needed

    if not 1 <= number <= 31:
        return None
    for months in range(4):
        day = today.replace(day=1) + relativedelta(months=months, day=number)
        if day.day == number and day >= today:
            return day
    return None


def _weekday(line: Line, at: int, led: _Led) -> Dated | None:
    """Read a weekday: with a date or a week beside it, led by a word, or at an edge of the line."""
    word, number = line.low(at), weekday_of(line.low(at)) or 0
    beside = _beside_weekday(line, at, number)
    if beside is not None:
        return beside
    strict = word in _WORDS_TOO
    if led.led:
        fits = not strict or (line.closed(at + 1) and not (led.article and not led.which))
    elif line.last(at + 1):
        fits = word not in {"sun", "sat"} and (at > 0 or word not in {"mon", "wed"})
    else:
        shouted = at + 1 < len(line.words) and line.words[at + 1].capital
        off = line.gap(at + 1) != "" and at + 1 < len(line.words)
        fits = at == 0 and (off or not (strict or word == "wed" or shouted))
    if not fits:
        return None
    if led.which == "next":
        return Dated(at + 1, _next_monday(line.today) + timedelta(days=number))
    return Dated(at + 1, _coming(line.today, number, led.which == "this"))


def _beside_weekday(line: Line, at: int, number: int) -> Dated | None:
    """Read what makes a weekday one day: `Fri 27 Nov`, `Fri the 27th`, `Fri next week`."""
    if line.gap(at + 1) == "" and line.low(at + 1) in {"next", "this", "week", "in"}:
        return _week_beside(line, at, number)
    behind = at + 1 + (line.low(at + 1) == "the")
    if not line.joined(behind):
        return None
    found, bare = date_at(line, behind, True), number_of(line.low(behind))
    clock = line.low(behind + 1) in {"am", "pm"}
    if found is None and bare and not clock and (bare[1] or line.closed(behind + 1)):
        found = Dated(behind + 1, _coming_number(line.today, bare[0]))
    if found is None:
        return None
    agrees = found.day is not None and found.day.weekday() == number
    return Dated(found.end, found.day if agrees else None)


def _week_beside(line: Line, at: int, number: int) -> Dated | None:
    """Read the week that is named after a weekday; `fri week`, `fri in two weeks` stay open."""
    monday, following = _next_monday(line.today), line.low(at + 1)
    if following == "week":
        return Dated(at + 2, None)
    if following == "in":
        counted = _counted(line, at + 1)
        return Dated(counted.end, None) if counted else None
    if line.low(at + 2) != "week":
        return Dated(at + 2, None)  # "friday next", "friday this month"
    if following == "next":
        return Dated(at + 3, monday + timedelta(days=number))
    day = _coming(line.today, number, True)
    return Dated(at + 3, day if day < monday else None)


def _coming(today: date, number: int, with_today: bool) -> date:
    days = (number - today.weekday()) % 7
    return today + timedelta(days=days if days or with_today else 7)


def _next_monday(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


def _named_day(line: Line, at: int, led: _Led) -> Dated | None:
    if led.which:
        return None
    return Dated(at + 1, line.today + timedelta(days=_DAYS_OF[line.low(at)]))


def _day_after(line: Line, at: int, led: _Led) -> Dated | None:
    if (line.low(at + 1), line.low(at + 2)) != ("after", "tomorrow") or led.which:
        return None
    return Dated(at + 3, line.today + timedelta(days=2))


def _next_week(line: Line, at: int, led: _Led) -> Dated | None:
    """Read `next week`: its Monday, or the weekday that is named behind it."""
    if line.low(at - 1) != "next" or led.which != "next" or line.gap(at):
        return None
    behind = at + 1 + (line.low(at + 1) == "on")
    number = weekday_of(line.low(behind)) if line.joined(behind) and line.low(behind) else None
    if number is not None and (line.low(behind) not in _WORDS_TOO or line.closed(behind + 1)):
        return Dated(behind + 1, _next_monday(line.today) + timedelta(days=number))
    return Dated(at + 1, _next_monday(line.today))


def _counted(line: Line, at: int, _led: _Led | None = None) -> Dated | None:
    """Read `in two weeks`, `within the next 10 days`, `in a month`."""
    first = at + 1
    if line.low(first) == "the" and line.low(first + 1) == "next":
        first += 2
    return _count(line, first)


def _from_now(line: Line, at: int, _led: _Led) -> Dated | None:
    """Read `two weeks from now`."""
    found = _count(line, at)
    if found is None or line.low(found.end) != "from":
        return None
    return Dated(found.end + 2, found.day) if line.low(found.end + 1) in {"now", "today"} else None


def _count(line: Line, at: int) -> Dated | None:
    from dateutil.relativedelta import relativedelta  # imported when first needed

    number, unit = number_of(line.low(at)), line.low(at + 1)
    count = number[0] if number and not number[1] else _COUNTS.get(line.low(at), 0)
    if not count or line.gap(at) or line.gap(at + 1):
        return None
    if count == 1 and unit == "fortnight":
        return Dated(at + 2, line.today + timedelta(days=14))
    one = unit.removesuffix("s")
    # "in 2 day workshops" is no length of time.
    if one not in {"day", "week", "month", "year"} or (one == unit) != (count == 1):
        return None
    step = {"day": timedelta(days=count), "week": timedelta(weeks=count)}.get(one)
    if step is not None:
        return Dated(at + 2, line.today + step)
    months = count * (12 if one == "year" else 1)
    return Dated(at + 2, line.today + relativedelta(months=months))


def _end(line: Line, at: int, led: _Led) -> Dated | None:
    """Read `end of the week`, `end of next month`, `end of November`."""
    if line.low(at + 1) != "of":
        return None
    unit = at + 2
    if line.low(unit) in {"the", "this"}:
        unit += 1
    later = line.low(unit) == "next"
    unit += later
    found = _end_of(line, at, unit, led, later)
    return _set_off(line, at, led, found) if found else None


def _end_of(line: Line, at: int, unit: int, led: _Led, later: bool) -> Dated | None:
    """Read what it is the end of."""
    name, today = line.low(unit), line.today
    if name == "week":
        friday = _next_monday(today) + timedelta(days=4 if later else -3)
        return Dated(unit + 1, friday if friday >= today else friday + timedelta(days=2))
    if name == "day":
        return Dated(unit + 1, today) if led.deadline and not later else None
    if name == "year":
        return Dated(unit + 1, date(today.year + later, 12, 31))
    number = month_of(name) if unit == at + 2 else None
    if name != "month" and number is None:
        return None
    return Dated(unit + 1, _month_end(today, number, later))


def _month_end(today: date, month: int | None, later: bool) -> date:
    from dateutil.relativedelta import relativedelta  # imported when first needed

    ahead_by = (month - today.month) % 12 if month else int(later)
    found: date = today + relativedelta(months=ahead_by, day=31)
    return found


_RULES: Final[dict[str, Callable[[Line, int, _Led], Dated | None]]] = {
    "today": _named_day,
    "tonight": _named_day,
    "tomorrow": _named_day,
    "day": _day_after,
    "week": _next_week,
    "in": _counted,
    "within": _counted,
    "end": _end,
}
