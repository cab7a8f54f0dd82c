"""Introductions: the moves there are, what is fair to do, and the stage that follows from one."""

from datetime import date, timedelta

import pytest

from infotui.domain.errors import IllegalMoveError
from infotui.domain.introduction import (
    ENOUGH,
    INTRODUCTION_STATES,
    OPEN,
    REMIND,
    advice_on,
    check_introduction_move,
    next_step,
    stage_after,
    ways_on,
)

DUE = date(2026, 11, 30)
LEGAL = {
    ("draft", "asked"), ("draft", "lapsed"),
    ("asked", "contact made"), ("asked", "declined"), ("asked", "lapsed"), ("asked", "draft"),
    ("contact made", "followed up"), ("contact made", "led to interview"),
    ("contact made", "declined"), ("contact made", "lapsed"), ("contact made", "asked"),
    ("followed up", "led to interview"), ("followed up", "declined"), ("followed up", "lapsed"),
    ("followed up", "contact made"),
    ("led to interview", "followed up"), ("declined", "asked"), ("lapsed", "draft"),
    ("lapsed", "asked"),
}  # fmt: skip


def test_every_move_is_legal_or_refused_with_the_ways_there_are() -> None:
    for now in INTRODUCTION_STATES:
        for then in INTRODUCTION_STATES:
            if (now, then) in LEGAL:
                check_introduction_move(now, then)
                continue
            with pytest.raises(IllegalMoveError) as refused:
                check_introduction_move(now, then)
            assert f"that is {now} cannot become {then}" in refused.value.sentence
            assert all(way in refused.value.sentence for way in ways_on(now))


def test_the_next_step_leads_from_draft_to_followed_up() -> None:
    assert {state: next_step(state) for state in INTRODUCTION_STATES if next_step(state)} == {
        "draft": "asked",
        "asked": "contact made",
        "contact made": "followed up",
    }
    assert {state for state in INTRODUCTION_STATES if next_step(state)} == OPEN


@pytest.mark.parametrize("state", INTRODUCTION_STATES)
@pytest.mark.parametrize(("days", "reminded"), [(-1, False), (0, False), (9, False), (0, True)])
def test_a_reminder_is_fair_when_one_asked_and_the_day_has_come(
    state: str, days: int, reminded: bool
) -> None:
    said = advice_on(state, DUE, DUE + timedelta(days=days), reminded=reminded)
    fair = ENOUGH if reminded else REMIND
    assert said == (fair if state == "asked" and days >= 0 else "")
    assert advice_on(state, None, DUE, reminded=reminded) == ""


def test_a_made_contact_suggests_that_a_stranger_is_introduced() -> None:
    made = ("contact made", "followed up", "led to interview")
    for state in INTRODUCTION_STATES:
        assert stage_after(state, "stranger") == ("introduced" if state in made else "")
        assert stage_after(state, "met") == ""
