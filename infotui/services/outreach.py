"""The desk of outreach: that I wrote or rang, what came back, and what is fair by now."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.clock import Clock
from infotui.domain.contact import long_text
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.interview import check_move
from infotui.domain.introduction import STANDS_BEHIND
from infotui.domain.moment import say_due
from infotui.domain.outreach import (
    ANSWERS,
    CHANNELS,
    PATHS,
    Advice,
    OutreachRow,
    Rules,
    Sent,
    advise,
    fair_from,
    interview_after,
    one_of,
    unanswered,
)
from infotui.domain.text import clean_line
from infotui.domain.working_days import IsOff, working_days_between
from infotui.services.introductions import IntroductionDesk, StepBack
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import reaching

if TYPE_CHECKING:
    from infotui.domain.records.note import Lead
    from infotui.domain.records.reaching import Outreach
    from infotui.storage.shelves import Shelves

_GONE: Final = "That message is no longer in the notebook. Nothing changed."
_OPEN_STILL: Final = frozenset({"", "later", "none"})  # after these an answer may still come


class Reached(NamedTuple):
    """What was kept about a message or an answer, and in words what moved along with it."""

    id: int
    moved: tuple[str, ...] = ()


class OutreachDesk:
    """Messages and calls to people I want to meet."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        zone: ZoneInfo,
        settings: Settings,
        is_off: IsOff,
        introductions: IntroductionDesk,
        undo: Undo,
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._rules = Rules(settings.follow_up_days, settings.last_try_days)
        self._is_off = is_off
        self._introductions = introductions
        self._undo = undo

    def _day(self, instant: datetime) -> date:
        return instant.astimezone(self._zone).date()

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def one(self, outreach_id: int) -> OutreachRow:
        """Give one message or call.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = reaching.outreach(self._store.reading(), outreach_id)
        if row is None:
            raise NotFoundError(_GONE)
        return self._told(row)

    def of_contact(self, contact_id: int) -> list[OutreachRow]:
        """Give all messages and calls to a contact, the latest first."""
        rows = reaching.outreach_of(self._store.reading(), contact_id)
        return [self._told(row) for row in reversed(rows)]

    def _told(self, row: OutreachRow) -> OutreachRow:
        if row.answer:
            return row
        today = self._day(self._clock.now())
        return row._replace(
            waited=working_days_between(self._day(row.sent_at), today, self._is_off)
        )

    def advice(self, contact_id: int) -> str:
        """Say what is fair to do about a contact who was written to; empty when no answer is due."""
        rows = reaching.outreach_of(self._store.reading(), contact_id)
        return self._said(self._advice(rows))

    def advice_by_contact(self) -> dict[int, str]:
        """Say what is fair about everybody whose answer is waited for."""
        by_contact: dict[int, list[OutreachRow]] = {}
        for row in reaching.all_to_the_silent(self._store.reading()):
            by_contact.setdefault(row.contact_id, []).append(row)
        return {who: self._said(self._advice(rows)) for who, rows in by_contact.items()}

    def _advice(self, rows: Sequence[OutreachRow]) -> Advice:
        today = self._day(self._clock.now())
        return advise(self._as_sent(rows), today, self._rules, self._is_off)

    def _as_sent(self, rows: Sequence[OutreachRow]) -> list[Sent]:
        return [Sent(self._day(row.sent_at), row.answer) for row in rows]

    def _said(self, advice: Advice) -> str:
        today = self._day(self._clock.now())
        if advice.day is None or advice.day <= today:
            return advice.words
        return f"{advice.words} until {say_due(advice.day, today)}"

    def likely_path(self, contact_id: int) -> str:
        """Tell whether somebody stands behind a message to a contact: `warm`, else `cold`."""
        db = self._store.reading()
        behind = any(
            row.target_id == contact_id and row.state in STANDS_BEHIND
            for row in reaching.introductions_of(db, contact_id)
        )
        return "warm" if behind or reaching.has_an_introducer(db, contact_id) else "cold"

    def meant_interview(self, contact_id: int) -> int | None:
        """Give the interview that a message is likely about: the only one not agreed on yet."""
        return reaching.interview_to_reach_for(self._store.reading(), contact_id)

    # ── changing ─────────────────────────────────────────────────────────────────────────────────

    def log(
        self,
        contact_id: int,
        channel: str,
        when: str = "",
        path: str = "",
        words: str = "",
        interview_id: int | None = None,
        draft_id: int | None = None,
    ) -> Reached:
        """Keep that I wrote or rang: an idea is requested by it, a made contact followed up (S21).

        Args:
            contact_id: To whom.
            channel: By which way.
            when: In a person's words; empty for now.
            path: `warm` or `cold`; empty for the one that is likely.
            words: What to remember of it.
            interview_id: Which interview it asks for.
            draft_id: Which draft was used.

        Returns:
            Its id, and what moved along.

        Raises:
            BadInputError: A field cannot be meant.
        """
        from infotui.domain.records.reaching import Outreach

        at = self._understood(when)
        made = Outreach(
            contact_id=contact_id, interview_id=interview_id, draft_id=draft_id,
            channel=one_of("channel", channel, CHANNELS),  # type: ignore[arg-type]
            path=one_of("path", path or self.likely_path(contact_id), PATHS),  # type: ignore[arg-type]
            words=long_text("words", words),
            sent_at=at, due=self._due(contact_id, at),
        )  # fmt: skip
        return self._store_it(made)

    def _store_it(self, made: "Outreach") -> Reached:
        from infotui.domain.records.contact import Contact

        with self._store.writing() as shelves:
            name = shelves.contacts.get(Contact, made.contact_id).name
            outreach_id, way = shelves.reaching.add(made).row_id, made.channel
            moved, back = self._move_along(shelves, made, name)
        self._remember(f"the {way} to {name}", [_forgetting(outreach_id), *back])
        return Reached(outreach_id, moved)

    def _remember(self, what: str, back: Sequence[StepBack]) -> None:
        def take_back() -> None:
            with self._store.writing() as shelves:
                for step in reversed(back):
                    step(shelves)

        self._undo.remember(what, take_back)

    def _understood(self, when: str) -> datetime:
        if not clean_line(when):
            return self._clock.now()
        from infotui.domain.past import understand_past

        return understand_past(when, self._clock.now(), self._zone)

    def _due(self, contact_id: int, sent_at: datetime) -> date:
        """Give the day from which on more than waiting is fair, should nothing come back."""
        rows = reaching.outreach_of(self._store.reading(), contact_id)
        before = self._as_sent([row for row in rows if row.sent_at <= sent_at])
        days = [row.day for row in unanswered(before)]
        return fair_from([*days, self._day(sent_at)], self._rules, self._is_off)

    def _move_along(
        self, shelves: "Shelves", sent: "Outreach", name: str
    ) -> tuple[tuple[str, ...], list[StepBack]]:
        """Let the interview and the introductions that waited for a message take their step."""
        moved, back = [], []
        if sent.interview_id is not None:
            interview = shelves.interviews.interview(sent.interview_id)
            if interview.state == "idea":
                back.append(self._move_interview(shelves, sent.interview_id, "requested"))
                moved.append("the interview is requested now")
        for lead in shelves.followups.leads_to_follow(sent.contact_id):
            back.append(_following(lead))
            lead.state, lead.settled_at = "became contact", shelves.now
            moved.append("the lead is followed")
        for waiting in shelves.reaching.introductions_to(sent.contact_id, "contact made"):
            why = f"wrote to {name}" if sent.channel in {"e-mail", "letter"} else f"reached {name}"
            back.append(self._introductions.step(shelves, waiting, "followed up", why))
            moved.append("the introduction is followed up")
        return tuple(moved), back

    def _move_interview(self, shelves: "Shelves", interview_id: int, became: str) -> StepBack:
        interview = shelves.interviews.interview(interview_id)
        was = interview.state
        check_move(was, became)
        shelves.interviews.change_state(interview, became, "by what was written or said")

        def back(again: "Shelves") -> None:
            record = again.interviews.interview(interview_id)
            if record.state != became:
                raise IllegalMoveError(
                    f"The interview is {record.state} by now, so that cannot be taken back."
                )
            again.interviews.change_state(record, was, "taken back")

        return back

    def answer(self, outreach_id: int, answer: str) -> Reached:
        """Keep what came back: yes, no, later, or none; the interview moves along where it can.

        Returns:
            The message's id, and what moved along.

        Raises:
            BadInputError: There is no such answer.
            IllegalMoveError: It was answered already.
        """
        if answer not in ANSWERS or not answer:
            ways = ", ".join(word for word in ANSWERS if word)
            raise BadInputError("answer", f"An answer is one of these: {ways}. Nothing changed.")
        with self._store.writing() as shelves:
            sent = shelves.reaching.outreach(outreach_id)
            was, was_at = sent.answer, sent.answered_at
            if was not in _OPEN_STILL:
                raise IllegalMoveError(f"This was answered with {was} already; u takes that back.")
            sent.answer, sent.answered_at = answer, shelves.now  # type: ignore[assignment]
            moved, back = self._move_on(shelves, sent, answer)

        def open_again(shelves: "Shelves") -> None:
            sent = shelves.reaching.outreach(outreach_id)
            sent.answer, sent.answered_at = was, was_at

        self._remember(f"the answer “{answer}”", [open_again, *back])
        return Reached(outreach_id, moved)

    def _move_on(
        self, shelves: "Shelves", sent: "Outreach", answer: str
    ) -> tuple[tuple[str, ...], list[StepBack]]:
        """Let the interview and the introduction behind it go where the answer leads them."""
        moved: list[str] = []
        back: list[StepBack] = []
        if sent.interview_id is None:
            return (), []
        interview = shelves.interviews.interview(sent.interview_id)
        became = interview_after(answer, interview.state)
        if became:
            back.append(self._move_interview(shelves, sent.interview_id, became))
            said = "stands at no reply" if became == "no reply" else f"is {became} now"
            moved.append(f"the interview {said}")
        if answer == "yes":
            for behind in shelves.reaching.introductions_to(sent.contact_id, "followed up"):
                why = "they agreed to talk"
                back.append(self._introductions.step(shelves, behind, "led to interview", why))
                moved.append("the introduction led to it")
        return tuple(moved), back


def _following(lead: "Lead") -> StepBack:
    """Give what lets a lead wait again as it does now."""
    from infotui.domain.records.note import Lead

    number, state, settled = lead.row_id, lead.state, lead.settled_at

    def back(shelves: "Shelves") -> None:
        record = shelves.followups.get(Lead, number)
        record.state, record.settled_at = state, settled

    return back


def _forgetting(outreach_id: int) -> StepBack:
    """Give what takes a message away."""
    from infotui.domain.records.reaching import Outreach

    def back(shelves: "Shelves") -> None:
        shelves.reaching.remove(Outreach, outreach_id)

    return back
