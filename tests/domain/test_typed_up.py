"""Notes typed up afterwards: the number leads to the question, and no word is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.text import clean
from infotui.domain.typed_up import TypedLine, read_typed
from tests.domain.builders import steady

PLAN = {1, 2, 3, 4, 5}


@pytest.mark.parametrize(
    ("line", "position", "text"),
    [
        ("4 they hire for curiosity", 4, "they hire for curiosity"),
        ("4. they hire for curiosity", 4, "they hire for curiosity"),
        ("4) they hire for curiosity", 4, "they hire for curiosity"),
        ("  4\tthey hire", 4, "they hire"),
        ("4 > Jane Doe, fuel cells", 4, "> Jane Doe, fuel cells"),
        ("4 12 people", 4, "12 people"),
        ("4", 4, ""),
        ("4.", 4, ""),
        ("12 people work there", None, "12 people work there"),
        ("0 risk", None, "0 risk"),
        ("04 is a month", None, "04 is a month"),
        ("4th of May", None, "4th of May"),
        ("4:30 they had to go", None, "4:30 they had to go"),
        ("4,5 days a week", None, "4,5 days a week"),
        ("4-5 days a week", None, "4-5 days a week"),
        ("4.5 days", None, "4.5 days"),
        ("\\4 people", None, "4 people"),
        ("\\12 people", None, "12 people"),
        ("\\> no lead", None, "\\> no lead"),
        ("\\\\4 people", None, "\\\\4 people"),
        ("> 4 people", None, "> 4 people"),
        ("99999999999999999999 stars", None, "99999999999999999999 stars"),
        ("", None, ""),
        ("   ", None, ""),
        ("\x1b4 text", 4, "text"),
    ],
)
def test_a_number_of_the_plan_leads_to_its_question(
    line: str, position: int | None, text: str
) -> None:
    assert read_typed(line, PLAN) == [TypedLine(position, text)]


def test_a_line_without_a_number_belongs_to_the_question_before_it() -> None:
    typed = "nice office\n2 began in testing\n\nthen maps\n\\4 people\n5\nlater\n1 tired"
    assert read_typed(typed, PLAN) == [
        TypedLine(None, "nice office"),
        TypedLine(2, "began in testing"),
        TypedLine(2, ""),
        TypedLine(2, "then maps"),
        TypedLine(2, "4 people"),
        TypedLine(5, ""),
        TypedLine(5, "later"),
        TypedLine(1, "tired"),
    ]


def test_without_a_plan_every_number_is_text() -> None:
    assert read_typed("4 people\n5", ()) == [TypedLine(None, "4 people"), TypedLine(None, "5")]


LINE = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=20),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["1", "4", "5.", "3)", "12", "\\2", "\\", "> ", " 4"]),
        st.sampled_from([" ", "", "\t"]),
        st.text(st.sampled_from("ab4 \\>.日"), max_size=8),
    ),
)


@steady
@given(st.lists(LINE, max_size=6).map("\n".join), st.sets(st.integers(1, 13)))
def test_every_word_typed_is_in_the_result_in_its_order(typed: str, plan: set[int]) -> None:
    lines = clean(typed).split("\n")
    result = read_typed(typed, plan)
    assert len(result) == len(lines)
    before: int | None = None
    for line, (position, text) in zip(lines, result, strict=True):
        words = line.split()
        if text.split() == words:
            assert position == before
        elif words[1:] == text.split() and position is not None:  # the number became the question
            assert words[0].rstrip(".)") == str(position)
            assert position in plan
        else:  # nothing but the backslash before a number went
            assert line.strip() == "\\" + text
            assert (text[0].isascii() and text[0].isdigit(), position) == (True, before)
        before = position
