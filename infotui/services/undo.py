"""What can be taken back in this session, the latest first; it knows no noun."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Undo:
    """A stack of steps back, each with the words for what it takes back."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, Callable[[], object]]] = []
        self._taking_back = False

    def remember(self, what: str, take_back: Callable[[], object]) -> None:
        """Keep how to take back what was just done.

        Args:
            what: What was done, as it goes after "Taken back:".
            take_back: Does it; called at most once.
        """
        # A step back may use the very method that remembers; it must not become a step itself.
        if not self._taking_back:
            self._steps.append((what, take_back))

    @contextmanager
    def as_one(self, what: str) -> Iterator[None]:
        """Make one step of the latest one and of all that follow from it within this block.

        Args:
            what: What was done in all, as it goes after "Taken back:".
        """
        first = max(0, len(self._steps) - 1)
        yield
        parts = self._steps[first:]
        if len(parts) > 1:

            def take_back() -> None:
                for _, part in reversed(parts):
                    part()

            self._steps[first:] = [(what, take_back)]

    def take_back(self) -> str:
        """Take back the latest step.

        Returns:
            What was taken back; empty when there is nothing.
        """
        if not self._steps:
            return ""
        what, step = self._steps.pop()
        self._taking_back = True
        try:
            step()
        finally:
            self._taking_back = False
        return what
