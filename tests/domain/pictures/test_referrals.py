"""The tree with figures: everybody once, with all who led to them."""

from infotui.domain.pictures.referrals import referrals
from infotui.domain.pictures.table import Way
from infotui.domain.referral_tree import Node, Step, Yield, tree


def test_whoever_was_led_to_by_two_stands_once_with_both() -> None:
    nodes = [
        Node("c1", "contact", 1, "Ana", stage="met", own=Yield(1, 3, 2, 0)),
        Node("c2", "contact", 2, "Bo", stage="met", own=Yield(1, 1, 0, 0)),
        Node("c3", "contact", 3, "Cy", stage="introduced"), Node("l4", "lead", 4, "Dov"),
    ]  # fmt: skip
    steps = [Step("c1", "c3", "lead", "new"), Step("c2", "c3", "through"), Step("c1", "c2", "through"),
             Step("c2", "l4", "lead", "to follow")]  # fmt: skip
    shown = referrals(tree(nodes, steps))
    assert shown.said == (
        "2 people led you to 3 more; you met 1 of them (1 finding); the longest chain has 2 steps."
    )
    rows = shown.table().rows
    assert [(row.cells[0], row.cells[1], row.way) for row in rows] == [
        ("Ana", "", Way("contact", 1)), ("Bo", "Ana", Way("contact", 2)),
        ("Cy", "Bo, Ana", Way("contact", 3)), ("Dov", "Bo", Way("lead", 4)),
    ]  # fmt: skip
    assert rows[0].cells[2:] == ("met", "1", "3", "2", "·")
    assert rows[3].cells[2] == "to follow"


def test_where_nobody_led_to_anybody_nothing_is_said() -> None:
    alone = tree([Node("c1", "contact", 1, "Ana", own=Yield(1, 0, 0, 0))], [])
    assert referrals(alone).said == ""
    assert len(referrals(alone).table().rows) == 1
