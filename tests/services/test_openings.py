"""The desk of openings: caught or added, posted or not, how each stands, and who may help with it."""

import pytest

from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.opening import OPENING_STATES, POSTED, OpeningForm
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.people import everything
from tests.services.reaching import stored


def test_one_caught_in_a_talk_says_who_told_of_it_and_what_it_was_about(desks: Desks) -> None:
    a_held_interview(
        desks, "$ an analyst at Northwind, not posted", contact_id=a_contact(desks, field="energy")
    )
    (row,) = desks.openings.all()
    assert (row.text, row.organization, row.field, row.posted, row.state, row.told_by) == (
        "an analyst at Northwind, not posted", "", "energy", "unknown", "heard", "Amina Patel")  # fmt: skip
    # The form names the organization that its words name, and the field of the talk.
    assert desks.openings.form_of(row.id) == OpeningForm(
        row.text, "Northwind", "energy", "", "unknown"
    )
    desks.openings.change(
        row.id, desks.openings.form_of(row.id)._replace(link="x.org/jobs", posted="unposted")
    )
    row = desks.openings.one(row.id)
    assert (row.organization, row.link, row.posted) == (
        "Northwind",
        "https://x.org/jobs",
        "unposted",
    )
    desks.undo.take_back()
    assert desks.openings.one(row.id).link == ""


def test_one_is_added_by_hand_and_taken_back(desks: Desks) -> None:
    before = everything(desks)
    made = desks.openings.add(
        OpeningForm("grid planner", "Valley Grid", "energy", "https://v.org", "posted")
    )
    row = desks.openings.one(made)
    assert (row.text, row.organization, row.told_by, row.interview_id, row.posted) == (
        "grid planner", "Valley Grid", "", None, "posted")  # fmt: skip
    assert [r.id for r in desks.openings.all("GRID energy")] == [made]
    assert desks.openings.all("grid water") == []
    desks.openings.delete(made)
    desks.undo.take_back()
    assert desks.openings.one(made) == row
    desks.undo.take_back()
    assert everything(desks) == before
    with pytest.raises(NotFoundError):
        desks.openings.one(made)


@pytest.mark.parametrize("state", OPENING_STATES)
@pytest.mark.parametrize("became", OPENING_STATES)
def test_any_state_may_follow_any(desks: Desks, state: str, became: str) -> None:
    made = desks.openings.add(OpeningForm("a job"))
    desks.openings.set_state(made, state)
    desks.openings.set_state(made, became)
    row = desks.openings.one(made)
    assert (row.state, row.settled_at is not None) == (became, became == "closed")


def test_closing_keeps_a_word_why_until_it_is_open_again(desks: Desks) -> None:
    made = desks.openings.add(OpeningForm("a job"))
    desks.openings.close(made, "somebody else got it")
    assert desks.openings.one(made).text == "a job · closed: somebody else got it"
    desks.openings.close(made, "they froze it")
    assert desks.openings.one(made).text == "a job · closed: they froze it"
    desks.openings.set_state(made, "watching")
    assert desks.openings.one(made).text == "a job"
    for state in ("closed: they froze it", "closed: somebody else got it"):
        desks.undo.take_back()
        assert desks.openings.one(made).text == f"a job · {state}"


def test_posted_is_one_of_three_and_what_cannot_be_meant_changes_nothing(desks: Desks) -> None:
    made = desks.openings.add(OpeningForm("a job"))
    for posted in POSTED:
        desks.openings.set_posted(made, posted)
        assert desks.openings.one(made).posted == posted
    before = everything(desks)
    desk = desks.openings
    for act, field in (
        (lambda: desk.set_posted(made, "perhaps"), "posted"), (lambda: desk.set_state(made, "lost"), "state"),
        (lambda: desk.add(OpeningForm(" \n ")), "text"), (lambda: desk.close(made, "x" * 300), "why"),
        (lambda: desk.add(OpeningForm("a", link="javascript:alert(1)")), "link"),
        (lambda: desk.change(made, OpeningForm("a", link="ftp://x.org")), "link"),
        (lambda: desk.add(OpeningForm("a", organization="x" * 300)), "organization"),
        (lambda: desk.add(OpeningForm("a", posted="maybe")), "posted"),
    ):  # fmt: skip
        with pytest.raises(BadInputError) as bad:
            act()
        assert bad.value.field == field
    assert everything(desks) == before


def test_who_may_help_stands_with_reasons_the_likeliest_first(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm", "Civic Data", field="public data")
    ben = a_contact(desks, "Ben Ito", "Northwind", field="energy")
    cy = a_contact(desks, "Cy Cole", "Elsewhere", field="Energy")
    dov = a_contact(desks, "Dov Dahl", "Faraway", field="opera")
    eve = a_contact(desks, "Eve Ek", "Northwind")
    fay = a_contact(desks, "Fay Fox", "Nowhere", field="chess")
    a_held_interview(desks, "> Ben Ito", contact_id=ana)
    desks.leads.become_contact(1, ben)
    heard = a_held_interview(desks, "$ grid analyst", contact_id=ben)
    for somebody in (cy, dov, fay):
        a_held_interview(desks, contact_id=somebody)
    a_planned_interview(desks, eve)  # not met yet
    desks.contacts.set_stage(dov, "advocate")
    desks.contacts.set_stage(cy, "in touch")
    made = desks.openings.all()[0].id
    desks.openings.change(made, OpeningForm("grid analyst", "Northwind", "energy"))
    assert [(one.name, one.reasons) for one in desks.openings.advocates(made)] == [
        ("Ben Ito", ("works at Northwind", "told you of it", "same field: energy")),
        ("Ana Alm", ("led you to Ben Ito",)),
        ("Cy Cole", ("same field: Energy", "in touch with you")),
        ("Dov Dahl", ("is an advocate of yours",)),
    ]
    # Whoever took part counts as met; whoever is archived is left out; whoever moved was there.
    desks.scheduling.add_person(heard, eve, "Eve Ek")
    desks.contacts.archive(cy)
    desks.contacts.change(ben, desks.contacts.form_of(ben)._replace(organization="Southwind"))
    told = {one.name: one.reasons for one in desks.openings.advocates(made)}
    assert list(told) == ["Ben Ito", "Eve Ek", "Ana Alm", "Dov Dahl"]
    assert told["Ben Ito"][0] == "was at Northwind when you talked"
    assert told["Eve Ek"][:2] == ("works at Northwind", "told you of it")
    assert stored(desks, "SELECT count(*) FROM opening") == [(1,)]
