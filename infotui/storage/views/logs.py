"""Reads the timer's logs of interviews."""

import sqlite3

from infotui.domain.clock import instant_of
from infotui.domain.timer import Segment, standing


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
