"""Notes typed up after a talk (M11): which question each line lands on; what is caught in it `capture` tells."""

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from infotui.domain.text import clean

# `4 text`, `4. text`, `4) text`, and a number that stands alone: what follows below belongs to it.
_NUMBERED: Final = re.compile(r"([1-9][0-9]{0,3})[.)]?(?:\s+(.*))?")
_ESCAPED: Final = re.compile(r"\\[0-9]")


class TypedLine(NamedTuple):
    """One line: the number of the question it belongs to (None: before the first), and its words."""

    position: int | None
    text: str


def read_typed(text: str, positions: Collection[int]) -> list[TypedLine]:
    """Read what was typed up, line by line.

    A number counts when the plan has such a question; a backslash before it makes it text. A line
    without a number belongs to the question of the line before.

    Args:
        text: Everything that was typed.
        positions: The numbers of the plan's questions.

    Returns:
        As many lines as were typed, in their order; one without words has an empty text.
    """
    lines: list[TypedLine] = []
    position: int | None = None
    for line in clean(text).split("\n"):
        words = line.strip()
        found = _NUMBERED.fullmatch(words)
        if found is not None and int(found[1]) in positions:
            position, words = int(found[1]), (found[2] or "").strip()
        elif _ESCAPED.match(words):
            words = words[1:]
        lines.append(TypedLine(position, words))
    return lines
