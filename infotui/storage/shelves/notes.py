"""Stores notes and finds the item that was caught in one."""

from typing import cast

from sqlmodel import select  # noqa: TID251 - storage

from infotui.domain.records.note import Finding, Lead, Note, Opening, Promise, Resource
from infotui.storage.shelves.shelf import Shelf

Caught = Finding | Lead | Promise | Opening | Resource


class NoteShelf(Shelf):
    """Notes and what was caught in them."""

    def note(self, note_id: int) -> Note:
        """Give a note."""
        return self.get(Note, note_id)

    def caught_in(self, note_id: int) -> Caught | None:
        """Give the item that hangs on a note, if one does."""
        for kind in (Finding, Lead, Promise, Opening, Resource):
            found = self.session.exec(select(kind).where(kind.note_id == note_id)).first()
            if found is not None:
                return cast(Caught, found)
        return None
