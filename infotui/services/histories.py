"""The desk of histories: everything that was with one person, or with an organization's people (K6)."""

from collections.abc import Sequence

from infotui.domain.errors import NotFoundError
from infotui.domain.history import FOLDED, KIND_WORDS, HistoryKey, HistoryRow, Said, Subject
from infotui.domain.text import fold
from infotui.domain.touch import TOUCH_WORDS
from infotui.storage.store import Store
from infotui.storage.views import timelines

_LONGEST = 200  # characters of what is typed


class History:
    """The history of one person or organization, as it was when it was opened.

    Only where each line is found is held; the words of those in sight are read when they are asked
    for, and the words of all once when somebody types to find some.
    """

    def __init__(self, store: Store, subject: Subject) -> None:
        self._store = store
        self.subject = subject
        self._keys = timelines.keys(store.reading(), subject.kind, subject.id)
        self._words: list[tuple[HistoryKey, str]] | None = None

    def keys(self, needle: str = "", *, oldest_first: bool = False) -> list[HistoryKey]:
        """Give where the lines are found that have every typed word, the newest first.

        Args:
            needle: Words of a line, of whom it is about, or of its kind (`promise`); accents and
                capitals make no difference. Findings stand under their talks until a word is typed.
            oldest_first: Give the oldest first instead.
        """
        words = fold(needle[:_LONGEST]).split()
        if words:
            found = [key for key, text in self._all() if all(word in text for word in words)]
        else:
            found = [key for key in self._keys if key.source not in FOLDED]
        return found[::-1] if oldest_first else found

    def _all(self) -> list[tuple[HistoryKey, str]]:
        if self._words is None:
            about = self.subject
            told = timelines.words(self._store.reading(), about.kind, about.id)
            self._words = [(key, _words_of(*said)) for key, *said in told]
            self._words.sort(reverse=True)
        return self._words

    def rows(self, keys: Sequence[HistoryKey]) -> list[HistoryRow | None]:
        """Give the lines of some keys, in their order; None for what is gone meanwhile."""
        return timelines.rows(self._store.reading(), self.subject.kind, self.subject.id, keys)

    def said_in(self, interview_id: int) -> list[Said]:
        """Give the findings and the notes of a talk."""
        return timelines.said_in(self._store.reading(), interview_id)


def _words_of(kind: str, text: str, rest: str) -> str:
    touch = TOUCH_WORDS.get(text, "") if kind == "touch" else ""
    return fold(f"{KIND_WORDS[kind]} {touch} {text} {rest}")


class HistoryDesk:
    """One history per person and per organization."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, kind: str, subject_id: int) -> History:
        """Open the history of a person (`contact`) or of an `organization`.

        Raises:
            NotFoundError: They are not in the notebook any more.
        """
        subject = timelines.subject(self._store.reading(), kind, subject_id)
        if subject is None:
            raise NotFoundError(f"That {'contact' if kind == 'contact' else kind} is gone.")
        return History(self._store, subject)
