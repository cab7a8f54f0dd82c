"""The desk of staying in touch: real contacts, how often one wants them, who is being lost (S49)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from infotui.domain.clock import Clock
from infotui.domain.contact import long_text
from infotui.domain.errors import BadInputError
from infotui.domain.text import clean_line
from infotui.domain.touch import (
    LONGEST_CADENCE,
    TOUCH_KINDS,
    TOUCH_WORDS,
    LosingRow,
    TouchRow,
    losing,
    say_cadence,
)
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import touches


class TouchDesk:
    """Touches and cadences."""

    def __init__(self, store: Store, clock: Clock, zone: ZoneInfo, undo: Undo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._undo = undo

    def of_contact(self, contact_id: int) -> list[TouchRow]:
        """Give every real contact with somebody, of any kind, the latest first."""
        return touches.of_contact(self._store.reading(), contact_id)

    def last(self, contact_id: int) -> TouchRow | None:
        """Give the last real contact with somebody, of any kind; None where there was none."""
        return touches.last(self._store.reading(), contact_id)

    def losing(self, today: date | None = None) -> list[LosingRow]:
        """Give those who are being lost sight of on a day, most over first (S49).

        Somebody is from the very day on which the next touch is due. Archived people never are.

        Args:
            today: Which day; by default the one it is here.
        """
        day = today or self._clock.now().astimezone(self._zone).date()
        return losing(touches.wanted(self._store.reading()), day, self._zone)

    def log(self, contact_id: int, kind: str, when: str = "", words: str = "") -> int:
        """Keep that there was a real contact with somebody.

        Args:
            contact_id: With whom.
            kind: wrote, they wrote, called, met, or other.
            when: In a person's words (`yesterday`, `last tue`); empty for now.
            words: What to remember of it.

        Returns:
            The touch's id.

        Raises:
            BadInputError: There is no such kind (`kind`), or no such time in the past (`when`).
            NotFoundError: The contact is not there any more.
        """
        from infotui.domain.records.afterwards import Touch

        if kind not in TOUCH_KINDS:
            known = ", ".join(TOUCH_KINDS)
            raise BadInputError("kind", f"A touch is one of these: {known}. Nothing was stored.")
        at, said = self._understood(when), long_text("words", words)
        with self._store.recorded() as (shelves, done):
            name = shelves.contacts.contact(contact_id).name
            touch = Touch(contact_id=contact_id, at=at, kind=kind, words=said)  # type: ignore[arg-type]
            touch_id = shelves.followups.add(touch).row_id
        what = f"the touch “{TOUCH_WORDS[kind]}” with {name}"
        self._undo.remember(what, lambda: self._store.turn_back(done))
        return touch_id

    def _understood(self, when: str) -> datetime:
        if not clean_line(when):
            return self._clock.now()
        from infotui.domain.past import understand_past

        return understand_past(when, self._clock.now(), self._zone)

    def set_cadence(self, contact_id: int, days: int | None) -> None:
        """Set how often one wants to be in touch with somebody; None for not at all.

        Raises:
            BadInputError: It is no number of days from 1 to 730; `field` is `days`.
            NotFoundError: The contact is not there any more.
        """
        if days is not None and not 1 <= days <= LONGEST_CADENCE:
            raise BadInputError(
                "days", f"A cadence has 1 to {LONGEST_CADENCE} days. Nothing was changed."
            )
        with self._store.recorded() as (shelves, done):
            contact = shelves.contacts.contact(contact_id)
            if contact.cadence_days == days:
                return
            contact.cadence_days = days
            name = contact.name
        what = f"the cadence with {name}: {say_cadence(days)}"
        self._undo.remember(what, lambda: self._store.turn_back(done))
