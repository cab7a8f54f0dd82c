"""SQLModel on the one connection: its transactions begin when we say so, and end whole."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from infotui.domain.records.contact import Contact
from infotui.storage.store import Store
from infotui.storage.writing_road import make_engine, session_on
from tests.fakes import START, ManualClock


@pytest.fixture
def db(notebook: Path, clock: ManualClock) -> Iterator[sqlite3.Connection]:
    with Store.open(notebook, clock) as store:
        yield store.reading()


@pytest.fixture
def engine(db: sqlite3.Connection) -> Engine:
    return make_engine(db)


def amina() -> Contact:
    return Contact(name="Amina", folded="amina", created_at=START)


def count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM contact").fetchone()[0])


def test_a_session_uses_the_notebook_s_own_connection(
    db: sqlite3.Connection, engine: Engine
) -> None:
    with session_on(engine) as session:
        assert session.connection().connection.driver_connection is db
        assert db.in_transaction
    assert not db.in_transaction


def test_a_transaction_takes_the_right_to_write_at_once(
    db: sqlite3.Connection, engine: Engine
) -> None:
    heard: list[str] = []
    with session_on(engine) as session:
        session.connection()  # SQLAlchemy looks at a connection when it first meets it
    db.set_trace_callback(heard.append)
    with session_on(engine) as session:
        session.add(amina())
    db.set_trace_callback(None)
    assert heard[0] == "BEGIN IMMEDIATE"
    # What a trigger does is heard as the statement that set it off.
    inserts = set(heard[1:-1])
    assert len(inserts) == 1
    assert inserts.pop().startswith("INSERT INTO contact")
    assert heard[-1] == "COMMIT"


def test_reading_within_a_transaction_sees_what_it_did(
    db: sqlite3.Connection, engine: Engine
) -> None:
    with session_on(engine) as session:
        session.add(amina())
        session.flush()
        assert count(db) == 1


@pytest.mark.parametrize("why", [ValueError("no"), KeyboardInterrupt(), SystemExit(1)])
def test_whatever_ends_it_early_undoes_it(
    db: sqlite3.Connection, engine: Engine, why: BaseException
) -> None:
    def begin_and_stop() -> None:
        with session_on(engine) as session:
            session.add(amina())
            session.flush()
            raise why

    with pytest.raises(type(why)):
        begin_and_stop()
    assert (count(db), db.in_transaction) == (0, False)


def test_a_commit_that_fails_undoes_it(db: sqlite3.Connection, engine: Engine) -> None:
    with pytest.raises(Exception, match="uuid"), session_on(engine) as session:
        session.add(Contact(name="Amina", folded="amina", created_at=START, uuid="short"))
    assert (count(db), db.in_transaction) == (0, False)


def test_a_record_can_be_read_after_its_transaction(engine: Engine) -> None:
    with session_on(engine) as session:
        record = amina()
        session.add(record)
    assert (record.row_id, record.name, record.created_at) == (1, "Amina", START)


def test_an_instant_without_a_zone_is_refused(db: sqlite3.Connection, engine: Engine) -> None:
    with pytest.raises(Exception, match="time zone"), session_on(engine) as session:
        session.add(Contact(name="A", folded="a", created_at=START.replace(tzinfo=None)))
    assert count(db) == 0
