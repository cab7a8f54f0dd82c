"""The desk of prospects: whom of all I know I have picked, and in which order (S18)."""

from infotui.domain.errors import IllegalMoveError
from infotui.services.undo import Undo
from infotui.storage.store import Store


class ProspectDesk:
    """Picked contacts, from 1 without a gap."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def pick(self, contact_id: int) -> int | None:
        """Pick a contact as the last prospect, or let one go that is picked.

        Returns:
            Its place among the prospects, None when it is none any more.

        Raises:
            IllegalMoveError: It is archived.
            NotFoundError: It is not there any more.
        """
        with self._store.recorded() as (shelves, done):
            contact = shelves.contacts.contact(contact_id)
            if contact.archived_at is not None:
                raise IllegalMoveError(
                    f"{contact.name} is archived: z brings them back, then they can be picked."
                )
            order = [other for other in shelves.contacts.picks() if other.id != contact_id]
            picks = contact.picked is None
            shelves.contacts.set_picks([*order, contact] if picks else order)
            name, place = contact.name, contact.picked
        said = f"the pick of {name}" if picks else f"letting {name} go"
        self._undo.remember(said, lambda: self._store.turn_back(done))
        return place

    def move(self, contact_id: int, by: int) -> int | None:
        """Move a prospect up (-1) or down (1) in the order; at the end it stays.

        Returns:
            Its place now; None when it is no prospect.

        Raises:
            NotFoundError: It is not there any more.
        """
        with self._store.recorded() as (shelves, done):
            contact = shelves.contacts.contact(contact_id)
            order = shelves.contacts.picks()
            if contact.picked is None:
                return None
            at = order.index(contact)
            there = max(0, min(len(order) - 1, at + by))
            order.insert(there, order.pop(at))
            shelves.contacts.set_picks(order)
            name, place = contact.name, contact.picked
        if there != at:
            self._undo.remember(f"the move of {name}", lambda: self._store.turn_back(done))
        return place
