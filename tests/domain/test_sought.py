"""The line around what is sought, and where in it the words stand, accents and capitals kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.query import read_query
from infotui.domain.sought import WIDTH, Row, has_all, in_context, rows_of


def marked(query: str, text: str) -> list[str]:
    """Give what is marked in the line that is shown."""
    shown = in_context(rows_of(read_query(query, date(2026, 11, 25))), text)
    return [shown.words[start:end] for start, end in shown.marks]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("hire", "They hire, hired, were hiring; a shire", ["hire", "hire", "hiring"]),
        ("curio", "for Curiosity and curios", ["Curio", "curio"]),
        ("cafe", "ein naïves Café", ["Café"]),
        ("strasse", "in der Straße", ["Straße"]),
        ('"hire for"', "hire people; hire for it; hire form", ["hire for"]),
        ("e-mai", "by e-mail, by e or mail", ["e-mai"]),
        ("会社", "日本の会社", ["会社"]),
        ("one two", "two, one", ["two", "one"]),
        ("in inter", "interest in", ["inter", "in"]),
        ("nothing", "something", []),
        ("", "only shown", []),
    ],
)
def test_the_words_are_marked(query: str, text: str, found: list[str]) -> None:
    assert marked(query, text) == found


def test_of_several_lines_that_with_most_of_the_words_is_shown() -> None:
    text = "one here\n\n  one and   two here\ntwo"
    shown = in_context(rows_of(read_query("one two", date(2026, 1, 1))), text)
    assert (shown.words, shown.found) == ("one and two here", 2)
    assert in_context((), "\n first \n second").words == "first"
    assert in_context((), "").words == ""


def test_a_long_line_is_cut_at_words_around_the_match() -> None:
    line = " ".join(f"word{n}" for n in range(200))
    for number in (0, 1, 7, 100, 199):
        shown = in_context(rows_of(read_query(f"word{number}", date(2026, 1, 1))), line)
        assert len(shown.words) <= WIDTH
        assert any(shown.words[start:end] == f"word{number}" for start, end in shown.marks)
        inner = shown.words.strip("…").split()
        assert set(inner) <= set(line.split())
        assert shown.words.startswith("…") == (number > 7)
        assert shown.words.endswith("…") == (number < 150)


def test_a_long_line_of_which_only_a_tag_matched_is_shown_from_its_beginning() -> None:
    text = "first " + "word " * 50 + "#employer"
    tag = (Row(("employer",), False),)
    for shown in (in_context((), text, tag), in_context(tag, text)):
        assert shown.words.startswith("first word")
        assert shown.words.endswith("…")


def test_a_record_has_all_words_even_in_several_parts() -> None:
    rows = rows_of(read_query('one "two three"', date(2026, 1, 1)))
    assert has_all(rows, ("once upon", "One", "two three"))
    assert not has_all(rows, ("one two", "three"))


@given(st.text(max_size=300), st.text(max_size=20))
def test_marks_are_in_order_and_within_the_words(text: str, query: str) -> None:
    shown = in_context(rows_of(read_query(query, date(2026, 11, 25))), text)
    assert len(shown.words) <= WIDTH
    last = 0
    for start, end in shown.marks:
        assert last <= start < end <= len(shown.words)
        last = end


@given(st.text(alphabet="abcdefg é日ß", min_size=1, max_size=200), st.data())
def test_each_word_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    words = text.split()
    if words:
        rows = rows_of(read_query(data.draw(st.sampled_from(words))[:100], date(2026, 11, 25)))
        assert has_all(rows, (text,))
