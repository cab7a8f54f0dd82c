"""What somebody said, out of a note's line, in words that one can send back to them (S46)."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import Final

from infotui.domain.capture import read_line
from infotui.domain.heard import asked_of_them, said_to_them
from infotui.domain.text import clean_line, shorten

LONGEST: Final = 100  # what still fits on a card beside another
_FEWEST_WORDS: Final = 3  # "yes, often" is nothing to cite
_LAST_TAGS: Final = re.compile(r"(?:[\s,;·]*(?<!\S)#\w[\w-]*)+\s*$")
_TAG_MARK: Final = re.compile(r"(?<![\w&#/\\])#(?=\w)")
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
        if len(words.split()) < _FEWEST_WORDS or not may_stand(words):
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
    words = plain(text)
    head, found, tail = words.partition(day_words) if day_words else (words, "", "")
    if found:
        words = clean_line(f"{head.rstrip(_DATED)} {tail.strip(_DATED)}")
    return asked_of_them(words, names) or plain(text)
