"""The states of an interview and the moves between them, its marks, its span, its title."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.interview import (
    BEFORE_LIVE,
    HAS_BEEN,
    PLACE_KINDS,
    STATE_WORDS,
    STATES,
    InterviewRow,
    Marks,
    check_mark,
    check_move,
    check_span,
    moves_from,
    why_not,
)
from tests.domain.builders import steady

EXITS = ("declined", "no reply", "cancelled", "lapsed")
# Written out from the requirement, not read from the code, so that a slip in its table shows.
LEGAL = {
    "idea": {"requested", "agreed", "scheduled", "live", "held", *EXITS},
    "requested": {"agreed", "scheduled", "live", "held", *EXITS},
    "agreed": {"scheduled", "live", "held", *EXITS},
    "scheduled": {"scheduled", "agreed", "live", "held", *EXITS},
    "live": {"held", "scheduled"},
    "held": {"closed"},
    "closed": {"held"},
    "declined": {"requested", "idea"},
    "no reply": {"requested", "agreed", "scheduled", "idea"},
    "cancelled": {"idea", "requested", "agreed", "scheduled"},
    "lapsed": {"idea", "requested", "agreed", "scheduled"},
}


def may(now: str, then: str) -> bool:
    try:
        check_move(now, then)
    except IllegalMoveError:
        return False
    return True


def test_there_are_the_states_of_the_requirement_and_no_others() -> None:
    assert set(STATES) == {
        "idea", "requested", "agreed", "scheduled", "live", "held", "closed", *EXITS,
    }  # fmt: skip
    assert set(BEFORE_LIVE) | {"live"} | set(HAS_BEEN) | set(EXITS) == set(STATES)


@pytest.mark.parametrize("now", STATES)
@pytest.mark.parametrize("then", STATES)
def test_each_move_is_legal_or_refused_with_a_reason(now: str, then: str) -> None:
    if then in LEGAL[now]:
        check_move(now, then)
        return
    with pytest.raises(IllegalMoveError) as refused:
        check_move(now, then)
    sentence = refused.value.sentence
    assert now in sentence
    # It says what is possible instead: every way out, or what to do.
    assert (
        "Plan a new" in sentence or "already" in sentence or all(w in sentence for w in LEGAL[now])
    )


@pytest.mark.parametrize(
    "path",
    [
        ("idea", "requested", "agreed", "scheduled", "live", "held", "closed"),
        ("idea", "held", "closed"),  # a past talk is logged
        ("scheduled", "scheduled", "live"),  # put off to another day
        ("requested", "no reply", "requested", "agreed"),
        ("scheduled", "cancelled", "scheduled"),
    ],
)
def test_the_paths_of_the_requirement_can_be_walked(path: tuple[str, ...]) -> None:
    for now, then in pairwise(path):
        check_move(now, then)


def test_every_state_can_be_reached_and_left() -> None:
    found, fresh = {"idea"}, {"idea"}
    while fresh:
        fresh = {then for now in fresh for then in STATES if may(now, then)} - found
        found |= fresh
    assert found == set(STATES)
    assert all(any(may(now, then) for then in STATES) for now in STATES)


@pytest.mark.parametrize("was", HAS_BEEN)
def test_what_was_held_never_becomes_something_to_come(was: str) -> None:
    assert not any(may(was, then) for then in (*BEFORE_LIVE, "live", *EXITS))
    with pytest.raises(IllegalMoveError, match="Plan a new interview"):
        check_move(was, "live")


@pytest.mark.parametrize("out", EXITS)
def test_nothing_goes_live_that_was_given_up(out: str) -> None:
    assert not may(out, "live")
    assert not may("live", out)


# ── marks ────────────────────────────────────────────────────────────────────────────────────────


def test_the_usual_marks_are_20_30_60() -> None:
    assert Marks().minutes == (20, 30, 60)


@pytest.mark.parametrize("minutes", [5, 6, 20, 119, 120])
def test_a_mark_may_stand_from_5_to_120(minutes: int) -> None:
    assert check_mark("nudge", minutes) == minutes


@pytest.mark.parametrize("minutes", [-30, 0, 4, 121, 10**9])
def test_a_mark_outside_is_refused_at_its_field(minutes: int) -> None:
    with pytest.raises(BadInputError) as refused:
        check_mark("nudge", minutes)
    assert refused.value.field == "nudge"
    assert "between 5 and 120" in refused.value.sentence
    assert str(minutes) in refused.value.sentence


@steady
@given(st.integers(-10, 140), st.integers(-10, 140), st.integers(-10, 140))
def test_marks_are_in_their_bounds_and_in_order_or_refused(
    nudge: int, decision: int, last: int
) -> None:
    if 5 <= nudge <= decision <= last <= 120:
        marks = Marks.of_minutes(nudge, decision, last)
        assert marks.minutes == (nudge, decision, last)
        assert marks.decision == timedelta(minutes=decision)
    else:
        with pytest.raises(BadInputError) as refused:
            Marks.of_minutes(nudge, decision, last)
        assert refused.value.field == "marks"


@pytest.mark.parametrize("marks", [(5, 5, 5), (20, 25, 60), (30, 30, 60), (120, 120, 120)])
def test_marks_may_be_equal(marks: tuple[int, int, int]) -> None:
    assert Marks.of_minutes(*marks).minutes == marks


def test_marks_out_of_order_are_said_back() -> None:
    with pytest.raises(BadInputError, match=r"go in order.*30, 20, 60"):
        Marks.of_minutes(30, 20, 60)


# ── span, place, title ───────────────────────────────────────────────────────────────────────────


def test_an_end_lies_not_before_its_start() -> None:
    start = datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    check_span(start, start)
    check_span(start, start + timedelta(minutes=1))
    with pytest.raises(BadInputError, match="before the start") as refused:
        check_span(start, start - timedelta(microseconds=1), "ended")
    assert refused.value.field == "ended"


def test_a_place_is_of_one_of_five_kinds() -> None:
    assert PLACE_KINDS == ("office", "coffee shop", "video", "telephone", "other")


@pytest.mark.parametrize(
    ("contact", "organization", "title"),
    [("Amina Patel", "Northwind", "Amina Patel · Northwind"), ("Li Wei", "", "Li Wei")],
)
def test_a_title_names_whom_it_is_with(contact: str, organization: str, title: str) -> None:
    row = InterviewRow(
        1, "u", 1, contact, organization, "", "idea", None, "UTC", "", "", "", None, None
    )
    assert row.title == title


def test_a_title_names_everybody_or_counts_them() -> None:
    row = InterviewRow(
        1, "u", 1, "Amina Patel", "Northwind", "", "idea", None, "UTC", "", "", "", None, None
    )
    assert row._replace(others=("Bo Lind",)).title == "Amina Patel + Bo Lind · Northwind"
    assert row._replace(others=("Bo", "Cy")).who == "Amina Patel + Bo + Cy"
    assert row._replace(others=("Bo", "Cy", "Di")).who == "Amina Patel + 3 others"


def test_every_state_has_its_words() -> None:
    assert set(STATE_WORDS) == set(STATES)


@pytest.mark.parametrize(
    ("now", "then", "reason"),
    [
        ("held", "scheduled", "has been held. Plan a new interview"),
        ("idea", "closed", "not been held yet"),
        ("declined", "scheduled", "have to be asked again first"),
        ("cancelled", "lapsed", "given up already"),
        ("lapsed", "live", "has to be taken up again first"),
        ("live", "cancelled", "has to end first"),
        ("agreed", "agreed", "agreed already"),
        ("agreed", "idea", "u takes the last step back"),
    ],
)
def test_a_refusal_names_its_reason(now: str, then: str, reason: str) -> None:
    assert reason in why_not(now, then)


def test_what_is_possible_is_not_refused() -> None:
    assert all(why_not(now, then) == "" for now in STATES for then in moves_from(now))
