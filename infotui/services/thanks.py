"""The desk of thanks: what each person is owed for each talk, until it is sent (S46)."""

from typing import TYPE_CHECKING, Final

from infotui.domain.draft import THANKS, Offer
from infotui.domain.errors import NotFoundError
from infotui.domain.thank_you import (
    MEDIA,
    Medium,
    ThankYouRow,
    check_medium,
    check_thank_you_move,
    say_way,
)
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import thanks

if TYPE_CHECKING:
    from infotui.domain.records.note import ThankYou
    from infotui.storage.shelves import Shelves

_GONE: Final = "Those thanks are no longer in the notebook. Nothing changed."


class ThanksDesk:
    """Thanks."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def row(self, thank_you_id: int) -> ThankYouRow:
        """Give the thanks owed to one person for one talk.

        Raises:
            NotFoundError: They are not there any more.
        """
        row = thanks.one(self._store.reading(), thank_you_id)
        if row is None:
            raise NotFoundError(_GONE)
        return row

    def open_to(self, contact_id: int, interview_id: int | None = None) -> list[ThankYouRow]:
        """Give what somebody is still owed, for one talk or for all, the earliest due first."""
        return thanks.open_to(self._store.reading(), contact_id, interview_id)

    def missing_address(self, thank_you_id: int) -> str:
        """Say that no postal address is known, or that one is known by now; empty where all is well."""
        return say_way(self.row(thank_you_id))

    def take_up(self, thank_you_id: int) -> Offer:
        """Give the draft that thanks go by: a card to copy by hand, or a mail.

        Raises:
            NotFoundError: They are not there any more.
        """
        row = self.row(thank_you_id)
        return Offer(THANKS[row.medium], row.contact_id, row.interview_id)

    def set_medium(self, thank_you_id: int, medium: str) -> None:
        """Let thanks go by card or by mail instead; can be taken back.

        Raises:
            BadInputError: There is no such way.
            IllegalMoveError: They are sent.
        """
        chosen, row = check_medium(medium), self.row(thank_you_id)
        if chosen == row.medium:
            return
        if row.state == "sent":
            check_thank_you_move(row.state, "due")
        with self._store.recorded() as (shelves, done):
            _owed(shelves, thank_you_id).medium = chosen
        what = f"a {chosen} instead of a {row.medium} for {row.contact}"
        self._undo.remember(what, lambda: self._store.turn_back(done))

    def drafted(self, thank_you_id: int) -> None:
        """Keep that their draft was begun; does nothing once that is known. Can be taken back."""
        if self.row(thank_you_id).state == "due":
            self._move(thank_you_id, "drafted")

    def sent(self, thank_you_id: int, kind: str = "") -> None:
        """Keep that they are sent; can be taken back.

        Args:
            thank_you_id: Which thanks.
            kind: Of which kind the draft was by which they went; by default they went as was meant.

        Raises:
            IllegalMoveError: They are sent already.
        """
        self._move(thank_you_id, "sent", next((m for m in MEDIA if THANKS[m] == kind), None))

    def _move(self, thank_you_id: int, became: str, medium: Medium | None = None) -> None:
        row = self.row(thank_you_id)
        check_thank_you_move(row.state, became)
        with self._store.recorded() as (shelves, done):
            record = _owed(shelves, thank_you_id)
            record.state, record.medium = became, medium or record.medium
            record.settled_at = shelves.now if became == "sent" else None
        what = f"the thank-you {medium or row.medium} to {row.contact} {became}"
        self._undo.remember(what, lambda: self._store.turn_back(done))

    # ── from their drafts ────────────────────────────────────────────────────────────────────────

    def of_draft(self, kind: str, contact_id: int, interview_id: int | None) -> ThankYouRow | None:
        """Give the thanks that a draft is for; None when it is for none that are still owed."""
        if kind not in THANKS.values() or interview_id is None:
            return None
        found = self.open_to(contact_id, interview_id)
        return found[0] if found else None


def _owed(shelves: "Shelves", thank_you_id: int) -> "ThankYou":
    from infotui.domain.records.note import ThankYou

    return shelves.followups.get(ThankYou, thank_you_id)
