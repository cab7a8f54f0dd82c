"""Stores what is owed after a talk: thanks, the debrief, promises, leads."""

from collections.abc import Sequence

from sqlmodel import col, select  # noqa: TID251 - storage

from infotui.domain.records.interview import Debrief
from infotui.domain.records.note import Lead, ThankYou
from infotui.storage.shelves.shelf import Shelf


class FollowupShelf(Shelf):
    """Thanks, debriefs, promises, leads."""

    def thank_you(self, interview_id: int, contact_id: int) -> ThankYou | None:
        """Give the thanks owed to one person for an interview, if they were opened."""
        return self.session.exec(
            select(ThankYou).where(
                ThankYou.interview_id == interview_id, ThankYou.contact_id == contact_id
            )
        ).first()

    def thanks_for(self, interview_id: int) -> Sequence[ThankYou]:
        """Give all thanks owed for an interview."""
        return self.session.exec(
            select(ThankYou).where(ThankYou.interview_id == interview_id)
        ).all()

    def debrief(self, interview_id: int) -> Debrief | None:
        """Give the debrief of an interview, if there is one (S10)."""
        return self.session.exec(
            select(Debrief).where(Debrief.interview_id == interview_id)
        ).first()

    def leads_without_day(self, interview_id: int) -> Sequence[Lead]:
        """Give the leads of an interview for which no day was said yet (S50)."""
        return self.session.exec(
            select(Lead).where(Lead.interview_id == interview_id, col(Lead.due).is_(None))
        ).all()

    def leads_to_follow(self, contact_id: int) -> Sequence[Lead]:
        """Give the leads that name a contact who was not written to yet (S50)."""
        waits = col(Lead.state).in_(("new", "to follow"))
        return self.session.exec(select(Lead).where(Lead.contact_id == contact_id, waits)).all()

    def lead(self, lead_id: int) -> Lead:
        """Give a lead."""
        return self.get(Lead, lead_id)
