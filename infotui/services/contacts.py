"""The desk of contacts: who I know, where they work, how to reach them, where we stand."""

from infotui.domain.contact import (
    STAGES,
    ContactForm,
    ContactRow,
    ContactSheet,
    PointKind,
    check_email,
    optional_line,
)
from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.interview import InterviewRow
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import contacts, interviews


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

    def place_of(self, contact_id: int) -> int:
        """Give where a contact stands in the whole list, from 0."""
        return contacts.place_of(self._store.reading(), contact_id)

    def named(self, name: str) -> list[ContactRow]:
        """Give the contacts that may be meant by a name."""
        return contacts.named(self._store.reading(), name)

    def organizations(self) -> list[str]:
        """Give all organizations' names, for completion."""
        return contacts.organizations(self._store.reading())

    def fields(self) -> list[str]:
        """Give all fields of work, for completion."""
        return contacts.fields(self._store.reading())

    def sheet(self, contact_id: int) -> ContactSheet:
        """Give everything about one contact.

        Raises:
            NotFoundError: It is not there any more.
        """
        sheet = contacts.sheet(self._store.reading(), contact_id)
        if sheet is None:
            raise NotFoundError("That contact is no longer in the notebook.")
        return sheet

    def talks_with(self, contact_id: int) -> list[InterviewRow]:
        """Give every interview with a contact, the latest first."""
        return interviews.with_contact(self._store.reading(), contact_id)

    def has_address(self, contact_id: int) -> bool:
        """Whether a card could be sent to a contact."""
        return any(point.kind == "address" for point in self.sheet(contact_id).points)

    def form_of(self, contact_id: int) -> ContactForm:
        """Give a contact as a form that can be handed in again."""
        sheet = self.sheet(contact_id)
        first = {point.kind: point.value for point in reversed(sheet.points)}
        return ContactForm(
            name=sheet.name,
            organization=sheet.organization,
            role=sheet.role,
            unit=sheet.unit,
            field=sheet.field,
            email=first.get("email", ""),
            phone=first.get("phone", ""),
            address=first.get("address", ""),
            introduced_by=sheet.introduced_by,
            about=sheet.about,
            zone=sheet.zone,
        )

    def add(self, form: ContactForm) -> int:
        """Store a new contact, and its organization when that is new.

        Returns:
            The contact's id.

        Raises:
            BadInputError: A field cannot be meant; nothing was stored.
        """
        return self._store_form(form, None)

    def change(self, contact_id: int, form: ContactForm) -> None:
        """Store a changed contact.

        Raises:
            BadInputError: A field cannot be meant; nothing was changed.
            NotFoundError: It is not there any more.
        """
        before = self.form_of(contact_id)
        self._store_form(form, contact_id)
        self._undo.remember(
            f"the change of {before.name}", lambda: self._store_form(before, contact_id)
        )

    def set_stage(self, contact_id: int, stage: str, why: str = "") -> None:
        """Set where one stands with a contact; kept with its date and reason (S11).

        Raises:
            BadInputError: There is no such stage.
        """
        if stage not in STAGES:
            raise BadInputError("stage", f"“{stage}” is no stage; there are {', '.join(STAGES)}.")
        from infotui.domain.records.contact import Contact

        with self._store.writing() as shelves:
            contact = shelves.contacts.get(Contact, contact_id)
            was = contact.stage
            if was == stage:
                return
            shelves.interviews.change_stage(contact, stage, optional_line("why", why))
        self._undo.remember(f"“{stage}”", lambda: self.set_stage(contact_id, was, "taken back"))

    def _store_form(self, form: ContactForm, contact_id: int | None) -> int:
        from infotui.domain.records.contact import (
            Contact,
            ContactDraft,
            ContactPoint,
            OrganizationDraft,
        )

        draft = ContactDraft.model_validate(
            {name: getattr(form, name) for name in ContactDraft.model_fields}
        )
        points: tuple[tuple[PointKind, str], ...] = (
            ("email", check_email(form.email)),
            ("phone", optional_line("phone", form.phone)),
            ("address", optional_line("address", form.address)),
        )
        company = optional_line("organization", form.organization)
        with self._store.writing() as shelves:
            employer: int | None = None
            if company:
                known = OrganizationDraft.model_validate({"name": company, "field": draft.field})
                employer = shelves.contacts.organization(known).row_id
            if contact_id is None:
                contact = shelves.contacts.add(Contact.of(draft, employer))
            else:
                contact = shelves.contacts.get(Contact, contact_id)
                shelves.interviews.follow_contact(contact, employer, draft.field)
                contact.take(draft, employer)
            kept = [
                ContactPoint(contact_id=contact.row_id, kind=k, value=v) for k, v in points if v
            ]
            shelves.contacts.set_points(contact.row_id, kept)
            return contact.row_id
