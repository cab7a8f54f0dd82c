"""The desk of contacts: what is handed in is cleaned or refused at its field, and can be taken back."""

import itertools

import pytest

from infotui.domain.contact import STAGES, ContactForm
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.kept import form_field
from infotui.domain.records.contact import ContactPoint
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_live_interview, a_planned_interview
from tests.people import busy, everything
from tests.tui.pilots import stored

WHOLE = ContactForm(
    name="Amina Patel",
    organization="Northwind",
    role="test engineer",
    unit="the lab",
    field="energy",
    email="amina@example.org; a.patel@example.net",
    phone="+49 30 1234",
    address="1 Elm Street",
    introduced_by="Ruth",
    about="met at a fair\nlikes tea",
    zone="Europe/Lisbon",
    tags="#hiring #energy",
    web="https://example.org/amina; https://example.net",
)


def test_a_form_comes_back_as_it_was_handed_in(desks: Desks) -> None:
    number = desks.contacts.add(WHOLE)
    assert desks.contacts.form_of(number) == WHOLE
    assert desks.contacts.count() == 1
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
        ({"name": "x" * 10_000}, "name"),
        ({"email": "a@example.org; amina"}, "email"),
        ({"web": "javascript:alert(1)"}, "web"),
        ({"zone": "Europe/Atlantis"}, "zone"),
        ({"tags": "x" * 51}, "tags"),
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
    assert desks.undo.take_back() == "adding Amina Patel", "the one thing that was stored"


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
    assert len(stored(desks, "SELECT id FROM state_change")) == 3, "what was taken back never was"


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
        lambda: desks.contacts.archive(9),
        lambda: desks.contacts.delete(9),
        lambda: desks.contacts.row(9),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert desks.contacts.organizations() == []


def test_talks_with_one_are_listed(desks: Desks) -> None:
    number = a_contact(desks)
    talk = a_planned_interview(desks, number)
    a_planned_interview(desks, a_contact(desks, "Li Wei"))
    assert [row.id for row in desks.contacts.talks_with(number)] == [talk]


def test_what_a_form_does_not_show_it_does_not_take_away(desks: Desks) -> None:
    number = desks.contacts.add(WHOLE)
    with desks.store.writing() as shelves:
        shelves.contacts.add(ContactPoint(contact_id=number, kind="other", value="amina on chat"))
    desks.contacts.change(number, desks.contacts.form_of(number)._replace(phone="5; 6"))
    points = [(p.kind, p.value) for p in desks.contacts.sheet(number).points]
    assert points == [
        ("email", "amina@example.org"), ("email", "a.patel@example.net"), ("phone", "5"),
        ("phone", "6"), ("web", "https://example.org/amina"), ("web", "https://example.net"),
        ("address", "1 Elm Street"), ("other", "amina on chat"),
    ]  # fmt: skip


def test_a_change_that_is_taken_back_leaves_every_row_as_it_was(desks: Desks) -> None:
    number = busy(desks)
    before = everything(desks)
    desks.contacts.change(number, ContactForm("A. Patel", "Elsewhere", tags="new", phone="5"))
    desks.undo.take_back()
    known = everything(desks)
    assert known == before


def test_the_one_through_whom_is_a_contact_where_the_name_is_exactly_one_s(desks: Desks) -> None:
    ruth = a_contact(desks, "Ruth Alvarez")
    number = a_contact(desks, "Amina", introduced_by="ruth  ALVAREZ")
    assert desks.contacts.sheet(number).introducer_id == ruth
    a_contact(desks, "Ruth Alvarez", "Elsewhere")
    other = a_contact(desks, "Bo", introduced_by="Ruth Alvarez")
    assert desks.contacts.sheet(other).introducer_id is None, "two are called so"
    form = desks.contacts.form_of(number)
    desks.contacts.change(number, form._replace(role="analyst"))
    assert desks.contacts.sheet(number).introducer_id == ruth, "who was meant stays meant"
    desks.contacts.change(ruth, desks.contacts.form_of(ruth)._replace(name="Ruth A. Berg"))
    assert desks.contacts.sheet(number).introduced_by == "Ruth A. Berg"
    assert desks.contacts.found("amina berg") == [number], "a filter finds the new name"
    desks.contacts.change(number, form._replace(introduced_by=""))
    assert desks.contacts.sheet(number).introducer_id is None


def test_nobody_comes_through_oneself(desks: Desks) -> None:
    number = a_contact(desks, "Amina Patel")
    form = desks.contacts.form_of(number)
    for hand_in in (
        lambda: desks.contacts.change(number, form._replace(introduced_by="AMINA patel")),
        lambda: desks.contacts.add(ContactForm("Bo", introduced_by="bo")),
    ):
        with pytest.raises(BadInputError, match="name of this contact itself") as refusal:
            hand_in()
        assert refusal.value.field == "introduced_by"
    assert desks.contacts.count() == 1
    namesake = a_contact(desks, "amina patel", introduced_by="Amina Patel")
    assert desks.contacts.sheet(namesake).introducer_id == number


def test_the_archived_leave_lists_and_completion_and_stay_with_everything_said(
    desks: Desks,
) -> None:
    first, second = a_contact(desks, "Bo"), a_contact(desks, "Amina")
    talk = a_held_interview(desks, "hello", contact_id=second)
    for number in (second, first):
        desks.prospects.pick(number)
    desks.plans.focus(None)  # whoever is in focus can be written about nevertheless
    before = everything(desks)
    assert desks.contacts.archive(second)
    desk = desks.contacts
    assert (desk.found(), desk.found(archived=True)) == ([first], [second])
    assert (desk.count(), [row.id for row in desk.page("", 0, 9)]) == (1, [first])
    assert (desk.named("Amina"), desk.names()) == ([], ["Bo"])
    assert desk.row(first).picked == 1
    assert [row.id for row in desk.talks_with(second)] == [talk]
    assert desks.research.subjects("amina") == []
    assert desks.undo.take_back() == "archiving Amina"
    assert everything(desks) == before
    desk.archive(second)
    assert not desk.archive(second)
    assert [row.name for row in desk.page("", 0, 9)] == ["Amina", "Bo"]
    assert desk.row(second).picked is None


def test_a_talk_is_logged_with_an_archived_contact_by_its_id(desks: Desks) -> None:
    number = a_contact(desks)
    desks.contacts.archive(number)
    desks.past_talks.log(number, "yesterday 15:00")
    assert len(desks.contacts.talks_with(number)) == 1


def test_a_deletion_is_whole_and_can_be_taken_back(desks: Desks) -> None:
    number = busy(desks)
    before = everything(desks)
    desks.contacts.delete(number)
    for table in ("note", "finding", "lead", "promise", "research_note", "outreach", "draft"):
        assert stored(desks, f"SELECT count(*) FROM {table}") == [(0,)], table
    assert stored(desks, "SELECT picked, introducer_id FROM contact") == [(1, None)]
    assert stored(desks, "SELECT focus_id FROM notebook") == [(None,)]
    assert desks.undo.take_back() == "deleting Amina Patel"
    assert everything(desks) == before


def test_somebody_with_whom_a_talk_is_on_is_not_deleted(desks: Desks) -> None:
    number = a_contact(desks)
    a_live_interview(desks, "hello", contact_id=number)
    before = everything(desks)
    with pytest.raises(IllegalMoveError, match="is live"):
        desks.contacts.delete(number)
    assert everything(desks) == before


def test_adding_somebody_is_taken_back_and_nothing_else_is(desks: Desks) -> None:
    a_contact(desks)
    before = everything(desks)
    desks.contacts.add(WHOLE._replace(name="Bo Berg", organization="New Co"))
    assert desks.undo.take_back() == "adding Bo Berg"
    assert everything(desks) == before


def test_half_typed_words_about_somebody_go_with_them_and_come_back(desks: Desks) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg")
    forms = (f"outreach-{ana}", f"introduction-{ana}-{bo}", f"introduction-{bo}-{ana}",
             f"introduction-{ana}-new")  # fmt: skip
    for form in forms:
        desks.scribe.keep(form_field(form, "why"), "between us")
    desks.scribe.keep(form_field(f"outreach-{ana}0", "why"), "of somebody else")
    before = everything(desks)
    desks.contacts.delete(ana)
    assert len(everything(desks)["unfinished"]) == 1
    desks.undo.take_back()
    assert everything(desks) == before


def test_a_form_that_is_handed_in_as_it_was_is_no_change(desks: Desks) -> None:
    number = desks.contacts.add(WHOLE)
    desks.contacts.change(number, desks.contacts.form_of(number))
    assert desks.undo.take_back() == f"adding {WHOLE.name}"


def test_a_talk_of_several_people_stays_with_the_others_and_nothing_of_theirs_goes(
    desks: Desks,
) -> None:
    ana, bo = a_contact(desks, "Ana Alm"), a_contact(desks, "Bo Berg")
    talk = a_planned_interview(desks, ana, when="")
    desks.scheduling.add_person(talk, bo)
    desks.live.start(talk)
    for line in ("> Jane Doe · may mention: yes", "> Bo Berg", "! send it"):
        desks.live.jot(talk, line)
    desks.live.end(talk)
    desks.leads.become_contact(2, bo)
    loops = {(row.kind, row.id) for row in desks.followups.open_loops() if row.contact_id == bo}
    assert loops
    others = {(r.kind, r.id) for r in desks.followups.open_loops() if r.kind != "thank-you"}
    assert desks.contacts.weight(ana).sentence("Ana Alm") == (
        "With Ana Alm go 1 open thank-you. 1 talk with somebody else stays, without them."
        " Their organization stays. u puts everything back."
    )
    before = everything(desks)
    desks.contacts.delete(ana)
    assert {(row.kind, row.id) for row in desks.followups.open_loops()} == loops | others
    row = desks.scheduling.row(talk)
    assert (row.contact, row.others) == ("Bo Berg", ())
    found = [(lead.consent, lead.state, lead.contact_id) for lead in desks.leads.of_talk(talk)]
    assert found == [("not asked", "new", None), ("not asked", "followed", None)], (
        "Bo was not asked"
    )
    desks.undo.take_back()
    assert everything(desks) == before


def test_a_lead_whose_contact_is_deleted_was_followed_and_can_go_on(desks: Desks) -> None:
    a_held_interview(desks, "> Jane Doe", "> Joe Bloggs", contact_id=a_contact(desks, "Ana Alm"))
    jane = desks.leads.become_contact(1)
    desks.leads.drop(2)
    sentence = desks.contacts.weight(1).sentence("Ana Alm")
    assert "1 note owed on a dropped lead, 1 open thank-you." in sentence
    before = everything(desks)
    desks.contacts.delete(jane)
    assert (desks.leads.one(1).state, desks.leads.one(1).contact_id) == ("followed", None)
    desks.undo.take_back()
    assert everything(desks) == before
    desks.contacts.delete(jane)
    assert desks.leads.become_contact(1) != 0
