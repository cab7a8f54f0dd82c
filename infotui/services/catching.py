"""Turns a note's line into the item that was caught in it, and keeps the two in step (M2)."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, cast, get_args

from infotui.domain.capture import Caught, lead_words, read_line
from infotui.domain.note import FindingKind

if TYPE_CHECKING:
    from infotui.domain.records.note import Note
    from infotui.storage.shelves import Shelves
    from infotui.storage.shelves.notes import Caught as Item

MY_PROMISE_DAYS: Final = 2
THEIR_PROMISE_DAYS: Final = 7
LEAD_DAYS: Final = 3
_USUAL_FINDING: Final = "career"


def catch(shelves: "Shelves", note: "Note", today: date, before: str = "") -> None:
    """Bring the item of a note in step with its text.

    The same kind keeps its record, with its id and state; another kind replaces it.

    Args:
        shelves: The open transaction.
        note: The line, with its text as it is now.
        today: The day from which due dates count.
        before: What the line said before; empty for a new one.
    """
    caught = read_line(note.text)
    _follow_arisen(shelves, note, caught, read_line(before))
    note.kind = caught.kind
    old = shelves.notes.caught_in(note.row_id)
    new = _item(caught, note, today)
    if old is not None and new is not None and type(old) is type(new) and _same(old, new):
        _take_words(old, new)
        shelves.notes.session.add(old)
        return
    if old is not None:
        shelves.notes.remove(type(old), old.row_id)
    if new is not None:
        shelves.notes.add(new)


def _follow_arisen(shelves: "Shelves", note: "Note", caught: Caught, before: Caught) -> None:
    """Keep the question that arose in a line in step with it; one that was asked stays."""
    from infotui.domain.records.question import Question

    question, talk = shelves.questions.arisen_in(note.row_id), note.interview_id
    if caught.kind == "arisen" and question is not None:
        question.text = caught.words
    elif caught.kind == "arisen" and (note.kind, before.words) != ("arisen", caught.words):
        # Unchanged words without a question mean that the person took it off the plan.
        position = shelves.questions.next_position(talk)
        arisen = Question(interview_id=talk, position=position, text=caught.words, origin="arisen")
        arisen.note_id = note.row_id
        shelves.questions.add(arisen)
    elif caught.kind != "arisen" and question is not None:
        question.note_id = None
        if question.state == "planned":
            shelves.questions.remove(Question, question.row_id)
            shelves.questions.reorder(talk, [q.row_id for q in shelves.questions.of(talk)])


def _same(old: "Item", new: "Item") -> bool:
    return getattr(old, "whose", None) == getattr(new, "whose", None)


def _take_words(old: "Item", new: "Item") -> None:
    for field in ("text", "name", "why", "kind"):
        if hasattr(new, field):
            setattr(old, field, getattr(new, field))


def _item(caught: Caught, note: "Note", today: date) -> "Item | None":
    from infotui.domain.records.note import Finding, Lead, Opening, Promise, Resource

    talk, words = note.interview_id, caught.words
    item: Item | None = None
    if caught.kind == "lead":
        parts = lead_words(words)
        item = Lead(interview_id=talk, name=parts.name or words, why=parts.why)
        item.due = today + timedelta(days=LEAD_DAYS)
    elif caught.kind == "my promise":
        item = Promise(interview_id=talk, whose="mine", text=words)
        item.due = today + timedelta(days=MY_PROMISE_DAYS)
    elif caught.kind == "their promise":
        item = Promise(interview_id=talk, whose="theirs", text=words)
        item.due = today + timedelta(days=THEIR_PROMISE_DAYS)
    elif caught.kind == "finding":
        item = Finding(
            interview_id=talk,
            question_id=note.question_id,
            kind=_finding_kind(caught),
            text=_without_tag(words, _finding_kind(caught)),
        )
    elif caught.kind == "opening":
        item = Opening(interview_id=talk, text=words)
    elif caught.kind == "resource":
        item = Resource(interview_id=talk, text=words)
    if item is not None:
        item.note_id = note.row_id
    return item


def _without_tag(words: str, kind: str) -> str:
    """Drop the tag that chose the kind: it is said beside the finding, not in it."""
    return " ".join(word for word in words.split() if word != f"#{kind}") or words


def _finding_kind(caught: Caught) -> FindingKind:
    for kind in get_args(FindingKind):
        if kind in caught.tags:
            return cast(FindingKind, kind)
    return _USUAL_FINDING
