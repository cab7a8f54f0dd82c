"""What a line that is being typed will become, in a few quiet words (M2); showing it is the tui's."""

from datetime import date
from typing import Final, NamedTuple

from infotui.domain.capture import SIGNS, Caught, NoteKind, finding_kind, is_plain, read_line
from infotui.domain.due import MY_PROMISE_DAYS, THEIR_PROMISE_DAYS, due_in
from infotui.domain.lead import lead_words
from infotui.domain.moment import say_day
from infotui.domain.text import clean_line

_BEGUN: Final[dict[str, str]] = {
    ">": "lead: name, why, how to reach",
    "!": "I promised: what, and by when",
    "<": "they promised: what, and by when",
    "$": "opening: the job, and where",
    "*": "finding: a short fact, #market or another kind",
    "&": "resource: a book, a link, a place",
    "?": "question that arose: what to ask as well",
    "^": "asked of me: their question",
}
_PLAIN: Final[dict[NoteKind, str]] = {
    "opening": "opening",
    "resource": "resource",
    "arisen": "question that arose",
    "asked of me": "asked of me",
}


class Hint(NamedTuple):
    """The kind a line will have, and the words that say so."""

    kind: NoteKind
    words: str


def hint_of(line: str, today: date) -> Hint | None:
    """Say what a line will become; None for a plain line without tags.

    Args:
        line: The line as far as it is typed.
        today: The day from which due dates count.
    """
    shown = clean_line(line)
    if shown in SIGNS:
        return Hint(SIGNS[shown], f"{shown} {_BEGUN[shown]}")
    if is_plain(shown):
        return Hint("note", "plain text")
    caught = read_line(line)
    words = _words_of(caught, today)
    return Hint(caught.kind, words) if words else None


def _words_of(caught: Caught, today: date) -> str:
    if caught.kind == "lead":
        return _lead(caught.words)
    if caught.kind == "my promise":
        return _promise("I promised", caught.words, MY_PROMISE_DAYS, today)
    if caught.kind == "their promise":
        return _promise("they promised", caught.words, THEIR_PROMISE_DAYS, today)
    if caught.kind == "finding":
        return f"finding · {finding_kind(caught.tags)}"
    if caught.kind == "note" and caught.tags:
        return "note · " + " ".join(f"#{tag}" for tag in caught.tags)
    return _PLAIN.get(caught.kind, "")


def _lead(words: str) -> str:
    said = lead_words(words)
    parts = ["lead", clean_line(said.name) or "no name yet"]
    parts += [f"may mention: {said.consent or 'not asked'}"]  # before what a narrow line cuts off
    parts += [f"reach {clean_line(said.reach)}"] if said.reach else []
    parts += [f"why {clean_line(said.why)}"] if said.why else []
    return " · ".join(parts)


def _promise(who: str, words: str, days: int, today: date) -> str:
    due = due_in(words, today)
    if due is None:
        return f"{who} · no day understood: {days} days, as usual"
    return f"{who} · due {say_day(due.day, today)}"
