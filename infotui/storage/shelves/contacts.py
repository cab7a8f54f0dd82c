"""Stores contacts, organizations, ways to reach them and research notes."""

from sqlmodel import select  # noqa: TID251 - storage

from infotui.domain.records.contact import (
    ContactPoint,
    Organization,
    OrganizationDraft,
    ResearchNote,
)
from infotui.domain.text import fold
from infotui.storage.shelves.shelf import Shelf


class ContactShelf(Shelf):
    """People, organizations, research."""

    def organization(self, draft: OrganizationDraft) -> Organization:
        """Give the organization of that name, storing it when it is new."""
        found = self.session.exec(
            select(Organization).where(Organization.folded == fold(draft.name))
        ).first()
        return found or self.add(Organization.of(draft))

    def set_points(self, contact_id: int, points: list[ContactPoint]) -> None:
        """Replace the ways to reach a contact."""
        known = self.session.exec(
            select(ContactPoint).where(ContactPoint.contact_id == contact_id)
        ).all()
        wanted = {(p.kind, p.value) for p in points}
        kept = {(k.kind, k.value) for k in known if (k.kind, k.value) in wanted}
        for old in known:
            if (old.kind, old.value) not in wanted:
                self.session.delete(old)
        for position, point in enumerate(points):
            if (point.kind, point.value) not in kept:
                point.position = position
                self.add(point)

    def research(self, note_id: int) -> ResearchNote:
        """Give a research note."""
        return self.get(ResearchNote, note_id)
