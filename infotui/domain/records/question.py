"""The questions of a plan and those that arose, as records."""

from datetime import datetime

from sqlalchemy import String
from sqlmodel import Field

from infotui.domain.question import Importance, Origin, Phase, QuestionState
from infotui.domain.records.base import Entity, Instant


class Question(Entity, table=True):
    """A question of one interview; a copy from the bank keeps the bank's id and wording."""

    interview_id: int = Field(foreign_key="interview.id")
    position: int
    text: str = ""
    template: str = ""
    short: str = ""
    bank_id: str = ""
    origin: Origin = Field(sa_type=String)
    phase: Phase = Field(default="middle", sa_type=String)
    importance: Importance = Field(default="should", sa_type=String)
    state: QuestionState = Field(default="planned", sa_type=String)
    asked_at: datetime | None = Field(default=None, sa_type=Instant)
    parked_at: datetime | None = Field(default=None, sa_type=Instant)
    estimate_seconds: int | None = None
    spent_seconds: int | None = None
    research_note_id: int | None = Field(default=None, foreign_key="research_note.id")
    # The line of the talk that it arose in.
    note_id: int | None = Field(default=None, foreign_key="note.id")
    joined: str = ""  # by hand to the question it means: the key of that one (M3)
