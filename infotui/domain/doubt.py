"""The words around a day that leave open, or deny, that something is due on it; `due` reads the day."""

from typing import Final

from infotui.domain.dated import Line, number_of

# Before a day, these say that it is not the day by which something is to be done.
_NOT_AHEAD: Final = frozenset(
    {"of", "from", "since", "last", "past", "previous", "after", "every", "each", "not", "than",
     "like", "about", "once", "twice", "times", "late", "mid", "black", "good", "ash",
     "casual", "palm", "easter", "cyber", "shrove", "super", "newly", "maundy", "holy", "fat",
     "blue", "giving", "whit", "man", "girl", "following", "that", "starting", "beginning",
     "except", "excluding", "unless"}
)  # fmt: skip
# These leave open which day of that name is meant, or whether.
_VAGUE: Final = frozenset(
    {"a", "an", "any", "some", "one", "other", "first", "second", "third", "fourth", "alternate",
     "maybe", "perhaps", "possibly", "probably", "around", "roughly", "approximately", "circa",
     "sometime", "someday"}
)  # fmt: skip
_TITLES: Final = frozenset(
    {"mr", "mrs", "ms", "mx", "miss", "dr", "doctor", "st", "saint", "prof", "professor", "sir",
     "lady", "dame", "madam", "herr", "frau", "mme"}
)  # fmt: skip
_UNITS: Final = frozenset(
    {"day", "days", "week", "weeks", "fortnight", "fortnights", "month", "months", "year", "years",
     "night", "evening", "morning", "hours"}
)  # fmt: skip
_LENGTHS: Final = _UNITS - {"night", "evening", "morning", "hours"}
_DENIALS: Final = frozenset(
    {"not", "never", "cannot", "unable", "nothing", "nobody", "none", "neither", "nor"}
)
_UNTIL: Final = frozenset({"until", "till", "til"})
# What lasts until a day is over by then; nothing is due.
_LASTING: Final = frozenset(
    {"away", "out", "off", "busy", "ill", "sick", "leave", "holiday", "holidays", "vacation",
     "closed", "travelling", "traveling", "wait", "waits", "waiting", "hold", "holds", "open"}
)  # fmt: skip
_BEHIND: Final = frozenset(
    {"week", "weeks", "fortnight", "of", "last", "past", "ago", "hence", "following", "onward",
     "onwards", "earliest", "ish"}
)  # fmt: skip
_PARTS_OF_A_DAY: Final = frozenset({"noon", "midnight", "lunch", "work", "hours", "dinner"})
_OR: Final = frozenset(
    {"so", "later", "thereabouts", "after", "maybe", "perhaps", "sometime", "whenever", "when",
     "the", "next", "this", "a", "in", "early", "late"}
)  # fmt: skip


def named(line: Line, at: int) -> bool:
    """Whether the word at a place is somebody's name: `Mr. Friday`."""
    return line.low(at - 1) in _TITLES and line.gap(at) in {"", "."}


def denied(line: Line, first: int, guided: bool, weekday: bool) -> bool:
    """Whether the words before a date say that nothing is due then.

    Args:
        line: The words.
        first: Where the date phrase begins, with the word that guides it.
        guided: Whether it begins with such a word (by, on, until).
        weekday: Whether it is a weekday.
    """
    before = "" if guided or line.gap(first) else line.low(first - 1)
    vague = _VAGUE | {"the"} if weekday else _VAGUE
    return before in _NOT_AHEAD or before in vague or _ruled_out(line, first)


def _ruled_out(line: Line, first: int) -> bool:
    """Whether a `not` of the same clause reaches as far as the date: `not until fri`."""
    guide = line.low(first)
    if guide == "than":
        return False  # "not later than fri" is a day by which it is due
    at = first
    while at > 0 and not line.gap(at):
        at -= 1
        word = line.low(at)
        if word in {"but", "instead", "so", "forget", "fail"}:
            return False  # "do not forget to send it by fri"
        if word in _DENIALS or word.replace("’", "'").endswith("n't"):
            return True
        if word == "no" and guide in _UNTIL | {"before"}:
            return True
        if word in _LASTING and guide in _UNTIL:
            return True
    return False


def unclear(line: Line, first: int, end: int) -> bool:
    """Whether what stands beside a date makes another day of it: `fri or so`, `a week on fri`."""
    return _counted_from(line, first) or _moved(line, end)


def _counted_from(line: Line, first: int) -> bool:
    """Whether a length of time before the date counts from it: `two days before fri`."""
    unit = first - 1
    return line.low(unit) in _UNITS and not line.gap(first) and line.low(unit - 1) != "this"


def _moved(line: Line, end: int) -> bool:
    """Whether words behind the date move it or leave it open: `fri week`, `fri after next`."""
    word, following, last = (line.low(end + more) for more in range(3))
    if not line.joined(end):
        return False
    if word in {"after", "before"}:
        return following not in _PARTS_OF_A_DAY and not following[:1].isdigit()
    if word == "or":
        return following in _OR
    if (word, following) == ("but", "one") or (word, following, last) == ("at", "the", "earliest"):
        return True
    counted = following in _LENGTHS and (number_of(word) or word in {"a", "one", "two", "three"})
    return word in _BEHIND or bool(counted)


def sets_off(line: Line, first: int, end: int) -> bool:
    """Whether a date that no word guides stands at an edge, so that it is no part of a name.

    `27 nov send the CV` and `send it 27 nov` do; `send 5 dec reports` does not.
    """
    return first == 0 or line.gap(first) != "" or line.closed(end)
