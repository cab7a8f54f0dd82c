"""Whether two names likely mean one person, or one organization; what follows from it is left to others (M4)."""

import re
from typing import Final

from infotui.domain.naming import TITLES, UNSEEN
from infotui.domain.text import clean_line, fold

# What an organization is in law, and what one leaves out when one speaks of it.
_FORMS: Final = frozenset(
    ["the", "gmbh", "ag", "se", "kg", "ltd", "limited", "inc", "llc", "plc", "co", "corp", "ev",
     "company", "sa", "bv", "ab", "oy", "as"]
)  # fmt: skip
_WHERE: Final = re.compile(r"\s+(?:at|of|from|in|@)\s+.*$|\s*\(.*$", re.IGNORECASE)
_PART: Final = re.compile(r"[^\W_]+")
_SHORT: Final = 3


def likely_same(one: str, other: str, *, fits: bool = False) -> bool:
    """Tell whether two names are likely those of one person; rather once too often than too seldom (M4).

    Titles, initials, the order, a `, PhD` and an ` at Southwind` behind the name do not count; a short
    form of the first name does, as `Dan` for `Daniel`, and one more name in between.

    Args:
        one: A name, as it was noted.
        other: A name, as another noted it.
        fits: Whether all else fits, so that a first or a last name alone is enough.
    """
    if fold(one) == fold(other):
        return bool(fold(one))
    mine, theirs = _bare_parts(one), _bare_parts(other)
    if not mine or not theirs:
        return False
    few, many = sorted((mine, theirs), key=len)
    if len(few) == 1:
        return few[0] in many and (fits or len(many) == 1)
    whole = [part for part in few if len(part) > 1]
    if len(whole) > 1 and set(whole) <= set(many):
        return True
    return few[-1] == many[-1] and len(few[-1]) > 1 and _short_for(few[0], many[0])


def _short_for(one: str, other: str) -> bool:
    """Whether one first name may be a short form of another: an initial, or its beginning."""
    return one.startswith(other) or other.startswith(one)


def _bare_parts(name: str) -> list[str]:
    """Give the parts of a name, the first names first, without titles and without where they work."""
    words = _WHERE.sub("", UNSEEN.sub("", clean_line(name)))
    last, comma, first = words.partition(",")
    if comma and not _is_only_titles(first):
        words = f"{first.replace(',', ' ')} {last}"
    parts = [fold(part) for part in _PART.findall(words)]
    return [part for part in parts if part not in TITLES] or parts


def _is_only_titles(text: str) -> bool:
    parts = [fold(part) for part in _PART.findall(text.replace(".", ""))]
    return all(part in TITLES for part in parts)


def likely_same_organization(one: str, other: str) -> bool:
    """Tell whether two names are likely those of one organization: `Northwind Labs`, `Northwind Labs GmbH`."""
    mine, theirs = _house_parts(one), _house_parts(other)
    few, many = sorted((mine, theirs), key=len)
    return bool(few) and (few == many or (len("".join(few)) > _SHORT and many[: len(few)] == few))


def _house_parts(name: str) -> list[str]:
    parts = [fold(part) for part in _PART.findall(clean_line(name).replace(".", ""))]
    return [part for part in parts if part not in _FORMS] or parts
