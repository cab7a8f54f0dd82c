"""Open obligations and whose move each is (S35, M5); a loop is derived from what it comes from."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.errors import BadInputError
from infotui.domain.text import fold
from infotui.domain.touch import TOUCH_KINDS

Ball = Literal["me", "them", "introducer"]
BALLS: Final[tuple[str, ...]] = get_args(Ball)

LoopKind = Literal[
    "thank-you",
    "debrief",
    "my promise",
    "their promise",
    "lead",
    "courtesy",
    "introduction",
    "outreach",
    "place",
    "outcome",
    "losing touch",
]
LOOP_KINDS: Final[tuple[str, ...]] = get_args(LoopKind)

# How each kind of loop ends well: the word on the screen and the state that is stored.
DONE_WORD: Final[dict[str, str]] = {
    "thank-you": "sent",
    "debrief": "written",
    "my promise": "kept",
    "their promise": "received",
    "lead": "followed",
    "introduction": "followed up",
    "outreach": "answered",
    "courtesy": "closed",
    "place": "settled",
    "outcome": "told",
    "losing touch": "in touch",
}

# What each kind can become, the way of ending well first; what is asked for elsewhere has none here.
WAYS: Final[dict[str, tuple[str, ...]]] = {
    "thank-you": ("sent",),
    "debrief": ("written",),
    "my promise": ("kept", "withdrawn"),
    "their promise": ("received", "let go"),
    "lead": ("followed", "not pursuing"),
    "courtesy": ("sent", "waived"),
    "outcome": ("told", "waived"),
    "losing touch": (*TOUCH_KINDS, "off"),
}

# Of these no way is meant unless it is said: each ends in more than one good way.
_SAID: Final = frozenset({"courtesy", "outcome", "losing touch"})


class LoopRow(NamedTuple):
    """One open loop: what is owed, by whom, since when and until when, and the talk it came from."""

    kind: LoopKind
    id: int
    ball: Ball
    text: str
    contact: str
    interview_id: int | None
    since: datetime
    due: date | None
    remark: str
    contact_id: int = 0
    organization: str = ""
    field: str = ""  # of the contact, and of the talk where that is another one
    talk_with: str = ""
    talked_at: datetime | None = None
    waited: int = 0  # working days since
    due_in: int | None = None  # working days until it is due; less than none when it is late
    days: int = 0  # days of any kind since

    @property
    def words(self) -> str:
        """All words by which it is found."""
        return " ".join((self.contact, self.organization, self.field, self.text, self.kind,
                         self.talk_with))  # fmt: skip


class Ledger(NamedTuple):
    """Every open loop on one day: what is my move, what theirs, and whom I am losing touch with (M5)."""

    mine: tuple[LoopRow, ...] = ()
    theirs: tuple[LoopRow, ...] = ()
    losing: tuple[LoopRow, ...] = ()

    @property
    def open(self) -> int:
        """How many loops are open; none is the only score there is."""
        return len(self.mine) + len(self.theirs) + len(self.losing)


def ledger_of(rows: Iterable[LoopRow], needle: str = "") -> Ledger:
    """Sort loops by whose move they are; those that lack a typed word are left out (S2, S35).

    Args:
        rows: The loops, in their order, which they keep.
        needle: Words of contact, organization, field, kind or text; case and accents are forgiven.
    """
    wanted = fold(needle).split()
    found = [row for row in rows if not wanted or _has(fold(row.words), wanted)]
    losing = tuple(row for row in found if row.kind == "losing touch")
    mine = tuple(row for row in found if row.ball == "me" and row.kind != "losing touch")
    return Ledger(mine, tuple(row for row in found if row.ball != "me"), losing)


def _has(words: str, wanted: Sequence[str]) -> bool:
    return all(word in words for word in wanted)


def way_meant(kind: str, answer: str) -> str:
    """Give the way in which a loop is to be closed.

    Args:
        kind: Of which kind it is.
        answer: The way that was said; empty takes the one of ending well, where there is one alone.

    Raises:
        BadInputError: A loop of this kind does not end like that, or the way must be said.
    """
    ways = WAYS[kind]
    if answer not in ways and (answer or kind in _SAID):
        raise BadInputError("answer", f"Say how that ended: {', '.join(ways)}.")
    return answer or ways[0]


class Behind(NamedTuple):
    """The line of a talk that a loop was caught in, and the question it was said to."""

    note: str
    at: datetime
    question: str


# Drafts for afterwards are each about a loop of one kind; the others may be about any.
_ABOUT: Final[dict[str, str]] = {
    "thank-you-card": "thank-you",
    "thank-you-mail": "thank-you",
    "promise-mail": "my promise",
    "courtesy-note": "courtesy",
    "outcome-mail": "outcome",
    "in-touch-mail": "losing touch",
}


def is_about(draft: str, loop: str) -> bool:
    """Tell whether a draft of some kind may be about a loop of some kind."""
    return _ABOUT.get(draft, loop) == loop


class DraftBegun(NamedTuple):
    """A draft for somebody that was begun and is not used yet."""

    kind: str
    subject: str
    made_at: datetime


class LoopStory(NamedTuple):
    """Where a loop comes from: its line, and the drafts that were begun for the person."""

    behind: Behind | None = None
    drafts: tuple[DraftBegun, ...] = ()
    why: str = ""  # of an introduction: what connects them


class Finished(NamedTuple):
    """A held talk of which nothing is open any more, so that it can be closed (S3)."""

    interview_id: int
    who: str
    held_at: datetime | None


class SearchFigures(NamedTuple):
    """How the search stands, in numbers."""

    contacts: int
    organizations: int
    held: int
    ahead: int
    findings: tuple[tuple[str, int], ...]


def lateness(due: date | None, today: date) -> Literal["late", "today", "soon", "none"]:
    """Tell how a due date stands on a day."""
    if due is None:
        return "none"
    if due < today:
        return "late"
    return "today" if due == today else "soon"
