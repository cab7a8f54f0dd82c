"""What one transaction did can be turned back: with the same ids, and with what foreign keys did."""

import pytest

from infotui.domain.errors import IllegalMoveError
from infotui.domain.records.contact import Contact, OrganizationDraft
from infotui.services.desks import Desks
from tests.builders import a_contact
from tests.people import busy, everything
from tests.tui.pilots import stored


def test_a_removal_is_whole_and_comes_back_whole(desks: Desks) -> None:
    me = busy(desks)
    before = everything(desks)
    with desks.store.recorded() as (shelves, done):
        shelves.contacts.remove_whole(me)
    assert stored(desks, "PRAGMA foreign_key_check") == []
    assert stored(desks, "SELECT count(*) FROM note") == [(0,)]
    assert stored(desks, "SELECT count(*) FROM unfinished") == [(0,)]
    assert len(done.steps) > 40
    desks.store.turn_back(done)
    assert everything(desks) == before
    desks.store.catch_up_index()
    found = "SELECT count(*) FROM note_words WHERE note_words MATCH 'hire'"
    assert desks.store.reading().execute(found).fetchone() == (1,)


def test_what_was_added_goes_and_what_was_changed_is_as_before(desks: Desks) -> None:
    me = a_contact(desks)
    before = everything(desks)
    with desks.store.recorded() as (shelves, done):
        shelves.contacts.contact(me).role = "analyst"
        shelves.contacts.add(Contact(name="Bo", folded="bo"))
    desks.store.turn_back(done)
    assert everything(desks) == before


def test_a_value_that_was_changed_again_stays(desks: Desks) -> None:
    me = a_contact(desks)
    with desks.store.recorded() as (shelves, done):
        contact = shelves.contacts.contact(me)
        contact.role, contact.unit = "analyst", "the lab"
    with desks.store.writing() as shelves:
        shelves.contacts.contact(me).role = "chemist"
    desks.store.turn_back(done)
    assert stored(desks, "SELECT role, unit FROM contact") == [("chemist", "")]


def test_nothing_is_recorded_of_a_change_that_failed_nor_afterwards(desks: Desks) -> None:
    me = a_contact(desks)
    before = everything(desks)
    with pytest.raises(ZeroDivisionError), desks.store.recorded() as (shelves, done):
        shelves.contacts.contact(me).role = "analyst"
        shelves.flush()
        raise ZeroDivisionError
    assert (done.steps, everything(desks)) == ([], before)
    with desks.store.writing() as shelves:
        shelves.contacts.contact(me).role = "analyst"
    assert done.steps == []
    kept = desks.store.reading().execute("SELECT count(*) FROM temp.sqlite_master").fetchone()
    assert kept == (0,)


def test_what_has_no_place_any_more_is_said_and_changes_nothing(desks: Desks) -> None:
    me = a_contact(desks)
    with desks.store.recorded() as (shelves, done):
        shelves.contacts.remove_whole(me)
    desks.store.turn_back(done)
    before = everything(desks)
    with pytest.raises(IllegalMoveError, match="has taken its place"):
        desks.store.turn_back(done)
    assert everything(desks) == before


def test_an_organization_that_others_work_at_by_now_stays(desks: Desks) -> None:
    me = a_contact(desks, organization="")
    with desks.store.recorded() as (shelves, done):
        there = shelves.contacts.organization(OrganizationDraft(name="Northwind")).row_id
        shelves.contacts.contact(me).organization_id = there
    other = a_contact(desks, "Bo Berg", "Northwind")
    desks.store.turn_back(done)
    assert desks.contacts.sheet(me).organization == ""
    assert desks.contacts.sheet(other).organization == "Northwind"


def test_what_something_hangs_on_by_now_is_not_taken_away(desks: Desks) -> None:
    with desks.store.recorded() as (shelves, done):
        added = shelves.contacts.add(Contact(name="Bo", folded="bo")).row_id
    desks.research.begin("contact", added, "posted two roles")
    before = everything(desks)
    with pytest.raises(IllegalMoveError, match="hangs on it by now"):
        desks.store.turn_back(done)
    assert everything(desks) == before
