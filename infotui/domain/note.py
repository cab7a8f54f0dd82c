"""Notes, findings and the items caught in a talk, as rows that live and review show (S1, S12)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, get_args

FindingKind = Literal[
    "employer", "person", "market", "career", "strength", "gap", "opening", "resource", "advice"
]
FINDING_KINDS: Final[tuple[str, ...]] = get_args(FindingKind)

Consent = Literal["yes", "no", "not asked"]
CONSENTS: Final[tuple[str, ...]] = get_args(Consent)


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One timed line of a talk."""

    id: int
    uuid: str
    question_id: int | None
    at: datetime
    elapsed: timedelta
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A short fact, kept apart from raw notes."""

    id: int
    kind: str
    text: str
    interview_id: int


@dataclass(frozen=True, slots=True)
class ConversationRow:
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
