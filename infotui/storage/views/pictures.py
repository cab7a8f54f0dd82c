"""Reads what the pictures are made of, for the whole notebook at once: talks with their logs, outreach, findings."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from infotui.domain.clock import instant_of
from infotui.domain.pictures.findings import Told
from infotui.domain.pictures.outreach import Sent
from infotui.domain.pictures.talks import HeldTalk
from infotui.domain.timer import Segment, standing

_TALKS = """
SELECT i.id, i.contact_id, c.name || coalesce((SELECT group_concat(' + ' || c2.name, '')
        FROM interview_person p JOIN contact c2 ON c2.id = p.contact_id
        WHERE p.interview_id = i.id), ''),
    coalesce(i.started_at, i.scheduled_at, i.created_at) AS met, i.started_at, i.ended_at,
    i.decision_minutes, d.confidence
FROM interview i JOIN contact c ON c.id = i.contact_id
LEFT JOIN debrief d ON d.interview_id = i.id
WHERE i.state IN ('held', 'closed') ORDER BY met, i.id
"""
_OTHERS = "SELECT interview_id, contact_id FROM interview_person ORDER BY id"
_SEGMENTS = """
SELECT interview_id, kind, at, mark, answer, minutes, stop_at, since, question_id FROM segment
WHERE interview_id IN (SELECT id FROM interview WHERE state IN ('held', 'closed'))
ORDER BY interview_id, id
"""
_OUTREACH = "SELECT path, channel, answer, sent_at, answered_at FROM outreach"
# A talk is about its own field, and about that of the person where nothing else was said.
_FINDINGS = """
SELECT f.kind, coalesce(nullif(trim(i.field), ''), c.field), count(*)
FROM finding f JOIN interview i ON i.id = f.interview_id JOIN contact c ON c.id = i.contact_id
WHERE i.state IN ('held', 'closed') GROUP BY 1, 2
"""


def _instant(text: str | None) -> datetime | None:
    return None if text is None else instant_of(text)


def talks(db: sqlite3.Connection) -> list[HeldTalk]:
    """Give all held talks, the oldest first."""
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for interview_id, contact_id in db.execute(_OTHERS):
        beside[interview_id].append(contact_id)
    return [
        HeldTalk(
            number, contact_id, who, instant_of(met), _instant(began), _instant(ended), decision,
            sure, tuple(beside.get(number, ())),
        )
        for number, contact_id, who, met, began, ended, decision, sure in db.execute(_TALKS)
    ]  # fmt: skip


def logs(db: sqlite3.Connection) -> dict[int, tuple[Segment, ...]]:
    """Give the timer's log of each held talk that has one, as it stands, in order."""
    rows = db.execute(_SEGMENTS)
    return {
        interview_id: standing([_segment(row) for row in some])
        for interview_id, some in groupby(rows, key=lambda row: int(row[0]))
    }


def _segment(row: Sequence[Any]) -> Segment:
    _, kind, at, mark, answer, minutes, stop, since, question_id = row
    return Segment(
        kind, instant_of(at), mark, answer, minutes, _instant(stop), _instant(since), question_id
    )


def outreach(db: sqlite3.Connection) -> list[Sent]:
    """Give every message and call, with how long it took until they answered."""
    found = []
    for path, channel, answer, sent, answered in db.execute(_OUTREACH):
        after = None if answered is None else instant_of(answered) - instant_of(sent)
        found.append(Sent(path, channel, answer, after))
    return found


def findings(db: sqlite3.Connection) -> list[Told]:
    """Give how many findings there are of each kind in each field."""
    return [Told(*row) for row in db.execute(_FINDINGS)]
