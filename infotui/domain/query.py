"""What a line of search means: words, phrases and filters; a stand-in until the branch `search` is merged."""

from datetime import date
from typing import Final, NamedTuple

from infotui.domain.text import clean_line

FILTERS: Final = ("from:", "kind:", "field:", "org:", "after:", "before:")


class Query(NamedTuple):
    """A line of search, taken apart."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None
    remarks: tuple[str, ...] = ()


class Completion(NamedTuple):
    """What stands at the cursor and what it may become."""

    start: int
    end: int
    options: tuple[str, ...]


def read_query(text: str, today: date) -> Query:
    """Take a line apart; never raises."""
    words: list[str] = []
    kinds: list[str] = []
    people: list[str] = []
    remarks: list[str] = []
    for part in clean_line(text).split():
        name, colon, value = part.partition(":")
        if name == "kind" and colon and value:
            kinds.append(value)
        elif name == "from" and colon and value:
            people.append(value.strip('"'))
        elif name in {"after", "before"} and colon:
            remarks.append(f"“{part}” is no day: it was searched as a word.")
            words.append(part)
        else:
            words.append(part)
    return Query(tuple(words), kinds=tuple(kinds), people=tuple(people), remarks=tuple(remarks))
