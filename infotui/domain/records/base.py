"""What every record has: an id, a uuid that outlives the file, the instant it was made."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from infotui.domain.clock import instant_of, instant_text


class Instant(TypeDecorator[datetime]):
    """An aware instant, stored as RFC 3339 text in UTC, the same as the reading road reads."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write it; a naive one is refused."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Read it back, aware."""
        return None if value is None else instant_of(str(value)).astimezone(UTC)


class Day(TypeDecorator[date]):
    """A calendar day, stored as `2026-11-27` (ISO 8601)."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write it."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Read it."""
        return None if value is None else date.fromisoformat(value)


def new_uuid() -> str:
    """A fresh random uuid (RFC 9562, version 4)."""
    return str(uuid.uuid4())


class Entity(SQLModel):
    """The head of every table; `created_at` is set by the shelf, from the clock."""

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = Field(default_factory=new_uuid)
    created_at: datetime | None = Field(default=None, sa_type=Instant)

    @property
    def row_id(self) -> int:
        """The id of a record that is stored already."""
        if self.id is None:
            raise ValueError("this record was never stored")
        return self.id
