"""How far an interview has come: its moves, each legal or refused with the reason, all kept (S3)."""

from collections import Counter
from datetime import datetime
from typing import Final, NamedTuple

from infotui.domain.contact import optional_line
from infotui.domain.errors import IllegalMoveError
from infotui.domain.interview import (
    STATE_WORDS,
    STATES,
    InterviewRow,
    check_move,
    why_not,
)
from infotui.domain.text import count_of
from infotui.services.scheduling.places import Places
from infotui.storage.views import interviews

_LOOP_WORDS: Final = {
    "my promise": "promise", "their promise": "promise of theirs", "lead": "lead",
    "introduction": "introduction", "outreach": "answer to wait for",
}  # fmt: skip
_WITHOUT_TIME: Final = ("idea", "requested", "agreed")


class Way(NamedTuple):
    """A state an interview could pass to: what it means, and why it cannot, if it cannot."""

    state: str
    words: str
    why_not: str = ""


class Moves(Places):
    """The states of an interview."""

    def ways(self, interview_id: int) -> list[Way]:
        """Give all other states: those it can pass to first, then the rest, each with its reason."""
        row = self.row(interview_id)
        ways = [
            Way(state, self._words(row, state), self._why_not(row, state))
            for state in STATES
            if state != row.state
        ]
        return sorted(ways, key=lambda way: way.why_not != "")

    def _words(self, row: InterviewRow, state: str) -> str:
        if state == "scheduled" and row.scheduled_at is None:
            return "set a time"
        if state == "held" and row.state == "closed":
            return "open it again"
        if state == "agreed" and row.scheduled_at is not None and row.state == "scheduled":
            return "the time is open again"
        return STATE_WORDS[state]

    def _why_not(self, row: InterviewRow, state: str) -> str:
        reason = why_not(row.state, state)
        if reason:
            return reason
        if state == "live":
            return "Going live starts its clock: l does that."
        if row.state == "live":
            return "This interview is live: F8 twice ends it, and then it is held."
        return self._open_loops(row.id) if state == "closed" else ""

    def _open_loops(self, interview_id: int) -> str:
        """Say what is still open of a talk; empty when nothing is."""
        loops = interviews.open_loops(self._store.reading(), interview_id)
        if not loops:
            return ""
        counted = Counter(kind for kind, _ in loops)
        named = [text.lower() for kind, text in loops if kind not in _LOOP_WORDS]
        named += [
            count_of(counted[kind], word) for kind, word in _LOOP_WORDS.items() if counted[kind]
        ]
        verb = "loop is" if len(loops) == 1 else "loops are"
        return f"{len(loops)} {verb} open: {', '.join(named)}. Settle that in Follow-up, then close it."

    def move(self, interview_id: int, state: str, why: str = "") -> None:
        """Let an interview pass to another state, with a word why, and keep that (S3).

        Raises:
            IllegalMoveError: It cannot; the sentence says why, and what would make it possible.
            BadInputError: The word why is longer than a line can be.
        """
        reason, row = optional_line("why", why), self.row(interview_id)
        refusal = self._why_not(row, state) or self._needs_more(row, state)
        if refusal:
            raise IllegalMoveError(refusal)
        self._move(row, state, reason)

    def _needs_more(self, row: InterviewRow, state: str) -> str:
        """Say what a state needs that a word alone cannot give."""
        if state == "held" and row.state != "closed":
            return "Say when it took place: y in Prepare does that."
        if state != "scheduled":
            return ""
        if row.scheduled_at is None:
            return "It has no time yet. Set one with t, and it is scheduled."
        if row.state == "scheduled":
            return "This interview is scheduled already. Another time moves it."
        if row.scheduled_at < self._clock.now():
            return "Its time is past. Set a new one with t, and it is scheduled."
        return ""

    def give_up(self, interview_id: int, how: str, why: str = "") -> None:
        """Leave an interview before it is held: declined, no reply, cancelled or lapsed.

        Raises:
            IllegalMoveError: It was held already, is live, or is given up by now.
        """
        reason, row = optional_line("why", why), self.row(interview_id)
        check_move(row.state, how)
        self._move(row, how, reason)

    def _move(self, row: InterviewRow, state: str, why: str) -> None:
        was, when = row.state, row.scheduled_at
        keeps = state not in _WITHOUT_TIME
        if not keeps and when is not None:
            taken = self._say_move(when, row.zone, None, row.zone)
            why = f"{why} ({taken})" if why else taken
        self._store_move(row.id, state, why, when if keeps else None)

        def take_back() -> None:
            now = self.row(row.id).state
            if now != state:
                raise IllegalMoveError(
                    f"This interview is {now} by now, so that cannot be taken back."
                )
            self._store_move(row.id, was, "taken back", when)

        self._undo.remember(f"“{state}”", take_back)

    def _store_move(self, interview_id: int, state: str, why: str, when: datetime | None) -> None:
        with self._store.writing() as shelves:
            interview = shelves.interviews.interview(interview_id)
            shelves.interviews.change_state(interview, state, why)
            interview.scheduled_at = when
