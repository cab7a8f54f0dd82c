"""Stores what is owed after a talk: thanks, promises, leads."""

from sqlmodel import select  # noqa: TID251 - storage

from infotui.domain.records.note import Lead, Promise, ThankYou
from infotui.storage.shelves.shelf import Shelf


class FollowupShelf(Shelf):
    """Thanks, promises, leads."""

    def thank_you(self, interview_id: int) -> ThankYou | None:
        """Give the thanks owed for an interview, if they were opened."""
        return self.session.exec(
            select(ThankYou).where(ThankYou.interview_id == interview_id)
        ).first()

    def owed(self, kind: str, record_id: int) -> ThankYou | Promise | Lead:
        """Give the record behind a loop."""
        if kind == "thank-you":
            return self.get(ThankYou, record_id)
        if kind == "lead":
            return self.get(Lead, record_id)
        return self.get(Promise, record_id)
