"""Findings at odds: a table of pairs that should be set against each other, and of those that should not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.at_odds import at_odds, telling_words

AT_ODDS = [
    # one denies what the other says
    ("without a doctorate you stay on short contracts in energy research",
     "two of six in the cell lab have a doctorate, their lead has none", "doctorate"),
    ("no night shifts at St Orrin's since the new rota",
     "night shifts one week in six in her department", "shift"),
    ("a doctorate is not needed", "they ask for a doctorate in every post", "doctorate"),
    ("nobody reads the application letters", "the application is read by three people",
     "application"),
    ("they don't advertise traineeships", "traineeships are advertised in May", "traineeship"),
    # the other side of the same thing
    ("more coders are hired each spring", "fewer coders than last year", "coder"),
    ("storage is growing around here", "storage is shrinking here", "storage"),
    ("contracts are permanent after a year", "contracts are short", "contract"),
    ("it is easy to get a visit", "a visit is hard to come by", "visit"),
    # another number of the same thing
    ("training takes eleven months", "training takes 6 months", "training"),
    ("two places a year on the scheme", "the scheme has four places", "scheme"),
    # one says itself that another said the reverse
    ("the Numbers Office hires by the year now; Dov says the reverse",
     "every post at the Numbers Office is permanent after a year", "number"),
    ("night shifts in the basement, against what Imran said",
     "the basement is spared by the shifts", "basement"),
]  # fmt: skip

AT_PEACE = [
    ("", "anything at all"),
    ("a doctorate helps", "a doctorate helps a lot"),
    ("no doctorate is needed", "a doctorate is not needed"),
    ("one cannot do without a doctorate", "they want a doctorate"),  # two denials are none
    ("they hire for curiosity", "no night shifts"),  # nothing shared
    ("training takes eleven months", "training takes 11 months"),
    ("nobody is told what to do, training is paid", "training is paid"),  # another clause
    ("more people every year", "fewer people work there"),  # only common words are shared
    ("no night shifts any more", "on the road four nights a week"),
    ("the reverse of what I read about the lab", "the lab is in the basement"),  # one word
    ("the first year counts", "no year is like another"),
]


@pytest.mark.parametrize(("one", "other", "word"), AT_ODDS)
def test_these_are_set_against_each_other(one: str, other: str, word: str) -> None:
    for found in (at_odds(one, other), at_odds(other, one)):
        assert found is not None
        assert found.word == word


@pytest.mark.parametrize(("one", "other"), AT_PEACE)
def test_these_are_left_in_peace(one: str, other: str) -> None:
    assert at_odds(one, other) is None
    assert at_odds(other, one) is None


def test_words_of_the_place_itself_tell_nothing() -> None:
    pair = ("Lanternfield never pays overtime", "Lanternfield has a good canteen")
    assert at_odds(*pair) is not None
    assert at_odds(*pair, ignored=("Lanternfield Institute",)) is None


def test_how_they_differ_is_said() -> None:
    said = [at_odds(one, other) for one, other, _ in AT_ODDS]
    assert {clash.how for clash in said if clash} == {
        "one denies it",
        "one says more of it",
        "they weigh it differently",
        "the numbers differ",
        "one says the reverse",
    }


def test_telling_words_are_long_and_rare_ones() -> None:
    assert telling_words("They would never pay for the night shifts, 11 of them") == {"shift"}


WORDS = st.lists(
    st.sampled_from(
        [
            "no",
            "not",
            "doctorate",
            "shifts",
            "night",
            "two",
            "three",
            "months",
            "more",
            "less",
            ",",
            ";",
            "the",
        ]
    )
).map(" ".join)


@given(WORDS, WORDS)
def test_it_makes_no_difference_which_comes_first(one: str, other: str) -> None:
    found, turned = at_odds(one, other), at_odds(other, one)
    assert (found is None) == (turned is None)
    assert at_odds(one, one) is None
    if found:
        assert found.word in telling_words(one) & telling_words(other)


@given(st.text(), st.text())
def test_any_text_is_borne(one: str, other: str) -> None:
    found = at_odds(one, other)
    assert found is None or found.word in telling_words(one) & telling_words(other)
