"""Stores introductions, outreach and the drafts written for them."""

from infotui.domain.records.reaching import Draft, Introduction, Outreach
from infotui.storage.shelves.shelf import Shelf


class ReachingShelf(Shelf):
    """Introductions, outreach, drafts."""

    def introduction(self, introduction_id: int) -> Introduction:
        """Give an introduction."""
        return self.get(Introduction, introduction_id)

    def outreach(self, outreach_id: int) -> Outreach:
        """Give one message or call."""
        return self.get(Outreach, outreach_id)

    def draft(self, draft_id: int) -> Draft:
        """Give a draft."""
        return self.get(Draft, draft_id)
