"""The desk of contacts: who I know, where they work, how to reach them, where we stand."""

from collections.abc import Sequence

from infotui.domain.contact import (
    STAGES,
    ContactForm,
    ContactRow,
    ContactSheet,
    Weight,
    optional_line,
)
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.history import FOLDED, HistoryRow
from infotui.domain.interview import InterviewRow
from infotui.domain.stage import Suggestion, suggested
from infotui.services import contact_form
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import contacts, histories, interviews, timelines

_GONE = "That contact is no longer in the notebook."


class ContactDesk:
    """Contacts and their organizations."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def count(self, needle: str = "") -> int:
        """Count the contacts that match a filter."""
        return contacts.count(self._store.reading(), needle)

    def page(self, needle: str, offset: int, limit: int) -> list[ContactRow]:
        """Give a window of the contacts that match a filter, by name."""
        return contacts.page(self._store.reading(), needle, offset, limit)

    def known(self, needle: str, limit: int) -> list[ContactRow]:
        """Give everybody who matches a filter, those who are archived last."""
        rows = self.page(needle, 0, limit)
        archived = self.found(needle, archived=True)[: limit - len(rows)]
        return [*rows, *self.rows(archived)]

    def found(self, needle: str = "", order: str = "name", *, archived: bool = False) -> list[int]:
        """Give the ids of the contacts that match all words of a filter, in an order.

        Args:
            needle: Words; one that begins with `#` is a tag.
            order: `name`, `prospects` (the picked first), or `touch` (longest ago first).
            archived: Give those that were archived instead.
        """
        return contacts.found(self._store.reading(), needle, order, archived=archived)

    def rows(self, ids: Sequence[int]) -> list[ContactRow]:
        """Give contacts by their ids, in that order."""
        return contacts.rows_of(self._store.reading(), ids)

    def row(self, contact_id: int) -> ContactRow:
        """Give one contact as a list shows it.

        Raises:
            NotFoundError: It is not there any more.
        """
        for row in self.rows([contact_id]):
            return row
        raise NotFoundError(_GONE)

    def named(self, name: str) -> list[ContactRow]:
        """Give the contacts that may be meant by a name."""
        return contacts.named(self._store.reading(), name)

    def organizations(self) -> list[str]:
        """Give all organizations' names, for completion."""
        return contacts.organizations(self._store.reading())

    def fields(self) -> list[str]:
        """Give all fields of work, for completion."""
        return contacts.fields(self._store.reading())

    def tags(self) -> list[str]:
        """Give all tags of contacts, the most used first, for completion."""
        return contacts.tags(self._store.reading())

    def names(self) -> list[str]:
        """Give the names of all contacts, for completion."""
        return contacts.names(self._store.reading())

    def zones(self) -> set[str]:
        """Give the names of the time zones there are, for completion."""
        return contact_form.zone_names()

    def sheet(self, contact_id: int) -> ContactSheet:
        """Give everything about one contact.

        Raises:
            NotFoundError: It is not there any more.
        """
        sheet = contacts.sheet(self._store.reading(), contact_id)
        if sheet is None:
            raise NotFoundError(_GONE)
        return sheet

    def talks_with(self, contact_id: int) -> list[InterviewRow]:
        """Give every interview with a contact, the latest first."""
        return interviews.with_contact(self._store.reading(), contact_id)

    def has_address(self, contact_id: int) -> bool:
        """Whether a card could be sent to a contact."""
        return any(point.kind == "address" for point in self.sheet(contact_id).points)

    def history(self, contact_id: int) -> list[HistoryRow]:
        """Give everything that was between a contact and me, the newest first (K6)."""
        told = timelines.history(self._store.reading(), "contact", contact_id)
        return [row for key, row in told if key.source not in FOLDED]

    def suggestion(self, contact_id: int) -> Suggestion | None:
        """Give the stage that what happened speaks for, if it is above the present one (S11)."""
        db = self._store.reading()
        decided = histories.decided_at(db, contact_id)
        return suggested(self.sheet(contact_id).stage, decided, histories.signs(db, contact_id))

    def weight(self, contact_id: int) -> Weight:
        """Count what hangs on a contact, and would go with it."""
        return histories.weight(self._store.reading(), contact_id, going=True)

    def form_of(self, contact_id: int) -> ContactForm:
        """Give a contact as a form that can be handed in again."""
        return contact_form.form_of(self.sheet(contact_id))

    def add(self, form: ContactForm) -> int:
        """Store a new contact, and its organization when that is new; it can be taken back.

        Returns:
            The contact's id.

        Raises:
            BadInputError: A field cannot be meant; nothing was stored.
        """
        checked = contact_form.check(form)
        with self._store.recorded() as (shelves, done):
            contact_id = contact_form.store(shelves, checked, None)
        self._undo.remember(f"adding {checked.draft.name}", lambda: self._store.turn_back(done))
        return contact_id

    def change(self, contact_id: int, form: ContactForm) -> None:
        """Store a changed contact.

        Raises:
            BadInputError: A field cannot be meant; nothing was changed.
            NotFoundError: It is not there any more.
        """
        name = self.sheet(contact_id).name
        checked = contact_form.check(form)
        with self._store.recorded() as (shelves, done):
            contact_form.store(shelves, checked, contact_id)
        if done.steps:  # a form that is handed in as it was is no change
            self._undo.remember(f"the change of {name}", lambda: self._store.turn_back(done))

    def set_stage(self, contact_id: int, stage: str, why: str = "") -> None:
        """Set where one stands with a contact; kept with its date and reason (S11).

        Raises:
            BadInputError: There is no such stage, or the reason is longer than a line.
        """
        if stage not in STAGES:
            raise BadInputError("stage", f"“{stage}” is no stage; there are {', '.join(STAGES)}.")
        reason = optional_line("why", why)
        with self._store.recorded() as (shelves, done):
            contact = shelves.contacts.contact(contact_id)
            if contact.stage == stage:
                return
            shelves.interviews.change_stage(contact, stage, reason)
        self._undo.remember(f"“{stage}”", lambda: self._store.turn_back(done))

    def archive(self, contact_id: int) -> bool:
        """Take a contact out of lists, completion and prospects, or bring one back.

        Everything said with it stays where it is.

        Returns:
            Whether it is archived now.

        Raises:
            NotFoundError: It is not there any more.
        """
        with self._store.recorded() as (shelves, done):
            contact = shelves.contacts.contact(contact_id)
            goes = contact.archived_at is None
            contact.archived_at = shelves.now if goes else None
            if contact.picked is not None:
                picks = shelves.contacts.picks()
                shelves.contacts.set_picks([other for other in picks if other.id != contact_id])
            shelves.contacts.session.add(contact)
            name = contact.name
        said = f"archiving {name}" if goes else f"bringing {name} back"
        self._undo.remember(said, lambda: self._store.turn_back(done))
        return goes

    def delete(self, contact_id: int) -> None:
        """Delete a contact with everything that hangs on it, whole; it can be taken back.

        A talk of several people stays, with the others; a lead that became this contact was followed.

        Raises:
            IllegalMoveError: A talk with them is live.
            NotFoundError: It is not there any more.
        """
        name = self.sheet(contact_id).name
        self.check_not_live(contact_id)
        with self._store.recorded() as (shelves, done):
            picks = shelves.contacts.picks()
            shelves.contacts.set_picks([other for other in picks if other.id != contact_id])
            shelves.contacts.let_others_stay(contact_id)
            shelves.contacts.remove_whole(contact_id)
        self._undo.remember(f"deleting {name}", lambda: self._store.turn_back(done))

    def check_not_live(self, contact_id: int) -> None:
        """Refuse to delete somebody with whom a talk is on.

        Raises:
            IllegalMoveError: A talk with them is live.
        """
        if self.weight(contact_id).live:
            name = self.sheet(contact_id).name
            raise IllegalMoveError(
                f"The talk with {name} is live, so nothing of it is deleted. End it first: 6, then F8."
            )
