"""The checklist for the day of an interview, by the kind of its place (S25, S36-S40)."""

from datetime import datetime
from typing import Final, NamedTuple

from infotui.domain.leaving import Leaving
from infotui.domain.place import is_known
from infotui.domain.text import clean_line, shorten


class SheetItem(NamedTuple):
    """One thing to have done before leaving; `key` is what is stored when it is."""

    key: str
    words: str
    more: str = ""  # the very room, link or file
    doubt: str = ""  # what is wrong with it, as far as can be seen from here


class DaySheet(NamedTuple):
    """The day of one interview: what to have done, when to leave, when one arrived."""

    items: tuple[SheetItem, ...]
    leaving: Leaving | None = None
    arrived_at: datetime | None = None


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
_PLACE_OF: Final = {"route": "address", "link": "link", "number": "number"}
_MORE: Final = 60  # characters of what is added to an item


def items_for(place_kind: str) -> tuple[SheetItem, ...]:
    """Give the day sheet for a kind of place; without one, what holds for all of them."""
    return (*_BY_KIND.get(place_kind, ()), *_ALWAYS)


def place_word(place_kind: str) -> str:
    """Say what the place of that kind is told by: `address`, `link` or `number`."""
    return {"video": "link", "telephone": "number"}.get(place_kind, "address")


def items_of(
    place_kind: str, place: str, entry: str, resume: str, *, resume_missing: bool = False
) -> tuple[SheetItem, ...]:
    """Give the day sheet of one interview, each item with the very thing it is about (S36-S39).

    Args:
        place_kind: The kind of place.
        place: Its address, link or number.
        entry: The room and how to get in, how to test the link, or who calls whom.
        resume: The file of the resume; only its name is said.
        resume_missing: Whether it was looked for and is not there.
    """
    where = " · ".join(part for part in (clean_line(place), clean_line(entry)) if part)
    file = clean_line(resume).replace("\\", "/").rstrip("/").rpartition("/")[2]
    gone = "there is no such file" if resume_missing else ""
    told = {
        key: (where, "" if is_known(place_kind, place) else f"no {word} yet")
        for key, word in _PLACE_OF.items()
    }
    told["resume"] = (file, gone if file else "no file is named yet")
    return tuple(
        item._replace(more=shorten(told[item.key][0], _MORE), doubt=told[item.key][1])
        if item.key in told
        else item
        for item in items_for(place_kind)
    )
