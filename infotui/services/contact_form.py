"""Checks a contact's form and stores it: the person, where they work, how to reach them, their tags."""

from typing import TYPE_CHECKING, NamedTuple

from infotui.domain.contact import ContactForm, ContactSheet, PointKind, optional_line
from infotui.domain.contact_lines import (
    check_zone,
    split_emails,
    split_line,
    split_links,
    split_tags,
)
from infotui.domain.errors import BadInputError
from infotui.domain.text import fold

if TYPE_CHECKING:
    from infotui.domain.records.contact import Contact, ContactDraft
    from infotui.storage.shelves import Shelves


class Checked(NamedTuple):
    """A form of which every field can be meant."""

    draft: "ContactDraft"
    organization: str
    points: tuple[tuple[PointKind, str], ...]
    tags: list[str]


def form_of(sheet: ContactSheet) -> ContactForm:
    """Give a contact as a form that can be handed in again."""
    return ContactForm(
        name=sheet.name,
        organization=sheet.organization,
        role=sheet.role,
        unit=sheet.unit,
        field=sheet.field,
        email=sheet.points_of("email"),
        phone=sheet.points_of("phone"),
        address=sheet.points_of("address"),
        introduced_by=sheet.introduced_by,
        about=sheet.about,
        zone=sheet.zone,
        tags=" ".join(f"#{tag}" for tag in sheet.tags),
        web=sheet.points_of("web"),
    )


def check(form: ContactForm) -> Checked:
    """Check every field of a form.

    Raises:
        BadInputError: One cannot be meant; its sentence belongs beside that field.
    """
    from infotui.domain.records.contact import ContactDraft

    values = {name: getattr(form, name) for name in ContactDraft.model_fields}
    draft = ContactDraft.model_validate(values)
    draft.zone = check_zone(form.zone, zone_names)
    points: list[tuple[PointKind, str]] = []
    points += [("email", mail) for mail in split_emails(form.email)]
    points += [("phone", number) for number in split_line("phone", form.phone)]
    points += [("web", link) for link in split_links(form.web)]
    points += [("address", place) for place in split_line("address", form.address)]
    company = optional_line("organization", form.organization)
    return Checked(draft, company, tuple(points), split_tags(form.tags))


def zone_names() -> set[str]:
    """Give the names of the time zones that this computer knows."""
    from zoneinfo import available_timezones

    return {name for name in available_timezones() if "/" in name or name == "UTC"}


def store(shelves: "Shelves", checked: Checked, contact_id: int | None) -> int:
    """Store a checked form as a new contact, or over a known one.

    Returns:
        The contact's id.

    Raises:
        BadInputError: It names itself as the one through whom it is known.
        NotFoundError: The known one is gone.
    """
    from infotui.domain.records.contact import Contact, ContactPoint, OrganizationDraft

    draft, employer = checked.draft, None
    if checked.organization:
        known = OrganizationDraft.model_validate(
            {"name": checked.organization, "field": draft.field}
        )
        employer = shelves.contacts.organization(known).row_id
    if contact_id is None:
        contact = Contact.of(draft, employer)
        contact.introducer_id = _introducer(shelves, draft.introduced_by, contact)
        shelves.contacts.add(contact)
    else:
        contact = shelves.contacts.contact(contact_id)
        shelves.interviews.follow_contact(contact, employer, draft.field)
        contact.introducer_id = _introducer(shelves, draft.introduced_by, contact, draft.name)
        contact.take(draft, employer)
        shelves.flush()
        shelves.contacts.follow_introducer(contact)
    number = contact.row_id
    # What a form does not show it does not take away.
    unseen = [p for p in shelves.contacts.points(number) if p.kind == "other"]
    points = [ContactPoint(contact_id=number, kind=k, value=v) for k, v in checked.points]
    shelves.contacts.set_points(number, [*points, *unseen])
    shelves.contacts.set_tags(number, checked.tags)
    return number


def _introducer(shelves: "Shelves", through: str, contact: "Contact", name: str = "") -> int | None:
    """Give the contact that is meant by the one through whom: the one of exactly that name."""
    if not through:
        return None
    called = [c for c in shelves.contacts.called(through) if c.id is None or c.id != contact.id]
    kept = [c for c in called if c.id == contact.introducer_id]
    if kept:
        return kept[0].id
    if not called and fold(through) == fold(name or contact.name):
        raise BadInputError(
            "introduced_by", "That is the name of this contact itself. Nothing was stored."
        )
    present = [c for c in called if c.archived_at is None] or called
    return present[0].id if len(present) == 1 else None
