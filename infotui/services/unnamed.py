"""Words a question that names somebody for other people's plans, so that nobody is named to them (M8)."""

import re
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from infotui.domain.heard import ask_of_nobody, name_parts
from infotui.domain.naming import names
from infotui.domain.text import fold
from infotui.storage.store import Store
from infotui.storage.views import delta as views

_WORD: Final = re.compile(r"[^\W_]+")


class Wording(NamedTuple):
    """A question as it is put to somebody: its words, whom these named before, and whom they name still."""

    text: str
    named: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def worded_for_others(store: Store, text: str, listeners: Collection[int]) -> Wording:
    """Word a question for some people: who is in the notebook and is none of them is not named.

    Args:
        store: The open notebook.
        text: The question in one's own words.
        listeners: The contacts in whose plan it is to stand; their own names may stand there.
    """
    words = {form for word in _WORD.findall(text) for form in _forms(fold(word))}
    called = views.called_by(store.reading(), words, listeners)
    spared = [one.name for one in called if one.contact_id in listeners]
    others = [one.name for one in called if one.contact_id not in listeners]
    named = tuple(dict.fromkeys(name for name in others if names(text, name, spared)))
    if not named:
        return Wording(text)
    said = ask_of_nobody(text, _parts_of(named, spared))
    return Wording(said, named, tuple(name for name in named if names(said, name, spared)))


def _forms(word: str) -> tuple[str, str]:
    return word, word.removesuffix("s")


def _parts_of(named: Sequence[str], spared: Sequence[str]) -> list[str]:
    theirs = set(name_parts(spared))
    return [part for part in name_parts(named) if part not in theirs]
