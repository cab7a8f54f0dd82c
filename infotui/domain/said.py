"""What somebody said, out of a note's line, in words that one can send back to them (S46)."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Final

from infotui.domain.capture import read_line
from infotui.domain.heard import asked_of_them, deed, said_to_them
from infotui.domain.text import clean_line, shorten

LONGEST: Final = 100  # what still fits on a card beside another
_FEWEST_WORDS: Final = 3  # "yes, often" is nothing to cite
_LAST_TAGS: Final = re.compile(r"(?:[\s,;·]*(?<!\S)#\w[\w-]*)+\s*$")
_TAG_MARK: Final = re.compile(r"(?<![\w&#/\\])#(?=\w)")
# What somebody seems, or is, was said of them and not by them.
_SEEMS: Final = r"(?:seems|seemed|looks|looked|sounds|sounded|appears|appeared|acts|acted)"
_PAST: Final = {
    "bring": "brought", "find": "found", "forward": "forwarded", "get": "got", "give": "gave",
    "hand": "handed", "keep": "kept", "lend": "lent", "let": "let", "make": "made", "mail": "mailed",
    "meet": "met", "pay": "paid", "put": "put", "read": "read", "send": "sent", "share": "shared",
    "show": "showed", "speak": "spoke", "take": "took", "teach": "taught", "tell": "told",
    "think": "thought", "write": "wrote", "ask": "asked", "book": "booked", "call": "called",
    "check": "checked", "explain": "explained", "introduce": "introduced", "invite": "invited",
    "look": "looked", "name": "named", "open": "opened", "pass": "passed", "point": "pointed",
    "recommend": "recommended", "remember": "remembered", "ring": "rang", "talk": "talked",
    "copy": "copied", "help": "helped", "print": "printed", "return": "returned", "e-mail": "e-mailed",
    "email": "emailed",
}  # fmt: skip
_DATED: Final = " ,;:.·-–—()"


def plain(text: str) -> str:
    """Give a note's words as one plain line: no sign, no tags behind them, no marks of tags in them."""
    words = clean_line(read_line(text).words)
    return _TAG_MARK.sub("", _LAST_TAGS.sub("", words)).strip()


def citable(
    texts: Iterable[str], names: Collection[str], may_stand: Callable[[str], bool], most: int = 2
) -> tuple[str, ...]:
    """Give what of a talk can be cited to the one who said it, each once, shortened at a word.

    Args:
        texts: Lines, the best first.
        names: Their names, which become `you`.
        may_stand: Whether a line names nobody who must not be named (M4).
        most: How many at most.
    """
    found: dict[str, str] = {}
    for text in texts:
        words = plain(text)
        if len(words.split()) < _FEWEST_WORDS or not may_stand(words) or _judges(words, names):
            continue
        said = shorten(said_to_them(words, names), LONGEST).rstrip(".")
        if said and may_stand(said):
            found.setdefault(said.casefold(), said)
        if len(found) == most:
            break
    return tuple(found.values())


def promised(text: str, names: Collection[str], day_words: str = "") -> str:
    """Give a promise as one says it to whom it was given, without the day that was said with it.

    Args:
        text: The promise, as it was noted.
        names: The names of whom it was given to, which become `you`.
        day_words: The piece of the text that says when.
    """
    return asked_of_them(_without_day(text, day_words), names) or plain(text)


def _without_day(text: str, day_words: str) -> str:
    words = plain(text)
    head, found, tail = words.partition(day_words) if day_words else (words, "", "")
    return clean_line(f"{head.rstrip(_DATED)} {tail.strip(_DATED)}") if found else words


def done(text: str, names: Collection[str] = (), day_words: str = "") -> str:
    """Give a promise of theirs as what they did: `she sends me the list` is `sent me the list`.

    Args:
        text: The promise, as it was noted.
        names: Their names, which may stand before it.
        day_words: The piece of the text that says when.

    Returns:
        The clause; empty where it begins with no verb whose past is known.
    """
    told = deed(_without_day(text, day_words), names)
    verb, space, rest = told.partition(" ")
    past = _PAST.get(verb.lower())
    if past is None or not space:
        return ""
    return f"{past} {rest}".rstrip(" .")


def _judges(words: str, names: Collection[str]) -> bool:
    """Whether a line says what somebody is like, who is to read it."""
    known = "".join(f"|{re.escape(name)}" for name in names if name)
    whom = rf"(?<!\w)(?:she|he{known})"
    return bool(
        re.search(rf"^{_SEEMS}\b|{whom}\s+(?:\w+\s+)?{_SEEMS}\b", words, re.IGNORECASE)
        or re.search(rf"{whom}(?:['’]s|\s+(?:is|was))(?!\w)", words, re.IGNORECASE)
    )
