"""Stores notes and finds the item that was caught in one."""

from collections.abc import Sequence
from typing import Any, Final, cast

from sqlalchemy import CursorResult
from sqlmodel import and_, col, func, or_, select  # noqa: TID251 - storage

from infotui.domain.records.base import Entity
from infotui.domain.records.interview import SegmentEntry
from infotui.domain.records.note import (
    Contradiction,
    Finding,
    Lead,
    Note,
    NoteTag,
    Opening,
    Promise,
    Resource,
    ResourceShare,
)
from infotui.domain.records.question import Question
from infotui.storage.shelves.shelf import Shelf

# A note and all that hangs on it, record by record, each with its values.
Whole = dict[tuple[type[Entity], int], dict[str, Any]]
Caught = Finding | Lead | Promise | Opening | Resource
CAUGHT: Final = (Finding, Lead, Promise, Opening, Resource)


class NoteShelf(Shelf):
    """Notes and what was caught in them."""

    def note(self, note_id: int) -> Note:
        """Give a note."""
        return self.get(Note, note_id)

    def uncaught(self, note_id: int) -> str | None:
        """Give what a note said when its item was last brought in step; None when it is in step."""
        row = self._raw("SELECT before FROM uncaught WHERE note_id = ?", note_id).fetchone()
        return None if row is None else str(row[0])

    def is_caught(self, note_id: int) -> None:
        """Keep that the item of a note is in step with its words."""
        self._raw("DELETE FROM uncaught WHERE note_id = ?", note_id)

    def _raw(self, statement: str, note_id: int) -> CursorResult[Any]:
        return self.session.connection().exec_driver_sql(statement, (note_id,))

    def set_tags(self, note_id: int, tags: Sequence[str]) -> None:
        """Let a note have these tags and no others; one that stays keeps its record."""
        wanted = {tag.casefold(): tag for tag in reversed(tags)}  # of two spellings the first
        for known in self._tags(note_id):
            tag = wanted.pop(known.folded, None)
            if tag is None:
                self.session.delete(known)
            else:
                known.tag = tag
        for folded, tag in wanted.items():
            self.add(NoteTag(note_id=note_id, tag=tag, folded=folded))

    def _tags(self, note_id: int) -> Sequence[NoteTag]:
        return self.session.exec(select(NoteTag).where(NoteTag.note_id == note_id)).all()

    def remove_whole(self, note_id: int) -> None:
        """Remove a note with its item, its tags and an arisen question that was never asked."""
        item, arisen = self.caught_in(note_id), self._arisen_in(note_id)
        parts: list[Entity] = [self.note(note_id), *self._tags(note_id)]
        parts += [item] if item is not None else []
        if arisen is not None and arisen.state == "planned":
            parts.append(arisen)
        for part in reversed(parts):
            self.session.delete(part)
            self.session.flush()

    def whole(self, note_id: int) -> Whole:
        """Give a note with all that hangs on it, or may by a change of its words.

        Beside its item and tags that is what was said and logged to a question of its own, and what
        was caught in the same talk and has no line any more.
        """
        arisen, item = self._arisen_in(note_id), self.caught_in(note_id)
        parts: list[Entity] = [self.note(note_id), *self._tags(note_id)]
        parts += [part for part in (item, arisen) if part is not None]
        parts += self.loose(self.note(note_id).interview_id)  # one of them may come to it
        if arisen is not None:
            for kind in (Note, Finding, SegmentEntry):
                linked = select(kind).where(kind.question_id == arisen.row_id)
                parts += [part for part in self.session.exec(linked) if part not in parts]
        return {(type(part), part.row_id): part.model_dump() for part in parts}

    def whole_after(self, note_id: int, before: Whole) -> Whole:
        """Give what became of a note and of all that hung on it; what is gone is not in it."""
        self.session.flush()
        self.session.expire_all()  # the database itself unlinks what hung on a removed record
        known = ((key, self.session.get(*key)) for key in before)
        after = {key: record.model_dump() for key, record in known if record is not None}
        return after | (self.whole(note_id) if (Note, note_id) in after else {})

    def turn_back(self, note_id: int, before: Whole, after: Whole) -> None:
        """Let a note and what hangs on it be as before; what was changed elsewhere meanwhile stays."""
        self.restore(before, after)
        self.is_caught(note_id)

    def restore(self, before: Whole, after: Whole) -> None:
        """Let records be as before; what was changed elsewhere meanwhile stays."""
        for kind, number in after.keys() - before.keys():
            record = self.session.get(kind, number)
            if record is not None:
                self.session.delete(record)
        self.session.flush()
        for (kind, number), values in before.items():
            was, record = after.get((kind, number)), self.session.get(kind, number)
            if was is None and record is None:
                last = {"position": self._after_last(values)} if kind is Question else {}
                self.put_back(kind, {**values, **last})
            elif was is not None and record is not None:
                for field in (f for f in values if f != "position" and was[f] != values[f]):
                    setattr(record, field, values[field])
        self.session.flush()

    def _arisen_in(self, note_id: int) -> Question | None:
        return self.session.exec(select(Question).where(Question.note_id == note_id)).first()

    def _after_last(self, values: dict[str, Any]) -> int:
        """Where a question that comes back stands at first: its place may be taken."""
        talk = values["interview_id"]
        taken = select(func.max(Question.position)).where(Question.interview_id == talk)
        return (self.session.exec(taken).one() or 0) + 1

    def loose(self, interview_id: int) -> list[Caught]:
        """Give what was caught in a talk and has no line any more, or never had one."""
        found: list[Caught] = []
        for kind in CAUGHT:
            of_talk = select(kind).where(kind.interview_id == interview_id)
            rows = self.session.exec(of_talk.where(col(kind.note_id).is_(None)))
            found += cast(Sequence[Caught], rows.all())
        return found

    def loose_values(self, interview_id: int) -> Whole:
        """Give the values of what was caught in a talk and has no line any more."""
        return {(type(item), item.row_id): item.model_dump() for item in self.loose(interview_id)}

    def values_now(self, before: Whole) -> Whole:
        """Give the values that known records have by now; what is gone is not in it."""
        known = ((key, self.session.get(*key)) for key in before)
        return {key: record.model_dump() for key, record in known if record is not None}

    def is_shared(self, resource_id: int) -> bool:
        """Tell whether a resource was passed on to somebody."""
        shared = select(ResourceShare.id).where(ResourceShare.resource_id == resource_id)
        return self.session.exec(shared).first() is not None

    def is_at_odds(self, finding_id: int) -> bool:
        """Tell whether something was made of a finding and another one at odds with it."""
        names = (col(Contradiction.finding_id), col(Contradiction.other_id))
        found = select(Contradiction.id).where(or_(*(name == finding_id for name in names)))
        return self.session.exec(found).first() is not None

    def caught_in(self, note_id: int) -> Caught | None:
        """Give the item that hangs on a note, if one does."""
        for kind in CAUGHT:
            found = self.session.exec(select(kind).where(kind.note_id == note_id)).first()
            if found is not None:
                return cast(Caught, found)
        return None

    def contradiction(self, one: int, other: int) -> Contradiction | None:
        """Give what is kept of two findings, in whichever order they are named."""
        kept = Contradiction
        pair = or_(
            and_(kept.finding_id == one, kept.other_id == other),
            and_(kept.finding_id == other, kept.other_id == one),
        )
        return self.session.exec(select(kept).where(pair)).first()
