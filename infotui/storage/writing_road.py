"""SQLModel on the notebook's one connection; imported when the first change is written."""

import contextlib
import sqlite3
from collections.abc import Iterator

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine  # noqa: TID251 - the one home of engine and session

from infotui.domain.errors import NotSavedError


def make_engine(db: sqlite3.Connection) -> Engine:
    """Put SQLModel's engine onto an open connection; it opens none of its own."""
    engine = create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        # The connection is in autocommit, so a transaction begins only when we say so.
        connection.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    return engine


@contextlib.contextmanager
def telling_trouble() -> Iterator[None]:
    """Turn a disk that is full, gone or read-only into a sentence; a fault of ours stays a fault.

    Raises:
        NotSavedError: The change could not be written; nothing of it was.
    """
    try:
        yield
    except OperationalError as cause:
        reason = cause.orig if cause.orig is not None else "the file cannot be written"
        raise NotSavedError(
            f"That was not done ({reason}). The notebook is as it was; try it again."
        ) from None


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
