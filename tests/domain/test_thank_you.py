"""Thanks: every move, the two ways they go, and what is said of an address."""

from datetime import date

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.thank_you import (
    THANK_YOU_STATES,
    Medium,
    ThankYouRow,
    check_medium,
    check_thank_you_move,
    say_way,
)

LEGAL = {("due", "drafted"), ("due", "sent"), ("drafted", "due"), ("drafted", "sent")}


@pytest.mark.parametrize("now", THANK_YOU_STATES)
@pytest.mark.parametrize("then", THANK_YOU_STATES)
def test_every_move_is_legal_or_refused(now: str, then: str) -> None:
    if (now, then) in LEGAL:
        check_thank_you_move(now, then)
        return
    with pytest.raises(IllegalMoveError, match="sent already" if now == "sent" else f"be {then}"):
        check_thank_you_move(now, then)


@pytest.mark.parametrize(
    ("medium", "has_address", "said"),
    [
        ("card", True, ""),
        ("card", False, "take a mail instead"),
        ("mail", False, "a mail instead. Add one with e"),
        ("mail", True, "a card written by hand can go there"),
    ],
)
def test_a_missing_address_is_said_and_one_that_came(
    medium: Medium, has_address: bool, said: str
) -> None:
    row = ThankYouRow(1, 1, 1, "Jane", medium, "due", date(2026, 11, 24), has_address, None, None)
    assert said in say_way(row)
    assert bool(say_way(row)) == bool(said)


def test_there_are_two_ways() -> None:
    assert (check_medium("card"), check_medium("mail")) == ("card", "mail")
    with pytest.raises(BadInputError):
        check_medium("owl")
