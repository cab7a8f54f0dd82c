"""What the forms of an English word have in common (Porter's rules); other words are their own stem."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_PLAIN: Final = re.compile(r"[a-z]{3,40}")
_SECOND: Final[Mapping[str, str]] = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "logi": "log", "bli": "ble", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous",
    "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive",
    "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
}  # fmt: skip
_THIRD: Final[Mapping[str, str]] = {
    "icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": "",
}  # fmt: skip
_FOURTH: Final = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Give the stem of a folded word; two words with the same one are forms of each other."""
    if not _PLAIN.fullmatch(word):
        return word
    word = _first(word)
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    for endings in (_SECOND, _THIRD):
        word = _exchanged(word, endings)
    word = _without_ending(word)
    return _fifth(word)


def _shape(word: str) -> str:
    """Give for each letter whether it sounds (v) or not (c); a y sounds after one that does not."""
    shape = ""
    for letter in word:
        sounds = letter in "aeiou" or (letter == "y" and shape[-1:] == "c")
        shape += "v" if sounds else "c"
    return shape


def _measure(word: str) -> int:
    return len(re.findall("vc", re.sub(r"(.)\1+", r"\1", _shape(word))))


def _has_vowel(word: str) -> bool:
    return "v" in _shape(word)


def _ends_short(word: str) -> bool:
    return _shape(word)[-3:] == "cvc" and word[-1] not in "wxy"


def _is_double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _shape(word)[-1] == "c"


def _first(word: str) -> str:
    """Take off what makes a plural, a past or a progress."""
    if word.endswith("s"):
        if word.endswith(("sses", "ies")):
            word = word[:-2]
        elif not word.endswith("ss"):
            word = word[:-1]
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        bare = word.removesuffix(ending)
        if bare != word and _has_vowel(bare):
            return _mended(bare)
    return word


def _mended(word: str) -> str:
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _is_double(word) and word[-1] not in "lsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _ends_short(word) else word


def _exchanged(word: str, endings: Mapping[str, str]) -> str:
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending):
            bare = word[: -len(ending)]
            return bare + endings[ending] if _measure(bare) > 0 else word
    return word


def _without_ending(word: str) -> str:
    for ending in sorted(_FOURTH, key=len, reverse=True):
        if word.endswith(ending):
            bare = word[: -len(ending)]
            goes = _measure(bare) > 1 and (ending != "ion" or bare[-1:] in ("s", "t"))
            return bare if goes else word
    return word


def _fifth(word: str) -> str:
    if word.endswith("e"):
        bare = word[:-1]
        if _measure(bare) > 1 or (_measure(bare) == 1 and not _ends_short(bare)):
            word = bare
    return word[:-1] if _is_double(word) and word[-1] == "l" and _measure(word[:-1]) > 1 else word
