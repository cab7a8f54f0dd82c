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

# What each state is, said to somebody who chooses it.
STATE_WORDS: Final[dict[str, str]] = {
    "idea": "an idea of mine, nothing asked yet",
    "requested": "I asked for the talk",
    "agreed": "they said yes; the time is open",
    "scheduled": "a time is set",
    "live": "it is going on",
    "held": "it took place",
    "closed": "nothing of it is open any more",
    "declined": "they said no",
    "no reply": "they never answered",
    "cancelled": "it was called off",
    "lapsed": "it came to nothing",
}

_NAMED: Final = 2  # of those who take part beside the contact; more are counted
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


def moves_from(now: str) -> tuple[str, ...]:
    """Give the states that an interview can pass to."""
    return _MOVES[now]


def why_not(now: str, then: str) -> str:
    """Say why an interview cannot pass from one state to another, and what would help; empty if it can."""
    if then in _MOVES[now]:
        return ""
    if now == then:
        return f"This interview is {now} already."
    if now in HAS_BEEN:
        return (
            f"An interview that is {now} cannot become {then}: the talk has been held. "
            "Plan a new interview to meet again."
        )
    ways = ", ".join(_MOVES[now])
    return (
        f"An interview that is {now} cannot become {then}: {_reason(now, then)}. "
        f"From here it can be: {ways}."
    )


def _reason(now: str, then: str) -> str:
    if now == "live":
        return "it is going on, and has to end first"
    if then == "closed":
        return "it has not been held yet"
    if now in _EXITS and then in _EXITS:
        return "it is given up already"
    if now in _EXITS and then in {"live", "held"}:
        return "it was given up, and has to be taken up again first"
    if now == "declined":
        return "they said no, and have to be asked again first"
    return "that lies behind it; u takes the last step back"


def check_move(now: str, then: str) -> None:
    """Let an interview pass from one state to another (S3).

    Raises:
        IllegalMoveError: There is no such move; the sentence gives the reason and a way out.
    """
    reason = why_not(now, then)
    if reason:
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
    contact_zone: str = ""
    others: tuple[str, ...] = ()  # the names of those who take part beside the contact
    travel_minutes: int | None = None
    margin_minutes: int | None = None
    entry: str = ""  # room and way in, how to test the link, who calls whom
    resume: str = ""
    decision_minutes: int | None = None

    @property
    def who(self) -> str:
        """Everybody it is with: `Amina Patel + Bo Lind`, and a number when they are many."""
        if len(self.others) > _NAMED:
            return f"{self.contact} + {len(self.others)} others"
        return " + ".join((self.contact, *self.others))

    @property
    def title(self) -> str:
        """Who it is with: `name · organization`."""
        return " · ".join(part for part in (self.who, self.organization) if part)


class PersonRow(NamedTuple):
    """Somebody who takes part in an interview; the first one is the one it is planned with."""

    id: int
    name: str
    organization: str
    first: bool = False


class MovedRow(NamedTuple):
    """One change of an interview's state or time, with its reason (S3)."""

    at: datetime
    was: str
    became: str
    why: str


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
