"""The desk of the outcome: how the search ended, and telling everybody one by one (S53, M10)."""

from typing import TYPE_CHECKING, Final

from infotui.domain.contact import long_text, optional_line
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.moment import say_day
from infotui.domain.outcome import OUTCOME_KINDS, TAKEN_BACK, NoticeRow, OutcomeRow, debt
from infotui.domain.text import count_of
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import outcomes

if TYPE_CHECKING:
    from infotui.domain.records.afterwards import Outcome
    from infotui.storage.shelves import Shelves

_GONE: Final = "They are not among those who are told any more. Nothing changed."
_NONE: Final = "No outcome is being told. Record how the search ended first."


class OutcomeDesk:
    """Outcomes and whom they are told to."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def current(self) -> OutcomeRow | None:
        """Give the outcome that is being told, if one is."""
        return outcomes.open_one(self._store.reading())

    def latest(self) -> OutcomeRow | None:
        """Give the outcome that is being told, else the one that was told last."""
        return outcomes.latest(self._store.reading())

    def queue(self) -> list[NoticeRow]:
        """Give everybody who is told of the open outcome, or was, in order of debt (M10)."""
        outcome = self.current()
        if outcome is None:
            return []
        return sorted(outcomes.notices(self._store.reading(), outcome.id), key=debt)

    def notice(self, notice_id: int) -> NoticeRow:
        """Give one of those who are told.

        Raises:
            NotFoundError: They are not among them any more.
        """
        for row in self.queue():
            if row.id == notice_id:
                return row
        raise NotFoundError(_GONE)

    def progress(self) -> tuple[int, int]:
        """Give how many of how many were told, or need not be, of the latest outcome (S53)."""
        outcome = self.latest()
        return (outcome.settled, outcome.all) if outcome is not None else (0, 0)

    # ── changing ─────────────────────────────────────────────────────────────────────────────────

    def record(self, kind: str, text: str = "") -> int:
        """Record how the search ended; from now on everybody met is to be told, each once (S53).

        Args:
            kind: job, study, direction, stopped, or other.
            text: In my own words.

        Returns:
            The outcome's id.

        Raises:
            BadInputError: There is no such kind.
            IllegalMoveError: One is being told already.
        """
        from infotui.domain.records.afterwards import Outcome

        words = _checked(kind, text)
        if (now := self.current()) is not None:
            left = count_of(now.all - now.settled, "person")
            raise IllegalMoveError(
                f"An outcome of {say_day(now.recorded_at.date())} is being told still, {left} to go."
                " Change that one, or take it back first."
            )
        with self._store.recorded() as (shelves, done):
            made = Outcome(kind=kind, text=words, recorded_at=shelves.now)  # type: ignore[arg-type]
            outcome_id = shelves.outcomes.add(made).row_id
        self._undo.remember("the outcome", lambda: self._store.turn_back(done))
        return outcome_id

    def change(self, kind: str, text: str = "") -> None:
        """Record the open outcome differently; who was told stays told.

        Raises:
            BadInputError: There is no such kind.
            IllegalMoveError: None is open.
        """
        words = _checked(kind, text)
        with self._store.recorded() as (shelves, done):
            outcome = _open(shelves)
            outcome.kind, outcome.text = kind, words  # type: ignore[assignment]
        self._undo.remember("the change of the outcome", lambda: self._store.turn_back(done))

    def withdraw(self) -> None:
        """Take the open outcome back, because it did not come to that.

        Whoever was told was told: then it stays, and whoever is left need not be told.

        Raises:
            IllegalMoveError: None is open.
        """
        from infotui.domain.records.afterwards import Outcome

        with self._store.recorded() as (shelves, done):
            outcome = _open(shelves)
            notices = shelves.outcomes.notices(outcome.row_id)
            if any(notice.state == "told" for notice in notices):
                for notice in notices:
                    if notice.state == "due":
                        notice.state, notice.settled_at = "waived", shelves.now
                        notice.why_not = TAKEN_BACK
            else:
                shelves.outcomes.remove(Outcome, outcome.row_id)
        self._undo.remember("taking the outcome back", lambda: self._store.turn_back(done))

    def told(self, notice_id: int) -> None:
        """Keep that somebody was told; the last one closes the outcome.

        Raises:
            IllegalMoveError: They were told already.
            NotFoundError: They are not among those who are told any more.
        """
        self._settle(notice_id, "told", "")

    def waive(self, notice_id: int, why: str) -> None:
        """Keep that somebody need not be told, and why; the last one closes the outcome.

        Raises:
            BadInputError: No reason is given; `field` is `why`.
            IllegalMoveError: They were told already.
            NotFoundError: They are not among those who are told any more.
        """
        words = optional_line("why", why)
        if not words:
            raise BadInputError(
                "why", "A word why is needed, so that nobody is left out by mistake."
            )
        self._settle(notice_id, "waived", words)

    def _settle(self, notice_id: int, state: str, why: str) -> None:
        from infotui.domain.records.afterwards import OutcomeNotice

        row = self.notice(notice_id)
        if row.state == "told":
            raise IllegalMoveError(f"{row.name} was told already; u takes that back.")
        with self._store.recorded() as (shelves, done):
            notice = shelves.outcomes.get(OutcomeNotice, notice_id)
            notice.state, notice.why_not = state, why  # type: ignore[assignment]
            notice.settled_at = shelves.now
        what = f"{row.name}: {'told' if state == 'told' else 'need not be told'}"
        self._undo.remember(what, lambda: self._store.turn_back(done))


def _open(shelves: "Shelves") -> "Outcome":
    outcome = shelves.outcomes.open()
    if outcome is None:
        raise IllegalMoveError(_NONE)
    return outcome


def _checked(kind: str, text: str) -> str:
    if kind not in OUTCOME_KINDS:
        known = ", ".join(OUTCOME_KINDS)
        raise BadInputError("kind", f"An outcome is one of these: {known}. Nothing was stored.")
    return long_text("text", text)
