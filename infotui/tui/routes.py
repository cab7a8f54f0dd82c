"""Where a screen asks to be taken; the app answers, so that screens never know each other."""

from textual.message import Message

from infotui.domain.loop import LoopRow

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
    """A way to one of the eight screens."""

    mode = "today"


class OpenPlan(Route):
    """To an interview's plan, which comes into focus."""

    mode = "prepare"

    def __init__(self, interview_id: int) -> None:
        super().__init__()
        self.interview_id = interview_id


class OpenLive(Route):
    """To the live screen of an interview, which comes into focus."""

    mode = "live"

    def __init__(self, interview_id: int) -> None:
        super().__init__()
        self.interview_id = interview_id


class OpenAnybody(Route):
    """To the live screen, to begin a talk with anybody right now (S14)."""

    mode = "live"


class OpenConversation(Route):
    """To a held talk in Review, or to one line of it; with `debrief` its debrief opens over it (S10)."""

    mode = "review"

    def __init__(
        self, interview_id: int, debrief: bool = False, note_id: int | None = None
    ) -> None:
        super().__init__()
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


class OpenContact(Route):
    """To a contact's page."""

    mode = "contacts"

    def __init__(self, contact_id: int) -> None:
        super().__init__()
        self.contact_id = contact_id


class OpenResearch(Route):
    """To the research notes on a person or an organization."""

    mode = "research"

    def __init__(self, kind: str, subject_id: int) -> None:
        super().__init__()
        self.kind = kind
        self.subject_id = subject_id


class OpenScreen(Route):
    """To a screen as it is, by its mode."""

    def __init__(self, mode: str) -> None:
        super().__init__()
        self.mode = mode


def to_loop(row: LoopRow) -> Route:
    """Give the way to where a loop comes from: the talk, or the contact one still has to reach."""
    reaching = row.kind in {"introduction", "outreach"}
    if reaching or row.interview_id is None:
        return OpenContact(row.contact_id)
    return OpenConversation(row.interview_id, debrief=row.kind == "debrief")
