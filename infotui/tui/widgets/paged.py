"""A long list that is fetched in windows as it is looked at; it keeps a few of them."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar, overload

T = TypeVar("T")

WINDOW: Final = 50  # more than is in sight, and few enough to be read between two keys
_KEPT: Final = 32

Fetch = Callable[[int, int], Sequence[T]]


class Paged(Sequence[T]):
    """A sequence of known length whose rows come from `fetch(offset, limit)` when they are needed."""

    def __init__(self, count: int, fetch: Fetch[T]) -> None:
        self._count = count
        self._fetch = fetch
        self._windows: dict[int, Sequence[T]] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> list[T]: ...

    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._count))]
        if not -self._count <= index < self._count:
            raise IndexError(index)
        number, place = divmod(index % self._count, WINDOW)
        return self._window(number)[place]

    def _window(self, number: int) -> Sequence[T]:
        if number not in self._windows:
            if len(self._windows) >= _KEPT:
                self._windows.pop(next(iter(self._windows)))
            self._windows[number] = self._fetch(number * WINDOW, WINDOW)
        return self._windows[number]
