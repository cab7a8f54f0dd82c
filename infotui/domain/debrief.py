"""The debrief of a talk (S10): what it asks and when it is due; where it is kept is left to storage."""

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

DebriefState = Literal["due", "written"]

# Each text of a debrief: its field, the question it answers, and its short name.
TEXTS: Final[tuple[tuple[str, str, str], ...]] = (
    ("learned", "What did I learn?", "learned"),
    ("went_well", "What went well?", "went well"),
    ("differently", "What would I do differently?", "differently"),
)
# How sure one is of the way one leads a talk; the number alone would mean little weeks later.
CONFIDENCE: Final[dict[int, str]] = {
    1: "lost",
    2: "unsure",
    3: "steady",
    4: "sure",
    5: "at ease",
}
_DUE_AFTER: Final = timedelta(days=1)


class DebriefRow(NamedTuple):
    """The debrief of one talk, written or not."""

    id: int
    interview_id: int
    learned: str
    went_well: str
    differently: str
    confidence: int | None
    state: DebriefState
    due: date

    def text(self, field: str) -> str:
        """Give one of its texts."""
        return {name: str(getattr(self, name)) for name, _, _ in TEXTS}[field]

    @property
    def begun(self) -> bool:
        """Whether it says anything yet."""
        said = any(self.text(field).strip() for field, _, _ in TEXTS)
        return said or self.confidence is not None


def due_on(ended: date, today: date) -> date:
    """Tell when a debrief is due: the day after the talk; one that is begun later, the same day."""
    return max(ended + _DUE_AFTER, today)


def say_confidence(confidence: int) -> str:
    """Say how sure one was: `4 of 5, sure`."""
    return f"{confidence} of {max(CONFIDENCE)}, {CONFIDENCE[confidence]}"
