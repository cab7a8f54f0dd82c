"""What stands on one day: the next interviews and the ledger, as values for whoever prints them (S35, M5)."""

from datetime import date, datetime
from typing import NamedTuple

from infotui.domain.interview import InterviewRow
from infotui.domain.loop import Ledger


class AgendaTalk(NamedTuple):
    """An interview to come: how ready it is, what is missing, and when to leave for it."""

    row: InterviewRow
    ready: int
    of: int
    missing: tuple[str, ...]
    leave_by: datetime | None
    clash: str = ""


class Agenda(NamedTuple):
    """Everything that Today shows, on one day in one time zone."""

    day: date
    now: datetime
    zone: str
    talks: tuple[AgendaTalk, ...]
    ledger: Ledger
