"""SQLModel on the notebook's one connection; imported when the first change is written."""

import contextlib
import sqlite3
from collections.abc import Iterator

from sqlalchemy import Engine, event
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine  # noqa: TID251 - the one home of engine and session


def make_engine(db: sqlite3.Connection) -> Engine:
    """Put SQLModel's engine onto an open connection; it opens none of its own."""
    engine = create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        # The connection is in autocommit, so a transaction begins only when we say so.
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine


@contextlib.contextmanager
def session_on(engine: Engine) -> Iterator[Session]:
    """One session for one intent: committed when the block ends, undone when it raises."""
    with Session(engine, expire_on_commit=False) as session:
        try:
            yield session
            session.commit()
        except BaseException:
            session.rollback()
            raise
