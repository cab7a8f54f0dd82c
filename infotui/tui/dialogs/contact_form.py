"""Asks for a contact: new, or known already; what is typed is kept at every key (S2, S18)."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from infotui.domain.contact import ContactForm
from infotui.domain.kept import form_field
from infotui.services.desks import Desks
from infotui.tui.dialogs.completing import Words
from infotui.tui.dialogs.form import Field, Form

_LABELS: Final = (
    ("name", "Name", "Amina Patel"),
    ("organization", "Organization", "where they work"),
    ("role", "Profession or role", "fills {profession} in questions"),
    ("unit", "Unit or team", "fills {unit}"),
    ("field", "Field of work", "energy, public data, …"),
    ("tags", "Tags", "#hiring #alumni"),
    ("email", "E-mail", "several: parted by ;"),
    ("phone", "Telephone", "several: parted by ;"),
    ("web", "Links", "https://…; several: parted by ;"),
    ("address", "Postal address", "for the thank-you card"),
    ("zone", "Time zone", "empty: the same as yours; or Europe/Lisbon, or a city"),
    ("introduced_by", "Through whom", "who can introduce you, or did"),
)


def ask_contact(
    desks: Desks, contact_id: int | None = None, name: str = ""
) -> tuple[Form, Callable[[], None]]:
    """Make the form of a contact; it gives the contact's id.

    Args:
        desks: The open notebook.
        contact_id: Which one; None for a new one.
        name: What a new one is called, as far as that is known.

    Returns:
        The form, and what forgets the words that were typed when it was left.
    """
    desk, scribe = desks.contacts, desks.scribe
    now = ContactForm(name) if contact_id is None else desk.form_of(contact_id)
    form = "contact" if contact_id is None else f"contact-{contact_id}"
    places = {field: form_field(form, field) for field, _, _ in _LABELS}
    before = {field: scribe.unfinished(place) for field, place in places.items()}
    if name and before["name"] not in {"", name}:
        before = dict.fromkeys(before, "")  # half-typed words about somebody else

    def forget() -> None:
        for place in places.values():
            if scribe.unfinished(place):
                scribe.forget(place)

    def hand_in(values: Mapping[str, str]) -> int:
        handed = now._replace(**values)
        number = desk.add(handed) if contact_id is None else contact_id
        if contact_id is not None:
            desk.change(contact_id, handed)
        forget()
        return number

    title = "New contact" if contact_id is None else f"Change {now.name}"
    fields = _fields({field: before[field] or getattr(now, field) for field in before}, desks)
    note = "What you had typed before is here again." if any(before.values()) else ""
    dialog = Form(title, fields, hand_in, keep=lambda n, t: scribe.keep(places[n], t), note=note,
                  begin_at="organization" if name and contact_id is None else "")  # fmt: skip
    return dialog, forget


def _fields(values: Mapping[str, str], desks: Desks) -> list[Field]:
    known = _known(desks)
    return [
        Field(field, label, values[field], hint, known.get(field, ()), last_word=field == "tags")
        for field, label, hint in _LABELS
    ]


def _known(desks: Desks) -> Mapping[str, Words]:
    desk = desks.contacts

    def zones() -> Sequence[str]:
        return sorted(desk.zones())

    return {
        "name": desk.names,
        "organization": desk.organizations,
        "field": desk.fields,
        "tags": desk.tags,
        "zone": zones,
        "introduced_by": desk.names,
    }
