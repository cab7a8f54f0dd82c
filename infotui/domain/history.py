"""One history per person: what was between us, dated; where each line leads (K6)."""

from datetime import datetime
from typing import Literal, NamedTuple

HistoryKind = Literal[
    "talk", "plan", "change", "stage", "introduction", "outreach", "answer", "draft", "promise",
    "lead", "research", "thanks", "known", "touch", "resource", "outcome",
]  # fmt: skip


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
