"""The states of an interview and the moves between them, its place and its rows (S3, S23, S26)."""

from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.errors import BadInputError, IllegalMoveError

State = Literal[
    "idea", "requested", "agreed", "scheduled", "live", "held", "closed",
    "declined", "no reply", "cancelled", "lapsed",
]  # fmt: skip
STATES: Final[tuple[str, ...]] = get_args(State)

PlaceKind = Literal["office", "coffee shop", "video", "telephone", "other"]
PLACE_KINDS: Final[tuple[str, ...]] = get_args(PlaceKind)

_EXITS = ("declined", "no reply", "cancelled", "lapsed")
BEFORE_LIVE: Final[tuple[str, ...]] = ("idea", "requested", "agreed", "scheduled")
HAS_BEEN: Final[tuple[str, ...]] = ("held", "closed")

_MOVES: Final[dict[str, tuple[str, ...]]] = {
    "idea": ("requested", "agreed", "scheduled", "live", "held", *_EXITS),
    "requested": ("agreed", "scheduled", "live", "held", *_EXITS),
    "agreed": ("scheduled", "live", "held", *_EXITS),
    "scheduled": ("scheduled", "agreed", "live", "held", *_EXITS),
    "live": ("held", "scheduled"),
    "held": ("closed",),
    "closed": ("held",),
    "declined": ("requested", "idea"),
    "no reply": ("requested", "agreed", "scheduled", "idea"),
    "cancelled": ("idea", "requested", "agreed", "scheduled"),
    "lapsed": ("idea", "requested", "agreed", "scheduled"),
}

_WHY_NOT: Final[dict[tuple[str, str], str]] = {
    ("held", "live"): "This talk has been held. Plan a new interview to meet again.",
    ("closed", "live"): "This talk is closed. Plan a new interview to meet again.",
    ("live", "live"): "This interview is live already.",
}

MARK_LEAST: Final = timedelta(minutes=5)
MARK_MOST: Final = timedelta(minutes=120)


class Marks(NamedTuple):
    """When the live screen speaks up: a nudge, a decision, and the last one (S26, S41, S42)."""

    nudge: timedelta = timedelta(minutes=20)
    decision: timedelta = timedelta(minutes=30)
    last: timedelta = timedelta(minutes=60)

    @classmethod
    def of_minutes(cls, nudge: int, decision: int, last: int) -> "Marks":
        """Make marks of three numbers of minutes.

        Raises:
            BadInputError: One is outside 5-120, or they are not in order; `field` is `marks`.
        """
        for minutes in (nudge, decision, last):
            check_mark("marks", minutes)
        if not nudge <= decision <= last:
            raise BadInputError(
                "marks",
                "The three marks go in order: the nudge, the decision, the last one "
                f"(you gave {nudge}, {decision}, {last}).",
            )
        return cls(timedelta(minutes=nudge), timedelta(minutes=decision), timedelta(minutes=last))

    @property
    def minutes(self) -> tuple[int, int, int]:
        """The three marks as whole minutes."""
        return (_minutes(self.nudge), _minutes(self.decision), _minutes(self.last))


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds()) // 60


def check_mark(field: str, minutes: int) -> int:
    """Give the minutes back when a mark may stand there.

    Raises:
        BadInputError: It is outside 5-120 minutes (S26).
    """
    if not _minutes(MARK_LEAST) <= minutes <= _minutes(MARK_MOST):
        given = f"{minutes}" if abs(minutes) < 10**12 else "that number"
        raise BadInputError(
            field, f"A mark lies between 5 and 120 minutes; {given} does not. Nothing changed."
        )
    return minutes


def check_move(now: str, then: str) -> None:
    """Let an interview pass from one state to another (S3).

    Raises:
        IllegalMoveError: There is no such move; the sentence gives the reason.
    """
    if then in _MOVES[now]:
        return
    reason = _WHY_NOT.get((now, then))
    if reason is None:
        ways = ", ".join(_MOVES[now])
        reason = f"An interview that is {now} cannot become {then}; from here it can be: {ways}."
    raise IllegalMoveError(reason)


def check_span(start: datetime, end: datetime, field: str = "end") -> None:
    """Refuse an end that lies before its start.

    Raises:
        BadInputError: `end` is before `start`.
    """
    if end < start:
        raise BadInputError(
            field, "That end lies before the start of the interview. Give a later time."
        )


class InterviewRow(NamedTuple):
    """An interview as lists and the header show it."""

    id: int
    uuid: str
    contact_id: int
    contact: str
    organization: str
    field: str
    state: str
    scheduled_at: datetime | None
    zone: str
    place_kind: str
    place: str
    goal: str
    started_at: datetime | None
    ended_at: datetime | None

    @property
    def title(self) -> str:
        """Who it is with: `name · organization`."""
        return " · ".join(part for part in (self.contact, self.organization) if part)


class GoalRow(NamedTuple):
    """A goal of an interview."""

    id: int
    kind: str
    text: str


class PlanSheet(NamedTuple):
    """Everything that is prepared for one interview."""

    interview: InterviewRow
    goals: tuple[GoalRow, ...]
    why: str
    opening: str
    close: str
    if_asked: str
    nudge_minutes: int | None
    decision_minutes: int | None
    last_minutes: int | None
    place_chosen_by: str
    person_notes: int
    organization_notes: int
    organization_id: int | None
    day_sheet_done: tuple[str, ...]
