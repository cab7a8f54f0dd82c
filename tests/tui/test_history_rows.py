"""A history as lines: one line each at every width, and the one under the cursor told whole."""

import pytest

from infotui.domain.history import HistoryRow, Said
from infotui.services.desks import Desks
from infotui.tui.history_rows import HistoryItem, draw_history_item, history_lines
from infotui.tui.widgets.lines import Line
from tests.builders import BERLIN
from tests.people import busy


def said(drawn: Line) -> str:
    left, right = ("".join(text for text, _ in part) for part in (drawn.left, drawn.right))
    return " | ".join(part for part in (left.strip(), right.strip()) if part)


def drawn(desks: Desks, item: HistoryItem, width: int, *, named: bool = False) -> str:
    today = desks.followups.today()
    (one,) = draw_history_item(item, width, BERLIN, today, named=named, unfolded=False)
    return said(one)


@pytest.mark.parametrize("width", [1, 20, 60, 76, 140])
def test_every_line_is_one_line_and_is_told_whole_beside_it(desks: Desks, width: int) -> None:
    for row in desks.contacts.history(busy(desks)):
        for named in (True, False):
            assert drawn(desks, row, width, named=named)
        lines = history_lines(row, width, BERLIN, desks.followups.today(), 5)
        assert 2 <= len(lines) <= 5
        assert said(lines[-1])


def test_day_name_and_state_stand_in_their_places(desks: Desks) -> None:
    rows = {row.text: row for row in desks.contacts.history(busy(desks))}
    promise, talk = rows["I promised: send it"], rows["held, 25 min"]
    assert drawn(desks, promise, 60) == "23 Nov      I promised: send it | open"
    assert drawn(desks, promise, 80, named=True).split() == [
        "Mon", "23", "Nov", "Amina", "Patel", "I", "promised:", "send", "it", "|", "open",
    ]  # fmt: skip
    assert drawn(desks, talk, 80).startswith("▸ Mon 23 Nov")
    whole = [said(one) for one in history_lines(promise, 60, BERLIN, desks.followups.today(), 9)]
    assert whole == [
        "Mon 23 Nov 11:03 · Amina Patel", "I promised: send it", "open",
        "Enter: the promise, or its note in the talk",
    ]  # fmt: skip


def test_in_an_organization_each_line_says_who_at_every_width(desks: Desks) -> None:
    for row in desks.contacts.history(busy(desks)):
        for width in (52, 66, 76):
            assert f" {row.who[:11]}" in drawn(desks, row, width, named=True)
    assert " organization " in drawn(desks, row._replace(who=""), 66, named=True)


def test_what_hangs_under_a_talk_has_its_kind_or_its_sign(desks: Desks) -> None:
    assert (
        drawn(desks, Said("finding", 1, "gap", "they hire late", 1), 60) == "* gap they hire late"
    )
    note = Said("note", 2, "my promise", "! send it", 1)
    assert drawn(desks, note, 60) == "! send it"
    lines = history_lines(note, 60, BERLIN, desks.followups.today(), 5)
    assert [said(one) for one in lines] == [
        "my promise",
        "! send it",
        "Enter: the note in its talk",
    ]
    assert drawn(desks, None, 60) == "no longer there"
    assert history_lines(None, 60, BERLIN, desks.followups.today(), 5) == ()


def test_a_row_knows_its_record(desks: Desks) -> None:
    rows: list[HistoryRow] = desks.contacts.history(busy(desks))
    assert all(row.noun and row.id and row.who for row in rows)
