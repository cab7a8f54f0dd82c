"""The desk of resources: kept, found, passed on, and who may like one; every step can be taken back."""

import pytest

from infotui.domain.errors import BadInputError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, later
from tests.services.reaching import stored


def test_a_resource_is_added_changed_removed_and_each_is_taken_back(desks: Desks) -> None:
    made = desks.resources.add(" the  yearbook ", "https://example.org", "energy")
    row = desks.resources.one(made)
    assert (row.text, row.link, row.field) == ("the yearbook", "https://example.org", "energy")
    assert (row.giver_id, row.giver, row.shared) == (None, "", ())
    desks.resources.change(made, "the almanac", "", "")
    assert desks.resources.one(made)[:4] == (made, "the almanac", "", "")
    desks.undo.take_back()
    assert desks.resources.one(made) == row
    desks.resources.remove(made)
    assert desks.resources.rows() == []
    with pytest.raises(NotFoundError):
        desks.resources.change(made, "x")
    desks.undo.take_back()
    assert desks.resources.rows() == [row]
    desks.undo.take_back()
    assert desks.resources.rows() == []


def test_what_cannot_be_meant_is_refused(desks: Desks) -> None:
    for text, link, field in (("", "", "text"), (" \n", "", "text"), ("x", "y" * 201, "link")):
        with pytest.raises(BadInputError) as refusal:
            desks.resources.add(text, link)
        assert refusal.value.field == field
    assert desks.resources.rows() == []


def test_one_that_was_caught_tells_who_named_it_and_follows_no_name_limit(desks: Desks) -> None:
    ana = a_contact(desks, field="energy")
    talk = a_held_interview(desks, f"& the {'long ' * 60}yearbook", contact_id=ana)
    (row,) = desks.resources.rows()
    assert (row.giver_id, row.giver, row.organization) == (ana, "Amina Patel", "Northwind")
    assert (row.interview_id, row.field, row.own_field) == (talk, "energy", "")
    desks.resources.change(row.id, row.text, "https://example.org")
    assert desks.resources.one(row.id).link == "https://example.org"


def test_a_filter_looks_at_all_that_is_shown(desks: Desks) -> None:
    a_held_interview(desks, "& Café yearbook")
    made = desks.resources.add("the almanac", "https://example.org", "energy")
    desks.resources.share(made, a_contact(desks, "Bo Berg", ""))
    for needle, texts in (
        ("", ["the almanac", "Café yearbook"]), ("cafe", ["Café yearbook"]),
        ("amina", ["Café yearbook"]), ("ENERGY example", ["the almanac"]),
        ("berg", ["the almanac"]), ("nothing", []),
    ):  # fmt: skip
        assert sorted(r.text for r in desks.resources.rows(needle)) == sorted(texts)


def test_a_new_one_lists_who_may_like_it_with_the_reasons(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm", "Northwind", field="energy")
    bo = a_contact(desks, "Bo Berg", "Northwind", field="data")
    cy = a_contact(desks, "Cy Cole", "", field="energy")
    dee = a_contact(desks, "Dee Dahl", "", about="wants to build fuel cells")
    eve = a_contact(desks, "Eve", "", field="energy")
    a_held_interview(desks, "& the fuel cell yearbook", contact_id=ana)
    a_held_interview(desks, "how do fuel cells age?", contact_id=cy)
    desks.contacts.archive(eve)
    (row,) = desks.resources.rows()
    found = [(who.contact_id, who.reasons) for who in desks.resources.who_may_like(row.id)]
    assert found == [
        (cy, ("“cell”, “fuel” came up with them", "same field: energy")),
        (dee, ("“cell”, “fuel” came up with them",)),
        (bo, ("at Northwind, as Ana Alm",)),
    ]
    desks.resources.share(row.id, cy, "here it is")
    assert [who.contact_id for who in desks.resources.who_may_like(row.id)] == [dee, bo]
    (shared,) = desks.resources.one(row.id).shared
    assert (shared.contact_id, shared.name, shared.words) == (cy, "Cy Cole", "here it is")


def test_sharing_is_a_touch_once_and_can_be_taken_back(desks: Desks) -> None:
    made, ana = desks.resources.add("the almanac"), a_contact(desks)
    later(desks, days=2)
    desks.resources.share(made, ana)
    (touch,) = desks.touches.of_contact(ana)
    assert (touch.kind, touch.at) == ("resource", desks.clock.now())
    with pytest.raises(BadInputError):
        desks.resources.share(made, ana)
    assert stored(desks, "SELECT count(*) FROM resource_share") == [(1,)]
    desks.undo.take_back()
    assert desks.touches.of_contact(ana) == []
    for resource, who in ((99, ana), (made, 99)):
        with pytest.raises(NotFoundError):
            desks.resources.share(resource, who)
