"""Records in: the shelves of one session, one a noun; rules and clocks are the services' matter."""

from datetime import datetime

from sqlmodel import Session  # noqa: TID251 - storage

from infotui.storage.shelves.contacts import ContactShelf
from infotui.storage.shelves.followups import FollowupShelf
from infotui.storage.shelves.interviews import InterviewShelf
from infotui.storage.shelves.notes import NoteShelf
from infotui.storage.shelves.outcomes import OutcomeShelf
from infotui.storage.shelves.questions import QuestionShelf
from infotui.storage.shelves.reaching import ReachingShelf


class Shelves:
    """All shelves of one transaction."""

    def __init__(self, session: Session, now: datetime) -> None:
        self._session = session
        self.now = now
        self.contacts = ContactShelf(session, now)
        self.interviews = InterviewShelf(session, now)
        self.questions = QuestionShelf(session, now)
        self.notes = NoteShelf(session, now)
        self.followups = FollowupShelf(session, now)
        self.reaching = ReachingShelf(session, now)
        self.outcomes = OutcomeShelf(session, now)

    def forget_unfinished(self, place: str) -> None:
        """Drop the unfinished words of a place, because they become a record in this transaction."""
        statement = "DELETE FROM unfinished WHERE place = ?"
        self._session.connection().exec_driver_sql(statement, (place,))

    def flush(self) -> None:
        """Send what changed so far, so that a later change of this transaction can rely on it."""
        self._session.flush()
