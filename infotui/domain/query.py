"""What a person who searches means: words, quoted words, what to leave out, and filters; it never fails."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from unicodedata import category
from zoneinfo import ZoneInfo

from infotui.domain.errors import BadInputError
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
    "answer": ("note",), "letter": ("draft",), "mail": ("draft",), "conversation": ("talk",),
    "interview": ("talk", "plan"), "goal": ("goal",),
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
    not_people: tuple[str, ...] = ()
    not_organizations: tuple[str, ...] = ()
    not_kinds: tuple[str, ...] = ()
    not_fields: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()  # of no letter and no digit; found as they are

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        asked = self._replace(
            without=(), remarks=(), not_people=(), not_organizations=(), not_kinds=(), not_fields=()
        )
        return not any(asked)


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
            field:energy org:NAME after:2026-09 before:2026-10-01, in any order and case. A minus
            before a word or a filter leaves out what has it.
        today: The day it is, for `after:yesterday`.
    """
    reading = _Reading(today)
    line = clean_line(text[: LONGEST * 4].replace("\x00", " ")).translate(_QUOTES)
    if len(line) > LONGEST:
        reading.remark(f"Only the first {LONGEST} characters are searched for.")
    line = _SAID_IN_WORDS.sub(lambda said: _together(said, today), line[:LONGEST])
    for found in _TOKEN.finditer(line):
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
    if name in FILTERS and found["without"]:
        if words_in(said) and not _leave_out(reading, name, said):
            cannot = f"“{_short(said)}” is no kind" if name == "kind" else f"-{name}: means nothing"
            reading.remark(f"{cannot}, so nothing is left out by it.")
        return
    if name in FILTERS:
        # Names with a comma between them mean either, unless they are quoted.
        each = said.split(",") if quoted is None and name in _EITHER else [said]
        known = [FILTERS[name](reading, part) for part in each if part.strip()]
        if known and all(known):
            return
        reading.remark(_not_understood(name, said))
    elif name and words_in(said) and not said.startswith("//"):
        reading.remark(f"{name}: is no filter, so it is searched for as words.")
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


def _leave_out(reading: _Reading, name: str, said: str) -> bool:
    """Leave out what a filter would give; whether it can."""
    if name == "kind":
        kinds = kinds_called(said)
        return bool(kinds) and reading.add("not_kinds", *kinds)
    if name == "tag":
        return reading.add("without", f"#{said.lstrip('#')}")
    return name in _LEFT_OUT and reading.add(_LEFT_OUT[name], said)


_LEFT_OUT: Final = {
    "from": "not_people", "with": "not_people", "org": "not_organizations", "field": "not_fields",
}  # fmt: skip


def _short(said: str) -> str:
    return said if len(said) <= 24 else said[:23] + "…"


def _not_understood(name: str, said: str) -> str:
    shown = _short(said)
    if name in {"after", "before"}:
        return f"{name}: takes a date such as 2026-09, 12 nov or last tue, so “{shown}” is searched for."
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


# A day that is said in words needs no quotes: `after:last tue`, `before:12 nov 2025`.
_SAID_IN_WORDS: Final = re.compile(
    r"(?<!\S)(?P<name>after|before):(?P<words>[^\s\":]+(?: [^\s\":]+){1,3})", re.I
)


def _together(said: re.Match[str], today: date) -> str:
    """Put a day of several words in quotes: as few words as make one, and a year behind them."""
    words = said["words"].split()
    for end in range(1, len(words) + 1):
        if first_day(fold(" ".join(words[:end])), today) is None:
            continue
        year = end < len(words) and re.fullmatch(r"(?:19|20)\d\d", words[end])
        more = 1 if year and first_day(fold(" ".join(words[: end + 1])), today) else 0
        day, rest = (" ".join(part) for part in (words[: end + more], words[end + more :]))
        return f'{said["name"]}:"{day}" {rest}'
    return said[0]


def first_day(said: str, today: date) -> date | None:
    """Give the first day of what words mean: a year, a month, a day, `yesterday`, `last tue`, `nov`."""
    plain = said.replace("-", " ")
    named = _DAYS.get(plain)
    if named is not None:
        return named(today)
    found = re.fullmatch(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?", said)
    try:
        if found:
            return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
    if len(said) > _LONGEST_DAY or not words_in(said) or said.isdecimal():
        return None
    return _of_month(plain, today) or _on_day(said, today) or _on_day(plain, today)


_LONGEST_DAY: Final = 30


def _of_month(said: str, today: date) -> date | None:
    """Give the first day of a month: `nov`, which is the latest one, or `nov 2025`."""
    from infotui.domain.dated import month_of  # it loads dateutil, which is slow

    name, _, year = said.partition(" ")
    month = month_of(name.rstrip("."))
    if month is None or not (not year or re.fullmatch(r"(?:19|20)\d\d", year)):
        return None
    return date(int(year) if year else today.year - (month > today.month), month, 1)


def _on_day(said: str, today: date) -> date | None:
    """Give a day as the rest of the program reads one of the past, or a whole date that is to come."""
    from infotui.domain.moment import read_day
    from infotui.domain.past import understand_past

    end = datetime(today.year, today.month, today.day, 23, 59, tzinfo=UTC)
    try:
        return understand_past(said, end, ZoneInfo("UTC")).date()
    except BadInputError:
        pass
    try:
        return read_day(said, today, said)
    except (BadInputError, OverflowError, ValueError):
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
