"""The desk of promises: mine to keep or to withdraw, theirs to receive or to let go (S47)."""

from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from infotui.domain.clock import Clock
from infotui.domain.draft import Offer
from infotui.domain.due import due_in
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.promise import PromiseRow, check_promise_move, check_why
from infotui.domain.text import clean_line, shorten
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import promises

_GONE: Final = "That promise is no longer in the notebook. Nothing changed."
HOW: Final = "fri · tomorrow · in two weeks · 4 dec · - takes the day away"
_NO_DAY: Final = "-"


class PromiseDesk:
    """Promises."""

    def __init__(self, store: Store, clock: Clock, zone: ZoneInfo, undo: Undo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._undo = undo

    def row(self, promise_id: int) -> PromiseRow:
        """Give a promise.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = promises.one(self._store.reading(), promise_id)
        if row is None:
            raise NotFoundError(_GONE)
        return row

    def open_of(
        self, contact_id: int, interview_id: int | None = None, whose: str = "mine"
    ) -> list[PromiseRow]:
        """Give what I still owe somebody, or they me (`theirs`), the most urgent first."""
        return promises.open_of(self._store.reading(), contact_id, interview_id, whose)

    def take_up(self, promise_id: int) -> Offer:
        """Give the draft that goes with what I promised.

        Raises:
            IllegalMoveError: It is theirs.
        """
        row = self.row(promise_id)
        if row.whose != "mine":
            raise IllegalMoveError("This promise is theirs: there is nothing of yours to send.")
        return Offer("promise-mail", row.contact_id, row.interview_id, thing_id=row.id)

    # ── how it ends ──────────────────────────────────────────────────────────────────────────────

    def keep(self, promise_id: int) -> None:
        """Keep that I kept mine; can be taken back.

        Raises:
            IllegalMoveError: It is theirs, or has ended.
        """
        self._end(promise_id, "kept")

    def receive(self, promise_id: int) -> None:
        """Keep that I received theirs; can be taken back.

        Raises:
            IllegalMoveError: It is mine, or has ended.
        """
        self._end(promise_id, "received")

    def withdraw(self, promise_id: int, why: str) -> None:
        """Take mine back, with a word why; can be taken back.

        Raises:
            BadInputError: There is no word why.
            IllegalMoveError: It is theirs, or has ended.
        """
        self._end(promise_id, "withdrawn", why)

    def let_go(self, promise_id: int, why: str) -> None:
        """Wait for theirs no longer, with a word why; can be taken back.

        Raises:
            BadInputError: There is no word why.
            IllegalMoveError: It is mine, or has ended.
        """
        self._end(promise_id, "let go", why)

    def _end(self, promise_id: int, became: str, why: str | None = None) -> None:
        from infotui.domain.records.note import Promise

        row = self.row(promise_id)
        check_promise_move(row.whose, row.state, became)
        word = "" if why is None else check_why(why)
        with self._store.recorded() as (shelves, done):
            record = shelves.followups.get(Promise, promise_id)
            record.state, record.settled_at, record.why_not = became, shelves.now, word
        what = f"“{row.short}” {became}"
        self._undo.remember(what, lambda: self._store.turn_back(done))

    # ── when it is due ───────────────────────────────────────────────────────────────────────────

    def understood(self, text: str) -> date | None:
        """Give the day that some words name; None where they name none to come, or more than one."""
        words, today = clean_line(text), self._today()
        found = due_in(words, today) or due_in(f"by {words}", today)
        return found.day if found else None

    def set_due(self, promise_id: int, text: str) -> date | None:
        """Set another day for a promise; can be taken back.

        Args:
            promise_id: Which promise.
            text: The day in natural words; `-` takes it away, so that the usual wait counts.

        Returns:
            The day.

        Raises:
            BadInputError: The words name no day to come; `field` is `due`.
            IllegalMoveError: It has ended.
        """
        from infotui.domain.records.note import Promise

        row = self.row(promise_id)
        if row.state != "open":
            check_promise_move(row.whose, row.state, "")
        day = None if clean_line(text) == _NO_DAY else self._day(text)
        if day == row.due:
            return day
        with self._store.recorded() as (shelves, done):
            shelves.followups.get(Promise, promise_id).due = day
        what = f"another day for “{row.short}”"
        self._undo.remember(what, lambda: self._store.turn_back(done))
        return day

    def _day(self, text: str) -> date:
        day = self.understood(text)
        if day is None:
            said = shorten(text, 40)
            told = f"“{said}” names no day to come." if said else "Nothing is written there yet."
            raise BadInputError("due", f"{told} Write: {HOW}.")
        return day

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()
