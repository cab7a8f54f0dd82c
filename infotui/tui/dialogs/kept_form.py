"""Makes forms whose words are kept at every key, and stand there again until they are handed in (K3)."""

from collections.abc import Mapping, Sequence
from typing import Any

from infotui.domain.kept import form_field
from infotui.services.desks import Desks
from infotui.tui.dialogs.form import Field, Form, HandIn

AGAIN = "What you had typed before is here again."


def kept_form(
    desks: Desks, name: str, title: str, fields: Sequence[Field], hand_in: HandIn, note: str = ""
) -> Form:
    """Make a form that loses nothing when it is left, or when the program ends.

    Args:
        desks: The open notebook.
        name: By which its words are found again; one for each thing that is asked about.
        title: What it is for.
        fields: Its lines.
        hand_in: Takes the values, as of any form; then the words are no longer kept.
        note: A sentence above the fields.
    """
    scribe = desks.scribe
    places = {field.name: form_field(name, field.name) for field in fields}
    before = {field.name: scribe.unfinished(places[field.name]) for field in fields}

    def take(values: Mapping[str, str]) -> Any:
        result = hand_in(values)
        for place in places.values():
            if scribe.unfinished(place):
                scribe.forget(place)
        return result

    shown = [field._replace(value=before[field.name] or field.value) for field in fields]
    said = "\n".join(part for part in (note, AGAIN if any(before.values()) else "") if part)
    return Form(
        title, shown, take, keep=lambda field, text: scribe.keep(places[field], text), note=said
    )
