"""The moves of a lead, as a table; and that a dropped one has no way out but by its note or back."""

from itertools import product

import pytest

from infotui.domain.errors import IllegalMoveError
from infotui.domain.referral import DROPPED, LEAD_STATES, TO_DO, check_lead_move, lead_ways_on

OPEN = ("to follow", "followed", "became contact", "not pursuing", "note due")
WAYS = {
    "new": OPEN,
    "to follow": ("new", *OPEN[1:]),
    "followed": ("to follow", *OPEN[2:]),
    "became contact": ("to follow", "followed"),
    "not pursuing": ("to follow", "note due", "closed"),
    "note due": ("to follow", "closed"),
    "closed": ("to follow",),
}


@pytest.mark.parametrize(("now", "then"), list(product(LEAD_STATES, LEAD_STATES)))
def test_there_are_these_moves_and_no_others(now: str, then: str) -> None:
    assert lead_ways_on(now) == WAYS[now]
    if then in WAYS[now]:
        check_lead_move(now, then)
        return
    with pytest.raises(
        IllegalMoveError, match=f"A lead that is {now} cannot be {then}; it can be: "
    ):
        check_lead_move(now, then)


def test_only_a_dropped_lead_is_ever_closed() -> None:
    assert {now for now in LEAD_STATES if "closed" in WAYS[now]} == DROPPED
    assert not TO_DO & DROPPED
