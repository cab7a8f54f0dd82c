"""Text from people: cleaning, folding, shortening, against everything a terminal would obey."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.text import clean, clean_line, fold, shorten
from tests.domain.builders import steady

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
NASTY = st.text(
    st.sampled_from(
        "ab é\u0301\t\n\r\x00\x07\x08\x0b\x0c\x1b[]\x7f\x80\x85\x9b\x9d\u2028\u2029\u202e\u2066\u2069"
        "\u200d\u200b\ufeff\ud800\udfff\U0001f469\ufb01\u1e9b\u0323\uac00\u11a8"
    ),
    max_size=40,
)


def is_hostile(letter: str) -> bool:
    code = ord(letter)
    if letter in "\t\n":
        return False
    controls = code < 0x20 or 0x7F <= code <= 0x9F
    turns = 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return controls or turns or code == 0xFEFF or 0xD800 <= code <= 0xDFFF


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("", ""),
        ("plain words", "plain words"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("dos\r\nline, mac\rline", "dos\nline, mac\nline"),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", "a\nb\nc\nd\ne\nf"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\x9b2J\x9d0;title\x9c", "2J0;title"),
        ("nul\x00l", "null"),
        ("del\x7f", "del"),
        ("over\u202eride \u2066in\u2069", "override in"),
        ("\ufefffirst", "first"),
        ("half \ud83d of a pair", "half  of a pair"),
        ("e\u0301", "é"),
        ("\U0001f469\u200d\U0001f52c", "\U0001f469\u200d\U0001f52c"),  # one woman scientist
        ("שלום\u200f!", "שלום\u200f!"),  # a mark that shapes a letter's surroundings stays
        ("日本語 한국어 עברית", "日本語 한국어 עברית"),
    ],
)
def test_only_what_a_terminal_would_obey_goes(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@steady
@given(ANY | NASTY)
def test_a_clean_text_is_harmless_normal_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert not any(map(is_hostile, once))
    assert unicodedata.is_normalized("NFC", once)
    assert clean(once) == once
    assert once.encode("utf-8").decode("utf-8") == once


@steady
@given(st.text(st.characters(categories=["L", "N", "P", "S"]), max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    kept = unicodedata.normalize("NFC", text)
    assert clean(text) == kept


@steady
@given(ANY | NASTY)
def test_a_line_is_one_line_without_needless_space(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "  " not in line
    assert "\t" not in line
    assert clean_line(line) == line
    assert "".join(line.split()) == "".join(clean_line(text).split())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  a \n b\t\tc  ", "a b c"),
        ("a\u00a0b\u3000c", "a b c"),
        ("\n\u2028\t ", ""),
        ("\x1b\x00", ""),
    ],
)
def test_white_space_of_every_kind_is_one_space(text: str, line: str) -> None:
    assert clean_line(text) == line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José  ÁLVAREZ", "jose alvarez"),
        ("Zoë", "ZOE"),
        ("Straße", "STRASSE"),
        ("Ｎｏｒｔｈｗｉｎｄ", "northwind"),
        ("e\u0301lan", "élan"),
        (" Northwind\n", "northwind"),
        ("ﬁnch", "Finch"),
        ("İstanbul", "istanbul"),
    ],
)
def test_two_spellings_of_a_name_fold_into_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Ann", "Anna"), ("a b", "ab"), ("Li-Wei", "Li Wei")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme™", "ACMETM"),  # capitals that come out of the decomposition
        ("№ 1", "no 1"),
        ("a´ b", "a b"),  # and spaces
        ("Łukasz Żak", "lukasz zak"),  # a stroke is an accent to whoever types the name
        ("Søren", "soren"),
    ],
)
def test_folding_is_finished_in_one_go(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@steady
@given(ANY)
def test_a_folded_name_is_harmless_and_has_no_accents(text: str) -> None:
    folded = fold(text)
    assert not any(map(is_hostile, folded))
    assert not any(map(unicodedata.combining, folded))
    assert fold(text) == fold(f"  {text}\n")


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("what is rewarding in it", 12, "what is…"),
        ("what is rewarding in it", 16, "what is rewardi…"),
        ("what is most rewarding", 21, "what is most…"),
        ("first, second", 8, "first…"),
        ("Donaudampfschiff", 6, "Donau…"),
        ("two\nlines", 20, "two lines"),
        ("", 5, ""),
    ],
)
def test_shortened_at_a_word_where_one_ends_near(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


@steady
@given(ANY, st.integers(2, 60))
def test_shortened_is_never_longer_than_asked(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == clean_line(text) or short.endswith("…")
