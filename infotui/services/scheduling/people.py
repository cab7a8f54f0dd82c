"""Who takes part in an interview beside the one it is planned with (issue 4: several people)."""

from infotui.domain.errors import BadInputError
from infotui.domain.interview import HAS_BEEN, PersonRow
from infotui.services.owing import owe
from infotui.services.scheduling.moves import Moves
from infotui.storage.views import interviews


class People(Moves):
    """The people of an interview."""

    def people(self, interview_id: int) -> list[PersonRow]:
        """Give everybody who takes part, the one it is planned with first."""
        return interviews.people(self._store.reading(), interview_id)

    def add_person(self, interview_id: int, contact_id: int | None, name: str = "") -> str:
        """Let somebody else take part; in a talk that was held they are owed thanks as well (S46).

        Args:
            interview_id: In which interview.
            contact_id: Who, if they are in the notebook.
            name: What somebody new is called; they become a contact.

        Returns:
            Their name.

        Raises:
            BadInputError: They take part already, or have no name; `field` is `name`.
        """
        from infotui.domain.records.contact import Contact, ContactDraft
        from infotui.domain.records.interview import InterviewPerson

        with self._store.recorded() as (shelves, done):
            interview = shelves.interviews.interview(interview_id)
            if contact_id is None:
                draft = ContactDraft.model_validate({"name": name})
                contact = shelves.contacts.add(Contact.of(draft, None))
            else:
                contact = shelves.contacts.get(Contact, contact_id)
            if contact.row_id == interview.contact_id:
                raise BadInputError("name", f"It is planned with {contact.name} already.")
            if shelves.interviews.person(interview_id, contact.row_id) is not None:
                raise BadInputError("name", f"{contact.name} takes part already.")
            entry = InterviewPerson(interview_id=interview_id, contact_id=contact.row_id)
            shelves.interviews.add(entry)
            if interview.state in HAS_BEEN:
                ended = interview.ended_at or interview.started_at or shelves.now
                day = ended.astimezone(self._zone).date()
                owe(shelves, interview_id, day, debrief=False)
            called = contact.name
        self._undo.remember(f"{called} taking part", lambda: self._store.turn_back(done))
        return called

    def remove_person(self, interview_id: int, contact_id: int) -> None:
        """Let somebody take part no longer; they stay a contact.

        Thanks that nothing was done about are not owed to them any more; else they stay.

        Raises:
            BadInputError: It is planned with them, so that they cannot be missing in it.
        """
        from infotui.domain.records.interview import InterviewPerson
        from infotui.domain.records.note import ThankYou

        row = self.row(interview_id)
        if contact_id == row.contact_id:
            raise BadInputError(
                "name", f"It is planned with {row.contact}. Give it up, or plan one with another."
            )
        with self._store.recorded() as (shelves, done):
            entry = shelves.interviews.person(interview_id, contact_id)
            if entry is None:
                return
            shelves.interviews.remove(InterviewPerson, entry.row_id)
            thanks = shelves.followups.thank_you(interview_id, contact_id)
            if thanks is not None and thanks.state == "due":
                shelves.followups.remove(ThankYou, thanks.row_id)
        self._undo.remember("somebody taken out", lambda: self._store.turn_back(done))
