"""Holds the story's talks through the live desk, minute by minute, and closes what followed them."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from operator import itemgetter

from infotui.domain.clock import SetClock
from infotui.domain.kept import Kept
from infotui.domain.timer import elapsed
from infotui.services.desks import Desks
from infotui.services.sample.days import Days, length
from infotui.services.sample.debriefs import Debriefed
from infotui.services.sample.planning import Planner
from infotui.services.sample.story import Asked, Decided, Reread, Talk

Event = tuple[timedelta, Callable[[], object]]
_LAST_WORDS = timedelta(seconds=5)


class Talker:
    """Robin opposite somebody, with the clock running."""

    def __init__(self, desks: Desks, clock: SetClock, days: Days, planner: Planner) -> None:
        self._desks = desks
        self._clock = clock
        self._days = days
        self._planner = planner

    def hold(self, talk: Talk, begin: datetime) -> None:
        """Hold a talk from its start to its end; every mark is shown in its very second."""
        live, interview = self._desks.live, self._planner.interview(talk.plan.who)
        live.start(interview)
        for at, take in sorted(self._events(talk, interview), key=itemgetter(0)):
            self._show_marks(interview, begin + at)
            self._clock.at = begin + at
            take()
        self._show_marks(interview, begin + length(talk.ended))
        self._clock.at = begin + length(talk.ended)
        live.end(interview)

    def _events(self, talk: Talk, interview: int) -> Iterator[Event]:
        live = self._desks.live
        before: Asked | None = None
        for asked in talk.course:
            yield length(asked.at), self._turning(talk, interview, before, asked)
            for at, words in asked.notes():
                yield length(at), self._jotting(interview, words)
            before = asked
        for decided in talk.decided:
            yield length(decided.at), self._deciding(interview, decided)
        for stopped, went_on in talk.pauses:
            yield length(stopped), lambda: live.pause(interview)
            yield length(went_on), lambda: live.start(interview)
        if before is not None:
            how = before.how
            last = length(talk.ended) - _LAST_WORDS
            yield last, lambda: live.settle_and_go_on(interview, how)

    def _turning(
        self, talk: Talk, interview: int, before: Asked | None, asked: Asked
    ) -> Callable[[], object]:
        """Leave a question as it ended and turn to the next, jumping only where the plan differs."""

        def turn() -> None:
            live = self._desks.live
            if before is not None:
                live.settle_and_go_on(interview, before.how)
            wanted = self._planner.question(talk.plan.who, asked.key)
            asking = live.sheet(interview).asking
            if asking is None or asking.id != wanted:
                live.ask(interview, wanted)

        return turn

    def _jotting(self, interview: int, words: str) -> Callable[[], object]:
        return lambda: self._desks.live.jot(interview, words)

    def _deciding(self, interview: int, decided: Decided) -> Callable[[], object]:
        return lambda: self._desks.live.decide(
            interview, decided.answer, decided.minutes, decided.stop_at
        )

    def _show_marks(self, interview: int, until: datetime) -> None:
        """Show the marks that are reached by an instant, as the screen's tick would have done."""
        sheet = self._desks.live.sheet(interview)
        reached = elapsed(sheet.log, until)
        for mark in sorted(sheet.at(until).due, key=lambda mark: mark.at):
            # The clock ran all the way since the last event: only events can stop it.
            self._clock.at = until - (reached - mark.at)
            self._desks.live.show_due(interview)

    def think_back(self, who: str, said: Debriefed) -> None:
        """Write the debrief of a talk."""
        interview, desk = self._planner.interview(who), self._desks.debriefs
        debrief = desk.open_for(interview)
        for field in ("learned", "went_well", "differently"):
            self._desks.scribe.keep(Kept("debrief", field, debrief.id), getattr(said, field))
        desk.set_confidence(interview, said.confidence)
        desk.finish(interview)

    def close(self, who: str, kind: str, words: str) -> None:
        """Close the one open loop of a talk that is meant."""
        interview, followups = self._planner.interview(who), self._desks.followups
        (row,) = (
            row
            for row in followups.open_loops()
            if row.interview_id == interview and row.kind == kind and words in row.text
        )
        followups.done(row)

    def reread(self, who: str, change: Reread) -> None:
        """Change the one note of a talk that begins so, as one does when reading it again."""
        notes = self._desks.review.conversation(self._planner.interview(who)).notes
        (note,) = (note for note in notes if note.text.startswith(change.began))
        self._desks.live.rewrite(note.id, change.became)
