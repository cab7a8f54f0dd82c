"""What can be cited to whoever said it: plain, in the second person, shortened, naming nobody who must not be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.said import LONGEST, citable, done, plain, promised
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


@pytest.mark.parametrize(
    "line",
    [
        "seems bitter about her boss, careful", "my gap is statistics, she looked doubtful",
        "Ana is tired of it all", "he's not the right one", "Ana always sounds unhappy",
    ],
)  # fmt: skip
def test_what_somebody_seems_or_is_is_not_cited_to_them(line: str) -> None:
    assert citable([line, "look at failures first"], ["Ana"], lambda _: True) == (
        "look at failures first",
    )


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("send me the reading list", "", "sent me the reading list"),
        ("Ana sends me the list by fri", "by fri", "sent me the list"),
        ("she'll introduce me to her boss", "", "introduced me to her boss"),
        ("will give us a tour.", "", "gave us a tour"), ("the list of firms", "", ""), ("send", "", ""),
        ("not tell anybody", "", ""), ("", "", ""),
    ],
)  # fmt: skip
def test_a_promise_that_was_kept_is_said_as_what_they_did(text: str, day: str, words: str) -> None:
    assert done(text, ["Ana"], day) == words
