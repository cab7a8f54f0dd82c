"""What earlier talks left, read by indexes: near before far, the newest first, only what came before."""

from typing import Any

import pytest

from infotui.domain.interview import InterviewRow
from infotui.services.desks import Desks
from infotui.storage.views import delta, interviews
from tests.builders import a_contact, a_held_interview, a_planned_interview, later


def row_of(desks: Desks, talk: int) -> InterviewRow:
    row = interviews.one(desks.store.reading(), talk)
    assert row is not None
    return row


def test_near_talks_come_before_those_of_the_field(desks: Desks) -> None:
    db = desks.store.reading()
    held = []
    for name, place, field in (("Ana", "Northwind", "energy"), ("Bo", "Harbour", "energy"),
                               ("Cy", "Northwind", "law"), ("Di", "Inn", "law")):  # fmt: skip
        held.append(a_held_interview(desks, contact_id=a_contact(desks, name, place, field=field)))
        later(desks, days=1)
    talk = a_planned_interview(desks, a_contact(desks, "Eve", "Northwind", field="Energy"))
    found = delta.earlier(db, row_of(desks, talk))
    assert [(t.interview_id, t.same_place) for t in found] == [
        (held[2], True), (held[0], True), (held[1], False),
    ]  # fmt: skip
    assert not any(t.same_person for t in found)
    assert [t.interview_id for t in delta.earlier(db, row_of(desks, held[2]))] == [held[0]]


def test_who_moved_there_brings_what_was_said_before(desks: Desks) -> None:
    ana = a_contact(desks, "Ana", "Elsewhere")
    held = a_held_interview(desks, contact_id=ana)
    talk = a_planned_interview(desks, a_contact(desks, "Eve", "Northwind"))
    db = desks.store.reading()
    assert delta.earlier(db, row_of(desks, talk)) == []
    db.execute("UPDATE contact SET organization_id = (SELECT organization_id FROM interview"
               " WHERE id = ?) WHERE id = ?", (talk, ana))  # fmt: skip
    assert [t.interview_id for t in delta.earlier(db, row_of(desks, talk))] == [held]


@pytest.mark.parametrize(("word", "known"), [
    ("Ana", True), ("ana", True), ("Bo", True), ("Brightwater", False), ("An", False), ("", False),
])  # fmt: skip
def test_a_word_is_known_as_a_first_name(desks: Desks, word: str, known: bool) -> None:
    a_contact(desks, "Ana Brightwater")
    a_contact(desks, "Bo")
    assert delta.known_by(desks.store.reading(), [word]) == ([word] if known else [])


def test_notes_and_contacts_are_never_read_through(desks: Desks) -> None:
    talk = a_planned_interview(desks, a_contact(desks))
    row, db = row_of(desks, talk), desks.store.reading()
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    talks = delta.earlier(db, row)
    for read in (delta.learned, delta.promised, delta.unanswered, delta.leads_of):
        read(db, talks)  # type: ignore[operator]
    delta.names_there(db, row)
    delta.known_by(db, ["Ana"])
    delta.people_of(db, row)
    db.set_trace_callback(None)
    assert len(asked) >= 9
    steps: list[Any] = [
        step[3] for query in asked for step in db.execute(f"EXPLAIN QUERY PLAN {query}")
    ]
    scanned = {step for step in steps if step.startswith("SCAN") and "USING" not in step}
    assert not any(table in step for step in scanned
                   for table in ("note", "finding", "question", "promise", "lead"))  # fmt: skip
    assert not any(
        step in {"SCAN c", "SCAN contact", "SCAN i", "SCAN interview"} for step in scanned
    )
