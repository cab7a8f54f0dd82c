"""Turns what is sought into full-text queries: every form and beginning of a word that the index knows."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from infotui.domain.query import Query
from infotui.domain.sought import rows_of
from infotui.domain.stem import stem
from infotui.domain.wording import words_of
from infotui.storage.search_index import facet_of_tag

_MOST_FORMS: Final = 48  # words that are named in a query one by one
_LAST: Final = "\U0010ffff"


def sought_in(db: sqlite3.Connection, query: Query, column: str = "text") -> str | None:
    """Give the full-text query for the words of a query.

    Returns:
        It; empty when no words are sought, None when one of them stands nowhere.
    """
    pieces = []
    for row in rows_of(query):
        if len(row.words) == 1 and row.loose:
            forms = _forms(db, row.words[0])
            if not forms:
                return None
            pieces.append(f"{column} : ({forms})")
        else:
            pieces.append(f'{column} : "{" ".join(row.words)}"{" *" if row.loose else ""}')
    return " AND ".join(pieces)


def left_out(db: sqlite3.Connection, query: Query, beside: Iterable[str] = ()) -> str:
    """Give what must not be there, as a full-text query; empty when everything may.

    Args:
        db: The open notebook.
        query: What was typed, understood.
        beside: Full-text queries none of which may hold either.
    """
    pieces = list(beside)
    for text in query.without:
        words = words_of(text)
        if text.startswith("#") and words:
            pieces.append(f'facets : "{facet_of_tag(text.lstrip("#"))}"')
        elif len(words) == 1:
            forms = _alike(db, words[0]) or words
            pieces.append(f"text : ({_any(forms)})")
        elif words:
            pieces.append(f'text : "{" ".join(words)}"')
    return " OR ".join(pieces)


def any_facet(marks: Iterable[str]) -> str:
    """Give the query that any of these marks makes; one with a star is the beginning of marks."""
    return f"facets : ({_any(marks)})"


def _any(words: Iterable[str]) -> str:
    named = ((word.removesuffix("*"), " *" if word.endswith("*") else "") for word in words)
    return " OR ".join(f'"{word}"{star}' for word, star in named)


def _alike(db: sqlite3.Connection, word: str) -> list[str]:
    rows = db.execute(
        "SELECT word FROM known_word WHERE stem = ? LIMIT ?", (stem(word), _MOST_FORMS)
    )
    return [row[0] for row in rows]


def _forms(db: sqlite3.Connection, word: str) -> str:
    """Give every word that has the same stem or begins with these letters."""
    alike = _alike(db, word)
    begin: Sequence[str] = [
        row[0]
        for row in db.execute(
            "SELECT word FROM known_word WHERE word >= ? AND word < ? LIMIT ?",
            (word, word + _LAST, _MOST_FORMS + 1),
        )
    ]
    if len(begin) <= _MOST_FORMS:
        return _any(dict.fromkeys((*alike, *begin)))
    # Too many to name; of a single letter only the word itself, which is no beginning of anything.
    others = [form for form in alike if not form.startswith(word)]
    named = [f'"{word}"' if len(word) == 1 else f'"{word}" *']
    return " OR ".join(named + [f'"{form}"' for form in others])
