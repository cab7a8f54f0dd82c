"""Which interview goes live: the one that is, one that is planned, or one that begins by chance (S6, S14)."""

from datetime import timedelta

from infotui.domain.contact import ContactForm
from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.domain.interview import BEFORE_LIVE, InterviewRow
from infotui.domain.moment import say_when
from infotui.services.live.ending import Ending
from infotui.services.live.timing import OTHER_IS_LIVE
from infotui.storage.views import interviews

_SOMEBODY = "Somebody, "


class Choosing(Ending):
    """The interviews that could be on."""

    def interrupted(self) -> InterviewRow | None:
        """Give the interview that is still live, as after a crash."""
        return interviews.live(self._store.reading())

    def choose_for(self, contact_id: int) -> int:
        """Give the interview to go live with for a contact: the live one, the nearest to come, or a new one.

        Returns:
            The interview's id, now in focus.
        """
        rows = interviews.with_contact(self._store.reading(), contact_id)
        live = [row for row in rows if row.state == "live"]
        timed = [row for row in rows if row.state == "scheduled" and row.scheduled_at]
        now = self._clock.now()
        timed.sort(key=lambda row: abs((row.scheduled_at or now) - now))
        before = [row for row in rows if row.state in BEFORE_LIVE]
        for row in (*live, *timed, *before):
            self._plans.focus(row.id)
            return row.id
        return self._plans.plan_with(contact_id)

    def choose_by_name(self, name: str) -> int:
        """Give the interview to go live with for the contact a person named.

        Raises:
            NotFoundError: Nobody is called like that, or several are; the sentence says who is near.
        """
        found = self._contacts.named(name)
        if len(found) == 1:
            return self.choose_for(found[0].id)
        if not found:
            raise NotFoundError(
                f'No contact is called “{name}”. `infotui live --new "{name}"` begins with a new one.'
            )
        names = ", ".join(row.name for row in found[:5])
        raise NotFoundError(f"“{name}” could be several people: {names}. Write the whole name.")

    def choose_now(self) -> int | None:
        """Give the interview that is on now: live, else in two hours around its time, else in focus."""
        db = self._store.reading()
        live = interviews.live(db)
        if live is not None:
            return live.id
        now, span = self._clock.now(), timedelta(hours=2)
        near = [
            row for row in interviews.ahead(db)
            if row.scheduled_at and abs(row.scheduled_at - now) <= span
        ]  # fmt: skip
        if near:
            near.sort(key=lambda row: abs((row.scheduled_at or now) - now))
            return near[0].id
        focus = interviews.in_focus(db)
        return focus.id if focus and focus.state in BEFORE_LIVE else None

    def begin_at_once(self, contact_id: int | None, name: str = "") -> int:
        """Begin a talk that nobody planned, now: with a contact, or with somebody new (S14).

        Args:
            contact_id: With whom, if they are in the notebook.
            name: What somebody new is called; without one they are called by the moment.

        Returns:
            The interview's id; its clock runs.

        Raises:
            IllegalMoveError: Another interview is live.
        """
        if self.interrupted() is not None:
            raise IllegalMoveError(OTHER_IS_LIVE)
        if contact_id is None:
            called = name.strip() or f"{_SOMEBODY}{say_when(self._clock.now(), self._zone)}"
            contact_id = self._contacts.add(ContactForm(name=called))
        interview_id = self._plans.plan_with(contact_id, at_once=True)
        self.start(interview_id)
        return interview_id

    def is_unnamed(self, interview_id: int) -> bool:
        """Whether a talk by chance is with somebody who was given no name yet."""
        row = interviews.one(self._store.reading(), interview_id)
        return row is not None and row.contact.startswith(_SOMEBODY)
