"""Forms of a word have one stem, as SQLite's own Porter tokenizer sees them; other scripts are left alone."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.stem import stem

WORDS = (
    "hire hired hiring hires company companies university universities organization organizations "
    "running goes going agreed agreeing engineer engineering relational conditional happy happiness "
    "flies dying sky feed controlling rate probate fuel electricity electrical adjustable replacement "
    "adoption hopefulness caresses ponies ties cats plastered motoring conflated troubled sized hopping "
    "falling hissing fizzed failing filing generalization triplicate goodness revival allowance yes by"
)


@pytest.mark.parametrize("word", WORDS.split())
def test_it_is_the_stem_that_porter_gives(word: str) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61')")
        db.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(words, row)")
        db.execute("INSERT INTO words VALUES (?)", (word,))
        assert db.execute("SELECT term FROM stems").fetchall() == [(stem(word),)]


def test_forms_of_one_word_have_one_stem() -> None:
    assert len({stem(word) for word in ("hire", "hired", "hires", "hiring")}) == 1
    assert stem("hire") != stem("fire")


@pytest.mark.parametrize("word", ["", "a", "日", "größe", "c3po", "x" * 99])
def test_what_is_no_english_word_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_a_stem_begins_as_its_word_does(word: str) -> None:
    assert stem(word)[:1] == word[:1]
    assert len(stem(word)) <= len(word) + 1
