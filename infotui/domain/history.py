"""One history per person and per organization: what was, dated; what each line leads to (K6)."""

from datetime import datetime
from typing import Final, Literal, NamedTuple

HistoryKind = Literal[
    "talk", "plan", "change", "stage", "introduction", "outreach", "answer", "draft", "promise",
    "lead", "research", "thanks", "known", "touch", "resource", "outcome", "opening", "debrief",
    "asked of me", "finding", "point",
]  # fmt: skip

# Of whom a history is told.


class HistoryKey(NamedTuple):
    """Where one line of a history is found, so that a long one is not read whole: when, and which record."""

    at: str  # as it is stored, so that keys stand in order as they are
    source: str
    id: int
    part: str = ""  # which of several that one record tells


class HistoryRow(NamedTuple):
    """One thing that was, or is to come: when, what, its words, and what it leads to."""

    at: datetime
    kind: HistoryKind
    text: str
    detail: str = ""
    interview_id: int | None = None
    state: str = ""  # of the interview it belongs to
    contact_id: int | None = None  # somebody else whom it is about
    timed: bool = True  # whether the time of day means something
    noun: str = ""  # the table of the record that it tells of
    id: int = 0  # of that record
    who: str = ""  # with whom or of whom it was
    who_id: int | None = None


class Said(NamedTuple):
    """One line under a talk in a history: a finding, or a note in its place."""

    noun: str  # finding or note
    id: int
    kind: str
    text: str
    interview_id: int


class Subject(NamedTuple):
    """Of whom a history is told, and how much there is of it."""

    kind: str
    id: int
    name: str
    people: int = 0  # that work there now
    talks: int = 0


# What one may type to narrow a history: these words are in the line beside what is said there.
KIND_WORDS: Final[dict[str, str]] = {
    "talk": "talk", "plan": "talk planned", "change": "talk changed", "stage": "stage",
    "introduction": "introduction", "outreach": "wrote outreach", "answer": "answer",
    "draft": "draft", "promise": "promise", "lead": "lead", "research": "research",
    "thanks": "thanks thank-you", "known": "added", "touch": "touch", "resource": "resource",
    "outcome": "outcome", "opening": "opening job", "debrief": "debrief",
    "asked of me": "asked of me", "finding": "finding", "point": "address e-mail telephone",
}  # fmt: skip
# Findings stand folded under their talk; only a word that is typed brings them out of it.
FOLDED: Final = frozenset({"finding"})
