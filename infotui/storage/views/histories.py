"""Reads what speaks for another stage of a relationship, and what hangs on a person."""

import sqlite3
from datetime import datetime
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.contact import Weight
from infotui.domain.stage import Evidence

# Only what is between the two of us is looked at: each part goes by an index of its own.
_MINE: Final = """
WITH mine AS (SELECT id FROM interview WHERE contact_id = :me
    UNION SELECT interview_id FROM interview_person WHERE contact_id = :me)
"""


def signs(db: sqlite3.Connection, contact_id: int) -> list[Evidence]:
    """Give what speaks for another stage of the relationship with a contact (S11)."""
    rows = db.execute(
        f"""{_MINE}, held AS (SELECT i.id, i.started_at AS at, coalesce((SELECT max(s.created_at)
            FROM state_change s WHERE s.interview_id = i.id AND s.became = 'held'), i.ended_at,
            i.started_at) AS noted FROM interview i JOIN mine ON mine.id = i.id
            WHERE i.state IN ('held', 'closed') AND i.started_at IS NOT NULL)
        SELECT CASE WHEN EXISTS (SELECT 1 FROM held e WHERE date(e.at) < date(held.at))
            THEN 'met again' ELSE 'met' END, at, noted FROM held
        UNION ALL SELECT 'met', at, noted FROM held
        UNION ALL SELECT 'answered', o.answered_at, o.answered_at FROM outreach o
        WHERE o.contact_id = :me AND o.answer IN ('yes', 'later')
            AND o.sent_at > (SELECT min(at) FROM held)
        UNION ALL SELECT 'introduced', made_at, made_at FROM introduction
        WHERE target_id = :me AND made_at IS NOT NULL
        UNION ALL SELECT 'made a contact', made_at, made_at FROM introduction
        WHERE introducer_id = :me AND made_at IS NOT NULL""",
        {"me": contact_id},
    )
    return [Evidence(row[0], instant_of(row[1]), instant_of(row[2])) for row in rows]


def decided_at(db: sqlite3.Connection, contact_id: int) -> datetime | None:
    """Give when the stage of a contact was last chosen."""
    row = db.execute(
        "SELECT max(created_at) FROM state_change WHERE contact_id = ?", (contact_id,)
    ).fetchone()
    return None if row[0] is None else instant_of(row[0])


def weight(db: sqlite3.Connection, contact_id: int, *, going: bool = False) -> Weight:
    """Count what hangs on a contact; where it is `going`, what of it goes along.

    The talks of several people stay with the others.
    """
    joint = "EXISTS (SELECT 1 FROM interview_person p WHERE p.interview_id = interview.id)"
    own = f"contact_id = :me AND NOT (:going AND {joint})"
    talks = f"(SELECT id FROM interview WHERE {own})"
    row = db.execute(
        f"""SELECT
        (SELECT count(*) FROM interview WHERE {own} AND state IN ('held', 'closed')),
        (SELECT count(*) FROM interview WHERE {own} AND state NOT IN ('held', 'closed')),
        (SELECT count(*) FROM note WHERE interview_id IN {talks}),
        (SELECT count(*) FROM finding WHERE interview_id IN {talks}),
        (SELECT count(*) FROM research_note WHERE contact_id = :me),
        (SELECT count(*) FROM promise WHERE state = 'open' AND interview_id IN {talks}),
        (SELECT count(*) FROM lead WHERE state IN ('new', 'to follow') AND interview_id IN {talks}),
        (SELECT count(*) FROM introduction WHERE :me IN (introducer_id, target_id)),
        (SELECT count(*) FROM outreach WHERE contact_id = :me),
        (SELECT count(*) FROM draft WHERE contact_id = :me),
        (SELECT count(*) FROM interview_person WHERE contact_id = :me)
            + (SELECT count(*) FROM interview WHERE :going AND contact_id = :me AND {joint}),
        (SELECT count(*) FROM interview WHERE contact_id = :me AND state = 'live'),
        (SELECT count(*) FROM lead WHERE state IN ('not pursuing', 'note due')
            AND interview_id IN {talks}),
        (SELECT count(*) FROM thank_you WHERE state <> 'sent' AND contact_id = :me)""",
        {"me": contact_id, "going": going},
    ).fetchone()
    return Weight(*row)


def is_bare(db: sqlite3.Connection, contact_id: int, but_for: Weight) -> bool:
    """Tell whether nothing is kept of a contact but the name, and nothing hangs on it but so much."""
    row = db.execute(
        """SELECT 1 FROM contact c WHERE c.id = :me AND c.about = '' AND c.stage = 'stranger'
        AND NOT EXISTS (SELECT 1 FROM contact_point WHERE contact_id = :me)
        AND NOT EXISTS (SELECT 1 FROM contact_tag WHERE contact_id = :me)
        AND NOT EXISTS (SELECT 1 FROM contact WHERE introducer_id = :me)
        AND NOT EXISTS (SELECT 1 FROM lead WHERE contact_id = :me)""",
        {"me": contact_id},
    ).fetchone()
    return row is not None and weight(db, contact_id) == but_for
