"""The desk that makes one contact of two that are one person: asked before, whole, undoable."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Final, NamedTuple

from infotui.domain.contact import ContactSheet, Doubt, Weight
from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.merging import Side, about_of, chosen, sides
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import contacts, doubles, histories

if TYPE_CHECKING:
    from infotui.domain.records.contact import Contact
    from infotui.storage.shelves import Shelves

_MOST: Final = 50


class Comparison(NamedTuple):
    """Two contacts side by side: the one that stays, the other, and what hangs on the other."""

    stays: ContactSheet
    gone: ContactSheet
    sides: list[Side]
    moves: Weight


class MergingDesk:
    """Two that are one."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def likely(self, contact_id: int) -> list[Doubt]:
        """Give those who are likely the same person as a contact, each with why."""
        return doubles.doubles(self._store.reading(), contact_id)

    def find(self, contact_id: int, typed: str = "") -> list[Doubt]:
        """Give whom one may mean by what was typed, the likely ones first; archived ones as well."""
        db = self._store.reading()
        likely = self.likely(contact_id)
        if not typed.strip():
            return likely
        found = contacts.found(db, typed) + contacts.found(db, typed, archived=True)
        meant = [doubt for doubt in likely if doubt.id in set(found)]
        known = {doubt.id for doubt in meant}
        rest = [number for number in found if number not in known][:_MOST]
        return [*meant, *doubles.others(db, contact_id, rest)]

    def compare(self, stays: int, gone: int) -> Comparison:
        """Put two contacts side by side.

        Raises:
            BadInputError: They are one already.
            NotFoundError: One is not there any more.
        """
        if stays == gone:
            raise BadInputError(
                "other", "That is the same contact. Choose the other one of the two."
            )
        db = self._store.reading()
        one, other = contacts.sheet(db, stays), contacts.sheet(db, gone)
        if one is None or other is None:
            raise NotFoundError("One of the two is no longer in the notebook. Nothing changed.")
        return Comparison(one, other, sides(one, other), histories.weight(db, gone))

    def merge(self, stays: int, gone: int, theirs: Collection[str] | None = None) -> None:
        """Make one contact of two; it can be taken back, and both are as they were.

        Whatever hangs on the other one moves. What both say of a field and was not chosen is kept
        as a line among the words about the one that stays.

        Args:
            stays: The one that stays.
            gone: The one that goes into it.
            theirs: The fields whose word is taken of the other one; without it what is empty is
                filled, and of two stages the further one holds.

        Raises:
            BadInputError: They are one already.
            NotFoundError: One is not there any more.
        """
        pair = self.compare(stays, gone)
        taken = {
            side.field
            for side in pair.sides
            if not side.mine
            or (side.takes_theirs if theirs is None else side.field in theirs and side.theirs)
        }
        with self._store.recorded() as (shelves, done):
            one, other = shelves.contacts.contact(stays), shelves.contacts.contact(gone)
            _take_picks(shelves, one, other)
            _take_fields(shelves, one, other, pair, taken)
            shelves.contacts.take_points(gone, stays)
            shelves.contacts.take_tags(gone, stays)
            shelves.contacts.move_all(gone, stays)
            shelves.contacts.remove_whole(gone)
            shelves.contacts.follow_introducer(shelves.contacts.contact(stays))
        self._undo.remember(
            f"the merge of {pair.stays.name} and {pair.gone.name}",
            lambda: self._store.turn_back(done),
        )


def _take_fields(
    shelves: "Shelves", one: "Contact", other: "Contact", pair: Comparison, taken: Collection[str]
) -> None:
    from infotui.domain.records.contact import ContactDraft

    said = chosen(pair.sides, taken)
    employer = (other if "organization" in taken else one).organization_id
    field = said.get("field", "")
    for contact in (one, other):
        shelves.interviews.follow_contact(contact, employer, field)
    if (stage := said["stage"]) != one.stage:
        shelves.interviews.change_stage(one, stage, f"merged with {other.name}")
    introducer = (other if "introduced_by" in taken else one).introducer_id
    one.introducer_id = None if introducer in {one.id, other.id} else introducer
    words = {name: said.get(name, "") for name in ContactDraft.model_fields if name != "about"}
    about = about_of(pair.stays, pair.gone, pair.sides, taken)
    one.take(ContactDraft(**words, about=about), employer)
    one.cadence_days = one.cadence_days or other.cadence_days
    if other.archived_at is None:
        one.archived_at = None
    shelves.contacts.session.add(one)


def _take_picks(shelves: "Shelves", one: "Contact", other: "Contact") -> None:
    """Let the one stand where the first of the two stood among the prospects."""
    order: list[Contact] = []
    for contact in shelves.contacts.picks():
        pick = one if contact is other else contact
        if pick not in order:
            order.append(pick)
    shelves.contacts.set_picks(order)
