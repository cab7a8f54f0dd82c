"""Words of a text: folded, apart, each where it stands, whatever is written onto its letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.text import clean
from infotui.domain.wording import placed_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They hire, for CURIOSITY!", ["they", "hire", "for", "curiosity"]),
        ("naïve café Straße Łódź", ["naive", "cafe", "strasse", "lodz"]),
        ("don't e-mail first_name", ["don", "t", "e", "mail", "first", "name"]),
        ("日本の会社", ["日", "本", "の", "会", "社"]),
        ("a 10 m² room", ["a", "10", "m2", "room"]),
        ("🙂 *** _ ^", []),
        ("", []),
    ],
)
def test_words_are_taken_apart(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    "text", ["at Straße 5", "ein naïver Łukasz", "中文 and æther", "e\u0301\u0323a b"]
)
def test_each_word_has_its_place(text: str) -> None:
    for word, start, end in placed_words(text):
        assert word in "".join(words_of(text[start:end])), (word, text[start:end])


@given(st.text(max_size=60))
def test_placed_words_are_the_words(text: str) -> None:
    cleaned = unicodedata.normalize("NFC", clean(text))
    placed = placed_words(cleaned)
    assert [word for word, _, _ in placed] == words_of(cleaned)
    assert all(0 <= start < end <= len(cleaned) for _, start, end in placed)
    assert [start for _, start, _ in placed] == sorted(start for _, start, _ in placed)
