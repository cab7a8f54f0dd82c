"""Lines are fitted to a width by cells: never a cell more or less, and no character is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from rich.style import Style

from infotui.tui.widgets.lines import BLANK, Line, cut, line, paint, wrap

# Narrow, wide, combining and joined: what a name or a note of a person can be made of.
LETTERS = st.sampled_from(
    [
        *"abc XYZ  .-",
        "é",
        "e\u0301",
        "字",
        "漢",
        "한",
        "ｗ",
        "👍",
        "👩‍🔬",
        "🇩🇪",
        "❤️",
        "👍🏽",
        "\u200b",
    ]
)
WORDS = st.lists(LETTERS, max_size=40).map("".join)
TEXTS = st.lists(LETTERS | st.sampled_from(["\n", "\t"]), max_size=60).map("".join)
WIDTHS = st.integers(1, 30)
STYLES = {"strong": Style(bold=True), "muted": Style(dim=True)}
STYLED = st.lists(st.tuples(TEXTS, st.sampled_from(["", *STYLES])), max_size=4).map(tuple)


def bare(text: str) -> str:
    """A text without what a break may swallow."""
    return text.replace("\t", "").replace(" ", "").replace("\n", "")


def is_one_letter(text: str) -> bool:
    return len(split_graphemes(text)[0]) <= 1


@given(TEXTS, WIDTHS)
@example("supercalifragilistic", 3)
@example("字字字字", 3)
@example("", 5)
def test_a_wrapped_text_fits_and_is_whole(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines
    assert bare("".join(lines)) == bare(text)
    for one in lines:
        assert cell_len(one) <= width or is_one_letter(one)


@given(WORDS, st.integers(-3, 0))
def test_there_is_always_some_width(text: str, width: int) -> None:
    assert wrap(text, width) == wrap(text, 1)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one\n\ntwo", 8, ["one", "", "two"]),
        ("a\tb", 20, ["a    b"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("a abcdefgh", 4, ["a", "abcd", "efgh"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
        ("exactly", 7, ["exactly"]),
    ],
)
def test_it_breaks_at_spaces_where_there_are_any(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_what_is_indented_stays_so() -> None:
    assert wrap("  indented", 20) == ["  indented"]


@given(WORDS, st.integers(-2, 30))
def test_what_is_cut_fits_and_says_so(text: str, width: int) -> None:
    shown = cut(text, width)
    if cell_len(text) <= width:
        assert shown == text
    elif width <= 0:
        assert shown == ""
    else:
        assert cell_len(shown) <= width
        assert shown.endswith("…")
        assert text.startswith(shown[:-1])


@given(STYLED, st.integers(0, 40))
@example((("字" * 9, ""),), 6)
def test_a_line_is_painted_exactly_as_wide_as_asked(
    left: tuple[tuple[str, str], ...], width: int
) -> None:
    for drawn in (Line(left), Line(left, (("right", "muted"),))):
        strip = paint(drawn, width, STYLES, Style())
        assert strip.cell_length == cell_len(strip.text) == width
        assert "\n" not in strip.text


@given(STYLED, STYLED, st.integers(0, 40))
@example((), (("字a", ""),), 2)
@example((), (("\naa", ""),), 2)
def test_so_it_is_whatever_stands_right(
    left: tuple[tuple[str, str], ...], right: tuple[tuple[str, str], ...], width: int
) -> None:
    strip = paint(Line(left, right), width, STYLES, Style())
    assert strip.cell_length == cell_len(strip.text) == width


def painted(drawn: Line, width: int) -> str:
    return paint(drawn, width, STYLES, Style()).text


def test_what_stands_right_stays_and_the_left_is_cut() -> None:
    drawn = line("Amina Patel of Northwind", right=("3 talks",))
    assert painted(drawn, 40) == "Amina Patel of Northwind         3 talks"
    assert painted(drawn, 20) == "Amina Patel… 3 talks"
    assert painted(drawn, 7) == "3 talks"
    assert painted(drawn, 5) == "3 ta…"
    assert painted(BLANK, 4) == "    "


def test_one_ellipsis_says_that_something_is_cut() -> None:
    strip = paint(line("she says; x", ("and more", "strong"), "yet"), 11, STYLES, Style())
    assert strip.text == "she says; x"
    assert (
        paint(line("she says; yes", ("more", "strong")), 11, STYLES, Style()).text == "she says;… "
    )


def test_a_word_has_the_look_of_its_name_on_the_ground_of_the_line() -> None:
    ground = Style(bgcolor="blue")
    strip = paint(line(("bold", "strong"), " plain"), 12, STYLES, ground)
    looks = {segment.text.strip(): segment.style for segment in strip if segment.text.strip()}
    assert looks["bold"] == ground + STYLES["strong"]
    assert looks["plain"] == ground


@pytest.mark.parametrize("text", ["[b]x[/b]", "[/nope]", "[@click=app.quit]x[/]", "\\[x]"])
def test_markup_is_only_text(text: str) -> None:
    assert painted(line(text), 40).rstrip() == text
