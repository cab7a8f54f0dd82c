"""All research notes as one types: every word somewhere, accents and capitals forgiven, the newest first."""

from collections.abc import Iterator

import pytest

from infotui.services.desks import Desks
from infotui.storage.views import research
from tests.builders import a_contact, later, open_desks
from tests.fakes import ManualClock
from tests.query_plans import read_through, steps_of


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Five notes on two people and two organizations; only read."""
    desks = open_desks(tmp_path_factory.mktemp("read") / "notebook.db", ManualClock())
    zoe = a_contact(desks, "Zoë Quist", "Ärzte & Co", field="Énergie")
    li = a_contact(desks, "Li Wei", "")
    sheet = desks.contacts.sheet(zoe)
    assert sheet.organization_id is not None
    for kind, subject, body, source in (
        ("contact", zoe, "Führt die Straße der 100% sonnigen Häuser", "ihr Vortrag"),
        ("contact", li, "posted TWO roles", "their site"),
        ("organization", sheet.organization_id, "two labs in a_b\\c", "Jahresbericht"),
        ("contact", li, "“quoted” and “Ø”", "their site, again"),
        ("contact", zoe, "likes bikes", ""),
    ):
        desks.research.begin(kind, subject, body, source)
        later(desks, minutes=1)
    yield desks
    desks.close()


@pytest.mark.parametrize(("needle", "ids"), [
    ("", [5, 4, 3, 2, 1]),
    ("  ", [5, 4, 3, 2, 1]),
    ("two", [3, 2]),
    ("Two Roles", [2]),
    ("two zzz", []),
    ("fuhrt", [1]),
    ("FÜHRT strasse", [1]),
    ("hauser", [1]),
    ("100%", [1]),
    ("0% s", [1]),
    ("a_b", [3]),
    ("b\\c", [3]),
    ("_", [3]),
    ("%", [1]),
    ("zoe", [5, 1]),
    ("arzte", [5, 3, 1]),
    ("energie", [5, 3, 1]),
    ("energie bikes", [5]),
    ("li wei site", [4, 2]),
    ("jahresbericht", [3]),
    ("o", [5, 4, 3, 2, 1]),
    ("“ø”", [4]),
    ("x" * 1_000, []),
])  # fmt: skip
def test_every_word_is_somewhere(read: Desks, needle: str, ids: list[int]) -> None:
    assert [row.id for row in read.research.search(needle)] == ids
    assert [row.id for row in read.research.search(needle, limit=1)] == ids[:1]


def test_a_row_says_whom_it_is_about_and_where_they_work(read: Desks) -> None:
    newest, _, of_place, *_ = read.research.search()
    assert newest[1:6] == ("contact", 1, "Zoë Quist", "Ärzte & Co", "Énergie")
    assert of_place[1:6] == ("organization", 1, "Ärzte & Co", "", "Énergie")
    assert (of_place.body, of_place.source) == ("two labs in a_b\\c", "Jahresbericht")
    assert newest.noted_at > of_place.noted_at


def test_notes_are_counted_by_field(read: Desks) -> None:
    assert [tuple(row) for row in read.research.fields()] == [("Énergie", 3, 1, 1), ("", 2, 1, 0)]


def test_spellings_of_a_field_are_one_field(desks: Desks) -> None:
    for number, field in enumerate(("Energy", "energy", "energy", "Zoology")):
        person = a_contact(desks, f"P {number}", "", field=field)
        desks.research.begin("contact", person, "x")
    assert [row[:2] for row in desks.research.fields()] == [("energy", 3), ("Zoology", 1)]


def test_notes_in_a_field_are_found_by_whom_they_are_on(read: Desks) -> None:
    db = read.store.reading()
    steps = steps_of(db, lambda: research.in_field(db, "energie"))
    assert "SEARCH r USING INDEX research_note_by_contact (contact_id=?)" in steps
    assert not read_through(steps, "r")


def test_fields_are_counted_without_a_look_at_the_notes(read: Desks) -> None:
    db = read.store.reading()
    notes = [step for step in steps_of(db, lambda: research.fields(db)) if "research_note" in step]
    assert len(notes) == 2
    assert all("COVERING INDEX" in step for step in notes)


def test_who_has_a_word_is_found_once_and_not_for_each_note(read: Desks) -> None:
    db = read.store.reading()
    steps = steps_of(db, lambda: research.search(db, "energie"))
    assert not [step for step in steps if "CORRELATED" in step]
