"""Reads openings as rows, and everybody met who may have to do with one (S13, S52)."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from infotui.domain.clock import instant_of
from infotui.domain.opening import Met, OpeningRow
from infotui.domain.text import fold

# What an opening says of its own counts before what the talk it was heard in was about.
_ROW: Final = """
SELECT x.id, x.text, x.organization_id, coalesce(o.name, ''),
    CASE x.field WHEN '' THEN coalesce(i.field, '') ELSE x.field END, x.posted, x.state, x.link,
    i.contact_id, coalesce(c.name, ''), x.interview_id, coalesce(n.at, x.created_at), x.settled_at
FROM opening x LEFT JOIN organization o ON o.id = x.organization_id
LEFT JOIN interview i ON i.id = x.interview_id LEFT JOIN contact c ON c.id = i.contact_id
LEFT JOIN note n ON n.id = x.note_id
"""
_MET: Final = """
WITH talk AS (
    SELECT contact_id, id, organization_id, field FROM interview
    WHERE state IN ('held', 'closed')
    UNION SELECT p.contact_id, i.id, NULL, i.field FROM interview_person p
    JOIN interview i ON i.id = p.interview_id WHERE i.state IN ('held', 'closed'))
SELECT c.id, c.name, c.organization_id, coalesce(o.name, ''), c.field, c.stage, count(*),
    max(t.id IS :talk), max(t.organization_id IS NOT NULL AND t.organization_id IS :there),
    group_concat(t.field, char(10))
FROM contact c JOIN talk t ON t.contact_id = c.id
LEFT JOIN organization o ON o.id = c.organization_id
WHERE c.archived_at IS NULL GROUP BY c.id
"""
# Everybody who led to somebody: by a lead, by an introduction, or as it was noted down.
_LED: Final = """
SELECT i.contact_id, l.contact_id FROM lead l JOIN interview i ON i.id = l.interview_id
WHERE l.contact_id IS NOT NULL
UNION SELECT introducer_id, target_id FROM introduction
WHERE state IN ('contact made', 'followed up', 'led to interview')
UNION SELECT introducer_id, id FROM contact WHERE introducer_id IS NOT NULL
"""
_LED_THERE: Final = """
SELECT i.contact_id FROM lead l JOIN interview i ON i.id = l.interview_id
WHERE l.organization_id = ?
"""


def _opening(row: Sequence[Any]) -> OpeningRow:
    settled = row[12] and instant_of(row[12])
    return OpeningRow(*(*row[:11], instant_of(row[11]), settled))


def one(db: sqlite3.Connection, opening_id: int) -> OpeningRow | None:
    """Give one opening."""
    row = db.execute(f"{_ROW} WHERE x.id = ?", (opening_id,)).fetchone()
    return None if row is None else _opening(row)


def rows(db: sqlite3.Connection) -> list[OpeningRow]:
    """Give all openings: those one is at first, closed ones last, each part the latest first."""
    found = db.execute(
        f"""{_ROW} ORDER BY CASE x.state WHEN 'applied' THEN 0 WHEN 'watching' THEN 1
        WHEN 'heard' THEN 2 ELSE 3 END, coalesce(n.at, x.created_at) DESC, x.id DESC"""
    )
    return [_opening(row) for row in found]


def met(db: sqlite3.Connection, opening: OpeningRow) -> list[Met]:
    """Give everybody met, with what may connect each to an opening; archived ones are left out."""
    talk, there = opening.interview_id or -1, opening.organization_id or -1
    found = db.execute(_MET, {"talk": talk, "there": there}).fetchall()
    led_to = _led_to(db, opening)
    field = fold(opening.field)
    rows = []
    for row in found:
        spoken_of = any(fold(said) == field for said in (row[9] or "").split("\n"))
        whole = (*row[:7], bool(row[7]), bool(row[8]), bool(field) and spoken_of)
        rows.append(Met(*(*whole, led_to.get(row[0], ""))))
    return rows


def _led_to(db: sqlite3.Connection, opening: OpeningRow) -> dict[int, str]:
    """Give who led to whoever told of it or works there, by however many steps, and to whom."""
    ends = db.execute(
        "SELECT id, name FROM contact WHERE id IS ? OR organization_id IS ? ORDER BY id IS ? DESC, id",
        (opening.told_by_id or -1, opening.organization_id or -1, opening.told_by_id or -1),
    ).fetchall()
    givers: dict[int, list[int]] = {}
    for giver, to in db.execute(_LED):
        givers.setdefault(to, []).append(giver)
    led: dict[int, str] = {}
    for end, name in ends:
        todo, seen = [end], {end}
        while todo:
            for giver in givers.get(todo.pop(), ()):
                if giver not in seen:
                    seen.add(giver)
                    todo.append(giver)
                    led.setdefault(giver, name)
    for (giver,) in db.execute(_LED_THERE, (opening.organization_id or -1,)):
        led.setdefault(giver, opening.organization)
    return led
