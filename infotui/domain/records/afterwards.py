"""Staying in touch and telling how it ended, as records."""

from datetime import date, datetime

from sqlalchemy import String
from sqlmodel import Field

from infotui.domain.outcome import NoticeState, OutcomeKind
from infotui.domain.records.base import Day, Entity, Instant
from infotui.domain.touch import TouchKind


class Touch(Entity, table=True):
    """One real contact with somebody that nothing else tells of (S49)."""

    contact_id: int = Field(foreign_key="contact.id")
    at: datetime = Field(sa_type=Instant)
    kind: TouchKind = Field(sa_type=String)
    words: str = ""


class Outcome(Entity, table=True):
    """How the search ended (S53)."""

    kind: OutcomeKind = Field(sa_type=String)
    text: str = ""
    recorded_at: datetime = Field(sa_type=Instant)
    closed_at: datetime | None = Field(default=None, sa_type=Instant)


class OutcomeNotice(Entity, table=True):
    """That one person met is told how it ended (S53, M10)."""

    __tablename__ = "outcome_notice"

    outcome_id: int = Field(foreign_key="outcome.id")
    contact_id: int = Field(foreign_key="contact.id")
    state: NoticeState = Field(default="due", sa_type=String)
    due: date = Field(sa_type=Day)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    why_not: str = ""
