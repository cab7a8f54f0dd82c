"""Names: the one to address somebody by, and whether a text names somebody who would rather not be (M4)."""

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from infotui.domain.heard import ALSO_WORDS
from infotui.domain.text import clean_line, fold

TITLES: Final = frozenset([
    "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "phd",
    "md", "msc", "ba", "ma", "bsc", "mba", "herr", "frau", "jr", "sr",
])  # fmt: skip
# Beside whom one came through, where nothing else of that person is in the notebook any more.
UNNAMED_MARK: Final = " (asked not to be named)"
_PART: Final = re.compile(r"[^\W_]+")
UNSEEN: Final = re.compile("[\u00ad\u200b-\u200d\u2060]")  # within a word, seen by nobody
_SHORT: Final = 3
# How a sentence goes on that begins with a word such as May, Will or Mark.
_GOES_ON: Final = re.compile(
    r"\s+(?:i|you|we|it|they|he|she|the|this|that|these|those|there|my|your|our|a|an|all|of|to|in"
    r"|on|at|for|with|and|as|if|is|are|be|not|please)\b",
    re.IGNORECASE,
)
# Names that are words as well; these are names only where they are written so.
WORDS_TOO: Final = ALSO_WORDS | frozenset([
    "a", "ago", "all", "also", "am", "an", "and", "any", "are", "as", "at", "back", "be",
    "best", "but", "by", "can", "case", "church", "clay", "cross", "da", "day", "de", "del",
    "dear", "der", "di", "do", "du", "early", "east", "ein", "el", "fast", "field", "fields",
    "fine", "fish", "free", "glad", "go", "good", "hand", "has", "he", "head", "her", "him",
    "his", "house", "how", "ii", "iii", "im", "in", "ist", "it", "jan", "kind", "la", "lane",
    "law", "le", "little", "low", "major", "man", "many", "march", "marine", "may", "me",
    "mine", "more", "most", "much", "my", "news", "no", "north", "now", "of", "old", "on",
    "one", "or", "our", "page", "park", "past", "peace", "plan", "post", "power", "press",
    "price", "read", "real", "rich", "ring", "rock", "root", "rule", "sales", "see", "self",
    "sharp", "she", "short", "small", "smart", "snow", "so", "son", "song", "south", "star",
    "steel", "stone", "storm", "strong", "summer", "sun", "sweet", "than", "the", "they",
    "this", "time", "to", "too", "true", "u", "under", "up", "us", "van", "von", "wall", "was",
    "water", "we", "well", "west", "wild", "winter", "wise", "with", "works", "yes", "you",
    "zu",
])  # fmt: skip


class Referrer(NamedTuple):
    """Somebody who gave me a name, and whether I may say so: yes, no, not asked."""

    contact_id: int
    name: str
    consent: str
    interview_id: int | None = None  # the talk in which they gave it

    def is_named_in(self, text: str, spared: Collection[str] = ()) -> bool:
        """Tell whether a text names them, however hastily it is written."""
        return names(text, self.name, spared)


def first_name(name: str) -> str:
    """Give the name by which one addresses somebody: the first that is no title."""
    parts = clean_line(name).split(" ")
    for part in parts:
        if fold(part.strip(".,")) not in TITLES:
            return part.strip(",")
    return parts[0]


def names(text: str, name: str, spared: Collection[str] = ()) -> bool:
    """Tell whether a text names a person, however hastily it is written: `ana`, `Anas`, `alvarez`.

    The whole name counts as it stands. So does each part of it in any case, with an s behind it or
    without. A part that is a common word as well (`May`, `Young`, `An`) counts only with a capital,
    and not where it begins a sentence that goes on as one with that word does: `May I ask`.

    Args:
        text: Any text.
        name: The person's whole name.
        spared: Names that may stand there, such as that of the one the text is for; a part of the
            name that is also a part of one of these does not count by itself.
    """
    text, whole = UNSEEN.sub("", text), fold(name)
    if not whole:
        return False
    if whole not in WORDS_TOO and re.search(
        rf"{_edge(whole[0])}{re.escape(whole)}{_edge(whole[-1], after=True)}", fold(text)
    ):
        return True
    others = {fold(part) for other in spared for part in _PART.findall(other)}
    telling = {fold(part) for part in _telling(name)} - others - TITLES
    return any(
        part in telling and (part not in WORDS_TOO or _as_a_name(text, found))
        for found in _PART.finditer(text)
        for part in _parts_meant(found[0])
    )


def _parts_meant(word: str) -> tuple[str, ...]:
    """Give what a word may be a form of: itself, and what is left without an s."""
    told = fold(word)
    return (told, told[:-1]) if told.endswith("s") and len(told) > _SHORT else (told,)


def _as_a_name(text: str, found: re.Match[str]) -> bool:
    """Whether a word that is also a common one stands there as a name does."""
    if found[0][0].islower():
        return False
    before, behind = text[: found.start()].rstrip(), text[found.end() :]
    begins = not before or before[-1] in ".!?:\n–" or "\n" in text[len(before) : found.start()]
    return not (begins and _GOES_ON.match(behind))


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


def not_to_be_named(
    referrers: Collection[Referrer],
    made: Collection[Referrer] = (),
    refusers: Collection[Referrer] = (),
) -> tuple[Referrer, ...]:
    """Give those who must not be named to somebody, each once (M4).

    These are all who said no for any lead, but for whoever said yes towards that very person, or
    brought us together, and never said no for them.

    Args:
        referrers: Who gave me the name of the one I write to.
        made: Who brought us together.
        refusers: All who said no, for whatever lead.
    """
    never = {r.contact_id: r for r in referrers if r.consent == "no"}
    willing = {r.contact_id for r in (*made, *referrers) if r.consent == "yes"}
    strict = {r.contact_id: r for r in refusers if r.contact_id not in willing}
    return tuple((strict | never).values())


def to_be_asked(
    referrers: Collection[Referrer], made: Collection[Referrer]
) -> tuple[Referrer, ...]:
    """Give those whom I have not asked yet whether I may name them, each once."""
    settled = {r.contact_id for r in (*made, *(r for r in referrers if r.consent != "not asked"))}
    asking = (r for r in referrers if r.consent == "not asked" and r.contact_id not in settled)
    return tuple({r.contact_id: r for r in asking}.values())
