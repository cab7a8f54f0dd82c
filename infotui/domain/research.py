"""Research over all people and organizations, as rows of one list (S2, S27); one note's own row is a contact's."""

from datetime import datetime
from typing import Literal, NamedTuple


class ResearchFound(NamedTuple):
    """A research note, with whom or what it is about."""

    id: int
    kind: Literal["contact", "organization"]
    subject_id: int
    subject: str
    organization: str  # of a person; empty for a note on an organization
    field: str  # the person's, else that of where they work
    noted_at: datetime
    source: str
    body: str


class FieldNotes(NamedTuple):
    """A field of work, with the number of research notes in it; without a name where none was given."""

    field: str
    notes: int
    people: int
    organizations: int
