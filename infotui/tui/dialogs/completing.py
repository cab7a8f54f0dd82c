"""Completes what is typed in a line from what was used before; asks for that when it is first needed."""

from collections.abc import Callable, Sequence
from typing import Final

from textual.suggester import Suggester

# What completes a line: the words themselves, or what gives them.
Words = Sequence[str] | Callable[[], Sequence[str]]

_PARTS: Final = " ,;#"


class Completing(Suggester):
    """The first known word that begins with what was typed, whatever its capitals.

    Args:
        words: What is known, in the order in which it is offered.
        last_word: Complete the last word of the line, as in a line of tags, not the line.
    """

    def __init__(self, words: Words, *, last_word: bool = False) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = words
        self._known: list[str] | None = None
        self._last_word = last_word

    async def get_suggestion(self, value: str) -> str | None:
        """Give the whole line as it would be, or None."""
        return self.completed(value)

    def completed(self, value: str) -> str | None:
        """Give the whole line as it would be, or None when nothing is known that begins so."""
        start = max(map(value.rfind, _PARTS)) + 1 if self._last_word else 0
        begun = value[start:].casefold()
        if not begun:
            return None
        if self._known is None:
            self._known = list(self._words() if callable(self._words) else self._words)
        for word in self._known:
            if len(word) > len(begun) and word.casefold().startswith(begun):
                return value[:start] + word
        return None
