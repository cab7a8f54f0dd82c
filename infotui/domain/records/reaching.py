"""How one reaches a person: introductions, outreach, and the drafts written for it, as records."""

from datetime import date, datetime

from sqlalchemy import String
from sqlmodel import Field

from infotui.domain.introduction import IntroductionState, Notice
from infotui.domain.outreach import Answer, Channel, Path
from infotui.domain.records.base import Day, Entity, Instant


class Introduction(Entity, table=True):
    """One person asked to bring me together with another (S19-S21)."""

    introducer_id: int = Field(foreign_key="contact.id")
    target_id: int = Field(foreign_key="contact.id")
    interview_id: int | None = Field(default=None, foreign_key="interview.id")
    notice: Notice = Field(default="", sa_type=String)
    state: IntroductionState = Field(default="draft", sa_type=String)
    why: str = ""
    asked_at: datetime | None = Field(default=None, sa_type=Instant)
    reminded_at: datetime | None = Field(default=None, sa_type=Instant)
    made_at: datetime | None = Field(default=None, sa_type=Instant)
    followed_at: datetime | None = Field(default=None, sa_type=Instant)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    due: date | None = Field(default=None, sa_type=Day)


class Draft(Entity, table=True):
    """A text to be sent or said by me, never by the program (S22)."""

    contact_id: int = Field(foreign_key="contact.id")
    interview_id: int | None = Field(default=None, foreign_key="interview.id")
    introduction_id: int | None = Field(default=None, foreign_key="introduction.id")
    kind: str
    subject: str = ""
    body: str = ""
    state: str = "open"
    used_at: datetime | None = Field(default=None, sa_type=Instant)
    used_how: str = ""


class Outreach(Entity, table=True):
    """One time that I wrote to somebody or rang, and what came of it."""

    contact_id: int = Field(foreign_key="contact.id")
    interview_id: int | None = Field(default=None, foreign_key="interview.id")
    draft_id: int | None = Field(default=None, foreign_key="draft.id")
    channel: Channel = Field(sa_type=String)
    path: Path = Field(default="cold", sa_type=String)
    words: str = ""
    sent_at: datetime = Field(sa_type=Instant)
    due: date = Field(sa_type=Day)
    answer: Answer = Field(default="", sa_type=String)
    answered_at: datetime | None = Field(default=None, sa_type=Instant)
