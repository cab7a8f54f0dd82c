"""The desk of findings over all talks: what is at odds, and how it is asked or settled (M9)."""

from collections.abc import Sequence
from typing import Final

from infotui.domain.contradiction import CONTRADICTION_STATES
from infotui.domain.delta import Earlier, Learned, ask_of_both
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.findings import FoundRow, Odds, Settled, guesses, in_order, pair_of
from infotui.domain.interview import InterviewRow
from infotui.domain.text import clean_line, fold
from infotui.services.before import BeforeDesk
from infotui.services.questions import QuestionDesk
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import answers as answer_views
from infotui.storage.views import findings as views
from infotui.storage.views import interviews

MOST: Final = 500  # pairs at odds are offered at once: nobody goes through more
_GONE: Final = "One of these findings is no longer in the notebook. Nothing changed."


class FindingDesk:
    """The findings of all talks, beside each other."""

    def __init__(
        self,
        store: Store,
        undo: Undo,
        questions: QuestionDesk,
        before: BeforeDesk,
    ) -> None:
        self._store = store
        self._undo = undo
        self._questions = questions
        self._before = before

    def all(self) -> list[FoundRow]:
        """Give the findings of all held talks, those of the newest talk first (S12)."""
        db = self._store.reading()
        return views.all_of(db, answer_views.talks(db))

    # ── at odds ──────────────────────────────────────────────────────────────────────────────────

    def settled(self) -> dict[tuple[int, int], Settled]:
        """Give what was made of pairs of findings, by the two of them."""
        rows = views.settled(self._store.reading())
        return {pair_of(row.one, row.other): row for row in rows}

    def kept(self, rows: Sequence[FoundRow]) -> list[Odds]:
        """Give the pairs of which something is kept: marked by hand, explained, taken for none."""
        known = {row.id: row for row in rows}
        return [
            Odds(*in_order(known[one], known[other]), settled.state, settled.why)
            for (one, other), settled in self.settled().items()
            if one in known and other in known
        ]

    def enough(self) -> int:
        """Tell how many pairs are to be guessed, so that there are plenty beside those that are settled."""
        return MOST + len(self.settled())

    def open_odds(
        self, rows: Sequence[FoundRow], guessed: Sequence[Odds] | None = None
    ) -> list[Odds]:
        """Give the contradictions that are open: marked by hand first, then guessed, the newest first.

        Of those that are guessed the newest 500: once some are settled, as many older ones come up.

        Args:
            rows: The findings of all talks.
            guessed: The pairs of them that may be at odds, where they are guessed already.
        """
        both = guesses(rows, self.enough()) if guessed is None else guessed
        kept = {odds.ids: odds for odds in self.kept(rows)}
        by_hand = [odds for odds in kept.values() if odds.state == "open"]
        return [*by_hand, *[odds for odds in both if odds.ids not in kept][:MOST]]

    def settle(self, odds: Odds, state: str, why: str = "") -> None:
        """Keep what two findings at odds are: open, explained with a word why, or not at odds.

        It can be taken back.

        Raises:
            BadInputError: It is none of the three, or explained without a word why.
            NotFoundError: One of the findings is gone.
        """
        words = clean_line(why)
        if state not in CONTRADICTION_STATES:
            raise BadInputError("state", f"“{state}” is nothing that two findings at odds can be.")
        if state == "explained" and not words:
            raise BadInputError("why", "Say in a word what explains it, so that you know it later.")
        self._keep(odds.ids, state, words)

    def mark(self, one: FoundRow, other: FoundRow) -> Odds:
        """Mark two findings as at odds by hand; it can be taken back.

        Raises:
            IllegalMoveError: Both are one.
            NotFoundError: One of them is gone.
        """
        if one.id == other.id:
            raise IllegalMoveError("A finding is not at odds with itself: go to the other one.")
        self._keep(pair_of(one.id, other.id), "open", "")
        return Odds(*in_order(one, other))

    def _keep(self, ids: tuple[int, int], state: str, why: str) -> None:
        from infotui.domain.records.note import Contradiction, Finding

        with self._store.recorded() as (shelves, done):
            for number in ids:
                try:
                    shelves.notes.get(Finding, number)
                except NotFoundError as gone:
                    raise NotFoundError(_GONE) from gone
            row = shelves.notes.contradiction(*ids)
            if row is None:
                row = Contradiction(finding_id=ids[0], other_id=ids[1])
                shelves.notes.add(row)
            row.state, row.why = state, why  # type: ignore[assignment]
            row.settled_at = None if state == "open" else shelves.now
        said = {"explained": "the explanation", "none": "“not at odds”"}.get(state, "“at odds”")
        self._undo.remember(said, lambda: self._store.turn_back(done))

    # ── asked ────────────────────────────────────────────────────────────────────────────────────

    def ahead(self) -> list[InterviewRow]:
        """Give the talks ahead, onto whose plans a question can be put."""
        return interviews.ahead(self._store.reading())

    def question(self, odds: Odds, interview_id: int | None = None) -> str:
        """Word two findings at odds as a question, so that nobody is named to others (M8).

        Args:
            odds: The two.
            interview_id: In whose plan; without one it is worded for somebody who said neither.
        """
        interview = None
        if interview_id is not None:
            interview = interviews.one(self._store.reading(), interview_id)
        one, other = (self._learned(found, interview) for found in (odds.older, odds.newer))
        names = [p.name for found in (odds.older, odds.newer) for p in found.talk.people]
        texts = [odds.older.text, odds.newer.text]
        facing = self._before.facing(interview, [one.talk, other.talk], names, texts)
        return ask_of_both(one, other, facing)

    def _learned(self, found: FoundRow, interview: InterviewRow | None) -> Learned:
        talk = found.talk
        theirs: set[int] = set()
        if interview is not None:
            people = interviews.people(self._store.reading(), interview.id)
            theirs = {person.id for person in people}
        same = bool(theirs.intersection(person.id for person in talk.people))
        earlier = Earlier(
            talk.id, talk.who, talk.at, same, True, talk.organization_id, fold(talk.field)
        )
        return Learned(found.id, found.kind, found.text, earlier)

    def put(self, odds: Odds, interview_id: int) -> str:
        """Put two findings at odds onto a plan as a question; it can be taken back.

        Returns:
            The question.

        Raises:
            IllegalMoveError: It stands there already.
        """
        from infotui.domain.records.question import Question

        words = self.question(odds, interview_id)
        if any(
            fold(words) in {fold(q.text), fold(q.template)}
            for q in self._questions.of(interview_id)
        ):
            raise IllegalMoveError("This question stands in that plan already.")
        self._questions.add_undoably(
            Question(
                interview_id=interview_id, position=0, text=words, template=words, origin="own"
            )
        )
        return words
