"""The checklist for the day of an interview, by the kind of its place (S25, S36-S39)."""

from typing import Final, NamedTuple


class SheetItem(NamedTuple):
    """One thing to have done before leaving; `key` is what is stored when it is."""

    key: str
    words: str


_IN_PERSON: Final = (
    SheetItem("dress", "decide what to wear, as for a job interview"),
    SheetItem("route", "know the way and the room, and when to leave"),
)
_BY_KIND: Final[dict[str, tuple[SheetItem, ...]]] = {
    "office": _IN_PERSON,
    "coffee shop": (*_IN_PERSON, SheetItem("buy", "offer to buy their coffee")),
    "video": (
        SheetItem("light", "background and light looked at"),
        SheetItem("link", "link opened and sound tested"),
    ),
    "telephone": (SheetItem("number", "their number at hand, who calls whom is clear"),),
    "other": _IN_PERSON,
}
_ALWAYS: Final = (SheetItem("resume", "resume with me; it stays in the bag unless asked for"),)


def items_for(place_kind: str) -> tuple[SheetItem, ...]:
    """Give the day sheet for a kind of place; without one, what holds for all of them."""
    return (*_BY_KIND.get(place_kind, ()), *_ALWAYS)
