"""The whole notebook as JSON: one valid document, one record a line, the same bytes every time."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from infotui.formats.json_notebook import FORMAT, VERSION, lines
from tests.domain.builders import steady

UUID = "6b8f3f1e-0000-4000-8000-000000000001"
CONTACTS = [{"uuid": "a", "name": "Amina Patel", "picked": None}, {"uuid": "b", "name": "李伟"}]


def whole(tables: list[tuple[str, list[dict[str, Any]]]]) -> str:
    return "".join(lines(UUID, tables))


def test_a_notebook_is_one_document_that_says_what_it_is() -> None:
    document = json.loads(whole([("contact", CONTACTS), ("note", [])]))
    assert document == {
        "format": FORMAT, "version": VERSION, "notebook": UUID, "contact": CONTACTS, "note": [],
    }  # fmt: skip
    assert list(document) == ["format", "version", "notebook", "contact", "note"]


def test_an_empty_notebook_is_a_document_too() -> None:
    assert json.loads(whole([])) == {"format": FORMAT, "version": VERSION, "notebook": UUID}


def test_each_record_has_a_line_of_its_own() -> None:
    text = whole([("contact", CONTACTS), ("note", [{"text": "two\nlines"}])])
    written = text.splitlines()
    assert json.dumps(CONTACTS[0], ensure_ascii=False) + "," in written
    assert json.dumps(CONTACTS[1], ensure_ascii=False) in written
    assert json.dumps({"text": "two\nlines"}) in written
    assert text.endswith("}\n")


def test_words_stay_readable() -> None:
    assert "李伟" in whole([("contact", CONTACTS)])


def test_nothing_is_read_before_it_is_written() -> None:
    """A large notebook is written as it is read: no table is held whole."""
    read: list[int] = []

    def records() -> Iterator[dict[str, int]]:
        for number in range(3):
            read.append(number)
            yield {"n": number}

    pieces = lines(UUID, iter([("note", records())]))
    while not read:
        next(pieces)
    assert read == [0]
    assert "".join(pieces).count("\n") >= 3
    assert read == [0, 1, 2]


VALUES = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=20)
RECORDS = st.lists(st.dictionaries(st.text(min_size=1, max_size=8), VALUES, max_size=4), max_size=4)
TABLES = st.lists(
    st.tuples(st.sampled_from(["contact", "note", "lead", 'a"b', "größe"]), RECORDS),
    unique_by=lambda table: table[0],
    max_size=4,
)


@steady
@given(TABLES)
def test_whatever_a_notebook_holds_comes_back(
    tables: list[tuple[str, list[dict[str, Any]]]],
) -> None:
    text = whole(tables)
    document = json.loads(text)
    assert {name: document[name] for name, _ in tables} == dict(tables)
    assert whole(tables) == text
    assert text.encode("utf-8").decode("utf-8") == text
    # A line for each record, one to open and one to close each table that has any, five around all.
    assert text.count("\n") == 5 + sum(1 + len(rows) + bool(rows) for _, rows in tables)
