"""Outreach: what is fair after how many working days, and where an answer leaves an interview."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.interview import STATES, check_move
from infotui.domain.outreach import (
    ANSWERS,
    CHANNELS,
    FOLLOW_UP,
    LAST_TRY,
    PATHS,
    REST,
    WAIT,
    Advice,
    Rules,
    Sent,
    advise,
    interview_after,
    one_of,
    unanswered,
)
from infotui.domain.working_days import is_weekend, working_days_between
from tests.domain.builders import steady

RULES = Rules()
MONDAY = date(2026, 11, 23)


def nov(*days: int) -> list[Sent]:
    return [Sent(date(2026, 11, day)) for day in days]


@pytest.mark.parametrize(
    ("sent", "today", "words", "day"),
    [
        (nov(23), 23, WAIT, 26),
        (nov(23), 25, WAIT, 26),
        (nov(23), 26, FOLLOW_UP, 26),
        (nov(12), 16, WAIT, 17),  # Thursday, and a weekend between
        (nov(12), 17, FOLLOW_UP, 17),
        (nov(16, 19), 20, WAIT, 25),  # seven working days since the first
        (nov(16, 19), 25, LAST_TRY, 25),
        (nov(16, 24), 25, WAIT, 27),  # a late follow-up has its three days too
        (nov(16, 24), 27, LAST_TRY, 27),
        (nov(16, 19, 25), 27, WAIT, 30),
        (nov(16, 19, 25), 30, REST, 30),
    ],
)
def test_what_is_fair(sent: list[Sent], today: int, words: str, day: int) -> None:
    said = advise(sent, date(2026, 11, today), RULES)
    assert said == Advice(words, date(2026, 11, day))


def test_a_holiday_is_no_day_of_waiting() -> None:
    def is_off(day: date) -> bool:
        return is_weekend(day) or day == date(2026, 11, 25)

    assert advise(nov(23), date(2026, 11, 26), RULES, is_off).words == WAIT
    assert advise(nov(23), date(2026, 11, 27), RULES, is_off).words == FOLLOW_UP


def test_the_days_come_from_outside() -> None:
    assert advise(nov(23), date(2026, 11, 24), Rules(1, 2)).words == FOLLOW_UP
    assert advise(nov(23, 24), date(2026, 11, 25), Rules(1, 2)).words == LAST_TRY


@pytest.mark.parametrize("answer", [word for word in ANSWERS if word])
def test_after_an_answer_nothing_waits_and_the_count_begins_anew(answer: str) -> None:
    answered = Sent(MONDAY, answer)
    assert advise([answered], MONDAY + timedelta(days=60), RULES) == Advice("")
    again = [*nov(16), answered, Sent(date(2026, 11, 26))]
    assert unanswered(again) == (Sent(date(2026, 11, 26)),)
    assert advise(again, date(2026, 12, 1), RULES).words == FOLLOW_UP


@steady
@given(
    st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), min_size=1, max_size=4).map(sorted),
    st.integers(0, 60),
    st.integers(1, 20),
    st.integers(1, 30),
)
def test_one_waits_exactly_until_the_day_that_is_named(
    days: list[date], later: int, follow_up: int, last_try: int
) -> None:
    today = days[-1] + timedelta(days=later)
    said = advise([Sent(day) for day in days], today, Rules(follow_up, last_try))
    assert said.day is not None
    assert not is_weekend(said.day)
    assert (said.words == WAIT) == (today < said.day)
    if said.words != WAIT:
        assert working_days_between(days[-1], today) >= follow_up
    if said.words == LAST_TRY:
        assert working_days_between(days[0], today) >= last_try


def test_an_answer_moves_an_interview_only_where_it_may() -> None:
    moved = {
        (answer, state): became
        for answer in ANSWERS
        for state in STATES
        if (became := interview_after(answer, state))
    }
    for (_, state), became in moved.items():
        check_move(state, became)
    assert moved == {
        ("yes", "idea"): "agreed", ("yes", "requested"): "agreed", ("yes", "no reply"): "agreed",
        ("no", "idea"): "declined", ("no", "requested"): "declined", ("no", "agreed"): "declined",
        ("no", "scheduled"): "declined", ("none", "idea"): "no reply",
        ("none", "requested"): "no reply", ("none", "agreed"): "no reply",
    }  # fmt: skip
    with pytest.raises(IllegalMoveError):
        check_move("held", "declined")


def test_a_word_is_meant_by_its_beginning() -> None:
    assert [one_of("channel", said, CHANNELS) for said in ("E", "email", "tel", "in p", "LETTER")] == [
        "e-mail", "e-mail", "telephone", "in person", "letter",
    ]  # fmt: skip
    for said in ("", "pigeon", " "):
        with pytest.raises(BadInputError, match="warm, cold") as refused:
            one_of("path", said, PATHS)
        assert refused.value.field == "path"
