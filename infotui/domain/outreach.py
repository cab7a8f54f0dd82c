"""Outreach: by which way one wrote or rang, what came back, and when writing again is fair."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.errors import BadInputError
from infotui.domain.text import fold
from infotui.domain.working_days import IsOff, add_working_days, is_weekend

Channel = Literal["e-mail", "letter", "telephone", "in person", "other"]
CHANNELS: Final[tuple[str, ...]] = get_args(Channel)

# Through somebody we both know, or without anybody.
Path = Literal["warm", "cold"]
PATHS: Final[tuple[str, ...]] = get_args(Path)

Answer = Literal["", "yes", "no", "later", "none"]
ANSWERS: Final[tuple[str, ...]] = get_args(Answer)

WAIT: Final = "wait"
FOLLOW_UP: Final = "one follow-up is fair"
LAST_TRY: Final = "let it rest, or one last try"
REST: Final = "let it rest"

# Where an answer leaves the interview it is about, and from which states it can.
_MOVED: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "yes": ("agreed", frozenset({"idea", "requested", "no reply"})),
    "no": ("declined", frozenset({"idea", "requested", "agreed", "scheduled"})),
    "none": ("no reply", frozenset({"idea", "requested", "agreed"})),
}


class OutreachRow(NamedTuple):
    """One message or call as a page shows it."""

    id: int
    contact_id: int
    contact: str
    interview_id: int | None
    channel: str
    path: str
    words: str
    sent_at: datetime
    due: date
    answer: str
    answered_at: datetime | None
    waited: int = 0  # working days since it was sent, while nothing came back


class Sent(NamedTuple):
    """A message or call as the rules see it: its day, and what came back."""

    day: date
    answer: str = ""


class Rules(NamedTuple):
    """After how many working days writing again is fair, and letting it rest."""

    follow_up_days: int = 3
    last_try_days: int = 7


class Advice(NamedTuple):
    """What is fair now, and from which day on; never more than a suggestion."""

    words: str
    day: date | None = None


def unanswered(rows: Iterable[Sent]) -> tuple[Sent, ...]:
    """Give those, the oldest first, that came after the latest answer of any kind."""
    tail: list[Sent] = []
    for row in rows:
        tail = [] if row.answer else [*tail, row]
    return tuple(tail)


def fair_from(days: Sequence[date], rules: Rules, is_off: IsOff = is_weekend) -> date:
    """Give the day from which on something more is fair than to wait.

    Args:
        days: When one wrote or rang without an answer, the oldest first; at least one.
        rules: After how many working days.
        is_off: Which days are no working days.
    """
    after_last = add_working_days(days[-1], rules.follow_up_days, is_off)
    if len(days) != 2:
        return after_last
    # A follow-up is given its own time as well, however late it was.
    return max(after_last, add_working_days(days[0], rules.last_try_days, is_off))


def advise(rows: Iterable[Sent], today: date, rules: Rules, is_off: IsOff = is_weekend) -> Advice:
    """Say what is fair to do about somebody who was written to.

    Args:
        rows: All that was sent to one person, the oldest first.
        today: The day it is.
        rules: After how many working days what is fair.
        is_off: Which days are no working days.

    Returns:
        To wait (until when), to follow up once, to let it rest or try a last time, to let it rest;
        nothing when no answer is waited for.
    """
    days = [row.day for row in unanswered(rows)]
    if not days:
        return Advice("")
    day = fair_from(days, rules, is_off)
    if today < day:
        return Advice(WAIT, day)
    return Advice({1: FOLLOW_UP, 2: LAST_TRY}.get(len(days), REST), day)


def interview_after(answer: str, state: str) -> str:
    """Give the state that an answer brings an interview to; empty when it leaves it as it is."""
    became, where = _MOVED.get(answer, ("", frozenset()))
    return became if state in where else ""


def one_of(field: str, value: str, known: Sequence[str]) -> str:
    """Give the word that is meant by its beginning: `tel` is `telephone`.

    Raises:
        BadInputError: None begins so, or more than one does; the sentence names them.
    """
    said = fold(value)
    meant = [
        word for word in known if said and word.replace("-", "").startswith(said.replace("-", ""))
    ]
    if len(meant) != 1:
        raise BadInputError(field, f"Write one of these: {', '.join(known)}. Nothing was stored.")
    return meant[0]
