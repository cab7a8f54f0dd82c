"""Where a screen asks to be taken; the app answers, so that screens never know each other."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from textual.message import Message

from infotui.domain.interview import HAS_BEEN
from infotui.domain.loop import LoopRow


class WayBack(NamedTuple):
    """A way back to a view: the screen that it was over, and what shows it there again."""

    mode: str
    show: Callable[[], object]


MODES: tuple[tuple[str, str, str], ...] = (
    ("1", "today", "Today"),
    ("2", "contacts", "Contacts"),
    ("3", "prepare", "Prepare"),
    ("4", "research", "Research"),
    ("5", "questions", "Questions"),
    ("6", "live", "Live"),
    ("7", "followup", "Follow-up"),
    ("8", "review", "Review"),
)


class Route(Message):
    """A way to one of the eight screens; with a way back where a view led to it."""

    mode = "today"
    way_back: WayBack | None = None


class Sought(NamedTuple):
    """Words that were sought in something of several parts, and the part that has them."""

    part: str
    words: tuple[str, ...]


class OpenPlan(Route):
    """To an interview's plan, which comes into focus.

    With `line` to one line of it: ("question", its id), or ("plan", the key of the row).
    """

    mode = "prepare"

    def __init__(self, interview_id: int, line: tuple[str, object] | None = None) -> None:
        super().__init__()
        self.interview_id = interview_id
        self.line = line


class OpenLive(Route):
    """To the live screen of an interview, which comes into focus; with `note_id` to a note of it."""

    mode = "live"

    def __init__(self, interview_id: int, note_id: int | None = None) -> None:
        super().__init__()
        self.interview_id = interview_id
        self.note_id = note_id


class OpenAnybody(Route):
    """To the live screen, to begin a talk with anybody right now (S14)."""

    mode = "live"


class OpenConversation(Route):
    """To a held talk in Review, and to one note or question of it.

    With `debrief` its debrief opens over it (S10), with `sought` at the words sought in it.
    """

    mode = "review"

    def __init__(
        self,
        interview_id: int,
        debrief: bool = False,
        note_id: int | None = None,
        *,
        question_id: int | None = None,
        sought: Sought | None = None,
    ) -> None:
        super().__init__()
        self.question_id = question_id
        self.sought = sought
        self.interview_id = interview_id
        self.debrief = debrief
        self.note_id = note_id


class OpenTypingUp(Route):
    """To a held talk in Review, with the place over it where its notes are typed up (M11)."""

    mode = "review"

    def __init__(self, interview_id: int) -> None:
        super().__init__()
        self.interview_id = interview_id


class OpenRehearsal(Route):
    """To the rehearsal of a planned interview, over the screen one is on (M7)."""

    def __init__(self, interview_id: int, speed: int | None = None) -> None:
        super().__init__()
        self.interview_id = interview_id
        self.speed = speed  # asked for when it is not given


class ToldLine(NamedTuple):
    """A line of a contact's history: what it is, its instant, and the record it tells of."""

    kind: str
    at: datetime
    noun: str
    id: int  # two that were at one instant are told apart by it


class OpenContact(Route):
    """To a contact's page; with `line` to one line of it."""

    mode = "contacts"

    def __init__(self, contact_id: int, line: Sought | ToldLine | None = None) -> None:
        super().__init__()
        self.contact_id = contact_id
        self.line = line


class OpenResearch(Route):
    """To the research notes on a person or an organization, and to one of them."""

    mode = "research"

    def __init__(self, kind: str, subject_id: int, line: int | None = None) -> None:
        super().__init__()
        self.kind = kind
        self.subject_id = subject_id
        self.line = line


class OpenLoop(Route):
    """To a loop in the ledger, by its kind and the id of its record (M5)."""

    mode = "followup"

    def __init__(self, kind: str, loop_id: int) -> None:
        super().__init__()
        self.kind = kind
        self.loop_id = loop_id


class OpenHistory(Route):
    """To the history of a person (`contact`) or an `organization`, over the screen one is on (K6)."""

    def __init__(self, kind: str, subject_id: int) -> None:
        super().__init__()
        self.kind = kind
        self.subject_id = subject_id


class OpenScreen(Route):
    """To a screen as it is, by its mode."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        self.mode = mode


def to_talk(interview_id: int, state: str, note_id: int | None = None) -> Route:
    """Give the way to an interview as far as it has come, and to a note of it when it was held."""
    if state in HAS_BEEN:
        return OpenConversation(interview_id, note_id=note_id)
    return OpenLive(interview_id, note_id) if state == "live" else OpenPlan(interview_id)


def to_loop(row: LoopRow) -> Route:
    """Give the way to where a loop comes from: the talk, or the contact one still has to reach."""
    reaching = row.kind in {"introduction", "outreach"}
    if reaching or row.interview_id is None:
        return OpenContact(row.contact_id)
    return OpenConversation(row.interview_id, debrief=row.kind == "debrief")
