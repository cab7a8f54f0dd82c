"""Reads what a talk opened, open or ended, and the openings and resources that were heard in it."""

import sqlite3
from datetime import date
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.opened import Heard, Opened

# What was to be introduced or placed for this talk stands only while it is open.
_LOOPS: Final = """
SELECT 1 AS place, 'thank_you' AS noun, t.id AS id, 'thank-you' AS kind,
    'Thank-you ' || t.medium || ' to ' || c.name AS text, t.state AS state, 'me' AS ball,
    t.due AS due, t.settled_at AS settled_at, '' AS why, NULL AS contact_id, NULL AS note_id
FROM thank_you t JOIN contact c ON c.id = t.contact_id WHERE t.interview_id = :talk
UNION ALL
SELECT 2, 'promise', p.id, CASE p.whose WHEN 'mine' THEN 'my promise' ELSE 'their promise' END,
    p.text, p.state, CASE p.whose WHEN 'mine' THEN 'me' ELSE 'them' END, p.due, p.settled_at,
    p.why_not, NULL, p.note_id
FROM promise p WHERE p.interview_id = :talk
UNION ALL
SELECT 3, 'lead', l.id, CASE WHEN l.state IN ('not pursuing', 'note due') THEN 'courtesy' ELSE 'lead' END,
    l.name || CASE l.why WHEN '' THEN '' ELSE ', ' || l.why END,
    CASE l.state WHEN 'closed' THEN 'dropped, note ' || l.courtesy ELSE l.state END, 'me', l.due,
    l.settled_at, l.why_not, l.contact_id, l.note_id
FROM lead l WHERE l.interview_id = :talk
UNION ALL
SELECT 4, 'debrief', d.id, 'debrief', 'Debrief', d.state, 'me', d.due, d.settled_at, '', NULL, NULL
FROM debrief d WHERE d.interview_id = :talk
UNION ALL
SELECT 5, 'introduction', o.id, 'introduction', o.text, '', o.ball, o.due, NULL, o.remark, NULL, NULL
FROM (SELECT x.id AS id, a.name || ' and ' || b.name AS text,
        CASE x.state WHEN 'asked' THEN 'introducer' ELSE 'me' END AS ball, x.due AS due, x.why AS remark
    FROM introduction x JOIN contact a ON a.id = x.introducer_id JOIN contact b ON b.id = x.target_id
    WHERE x.interview_id = :talk AND +x.state IN ('draft', 'asked', 'contact made')) o
ORDER BY 1, 3
"""
_HEARD: Final = """
SELECT 'opening', o.id, o.text || CASE WHEN p.name IS NULL THEN '' ELSE ' · ' || p.name END,
    o.state || CASE o.posted WHEN 'unknown' THEN '' ELSE ', ' || o.posted END, o.note_id
FROM opening o LEFT JOIN organization p ON p.id = o.organization_id WHERE o.interview_id = :talk
UNION ALL
SELECT 'resource', r.id, r.text, (SELECT CASE count(*) WHEN 0 THEN 'not passed on'
        WHEN 1 THEN 'passed on to ' || max(c.name) ELSE 'passed on to ' || count(*) || ' people' END
    FROM resource_share s JOIN contact c ON c.id = s.contact_id WHERE s.resource_id = r.id), r.note_id
FROM resource r WHERE r.interview_id = :talk
"""


def of(db: sqlite3.Connection, interview_id: int) -> list[Opened]:
    """Give everything that a talk opened, by kind, in the order in which it was said."""
    return [
        Opened(*(
            *row[1:7], row[7] and date.fromisoformat(row[7]), row[8] and instant_of(row[8]), *row[9:],
        ))
        for row in db.execute(_LOOPS, {"talk": interview_id})
    ]  # fmt: skip


def heard(db: sqlite3.Connection, interview_id: int) -> list[Heard]:
    """Give the openings and resources that were spoken of in a talk, each with its state."""
    return [Heard(*row) for row in db.execute(_HEARD, {"talk": interview_id})]
