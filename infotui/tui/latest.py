"""Answers the latest question only, in a thread of its own; what it is asked and who hears it is left to others."""

import threading
from collections.abc import Callable
from typing import Final, Generic, TypeVar

Q = TypeVar("Q")
A = TypeVar("A")
_PATIENCE: Final = 2.0  # seconds that whoever ends it waits for what is being worked on


def _nothing() -> None:
    pass


class Latest(Generic[Q, A]):
    """One thread that works on one question at a time; a newer one takes the place of the one before.

    Args:
        answer: Answers a question; called in the thread.
        tell: Is told the question and its answer, or the error; called in the thread, and never for
            a question that is not the latest any more.
        interrupt: Breaks off what `answer` is doing; called while it works, from another thread.
        close: Called once when all is over and nothing is being worked on.
    """

    def __init__(
        self,
        answer: Callable[[Q], A],
        tell: Callable[[Q, A | Exception], object],
        interrupt: Callable[[], object] = _nothing,
        close: Callable[[], object] = _nothing,
    ) -> None:
        self._answer, self._tell = answer, tell
        self._interrupt, self._close = interrupt, close
        self._turn = threading.Condition()
        self._asked: list[Q] = []  # the latest question that is not answered yet, or none
        self._works = False
        self._over = False
        self._thread: threading.Thread | None = None

    def ask(self, question: Q) -> None:
        """Ask; what was asked before is answered no more."""
        with self._turn:
            if self._over:
                return
            self._asked = [question]
            # Held here, the thread cannot have gone on to this question: only older work is broken off.
            if self._works:
                self._interrupt()
            self._turn.notify_all()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="search", daemon=True)
            self._thread.start()

    def forget(self) -> None:
        """Let what was asked go unanswered."""
        with self._turn:
            self._asked = []
            if self._works:
                self._interrupt()
            self._turn.notify_all()

    def end(self) -> None:
        """End it for good, and close what it worked with."""
        with self._turn:
            if self._over:
                return
            self._over, self._asked = True, []
            if self._works:
                self._interrupt()
            self._turn.notify_all()
        if self._thread is None:
            self._close()
        else:
            self._thread.join(_PATIENCE)

    def rest(self, patience: float = 30.0) -> bool:
        """Wait until nothing is asked any more; tells whether it came to that."""
        with self._turn:
            return self._turn.wait_for(lambda: not self._asked and not self._works, patience)

    def _work(self) -> None:
        while (asked := self._next()) is not None:
            question = asked[0]
            answer: A | Exception
            try:
                answer = self._answer(question)
            except Exception as bad:  # whatever it is, somebody waits for an answer
                answer = bad
            with self._turn:
                self._works = False
                if self._asked is asked:
                    self._tell(question, answer)
                    self._asked = []
                self._turn.notify_all()
        self._close()

    def _next(self) -> list[Q] | None:
        """Wait for a question; None when all is over."""
        with self._turn:
            self._turn.wait_for(lambda: bool(self._asked) or self._over)
            if self._over:
                return None
            self._works = True
            return self._asked
