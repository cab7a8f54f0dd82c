"""What becomes of an item whose line loses its sign or goes: what nothing hangs on goes, the rest stays loose (S51, M2, M5)."""

from typing import TYPE_CHECKING, Final

from infotui.domain.capture import read_line
from infotui.domain.lead import lead_words
from infotui.domain.text import fold

if TYPE_CHECKING:
    from infotui.storage.shelves import Shelves
    from infotui.storage.shelves.notes import Caught as Item

_ALIKE: Final = 0.83  # from here on words are those of before, a letter or two apart


def let_go(shelves: "Shelves", item: "Item", line: str) -> None:
    """Take an item away from its line: it goes, or stays in the talk without a line.

    Args:
        shelves: The open transaction.
        item: What was caught in the line.
        line: What the line said as long as the item was its.
    """
    if has_grown(shelves, item, line):
        item.note_id = None
        shelves.notes.session.add(item)
        shelves.flush()
    else:
        shelves.notes.remove(type(item), item.row_id)


def take_away(shelves: "Shelves", note_id: int, line: str) -> None:
    """Remove a note; of what was caught in it stays what something hangs on.

    Args:
        shelves: The open transaction.
        note_id: Which note.
        line: What it said when its item was last in step.
    """
    item = shelves.notes.caught_in(note_id)
    if item is not None:
        let_go(shelves, item, line)
    shelves.notes.remove_whole(note_id)


def has_grown(shelves: "Shelves", item: "Item", line: str) -> bool:
    """Tell whether something hangs on an item that its line does not say: a state, an answer, a talk."""
    from infotui.domain.records.note import Finding, Lead, Opening, Promise, Resource

    if isinstance(item, Lead):
        said = lead_words(read_line(line).words).consent or "not asked"
        known = (item.contact_id, item.organization_id, item.why_not, item.courtesy)
        answered = item.consent == "no" or item.consent != said
        moved = item.state not in {"new", "to follow"} or item.names != "person"
        return answered or moved or any(known)
    if isinstance(item, Promise):
        return item.state != "open"
    if isinstance(item, Opening):
        told = (item.organization_id, item.field, item.link, item.settled_at)
        return item.state != "heard" or item.posted != "unknown" or any(told)
    if isinstance(item, Resource):
        return bool(item.field or item.link) or shelves.notes.is_shared(item.row_id)
    return isinstance(item, Finding) and shelves.notes.is_at_odds(item.row_id)


def left_behind(shelves: "Shelves", new: "Item") -> "Item | None":
    """Find what the same talk caught before in (nearly) the same words, and has no line by now.

    Args:
        shelves: The open transaction.
        new: What a line says, not stored yet.
    """
    from infotui.domain.records.note import Opening, Promise, Resource

    talk = new.interview_id
    loose = [] if talk is None else shelves.notes.loose(talk)
    for item in loose:
        if type(item) is not type(new) or not _alike(_words(item), _words(new)):
            continue
        if isinstance(item, Promise) and isinstance(new, Promise) and item.whose != new.whose:
            continue
        if isinstance(item, (Opening, Resource)) and not has_grown(shelves, item, ""):
            continue  # one that never had a line
        return item
    return None


def _words(item: "Item") -> str:
    from infotui.domain.records.note import Lead

    return fold(item.name if isinstance(item, Lead) else item.text)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
