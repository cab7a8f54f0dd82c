"""Reads the timer's logs of interviews."""

import json
import sqlite3
from collections.abc import Iterable

from infotui.domain.clock import instant_of
from infotui.domain.timer import Segment, elapsed, standing


def of(db: sqlite3.Connection, interview_id: int) -> tuple[Segment, ...]:
    """Give the timer's log of an interview as it stands, in order."""
    rows = db.execute(
        "SELECT kind, at, mark, answer, minutes, stop_at, since, question_id FROM segment"
        " WHERE interview_id = ? ORDER BY id",
        (interview_id,),
    )
    return standing(
        [
            Segment(
                kind,
                instant_of(at),
                mark,
                answer,
                minutes,
                stop and instant_of(stop),
                since and instant_of(since),
                question_id,
            )
            for kind, at, mark, answer, minutes, stop, since, question_id in rows
        ]
    )


def minutes_used(db: sqlite3.Connection, interview_ids: Iterable[int]) -> dict[int, int]:
    """Give the whole minutes, without the pauses, of those past talks whose clock did not run all along."""
    stopped = db.execute(
        "SELECT i.id FROM interview i WHERE i.id IN (SELECT value FROM json_each(?))"
        " AND i.ended_at IS NOT NULL AND EXISTS (SELECT 1 FROM segment s"
        " WHERE s.interview_id = i.id AND s.kind IN ('pause', 'gap'))",
        (json.dumps(list(interview_ids)),),
    ).fetchall()
    each = ((number, of(db, number)) for (number,) in stopped)
    return {
        number: int(elapsed(log, log[-1].at).total_seconds()) // 60 for number, log in each if log
    }
