"""A stand-in for the desk of search until the branch `search` is merged."""

from typing import NamedTuple

from infotui.domain.clock import Clock
from infotui.domain.hit import HIT_KINDS, Hit
from infotui.domain.query import FILTERS, Completion, Query, read_query
from infotui.domain.text import fold
from infotui.storage.connection import connect
from infotui.storage.store import Store
from infotui.storage.views import hits


class Found(NamedTuple):
    """What was found, and whether there is more."""

    hits: tuple[Hit, ...]
    more: bool
    query: Query


class Searching:
    """A connection of its own that only reads."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._clock = clock
        self._db = connect(store.path, read_only=True)

    def find(self, text: str, limit: int = 50) -> Found | None:
        """Give what has all words."""
        query = read_query(text, self._clock.now().date())
        found = hits.of(self._db, query)
        if found is None:
            return None
        return Found(tuple(found[:limit]), len(found) > limit, query)

    def interrupt(self) -> None:
        """Break off what is being sought."""
        self._db.interrupt()

    def close(self) -> None:
        """Let the connection go."""
        self._db.close()


class SearchDesk:
    """Search."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def find(self, text: str, limit: int = 50) -> Found:
        """Give what has all words."""
        searching = self.searching()
        try:
            found = searching.find(text, limit)
        finally:
            searching.close()
        return found or Found((), False, Query())

    def complete(self, text: str, cursor: int) -> Completion | None:
        """Give what the word at the cursor may become."""
        start = text.rfind(" ", 0, cursor) + 1
        name, colon, begun = text[start:cursor].partition(":")
        if not colon:
            options = [f for f in FILTERS if name and f.startswith(name)]
        elif name == "kind":
            options = [
                f"kind:{kind}" for kind in HIT_KINDS if kind.startswith(begun) and " " not in kind
            ]
        elif name == "from":
            rows = hits.names(self._store.reading())
            options = [f'from:"{n}"' for n in rows if begun and fold(n).startswith(fold(begun))]
        else:
            options = []
        return Completion(start, cursor, tuple(options[:8])) if options else None

    def catch_up(self) -> bool:
        """Tell that all can be found."""
        return True

    def searching(self) -> Searching:
        """Open a connection of its own."""
        return Searching(self._store, self._clock)
