"""Prospects: picked with one key, in an order without gaps, whatever is picked, moved or taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import a_contact, open_desks
from tests.domain.builders import steady
from tests.fakes import ManualClock
from tests.tui.pilots import stored


def order(desks: Desks) -> list[int]:
    rows = stored(desks, "SELECT id, picked FROM contact WHERE picked IS NOT NULL ORDER BY picked")
    assert [place for _, place in rows] == list(range(1, len(rows) + 1))
    return [number for number, _ in rows]


def test_a_pick_is_the_last_and_a_second_one_lets_go(desks: Desks) -> None:
    a, b, c = (a_contact(desks, name) for name in "abc")
    assert [desks.prospects.pick(number) for number in (c, a, b)] == [1, 2, 3]
    assert desks.prospects.pick(a) is None
    assert order(desks) == [c, b]
    assert desks.undo.take_back() == "letting a go"
    assert order(desks) == [c, a, b]
    assert desks.undo.take_back() == "the pick of b"
    assert order(desks) == [c, a]


def test_a_prospect_moves_and_stops_at_the_ends(desks: Desks) -> None:
    a, b, c = (a_contact(desks, name) for name in "abc")
    for number in (a, b, c):
        desks.prospects.pick(number)
    assert desks.prospects.move(c, -1) == 2
    assert order(desks) == [a, c, b]
    assert (desks.prospects.move(a, -1), desks.prospects.move(b, 1)) == (1, 3)
    assert desks.undo.take_back() == "the move of c", "staying where one is, is no step"
    assert order(desks) == [a, b, c]
    assert desks.prospects.move(a_contact(desks, "d"), 1) is None


def test_the_archived_are_not_picked_and_the_gone_are_said(desks: Desks) -> None:
    a = a_contact(desks)
    desks.contacts.archive(a)
    with pytest.raises(IllegalMoveError, match="z brings them back"):
        desks.prospects.pick(a)
    with pytest.raises(NotFoundError):
        desks.prospects.pick(99)


def known(desks: Desks, number: int) -> bool:
    query = "SELECT 1 FROM contact WHERE id = ?"
    return desks.store.reading().execute(query, (number,)).fetchone() is not None


@pytest.mark.slow
def test_whatever_is_done_the_order_has_no_gap(tmp_path_factory: pytest.TempPathFactory) -> None:
    desks = open_desks(tmp_path_factory.mktemp("any") / "n.db", ManualClock())
    people = [a_contact(desks, name) for name in "abcde"]
    acts = st.tuples(
        st.sampled_from(people), st.sampled_from(["pick", "up", "down", "undo", "archive"])
    )

    @steady
    @given(st.lists(acts, max_size=12))
    def try_it(steps: list[tuple[int, str]]) -> None:
        for number, act in steps:
            if act == "undo":
                desks.undo.take_back()
            elif not known(desks, number):  # their being added was taken back
                with pytest.raises(NotFoundError):
                    desks.prospects.pick(number)
            elif act == "archive":
                desks.contacts.archive(number)
            elif act != "pick":
                desks.prospects.move(number, -1 if act == "up" else 1)
            elif not desks.contacts.row(number).archived:
                desks.prospects.pick(number)
            order(desks)

    try_it()
    desks.close()
