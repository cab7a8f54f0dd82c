"""The desk of contacts: what is handed in is cleaned or refused at its field, and can be taken back."""

import itertools

import pytest

from infotui.domain.contact import STAGES, ContactForm
from infotui.domain.errors import BadInputError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_planned_interview

WHOLE = ContactForm(
    name="Amina Patel",
    organization="Northwind",
    role="test engineer",
    unit="the lab",
    field="energy",
    email="amina@example.org",
    phone="+49 30 1234",
    address="1 Elm Street",
    introduced_by="Ruth",
    about="met at a fair\nlikes tea",
)


def test_a_form_comes_back_as_it_was_handed_in(desks: Desks) -> None:
    number = desks.contacts.add(WHOLE)
    assert desks.contacts.form_of(number) == WHOLE
    assert (desks.contacts.count(), desks.contacts.place_of(number)) == (1, 0)
    assert (desks.contacts.organizations(), desks.contacts.fields()) == (["Northwind"], ["energy"])
    bare = desks.contacts.add(ContactForm("Li Wei"))
    assert desks.contacts.form_of(bare) == ContactForm("Li Wei")


def test_a_form_is_cleaned(desks: Desks) -> None:
    number = desks.contacts.add(
        ContactForm(
            " Zoe\u0308 \x1b[31m\n Quist ", organization="\u202eevil\t co", about="a\r\nb\x00"
        )
    )
    form = desks.contacts.form_of(number)
    assert (form.name, form.organization, form.about) == ("Zoë [31m Quist", "evil co", "a\nb")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": " \n\x00 "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"email": "amina"}, "email"),
        ({"email": "amina@example"}, "email"),
        ({"email": "a b@example.org"}, "email"),
        ({"email": "@example.org"}, "email"),
        ({"phone": "1" * 201}, "phone"),
        ({"address": "1" * 201}, "address"),
        ({"organization": "o" * 201}, "organization"),
        ({"role": "r" * 201}, "role"),
        ({"unit": "u" * 201}, "unit"),
        ({"field": "f" * 201}, "field"),
        ({"introduced_by": "i" * 201}, "introduced_by"),
        ({"about": "a" * 100_001}, "about"),
    ],
)
def test_what_cannot_be_meant_is_refused_at_its_field(
    desks: Desks, wrong: dict[str, str], field: str
) -> None:
    number = desks.contacts.add(WHOLE)
    for hand_in in (desks.contacts.add, lambda form: desks.contacts.change(number, form)):
        with pytest.raises(BadInputError) as refusal:
            hand_in(WHOLE._replace(**{"organization": "New Co", **wrong}))
        assert refusal.value.field == field
    assert desks.contacts.count() == 1
    assert desks.contacts.form_of(number) == WHOLE
    assert desks.contacts.organizations() == ["Northwind"], "nor was half of it stored"
    assert desks.undo.take_back() == ""


def test_a_change_can_be_taken_back(desks: Desks) -> None:
    number = desks.contacts.add(WHOLE)
    changed = WHOLE._replace(name="Amina P.", organization="", email="", phone="5", about="")
    desks.contacts.change(number, changed)
    assert desks.contacts.form_of(number) == changed
    assert desks.contacts.sheet(number).organization_id is None
    assert desks.undo.take_back() == "the change of Amina Patel"
    assert desks.contacts.form_of(number) == WHOLE


def test_a_changed_name_is_found_by_the_new_one(desks: Desks) -> None:
    number = a_contact(desks)
    desks.contacts.change(number, ContactForm("Zoë Quist"))
    assert [row.id for row in desks.contacts.named("zoe quist")] == [number]
    assert desks.contacts.page("amina", 0, 9) == []


def test_two_people_share_one_organization(desks: Desks) -> None:
    for name, company in (("A", "Northwind"), ("B", " NORTHWIND ")):
        a_contact(desks, name, company)
    assert desks.contacts.organizations() == ["Northwind"]


def test_an_interview_to_come_follows_its_contact_s_organization(desks: Desks) -> None:
    number = a_contact(desks, organization="")
    talk = a_planned_interview(desks, number)
    desks.contacts.change(number, ContactForm("Amina Patel", "Northwind"))
    assert desks.plans.sheet(talk).interview.organization == "Northwind"


def test_a_stage_is_set_with_its_reason_and_taken_back(desks: Desks) -> None:
    number = a_contact(desks)
    for stage in STAGES[1:]:
        desks.contacts.set_stage(number, stage, f"  so it\nis {stage} ")
    desks.contacts.set_stage(number, "advocate", "again")
    rows = desks.store.reading().execute("SELECT was, became, why FROM state_change ORDER BY id")
    assert rows.fetchall() == [
        (was, became, f"so it is {became}") for was, became in itertools.pairwise(STAGES)
    ]
    assert desks.undo.take_back() == "“advocate”"
    assert desks.contacts.sheet(number).stage == "in touch"


def test_there_is_no_other_stage(desks: Desks) -> None:
    number = a_contact(desks)
    with pytest.raises(BadInputError, match="“friend” is no stage") as refusal:
        desks.contacts.set_stage(number, "friend")
    assert refusal.value.field == "stage"


def test_a_contact_that_is_gone_is_said(desks: Desks) -> None:
    for act in (
        lambda: desks.contacts.sheet(9),
        lambda: desks.contacts.form_of(9),
        lambda: desks.contacts.change(9, WHOLE),
        lambda: desks.contacts.set_stage(9, "met"),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert desks.contacts.organizations() == []


def test_talks_with_one_are_listed(desks: Desks) -> None:
    number = a_contact(desks)
    talk = a_planned_interview(desks, number)
    a_planned_interview(desks, a_contact(desks, "Li Wei"))
    assert [row.id for row in desks.contacts.talks_with(number)] == [talk]
