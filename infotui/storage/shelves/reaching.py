"""Stores introductions, outreach and the drafts written for them."""

from collections.abc import Sequence

from sqlmodel import col, select  # noqa: TID251 - storage

from infotui.domain.introduction import OPEN
from infotui.domain.records.interview import StateChange
from infotui.domain.records.reaching import Draft, Introduction, Outreach
from infotui.storage.shelves.shelf import Shelf


class ReachingShelf(Shelf):
    """Introductions, outreach, drafts."""

    def introduction(self, introduction_id: int) -> Introduction:
        """Give an introduction."""
        return self.get(Introduction, introduction_id)

    def open_between(self, introducer_id: int, target_id: int) -> Introduction | None:
        """Give the introduction of one contact by another that is open, if one is."""
        return self.session.exec(
            select(Introduction).where(
                Introduction.introducer_id == introducer_id,
                Introduction.target_id == target_id,
                col(Introduction.state).in_(OPEN),
            )
        ).first()

    def introductions_to(self, target_id: int, *states: str) -> Sequence[Introduction]:
        """Give the introductions to a contact that are in one of some states."""
        return self.session.exec(
            select(Introduction)
            .where(Introduction.target_id == target_id, col(Introduction.state).in_(states))
            .order_by(col(Introduction.id))
        ).all()

    def change_state(self, introduction: Introduction, became: str, why: str = "") -> int:
        """Set an introduction's state and keep the change with its reason; gives the change's id."""
        was, introduction.state = introduction.state, became  # type: ignore[assignment]
        self.session.add(introduction)
        change = StateChange(introduction_id=introduction.row_id, was=was, became=became, why=why)
        return self.add(change).row_id

    def take_back_change(self, introduction: Introduction, was: str, change_id: int) -> None:
        """Set an introduction's state as it was, and forget the change: its history knows none."""
        introduction.state = was  # type: ignore[assignment]
        self.session.add(introduction)
        self.remove(StateChange, change_id)

    def outreach(self, outreach_id: int) -> Outreach:
        """Give one message or call."""
        return self.get(Outreach, outreach_id)

    def draft(self, draft_id: int) -> Draft:
        """Give a draft."""
        return self.get(Draft, draft_id)
