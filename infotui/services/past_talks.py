"""The desk of talks that took place without the live screen: by chance, on paper, long ago (S14)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.clock import Clock
from infotui.domain.contact import ContactRow, optional_line
from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.interview import BEFORE_LIVE, check_move
from infotui.domain.kept import typed_up
from infotui.domain.text import clean_line, fold
from infotui.domain.working_days import IsOff, is_weekend
from infotui.services.contacts import ContactDesk
from infotui.services.owing import owe
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import interviews, notes

if TYPE_CHECKING:
    from infotui.domain.records.contact import Contact
    from infotui.domain.records.interview import Interview
    from infotui.storage.shelves import Shelves

USUAL_MINUTES: Final = 30
_MOST_MINUTES: Final = 600
_DEBRIEF_WITHIN: Final = timedelta(weeks=1)  # later one no longer knows how it went


class PastTalkDesk:
    """Talks that are logged afterwards."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        settings: Settings,
        contacts: ContactDesk,
        undo: Undo,
        is_off: IsOff = is_weekend,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._settings = settings
        self._contacts = contacts
        self._undo = undo
        self._is_off = is_off

    def log(
        self, who: str | int, when: str, organization: str = "", minutes: str | int = ""
    ) -> int:
        """Keep that a talk took place; from then on it is held like any other (S14).

        The person is the known one of that name, else a new one. A talk that was planned with them
        for the same day is the one that took place. Thanks are due the day after, a debrief as well
        unless the talk is older than a week.

        Args:
            who: A name, or a contact's id.
            when: In a person's words: `last tue`, `yesterday 15:00`.
            organization: Where they work, or worked then; empty for what is known.
            minutes: How long it lasted; empty for half an hour.

        Returns:
            The interview's id.

        Raises:
            BadInputError: A field cannot be meant; nothing was stored.
        """
        known = self._known(who, organization)
        began, ended = self._span(self._understood(when), minutes)
        planned = self._planned_for(known.id, began) if known is not None else None
        if planned is not None:
            return self._hold(planned, began, ended)
        with self._store.writing() as shelves:
            talk = self._new_talk(shelves, known, str(who), organization)
            self._settle(shelves, talk, began, ended)
            interview_id = talk.row_id
        self._undo.remember("the logged talk", lambda: self._unlog(interview_id))
        return interview_id

    def hold(self, interview_id: int, when: str = "", minutes: str | int = "") -> int:
        """Keep that a planned interview took place, as with the plan on paper (M11).

        Args:
            interview_id: Which one.
            when: In a person's words; empty for the time it was planned for.
            minutes: How long it lasted; empty for half an hour.

        Returns:
            The interview's id.

        Raises:
            BadInputError: A field cannot be meant, or lies ahead of now; nothing was stored.
            IllegalMoveError: It was held already, is live, or will not take place.
        """
        row = interviews.one(self._store.reading(), interview_id)
        at = row.scheduled_at if row is not None and not clean_line(when) else None
        if at is not None and at > self._clock.now():
            raise BadInputError("when", "It is planned for a time to come. Say when it took place.")
        return self._hold(interview_id, *self._span(at or self._understood(when), minutes))

    def alike(self, who: str) -> list[str]:
        """Give the names of contacts that a name may have meant, when none is called exactly so."""
        found = self._contacts.named(clean_line(who)) if clean_line(who) else []
        return [] if any(fold(row.name) == fold(who) for row in found) else [r.name for r in found]

    def _understood(self, when: str) -> datetime:
        from infotui.domain.past import understand_past

        return understand_past(when, self._clock.now(), self._zone)

    def _span(self, began: datetime, minutes: str | int) -> tuple[datetime, datetime]:
        """Give start and end; a talk that was just left has not ended after now."""
        said = clean_line(str(minutes)) or str(USUAL_MINUTES)
        count = int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 0
        if not 1 <= count <= _MOST_MINUTES:
            raise BadInputError(
                "minutes", f"A talk lasts 1 to {_MOST_MINUTES} minutes. Nothing was stored."
            )
        return began, max(began, min(began + timedelta(minutes=count), self._clock.now()))

    def _known(self, who: str | int, organization: str) -> ContactRow | None:
        """Find the contact: by id, or by the exact name, where two have it by organization too."""
        if isinstance(who, int):
            return self._contacts.row(who)
        name = clean_line(who)
        if not name:
            raise BadInputError("who", "A talk is with somebody: write a name. Nothing was stored.")
        same = [row for row in self._contacts.named(name) if fold(row.name) == fold(name)]
        if len(same) < 2:
            return same[0] if same else None
        there = [row for row in same if fold(row.organization) == fold(organization)]
        if len(there) == 1:
            return there[0]
        known = ", ".join(row.organization or "none" for row in same)
        raise BadInputError(
            "organization", f"{len(same)} contacts are called so. Name the organization: {known}."
        )

    def _planned_for(self, contact_id: int, began: datetime) -> int | None:
        day = began.astimezone(self._zone).date()
        for row in self._contacts.talks_with(contact_id):
            at = row.scheduled_at
            if row.state in BEFORE_LIVE and at and at.astimezone(self._zone).date() == day:
                return row.id
        return None

    def _new_talk(
        self, shelves: "Shelves", known: ContactRow | None, name: str, organization: str
    ) -> "Interview":
        from infotui.domain.records.contact import Contact, OrganizationDraft
        from infotui.domain.records.interview import Interview

        there: int | None = None
        if company := optional_line("organization", organization):
            draft = OrganizationDraft.model_validate({"name": company})
            there = shelves.contacts.organization(draft).row_id
        if known is None:
            contact = shelves.contacts.add(_new_contact(name, there))
        else:
            contact = shelves.contacts.get(Contact, known.id)
        field = contact.field or self._settings.field
        return shelves.interviews.add(
            Interview(
                contact_id=contact.row_id,
                organization_id=there or contact.organization_id,
                field=field,
                words=fold(field),
                zone=self._zone.key,
            )
        )

    def _hold(self, interview_id: int, began: datetime, ended: datetime) -> int:
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            was = interview.state
            if was == "live":
                raise IllegalMoveError("This interview is live: end it on the Live screen.")
            self._settle(shelves, interview, began, ended)
        self._undo.remember(
            "the talk, it is planned again", lambda: self._unhold(interview_id, was)
        )
        return interview_id

    def _settle(
        self, shelves: "Shelves", talk: "Interview", began: datetime, ended: datetime
    ) -> None:
        """Let a talk be held, with what is owed for it (S10, S46)."""
        check_move(talk.state, "held")
        shelves.interviews.change_state(talk, "held", "logged afterwards")
        talk.started_at, talk.ended_at = began, ended
        day = ended.astimezone(self._zone).date()
        new = self._clock.now() - ended <= _DEBRIEF_WITHIN
        owe(shelves, talk.row_id, day, debrief=new, is_off=self._is_off)

    def _unlog(self, interview_id: int) -> None:
        from infotui.domain.records.interview import Interview

        with self._store.writing() as shelves:
            self._check_bare(shelves.interviews.interview(interview_id))
            shelves.interviews.remove(Interview, interview_id)

    def _unhold(self, interview_id: int, was: str) -> None:
        from infotui.domain.records.interview import Debrief
        from infotui.domain.records.note import ThankYou

        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            self._check_bare(interview)
            for thanks in shelves.followups.thanks_for(interview_id):
                shelves.followups.remove(ThankYou, thanks.row_id)
            if (debrief := shelves.followups.debrief(interview_id)) is not None:
                shelves.followups.remove(Debrief, debrief.row_id)
            shelves.interviews.change_state(interview, was, "taken back")
            interview.started_at = interview.ended_at = None

    def _check_bare(self, interview: "Interview") -> None:
        """Refuse to take a talk back that holds words by now."""
        words = notes.of(self._store.reading(), interview.row_id)
        if words or self._store.unfinished(typed_up(interview.uuid)):
            raise IllegalMoveError(
                "This talk holds words by now, so it stays. 8 shows it; w shows what waits there."
            )


def _new_contact(name: str, organization_id: int | None) -> "Contact":
    from infotui.domain.records.contact import Contact, ContactDraft

    try:
        draft = ContactDraft.model_validate({"name": name})
    except BadInputError as bad:
        raise BadInputError("who", bad.sentence) from bad
    return Contact.of(draft, organization_id)
