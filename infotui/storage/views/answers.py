"""Reads what was said in held talks, question by question, goal by goal, tag by tag (M3)."""

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from infotui.domain.answers import Asked, Coming, Line, Person, Talk
from infotui.domain.clock import instant_of


class GoalOf(NamedTuple):
    """A goal of an interview."""

    id: int
    interview_id: int
    kind: str
    text: str


class Tagged(NamedTuple):
    """A tag on a note."""

    folded: str
    tag: str
    note_id: int
    interview_id: int
    text: str


class Bearer(NamedTuple):
    """A tag on a person."""

    folded: str
    tag: str
    person: Person
    organization: str


class Met(NamedTuple):
    """Somebody with whom a talk was held, or is ahead."""

    name: str
    organization: str
    archived: bool


_BEFORE = "('scheduled', 'agreed', 'requested', 'idea')"


def talks(db: sqlite3.Connection) -> dict[int, Talk]:
    """Give the held talks by their ids, the oldest first; each with everybody who took part."""
    people: dict[int, list[Person]] = {}
    for interview_id, number, name in db.execute(
        "SELECT i.id, c.id, c.name FROM interview i JOIN contact c ON c.id = i.contact_id"
        " WHERE i.state IN ('held', 'closed')"
    ):
        people[interview_id] = [Person(number, name)]
    for interview_id, number, name in db.execute(
        "SELECT p.interview_id, c.id, c.name FROM interview_person p"
        " JOIN contact c ON c.id = p.contact_id ORDER BY p.id"
    ):
        there = people.get(interview_id)
        if there is not None and all(person.id != number for person in there):
            there.append(Person(number, name))
    rows = db.execute(
        "SELECT i.id, coalesce(i.started_at, i.scheduled_at, i.created_at) AS met,"
        " i.organization_id, coalesce(o.name, ''), i.field FROM interview i"
        " LEFT JOIN organization o ON o.id = i.organization_id"
        " WHERE i.state IN ('held', 'closed') ORDER BY met, i.id"
    )
    return {
        row[0]: Talk(row[0], instant_of(row[1]), row[2], row[3], row[4], tuple(people[row[0]]))
        for row in rows
    }


def coming(db: sqlite3.Connection) -> list[Coming]:
    """Give the talks ahead: those with a time first, by it, then the others as they were planned."""
    people: dict[int, list[int]] = {}
    for interview_id, contact_id in db.execute(
        f"""SELECT i.id, i.contact_id FROM interview i WHERE i.state IN {_BEFORE}
        UNION SELECT i.id, p.contact_id FROM interview i JOIN interview_person p
            ON p.interview_id = i.id WHERE i.state IN {_BEFORE}"""
    ):
        people.setdefault(interview_id, []).append(contact_id)
    rows = db.execute(
        f"SELECT id, scheduled_at, state FROM interview WHERE state IN {_BEFORE}"
        " ORDER BY scheduled_at IS NULL, scheduled_at, id"
    )
    return [
        Coming(
            row[0], None if row[1] is None else instant_of(row[1]), row[2], tuple(people[row[0]])
        )
        for row in rows
    ]


def asked(db: sqlite3.Connection) -> list[Asked]:
    """Give all questions of plans and talks that have words, in the order they were written."""
    rows = db.execute(
        "SELECT q.id, q.interview_id, q.text, q.template, q.bank_id, q.joined, q.state,"
        " EXISTS (SELECT 1 FROM note n WHERE n.question_id = q.id)"
        " FROM question q WHERE q.origin <> 'asked of me' AND trim(q.text) <> '' ORDER BY q.id"
    )
    return [Asked(*(*row[:7], bool(row[7]))) for row in rows]


def under(db: sqlite3.Connection, question_ids: Iterable[int]) -> list[tuple[int, int, str]]:
    """Give the notes under some questions, in the order they were taken: interview, note, words."""
    rows = db.execute(
        "SELECT q.interview_id, n.id, n.text FROM note n JOIN question q ON q.id = n.question_id"
        " WHERE n.question_id IN (SELECT value FROM json_each(?)) ORDER BY n.id",
        (json.dumps(list(question_ids)),),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def goals(db: sqlite3.Connection) -> list[GoalOf]:
    """Give the goals of all interviews, in the order they were set."""
    rows = db.execute("SELECT id, interview_id, kind, text FROM goal ORDER BY id")
    return [GoalOf(*row) for row in rows]


def notes_in(db: sqlite3.Connection, interview_ids: Iterable[int]) -> list[tuple[int, Line]]:
    """Give the notes of some talks that are no findings, with the interview of each."""
    rows = db.execute(
        "SELECT n.interview_id, n.id, n.text FROM note n"
        " WHERE n.interview_id IN (SELECT value FROM json_each(?))"
        " AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.note_id = n.id) ORDER BY n.id",
        (json.dumps(list(interview_ids)),),
    )
    return [(row[0], Line(row[1], row[2])) for row in rows]


def with_notes(db: sqlite3.Connection) -> set[int]:
    """Give the held talks in which a note or a finding was kept."""
    rows = db.execute(
        "SELECT i.id FROM interview i WHERE i.state IN ('held', 'closed')"
        " AND (EXISTS (SELECT 1 FROM note n WHERE n.interview_id = i.id)"
        " OR EXISTS (SELECT 1 FROM finding f WHERE f.interview_id = i.id))"
    )
    return {row[0] for row in rows}


def tagged(db: sqlite3.Connection, folded: str | None = None) -> list[Tagged]:
    """Give the tags on the notes of held talks, in the order of the notes; or one of them alone."""
    rows = db.execute(
        "SELECT t.folded, t.tag, n.id, n.interview_id, n.text FROM note_tag t"
        " JOIN note n ON n.id = t.note_id JOIN interview i ON i.id = n.interview_id"
        " WHERE +i.state IN ('held', 'closed') AND (:tag IS NULL OR t.folded = :tag)"
        " ORDER BY n.id, t.id",
        {"tag": folded},
    )
    return [Tagged(*row) for row in rows]


def bearers(db: sqlite3.Connection) -> list[Bearer]:
    """Give the tags on people, by name."""
    rows = db.execute(
        "SELECT t.folded, t.tag, c.id, c.name, coalesce(o.name, '') FROM contact_tag t"
        " JOIN contact c ON c.id = t.contact_id LEFT JOIN organization o ON o.id = c.organization_id"
        " ORDER BY c.folded, c.id"
    )
    return [Bearer(row[0], row[1], Person(row[2], row[3]), row[4]) for row in rows]


def people(db: sqlite3.Connection, contact_ids: Iterable[int]) -> dict[int, Met]:
    """Give who some people are."""
    rows = db.execute(
        "SELECT c.id, c.name, coalesce(o.name, ''), c.archived_at IS NOT NULL FROM contact c"
        " LEFT JOIN organization o ON o.id = c.organization_id"
        " WHERE c.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(contact_ids)),),
    )
    return {row[0]: Met(row[1], row[2], bool(row[3])) for row in rows}
