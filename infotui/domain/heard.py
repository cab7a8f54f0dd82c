"""Puts what one noted of a person into words for another, or for that person: nobody named, `you` for them."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from infotui.domain.text import clean_line, shorten

_LONGEST: Final = 220
_ENDS: Final = " .;,·"
_BETWEEN: Final = "always|never|often|still|also|sometimes|rarely|only|usually|just|now|mostly"
_SUBJECT: Final = re.compile(
    rf"\b(?:she|he)\b(?:['’](s|d|ll)\b)?((?:\s+(?:{_BETWEEN}))?\s*)([\w'’]+)?", re.IGNORECASE
)
_POSSESSIVE: Final = re.compile(r"\b(?:her|his)(?=\s+(?!to\b|in\b|at\b|on\b|the\b|a\b|an\b|that\b|what\b|which\b|of\b|for\b|with\b|when\b|whether\b|how\b|who\b|my\b|our\b|your\b|some\b|by\b)\w)", re.IGNORECASE)  # fmt: skip
_OBJECT: Final = re.compile(r"\b(?:her|him)\b", re.IGNORECASE)
_SELF: Final = re.compile(r"\b(?:herself|himself)\b", re.IGNORECASE)
_WILL: Final = (
    "will|would|shall|can|could|(?:is|am|are) going to|wants? to|promised to|offered to|to"
)
_IRREGULAR: Final = {"is": "are", "was": "were", "has": "have", "does": "do", "goes": "go",
                     "isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't",
                     "doesn't": "don't"}  # fmt: skip
_NO_VERB: Final = frozenset({"perhaps", "this", "thus", "afterwards", "besides", "unless", "yes"})
_SAYING: Final = "says|said|thinks|thought|told me|tells me|believes|believed"  # Names that are words as well are names only where they are written so.
ALSO_WORDS: Final = frozenset(
    {"will", "may", "mark", "grace", "hope", "rich", "bill", "sue", "pat", "rose", "dean", "faith",
     "joy", "june", "april", "august", "art", "frank", "jack", "rob", "drew", "miles", "chance",
     "long", "young", "brown", "white", "black", "green", "king", "hall", "wood", "hill", "cook"}
)  # fmt: skip


def said_to_them(text: str, names: Collection[str] = ()) -> str:
    """Give a note about somebody as one says it to that very person: `she hires` is `you hire`.

    Only words that begin with the pronoun are turned, because further inside it may mean anybody.

    Args:
        text: What one noted.
        names: The person's names.
    """
    words = _without_sayers(_bare(text), names)
    if re.match(r"(?:she|he)\b", words, re.IGNORECASE):
        words = _possessives(_SUBJECT.sub(_to_you, words), "your", "you", "yourself")
    return _named(words, names, "you")


def asked_of_them(text: str, names: Collection[str] = ()) -> str:
    """Give a promise as one says it to whom it was given: `send her it` is `send you it`.

    In the words of a promise she and he are the one it was given to, as nobody else is there.
    """
    words = _possessives(_SUBJECT.sub(_to_you, _bare(text)), "your", "you", "yourself")
    return _named(words, names, "you")


def deed(text: str, names: Collection[str] = ()) -> str:
    """Give a promise as what is to be done, without who does it: `she sends it` is `send it`.

    Args:
        text: What one noted.
        names: Of those who may have given it.
    """
    known = "".join(f"|{re.escape(name)}" for name in sorted(names, key=len, reverse=True) if name)
    parts = re.match(
        rf"(?:(?P<one>she|he{known})|(?P<other>they|i|we))?(?P<short>['’](?:ll|d)\b)?(?:^|\s+)"
        rf"(?:(?P<will>{_WILL})\s+)?(?P<verb>[\w'’]+)(?P<rest>.*)",
        text, re.IGNORECASE | re.DOTALL,
    )  # fmt: skip
    who = parts and (parts["one"] or parts["other"])
    if parts is None or (not who and parts["verb"][:1].isupper()):  # `Will Smith gets it`
        return text
    bent = parts["one"] and not parts["short"] and not parts["will"]
    return f"{_verb(parts['verb']) if bent else parts['verb']}{parts['rest']}"


def said_of_nobody(text: str, names: Collection[str] = ()) -> str:
    """Give a note so that nobody can be told from it: without names, she and he taken out.

    Args:
        text: What one noted.
        names: Whoever must not be named: who said it, and whoever else is known by name.
    """
    words = _without_sayers(_bare(text), names)
    first = True

    def turn(found: re.Match[str]) -> str:
        nonlocal first
        if first and not found[1]:
            first = False
            return f"somebody{found[2]}{found[3] or ''}"
        return _plural("they", found)

    words = _possessives(_SUBJECT.sub(turn, words), "their", "them", "themselves")
    return _named(words, names, "somebody")


def ask_of_nobody(question: str, names: Collection[str]) -> str:
    """Give a question in one's own words so that it names nobody: `Imran says X` is `Somebody told me: X`.

    Args:
        question: As it was written.
        names: What those may be called who must not be named, as `name_parts` gives it.
    """
    whole = clean_line(question)
    said = re.sub(_begins_with_sayer(names), "", whole) if names else whole
    told = "Somebody told me: " if said != whole else ""
    named = _named(said, names, "somebody")
    return f"{told}{named}" if told else f"{named[:1].upper()}{named[1:]}"


def name_parts(names: Sequence[str], others: Sequence[str] = ()) -> tuple[str, ...]:
    """Give what people may be called: whole names and each part of them, the longest first.

    Args:
        names: Of people; first and whole names are known in small letters as well, as they are
            written in haste.
        others: Of people or of other things, known only as they are written: a lead is as often an
            association, and its words would be found everywhere.
    """
    parts = {part for name in (*names, *others) for part in _parts(clean_line(name))}
    hasty = {
        said
        for name in names
        for word in _in_haste(clean_line(name))
        for said in (word.lower(), word.title())
    }
    return tuple(sorted((p for p in parts | hasty if len(p) > 1), key=lambda p: (-len(p), p)))


def _parts(name: str) -> list[str]:
    """Take a name apart; `van` and `de` are no name by themselves."""
    words = name.split()
    return [name, *words[:1], *(word for word in words[1:] if word[:1] != word[:1].lower())]


def _in_haste(name: str) -> list[str]:
    return [name, *(word for word in name.split()[:1] if word.lower() not in ALSO_WORDS)]


def _bare(text: str) -> str:
    return shorten(text, _LONGEST).strip(_ENDS)


def _any(names: Collection[str]) -> str:
    # Longest first, so that a whole name goes before its parts.
    return "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)) if name)


def _without_sayers(text: str, names: Collection[str]) -> str:
    """Leave out who said it: `…, says Imran` and `Imran says that …`."""
    if not names:
        return text
    known = _any(names)
    text = re.sub(rf"\s*[,;(–—-]\s*(?:{_SAYING})\s+(?:{known})\b\)?", "", text)
    return re.sub(_begins_with_sayer(names), "", text).strip(_ENDS)


def _begins_with_sayer(names: Collection[str]) -> str:
    return rf"^(?:{_any(names)})(?:\s+(?:{_SAYING})(?:\s+that)?\s*:?|:)\s+"


def _named(text: str, names: Collection[str], instead: str) -> str:
    if not names:
        return text
    owned = "your" if instead == "you" else "somebody's"
    text = re.sub(rf"\b(?:{_any(names)})(?:['’]s|['’])(?!\w)", owned, text)
    return re.sub(rf"\b(?:{_any(names)})\b", instead, text)


def _to_you(found: re.Match[str]) -> str:
    return _plural("you", found)


def _plural(who: str, found: re.Match[str]) -> str:
    """Give another subject for she or he, with the verb behind it as that subject has it."""
    ending, gap, verb = found.groups()
    if ending:
        whole = {"s": "are", "d": "would", "ll": "will"}[ending.lower()]
        return f"{who} {whole}{gap}{verb or ''}"
    return f"{who}{gap}{_verb(verb or '')}"


def _verb(word: str) -> str:
    low = word.replace("’", "'").lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low in _NO_VERB or not low.endswith("s") or low.endswith("ss") or len(low) < 4:
        return word
    if low.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if re.search(r"(?:sh|ch|ss|x|zz)es$", low) else word[:-1]


def _possessives(text: str, owned: str, them: str, self: str) -> str:
    text = _SELF.sub(self, _POSSESSIVE.sub(owned, text))
    return _OBJECT.sub(them, text)
