"""A dialog over all findings guesses which are at odds: at once where they are few, else in a thread beside it."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final, Generic, TypeVar

from textual import on
from textual.worker import Worker, WorkerState

from infotui.domain.findings import FoundRow, Odds, guesses
from infotui.tui.dialogs.dialog import Dialog

A = TypeVar("A")
_NAME: Final = "odds"


class GuessesOdds(Dialog[A], Generic[A]):
    """Mixed into what shows contradictions; `guessed` is told them, now or a moment later."""

    AT_ONCE: ClassVar[int] = (
        1_500  # findings that are set against each other before a key is missed
    )

    def guess(self, rows: Sequence[FoundRow], most: int) -> None:
        """Guess which findings are at odds; of several askings the last one counts."""
        if len(rows) <= self.AT_ONCE:
            self.guessed(guesses(rows, most))
            return
        work = partial(guesses, rows, most)
        self.run_worker(work, name=_NAME, thread=True, exclusive=True)

    def guessed(self, odds: Sequence[Odds]) -> None:
        """Take the pairs that may be at odds."""

    @on(Worker.StateChanged)
    def _has_guessed(self, event: Worker.StateChanged) -> None:
        event.stop()
        if event.worker.name == _NAME and event.state is WorkerState.SUCCESS:
            self.guessed(event.worker.result or [])
