"""Notes, findings and the items caught in a talk, as rows that live and review show (S1, S12)."""

from datetime import date, datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args

FindingKind = Literal[
    "employer", "person", "market", "career", "strength", "gap", "opening", "resource", "advice"
]
FINDING_KINDS: Final[tuple[str, ...]] = get_args(FindingKind)

Consent = Literal["yes", "no", "not asked"]
CONSENTS: Final[tuple[str, ...]] = get_args(Consent)


class NoteRow(NamedTuple):
    """One timed line of a talk."""

    id: int
    uuid: str
    question_id: int | None
    at: datetime
    elapsed: timedelta
    kind: str
    text: str
    due: date | None = None  # of a promise, when a day was said


class FindingRow(NamedTuple):
    """A short fact, kept apart from raw notes."""

    id: int
    kind: str
    text: str
    interview_id: int
    note_id: int | None = None  # the line that holds it
    question_id: int | None = None  # which it answers


class ConversationRow(NamedTuple):
    """A held interview as Review's list shows it, with the words that a search found in it."""

    id: int
    contact: str
    organization: str
    field: str
    met_at: datetime
    minutes: int
    notes: int
    findings: int
    found: str
