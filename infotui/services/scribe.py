"""Saves words as they are typed, puts them onto the disk in time, and tries again when it cannot."""

from collections.abc import Callable
from itertools import takewhile

from infotui.domain.errors import NotFoundError, NotSavedError, ReadOnlyError
from infotui.domain.kept import Kept, Place, Unfinished
from infotui.domain.text import clean
from infotui.storage.store import SYNC_EVERY, Store

Later = Callable[[float, Callable[[], None]], object]
_RETRY: float = 1.0


class Scribe:
    """The one way in for words that are still being typed.

    `later` is asked to call back after some seconds; it is given by whoever owns a clock of ticks.
    """

    def __init__(self, store: Store, later: Later | None = None) -> None:
        self._store = store
        self._later = later
        self._waiting: dict[Place, str] = {}
        self._called = False
        self._tell: Callable[[str], None] | None = None
        self.trouble = ""

    def call_back_with(self, later: Later | None) -> None:
        """Name who calls back; nobody does when the screens are gone."""
        self._later = later

    def tell_trouble_to(self, tell: Callable[[str], None] | None) -> None:
        """Name who is told a sentence when words could not be stored, and an empty one when they are."""
        self._tell = tell

    def _set_trouble(self, sentence: str) -> None:
        if sentence != self.trouble:
            self.trouble = sentence
            if self._tell is not None:
                self._tell(sentence)

    def keep(self, place: Place, text: str) -> bool:
        """Save the whole text of a place, now.

        Returns:
            Whether it is stored; if not, `trouble` says why and it is tried again by itself.
        """
        if self._waiting:
            self._waiting[place] = clean(text)
            stored = self._drain()
        else:
            stored = self._try(place, clean(text))
        self._call_later(_RETRY if self._waiting else SYNC_EVERY)
        return stored

    def unfinished(self, place: Unfinished) -> str:
        """Give what was typed at a place before, and never became a record."""
        waiting = self._waiting.get(place)
        return self._store.unfinished(place) if waiting is None else waiting

    def latest(self, place: Place, stored: str) -> str:
        """Give the words of a place: those that still wait to be stored, else the stored ones."""
        return self._waiting.get(place, stored)

    def forget(self, place: Unfinished) -> None:
        """Drop unfinished words that were given up."""
        self.keep(place, "")

    def take_over(self) -> None:
        """Store what was typed while another program wrote; its own half-typed words come first.

        Both typed at one place, such as the line of a live interview: neither goes over the other.
        """
        for place, text in list(self._waiting.items()):
            if isinstance(place, Unfinished):
                self._waiting[place] = _behind(self._store.unfinished(place), text)
        self.settle()

    def settle(self) -> None:
        """Put everything onto the disk that is not there yet."""
        self._called = False
        self._drain()
        if self._waiting:
            self._call_later(_RETRY)
            return
        try:
            self._store.sync()
        except NotSavedError as bad:
            self._set_trouble(bad.sentence)
            self._call_later(_RETRY)
        else:
            self._set_trouble("")

    def _drain(self) -> bool:
        """Store what waits, the oldest first; tells whether all of it is stored."""
        return all(self._try(place, text) for place, text in list(self._waiting.items()))

    def _try(self, place: Place, text: str) -> bool:
        try:
            self._store.keep(place, text)
        except NotFoundError as bad:
            return self._keep_homeless(place, text, bad.sentence)
        except ReadOnlyError as bad:
            # Words of a record must not go over the writer's later, when this program takes over.
            if not isinstance(place, Kept):
                self._waiting[place] = text
            self._set_trouble(bad.sentence)
            return False
        except NotSavedError as bad:
            self._waiting[place] = text
            self._set_trouble(bad.sentence)
            return False
        self._waiting.pop(place, None)
        if not self._waiting:
            self._set_trouble("")
        return True

    def _keep_homeless(self, place: Place, text: str, sentence: str) -> bool:
        """Keep words whose record is gone among the unfinished ones, so that they can be found."""
        self._waiting.pop(place, None)
        self._set_trouble(sentence)
        if isinstance(place, Kept):
            self._try(Unfinished(f"lost:{place.noun}:{place.field}:{place.id}"), text)
            self._set_trouble(sentence)
        return False

    def _call_later(self, seconds: float) -> None:
        if self._later is not None and not self._called and (self._waiting or self._store.unsynced):
            self._called = True
            self._later(seconds, self.settle)


def _behind(theirs: str, mine: str) -> str:
    """Put words behind those of another program, without the beginning that was only copied from it."""
    if not theirs:
        return mine
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(theirs, mine, strict=False))
    shared = "".join(letter for letter, _ in pairs)
    if shared not in {theirs, mine}:
        shared = shared[: max(shared.rfind(" "), shared.rfind("\n")) + 1]
    rest = mine[len(shared) :].strip()
    return "\n".join(part for part in (theirs, rest) if part)
