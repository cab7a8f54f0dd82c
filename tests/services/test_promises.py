"""The desk of promises: every move of both sides, a word why, another day, each to be taken back."""

from datetime import date

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, later
from tests.tui.pilots import dump, stored

MINE, THEIRS = 1, 2
MOVES = {"kept": ("keep",), "withdrawn": ("withdraw", "no time"), "received": ("receive",),
         "let go": ("let_go", "they moved")}  # fmt: skip


@pytest.fixture
def two(desks: Desks) -> Desks:
    """A promise of mine and one of theirs."""
    lines = ("! send her the list by fri", "< the salary tables")
    a_held_interview(desks, *lines, contact_id=a_contact(desks, "Jane Doe"))
    return desks


def do(desks: Desks, promise_id: int, became: str) -> None:
    name, *why = MOVES[became]
    getattr(desks.promises, name)(promise_id, *why)


@pytest.mark.parametrize("promise_id", [MINE, THEIRS])
def test_each_side_ends_in_its_own_ways_dated_and_undone(two: Desks, promise_id: int) -> None:
    own = ("kept", "withdrawn") if promise_id == MINE else ("received", "let go")
    before = dump(two)
    for became in MOVES:
        if became not in own:
            with pytest.raises(IllegalMoveError, match="yours" if promise_id == MINE else "theirs"):
                do(two, promise_id, became)
            assert dump(two) == before
            continue
        later(two, minutes=1)
        do(two, promise_id, became)
        row = two.promises.row(promise_id)
        assert (row.state, row.settled_at) == (became, two.clock.now())
        assert row.why_not == "".join(MOVES[became][1:])
        for again in MOVES:
            with pytest.raises(IllegalMoveError, match=f"is {became} already"):
                do(two, promise_id, again)
        with pytest.raises(IllegalMoveError):
            two.promises.set_due(promise_id, "fri")
        assert two.undo.take_back().endswith(became)
        assert dump(two) == before


@pytest.mark.parametrize("why", ["", "   "])
def test_giving_up_without_a_word_why_is_refused(two: Desks, why: str) -> None:
    for give_up, promise_id in ((two.promises.withdraw, MINE), (two.promises.let_go, THEIRS)):
        with pytest.raises(BadInputError) as refused:
            give_up(promise_id, why)
        assert refused.value.field == "why"
    assert {row.state for row in (two.promises.row(MINE), two.promises.row(THEIRS))} == {"open"}


@pytest.mark.parametrize(
    ("words", "day"),
    [("fri", "2026-11-27"), ("tomorrow", "2026-11-24"), ("in two weeks", "2026-12-07"),
     ("by 4 dec", "2026-12-04"), ("next tue", "2026-12-01"), ("2026-12-05", "2026-12-05"),
     ("-", None)],
)  # fmt: skip
def test_another_day_is_said_in_natural_words(two: Desks, words: str, day: str | None) -> None:
    two.promises.set_due(THEIRS, "28 nov")
    meant = date.fromisoformat(day) if day else None
    assert two.promises.set_due(THEIRS, words) == two.promises.row(THEIRS).due == meant
    two.undo.take_back()
    assert two.promises.row(THEIRS).due == date(2026, 11, 28)


@pytest.mark.parametrize("words", ["", "yesterday", "some day", "fri or mon"])
def test_what_is_no_day_is_refused(two: Desks, words: str) -> None:
    before = dump(two)
    with pytest.raises(BadInputError) as refused:
        two.promises.set_due(MINE, words)
    assert refused.value.field == "due"
    assert dump(two) == before


def test_open_ones_come_the_most_urgent_first_and_mine_has_a_draft(two: Desks) -> None:
    a_held_interview(two, "! ring her tomorrow", "! think of it", contact_id=1)
    assert [p.text for p in two.promises.open_of(1)] == [
        "ring her tomorrow", "send her the list by fri", "think of it",
    ]  # fmt: skip
    assert [p.id for p in two.promises.open_of(1, 1)] == [MINE]
    assert [p.id for p in two.promises.open_of(1, whose="theirs")] == [THEIRS]
    offer = two.promises.take_up(MINE)
    assert "a promise: send you the list." in two.drafts.fill(offer).body
    with pytest.raises(IllegalMoveError, match="theirs"):
        two.promises.take_up(THEIRS)
    with pytest.raises(NotFoundError):
        two.promises.row(99)
    assert stored(two, "SELECT count(*) FROM promise") == [(4,)]
