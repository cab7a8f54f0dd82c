"""The desk of research: dated notes on people and organizations, shared by all who work there (S27)."""

from infotui.domain.contact import ResearchRow, SubjectRow
from infotui.domain.research import FieldNotes, ResearchFound
from infotui.domain.text import clean
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import contacts, interviews, research


class ResearchDesk:
    """Research notes."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def subjects(self, needle: str = "", asked_for: int | None = None) -> list[SubjectRow]:
        """Give the people and organizations one can write about; those in focus come first.

        Args:
            needle: What the names have to hold.
            asked_for: A contact that is wanted even when archived.
        """
        db = self._store.reading()
        focus = interviews.in_focus(db)
        if focus is None:
            return contacts.subjects(db, needle, None, None, asked_for)
        plan = interviews.plan(db, focus.id)
        organization = plan.organization_id if plan else None
        return contacts.subjects(db, needle, focus.contact_id, organization, asked_for)

    def notes_on(self, kind: str, subject_id: int) -> list[ResearchRow]:
        """Give the notes on a person (`contact`) or an `organization`, the newest first."""
        return contacts.research(self._store.reading(), kind, subject_id)

    def search(self, needle: str = "", limit: int = 200) -> list[ResearchFound]:
        """Give all notes on anybody and any organization that hold every word, the newest first."""
        return research.search(self._store.reading(), needle, limit)

    def in_field(self, field: str, limit: int = 200) -> list[ResearchFound]:
        """Give the notes in a field of work, the newest first."""
        return research.in_field(self._store.reading(), field, limit)

    def count(self) -> int:
        """Count all notes."""
        return research.count(self._store.reading())

    def fields(self) -> list[FieldNotes]:
        """Give how many notes there are in each field of work, those with most first."""
        return research.fields(self._store.reading())

    def begin(self, kind: str, subject_id: int, body: str = "", source: str = "") -> int:
        """Begin a note; its words follow as they are typed.

        Returns:
            The note's id.
        """
        from infotui.domain.records.contact import ResearchNote

        with self._store.writing() as shelves:
            about_person = kind == "contact"
            note = ResearchNote(
                contact_id=subject_id if about_person else None,
                organization_id=None if about_person else subject_id,
                body=clean(body),
                source=clean(source),
            )
            return shelves.contacts.add(note).row_id

    def drop_if_empty(self, note_id: int) -> bool:
        """Remove a note that holds no words; tells whether it did."""
        from infotui.domain.records.contact import ResearchNote

        with self._store.writing() as shelves:
            note = shelves.contacts.research(note_id)
            if note.body.strip() or note.source.strip():
                return False
            shelves.contacts.remove(ResearchNote, note_id)
            return True

    def remove(self, note_id: int) -> None:
        """Remove a note; it can be taken back."""
        from infotui.domain.records.contact import ResearchNote

        with self._store.writing() as shelves:
            linked = shelves.questions.of_research(note_id)
            values = shelves.contacts.remove(ResearchNote, note_id)

        def put_back() -> None:
            with self._store.writing() as shelves:
                shelves.contacts.put_back(ResearchNote, values)
                shelves.questions.link_research(linked, note_id)

        self._undo.remember("the removal of a research note", put_back)
