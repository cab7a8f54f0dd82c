"""Resources that were named to me, and who else may like one, with the reasons (S48)."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from infotui.domain.text import fold, shorten

# Words that stand in many resources and say nothing about what one is about; folded, from four letters.
_SAYS_NOTHING: Final = frozenset({
    "about", "above", "after", "again", "also", "article", "articles", "association", "away",
    "back", "because", "been", "before", "being", "best", "book", "books", "both", "call",
    "called", "check", "could", "course", "courses", "does", "done", "each", "even", "ever",
    "every", "find", "first", "from", "give", "gives", "good", "great", "group", "groups",
    "guide", "have", "here", "into", "just", "keep", "kind", "know", "last", "like", "link",
    "list", "long", "look", "made", "make", "making", "many", "more", "most", "much", "must",
    "need", "only", "other", "over", "page", "pages", "paper", "papers", "people", "podcast",
    "professional", "read", "reading", "really", "report", "reports", "resource", "said", "same",
    "school", "should", "site", "sites", "some", "such", "take", "talk", "tell", "than", "that",
    "their", "them", "then", "there", "these", "they", "thing", "things", "think", "this",
    "those", "through", "time", "under", "used", "very", "want", "website", "week", "well",
    "were", "what", "when", "where", "which", "while", "will", "with", "work", "working", "works",
    "would", "year", "years", "your",
})  # fmt: skip
_WORD: Final = re.compile(r"[^\W_]{4,}")
_ADDRESS: Final = re.compile(r"\S+://\S+|www\.\S+|\S+@\S+")
_NAMED: Final = 2  # words or resources that a reason names


class Shared(NamedTuple):
    """That a resource was passed on to somebody."""

    contact_id: int
    name: str
    at: datetime
    words: str = ""


class ResourceRow(NamedTuple):
    """A resource: what it is, who named it in which talk, and to whom it was passed on."""

    id: int
    text: str
    link: str
    field: str  # its own, else the field of the talk it was named in
    noted_at: datetime
    giver_id: int | None = None
    giver: str = ""
    organization_id: int | None = None
    organization: str = ""  # where whoever named it works
    interview_id: int | None = None
    own_field: str = ""
    shared: tuple[Shared, ...] = ()


class Reader(NamedTuple):
    """Somebody who could like a resource: where they stand, what they spoke of, what they named."""

    contact_id: int
    name: str
    organization_id: int | None
    organization: str
    field: str
    texts: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()  # resources they named: text and field


class Liking(NamedTuple):
    """Somebody who may like a resource, and what speaks for it, the best reason first."""

    contact_id: int
    name: str
    organization: str
    reasons: tuple[str, ...]
    weight: int


def telling_words(text: str) -> dict[str, str]:
    """Give the words of a text that say what it is about, folded, each by its stem."""
    found = _WORD.findall(fold(_ADDRESS.sub(" ", text)))
    by_stem = {_stem(word): word for word in found if word not in _SAYS_NOTHING}
    return {stem: word for stem, word in by_stem.items() if stem not in _SAYS_NOTHING}


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def who_may_like(resource: ResourceRow, readers: Iterable[Reader]) -> list[Liking]:
    """Give who may like a resource, best first (S48).

    Never whoever named it, nor those who have it already; nobody without a reason.

    Args:
        resource: The resource.
        readers: Those who are in the notebook and not archived.
    """
    gone = {shared.contact_id for shared in resource.shared} | {resource.giver_id}
    about = telling_words(resource.text)
    found = (_liking(resource, about, who) for who in readers if who.contact_id not in gone)
    return sorted(
        (liking for liking in found if liking.reasons),
        key=lambda liking: (-liking.weight, liking.name.casefold(), liking.contact_id),
    )


def _liking(resource: ResourceRow, about: Mapping[str, str], who: Reader) -> Liking:
    reasons: list[tuple[int, str]] = []
    spoken_of = telling_words("\n".join(who.texts)).keys()
    asked = sorted(about.keys() & spoken_of, key=lambda word: (-len(word), word))
    if asked:
        words = ", ".join(f"“{about[word]}”" for word in asked[:_NAMED])
        # One word of many may have come up by chance; half of them, or two, hardly have.
        much = len(asked) > 1 or 2 * len(asked) >= len(about)
        reasons.append((3 + min(len(asked), 3) if much else 1, f"{words} came up with them"))
    alike = [text for text, field in who.named if _is_alike(resource, about, text, field)]
    if alike:
        reasons.append((3, f"named one like it: {shorten(alike[0], 40)}"))
    if resource.field and fold(resource.field) == fold(who.field):
        reasons.append((2, f"same field: {who.field}"))
    if resource.organization_id is not None and resource.organization_id == who.organization_id:
        reasons.append((1, f"at {who.organization}, as {resource.giver or 'whoever named it'}"))
    reasons.sort(key=lambda reason: -reason[0])
    weight = sum(points for points, _ in reasons)
    return Liking(
        who.contact_id, who.name, who.organization, tuple(said for _, said in reasons), weight
    )


def _is_alike(resource: ResourceRow, about: Mapping[str, str], text: str, field: str) -> bool:
    """Whether a resource is like another one: of one field and about one thing, or about two."""
    common = len(about.keys() & telling_words(text).keys())
    same = bool(resource.field) and fold(resource.field) == fold(field)
    return common >= 2 or (common >= 1 and same)
