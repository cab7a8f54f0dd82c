"""The shelf of contacts: one organization per name, and ways to reach somebody that keep themselves."""

import pytest

from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.records.contact import ContactPoint, OrganizationDraft
from infotui.services.desks import Desks
from tests.builders import a_contact


@pytest.mark.parametrize(
    "again", ["Café Größe", "  CAFÉ   GRÖSSE ", "cafe grosse", "Cafe\u0301 Größe"]
)
def test_an_organization_is_found_by_any_spelling_of_its_name(desks: Desks, again: str) -> None:
    with desks.store.writing() as shelves:
        first = shelves.contacts.organization(OrganizationDraft(name="Café Größe", field="food"))
    with desks.store.writing() as shelves:
        found = shelves.contacts.organization(OrganizationDraft(name=again, field="other"))
    assert (found.id, found.name, found.field) == (first.id, "Café Größe", "food")
    assert desks.contacts.organizations() == ["Café Größe"]


def test_another_name_is_another_organization(desks: Desks) -> None:
    with desks.store.writing() as shelves:
        ids = [
            shelves.contacts.organization(OrganizationDraft(name=name)).id
            for name in ("Northwind", "Northwind Labs")
        ]
    assert ids == [1, 2]


@pytest.mark.parametrize("name", ["", "  ", "\x1b\n", "x" * 201])
def test_a_draft_refuses_what_is_no_name(name: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        OrganizationDraft.model_validate({"name": name})
    assert refusal.value.field == "organization"


def test_ways_that_stay_keep_their_record(desks: Desks) -> None:
    contact_id = a_contact(desks)

    def set_points(*points: tuple[str, str]) -> dict[str, tuple[int, str]]:
        with desks.store.writing() as shelves:
            shelves.contacts.set_points(
                contact_id,
                [ContactPoint(contact_id=contact_id, kind=k, value=v) for k, v in points],
            )
        rows = desks.store.reading().execute("SELECT value, id, uuid FROM contact_point")
        return {value: (number, own) for value, number, own in rows}

    first = set_points(("email", "a@example.org"), ("phone", "123"))
    second = set_points(("phone", "123"), ("phone", "456"))
    assert second["123"] == first["123"]
    assert set(second) == {"123", "456"}
    assert set_points() == {}


def test_research_that_is_gone_is_said(desks: Desks) -> None:
    with pytest.raises(NotFoundError, match="researchnote"), desks.store.writing() as shelves:
        shelves.contacts.research(1)
