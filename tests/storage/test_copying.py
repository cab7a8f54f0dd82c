"""Copying a plan into an empty notebook: what its live screen shows, and nothing else of anybody."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from infotui.domain.contact import ContactForm
from infotui.domain.errors import NotebookError
from infotui.services.desks import Desks
from infotui.storage.copying import copy_plan
from infotui.storage.store import Store
from infotui.storage.views import interviews, questions
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.fakes import ManualClock


@pytest.fixture
def empty(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    """A notebook without a record."""
    with Store.open(tmp_path / "copy.db", clock) as store:
        yield store


def copy(desks: Desks, store: Store, interview_id: int, **estimates: int) -> sqlite3.Connection:
    seconds = {int(name.removeprefix("q")): length for name, length in estimates.items()}
    copy_plan(desks.store.reading(), store.reading(), interview_id, seconds)
    return store.reading()


def counts(db: sqlite3.Connection) -> dict[str, int]:
    tables = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%uuid TEXT%'"
    ).fetchall()
    held = {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in tables}
    return {name: count for name, count in held.items() if count}


def a_plan_among_others(desks: Desks) -> int:
    """A plan with a goal, a question of research on another organization, and a past beside it."""
    a_held_interview(desks, "> Jane Doe, fuel cells", "! send the report")
    desks.contacts.add(ContactForm(name="Bo Berg", organization="Elsewhere"))
    talk = a_planned_interview(desks, 1)
    desks.plans.add_goal(talk, "fit")
    sheet = desks.plans.sheet(talk)
    assert sheet.organization_id is not None
    note = desks.research.begin("organization", sheet.organization_id)
    desks.questions.from_research(talk, note, "Why hydrogen?")
    desks.research.begin("contact", 2)
    return talk


def test_the_plan_reads_the_same_and_is_in_focus(desks: Desks, empty: Store) -> None:
    talk = a_plan_among_others(desks)
    db = copy(desks, empty, talk)
    assert interviews.one(db, talk) == interviews.one(desks.store.reading(), talk)
    assert interviews.in_focus(db) == interviews.one(db, talk)
    assert questions.of(db, talk) == questions.of(desks.store.reading(), talk)
    assert interviews.plan(db, talk).goals == desks.plans.sheet(talk).goals


def test_nothing_but_the_plan_is_taken(desks: Desks, empty: Store) -> None:
    talk = a_plan_among_others(desks)
    held = counts(copy(desks, empty, talk))
    assert held == {
        "organization": 1, "contact": 1, "research_note": 1, "interview": 1, "goal": 1,
        "question": len(desks.questions.of(talk)), "notebook": 1,
    }  # fmt: skip


def test_how_to_reach_them_stays_where_it_is(desks: Desks, empty: Store) -> None:
    contact = a_contact(desks, email="amina@example.org")
    db = copy(desks, empty, a_planned_interview(desks, contact))
    assert "contact_point" not in counts(db)
    assert all("example.org" not in line for line in db.iterdump())


def test_estimates_are_laid_down_in_the_copy_alone(desks: Desks, empty: Store) -> None:
    talk = a_planned_interview(desks)
    first, second, *_ = (q.id for q in desks.questions.of(talk))
    db = copy(desks, empty, talk, **{f"q{first}": 200, f"q{second}": 0})
    assert [q.estimate_seconds for q in questions.of(db, talk)][:2] == [200, 1]
    assert {q.estimate_seconds for q in desks.questions.of(talk)} == {None}


def test_time_of_a_talk_before_does_not_come_along(desks: Desks, empty: Store) -> None:
    talk = a_planned_interview(desks)
    with desks.store.writing() as shelves:
        for question in shelves.questions.of(talk):
            question.spent_seconds = 99
    assert {q.spent_seconds for q in questions.of(copy(desks, empty, talk), talk)} == {None}


def test_it_is_copied_whole_or_not_at_all(desks: Desks, empty: Store) -> None:
    talk = a_planned_interview(desks)
    copy(desks, empty, talk)
    before = list(empty.reading().iterdump())
    with pytest.raises(NotebookError, match="could not be copied"):
        copy(desks, empty, talk)
    assert list(empty.reading().iterdump()) == before
    assert not empty.reading().in_transaction
