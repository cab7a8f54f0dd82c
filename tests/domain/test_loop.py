"""Open loops: their words, and how a due date stands on a day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError
from infotui.domain.loop import (
    BALLS,
    DONE_WORD,
    LOOP_KINDS,
    WAYS,
    LoopRow,
    lateness,
    ledger_of,
    way_meant,
)
from tests.domain.builders import steady

TODAY = date(2026, 11, 26)


def test_each_kind_of_loop_has_one_way_of_ending_well() -> None:
    assert set(DONE_WORD) == set(LOOP_KINDS)
    assert set(BALLS) == {"me", "them", "introducer"}


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, "none"),
        (TODAY - timedelta(days=400), "late"),
        (TODAY - timedelta(days=1), "late"),
        (TODAY, "today"),
        (TODAY + timedelta(days=1), "soon"),
    ],
)
def test_a_due_date_stands_in_one_of_four_ways(due: date | None, said: str) -> None:
    assert lateness(due, TODAY) == said


@steady
@given(st.dates(), st.dates())
def test_nothing_is_late_on_its_own_day_or_before(due: date, today: date) -> None:
    assert (lateness(due, today) == "late") == (today > due)
    assert (lateness(due, today) == "today") == (today == due)


def a_row(kind: str, ball: str = "me", **more: object) -> LoopRow:
    row = LoopRow(kind, 1, ball, "send it", "Zoë Łuk", None, datetime(2026, 11, 23, tzinfo=UTC),  # type: ignore[arg-type]
                  None, "", 1, "Südwind", "wind power")  # fmt: skip
    return row._replace(**more)  # type: ignore[arg-type]


def test_the_ledger_sorts_by_whose_move_it_is_and_keeps_the_order() -> None:
    rows = [a_row("lead"), a_row("losing touch"), a_row("outreach", "them"),
            a_row("introduction", "introducer"), a_row("place")]  # fmt: skip
    ledger = ledger_of(rows)
    assert [row.kind for row in ledger.mine] == ["lead", "place"]
    assert [row.kind for row in ledger.theirs] == ["outreach", "introduction"]
    assert [row.kind for row in ledger.losing] == ["losing touch"]
    assert ledger.open == 5
    assert ledger_of([]).open == 0


@pytest.mark.parametrize(
    "needle", ["", "  ", "zoe", "LUK sudwind", "wind POWER it", "promise send"]
)
def test_a_loop_is_found_by_any_of_its_words_without_case_and_accents(needle: str) -> None:
    assert ledger_of([a_row("my promise")], needle).open == 1
    assert ledger_of([a_row("my promise")], f"{needle} nobody").open == 0


def test_a_way_is_meant_where_there_is_one_and_said_where_there_are_more() -> None:
    assert set(WAYS) == set(LOOP_KINDS) - {"introduction", "outreach", "place"}
    assert [way_meant(kind, "") for kind in ("thank-you", "my promise", "lead")] == [
        "sent", "kept", "followed"
    ]  # fmt: skip
    assert way_meant("my promise", "withdrawn") == "withdrawn"
    for kind, answer in (("courtesy", ""), ("outcome", ""), ("losing touch", ""),
                         ("thank-you", "kept"), ("their promise", "withdrawn")):  # fmt: skip
        with pytest.raises(BadInputError, match="Say how that ended"):
            way_meant(kind, answer)
