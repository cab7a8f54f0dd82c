"""The desk of the search over everything: reads a query, finds its places, completes what is typed (K6)."""

from datetime import date, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from infotui.domain.hit import Hit
from infotui.domain.query import Completion, Query, read_query
from infotui.storage.views import completing, lagging, naming

if TYPE_CHECKING:
    from infotui.domain.clock import Clock
    from infotui.storage.beside import Beside
    from infotui.storage.store import Store

_AT_ONCE = 1_000  # records that are indexed before a search; the next one goes on with the rest
_MOMENT = 0.02  # seconds that it may take meanwhile; a key that is typed then waits for no longer


class Found(NamedTuple):
    """What a search found: people and organizations of that name first, then the newest first."""

    hits: tuple[Hit, ...]
    more: bool
    query: Query


class Searching:
    """A search on a connection of its own that only reads, for a thread beside the screen's."""

    def __init__(self, beside: "Beside", zone: tzinfo, today: date) -> None:
        self._beside = beside
        self._zone = zone
        self._today = today

    def find(self, text: str, limit: int = 50) -> Found | None:
        """Give what a text finds, or None when it was interrupted; another may be begun after it."""
        query = read_query(text, self._today)
        found = self._beside.look(
            lambda db: naming.find(db, text, query, self._zone, self._today, limit)
        )
        return None if found is None else Found(tuple(found[0]), *found[1:])

    def interrupt(self) -> None:
        """Let the search that is on give up; may be called from another thread."""
        self._beside.give_up()

    def close(self) -> None:
        """Let the notebook go."""
        self._beside.close()


class SearchDesk:
    """Everything that was ever written down, found by its words."""

    def __init__(self, store: "Store", clock: "Clock", zone: tzinfo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone

    def find(self, text: str, limit: int = 50) -> Found:
        """Give what a text finds, whether it is indexed by now or not.

        Args:
            text: Words, "exact words", -word, #tag and filters (`query.read_query`); anything may
                be typed, nothing is an error.
            limit: How many hits at most.
        """
        self.catch_up()
        today = self._today()
        query = read_query(text, today)
        found = naming.find(
            self._store.reading(), text, query, self._zone, today, limit, lagging.ALL
        )
        return Found(tuple(found[0]), *found[1:])

    def complete(self, text: str, cursor: int) -> Completion | None:
        """Give what the word at the cursor may become: a filter, or what stands behind one."""
        return completing.complete(self._store.reading(), text, cursor)

    def searching(self) -> Searching:
        """Give a search for a thread of its own. Call `catch_up` before, on the thread that writes."""
        return Searching(self._store.beside(), self._zone, self._today())

    def catch_up(self) -> bool:
        """Index what changed, for a moment at most.

        Returns:
            Whether nothing is left that this program could index; if not, call it again.
        """
        return self._store.catch_up_index(_AT_ONCE, _MOMENT)

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()
