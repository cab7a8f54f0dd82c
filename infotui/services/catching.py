"""Turns a note's line into the item that was caught in it, and keeps the two in step (M2)."""

from datetime import date
from typing import TYPE_CHECKING, Final, Literal
from zoneinfo import ZoneInfo

from infotui.domain.capture import Caught, finding_kind, read_line
from infotui.domain.due import LEAD_DAYS, due_in
from infotui.domain.lead import LeadWords, lead_words
from infotui.domain.note import Consent
from infotui.domain.working_days import IsOff, add_working_days, is_weekend
from infotui.services.loosening import left_behind, let_go

if TYPE_CHECKING:
    from infotui.domain.records.note import Note
    from infotui.domain.records.question import Question
    from infotui.storage.shelves import Shelves
    from infotui.storage.shelves.notes import Caught as Item

Whose = Literal["mine", "theirs"]
_OWED: Final = frozenset({"lead", "my promise", "their promise"})  # what opens a loop


def catch(
    shelves: "Shelves",
    note: "Note",
    today: date,
    before: str = "",
    *,
    is_off: IsOff = is_weekend,
) -> None:
    """Bring the item of a note in step with its text.

    The same kind keeps its record, with its id and state; another kind replaces it. What something
    hangs on is never removed: it stays without a line, and comes back to one that says it again.

    Args:
        shelves: The open transaction.
        note: The line, with its text as it is now.
        today: The day from which due dates count.
        before: What the line said before; empty for a new one.
        is_off: Which days are no working days.
    """
    caught, said = read_line(note.text), read_line(before)
    _follow_arisen(shelves, note, caught, said)
    note.kind = caught.kind
    shelves.notes.set_tags(note.row_id, caught.tags)
    new = _item(caught, note, today)
    old = _stays(shelves, note, new, before)
    if old is not None and new is not None:
        _take_words(old, new)
        _take_lead(old, lead_words(said.words), lead_words(caught.words))
        _take_due(old, new, said.words, caught.words, today)
        shelves.notes.session.add(old)
    elif new is not None:
        shelves.notes.add(new)
        _set_lead_due(shelves, new, today, is_off)
        if note.kind in _OWED:
            shelves.interviews.hold_again(note.interview_id)


def bring_in_step(
    shelves: "Shelves",
    note: "Note",
    zone: ZoneInfo,
    before: str,
    is_off: IsOff = is_weekend,
) -> None:
    """Catch a changed note anew; a day in it counts from the note's own day, not from the change's.

    Args:
        shelves: The open transaction.
        note: The line, with its text as it is now.
        zone: Whose days are meant.
        before: What the line said when it was last in step.
        is_off: Which days are no working days.
    """
    catch(shelves, note, note.at.astimezone(zone).date(), before, is_off=is_off)
    shelves.flush()
    shelves.notes.is_caught(note.row_id)


def _follow_arisen(shelves: "Shelves", note: "Note", caught: Caught, before: Caught) -> None:
    """Keep the question that arose in a line in step with it; one that was asked stays."""
    from infotui.domain.records.question import Question

    question, talk = shelves.questions.arisen_in(note.row_id), note.interview_id
    if caught.kind == "arisen" and question is not None:
        if before.words != caught.words:  # else it may have been tailored on the plan meanwhile
            question.text = caught.words
    elif caught.kind == "arisen" and (note.kind, before.words) != ("arisen", caught.words):
        # Unchanged words without a question mean that the person took it off the plan.
        arisen = _left_behind(shelves, talk, caught.words) if before.words else None
        if arisen is None:
            at = shelves.questions.next_position(talk)
            arisen = Question(interview_id=talk, position=at, text=caught.words, origin="arisen")
            shelves.questions.add(arisen)
        arisen.note_id = note.row_id
    elif caught.kind != "arisen" and question is not None:
        question.note_id = None
        if question.state == "planned":
            shelves.questions.remove(Question, question.row_id)
            shelves.questions.reorder(talk, [q.row_id for q in shelves.questions.of(talk)])


def _left_behind(shelves: "Shelves", talk: int, words: str) -> "Question | None":
    """Find the question that stayed on the plan, asked already, when its line lost the sign."""
    for question in shelves.questions.of(talk):
        if (question.origin, question.note_id, question.text) == ("arisen", None, words):
            return question
    return None


def _stays(shelves: "Shelves", note: "Note", new: "Item | None", before: str) -> "Item | None":
    """Give the record that a line's item goes on with: its own, or one left behind by an edit."""
    old = shelves.notes.caught_in(note.row_id)
    if old is not None:
        if new is not None and type(old) is type(new) and _same(old, new):
            return old
        let_go(shelves, old, before)
    found = None if new is None else left_behind(shelves, new)
    if found is not None:
        found.note_id = note.row_id
    return found


def _same(old: "Item", new: "Item") -> bool:
    """Whether the item stays the one it was: a promise that was settled never changes sides."""
    from infotui.domain.records.note import Promise

    if isinstance(old, Promise) and isinstance(new, Promise):
        return old.whose == new.whose or old.state == "open"
    return True


def _take_words(old: "Item", new: "Item") -> None:
    for field in ("text", "name", "why", "kind", "whose"):
        if hasattr(new, field):
            setattr(old, field, getattr(new, field))


def _take_lead(item: "Item", before: LeadWords, now: LeadWords) -> None:
    """Let a lead follow what its line says; what the line never said was settled elsewhere."""
    from infotui.domain.records.note import Lead

    if not isinstance(item, Lead):
        return
    if now.consent is not None and now.consent != before.consent:
        item.consent = now.consent
    elif now.consent is None and item.consent == before.consent:
        item.consent = "not asked"  # the line alone had said it
    if now.reach or item.reach == before.reach:
        item.reach = now.reach


def _take_due(item: "Item", new: "Item", before: str, now: str, today: date) -> None:
    """Let a promise's date follow its line only when the line says another one than before."""
    from infotui.domain.records.note import Promise

    if not isinstance(item, Promise) or not isinstance(new, Promise):
        return
    if due_in(before, today) != due_in(now, today):
        item.due = new.due


def _set_lead_due(shelves: "Shelves", item: "Item", today: date, is_off: IsOff) -> None:
    """Give a lead of a talk that is over its day; in the talk itself its end does so (S50)."""
    from infotui.domain.records.note import Lead

    if isinstance(item, Lead) and shelves.interviews.interview(item.interview_id).ended_at:
        item.due = add_working_days(today, LEAD_DAYS, is_off)


def _promise(whose: Whose, words: str, talk: int, today: date) -> "Item":
    from infotui.domain.records.note import Promise

    said = due_in(words, today)
    # A day that nobody said is not stored as one; the list of loops reckons with a usual one.
    return Promise(interview_id=talk, whose=whose, text=words, due=said.day if said else None)


def _item(caught: Caught, note: "Note", today: date) -> "Item | None":
    from infotui.domain.records.note import Finding, Lead, Opening, Resource

    talk, words = note.interview_id, caught.words
    item: Item | None = None
    if caught.kind == "lead":
        parts = lead_words(words)
        consent: Consent = parts.consent or "not asked"
        item = Lead(interview_id=talk, name=parts.name or words, why=parts.why, consent=consent)
        item.reach = parts.reach
    elif caught.kind == "my promise":
        item = _promise("mine", words, talk, today)
    elif caught.kind == "their promise":
        item = _promise("theirs", words, talk, today)
    elif caught.kind == "finding":
        kind = finding_kind(caught.tags)
        text = _without_tag(words, kind)
        item = Finding(interview_id=talk, question_id=note.question_id, kind=kind, text=text)
    elif caught.kind == "opening":
        item = Opening(interview_id=talk, text=words)
    elif caught.kind == "resource":
        item = Resource(interview_id=talk, text=words)
    if item is not None:
        item.note_id = note.row_id
    return item


def _without_tag(words: str, kind: str) -> str:
    """Drop the tag that chose the kind: it is said beside the finding, not in it."""
    return " ".join(word for word in words.split() if word.casefold() != f"#{kind}") or words
