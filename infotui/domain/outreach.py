"""Outreach: by which way one wrote or rang, what came back, and when writing again is fair."""

from datetime import date, datetime
from typing import Final, Literal, NamedTuple, get_args

Channel = Literal["e-mail", "letter", "telephone", "in person", "other"]
CHANNELS: Final[tuple[str, ...]] = get_args(Channel)

# Through somebody we both know, or without anybody.
Path = Literal["warm", "cold"]
PATHS: Final[tuple[str, ...]] = get_args(Path)

Answer = Literal["", "yes", "no", "later", "none"]
ANSWERS: Final[tuple[str, ...]] = get_args(Answer)


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
