"""Text in columns of a page: how many cells it takes, and how it breaks; it knows nothing of what it says."""

import unicodedata
from typing import Final

from infotui.domain.text import clean

_PICTOGRAPHS: Final = 0x1F000  # from here on everything that can be seen may take two cells


def cells(text: str) -> int:
    """Count the cells a text takes at most where it is printed with letters of one width."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if unicodedata.east_asian_width(char) in {"W", "F"} or ord(char) >= _PICTOGRAPHS:
        return 2
    # A sign that turns the one before it into a picture is counted: the picture may take two cells.
    marks = unicodedata.category(char) in {"Mn", "Me"} and char != "\ufe0f"
    return 0 if marks or char == "\u200d" else 1


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells, at spaces where there are any.

    No word is left out: one that is longer than a line goes on in the next. Empty lines are kept
    between paragraphs and dropped at the ends.
    """
    lines: list[str] = []
    for paragraph in clean(text).expandtabs(4).strip().split("\n"):
        lines.extend(_wrap_paragraph(paragraph.split(), max(2, width)))
    return lines


def _wrap_paragraph(words: list[str], width: int) -> list[str]:
    lines, now = [], ""
    for word in words:
        rest = word
        if now and cells(now) + 1 + cells(rest) <= width:
            now = f"{now} {rest}"
            continue
        if now:
            lines.append(now)
        while cells(rest) > width:
            head = _head(rest, width)
            lines.append(head)
            rest = rest[len(head) :]
        now = rest
    return [*lines, now]


def _head(word: str, width: int) -> str:
    """The longest beginning of a word that fits, with the marks that belong to its last letter."""
    used = 0
    for place, char in enumerate(word):
        used += _cells_of(char)
        if used > width:
            return word[:place]
    return word


def hung(first: str, text: str, width: int) -> list[str]:
    """Give a text behind a beginning, its further lines under its first word."""
    indent = " " * cells(first)
    begin, *rest = wrap(text, width - len(indent))
    return [f"{first}{begin}".rstrip(), *(f"{indent}{line}".rstrip() for line in rest)]
