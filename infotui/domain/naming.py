"""Names: the one to address somebody by, and whether a text names somebody who would rather not be (M4)."""

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from infotui.domain.heard import ALSO_WORDS
from infotui.domain.text import clean_line, fold

_TITLES: Final = frozenset(
    [
        "dr",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "sir",
        "dame",
        "rev",
        "phd",
        "md",
        "msc",
        "ba",
        "ma",
    ]
)
_PART: Final = re.compile(r"[^\W_]+")


class Referrer(NamedTuple):
    """Somebody who gave me a name, and whether I may say so: yes, no, not asked."""

    contact_id: int
    name: str
    consent: str
    interview_id: int | None = None  # the talk in which they gave it


def first_name(name: str) -> str:
    """Give the name by which one addresses somebody: the first that is no title."""
    parts = clean_line(name).split(" ")
    for part in parts:
        if fold(part.strip(".,")) not in _TITLES:
            return part.strip(",")
    return parts[0]


def names(text: str, name: str, spared: Collection[str] = ()) -> bool:
    """Tell whether a text names a person: by the whole name, the first one, or the last one.

    Args:
        text: Any text.
        name: The person's whole name.
        spared: Names that may stand there, such as that of the one the text is for; a part of the
            name that is also a part of one of these does not count by itself.
    """
    whole = fold(name)
    if not whole:
        return False
    if re.search(rf"{_edge(whole[0])}{re.escape(whole)}{_edge(whole[-1], after=True)}", fold(text)):
        return True
    others = {fold(part) for other in spared for part in _PART.findall(other)}
    telling = {fold(part) for part in _telling(name)} - others - _TITLES
    # By capitals, so that "may" and "will" are words and May and Will are people.
    return any(not word[0].islower() and fold(word) in telling for word in _PART.findall(text))


def mentions(text: str, name: str, spared: Collection[str] = ()) -> bool:
    """Tell whether a text may name a person, also in small letters, as notes are written in haste (M4).

    It rather finds one too many than one too few; what it finds is left out, not forbidden.
    """
    if names(text, name, spared):
        return True
    others = {fold(part) for other in spared for part in _PART.findall(other)}
    hasty = {fold(part) for part in _telling(name)} - others - _TITLES - ALSO_WORDS
    return any(fold(word) in hasty for word in _PART.findall(text))


def _telling(name: str) -> list[str]:
    """Give the parts of a name by which a person is known; `van` and a lone initial are none."""
    parts = [part for part in _PART.findall(name) if not part[0].islower()]
    return [part for part in parts if len(part) > 1 or not part.isascii()]


def _edge(letter: str, *, after: bool = False) -> str:
    """A word's edge; scripts without capitals write names without spaces around them."""
    if letter.upper() == letter.lower():
        return ""
    return r"(?!\w)" if after else r"(?<!\w)"


def give_introducer(referrers: Collection[Referrer], made: Collection[Referrer]) -> Referrer | None:
    """Give the one a draft may name: who made the contact, else who said that they may be named (M4).

    Whoever said no is never given, whatever else they said or did.

    Args:
        referrers: Who gave me the name of the one I write to, the latest first.
        made: Who brought us together, the latest first.
    """
    never = {r.contact_id for r in referrers if r.consent == "no"}
    willing = (*made, *(r for r in referrers if r.consent == "yes"))
    return next((r for r in willing if r.contact_id not in never), None)


def not_to_be_named(referrers: Collection[Referrer]) -> tuple[Referrer, ...]:
    """Give those who asked not to be named, each once."""
    return tuple({r.contact_id: r for r in referrers if r.consent == "no"}.values())


def to_be_asked(
    referrers: Collection[Referrer], made: Collection[Referrer]
) -> tuple[Referrer, ...]:
    """Give those whom I have not asked yet whether I may name them, each once."""
    settled = {r.contact_id for r in (*made, *(r for r in referrers if r.consent != "not asked"))}
    asking = (r for r in referrers if r.consent == "not asked" and r.contact_id not in settled)
    return tuple({r.contact_id: r for r in asking}.values())
