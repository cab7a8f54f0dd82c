"""Reads the timer's logs of interviews."""

import sqlite3

from infotui.domain.clock import instant_of
from infotui.domain.timer import Segment


def of(db: sqlite3.Connection, interview_id: int) -> tuple[Segment, ...]:
    """Give the timer's log of an interview, in order."""
    rows = db.execute(
        "SELECT kind, at, mark, answer, minutes, stop_at FROM segment WHERE interview_id = ?"
        " ORDER BY id",
        (interview_id,),
    )
    return tuple(
        Segment(kind, instant_of(at), mark, answer, minutes, stop and instant_of(stop))
        for kind, at, mark, answer, minutes, stop in rows
    )
