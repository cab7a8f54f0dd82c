"""The words of a text as a search compares them: folded, each with its place; their forms are `stem`'s."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from infotui.domain.text import fold

# Scripts that put no space between words: each letter stands for itself, so that a part is found.
_ALONE: Final = (
    "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_WORD: Final = re.compile(rf"(?=[^\W_])[{_ALONE}]|[^\W_{_ALONE}]+")
_LONGEST: Final = 50_000  # characters of one text that are looked through for places


class Placed(NamedTuple):
    """A word with where it stands in the text it is from."""

    word: str
    start: int
    end: int


def words_in(folded: str) -> list[str]:
    """Take a folded text apart into its words; what is no letter and no digit stands between them."""
    return _WORD.findall(folded)


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded."""
    return words_in(fold(text))


def words_beginning(letter: str, text: str) -> list[Placed] | None:
    """Give those of the placed words that begin with a letter, where that is quicker; else None."""
    if not (text.isascii() and letter.isascii()):
        return None
    line = text[:_LONGEST].casefold()
    return [Placed._make((word[0], *word.span())) for word in _beginning(letter).finditer(line)]


@lru_cache(maxsize=64)
def _beginning(letter: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){letter}[^\W_]*")


def placed_words(text: str) -> list[Placed]:
    """Give the folded words of a cleaned text, each with where it stands in the text as it is."""
    if text.isascii():
        found = _WORD.finditer(text[:_LONGEST].casefold())
        return [Placed(word[0], *word.span()) for word in found]
    pieces = [_folded(letter) for letter in text[:_LONGEST]]
    at = [place for place, piece in enumerate(pieces) for _ in piece]
    return [
        Placed(word[0], at[word.start()], _behind(pieces, at[word.end() - 1]))
        for word in _WORD.finditer("".join(pieces))
    ]


def _behind(pieces: list[str], last: int) -> int:
    """Give the place behind a word; marks that are written onto its last letter belong to it."""
    end = last + 1
    while end < len(pieces) and not pieces[end]:
        end += 1
    return end


@lru_cache(maxsize=4_096)
def _folded(letter: str) -> str:
    # Between two letters, so that a space stays one.
    return fold(f"a{letter}a")[1:-1]
