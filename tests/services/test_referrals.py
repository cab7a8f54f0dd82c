"""The referral tree of a notebook: leads, introductions and what was noted, with what came of each; merging."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infotui.domain.referral_tree import Yield
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, open_desks
from tests.fakes import ManualClock
from tests.tries import tries

Edges = set[tuple[str, str]]


def edges(desks: Desks) -> Edges:
    """Who led to whom, by keys, as the tree shows it."""
    rows = desks.referrals.rows()
    return {(rows[row.parent].node.key, row.node.key) for row in rows if row.parent >= 0}


def test_a_chain_of_five_with_the_state_and_yield_of_each_branch(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alm")
    a_held_interview(
        desks,
        "> Ben Ito · may mention: no",
        "> Cy Cole",
        "> Civic Data",
        "* a fact",
        contact_id=ana,
    )
    ben = desks.leads.become_contact(1)
    desks.leads.become_organization(3)
    a_held_interview(desks, "$ a job", "* one", "* two", contact_id=ben)
    dov = a_contact(desks, "Dov Dahl")
    desks.introductions.move(desks.introductions.begin(ben, dov), "asked")
    a_contact(desks, "Eve Ek", introduced_by="Dov Dahl")
    a_contact(desks, "Fay Fox")  # neither met nor led to anybody

    def rows() -> list[tuple[int, str, str, Yield]]:
        return [(r.depth, r.node.name, r.state, r.node.own) for r in desks.referrals.rows()]

    assert rows() == [
        (0, "Ana Alm", "stranger", Yield(1, 1, 3, 0)),
        (1, "Ben Ito", "stranger", Yield(1, 2, 0, 1)),
        (1, "Cy Cole", "new", Yield()),
        (1, "Civic Data", "to follow", Yield()),
        (0, "Dov Dahl", "stranger", Yield()),  # asked for, not made
        (1, "Eve Ek", "stranger", Yield()),
    ]  # fmt: skip
    desks.introductions.move(1, "contact made")
    assert [(depth, name, state) for depth, name, state, _ in rows()][:4] == [
        (0, "Ana Alm", "stranger"), (1, "Ben Ito", "stranger"), (2, "Dov Dahl", "contact made"),
        (3, "Eve Ek", "stranger"),
    ]  # fmt: skip
    assert desks.referrals.rows()[0].whole == Yield(2, 3, 3, 1)
    assert [row.consent for row in desks.referrals.rows()][:2] == ["", "no"]


NUMBERS = st.integers(1, 6)
PAIRS = st.lists(
    st.tuples(NUMBERS, NUMBERS, st.sampled_from(["lead", "introduction", "through"])), max_size=10
)


@given(PAIRS, NUMBERS, NUMBERS)
@settings(
    max_examples=tries(25), derandomize=True, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
def test_merging_two_keeps_every_step(
    tmp_path_factory: pytest.TempPathFactory,
    pairs: list[tuple[int, int, str]],
    stays: int,
    gone: int,
) -> None:
    path: Path = tmp_path_factory.mktemp("tree") / "notebook.db"
    desks = open_desks(path, ManualClock())
    try:
        lay(desks, pairs)
        before = edges(desks)
        if stays == gone:
            return
        desks.merging.merge(stays, gone)
        moved = {
            tuple(f"c{stays}" if key == f"c{gone}" else key for key in pair) for pair in before
        }
        kept = {pair for pair in moved if pair[0] != pair[1]}
        # Of two through whom somebody was known one stays; the other way is no step of its own.
        assert edges(desks) <= kept
        named = {
            (f"c{one}", f"c{two}") for one, two, how in pairs if how != "through" and one != two
        }
        after = {tuple(f"c{stays}" if k == f"c{gone}" else k for k in pair) for pair in named}
        assert {pair for pair in after if pair[0] != pair[1]} <= edges(desks)
        desks.undo.take_back()
        assert edges(desks) == before
    finally:
        desks.close()


def lay(desks: Desks, pairs: list[tuple[int, int, str]]) -> None:
    """Lay steps of all kinds among six people, by plain SQL: the desks would refuse some of them."""
    for number in range(1, 7):
        a_contact(desks, f"P {number}", "")
        a_held_interview(desks, contact_id=number)
    db = desks.store.reading()
    for place, (one, two, how) in enumerate(pairs):
        if one == two:
            continue
        head = f"'00000000-0000-4000-8000-{place:012d}', '2026-11-01T10:00:00.000000Z'"
        if how == "lead":
            db.execute(
                f"INSERT INTO lead (uuid, created_at, interview_id, name, contact_id) VALUES ({head}, {one}, 'x', {two})"
            )
        elif how == "introduction":
            db.execute(
                f"INSERT INTO introduction (uuid, created_at, introducer_id, target_id, state) VALUES ({head}, {one}, {two}, 'contact made')"
            )
        else:
            db.execute(
                f"UPDATE contact SET introducer_id = {one}, introduced_by = 'P {one}' WHERE id = {two}"
            )
