"""Reads what was between a person and me: one dated history, signs of another stage, what hangs on them."""

import sqlite3
from datetime import datetime
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.contact import Weight
from infotui.domain.history import HistoryRow
from infotui.domain.stage import Evidence

# Each SELECT gives: instant, kind, text, detail, interview, its state, somebody else, timed.
# A `+` keeps an index out that many share: by the state `sent` one would find all there are.
_TALKS: Final = """
SELECT coalesce(i.started_at, i.scheduled_at, i.created_at) AS at,
    CASE WHEN i.started_at IS NULL THEN 'plan' ELSE 'talk' END AS kind,
    CASE WHEN i.state IN ('held', 'closed') THEN 'held' ELSE i.state END
        || CASE WHEN i.started_at < i.ended_at THEN ', ' || max(1, CAST(round(1440 *
            (julianday(i.ended_at) - julianday(i.started_at))) AS INTEGER)) || ' min' ELSE '' END
        || CASE WHEN i.contact_id = :me THEN '' ELSE ', with ' || c.name END AS text,
    coalesce((SELECT g.text FROM goal g WHERE g.interview_id = i.id ORDER BY g.position, g.id
        LIMIT 1), '') AS detail,
    i.id AS interview_id, i.state AS state,
    CASE WHEN i.contact_id = :me THEN NULL ELSE i.contact_id END AS contact_id,
    i.started_at IS NOT NULL OR i.scheduled_at IS NOT NULL AS timed
FROM mine JOIN interview i ON i.id = mine.id JOIN contact c ON c.id = i.contact_id
UNION ALL
SELECT s.created_at, 'change',
    CASE WHEN s.was = s.became THEN 'the time was changed' ELSE s.was || ' → ' || s.became END,
    s.why, s.interview_id, i.state, NULL, 1
FROM state_change s JOIN mine ON mine.id = s.interview_id JOIN interview i ON i.id = s.interview_id
WHERE s.became NOT IN ('live', 'closed') AND NOT (s.became = 'held' AND s.was IN ('live', 'closed'))
UNION ALL
SELECT t.settled_at, 'thanks', CASE t.medium WHEN 'card' THEN 'card sent' ELSE 'mail sent' END, '',
    t.interview_id, i.state, NULL, 1
FROM thank_you t JOIN interview i ON i.id = t.interview_id
WHERE t.contact_id = :me AND t.state = 'sent' AND t.settled_at IS NOT NULL
UNION ALL
SELECT coalesce(n.at, p.created_at), 'promise',
    CASE p.whose WHEN 'mine' THEN 'I promised: ' ELSE 'they promised: ' END || p.text,
    CASE p.state WHEN 'open' THEN 'open' ELSE p.state END
        || CASE p.why_not WHEN '' THEN '' ELSE ': ' || p.why_not END,
    p.interview_id, i.state, NULL, 1
FROM promise p JOIN interview i ON i.id = p.interview_id LEFT JOIN note n ON n.id = p.note_id
WHERE i.contact_id = :me
UNION ALL
SELECT coalesce(n.at, l.created_at), 'lead',
    'they named: ' || l.name || CASE l.why WHEN '' THEN '' ELSE ', ' || l.why END, l.state,
    l.interview_id, i.state, l.contact_id, 1
FROM lead l JOIN interview i ON i.id = l.interview_id LEFT JOIN note n ON n.id = l.note_id
WHERE i.contact_id = :me
UNION ALL
SELECT coalesce(n.at, l.created_at), 'lead', 'named by: ' || c.name, l.why, l.interview_id, i.state,
    i.contact_id, 1
FROM lead l JOIN interview i ON i.id = l.interview_id JOIN contact c ON c.id = i.contact_id
LEFT JOIN note n ON n.id = l.note_id WHERE l.contact_id = :me
"""
_PERSON: Final = """
SELECT s.created_at, 'stage', s.was || ' → ' || s.became, s.why, NULL, '', NULL, 1
FROM state_change s WHERE s.contact_id = :me
UNION ALL
SELECT r.created_at, 'research', r.body, r.source, NULL, '', NULL, 0
FROM research_note r WHERE r.contact_id = :me AND trim(r.body) <> ''
UNION ALL
SELECT o.sent_at, 'outreach', o.channel || CASE o.path WHEN 'warm' THEN ', through somebody' ELSE '' END,
    o.words, o.interview_id, '', NULL, 1
FROM outreach o WHERE o.contact_id = :me
UNION ALL
SELECT o.answered_at, 'answer', CASE o.answer WHEN 'none' THEN 'no answer' ELSE o.answer END,
    o.channel, o.interview_id, '', NULL, 1
FROM outreach o WHERE o.contact_id = :me AND o.answered_at IS NOT NULL
UNION ALL
SELECT d.used_at, 'draft', d.kind || CASE d.used_how WHEN '' THEN '' ELSE ', ' || d.used_how END,
    d.subject, d.interview_id, '', NULL, 1
FROM draft d WHERE d.contact_id = :me AND d.used_at IS NOT NULL
UNION ALL
SELECT t.at, 'touch', t.kind, t.words, NULL, '', NULL, 1 FROM touch t WHERE t.contact_id = :me
UNION ALL
SELECT s.shared_at, 'resource', 'you shared: ' || r.text, s.words, NULL, '', NULL, 1
FROM resource_share s JOIN resource r ON r.id = s.resource_id WHERE s.contact_id = :me
UNION ALL
SELECT coalesce(n.at, r.created_at), 'resource', 'they named: ' || r.text, r.link, r.interview_id,
    i.state, NULL, 1
FROM resource r JOIN interview i ON i.id = r.interview_id LEFT JOIN note n ON n.id = r.note_id
WHERE i.contact_id = :me
UNION ALL
SELECT n.settled_at, 'outcome', CASE n.state WHEN 'told' THEN 'told how it ended'
    ELSE 'need not be told how it ended' END, n.why_not, NULL, '', NULL, 1
FROM outcome_notice n WHERE n.contact_id = :me AND n.settled_at IS NOT NULL
UNION ALL
SELECT c.created_at, 'known', 'added to the notebook', '', NULL, '', NULL, 0
FROM contact c WHERE c.id = :me
"""
# The steps of an introduction stand in its dates; how it ended stands in its changes of state.
_INTRODUCTIONS: Final = """
SELECT step.at, 'introduction',
    CASE WHEN x.introducer_id = :me THEN step.asked || b.name ELSE step.told || a.name END,
    coalesce((SELECT s.why FROM state_change s WHERE s.introduction_id = x.id
        AND s.became = step.state AND s.was <> s.became ORDER BY s.id DESC LIMIT 1), ''),
    x.interview_id, '', CASE WHEN x.introducer_id = :me THEN x.target_id ELSE x.introducer_id END, 1
FROM introduced x JOIN contact a ON a.id = x.introducer_id JOIN contact b ON b.id = x.target_id
JOIN (
    SELECT id, created_at AS at, 'draft' AS state, 'to be asked to introduce you to ' AS asked,
        'to be introduced by ' AS told FROM introduced WHERE state = 'draft'
    UNION ALL SELECT id, asked_at, 'asked', 'asked to introduce you to ',
        'you asked for an introduction: ' FROM introduced
    UNION ALL SELECT id, reminded_at, 'reminded', 'reminded: ', 'you reminded ' FROM introduced
    UNION ALL SELECT id, made_at, 'contact made', 'made the contact with ',
        'the contact was made by ' FROM introduced
    UNION ALL SELECT id, followed_at, 'followed up', 'you wrote to ',
        'you wrote, introduced by ' FROM introduced
    UNION ALL SELECT s.introduction_id, s.created_at, s.became, s.became || ': ', s.became || ': '
        FROM introduced y JOIN state_change s ON s.introduction_id = y.id
        WHERE s.became IN ('declined', 'lapsed', 'led to interview')
) step ON step.id = x.id AND step.at IS NOT NULL
"""
# Only what is between the two of us is looked at: each part goes by an index of its own.
_MINE: Final = """
WITH mine AS (SELECT id FROM interview WHERE contact_id = :me
    UNION SELECT interview_id FROM interview_person WHERE contact_id = :me),
introduced AS (SELECT * FROM introduction WHERE introducer_id = :me
    UNION SELECT * FROM introduction WHERE target_id = :me)
"""


def history(db: sqlite3.Connection, contact_id: int) -> list[HistoryRow]:
    """Give everything that was between a contact and me, the newest first."""
    rows = db.execute(
        f"{_MINE}{_TALKS} UNION ALL {_PERSON} UNION ALL {_INTRODUCTIONS} ORDER BY 1 DESC",
        {"me": contact_id},
    )
    return [HistoryRow(*(instant_of(row[0]), *row[1:7], bool(row[7]))) for row in rows]


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
