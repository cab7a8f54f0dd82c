"""Where something that was found stands, and more of that place than the line that was found."""

from datetime import datetime
from typing import NamedTuple


class Whereabouts(NamedTuple):
    """To whom and to which talk a record belongs; all empty when it is there no more."""

    interview_id: int | None = None
    state: str = ""  # of that interview
    note_id: int | None = None  # the note it was caught in, or that answers it
    contact_id: int | None = None
    organization_id: int | None = None
    told: tuple[str, datetime] | None = None  # kind and instant of its line in the person's history
    goal_id: int | None = None  # of a plan, where it is a goal


class PassageLine(NamedTuple):
    """One piece of a passage: what it is, its words, and whether it is the very place."""

    label: str
    text: str
    here: bool = False


class Passage(NamedTuple):
    """The place something stands in, whole where it is short."""

    title: str
    lines: tuple[PassageLine, ...]
