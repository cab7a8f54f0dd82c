"""The function `folded` of a view: what `fold` gives but for white space, whatever the text."""

import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.text import clean, clean_line, fold
from infotui.storage.connection import connect, folded, make_file

WORDS = st.text(st.sampled_from("aZ é\u0301ßİıŁø“漢ﬁ\u00a0 Σ\n-"))


@given(st.one_of(st.text(), WORDS))
def test_it_folds_as_fold_does(text: str) -> None:
    stored = clean(text)
    assert clean_line(folded(stored)) == fold(stored)


def test_it_is_known_to_every_connection(notebook: Path) -> None:
    make_file(notebook)
    with closing(connect(notebook)) as db:
        assert isinstance(db, sqlite3.Connection)
        row = db.execute("SELECT folded('Straße Ärger'), folded(NULL), folded(?)", ("é" * 3_000,))
        assert row.fetchone() == ("strasse arger", "", "e" * 3_000)
