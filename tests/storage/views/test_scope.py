"""Where a search looks: days, owners few and many, kinds and tags, against what the notes themselves say."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from infotui.domain.clock import instant_of, instant_text
from infotui.domain.query import Query, read_query
from infotui.services.desks import Desks
from infotui.storage.views import scope
from tests.builders import BERLIN, a_contact, a_live_interview, many_notes, open_desks
from tests.fakes import ManualClock

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Notes at all times, most of them at the edges of months and years; only read."""
    desks = open_desks(tmp_path_factory.mktemp("dated") / "n.db", ManualClock())
    many_notes(desks, a_live_interview(desks), "a zebra", 300)
    chance = random.Random(3)
    db = desks.store.reading()
    for (note_id,) in db.execute("SELECT id FROM note").fetchall():
        year, month = (
            chance.choice((1950, 1999, 2009, 2010, 2024, 2025, 2026, 2027)),
            chance.randint(1, 12),
        )
        edge = datetime(year, month, 1, tzinfo=UTC) + timedelta(hours=chance.randint(-30, 30))
        at = instant_text(edge)
        db.execute("UPDATE note SET at = ? WHERE id = ?", (at, note_id))
    desks.store.catch_up_index()
    yield desks
    desks.close()


@pytest.mark.parametrize(
    "query",
    [
        "after:2026", "after:2026-03", "after:2025-12-31", "before:2010", "before:2009-06-01",
        "after:2009-02 before:2010-11", "after:2025-06 before:2025-07", "before:1951", "after:2027-11",
        "after:1950-02-01 before:2026-02", "after:0001-01-01", "before:9999-12-31", "after:9999-12-31",
        "after:2026 before:2025", "before:0001-01-01",
    ],
)  # fmt: skip
@pytest.mark.parametrize("words", ["zebra", ""])
def test_days_begin_where_the_person_is(dated: Desks, query: str, words: str) -> None:
    asked = read_query(query, TODAY)
    wanted = set()
    for note_id, at in dated.store.reading().execute("SELECT id, at FROM note"):
        day = instant_of(at).astimezone(BERLIN).date()
        if (asked.after or date.min) <= day < (asked.before or date.max):
            wanted.add(note_id)
    hits = dated.search.find(f"{query} {words}", 1000).hits
    assert {hit.id for hit in hits if hit.noun == "note"} == wanted


def test_owners_are_named_when_they_are_few_and_looked_at_when_they_are_many(desks: Desks) -> None:
    for number in range(scope.MOST_NAMED + 2):
        a_contact(desks, f"Mara Nr{number}", "Northwind" if number else "")
    desks.store.catch_up_index()
    db = desks.store.reading()
    few = scope.scope_of(db, Query(people=("nr0",)), BERLIN, TODAY)
    assert few.owners_beside is None
    assert few.facets == ('facets : ("0c1")',)
    many = scope.scope_of(db, Query(people=("mara",)), BERLIN, TODAY)
    assert many.owners_beside == many.owners
    assert many.facets == ()
    both = scope.scope_of(db, Query(people=("nr0", "nr1"), organizations=("north",)), BERLIN, TODAY)
    assert both.owners is not None
    assert both.owners.contacts == {2, *range(11, 21)}, "all Nr1…, none who is somewhere else"
    none = scope.scope_of(db, Query(people=("nobody",)), BERLIN, TODAY)
    assert none.facets == ('facets : ("0none")',)
