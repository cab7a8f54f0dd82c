"""What all shelves do: date a new record, find one or say so, remove one and put it back as it was."""

from datetime import timedelta

import pytest

from infotui.domain.errors import NotFoundError
from infotui.domain.records.contact import Contact, ResearchNote
from infotui.services.desks import Desks
from tests.builders import a_contact
from tests.fakes import START


def test_a_new_record_is_dated_now_unless_it_is_dated(desks: Desks) -> None:
    with desks.store.writing() as shelves:
        fresh = shelves.contacts.add(Contact(name="A", folded="a"))
        brought = shelves.contacts.add(
            Contact(name="B", folded="b", created_at=START - timedelta(days=9))
        )
    assert (fresh.row_id, fresh.created_at) == (1, START)
    assert (brought.row_id, brought.created_at) == (2, START - timedelta(days=9))
    assert fresh.uuid != brought.uuid


def test_a_record_that_is_not_there_is_said_by_its_name(desks: Desks) -> None:
    with (
        pytest.raises(NotFoundError, match="That contact is no longer"),
        desks.store.writing() as s,
    ):
        s.contacts.get(Contact, 7)


def test_a_record_that_was_never_stored_has_no_number() -> None:
    with pytest.raises(ValueError, match="never stored"):
        _ = Contact(name="A").row_id


def test_what_is_put_back_is_what_was_removed(desks: Desks) -> None:
    contact_id = a_contact(desks)
    note_id = desks.research.begin("contact", contact_id, "posted two roles", "their site")
    db = desks.store.reading()
    before = db.execute("SELECT * FROM research_note").fetchall()

    with desks.store.writing() as shelves:
        values = shelves.contacts.remove(ResearchNote, note_id)
    assert db.execute("SELECT * FROM research_note").fetchall() == []

    desks.research.begin("contact", a_contact(desks, "Li Wei"), "another")
    db.execute("UPDATE research_note SET id = 50")  # its number is free, as it must be
    with desks.store.writing() as shelves:
        shelves.contacts.put_back(ResearchNote, values)
    assert db.execute("SELECT * FROM research_note WHERE id = ?", (note_id,)).fetchall() == before
