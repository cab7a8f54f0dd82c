"""What can be cited to whoever said it: plain, in the second person, shortened, naming nobody who must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.said import LONGEST, citable, plain, promised
from tests.domain.builders import steady

NAMES = ("Jane Doe", "Jane", "Doe", "jane")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("* they hire late #hiring #market", "they hire late"),
        ("we use #python daily", "we use python daily"),
        ("\\> not a lead", "> not a lead"),
        ("she likes C# and F#", "she likes C# and F#"),
        ("#hiring", ""),
        ("two   words\nand more, #x", "two words and more"),
        ("", ""),
    ],
)
def test_a_line_is_plain_without_signs_and_tags(line: str, words: str) -> None:
    assert plain(line) == words


def test_two_things_are_cited_each_once_to_the_one_who_said_them() -> None:
    lines = ["yes, often", "she hires for curiosity", "She hires for curiosity.", "Ana runs the lab",
             "it began in a garage", "a third thing there"]  # fmt: skip
    said = citable(lines, NAMES, lambda text: "Ana" not in text)
    assert said == ("you hire for curiosity", "it began in a garage")
    assert citable([], NAMES, lambda _text: True) == ()
    assert citable(lines, NAMES, lambda _text: True, most=1) == ("you hire for curiosity",)


@given(st.lists(st.text("abAB #*>.\n—é", max_size=160), max_size=6))
@steady
def test_what_is_cited_is_short_and_has_no_sign(lines: list[str]) -> None:
    for said in citable(lines, NAMES, lambda _text: True):
        assert 0 < len(said) <= LONGEST + 1
        assert "\n" not in said
        assert said == said.strip()


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("send her the list by fri", "by fri", "send you the list"),
        ("by fri: send the list to Jane", "by fri", "send the list to you"),
        ("the report, tomorrow, with notes", "tomorrow", "the report with notes"),
        ("the report #work", "", "the report"),
        ("by fri", "by fri", "by fri"),
    ],
)
def test_a_promise_is_said_back_without_its_day(text: str, day: str, words: str) -> None:
    assert promised(text, NAMES, day) == words
