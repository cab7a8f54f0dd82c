"""Stores contacts, organizations, ways to reach them, tags, the order of prospects, research notes."""

from collections.abc import Sequence

from sqlmodel import col, select  # noqa: TID251 - storage

from infotui.domain.naming import UNNAMED_MARK
from infotui.domain.records.contact import (
    Contact,
    ContactPoint,
    ContactTag,
    Organization,
    OrganizationDraft,
    ResearchNote,
)
from infotui.domain.text import fold
from infotui.storage.shelves.shelf import Shelf

# Where a contact is named beside its own rows, and what moves when two become one.
_REFERRING = (
    ("research_note", "contact_id"),
    ("interview", "contact_id"),
    ("introduction", "introducer_id"),
    ("introduction", "target_id"),
    ("draft", "contact_id"),
    ("outreach", "contact_id"),
    ("lead", "contact_id"),
    ("touch", "contact_id"),
    ("state_change", "contact_id"),
    ("contact", "introducer_id"),
)
# Where one person stands once beside something else; of two places one is kept.
_ONCE = ("interview_person", "thank_you", "outcome_notice", "resource_share")
# What was done for one of the two was done for the person: of two states the further one holds.
_FURTHER = (
    ("thank_you", "interview_id", ("due", "drafted", "sent")),
    ("outcome_notice", "outcome_id", ("due", "waived", "told")),
)


class ContactShelf(Shelf):
    """People, organizations, research."""

    def contact(self, contact_id: int) -> Contact:
        """Give a contact."""
        return self.get(Contact, contact_id)

    def organization(self, draft: OrganizationDraft) -> Organization:
        """Give the organization of that name, storing it when it is new."""
        found = self.session.exec(
            select(Organization).where(Organization.folded == fold(draft.name))
        ).first()
        return found or self.add(Organization.of(draft))

    def points(self, contact_id: int) -> Sequence[ContactPoint]:
        """Give the ways to reach a contact, in order."""
        return self.session.exec(
            select(ContactPoint)
            .where(ContactPoint.contact_id == contact_id)
            .order_by(col(ContactPoint.position), col(ContactPoint.id))
        ).all()

    def has_address(self, contact_id: int) -> bool:
        """Tell whether a card could be sent to a contact."""
        return any(point.kind == "address" for point in self.points(contact_id))

    def set_points(self, contact_id: int, points: list[ContactPoint]) -> None:
        """Replace the ways to reach a contact; one that stays keeps its record."""
        known = {(point.kind, point.value): point for point in self.points(contact_id)}
        for position, point in enumerate(points):
            stays = known.pop((point.kind, point.value), None)
            if stays is None:
                point.position = position
                self.add(point)
            elif stays.position != position:
                stays.position = position
                self.session.add(stays)
        for old in known.values():
            self.session.delete(old)

    def tags(self, contact_id: int) -> Sequence[ContactTag]:
        """Give the tags of a contact, as they were given."""
        return self.session.exec(
            select(ContactTag)
            .where(ContactTag.contact_id == contact_id)
            .order_by(col(ContactTag.id))
        ).all()

    def set_tags(self, contact_id: int, tags: Sequence[str]) -> None:
        """Let a contact have these tags and no others; one that stays keeps its record."""
        known = {tag.folded: tag for tag in self.tags(contact_id)}
        for word in tags:
            stays = known.pop(fold(word), None)
            if stays is None:
                self.add(ContactTag(contact_id=contact_id, tag=word, folded=fold(word)))
            elif stays.tag != word:
                stays.tag = word
                self.session.add(stays)
        for old in known.values():
            self.session.delete(old)

    def picks(self) -> list[Contact]:
        """Give the prospects in their order."""
        return list(
            self.session.exec(
                select(Contact)
                .where(col(Contact.picked).is_not(None))
                .order_by(col(Contact.picked), col(Contact.id))
            )
        )

    def set_picks(self, order: Sequence[Contact]) -> None:
        """Let these be the prospects, in this order, from 1 without a gap; nobody else is one."""
        wanted = {contact.row_id: place for place, contact in enumerate(order, start=1)}
        for contact in (*self.picks(), *order):
            if contact.picked != (place := wanted.get(contact.row_id)):
                contact.picked = place
                self.session.add(contact)
        self.session.flush()

    def called(self, name: str) -> list[Contact]:
        """Give the contacts of exactly that name, in any spelling of it."""
        return list(self.session.exec(select(Contact).where(Contact.folded == fold(name))))

    def follow_introducer(self, contact: Contact) -> None:
        """Let those whom a contact introduced tell its name as it is now."""
        through = select(Contact).where(Contact.introducer_id == contact.row_id)
        for other in self.session.exec(through):
            if other.introduced_by != contact.name:
                other.introduced_by = contact.name
                other.make_words()
                self.session.add(other)

    def note_introducer(self, contact: Contact, introducer: Contact) -> bool:
        """Note through whom a contact is known, where nobody else is noted; tells whether it did."""
        other = contact.introduced_by and fold(contact.introduced_by) != introducer.folded
        if contact.introducer_id is not None or other:
            return False
        self._set_introducer(contact, introducer.row_id, introducer.name)
        return True

    def forget_introducer(self, contact: Contact, introducer_id: int, was: str) -> None:
        """Take back that somebody was noted, if they still are; `was` stood there before."""
        if contact.introducer_id == introducer_id:
            self._set_introducer(contact, None, was)

    def _set_introducer(self, contact: Contact, introducer_id: int | None, name: str) -> None:
        contact.introducer_id, contact.introduced_by = introducer_id, name
        contact.make_words()
        self.session.add(contact)

    def forget_half_typed(self, contact_id: int) -> None:
        """Drop words that never became a record and belong to a contact or to its talks alone."""
        run = self.session.connection().exec_driver_sql
        for form in ("contact-{}:*", "outreach-{}:*", "introduction-{}-*", "introduction-*-{}:*"):
            place = f"form:{form.format(contact_id)}"
            run("DELETE FROM unfinished WHERE place GLOB ?", (place,))
        run(
            "DELETE FROM unfinished WHERE place IN (SELECT kind || i.uuid FROM interview i,"
            " (SELECT 'live:' AS kind UNION SELECT 'typed:') WHERE i.contact_id = ?)",
            (contact_id,),
        )

    def remove_whole(self, contact_id: int) -> None:
        """Remove a contact with everything that hangs on it.

        Where they asked not to be named, that stays with their name beside whom I met through them (M4).
        """
        self.forget_half_typed(contact_id)
        self.session.flush()
        run = self.session.connection().exec_driver_sql
        run(
            """UPDATE contact SET introduced_by = introduced_by || ? WHERE introducer_id = ?
            AND EXISTS (SELECT 1 FROM lead l JOIN interview i ON i.id = l.interview_id
                WHERE l.consent = 'no' AND (i.contact_id = contact.introducer_id OR EXISTS (
                    SELECT 1 FROM interview_person p
                    WHERE p.interview_id = i.id AND p.contact_id = contact.introducer_id)))""",
            (UNNAMED_MARK, contact_id),
        )
        run("DELETE FROM contact WHERE id = ?", (contact_id,))

    def take_points(self, gone: int, stays: int) -> None:
        """Let the ways to reach one contact lead to another, behind its own; a known one goes."""
        own = self.points(stays)
        known = {(point.kind, fold(point.value)) for point in own}
        place = max((point.position for point in own), default=-1) + 1
        for point in self.points(gone):
            if (point.kind, fold(point.value)) not in known:
                point.contact_id, point.position, place = stays, place, place + 1
                self.session.add(point)
        self.session.flush()

    def take_tags(self, gone: int, stays: int) -> None:
        """Give a contact the tags of another one as well."""
        known = {tag.folded for tag in self.tags(stays)}
        for tag in self.tags(gone):
            if tag.folded not in known:
                tag.contact_id = stays
                self.session.add(tag)
        self.session.flush()

    def move_all(self, gone: int, stays: int) -> None:
        """Let everything that hangs on one contact hang on another; the one is then bare.

        What one cannot do with oneself goes: an introduction between the two, a second place in the
        same talk. What both are owed beside one thing stays as the one that has come further, with
        its day and its word why.
        """
        self.session.flush()
        run = self.session.connection().exec_driver_sql
        run(
            "DELETE FROM introduction WHERE introducer_id IN (?, ?) AND target_id IN (?, ?)",
            (gone, stays, gone, stays),
        )
        for table, column in _REFERRING:
            run(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (stays, gone))  # noqa: S608
        run("UPDATE contact SET introducer_id = NULL WHERE id = ? AND introducer_id = id", (stays,))
        self._keep_further(gone, stays)
        for table in _ONCE:
            run(f"UPDATE OR IGNORE {table} SET contact_id = ? WHERE contact_id = ?", (stays, gone))  # noqa: S608
            run(f"DELETE FROM {table} WHERE contact_id = ?", (gone,))  # noqa: S608
        run(
            "DELETE FROM interview_person WHERE contact_id = ? AND EXISTS (SELECT 1 FROM interview i"
            " WHERE i.id = interview_id AND i.contact_id = interview_person.contact_id)",
            (stays,),
        )
        self._loosen_own_leads(stays)
        self.session.expire_all()

    def _loosen_own_leads(self, contact_id: int) -> None:
        """Let nobody be the one whom they named themself; what was done about it was done."""
        self.session.connection().exec_driver_sql(
            "UPDATE lead SET contact_id = NULL,"
            " state = CASE state WHEN 'became contact' THEN 'followed' ELSE state END"
            " WHERE contact_id = ? AND interview_id IN (SELECT id FROM interview WHERE contact_id = ?)",
            (contact_id, contact_id),
        )

    def _keep_further(self, gone: int, stays: int) -> None:
        """Of two records for the same thing remove the one that stays where the other has come further."""
        run = self.session.connection().exec_driver_sql
        for table, thing, states in _FURTHER:
            rank = "CASE {}.state " + " ".join(f"WHEN '{s}' THEN {n}" for n, s in enumerate(states))
            further = f"{rank.format('other')} END > {rank.format(table)} END"
            run(
                f"DELETE FROM {table} WHERE contact_id = ? AND EXISTS (SELECT 1 FROM {table} other"  # noqa: S608
                f" WHERE other.contact_id = ? AND other.{thing} = {table}.{thing} AND {further})",
                (stays, gone),
            )

    def let_others_stay(self, contact_id: int) -> None:
        """Loosen from somebody who is to go what is others' as well: joint talks, leads that became them.

        A talk of several people passes to the next one of them. Whoever named somebody in it said "no"
        for both of them maybe, but "yes" for one alone. A lead that became a contact was followed.
        """
        self.session.flush()
        run = self.session.connection().exec_driver_sql
        joint = (
            "SELECT i.id FROM interview i JOIN interview_person p ON p.interview_id = i.id"
            " WHERE i.contact_id = ?"
        )
        run(
            f"UPDATE lead SET consent = 'not asked' WHERE consent = 'yes' AND interview_id IN ({joint})",  # noqa: S608
            (contact_id,),
        )
        rows = run(
            f"SELECT interview_id, contact_id, min(id) FROM interview_person"  # noqa: S608
            f" WHERE interview_id IN ({joint}) GROUP BY interview_id",
            (contact_id,),
        ).all()
        for talk, heir, entry in rows:
            run("UPDATE interview SET contact_id = ? WHERE id = ?", (heir, talk))
            run("DELETE FROM interview_person WHERE id = ?", (entry,))
            self._loosen_own_leads(heir)
        run(
            "UPDATE lead SET state = 'followed' WHERE contact_id = ? AND state = 'became contact'",
            (contact_id,),
        )
        self.session.expire_all()

    def research(self, note_id: int) -> ResearchNote:
        """Give a research note."""
        return self.get(ResearchNote, note_id)
