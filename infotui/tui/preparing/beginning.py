"""Begins an interview with anybody, known or new, without leaving the screen one is on (K5)."""

from collections.abc import Callable, Mapping

from infotui.services.desks import Desks
from infotui.tui.dialogs.contact_form import ask_contact
from infotui.tui.dialogs.form import Field, Form
from infotui.tui.dialogs.who import Known, Who
from infotui.tui.telling import TellsErrors

Begun = Callable[[int], object]


def begin_interview(screen: TellsErrors, desks: Desks, begun: Begun) -> None:
    """Ask with whom; somebody new is noted down on the way.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        begun: Told the new interview's id.
    """

    def find(typed: str) -> list[Known]:
        rows = desks.contacts.known(typed, 8) if typed.strip() else []
        return [
            Known(row.id, row.name, " · ".join(
                part for part in (row.organization, "archived" if row.archived else "") if part))
            for row in rows
        ]  # fmt: skip

    def begin(known: Known | None, name: str) -> tuple[int | None, str]:
        return (known.id if known is not None else None, name)

    def back(chosen: tuple[int | None, str] | None) -> None:
        if chosen is None:
            return
        contact_id, name = chosen
        if contact_id is not None:
            begun(desks.plans.plan_with(contact_id))
        else:
            _ask_for_somebody_new(screen, desks, name, begun)

    screen.ask(Who("An interview with whom?", find, begin), back)


def _ask_for_somebody_new(screen: TellsErrors, desks: Desks, name: str, begun: Begun) -> None:
    form, _ = ask_contact(desks, name=name)

    def back(contact_id: int | None) -> None:
        if contact_id is not None:
            begun(desks.plans.plan_with(contact_id))

    screen.ask(form, back)


def ask_organization(
    screen: TellsErrors, desks: Desks, contact_id: int, done: Callable[[], object]
) -> None:
    """Ask where somebody works, when it is not known yet.

    Args:
        screen: Over which it is asked.
        desks: The open notebook.
        contact_id: Whose organization.
        done: Called when it is known.
    """
    form = desks.contacts.form_of(contact_id)

    def hand_in(values: Mapping[str, str]) -> bool:
        desks.contacts.change(contact_id, form._replace(organization=values["organization"]))
        return bool(values["organization"].strip())

    field = Field("organization", "Organization", form.organization, "where they work",
                  desks.contacts.organizations())  # fmt: skip
    screen.ask(
        Form(f"Where {form.name} works", [field], hand_in), lambda known: done() if known else None
    )
