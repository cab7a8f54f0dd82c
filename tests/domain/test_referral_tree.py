"""The referral tree: circles end, each step stands once, sums are those of the branches, and it is fast."""

import time  # only to bound how long ten thousand take

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.referral_tree import (
    Node,
    Step,
    TreeRow,
    Yield,
    branches,
    in_sight,
    joined,
    tree,
)

KEYS = [f"c{n}" for n in range(8)]
STEPS = st.builds(
    Step,
    st.sampled_from([*KEYS, "gone"]),
    st.sampled_from([*KEYS, "gone"]),
    st.sampled_from(["lead", "introduction", "through"]),
    st.sampled_from(["", "to follow", "became contact"]),
    st.sampled_from(["", "yes", "no", "not asked"]),
    st.sampled_from(["", "2026-11-01", "2026-11-02"]),
)


def node(key: str, name: str = "", **more: object) -> Node:
    return Node(key, "contact", int(key[1:]), name or f"P {key}", **more)  # type: ignore[arg-type]


def nodes() -> list[Node]:
    return [node(key, own=Yield(1, n, 0, 1)) for n, key in enumerate(KEYS)]


def picture(rows: list[TreeRow]) -> list[str]:
    return [
        f"{branches(rows, place, 99)}{row.node.name}{' ' + row.mark if row.mark else ''}"
        for place, row in enumerate(rows)
    ]


def test_it_shows_who_led_to_whom() -> None:
    people = [
        node("c1", "Ana"),
        node("c2", "Ben"),
        node("c3", "Cy"),
        node("c4", "Dov"),
        node("c5", "Eve"),
    ]
    steps = [
        Step("c1", "c3", "lead", "became contact", "no", "2"), Step("c1", "c2", "through", at="1"),
        Step("c2", "c4", "introduction", "contact made", at="3"), Step("c1", "c3", "through", at="5"),
    ]  # fmt: skip
    rows = tree(people, steps)
    assert picture(rows) == ["Ana", "├─ Ben", "│  └─ Dov", "└─ Cy"]  # Eve was never met
    assert [row.below for row in rows] == [3, 1, 0, 0]
    assert [(step.how, step.consent) for step in rows[3].steps] == [("lead", "no"), ("through", "")]
    assert rows[3].consent == "no"


def test_a_circle_is_shown_once_with_a_mark() -> None:
    people = [node("c1", "Ana"), node("c2", "Ben"), node("c3", "Cy")]
    steps = [Step("c1", "c2", "lead"), Step("c2", "c3", "lead"), Step("c3", "c1", "lead")]
    assert picture(tree(people, steps)) == ["Ana", "└─ Ben", "   └─ Cy", "      └─ Ana circle"]


def test_whoever_two_led_to_stands_below_both_with_one_branch() -> None:
    people = [
        node("c1", "Ana", own=Yield(1)),
        node("c2", "Ben", own=Yield(1)),
        node("c3", "Cy", own=Yield(2)),
        node("c4", "Dov"),
    ]
    steps = [Step("c1", "c3", "lead"), Step("c2", "c3", "lead"), Step("c3", "c4", "lead")]
    rows = tree(people, steps)
    assert picture(rows) == ["Ana", "└─ Cy", "   └─ Dov", "Ben", "└─ Cy again"]
    assert [row.whole.talks for row in rows] == [3, 2, 0, 1, 0]


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (TreeRow(Node("l1", "lead", 1, "X"), (Step("c1", "l1", "lead", "to follow"),), 1, 0, True), "to follow"),
        (TreeRow(node("c1", stage="stranger"), (Step("c1", "l1", "introduction", "contact made"),), 1, 0, True), "contact made"),
        (TreeRow(node("c1", stage="met", own=Yield(1)), (Step("c1", "l1", "introduction", "followed up"),), 1, 0, True), "met"),
        (TreeRow(node("c1", stage="stranger"), (Step("c1", "l1", "lead", "became contact"),), 1, 0, True), "stranger"),
    ],
)  # fmt: skip
def test_a_branch_says_how_it_stands(row: TreeRow, state: str) -> None:
    assert row.state == state


@given(st.lists(STEPS, max_size=24))
def test_every_step_stands_once_and_everybody_in_one_stands_whole_once(steps: list[Step]) -> None:
    rows = tree(nodes(), steps)
    there = {(s.giver, s.to) for s in steps if "gone" not in {s.giver, s.to} and s.giver != s.to}
    shown = [(rows[row.parent].node.key, row.node.key) for row in rows if row.parent >= 0]
    assert sorted(shown) == sorted(there)
    told = [step for row in rows for step in row.steps]
    assert sorted(told) == sorted(s for s in steps if (s.giver, s.to) in there)
    whole = [row.node.key for row in rows if not row.mark]
    assert sorted(whole) == sorted(KEYS)  # all were met
    assert sum(row.whole.talks for row in rows if row.parent < 0) == len(KEYS)
    for place, row in enumerate(rows):
        assert row.depth == (rows[row.parent].depth + 1 if row.parent >= 0 else 0)
        assert all(
            place < under <= place + row.below for under, r in enumerate(rows) if r.parent == place
        )
    assert tree(reversed(nodes()), reversed(steps)) == rows or len({s[:3] for s in steps}) < len(
        steps
    )


@given(st.lists(STEPS, max_size=16), st.sets(st.sampled_from(KEYS)))
def test_folding_hides_what_is_below_and_a_filter_shows_the_way_down(
    steps: list[Step], folded: set[str]
) -> None:
    rows = tree(nodes(), steps)
    shown = in_sight(rows, folded)
    for place, row in enumerate(rows):
        above, hidden = row.parent, False
        while above >= 0:
            hidden = hidden or rows[above].node.key in folded
            above = rows[above].parent
        assert (place in shown) == (not hidden)
    found = in_sight(rows, folded, "p C3")
    assert {place for place, row in enumerate(rows) if row.node.key == "c3"} <= set(found)
    assert all(rows[place].parent in {-1, *found} for place in found)


def test_ten_thousand_are_quick_in_a_chain_and_in_a_crowd() -> None:
    people = [node(f"c{n}") for n in range(10_000)]
    chain = [Step(f"c{n}", f"c{n + 1}", "lead") for n in range(9_999)]
    crowd = [Step(f"c{n // 7}", f"c{n}", "lead") for n in range(1, 10_000)]
    for steps in (chain, crowd):
        began = time.process_time()
        rows = tree(people, steps)
        assert len(in_sight(rows, set(), "p c99")) > 100
        assert len(rows) == 10_000
        assert time.process_time() - began < 3
    deep = tree(people, chain)
    assert branches(deep, 9_999, 4) == "…       └─ "


def test_a_lead_of_the_name_its_giver_led_to_is_that_contact() -> None:
    people = [node("c1", "Ana"), node("c2", "Ben Ito"), node("c3", "Cy")]
    leads = [Node("l1", "lead", 1, "BEN  ito"), Node("l2", "lead", 2, "Cy")]
    steps = [
        Step("c1", "l1", "lead", "followed", "no", "1"), Step("c1", "c2", "through", at="2"),
        Step("c2", "l2", "lead", "new", "yes", "3"),
    ]  # fmt: skip
    rows = tree(*joined([*people, *leads], steps))
    assert [(row.depth, row.node.key, row.consent) for row in rows] == [
        (0, "c1", ""), (1, "c2", "no"), (2, "l2", "yes")]  # fmt: skip
