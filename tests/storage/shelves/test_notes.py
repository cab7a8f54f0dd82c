"""The shelf of notes: what was caught in a note is found again, whichever kind it is."""

import pytest

from infotui.domain.errors import NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_live_interview

CATCHES = {
    "* a fact": "Finding",
    "> Jane Doe": "Lead",
    "! send it": "Promise",
    "< an address": "Promise",
    "$ an analyst": "Opening",
    "& a book": "Resource",
}


@pytest.mark.parametrize(("line", "kind"), CATCHES.items())
def test_what_hangs_on_a_note_is_found(desks: Desks, line: str, kind: str) -> None:
    interview_id = a_live_interview(desks, *CATCHES)
    rows = {row.text: row.id for row in desks.live.sheet(interview_id).notes}
    with desks.store.writing() as shelves:
        item = shelves.notes.caught_in(rows[line])
        assert item is not None
        assert (type(item).__name__, item.note_id) == (kind, rows[line])


def test_nothing_hangs_on_a_plain_note(desks: Desks) -> None:
    a_live_interview(desks, "grew up near here")
    with desks.store.writing() as shelves:
        assert shelves.notes.caught_in(1) is None
        assert shelves.notes.note(1).text == "grew up near here"


def test_a_note_that_is_gone_is_said(desks: Desks) -> None:
    with pytest.raises(NotFoundError, match="note"), desks.store.writing() as shelves:
        shelves.notes.note(1)
