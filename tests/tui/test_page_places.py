"""Which row of a contact's page is meant: by the words of a fact, or by the record that a line tells of."""

from datetime import UTC, datetime

from infotui.domain.history import HistoryRow
from infotui.tui.contact_rows import PageRow
from infotui.tui.page_places import place_of
from infotui.tui.routes import Sought, ToldLine

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ROWS = [
    PageRow("name", text="Ana Alm"),
    PageRow("fact", "role", "pomologist"),
    PageRow("fact", "e-mail", "ana@plums.example"),
    PageRow("fact", "telephone", "+49 30 1"),
    PageRow("through", "through", "Ruth Berger"),
    PageRow("touch", "today", leads=HistoryRow(AT, "touch", "wrote", noun="touch", id=1)),
    PageRow("touch", "today", leads=HistoryRow(AT, "touch", "wrote", noun="touch", id=2)),
]


def test_a_fact_is_found_by_its_part_and_words() -> None:
    assert place_of(ROWS, Sought("reached at", ("49",))) == 3
    assert place_of(ROWS, Sought("reached at", ("nothing",))) == 2
    assert place_of(ROWS, Sought("introduced by", ("Ruth",))) == 4
    assert place_of(ROWS, Sought("", ("Pomologist",))) == 1
    assert place_of(ROWS, Sought("", ("Ana Alm",))) is None  # the list says the name
    assert place_of(ROWS, "nothing known") is None


def test_what_was_at_one_instant_is_told_apart_by_its_record() -> None:
    assert place_of(ROWS, ToldLine("touch", AT, "touch", 2)) == 6
    assert place_of(ROWS, ToldLine("touch", AT, "touch", 9)) == 5
    assert place_of(ROWS, ToldLine("plan", AT, "interview", 1)) == 0
