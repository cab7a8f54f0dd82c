"""Reads introductions and outreach as rows, and who could introduce me to whom."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from infotui.domain.clock import instant_of
from infotui.domain.introduction import IntroductionRow
from infotui.domain.outreach import OutreachRow
from infotui.domain.text import fold

_INTRODUCTION = """
SELECT x.id, x.introducer_id, a.name, x.target_id, b.name, x.interview_id, x.notice, x.state, x.why,
    x.asked_at, x.reminded_at, x.made_at, x.followed_at, x.due,
    coalesce(CASE x.state WHEN 'draft' THEN x.created_at WHEN 'asked' THEN x.asked_at
        WHEN 'contact made' THEN x.made_at WHEN 'followed up' THEN x.followed_at
        ELSE x.settled_at END, x.created_at)
FROM introduction x JOIN contact a ON a.id = x.introducer_id JOIN contact b ON b.id = x.target_id
"""
_OUTREACH = """
SELECT o.id, o.contact_id, c.name, o.interview_id, o.channel, o.path, o.words, o.sent_at, o.due,
    o.answer, o.answered_at
FROM outreach o JOIN contact c ON c.id = o.contact_id
"""


def _instant(text: str | None) -> datetime | None:
    return None if text is None else instant_of(text)


def _introduction(row: Sequence[Any]) -> IntroductionRow:
    instants = {place: _instant(row[place]) for place in (9, 10, 11, 12, 14)}
    due = None if row[13] is None else date.fromisoformat(row[13])
    changed = {**instants, 13: due}
    return IntroductionRow(*(changed.get(place, value) for place, value in enumerate(row)))


def _outreach(row: Sequence[Any]) -> OutreachRow:
    changed = {7: instant_of(row[7]), 8: date.fromisoformat(row[8]), 10: _instant(row[10])}
    return OutreachRow(*(changed.get(place, value) for place, value in enumerate(row)))


def introduction(db: sqlite3.Connection, introduction_id: int) -> IntroductionRow | None:
    """Give one introduction."""
    row = db.execute(f"{_INTRODUCTION} WHERE x.id = ?", (introduction_id,)).fetchone()
    return None if row is None else _introduction(row)


def introductions_of(db: sqlite3.Connection, contact_id: int) -> list[IntroductionRow]:
    """Give every introduction to a contact or by a contact, the latest first."""
    rows = db.execute(
        f"{_INTRODUCTION} WHERE x.target_id = :id OR x.introducer_id = :id ORDER BY x.id DESC",
        {"id": contact_id},
    )
    return [_introduction(row) for row in rows]


def introductions_with(db: sqlite3.Connection, contact_id: int) -> list[IntroductionRow]:
    """Give the introductions that are under way with somebody in any part, the latest first."""
    rows = db.execute(
        f"""{_INTRODUCTION} WHERE ? IN (x.introducer_id, x.target_id)
        AND x.state IN ('draft', 'asked', 'contact made') ORDER BY x.id DESC""",
        (contact_id,),
    )
    return [_introduction(row) for row in rows]


def outreach(db: sqlite3.Connection, outreach_id: int) -> OutreachRow | None:
    """Give one message or call."""
    row = db.execute(f"{_OUTREACH} WHERE o.id = ?", (outreach_id,)).fetchone()
    return None if row is None else _outreach(row)


def outreach_of(db: sqlite3.Connection, contact_id: int) -> list[OutreachRow]:
    """Give all messages and calls to a contact, the oldest first."""
    rows = db.execute(f"{_OUTREACH} WHERE o.contact_id = ? ORDER BY o.sent_at, o.id", (contact_id,))
    return [_outreach(row) for row in rows]


def all_to_the_silent(db: sqlite3.Connection) -> list[OutreachRow]:
    """Give all messages and calls to everybody whose answer is waited for, the oldest first."""
    rows = db.execute(
        f"""{_OUTREACH} WHERE o.contact_id IN (SELECT contact_id FROM outreach WHERE answer = '')
        ORDER BY o.sent_at, o.id"""
    )
    return [_outreach(row) for row in rows]


def has_an_introducer(db: sqlite3.Connection, contact_id: int) -> bool:
    """Tell whether a contact was noted as known through somebody."""
    found = db.execute(
        "SELECT introducer_id IS NOT NULL OR introduced_by <> '' FROM contact WHERE id = ?",
        (contact_id,),
    ).fetchone()
    return bool(found and found[0])


def introducers(
    db: sqlite3.Connection, target_id: int, needle: str, limit: int = 50
) -> list[tuple[int, str, str]]:
    """Give who could introduce me to a contact: id, name, organization.

    Whoever was noted as the one through whom comes first, then who works at the same place, then
    who stands nearer to me.
    """
    safe = fold(needle[:200]).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    rows = db.execute(
        """SELECT c.id, c.name, coalesce(o.name, ''), c.folded, c.id IS t.introducer_id AS noted,
            c.organization_id = t.organization_id AS beside, t.introduced_by
        FROM contact c JOIN contact t ON t.id = :target
        LEFT JOIN organization o ON o.id = c.organization_id
        WHERE c.id <> :target AND c.archived_at IS NULL AND c.folded LIKE :like ESCAPE '\\'
        ORDER BY noted DESC, beside IS TRUE DESC, CASE c.stage WHEN 'advocate' THEN 0
            WHEN 'in touch' THEN 1 WHEN 'met' THEN 2 ELSE 3 END, c.folded, c.id""",
        {"target": target_id, "like": f"%{safe}%"},
    ).fetchall()
    # By name it is a text of the person's, so it is compared as folded texts are.
    through = fold(rows[0][6]) if rows else ""  # the same in every row: it is the target's
    rows.sort(key=lambda row: not (row[4] or (through and row[3] == through)))
    return [(row[0], row[1], row[2]) for row in rows[:limit]]


def interview_to_reach_for(db: sqlite3.Connection, contact_id: int) -> int | None:
    """Give the one interview with a contact that still has to be agreed on; None if not exactly one."""
    rows = db.execute(
        "SELECT id FROM interview WHERE contact_id = ? AND state IN ('idea', 'requested') LIMIT 2",
        (contact_id,),
    ).fetchall()
    return int(rows[0][0]) if len(rows) == 1 else None
