"""What all shelves can do with a record: add, get, remove, put back."""

from datetime import datetime
from typing import Any, TypeVar

from sqlmodel import Session  # noqa: TID251 - storage

from infotui.domain.errors import NotFoundError
from infotui.domain.records.base import Entity

R = TypeVar("R", bound=Entity)


class Shelf:
    """One noun's records within a transaction."""

    def __init__(self, session: Session, now: datetime) -> None:
        self.session = session
        self.now = now

    def add(self, record: R) -> R:
        """Store a new record, dated now unless it is dated already; gives it back with its id."""
        if record.created_at is None:
            record.created_at = self.now
        self.session.add(record)
        self.session.flush()
        return record

    def get(self, kind: type[R], record_id: int) -> R:
        """Give a stored record.

        Raises:
            NotFoundError: It is not there (any more).
        """
        record = self.session.get(kind, record_id)
        if record is None:
            raise NotFoundError(
                f"That {kind.__name__.lower()} is no longer in the notebook. Nothing changed."
            )
        return record

    def remove(self, kind: type[R], record_id: int) -> dict[str, Any]:
        """Remove a record; what is given can put it back as it was."""
        record = self.get(kind, record_id)
        values = record.model_dump()
        self.session.delete(record)
        self.session.flush()
        return values

    def put_back(self, kind: type[R], values: dict[str, Any]) -> R:
        """Store again what `remove` gave, with the same id and uuid."""
        record = kind(**values)
        self.session.add(record)
        self.session.flush()
        return record
