"""Whether a question is tailored, its states, which comes next, and what is said about how many there are."""

from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.blanks import KNOWN_BLANKS, fill
from infotui.domain.errors import IllegalMoveError
from infotui.domain.question import (
    IMPORTANCES,
    ORIGINS,
    PHASES,
    QUESTION_STATES,
    QuestionRow,
    check_question_move,
    count_advice,
    following,
    tailoring,
)
from tests.domain.builders import steady

PLAIN = "What does an ordinary day look like?"
BLANK = "What do you enjoy about {unit}?"
TWO = "Who in {field} should I meet in {region}?"


@pytest.mark.parametrize(
    ("origin", "text", "template", "expected"),
    [
        ("bank", BLANK, BLANK, "raw"),
        ("bank", PLAIN, PLAIN, "raw"),
        ("bank", f"  {PLAIN.replace(' ', '  ')}\n", PLAIN, "raw"),  # spaces make nothing one's own
        ("bank", "", BLANK, "raw"),
        ("bank", "   ", BLANK, "raw"),
        ("bank", "What do you enjoy about the lab?", BLANK, "filled"),
        ("bank", "Who in tests should I meet in Leeds?", TWO, "filled"),
        ("bank", "Who in tests should I meet in {region}?", TWO, "raw"),  # one is still open
        ("bank", "My own words about {unit}?", BLANK, "raw"),  # edited, but a blank is open
        ("bank", "What is an ordinary day in the lab?", PLAIN, "edited"),
        ("bank", "Something else altogether?", BLANK, "edited"),
        ("bank", "What do you enjoy about the lab {unit", BLANK, "edited"),
        ("own", "", "", "own"),
        ("own", BLANK, BLANK, "own"),
        ("research", "Why two labs?", "", "own"),
        ("arisen", "and the merger?", "", "own"),
        ("asked of me", "why here?", "", "own"),
    ],
)
def test_tailored_means_filled_or_edited(
    origin: str, text: str, template: str, expected: str
) -> None:
    assert tailoring(origin, text, template) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Between us. What do you enjoy about the lab?",  # words of one's own before the bank's
        "What do you enjoy about the lab? I ask for a friend.",  # and after them
        "What do you enjoy about ?",  # nothing was put into the blank
    ],
)
def test_only_a_filling_counts_as_filled(text: str) -> None:
    assert tailoring("bank", text, BLANK) == "edited"


WORDS = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=12)


@steady
@given(st.sampled_from([BLANK, TWO, "{name}?", "About {name}: {organization}, {unit}"]), WORDS)
def test_filling_every_blank_is_always_seen(template: str, word: str) -> None:
    text = fill(template, dict.fromkeys(KNOWN_BLANKS, word))
    assert tailoring("bank", text, template) == "filled"


@steady
@given(st.sampled_from(ORIGINS), st.text(), st.text())
def test_any_text_against_any_template_has_an_answer(origin: str, text: str, template: str) -> None:
    found = tailoring(origin, text, template)
    assert found in {"raw", "filled", "edited", "own"}
    assert (found == "own") == (origin != "bank")
    assert tailoring("bank", template, template) == "raw"


LEGAL = {
    "planned": {"asking", "skipped", "answered", "partly"},
    "asking": {"planned", "answered", "partly", "skipped"},
    "answered": {"asking", "planned", "partly"},
    "partly": {"asking", "answered", "planned", "skipped"},
    "skipped": {"asking", "planned"},
}


@pytest.mark.parametrize("now", QUESTION_STATES)
@pytest.mark.parametrize("then", QUESTION_STATES)
def test_each_state_follows_or_is_refused(now: str, then: str) -> None:
    if then == now or then in LEGAL[now]:
        check_question_move(now, then)
        return
    with pytest.raises(IllegalMoveError) as refused:
        check_question_move(now, then)
    assert now in refused.value.sentence
    assert then in refused.value.sentence


@pytest.mark.parametrize("state", QUESTION_STATES)
def test_every_question_can_be_asked_and_planned_again(state: str) -> None:
    check_question_move(state, "asking")
    check_question_move(state, "planned")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "no questions yet"),
        (1, "4 more would make five"),
        (4, "1 more would make five"),
        (5, "5 questions"),
        (10, "10 questions"),
        (11, "more than ten"),
        (40, "more than ten"),
    ],
)
def test_the_count_is_advice_against_five_to_ten(count: int, said: str) -> None:
    advice = count_advice(count)
    assert said in advice
    assert (advice == f"{count} questions") == (5 <= count <= 10)


@pytest.mark.parametrize(
    ("short", "text", "label"),
    [
        ("a typical day", PLAIN, "a typical day"),
        ("", "  and the\nmerger? ", "and the merger?"),
        ("", " \n", "(no words yet)"),
    ],
)
def test_a_label_is_never_empty(short: str, text: str, label: str) -> None:
    row = QuestionRow(
        1, "u", 1, 1, text, "", short, "", "own", "middle", "should", "planned", None, "", None
    )
    assert row.label == label
    assert row.tailoring == "own"


def test_the_words_are_those_of_the_requirement() -> None:
    assert IMPORTANCES == ("must", "should", "could")
    assert PHASES == ("start", "middle", "close")
    assert set(ORIGINS) == {"bank", "own", "research", "arisen", "asked of me"}


# ── what comes next ───────────────────────────────────────────────────────────────────────────────


class Place(NamedTuple):
    """All that decides which question comes next."""

    position: int
    state: str = "planned"
    parked_at: datetime | None = None


AN_HOUR = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("plan", "after", "comes"),
    [
        ([], 0, None),
        ([Place(1), Place(2)], 0, 1),
        ([Place(1), Place(2), Place(3)], 1, 2),
        ([Place(1), Place(2), Place(3)], 3, 1),  # round again for what was left
        ([Place(1, "answered"), Place(2, "asking"), Place(3, "skipped"), Place(4)], 2, 4),
        (
            [Place(1, "answered"), Place(2, "partly"), Place(3, "skipped"), Place(4, "asking")],
            4,
            None,
        ),
        # What was put aside comes when nothing else is left, the first of it first.
        ([Place(1), Place(2, parked_at=AN_HOUR), Place(3)], 1, 3),
        ([Place(1), Place(2, parked_at=AN_HOUR), Place(3, "answered")], 3, 1),
        ([Place(1, parked_at=AN_HOUR), Place(2, parked_at=AN_HOUR), Place(3, "answered")], 3, 1),
        ([Place(1, parked_at=AN_HOUR), Place(2, parked_at=AN_HOUR)], 1, 1),
        ([Place(1, "answered", AN_HOUR)], 0, None),
    ],
)
def test_what_comes_next_goes_round_and_takes_what_was_put_aside_last(
    plan: list[Place], after: int, comes: int | None
) -> None:
    found = following(plan, after)
    assert (found and found.position) == comes
