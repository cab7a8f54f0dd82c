"""The capture grammar of the live note line (M2): which item a line is, told from its first sign.

What a lead's words say is `lead`'s, when a promise is due `due`'s.
"""

import re
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple, cast, get_args

from infotui.domain.note import FindingKind
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

_TAG: Final = re.compile(r"(?<![\w&#/\\])#(\w[\w-]*)")
_PLAIN_TAG: Final = re.compile(r"\\(?=#\w)")
_PLAIN_SIGN: Final = re.compile(rf"\\+[{re.escape(''.join(SIGNS))}]")
_USUAL_FINDING: Final = "career"


class Caught(NamedTuple):
    """What a line is: its kind, its words without the sign, and its tags."""

    kind: NoteKind
    words: str
    tags: tuple[str, ...]


def read_line(text: str) -> Caught:
    r"""Read one line as it stands; the text stays the source, this only derives from it (M2).

    A sign counts when it is the first character and words follow it. A backslash before it makes
    plain text and is not shown itself (`\\>` shows one backslash and the sign); before a `#word` it
    makes that no tag.
    """
    line = clean(text).strip()
    tags: dict[str, str] = {}
    for tag in _TAG.findall(line) if "#" in line else ():
        tags.setdefault(tag.casefold(), tag)
    kind = SIGNS.get(line[:1])
    words = line[1:].strip()
    # A sign alone, a row of signs, or a sum of money is no item.
    money = line[:1] == "$" and line[1:2].isdigit()
    if kind is not None and re.search(r"\w", words) and not money:
        return Caught(kind, _PLAIN_TAG.sub("", words), tuple(tags.values()))
    plain = line[1:] if is_plain(line) else line
    return Caught("note", _PLAIN_TAG.sub("", plain), tuple(tags.values()))


def is_plain(line: str) -> bool:
    """Whether a backslash at its beginning makes a line plain text that its sign would not."""
    return _PLAIN_SIGN.match(line) is not None


def finding_kind(tags: Iterable[str]) -> FindingKind:
    """Give the kind that a tag chooses for a finding (S12); the usual one is career."""
    said = {tag.casefold() for tag in tags}
    for kind in get_args(FindingKind):
        if kind in said:
            return cast(FindingKind, kind)
    return _USUAL_FINDING
