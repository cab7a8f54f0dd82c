"""Reads interviews, their plans and their logs as rows."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from infotui.domain.clock import instant_of
from infotui.domain.interview import GoalRow, InterviewRow, MovedRow, PersonRow, PlanSheet

_ROW = """
SELECT i.id, i.uuid, i.contact_id, c.name, coalesce(o.name, ''), i.field, i.state, i.scheduled_at,
    i.zone, i.place_kind, i.place,
    coalesce((SELECT g.text FROM goal g WHERE g.interview_id = i.id ORDER BY g.position, g.id
        LIMIT 1), ''),
    i.started_at, i.ended_at, c.zone,
    (SELECT group_concat(name, char(10)) FROM (SELECT o2.name AS name FROM interview_person p
        JOIN contact o2 ON o2.id = p.contact_id WHERE p.interview_id = i.id ORDER BY p.id)),
    i.travel_minutes, i.margin_minutes, i.entry, i.resume, i.decision_minutes
FROM interview i JOIN contact c ON c.id = i.contact_id
LEFT JOIN organization o ON o.id = i.organization_id
"""


def _row(row: Sequence[Any]) -> InterviewRow:
    known: dict[int, Any] = {place: _instant(row[place]) for place in (7, 12, 13)}
    known[15] = tuple(row[15].split("\n")) if row[15] else ()
    return InterviewRow(*(known.get(place, value) for place, value in enumerate(row)))


def _instant(text: str | None) -> datetime | None:
    return None if text is None else instant_of(text)


def one(db: sqlite3.Connection, interview_id: int) -> InterviewRow | None:
    """Give one interview."""
    row = db.execute(f"{_ROW} WHERE i.id = ?", (interview_id,)).fetchone()
    return None if row is None else _row(row)


def live(db: sqlite3.Connection) -> InterviewRow | None:
    """Give the interview that is live, if one is."""
    row = db.execute(f"{_ROW} WHERE i.state = 'live'").fetchone()
    return None if row is None else _row(row)


def in_focus(db: sqlite3.Connection) -> InterviewRow | None:
    """Give the interview in focus, if one is."""
    row = db.execute(f"{_ROW} WHERE i.id = (SELECT focus_id FROM notebook)").fetchone()
    return None if row is None else _row(row)


def ahead(db: sqlite3.Connection, limit: int = 50) -> list[InterviewRow]:
    """Give the interviews that are still to come: scheduled ones by time, then the rest by age."""
    rows = db.execute(
        f"{_ROW} WHERE i.state IN ('scheduled', 'agreed', 'requested', 'idea')"
        " ORDER BY i.scheduled_at IS NULL, i.scheduled_at, i.id LIMIT ?",
        (limit,),
    )
    return [_row(row) for row in rows]


def with_contact(db: sqlite3.Connection, contact_id: int) -> list[InterviewRow]:
    """Give every interview in which a contact takes part, alone or beside another, the latest first."""
    rows = db.execute(
        f"{_ROW} WHERE i.id IN (SELECT id FROM interview WHERE contact_id = :contact UNION"
        " SELECT interview_id FROM interview_person WHERE contact_id = :contact)"
        " ORDER BY coalesce(i.started_at, i.scheduled_at, i.created_at) DESC, i.id DESC",
        {"contact": contact_id},
    )
    return [_row(row) for row in rows]


def people(db: sqlite3.Connection, interview_id: int) -> list[PersonRow]:
    """Give everybody who takes part: the one it is planned with, then the others as they came."""
    rows = db.execute(
        """SELECT c.id, c.name, coalesce(o.name, ''), taking.place = 0 FROM (
            SELECT contact_id, 0 AS place FROM interview WHERE id = :interview UNION ALL
            SELECT contact_id, id FROM interview_person WHERE interview_id = :interview) taking
        JOIN contact c ON c.id = taking.contact_id
        LEFT JOIN organization o ON o.id = c.organization_id ORDER BY taking.place""",
        {"interview": interview_id},
    )
    return [PersonRow(row[0], row[1], row[2], bool(row[3])) for row in rows]


def history(db: sqlite3.Connection, interview_id: int) -> list[MovedRow]:
    """Give every change of an interview's state and time, the first one first."""
    rows = db.execute(
        "SELECT created_at, was, became, why FROM state_change WHERE interview_id = ? ORDER BY id",
        (interview_id,),
    )
    return [MovedRow(instant_of(row[0]), *row[1:]) for row in rows]


def plan(db: sqlite3.Connection, interview_id: int) -> PlanSheet | None:
    """Give everything that is prepared for an interview."""
    interview = one(db, interview_id)
    if interview is None:
        return None
    goals = db.execute(
        "SELECT id, kind, text FROM goal WHERE interview_id = ? ORDER BY position, id",
        (interview_id,),
    ).fetchall()
    row = db.execute(
        """SELECT why, opening, close, if_asked, nudge_minutes, decision_minutes, last_minutes,
            place_chosen_by,
            (SELECT count(*) FROM research_note r WHERE r.contact_id = i.contact_id
                AND trim(r.body) <> ''),
            (SELECT count(*) FROM research_note r WHERE r.organization_id = i.organization_id
                AND trim(r.body) <> ''),
            organization_id
        FROM interview i WHERE id = ?""",
        (interview_id,),
    ).fetchone()
    done = db.execute(
        "SELECT key FROM checklist_item WHERE interview_id = ?", (interview_id,)
    ).fetchall()
    goal_rows = tuple(GoalRow(*g) for g in goals)
    return PlanSheet(*(interview, goal_rows, *row, tuple(d[0] for d in done)))


def open_loops(db: sqlite3.Connection, interview_id: int) -> list[tuple[str, str]]:
    """Give kind and words of everything that is still open of an interview."""
    rows = db.execute(
        "SELECT kind, text FROM loop WHERE interview_id = ? ORDER BY kind, id", (interview_id,)
    )
    return [(row[0], row[1]) for row in rows]


def of_goal(db: sqlite3.Connection, goal_id: int) -> int | None:
    """Give the interview that a goal belongs to."""
    row = db.execute("SELECT interview_id FROM goal WHERE id = ?", (goal_id,)).fetchone()
    return None if row is None else int(row[0])


def meant(db: sqlite3.Connection, text: str) -> InterviewRow | None:
    """Give the interview that a number or a uuid names, if one does."""
    if text.isascii() and text.isdigit() and len(text) < 16:
        return one(db, int(text))
    row = db.execute(f"{_ROW} WHERE i.uuid = ?", (text.casefold(),)).fetchone()
    return None if row is None else _row(row)
