"""The capture grammar of the live note line (M2): which item a line is, told from its first sign."""

import re
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.text import clean

NoteKind = Literal[
    "note", "lead", "my promise", "their promise", "opening", "finding", "resource",
    "arisen", "asked of me",
]  # fmt: skip
NOTE_KINDS: Final[tuple[str, ...]] = get_args(NoteKind)

SIGNS: Final[dict[str, NoteKind]] = {
    ">": "lead",
    "!": "my promise",
    "<": "their promise",
    "$": "opening",
    "*": "finding",
    "&": "resource",
    "?": "arisen",
    "^": "asked of me",
}
SIGN_OF: Final[dict[str, str]] = {kind: sign for sign, kind in SIGNS.items()}

_TAG: Final = re.compile(r"(?<![\w&#/])#(\w[\w-]*)")


class Caught(NamedTuple):
    """What a line is: its kind, its words without the sign, and its tags."""

    kind: NoteKind
    words: str
    tags: tuple[str, ...]


def read_line(text: str) -> Caught:
    """Read one line as it stands; the text stays the source, this only derives from it.

    A sign counts when it is the first character and words follow it. A backslash before a sign
    makes it plain text.
    """
    line = clean(text).strip()
    tags = tuple(dict.fromkeys(_TAG.findall(line)))
    kind = SIGNS.get(line[:1])
    words = line[1:].strip()
    # A sign alone, a row of signs, or a sum of money is no item.
    money = line[:1] == "$" and line[1:2].isdigit()
    if kind is not None and re.search(r"\w", words) and not money:
        return Caught(kind, words, tags)
    if line[:1] == "\\" and line[1:2] in SIGNS:
        return Caught("note", line[1:], tags)
    return Caught("note", line, tags)


class LeadWords(NamedTuple):
    """A lead's line taken apart: who, and why."""

    name: str
    why: str


def lead_words(words: str) -> LeadWords:
    """Take the words of a lead apart at the first comma, colon or dash: `Jane Doe, fuel cells`."""
    parts = re.split(r"\s*(?:,|:|;| – | — | - )\s*", words, maxsplit=1)
    return LeadWords(parts[0].strip(), parts[1].strip() if len(parts) > 1 else "")
