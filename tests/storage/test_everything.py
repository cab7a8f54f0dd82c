"""The whole notebook, read as plain values: every table, and references that mean something elsewhere."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from infotui.domain.kept import live_line
from infotui.services.desks import Desks
from infotui.storage.everything import TABLES, notebook_uuid, records
from tests.builders import (
    QUESTIONS,
    a_contact,
    a_held_interview,
    a_live_interview,
    later,
    lay_reaching,
    open_desks,
)
from tests.fakes import ManualClock

_REFERENCES = {
    "contact": "contact",
    "organization": "organization",
    "interview": "interview",
    "question": "question",
    "note": "note",
    "goal": "goal",
    "research_note": "research_note",
    "introducer": "contact",
    "target": "contact",
    "introduction": "introduction",
    "draft": "draft",
    "resource": "resource",
    "outcome": "outcome",
}
# What is left at home: the notebook's own row, and what can be made again from the notes.
_TECHNICAL = (
    "notebook",
    "unindexed",
    "uncaught",
    "note_words",
    "thing_words",
    "known_word",
    "sqlite_",
)


@pytest.fixture
def full(notebook: Path, clock: ManualClock) -> Iterator[Desks]:
    """A notebook with at least one record in every table."""
    desks = open_desks(notebook, clock)
    contact_id = a_contact(desks, email="amina@example.org")
    note_id = desks.research.begin("contact", contact_id, "posted two roles")
    said = (
        "* a fact #hiring",
        "* no fact",
        "> Jane Doe, fuel cells",
        "! send it",
        "$ an analyst",
        "& a book",
    )
    held = a_held_interview(desks, *said, contact_id=contact_id)
    desks.plans.add_goal(held, "fit")
    desks.scheduling.tick(held, "dress")
    desks.questions.from_research(held, note_id, "Why two?")
    lay_reaching(desks, contact_id)
    later(desks, days=1)
    live = a_live_interview(desks)
    desks.scribe.keep(live_line(desks.plans.sheet(live).interview.uuid), "half")
    yield desks
    desks.close()


def test_every_table_of_words_is_read(full: Desks) -> None:
    db = full.store.reading()
    rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    own = {name for (name,) in rows if not name.startswith(_TECHNICAL)}
    assert set(TABLES) == own
    assert len(TABLES) == len(own)


def test_every_record_stands_by_itself(full: Desks) -> None:
    db = full.store.reading()
    whole: dict[str, list[dict[str, Any]]] = {t: list(records(db, t)) for t in TABLES}
    uuids = {table: {record["uuid"] for record in rows} for table, rows in whole.items()}
    met = set()
    for table, rows in whole.items():
        assert rows, f"no {table} was made, so nothing is shown"
        for record in rows:
            numbers = {"id", "folded"} | {f"{name}_id" for name in _REFERENCES}
            assert not numbers & set(record)
            for name in _REFERENCES.keys() & record.keys():
                if record[name] is not None:
                    assert record[name] in uuids[_REFERENCES[name]]
                    met.add(name)
    assert met == set(_REFERENCES) - {"goal"}, "nothing sets the goal of a finding yet"


def test_a_record_is_what_the_table_holds(full: Desks) -> None:
    db = full.store.reading()
    (lead,) = records(db, "lead")
    (note,) = (n for n in records(db, "note") if n["text"].startswith(">"))
    assert (lead["name"], lead["why"], lead["note"]) == ("Jane Doe", "fuel cells", note["uuid"])
    assert lead["due"] == "2026-11-30"
    assert note["at"] == "2026-11-23T10:03:00.000000Z"
    (tag,) = records(db, "note_tag")
    finding, at_odds = records(db, "finding")
    assert (tag["tag"], tag["note"]) == ("hiring", finding["note"])
    (pair,) = records(db, "contradiction")
    assert {pair["finding"], pair["other"]} == {finding["uuid"], at_odds["uuid"]}
    assert [debrief["state"] for debrief in records(db, "debrief")] == ["due"]
    asked = [entry["question"] for entry in records(db, "segment") if entry["kind"] == "asked"]
    begun = [q["uuid"] for q in records(db, "question") if q["text"] == QUESTIONS[0]]
    assert asked == begun, "one in each of the two talks"
    bank = [q["bank_id"] for q in records(db, "question")]
    assert bank.count("who-else") == 2, "a bank's id is no reference of ours and keeps its name"


def test_records_come_in_the_order_they_were_made(full: Desks) -> None:
    db = full.store.reading()
    for table in TABLES:
        stored = db.execute(f"SELECT uuid FROM {table} ORDER BY id").fetchall()
        assert [record["uuid"] for record in records(db, table)] == [row[0] for row in stored]


def test_the_notebook_has_a_name_of_its_own(full: Desks, tmp_path: Path) -> None:
    own = notebook_uuid(full.store.reading())
    with open_desks(tmp_path / "other.db", ManualClock()).store as other:
        assert notebook_uuid(other.reading()) != own


@pytest.mark.parametrize("name", ["notebook", "sqlite_master", "contact; DROP TABLE note", ""])
def test_no_other_table_is_read(full: Desks, name: str) -> None:
    with pytest.raises(ValueError, match="there is no table"):
        list(records(full.store.reading(), name))
