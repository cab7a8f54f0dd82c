"""Reads what everybody did for the search, for whom I tell how it ended and whoever I write to (M10)."""

import sqlite3
from collections.abc import Callable
from typing import Final

from infotui.domain.outcome import Deeds
from infotui.domain.same_name import likely_same

# What came of a talk came of all who took part in it.
_TOOK: Final = """
WITH took (contact_id, interview_id) AS (
    SELECT contact_id, id FROM interview
    UNION SELECT contact_id, interview_id FROM interview_person)
"""
_TALKED: Final = """
WITH talked (contact_id, interview_id, at) AS (
    SELECT contact_id, id, started_at FROM interview WHERE state IN ('held', 'closed')
    UNION SELECT p.contact_id, i.id, i.started_at FROM interview_person p
    JOIN interview i ON i.id = p.interview_id WHERE i.state IN ('held', 'closed'))
"""
_DROPPED: Final = "('not pursuing', 'note due', 'closed')"
_MADE: Final = "x.state IN ('contact made', 'followed up', 'led to interview')"
# What somebody did, one SELECT a kind: who did it, and its words; the latest first.
_DEEDS: Final[dict[str, str]] = {
    "introduced": f"""{_TALKED} SELECT who, name FROM (
        SELECT x.introducer_id AS who, b.id, b.name FROM introduction x
        JOIN contact b ON b.id = x.target_id WHERE {_MADE}
        UNION SELECT b.introducer_id, b.id, b.name FROM contact b WHERE b.introducer_id IS NOT NULL
    ) made WHERE id IN (SELECT contact_id FROM talked)
    ORDER BY (SELECT max(at) FROM talked WHERE talked.contact_id = made.id) DESC, id DESC""",
    "led": f"""{_TOOK} SELECT DISTINCT t.contact_id, coalesce(c.name, l.name) FROM lead l
    JOIN took t ON t.interview_id = l.interview_id LEFT JOIN contact c ON c.id = l.contact_id
    WHERE (l.contact_id IS NOT NULL OR l.state = 'became contact')
        AND l.contact_id IS NOT t.contact_id AND l.state NOT IN {_DROPPED} ORDER BY l.id DESC""",
    "resources": f"""{_TOOK} SELECT t.contact_id, r.text FROM resource r
    JOIN took t ON t.interview_id = r.interview_id ORDER BY r.id DESC""",
    "kept": f"""{_TOOK} SELECT t.contact_id, p.text FROM promise p
    JOIN took t ON t.interview_id = p.interview_id
    WHERE p.whose = 'theirs' AND p.state = 'received' ORDER BY p.id DESC""",
    "pointed": f"""{_TOOK} SELECT t.contact_id, l.name FROM lead l
    JOIN took t ON t.interview_id = l.interview_id
    WHERE l.contact_id IS NULL AND l.state IN ('followed', 'new', 'to follow')
    ORDER BY l.state <> 'followed', l.id DESC""",
    "findings": f"""{_TOOK} SELECT t.contact_id, f.text FROM finding f
    JOIN took t ON t.interview_id = f.interview_id
    WHERE f.kind <> 'person' ORDER BY f.kind <> 'advice', f.id DESC""",
    "made": f"""{_TALKED} SELECT DISTINCT x.introducer_id, b.name FROM introduction x
    JOIN contact b ON b.id = x.target_id
    WHERE {_MADE} AND b.id NOT IN (SELECT contact_id FROM talked) ORDER BY x.id DESC""",
    "talks": f"{_TALKED} SELECT contact_id, '' FROM talked",
}


def deeds_of_all(db: sqlite3.Connection) -> Callable[[int, str], Deeds]:
    """Read what everybody did; gives what one of them did."""
    names = dict(db.execute("SELECT id, name FROM contact"))
    did: dict[str, dict[int, list[str]]] = {}
    for kind, query in _DEEDS.items():
        by: dict[int, list[str]] = did.setdefault(kind, {})
        for who, text in db.execute(query):
            by.setdefault(who, []).append(text)

    def of(contact_id: int, stage: str) -> Deeds:
        mine = {kind: tuple(by.get(contact_id, ())) for kind, by in did.items()}
        talks = len(mine.pop("talks"))
        # Whom they brought me together with is not cited again as somebody they named.
        brought = {*mine["introduced"], *mine["made"]}
        mine["led"] = tuple(name for name in mine["led"] if name not in brought)
        # Nobody points one to themself: what was merged may say so.
        own = names.get(contact_id, "")
        mine["pointed"] = tuple(
            name for name in mine["pointed"] if name not in brought and not likely_same(name, own)
        )
        return Deeds(stage=stage, talks=talks, **mine)

    return of
