"""Lays out a text to be copied by hand: one sentence a line, few words in each, in parts that fit the screen (S46)."""

import re
from typing import Final

from infotui.tui.widgets.lines import wrap

WIDEST: Final = 40  # cells of a line; what the eye takes in at one glance
_SHORT: Final = 2  # lines of a paragraph that is taken along as a whole
_INDENT: Final = "  "  # where a sentence goes on
_TITLE: Final = (
    r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)(?<!\bSt\.)(?<!\b[A-Z]\.)"
)
_END: Final = re.compile(rf"(?<=[.?!…]){_TITLE}\s+(?=[^\W\da-z_]|[\"“‘–—])")

Part = tuple[str, ...]


def sentences(text: str) -> list[str]:
    """Give the sentences of a text, those of each line by themselves; an empty one parts paragraphs."""
    found: list[str] = []
    for written in text.strip().split("\n"):
        if written.strip():
            found += _END.split(written.strip())
        elif found and found[-1]:
            found.append("")
    return found


def large_parts(text: str, width: int, height: int) -> list[Part]:
    """Lay a text out in parts, each of at most so many lines when one is left free after each line.

    A sentence stands in one part unless it is longer than a part; where it goes on, it is indented.
    A short paragraph, such as the end of a letter, is not torn either.

    Args:
        text: The words to copy.
        width: Cells of the screen; a line takes at most forty of them.
        height: Lines of the screen.
    """
    most = max(8, min(WIDEST, width))
    parts: list[Part] = [()]
    for sentence in sentences(text):
        lines = _lines(sentence, most)
        if rows_of((*parts[-1], *lines)) > height and parts[-1]:
            parts += _over(parts.pop())
        for written in lines:
            if rows_of((*parts[-1], written)) > height and parts[-1]:
                parts.append(())
            if written or parts[-1]:  # no part begins with an empty line
                parts[-1] = (*parts[-1], written)
    return [_ended(part) for part in parts if _ended(part)] or [()]


def rows_of(part: Part) -> int:
    """Count the lines of the screen that a part takes."""
    ended = _ended(part)
    return max(0, sum(2 if text else 1 for text in ended) - 1)


def _over(part: Part) -> tuple[Part, Part]:
    """Begin another part, with the short paragraph along that would be torn."""
    last = max((place for place, text in enumerate(part) if not text), default=0)
    torn = part[last + 1 :]
    if last and 0 < len(torn) <= _SHORT:
        return part[:last], torn
    return part, ()


def _lines(sentence: str, width: int) -> list[str]:
    if not sentence:
        return [""]
    first, *rest = wrap(sentence, width)
    if not rest:
        return [first]
    again = wrap(sentence[len(first) :].strip(), width - len(_INDENT))
    return [first, *(f"{_INDENT}{line}" for line in again)]


def _ended(part: Part) -> Part:
    """Leave out the empty lines at the end of a part."""
    return _ended(part[:-1]) if part and not part[-1] else part
