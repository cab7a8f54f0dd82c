"""What a person who searches means: words, quoted words, what to leave out, and filters; it never fails."""

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple
from unicodedata import category

from infotui.domain.hit import HIT_KINDS
from infotui.domain.text import clean_line, fold
from infotui.domain.wording import words_in

LONGEST: Final = 500  # characters that are read
MOST_WORDS: Final = 16
_TOKEN: Final = re.compile(
    r"""(?P<without>-?)(?:(?P<name>[^\W\d_]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))"""
)
_QUOTES: Final = str.maketrans("“”„‟«»＂", '"' * 7)
# Other names of kinds, as one may call them.
_CALLED: Final = {
    "promise": ("my promise", "their promise"), "asked": ("asked of me",), "referral": ("lead",),
    "job": ("opening",), "contact": ("person",), "people": ("person",), "company": ("organization",),
    "answer": ("note",), "goal": ("goal",), "letter": ("draft",), "mail": ("draft",),
}  # fmt: skip

_EITHER: Final = frozenset({"from", "with", "kind", "field", "org"})
_TAKES: Final = {
    "kind": "what it is, such as finding", "field": "a field", "tag": "a tag", "after": "a date",
    "before": "a date",
}  # fmt: skip


class Query(NamedTuple):
    """A search, understood; words are folded, several of one filter mean any of them, tags all."""

    words: tuple[str, ...] = ()  # each may be the beginning of a word, or another form of one
    phrases: tuple[str, ...] = ()  # these words, exactly, one after the other
    without: tuple[str, ...] = ()  # a word, words in a row, or a tag with its sign
    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    after: date | None = None  # that day and later
    before: date | None = None  # earlier than that day
    remarks: tuple[str, ...] = ()  # what of it was not understood and was searched as words
    organizations: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()  # of no letter and no digit; found as they are

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not any(self._replace(without=(), remarks=()))


class Completion(NamedTuple):
    """What stands at the cursor, from start to end, and what it may become."""

    start: int
    end: int
    options: tuple[str, ...]


class _Reading:
    """What was read of a query so far."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.lists: dict[str, list[str]] = {}
        self.after: date | None = None
        self.before: date | None = None

    def add(self, name: str, *texts: str) -> bool:
        """Add what is not there yet; nothing of no letter and no digit."""
        kept = self.lists.setdefault(name, [])
        room = MOST_WORDS - len(kept)
        kept.extend([text for text in texts if words_in(text) and text not in kept][:room])
        return True

    def add_sign(self, said: str) -> None:
        """Add what has no letter and no digit, as an emoji; punctuation says nothing."""
        kept = self.lists.setdefault("signs", [])
        tells = any(not sign.isascii() and category(sign)[0] == "S" for sign in said)
        if tells and said not in kept and len(kept) < MOST_WORDS:
            kept.append(said)

    def remark(self, sentence: str) -> None:
        kept = self.lists.setdefault("remarks", [])
        if sentence not in kept and len(kept) < 4:
            kept.append(sentence)


def read_query(text: str, today: date) -> Query:
    """Read what somebody typed into a search; whatever it is, it means something (K6).

    Args:
        text: Anything: words, "exact words", -word, #tag, and filters such as from:NAME kind:finding
            field:energy org:NAME after:2026-09 before:2026-10-01, in any order and case.
        today: The day it is, for `after:yesterday`.
    """
    reading = _Reading(today)
    line = clean_line(text[: LONGEST * 4].replace("\x00", " ")).translate(_QUOTES)
    if len(line) > LONGEST:
        reading.remark(f"Only the first {LONGEST} characters are searched for.")
    for found in _TOKEN.finditer(line[:LONGEST]):
        # fold() would take apart or away what is no letter.
        said = found["quoted"] if found["quoted"] is not None else found["bare"]
        if not found["name"] and not found["without"] and not words_in(fold(said)):
            reading.add_sign(said.strip())
        _read_token(reading, found)
    lists = {name: tuple(kept) for name, kept in reading.lists.items()}
    return Query(**lists, after=reading.after, before=reading.before)


def _read_token(reading: _Reading, found: re.Match[str]) -> None:
    quoted, name = found["quoted"], (found["name"] or "").casefold()
    said = fold(quoted if quoted is not None else found["bare"])
    if name and not found["without"] and name in FILTERS:
        # Names with a comma between them mean either, unless they are quoted.
        each = said.split(",") if quoted is None and name in _EITHER else [said]
        known = [FILTERS[name](reading, part) for part in each if part.strip()]
        if known and all(known):
            return
        reading.remark(_not_understood(name, said))
    elif name and words_in(said) and not said.startswith("//"):
        cannot = "cannot be left out" if name in FILTERS else "is no filter"
        reading.remark(f"{name}: {cannot}, so it is searched for as words.")
    if name:
        # An address of the web is looked for as the words in a row that it is.
        reading.add("words", *([f"{name}:{said}"] if said.startswith("//") else [name, said]))
    elif quoted is None and _read_filter_alone(said):
        reading.remark(f"{said} is followed by {_TAKES.get(said[:-1], 'a name')}, without a space.")
    elif found["without"]:
        reading.add("without", said)
    elif quoted is not None:
        reading.add("phrases", said)
    elif said.startswith("#"):
        reading.add("tags", said.lstrip("#").rstrip(".,;:!?"))
    else:
        reading.add("words", said)


def _read_filter_alone(said: str) -> bool:
    """Whether this is a filter whose value is still to be typed."""
    return said.endswith(":") and said[:-1] in FILTERS


def _not_understood(name: str, said: str) -> str:
    shown = said if len(said) <= 24 else said[:23] + "…"
    if name in {"after", "before"}:
        return f"{name}: takes a date such as 2026, 2026-09 or 2026-09-12, so “{shown}” is searched for."
    if name == "kind":
        return f"“{shown}” is no kind, so it is searched for as a word."
    return f"{name}: takes a name, so it is searched for as a word."


def kinds_called(said: str) -> tuple[str, ...]:
    """Give the kinds that a word names: as a whole, in the plural, or by its beginning."""
    word = said.replace("-", " ").replace("_", " ")
    for form in (word, word.removesuffix("s")):
        if form in HIT_KINDS:
            return (form,)
        if form in _CALLED:
            return _CALLED[form]
    return tuple(kind for kind in HIT_KINDS if word and kind.startswith(word))


def first_day(said: str, today: date) -> date | None:
    """Give the first day of what a word means: a year, a month, a day, `yesterday`, `last month`."""
    named = _DAYS.get(said.replace("-", " "))
    if named is not None:
        return named(today)
    found = re.fullmatch(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?", said)
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:
        return None


def _month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


_DAYS: Final[dict[str, Callable[[date], date]]] = {
    "today": lambda day: day,
    "yesterday": lambda day: day - timedelta(days=1),
    "this week": lambda day: day - timedelta(days=day.weekday()),
    "last week": lambda day: day - timedelta(days=day.weekday() + 7),
    "this month": lambda day: day.replace(day=1),
    "last month": _month_before,
    "this year": lambda day: day.replace(month=1, day=1),
    "last year": lambda day: date(day.year - 1, 1, 1),
}


def _into(name: str) -> Callable[[_Reading, str], bool]:
    return lambda reading, said: bool(words_in(said)) and reading.add(name, said.lstrip("#"))


def _kind(reading: _Reading, said: str) -> bool:
    kinds: Iterable[str] = kinds_called(said)
    return bool(kinds) and reading.add("kinds", *kinds)


def _after(reading: _Reading, said: str) -> bool:
    day = first_day(said, reading.today)
    if day is not None:
        reading.after = day if reading.after is None else max(day, reading.after)
    return day is not None


def _before(reading: _Reading, said: str) -> bool:
    day = first_day(said, reading.today)
    if day is not None:
        reading.before = day if reading.before is None else min(day, reading.before)
    return day is not None


FILTERS: Final[dict[str, Callable[[_Reading, str], bool]]] = {
    "from": _into("people"), "with": _into("people"), "kind": _kind, "field": _into("fields"),
    "org": _into("organizations"), "tag": _into("tags"), "after": _after, "before": _before,
}  # fmt: skip
