"""Reads resources with whoever named them and whoever has them, and what people spoke of (S48)."""

import sqlite3
from collections.abc import Collection, Iterable
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.resource import Reader, ResourceRow, Shared

_RESOURCES: Final = """
SELECT r.id, r.text, r.link, coalesce(nullif(r.field, ''), i.field, ''), coalesce(n.at, r.created_at),
    i.contact_id, coalesce(c.name, ''), coalesce(i.organization_id, c.organization_id),
    coalesce(o.name, ''), r.interview_id, r.field
FROM resource r LEFT JOIN note n ON n.id = r.note_id
LEFT JOIN interview i ON i.id = r.interview_id LEFT JOIN contact c ON c.id = i.contact_id
LEFT JOIN organization o ON o.id = coalesce(i.organization_id, c.organization_id)
"""
_MOST: Final = 40  # words that are looked for in SQL; texts are not read at all but for these
# What somebody and I spoke or found out of; whoever took part in a talk heard all of it.
_TEXTS: Final = """
SELECT contact_id, text FROM (WITH part (contact_id, interview_id) AS (SELECT contact_id, id FROM interview
    UNION SELECT contact_id, interview_id FROM interview_person)
SELECT part.contact_id, n.text FROM note n JOIN part USING (interview_id) WHERE n.text <> ''
UNION ALL SELECT part.contact_id, g.text FROM goal g JOIN part USING (interview_id)
UNION ALL SELECT contact_id, body FROM research_note WHERE contact_id IS NOT NULL
UNION ALL SELECT id, about FROM contact WHERE about <> '')
"""


def resources(db: sqlite3.Connection) -> list[ResourceRow]:
    """Give all resources, the latest first."""
    return _rows(db, "", ())


def resource(db: sqlite3.Connection, resource_id: int) -> ResourceRow | None:
    """Give one resource."""
    return next(iter(_rows(db, "WHERE r.id = ?", (resource_id,))), None)


def _rows(db: sqlite3.Connection, where: str, asked: tuple[int, ...]) -> list[ResourceRow]:
    found = db.execute(f"{_RESOURCES} {where} ORDER BY 5 DESC, r.id DESC", asked).fetchall()
    shared: dict[int, list[Shared]] = {}
    for of, *row in db.execute(
        """SELECT s.resource_id, s.contact_id, c.name, s.shared_at, s.words
        FROM resource_share s JOIN contact c ON c.id = s.contact_id ORDER BY s.shared_at, s.id"""
    ):
        shared.setdefault(of, []).append(Shared(row[0], row[1], instant_of(row[2]), row[3]))
    return [
        ResourceRow(*(*row[:4], instant_of(row[4]), *row[5:], tuple(shared.get(row[0], ()))))
        for row in found
    ]


def _texts(db: sqlite3.Connection, stems: Collection[str]) -> Iterable[tuple[int, str]]:
    if not stems:
        return ()
    if len(stems) > _MOST:
        return db.execute(_TEXTS)
    # A text with other than plain letters may hold a word in another spelling, so it is given too.
    found = " OR ".join(["text LIKE ?"] * len(stems))
    asked = [f"%{stem}%" for stem in stems]
    return db.execute(f"{_TEXTS} WHERE {found} OR text GLOB '*[^ -~]*'", asked)


def readers(db: sqlite3.Connection, stems: Collection[str]) -> list[Reader]:
    """Give everybody who is not archived, with what they named, and what they spoke of.

    Args:
        db: The reading road.
        stems: Only texts in which one of these words may stand are given; thousands have none.
    """
    texts: dict[int, list[str]] = {}
    for contact_id, text in _texts(db, stems):
        texts.setdefault(contact_id, []).append(text)
    named: dict[int, list[tuple[str, str]]] = {}
    for contact_id, text, field in db.execute(
        """SELECT i.contact_id, r.text, coalesce(nullif(r.field, ''), i.field)
        FROM resource r JOIN interview i ON i.id = r.interview_id ORDER BY r.id"""
    ):
        named.setdefault(contact_id, []).append((text, field))
    people = db.execute(
        """SELECT c.id, c.name, c.organization_id, coalesce(o.name, ''), c.field
        FROM contact c LEFT JOIN organization o ON o.id = c.organization_id
        WHERE c.archived_at IS NULL ORDER BY c.id"""
    )
    return [
        Reader(*(*row, tuple(texts.get(row[0], ())), tuple(named.get(row[0], ()))))
        for row in people
    ]
