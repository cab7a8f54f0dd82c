"""Reads the lines of a contact's form: several ways in one line, links, tags, a time zone by its name."""

import re
from collections.abc import Callable, Collection
from typing import Final

from infotui.domain.contact import LINE_LIMIT, check_email, optional_line
from infotui.domain.errors import BadInputError
from infotui.domain.text import clean_line, fold

MOST: Final = 20  # of one kind: ways to reach somebody, or tags
TAG_LIMIT: Final = 50

_LINK: Final = re.compile(r"https?://([^\s/?#:@]+)(:\d+)?([/?#]\S*)?", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)


def split_line(field: str, value: str, check: Callable[[str], str] | None = None) -> list[str]:
    """Give the ways that stand in one line, parted by `;`, each once and in their order.

    Args:
        field: The field's name, for the error.
        value: What was entered.
        check: Gives one of them as it is stored, or refuses it.

    Raises:
        BadInputError: One cannot be meant, or there are too many.
    """
    look = check or (lambda part: optional_line(field, part))
    seen: dict[str, str] = {}
    for part in clean_line(value).split(";"):
        if way := look(part.strip()):
            seen.setdefault(fold(way), way)
    if len(seen) > MOST:
        raise BadInputError(field, f"That is {len(seen)} in one line; {MOST} fit here.")
    return list(seen.values())


def split_emails(value: str) -> list[str]:
    """Give the e-mail addresses of a line.

    Raises:
        BadInputError: One is no address.
    """
    return split_line("email", value, check_email)


def check_link(value: str) -> str:
    """Give a link as it is stored, or nothing; one without a beginning gets `https://`.

    Raises:
        BadInputError: It is no link, or one that does something else than to open a page.
    """
    line = optional_line("web", value)
    if not line:
        return ""
    whole = line if _SCHEME.match(line) else f"https://{line}"
    found = _LINK.fullmatch(whole)
    if found is None or "." not in found[1].strip("."):
        raise BadInputError(
            "web", f"“{line}” is no link to a page. Write it like https://example.org/ana."
        )
    return whole


def split_links(value: str) -> list[str]:
    """Give the links of a line.

    Raises:
        BadInputError: One is no link to a page.
    """
    return split_line("web", value, check_link)


def split_tags(value: str) -> list[str]:
    """Give the tags of a line: words, with or without `#`, each once.

    Raises:
        BadInputError: One is too long, or there are too many.
    """
    seen: dict[str, str] = {}
    for word in re.split(r"[\s,;]+", clean_line(value)):
        tag = word.lstrip("#")
        if len(tag) > TAG_LIMIT:
            raise BadInputError(
                "tags", f"A tag is one word; this one has {len(tag):,} characters, {TAG_LIMIT} fit."
            )
        if fold(tag):
            seen.setdefault(fold(tag), tag)
    if len(seen) > MOST:
        raise BadInputError("tags", f"That is {len(seen)} tags; {MOST} fit here.")
    return list(seen.values())


def check_zone(value: str, known: Callable[[], Collection[str]]) -> str:
    """Give the name of a time zone, also when only its city was written.

    Args:
        value: What was entered.
        known: Gives the names there are; asked only when something was entered.

    Raises:
        BadInputError: There is no such zone; the sentence names the nearest ones.
    """
    line = optional_line("zone", value)
    if not line:
        return ""
    names = known()
    if line in names:
        return line
    wanted = fold(line).replace(" ", "_")
    meant = [name for name in names if wanted == name.casefold()]
    meant = meant or [name for name in names if wanted == name.casefold().rpartition("/")[2]]
    if len(meant) == 1:
        return meant[0]
    near = sorted(meant)[:3] or _nearest(wanted[:LINE_LIMIT], names)
    hint = f"Near it: {', '.join(near)}." if near else "Write it like Europe/Berlin."
    raise BadInputError("zone", f"“{line}” is no time zone. {hint}")


def _nearest(wanted: str, names: Collection[str]) -> list[str]:
    from difflib import get_close_matches

    by = {name.casefold(): name for name in names}
    cities = {name.rpartition("/")[2]: name for name in by}
    close = get_close_matches(wanted.rpartition("/")[2], cities, 3, 0.7)
    close = [cities[city] for city in close] or get_close_matches(wanted, by, 3)
    return [by[name] for name in close]
