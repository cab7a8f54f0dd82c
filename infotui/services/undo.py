"""What can be taken back in this session, the latest first; it knows no noun."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from infotui.domain.errors import IllegalMoveError, NotFoundError


class Undo:
    """A stack of steps back, each with the words for what it takes back."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, Callable[[], object]]] = []
        self._taking_back = False

    def remember(self, what: str, take_back: Callable[[], object]) -> None:
        """Keep how to take back what was just done.

        Args:
            what: What was done, as it goes after "Taken back:".
            take_back: Does it; called until it once went through.
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
                while parts:  # what went through is not done again, should one of them fail
                    parts[-1][1]()
                    parts.pop()

            self._steps[first:] = [(what, take_back)]

    def take_back(self) -> str:
        """Take back the latest step.

        One that fails, as on a full disk, stays the latest, so that the next call tries it again and
        never takes back an earlier one instead. What cannot be taken back any more, because of what
        came after it, is refused once and then lets the earlier ones be reached.

        Returns:
            What was taken back; empty when there is nothing.

        Raises:
            IllegalMoveError: It cannot be taken back any more.
            NotFoundError: What it was done to is gone.
        """
        if not self._steps:
            return ""
        what, step = self._steps[-1]
        self._taking_back = True
        try:
            step()
        except (IllegalMoveError, NotFoundError):
            self._steps.pop()
            raise
        finally:
            self._taking_back = False
        self._steps.pop()
        return what
