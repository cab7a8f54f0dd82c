"""Columns of a page: nothing is wider than it may be, and no word goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from infotui.domain.text import clean
from infotui.formats.columns import cells, hung, wrap
from tests.domain.builders import steady

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("abc", 3), ("日本", 4), ("e\u0301", 1), ("★ …", 3), ("\u2764\ufe0f", 2), ("😀", 2)],
)
def test_a_letter_takes_the_cells_it_is_printed_with(text: str, count: int) -> None:
    assert cells(text) == count


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two\tthree", 30, ["one two three"]),
        ("one\n\ntwo\n", 10, ["one", "", "two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("日本語", 3, ["日", "本", "語"]),
        ("ae\u0301e\u0301e\u0301", 2, ["aé", "éé"]),
        ("wide 日本語 word", 8, ["wide", "日本語", "word"]),
        ("\x1b[31mred\x07", 20, ["[31mred"]),
    ],
)
def test_a_text_breaks_at_its_spaces(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@steady
@given(ANYTHING, st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_is_left_out(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(cell_len(line) <= width and cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())


def test_a_hung_text_stands_under_its_first_word() -> None:
    assert hung(" 3  ", "one two three", 11) == [" 3  one two", "    three"]
    assert hung("GOAL  ", "", 11) == ["GOAL"]
