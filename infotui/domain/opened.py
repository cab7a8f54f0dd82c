"""What a talk opened and how each of it ended: thanks, promises, leads, the debrief; what was heard in it (M5)."""

from datetime import date, datetime
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.loop import LoopKind
from infotui.domain.moment import say_day

_OPEN: Final[dict[str, frozenset[str]]] = {
    "thank_you": frozenset({"due", "drafted"}),
    "promise": frozenset({"open"}),
    "lead": frozenset({"new", "to follow", "not pursuing", "note due"}),
    "debrief": frozenset({"due"}),
}
_MOVE: Final = {"me": "your move", "them": "their move", "introducer": "the introducer's move"}


class Opened(NamedTuple):
    """One loop that a talk opened: what it is, whose move it is while it is open, how it ended."""

    noun: str  # the table of its record
    id: int
    kind: LoopKind
    text: str
    state: str
    ball: str
    due: date | None
    settled_at: datetime | None
    why: str = ""
    contact_id: int | None = None  # whom a lead became
    note_id: int | None = None  # in which line it was caught

    @property
    def open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.noun not in _OPEN or self.state in _OPEN[self.noun]


class Heard(NamedTuple):
    """An opening or a resource that was spoken of in a talk, and what became of it."""

    noun: str
    id: int
    text: str
    state: str
    note_id: int | None = None


def say_end(row: Opened, zone: ZoneInfo, today: date) -> str:
    """Say how a loop stands: `sent Tue 24 Nov`, `withdrawn Fri 27 Nov: she found it`, `open, your move`."""
    if row.open:
        due = "" if row.due is None else f", {_due(row.due, today)}"
        said = {"drafted": "drafted", "note due": "dropped, a note is owed",
                "not pursuing": "dropped, a note is owed", "to follow": "to follow"}.get(row.state, "open")  # fmt: skip
        return f"{said}, {_MOVE.get(row.ball, row.ball)}{due}"
    word = {"became contact": "became a contact"}.get(row.state, row.state)
    day = (
        ""
        if row.settled_at is None
        else f" {say_day(row.settled_at.astimezone(zone).date(), today)}"
    )
    return f"{word}{day}" + (f": {row.why}" if row.why else "")


def _due(due: date, today: date) -> str:
    if due == today:
        return "due today"
    return f"{'was due' if due < today else 'due'} {say_day(due, today)}"
