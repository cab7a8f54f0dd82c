"""Whether two findings may contradict each other: a guess from words, offered and never claimed (M8)."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from infotui.domain.text import fold

_WORD: Final = re.compile(r"[\w%]+(?:'[a-z]+)?")
_CLAUSE_END: Final = re.compile(r"[.,;:!?()“”]+(?:\s|$)|\s[-–—]\s|\b(?:but|while|whereas|though)\b")
_BEFORE: Final = 4  # how far before a word a denial still means that word
_AFTER: Final = 3
_KEPT: Final = 16_384  # texts, once read: all findings are set against each other at once

_DENIALS: Final = frozenset(
    {"no", "not", "never", "without", "none", "nobody", "nothing", "neither", "nor", "cannot",
     "hardly", "rarely", "seldom", "lacks", "lack", "lacking", "unable"}
)  # fmt: skip
# Somebody says in a finding itself that another saw it differently.
_CONTRARY: Final = re.compile(
    r"\b(?:the (?:reverse|opposite|contrary)|contrary to|contradict\w*|disagree\w*|unlike"
    r"|against what|differently|not what)\b"
)
# The two sides of one thing.
_SIDES: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        ("more most many grow grows growing rising rise rises higher larger bigger increases",
         "less fewer few least shrink shrinks shrinking falling fall falls lower smaller decreases"),
        ("always often usually every", "rarely seldom sometimes occasionally"),
        ("easy easily simple", "hard difficult tough"),
        ("fast quick quickly faster soon", "slow slowly slower late"),
        ("long longer permanent", "short shorter temporary"),
        ("required needed necessary must compulsory", "optional unnecessary voluntary"),
        ("paid", "unpaid"),
        ("open", "closed"),
        ("well good better best", "badly bad worse worst poorly"),
        ("steady secure safe stable", "unsteady insecure risky shaky"),
    )
)  # fmt: skip
_NUMBERS: Final = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip
# Words that two findings may share without speaking of the same thing.
_COMMON_WORDS: Final = """
about above after again against almost along also always among another anybody anyone anything
around because been before being below best better between both came come comes could different
does doing done down during each early either else enough even evening evenings ever every
everybody everyone everything first from gets give given gives goes going good great half hardly
have having here however into itself just keep keeps kind know knows last late later least less
like likes little long look looks made make makes many matter maybe mean means might month more
morning mornings most much must need needs never next night nights nobody nothing often once only
open other others over part people perhaps person place places quite rarely rather really right
said same says seldom seem seems several shall should since some somebody someone something
sometimes soon still such take takes than that their them then there these they thing think third
this those though thought through time times today together told took toward under until upon
used usual usually very want wants week well were what when where whether which while whole whom
whose will with within without work works would year your yours years weeks months days hours
minutes percent
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())


class Clash(NamedTuple):
    """What two findings may be at odds about: the word they share, and how they differ on it."""

    word: str
    how: str


def at_odds(one: str, other: str, ignored: Collection[str] = ()) -> Clash | None:
    """Tell whether two findings of the same kind may be at odds.

    They are when they share a telling word and one of them denies it, says the other side of it
    (more, less), gives another number of the same thing, or says itself that it is the reverse.

    Args:
        one: A finding's words.
        other: Another's, of another talk.
        ignored: Words that tell nothing here, such as those of the organization's name.

    Returns:
        The shared word and how they differ; None when nothing speaks for it.
    """
    return _set_against(one, other, tuple(ignored))


@lru_cache(
    maxsize=8_192
)  # the same findings are set against each other after each change of a plan
def _set_against(one: str, other: str, ignored: tuple[str, ...]) -> Clash | None:
    a, b = _read(one), _read(other)
    shared = sorted(a.keys() & b.keys())
    if not shared:
        return None
    contrary = len(shared) > 1 and (_says_contrary(one) or _says_contrary(other))
    if contrary:  # one word more than chance would have it
        return Clash(shared[0], "one says the reverse")
    nothing = _telling_nothing(ignored)
    for word in shared:
        how = "" if word in nothing else _difference(a[word], b[word])
        if how:
            return Clash(word, how)
    return None


def telling_words(text: str) -> frozenset[str]:
    """Give the words of a finding, cut to their stems, by which it may be set against another."""
    return frozenset(_read(text))


def stem(word: str) -> str:
    """Cut a folded word to what its singular and its plural share."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


class Signs(NamedTuple):
    """What in a finding can set it against another at all: quick to compare, for thousands of pairs."""

    turns: bool  # it denies something, or says itself that it is the reverse
    one: int  # bit by bit: which of the pairs of sides it has the first of
    other: int
    counts: bool

    def may_differ(self, with_: "Signs") -> bool:
        """Whether `at_odds` can find anything between the two; it need not."""
        return (
            self.turns
            or with_.turns
            or (self.counts and with_.counts)
            or bool(self.one & with_.other or self.other & with_.one)
        )


@lru_cache(maxsize=_KEPT)
def signs_of(text: str) -> Signs:
    """Give what in a finding can set it against another."""
    said = _read(text).values()
    words: frozenset[str] = frozenset().union(*(found.words for found in said))
    return Signs(
        _says_contrary(text) or any(True in found.denied for found in said),
        sum(1 << bit for bit, (side, _) in enumerate(_SIDES) if words & side),
        sum(1 << bit for bit, (_, side) in enumerate(_SIDES) if words & side),
        any(found.numbers for found in said),
    )


@lru_cache(maxsize=1_024)
def _telling_nothing(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(word) for name in names for word in fold(name).split())


@lru_cache(maxsize=_KEPT)
def _says_contrary(text: str) -> bool:
    return _CONTRARY.search(fold(text)) is not None


class _Said(NamedTuple):
    """What a finding says in the clauses that hold one telling word."""

    denied: frozenset[bool]
    words: frozenset[str]
    numbers: Mapping[str, set[str]]


@lru_cache(maxsize=_KEPT)  # each finding is set against several others
def _read(text: str) -> Mapping[str, _Said]:
    """Map each telling word of a finding, cut to its stem, to what is said with it."""
    # A thousands comma is no end of a clause, because no space follows it.
    parts = _CLAUSE_END.split(fold(text).replace("’", "'"))
    clauses = [tuple(w.removesuffix("'s") for w in _WORD.findall(part)) for part in parts]
    with_word: dict[str, list[tuple[str, ...]]] = {}
    for clause in clauses:
        for word in filter(_tells, clause):
            with_word.setdefault(stem(word), []).append(clause)
    return {
        word: _Said(
            frozenset(_denied(clause, word) for clause in found),
            frozenset().union(*found),
            _numbers(found),
        )
        for word, found in with_word.items()
    }


def _tells(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and word not in _COMMON and word not in _DENIALS


def _difference(one: _Said, other: _Said) -> str:
    if one.denied.isdisjoint(other.denied):
        return "one denies it"
    for side, other_side in _SIDES:
        for a, b in ((side, other_side), (other_side, side)):
            if one.words & a and other.words & b and not (one.words & b or other.words & a):
                return (
                    "one says more of it" if side is _SIDES[0][0] else "they weigh it differently"
                )
    units = one.numbers.keys() & other.numbers.keys()
    if any(one.numbers[unit].isdisjoint(other.numbers[unit]) for unit in units):
        return "the numbers differ"
    return ""


def _denied(clause: Sequence[str], word: str) -> bool:
    """Whether the word is denied where it stands; two denials of it are none."""
    at = next(place for place, said in enumerate(clause) if stem(said) == word)
    near = [*clause[max(0, at - _BEFORE) : at], *clause[at + 1 : at + 1 + _AFTER]]
    return sum(w in _DENIALS or w.endswith("n't") for w in near) % 2 == 1


def _numbers(clauses: Iterable[Sequence[str]]) -> dict[str, set[str]]:
    """Map what is counted to its numbers: `eleven months` gives month: 11."""
    found: dict[str, set[str]] = {}
    for clause in clauses:
        for word, unit in pairwise(clause):
            number = str(_NUMBERS.index(word)) if word in _NUMBERS else word.lstrip("0")
            if number.isdigit() and unit.isalpha() and len(unit) > 2:
                found.setdefault(stem(unit), set()).add(number)
    return found
