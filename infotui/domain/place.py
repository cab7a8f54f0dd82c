"""The place of an interview as a form hands it in: what may stand in each line of it (S23, S24, S37)."""

from typing import Final, NamedTuple
from urllib.parse import urlsplit

from infotui.domain.errors import BadInputError
from infotui.domain.interview import PLACE_KINDS
from infotui.domain.leaving import IN_PERSON, MOST_MARGIN, MOST_TRAVEL, check_minutes
from infotui.domain.text import clean_line, shorten

MOST: Final = (
    1_000  # characters of an address, or of a link with all that follows its question mark
)
_CHOSEN: Final = {
    "": "", "me": "me", "i": "me", "mine": "me", "them": "them", "they": "them", "theirs": "them",
}  # fmt: skip


class PlaceForm(NamedTuple):
    """A place as it is handed in: plain texts, checked when they are stored."""

    kind: str
    place: str = ""
    entry: str = ""
    travel: str = ""
    margin: str = ""
    chosen: str = ""


class Place(NamedTuple):
    """A place as it may be stored."""

    kind: str
    place: str
    entry: str
    travel_minutes: int | None
    margin_minutes: int | None
    chosen_by: str


def check_place(form: PlaceForm) -> Place:
    """Give a place as it may be stored.

    Raises:
        BadInputError: A line cannot be meant; `field` is that line's name.
    """
    if form.kind not in PLACE_KINDS:
        raise BadInputError("place", f"“{shorten(form.kind, 40)}” is no kind of place.")
    place = check_link("place", form.place) if form.kind == "video" else _line("place", form.place)
    chosen = _CHOSEN.get(clean_line(form.chosen).casefold())
    if chosen is None:
        raise BadInputError(
            "chosen", "Who chose the place: `them` or `me`? Empty: not settled yet."
        )
    walked = form.kind in IN_PERSON
    return Place(
        form.kind,
        place,
        _line("entry", form.entry),
        check_minutes("travel", form.travel, MOST_TRAVEL) if walked else None,
        check_minutes("margin", form.margin, MOST_MARGIN) if walked else None,
        chosen,
    )


def check_link(field: str, text: str) -> str:
    """Give a link as one line, or nothing where nothing is written.

    Raises:
        BadInputError: It is no link of the web: `http` or `https` and a host, without a space.
    """
    link = _line(field, text)
    if not link:
        return ""
    if " " not in link and "\\" not in link:
        try:
            parts = urlsplit(link)
            host, _ = parts.hostname, parts.port
        except ValueError:
            host = None
        bare = host is not None and "@" not in parts.netloc and all(host.split("."))
        if bare and parts.scheme in {"http", "https"}:
            return link
    raise BadInputError(
        field, f"“{shorten(link, 60)}” is no link. It begins with https:// or http:// and a host."
    )


def is_known(kind: str, place: str) -> bool:
    """Whether the very place is known: any words, but for a video a link that can be opened (S37)."""
    if kind != "video" or not clean_line(place):
        return bool(clean_line(place))
    try:
        return bool(check_link("place", place))
    except BadInputError:
        return False


def _line(field: str, text: str) -> str:
    line = clean_line(text)
    if len(line) > MOST:
        raise BadInputError(
            field, f"That is {len(line):,} characters; {MOST:,} fit here. Nothing is lost yet."
        )
    return line
