"""When an interview takes place: understood in words, said back in full, moved with its history (S3, S38)."""

from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.clock import Clock
from infotui.domain.coming import load_words, understand
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.interview import BEFORE_LIVE, InterviewRow, MovedRow, check_move
from infotui.domain.leaving import (
    Clash,
    Leaving,
    Usual,
    clashes,
    leaving_for,
    say_clash,
    say_elsewhere,
    say_leaving,
)
from infotui.domain.moment import HELP, say_until, say_wall, say_when
from infotui.domain.text import clean_line
from infotui.domain.zones import known_zone
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import interviews

if TYPE_CHECKING:
    from infotui.domain.records.interview import Interview

AWAY: Final = ("-", "none")  # what takes a time away
_PAST: Final = "That time is past. Give one to come; nothing was changed yet."
_ALL: Final = 200  # interviews to come that are looked at for one that is too near


class Times:
    """The time of an interview."""

    def __init__(
        self, store: Store, clock: Clock, zone: ZoneInfo, settings: Settings, undo: Undo
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._settings = settings
        self._undo = undo

    def row(self, interview_id: int) -> InterviewRow:
        """Give an interview.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = interviews.one(self._store.reading(), interview_id)
        if row is None:
            raise NotFoundError("That interview is no longer in the notebook.")
        return row

    def set_time(self, interview_id: int, text: str) -> datetime | None:
        """Set when it takes place, in a person's words; `-` or `none` takes the time away.

        Nothing at all changes nothing where a time is set already.

        Returns:
            The instant that holds now; None when there is none.

        Raises:
            BadInputError: No time can be meant, or it is past; nothing was changed.
            IllegalMoveError: It is no longer to come.
        """
        words, row = clean_line(text), self.row(interview_id)
        if not words and row.scheduled_at is not None:
            return row.scheduled_at
        if words.casefold() in AWAY:
            if row.state not in BEFORE_LIVE:
                raise IllegalMoveError(
                    f"This interview is {row.state}, so its time stays as it was. Nothing changed."
                )
            self._reschedule(interview_id, None, row.zone)
            return None
        meant = understand(words, self._clock.now(), self._zone, known_zone(row.contact_zone))
        if meant.instant < self._clock.now():
            raise BadInputError("when", _PAST)
        self._reschedule(interview_id, meant.instant, meant.zone.key)
        return meant.instant

    def schedule(self, interview_id: int, when: datetime) -> None:
        """Set when it takes place."""
        self._reschedule(interview_id, when, self._zone.key)

    def _reschedule(self, interview_id: int, when: datetime | None, zone: str) -> None:
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            was, was_zone, state = interview.scheduled_at, interview.zone, interview.state
            same = was == when and (was is None or was_zone == zone)
            became = "scheduled" if when is not None else "agreed"
            if same and (was is None or state == became):
                return
            check_move(state, became)
            why = self._say_move(was, was_zone, when, zone)
            shelves.interviews.change_state(interview, became, why)
            interview.scheduled_at, interview.zone = when, zone

        def take_back() -> None:
            with self._store.writing() as shelves:
                interview: Interview = shelves.interviews.interview(interview_id)
                check_still_ahead(interview.state)
                shelves.interviews.change_state(interview, state, "taken back")
                interview.scheduled_at, interview.zone = was, was_zone

        self._undo.remember("the time", take_back)

    def _say_move(
        self, was: datetime | None, was_zone: str, when: datetime | None, zone: str
    ) -> str:
        """Say for the history from when to when, each on the wall clock it was meant on."""
        before, after = self._say_meant(was, was_zone), self._say_meant(when, zone)
        if when is None:
            return f"time taken away, it was {before}"
        if was is None or before == after:
            return f"time set: {after}"
        if was_zone == zone:
            before = before.removesuffix(f" {zone}")
        return f"moved from {before} to {after}"

    def _say_meant(self, at: datetime | None, zone: str) -> str:
        if at is None:
            return ""
        there = known_zone(zone) or self._zone
        today = self._clock.now().astimezone(self._zone).date()
        return f"{say_when(at, there, today)} {there.key}"

    def history(self, interview_id: int) -> list[MovedRow]:
        """Give every change of state and time with its date and reason, the first one first (S3)."""
        return interviews.history(self._store.reading(), interview_id)

    def leaving(self, row: InterviewRow) -> Leaving | None:
        """Tell when to leave for an interview, or what is missing; None where nobody leaves (S38)."""
        return leaving_for(row, self._settings.margin)

    def clashes(self, row: InterviewRow) -> list[Clash]:
        """Give the other interviews of that day, those first that are too near."""
        db = self._store.reading()
        live = interviews.live(db)
        others = [*([] if live is None else [live]), *interviews.ahead(db, _ALL)]
        usual = Usual(self._settings.margin, self._settings.decision)
        return clashes(row, others, usual, self._zone)

    def load_words(self) -> None:
        """Load what the first words of a time would wait for."""
        load_words()

    def echo(self, interview_id: int, text: str) -> str:
        """Say in full what a time in words is understood as; empty while it cannot be understood.

        Args:
            interview_id: Of which interview it is to be the time.
            text: What was typed so far.
        """
        words, row = clean_line(text), self.row(interview_id)
        if words.casefold() in AWAY:
            return "the time is taken away" if row.scheduled_at is not None else ""
        try:
            meant = understand(words, self._clock.now(), self._zone, known_zone(row.contact_zone))
        except BadInputError:
            return ""
        if meant.instant < self._clock.now():
            return f"{say_wall(meant.instant, self._zone)} · that is past"
        said = self.said(row._replace(scheduled_at=meant.instant, zone=meant.zone.key))
        return " · ".join(part for part in (said, meant.doubt) if part)

    def said(self, row: InterviewRow) -> str:
        """Say the time of an interview in full: mine, theirs, how far ahead, leave-by, what clashes."""
        at = row.scheduled_at
        if at is None:
            return f"No time is set. {HELP}"
        day = at.astimezone(self._zone).date()
        parts = [
            say_wall(at, self._zone),
            *self.said_elsewhere(row),
            say_until(at, self._clock.now(), self._zone),
            say_leaving(self.leaving(row), at, self._zone),
            *(say_clash(clash, self._zone, day) for clash in self.clashes(row)[:2]),
        ]
        return " · ".join(part for part in parts if part)

    def said_elsewhere(self, row: InterviewRow) -> list[str]:
        """Say the time on the other clocks that matter: theirs, and the one it was meant on."""
        return say_elsewhere(row, self._zone)


def check_still_ahead(state: str) -> None:
    """Refuse to take back a step of planning once the talk has begun."""
    if state not in BEFORE_LIVE:
        raise IllegalMoveError(f"This interview is {state} by now, so that cannot be taken back.")
