"""An interview and what hangs on it alone: goals, day sheet, the timer's log, changes of state."""

from datetime import date, datetime

from sqlalchemy import String
from sqlmodel import Field

from infotui.domain.goal import GoalKind
from infotui.domain.interview import State
from infotui.domain.records.base import Day, Entity, Instant
from infotui.domain.timer import Answer, GapAnswer, SegmentKind


class Interview(Entity, table=True):
    """One informational interview, from idea to closed."""

    contact_id: int = Field(foreign_key="contact.id")
    organization_id: int | None = Field(default=None, foreign_key="organization.id")
    field: str = ""
    words: str = ""  # the field, folded, for search
    state: State = Field(default="idea", sa_type=String)
    scheduled_at: datetime | None = Field(default=None, sa_type=Instant)
    zone: str = "UTC"
    place_kind: str = ""
    place: str = ""
    place_chosen_by: str = ""
    why: str = ""
    opening: str = ""
    close: str = ""
    if_asked: str = ""
    nudge_minutes: int | None = None
    decision_minutes: int | None = None
    last_minutes: int | None = None
    started_at: datetime | None = Field(default=None, sa_type=Instant)
    ended_at: datetime | None = Field(default=None, sa_type=Instant)
    entry: str = ""
    travel_minutes: int | None = None
    margin_minutes: int | None = None
    resume: str = ""
    first_as_is: int = 0


class InterviewPerson(Entity, table=True):
    """Somebody else who takes part in an interview, beside the one it is planned with."""

    __tablename__ = "interview_person"

    interview_id: int = Field(foreign_key="interview.id")
    contact_id: int = Field(foreign_key="contact.id")


class Goal(Entity, table=True):
    """What one interview is for (S16)."""

    interview_id: int = Field(foreign_key="interview.id")
    kind: GoalKind = Field(sa_type=String)
    text: str = ""
    position: int = 0


class ChecklistItem(Entity, table=True):
    """One thing of the day sheet that is done; what is not done has no row."""

    __tablename__ = "checklist_item"

    interview_id: int = Field(foreign_key="interview.id")
    key: str


class SegmentEntry(Entity, table=True):
    """One entry of the timer's log; never changed, never removed."""

    __tablename__ = "segment"

    interview_id: int = Field(foreign_key="interview.id")
    kind: SegmentKind = Field(sa_type=String)
    at: datetime = Field(sa_type=Instant)
    mark: str = ""
    answer: Answer | GapAnswer | None = Field(default=None, sa_type=String)
    minutes: int = 0
    stop_at: datetime | None = Field(default=None, sa_type=Instant)
    since: datetime | None = Field(default=None, sa_type=Instant)
    question_id: int | None = Field(default=None, foreign_key="question.id")


class Debrief(Entity, table=True):
    """What one thinks of a talk right after it (S10)."""

    interview_id: int = Field(foreign_key="interview.id")
    learned: str = ""
    went_well: str = ""
    differently: str = ""
    confidence: int | None = None
    state: str = "due"
    due: date = Field(sa_type=Day)
    settled_at: datetime | None = Field(default=None, sa_type=Instant)


class StateChange(Entity, table=True):
    """One dated change of an interview, a contact's stage or an introduction, with its reason."""

    __tablename__ = "state_change"

    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    interview_id: int | None = Field(default=None, foreign_key="interview.id")
    introduction_id: int | None = Field(default=None, foreign_key="introduction.id")
    was: str
    became: str
    why: str = ""
