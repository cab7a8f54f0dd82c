"""How promises end: a table of every move, and the word why that giving up needs."""

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.promise import ENDS, check_promise_move, check_why

STATES = ("open", "kept", "withdrawn", "received", "let go")


@pytest.mark.parametrize("whose", ENDS)
@pytest.mark.parametrize("now", STATES)
@pytest.mark.parametrize("then", STATES[1:])
def test_only_an_open_one_ends_and_only_in_its_own_ways(whose: str, now: str, then: str) -> None:
    if now == "open" and then in ENDS[whose]:
        check_promise_move(whose, now, then)
        return
    with pytest.raises(IllegalMoveError) as refused:
        check_promise_move(whose, now, then)
    said = refused.value.sentence
    assert (f"is {now} already" in said) if now != "open" else (" or ".join(ENDS[whose]) in said)


def test_giving_up_needs_a_word_why() -> None:
    assert check_why("  no  time ") == "no time"
    for bad in ("", "  \n", "x" * 301):
        with pytest.raises(BadInputError) as refused:
            check_why(bad)
        assert refused.value.field == "why"
