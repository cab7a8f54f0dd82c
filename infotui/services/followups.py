"""The desk of follow-up: the open loops, whose move each is, and how each is closed (S35, M5)."""

from datetime import date
from zoneinfo import ZoneInfo

from infotui.domain.clock import Clock
from infotui.domain.loop import DONE_WORD, LoopRow, SearchFigures
from infotui.domain.text import shorten
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import loops


class FollowupDesk:
    """Open loops."""

    def __init__(self, store: Store, clock: Clock, zone: ZoneInfo, undo: Undo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._undo = undo

    def today(self) -> date:
        """The day it is here."""
        return self._clock.now().astimezone(self._zone).date()

    def open_loops(self, ball: str = "") -> list[LoopRow]:
        """Give the open loops, the most urgent first: all, or those of `me` or `them`."""
        return loops.open_loops(self._store.reading(), ball)

    def figures(self) -> SearchFigures:
        """Give the figures of the whole search."""
        return loops.figures(self._store.reading())

    def done(self, row: LoopRow) -> str:
        """Close a loop in its own way; it can be taken back.

        Returns:
            The word for what it now is: sent, kept, received, followed.
        """
        with self._store.writing() as shelves:
            record = shelves.followups.owed(row.kind, row.id)
            was, settled = record.state, record.settled_at
            record.state, record.settled_at = DONE_WORD[row.kind], shelves.now
        what = f"“{shorten(row.text, 40)}” {DONE_WORD[row.kind]}"

        def take_back() -> None:
            with self._store.writing() as shelves:
                record = shelves.followups.owed(row.kind, row.id)
                record.state, record.settled_at = was, settled

        self._undo.remember(what, take_back)
        return DONE_WORD[row.kind]
