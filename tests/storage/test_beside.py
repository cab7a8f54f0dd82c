"""A connection beside the writer's: it sees what was stored, writes nothing, and gives up when told to."""

import sqlite3

import pytest

from infotui.services.desks import Desks
from tests.builders import a_contact

_ENDLESS = "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM contact").fetchone()[0])


def test_it_sees_what_was_stored_and_writes_nothing(desks: Desks) -> None:
    beside = desks.store.beside()
    assert beside.look(count) == 0
    a_contact(desks)
    assert beside.look(count) == 1
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        beside.look(lambda db: db.execute("DELETE FROM contact"))
    beside.close()
    assert count(desks.store.reading()) == 1


def test_it_gives_up_and_begins_again(desks: Desks) -> None:
    beside = desks.store.beside()

    def endless(db: sqlite3.Connection) -> object:
        db.set_progress_handler(lambda: beside.give_up() or 0, 1_000)  # type: ignore[func-returns-value]
        return db.execute(_ENDLESS).fetchone()

    assert beside.look(endless) is None
    beside.look(lambda db: db.set_progress_handler(None, 0))
    assert beside.look(count) == 0
    beside.close()
    beside.give_up()
