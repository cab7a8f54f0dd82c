"""The desk of follow-up: each loop closes in its own way, and the closing can be taken back."""

from datetime import UTC, date, datetime

import pytest

from infotui.domain.loop import DONE_WORD, LoopRow
from infotui.services.desks import Desks
from tests.builders import a_held_interview, clock_of, later

TABLES = {
    "thank-you": "thank_you",
    "debrief": "debrief",
    "my promise": "promise",
    "their promise": "promise",
    "lead": "lead",
}


def loop_of(desks: Desks, kind: str) -> LoopRow:
    return next(row for row in desks.followups.open_loops() if row.kind == kind)


@pytest.mark.parametrize(("kind", "word"), DONE_WORD.items())
def test_a_loop_closes_in_its_own_way_and_opens_again(desks: Desks, kind: str, word: str) -> None:
    a_held_interview(desks, "! send it", "< an address", "> Jane Doe")
    before = desks.followups.open_loops()
    row = loop_of(desks, kind)
    state = f"SELECT state, settled_at FROM {TABLES[kind]} WHERE id = ?"
    read = desks.store.reading().execute
    was = read(state, (row.id,)).fetchone()
    later(desks, days=1)

    assert desks.followups.done(row) == word
    assert read(state, (row.id,)).fetchone() == (word, "2026-11-24T10:25:00.000000Z")
    assert desks.followups.open_loops() == [other for other in before if other != row]

    assert desks.undo.take_back() == f"“{row.text}” {word}"
    assert read(state, (row.id,)).fetchone() == was
    assert desks.followups.open_loops() == before


def test_one_side_can_be_asked_for(desks: Desks) -> None:
    a_held_interview(desks, "! send it", "< an address")
    assert {row.ball for row in desks.followups.open_loops("me")} == {"me"}
    assert [row.text for row in desks.followups.open_loops("them")] == ["an address"]


def test_the_day_is_the_day_here(desks: Desks) -> None:
    clock_of(desks).set(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    assert desks.followups.today() == date(2026, 11, 24)


def test_the_figures_follow_what_is_held(desks: Desks) -> None:
    assert desks.followups.figures().held == 0
    a_held_interview(desks, "* a fact")
    figures = desks.followups.figures()
    assert (figures.contacts, figures.held, figures.findings) == (1, 1, (("career", 1),))
