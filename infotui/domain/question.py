"""Questions of a plan: importance, states, and whether one is tailored (S29-S33, S44)."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal, NamedTuple, Protocol, TypeVar, get_args

from infotui.domain.blanks import blanks_in
from infotui.domain.errors import IllegalMoveError
from infotui.domain.text import clean_line

Importance = Literal["must", "should", "could"]
IMPORTANCES: Final[tuple[str, ...]] = get_args(Importance)

QuestionState = Literal["planned", "asking", "answered", "partly", "skipped"]
QUESTION_STATES: Final[tuple[str, ...]] = get_args(QuestionState)

Origin = Literal["bank", "own", "research", "arisen", "asked of me"]
ORIGINS: Final[tuple[str, ...]] = get_args(Origin)

# What one means to ask; all else came up in a talk.
PLANNED: Final[frozenset[str]] = frozenset({"bank", "own", "research"})

Phase = Literal["start", "middle", "close"]
PHASES: Final[tuple[str, ...]] = get_args(Phase)

Tailoring = Literal["raw", "filled", "edited", "own"]

OPEN: Final[frozenset[str]] = frozenset({"planned", "asking"})
FEWEST: Final = 5
MOST: Final = 10

_MOVES: Final[dict[str, tuple[str, ...]]] = {
    "planned": ("asking", "skipped", "answered", "partly"),
    "asking": ("planned", "answered", "partly", "skipped"),
    "answered": ("asking", "planned", "partly"),
    "partly": ("asking", "answered", "planned", "skipped"),
    "skipped": ("asking", "planned"),
}


class QuestionRow(NamedTuple):
    """A question as plans, live and review show it."""

    id: int
    uuid: str
    interview_id: int
    position: int
    text: str
    template: str
    short: str
    bank_id: str
    origin: str
    phase: str
    importance: str
    state: str
    research_note_id: int | None
    research: str
    asked_at: datetime | None
    parked_at: datetime | None = None
    estimate_seconds: int | None = None
    spent_seconds: int | None = None
    joined: str = ""  # the key of the question it means (M3)

    @property
    def label(self) -> str:
        """The few words that narrow lists show."""
        return self.short or clean_line(self.text) or "(no words yet)"

    @property
    def tailoring(self) -> Tailoring:
        """Where it stands between the bank's wording and one's own."""
        return tailoring(self.origin, self.text, self.template)


def tailoring(origin: str, text: str, template: str) -> Tailoring:
    """Tell whether a question is tailored (S30).

    A bank question counts only when its blanks are filled or its text edited; whatever one wrote
    oneself counts as it is.

    Returns:
        `raw`, `filled` (the bank's words, blanks filled), `edited` or `own`.
    """
    if origin != "bank":
        return "own"
    if not clean_line(text) or blanks_in(text) or clean_line(text) == clean_line(template):
        return "raw"
    return "filled" if _is_filling(text, template) else "edited"


def _is_filling(text: str, template: str) -> bool:
    """Whether `text` is `template` with something in each of its blanks, and nothing else."""
    if not blanks_in(template):
        return False
    around = re.split(r"\{[a-z][a-z_]*\}", clean_line(template))
    return re.fullmatch("(.+?)".join(map(re.escape, around)), clean_line(text)) is not None


def check_question_move(now: str, then: str) -> None:
    """Let a question pass from one state to another.

    Raises:
        IllegalMoveError: There is no such move.
    """
    if then != now and then not in _MOVES[now]:
        raise IllegalMoveError(f"A question that is {now} cannot become {then}.")


def count_advice(count: int) -> str:
    """Say how a number of questions stands against five to ten (S29); advice, never a refusal."""
    if count == 0:
        return "no questions yet: five to ten make a good plan"
    if count < FEWEST:
        said = "1 question" if count == 1 else f"{count} questions"
        return f"{said}: {FEWEST - count} more would make five"
    if count > MOST:
        return f"{count} questions: more than ten rarely fit into half an hour"
    return f"{count} questions"


class _Open(Protocol):
    """What is asked of a question to tell whether it comes next; rows and records both have it."""

    @property
    def state(self) -> str: ...

    @property
    def position(self) -> int: ...

    @property
    def parked_at(self) -> datetime | None: ...


Q = TypeVar("Q", bound=_Open)


def following(questions: Sequence[Q], after: int) -> Q | None:
    """Give the question that comes next: the first open one after a position, else the first of all.

    What was put aside comes last: one returns to it when nothing else is left (S32).
    """
    planned = [q for q in questions if q.state == "planned"]
    now = [q for q in planned if q.parked_at is None]
    later = [q for q in now if q.position > after]
    return next(iter(later or now or planned), None)
