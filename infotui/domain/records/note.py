"""What was said and what it became: notes, findings, leads, promises, openings, resources, thanks."""

from datetime import date, datetime
from typing import Literal

from sqlalchemy import String
from sqlmodel import Field

from infotui.domain.capture import NoteKind
from infotui.domain.contradiction import ContradictionState
from infotui.domain.note import Consent, FindingKind
from infotui.domain.records.base import Day, Entity, Instant
from infotui.domain.referral import CourtesyNote, LeadNames

Medium = Literal["card", "mail"]


class Note(Entity, table=True):
    """One timed line of a talk; its text is the source of what was caught in it."""

    interview_id: int = Field(foreign_key="interview.id")
    question_id: int | None = Field(default=None, foreign_key="question.id")
    at: datetime = Field(sa_type=Instant)
    kind: NoteKind = Field(default="note", sa_type=String)
    text: str = ""


class NoteTag(Entity, table=True):
    """A `#word` of a note, by which notes of many talks are found together (M2)."""

    __tablename__ = "note_tag"

    note_id: int = Field(foreign_key="note.id")
    tag: str
    folded: str


class Finding(Entity, table=True):
    """A short fact, kept apart from raw notes (S1, S12)."""

    interview_id: int = Field(foreign_key="interview.id")
    note_id: int | None = Field(default=None, foreign_key="note.id")
    question_id: int | None = Field(default=None, foreign_key="question.id")
    goal_id: int | None = Field(default=None, foreign_key="goal.id")
    kind: FindingKind = Field(sa_type=String)
    text: str


class Contradiction(Entity, table=True):
    """What the person made of two findings at odds (M9)."""

    finding_id: int = Field(foreign_key="finding.id")
    other_id: int = Field(foreign_key="finding.id")
    state: ContradictionState = Field(default="open", sa_type=String)
    why: str = ""
    settled_at: datetime | None = Field(default=None, sa_type=Instant)


class Lead(Entity, table=True):
    """Somebody or something to follow, with who gave it and whether I may say so (S45, S50)."""

    interview_id: int = Field(foreign_key="interview.id")
    note_id: int | None = Field(default=None, foreign_key="note.id")
    name: str
    why: str = ""
    reach: str = ""
    consent: Consent = Field(default="not asked", sa_type=String)
    state: str = "new"
    due: date | None = Field(default=None, sa_type=Day)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    names: LeadNames = Field(default="person", sa_type=String)
    organization_id: int | None = Field(default=None, foreign_key="organization.id")
    why_not: str = ""
    courtesy: CourtesyNote = Field(default="", sa_type=String)


class Promise(Entity, table=True):
    """What one of the two promised the other (S47)."""

    interview_id: int = Field(foreign_key="interview.id")
    note_id: int | None = Field(default=None, foreign_key="note.id")
    whose: Literal["mine", "theirs"] = Field(sa_type=String)
    text: str
    state: str = "open"
    due: date | None = Field(default=None, sa_type=Day)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
    why_not: str = ""


class Opening(Entity, table=True):
    """A job that was spoken of (S13)."""

    interview_id: int | None = Field(default=None, foreign_key="interview.id")
    note_id: int | None = Field(default=None, foreign_key="note.id")
    organization_id: int | None = Field(default=None, foreign_key="organization.id")
    text: str
    posted: str = "unknown"
    state: str = "heard"
    field: str = ""
    link: str = ""
    settled_at: datetime | None = Field(default=None, sa_type=Instant)


class Resource(Entity, table=True):
    """A book, a site, an association that was named (S48)."""

    interview_id: int | None = Field(default=None, foreign_key="interview.id")
    note_id: int | None = Field(default=None, foreign_key="note.id")
    text: str
    field: str = ""
    link: str = ""


class ResourceShare(Entity, table=True):
    """A resource that I passed on to somebody (S48)."""

    __tablename__ = "resource_share"

    resource_id: int = Field(foreign_key="resource.id")
    contact_id: int = Field(foreign_key="contact.id")
    shared_at: datetime = Field(sa_type=Instant)
    words: str = ""


class ThankYou(Entity, table=True):
    """The thanks owed to one person for one talk (S46)."""

    __tablename__ = "thank_you"

    interview_id: int = Field(foreign_key="interview.id")
    contact_id: int = Field(foreign_key="contact.id")
    medium: Medium = Field(default="card", sa_type=String)
    state: str = "due"
    due: date = Field(sa_type=Day)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)
