"""Reads who led to whom, and what came of each, for the whole notebook at once (M4)."""

import sqlite3
from typing import Final

from infotui.domain.referral_tree import Node, Step, Yield

_HELD: Final = "('live', 'held', 'closed')"
_PEOPLE: Final = f"""
WITH talk AS (
    SELECT contact_id, id FROM interview WHERE state IN {_HELD}
    UNION SELECT p.contact_id, i.id FROM interview_person p JOIN interview i ON i.id = p.interview_id
    WHERE i.state IN {_HELD}),
talks AS (SELECT contact_id, count(*) AS n FROM talk GROUP BY contact_id),
findings AS (SELECT i.contact_id, count(*) AS n FROM finding f
    JOIN interview i ON i.id = f.interview_id GROUP BY i.contact_id),
leads AS (SELECT i.contact_id, count(*) AS n FROM lead l
    JOIN interview i ON i.id = l.interview_id GROUP BY i.contact_id),
openings AS (SELECT i.contact_id, count(*) AS n FROM opening x
    JOIN interview i ON i.id = x.interview_id GROUP BY i.contact_id)
SELECT c.id, c.name, coalesce(o.name, ''), c.field, c.stage, c.archived_at IS NOT NULL,
    coalesce(t.n, 0), coalesce(f.n, 0), coalesce(l.n, 0), coalesce(x.n, 0)
FROM contact c LEFT JOIN organization o ON o.id = c.organization_id
LEFT JOIN talks t ON t.contact_id = c.id LEFT JOIN findings f ON f.contact_id = c.id
LEFT JOIN leads l ON l.contact_id = c.id LEFT JOIN openings x ON x.contact_id = c.id
ORDER BY c.id
"""
# A lead that became nobody yet stands for itself; one that is an organization is that.
_LEADS: Final = """
SELECT 'c' || i.contact_id,
    CASE WHEN l.contact_id IS NOT NULL THEN 'c' || l.contact_id
        WHEN l.organization_id IS NOT NULL THEN 'o' || l.organization_id ELSE 'l' || l.id END,
    'lead', l.state, l.consent, l.created_at, l.id, l.name, coalesce(o.id, 0),
    coalesce(o.name, ''), coalesce(o.field, ''), l.why
FROM lead l JOIN interview i ON i.id = l.interview_id
LEFT JOIN organization o ON o.id = l.organization_id ORDER BY l.id
"""
_OTHERS: Final = """
SELECT 'c' || introducer_id, 'c' || target_id, 'introduction', state, '',
    coalesce(made_at, asked_at, created_at) FROM introduction
WHERE state IN ('contact made', 'followed up', 'led to interview')
UNION ALL
SELECT 'c' || introducer_id, 'c' || id, 'through', '', '', created_at FROM contact
WHERE introducer_id IS NOT NULL
"""


def people(db: sqlite3.Connection) -> list[Node]:
    """Give all contacts, each with what came of them."""
    return [
        Node(*(f"c{row[0]}", "contact", *row[:5], bool(row[5]), Yield(*row[6:])))
        for row in db.execute(_PEOPLE)
    ]


def leads(db: sqlite3.Connection) -> tuple[list[Node], list[Step]]:
    """Give all leads as steps, and as nodes those that are no contact."""
    nodes: dict[str, Node] = {}
    steps: list[Step] = []
    for row in db.execute(_LEADS):
        key = row[1]
        steps.append(Step(*row[:6]))
        if key.startswith("o"):
            nodes[key] = Node(key, "organization", row[8], row[9], field=row[10])
        elif key.startswith("l"):
            nodes[key] = Node(key, "lead", row[6], row[7], field=row[11])
    return list(nodes.values()), steps


def others(db: sqlite3.Connection) -> list[Step]:
    """Give the introductions that made a contact, and through whom somebody is noted as known."""
    return [Step(*row) for row in db.execute(_OTHERS)]
