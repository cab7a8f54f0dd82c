"""What SQLite does for a reading: the steps of each statement that was asked, for tests that hold why it is quick."""

import sqlite3
from collections.abc import Callable


def steps_of(db: sqlite3.Connection, read: Callable[[], object]) -> list[str]:
    """Read once, and give the steps of every statement that was asked for it."""
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    read()
    db.set_trace_callback(None)
    assert asked
    return [step[3] for query in asked for step in db.execute(f"EXPLAIN QUERY PLAN {query}")]


def read_through(steps: list[str], *names: str) -> list[str]:
    """Give the steps that read a whole table, or a whole index, known under one of these names."""
    return [step for step in steps if step.split()[0] == "SCAN" and step.split()[1] in names]
