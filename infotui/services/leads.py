"""The desk of leads: whom they named to me, how far each has come, and the note when I drop one (S45, S50, S51)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from infotui.domain.clock import Clock
from infotui.domain.contact import PointKind, check_email, optional_line
from infotui.domain.contact_lines import check_link
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.lead import ways_of
from infotui.domain.naming import Referrer
from infotui.domain.note import CONSENTS
from infotui.domain.referral import CONSENT_WORDS, LEAD_NAMES, LeadRow, check_lead_move
from infotui.domain.same_name import likely_same
from infotui.domain.text import clean_line, shorten
from infotui.domain.working_days import IsOff, add_working_days
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import contacts, leads

if TYPE_CHECKING:
    from infotui.domain.records.contact import Contact
    from infotui.domain.records.note import Lead
    from infotui.storage.shelves import Shelves

_GONE: Final = "That lead is no longer in the notebook. Nothing changed."
_SETTLED: Final = frozenset({"followed", "became contact", "closed"})


class LeadDesk:
    """Leads."""

    def __init__(self, store: Store, clock: Clock, zone: ZoneInfo, is_off: IsOff, undo: Undo):
        self._store = store
        self._clock = clock
        self._zone = zone
        self._is_off = is_off
        self._undo = undo

    def _today(self) -> date:
        return self._clock.now().astimezone(self._zone).date()

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def one(self, lead_id: int) -> LeadRow:
        """Give a lead.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = leads.one(self._store.reading(), lead_id)
        if row is None:
            raise NotFoundError(_GONE)
        return row

    def all(self) -> list[LeadRow]:
        """Give all leads: what is to be done first, by its day, then the rest."""
        return leads.rows(self._store.reading())

    def given_by(self, contact_id: int) -> list[LeadRow]:
        """Give the leads that somebody gave."""
        return leads.given_by(self._store.reading(), contact_id)

    def of_talk(self, interview_id: int) -> list[LeadRow]:
        """Give the leads of a talk."""
        return leads.of_talk(self._store.reading(), interview_id)

    def naming(self, contact_id: int) -> list[LeadRow]:
        """Give the leads that became a contact: who gave them, and whether I may say so (S50)."""
        return leads.naming(self._store.reading(), contact_id)

    # ── changing what is known of it ─────────────────────────────────────────────────────────────

    def set_due(self, lead_id: int, text: str) -> date:
        """Set until when a lead, or the note on it, is due.

        Args:
            lead_id: Which lead.
            text: In a person's words: `fri`, `in 2 weeks`, `2026-12-04`.

        Returns:
            The day.

        Raises:
            BadInputError: It names no day to come.
            IllegalMoveError: There is nothing to do about it any more.
        """
        day = self._understood(text)
        with self._changing(lead_id, "the day of {}") as (_, lead):
            if lead.state in _SETTLED:
                raise IllegalMoveError(
                    f"{lead.name} is {lead.state}, so nothing is due. Follow it again first."
                )
            lead.due = day
        return day

    def _understood(self, text: str) -> date:
        from infotui.domain.due import due_in

        line, today = clean_line(text), self._today()
        # The words stand alone here, so that they are a day even without the “by” before it.
        said = due_in(f"by {line}", today) or due_in(line, today)
        if said is None or said.day < today:
            raise BadInputError(
                "due", f"“{shorten(line, 40)}” is no day to come. Write it like fri, or 4 Dec."
            )
        return said.day

    def set_consent(self, lead_id: int, consent: str) -> None:
        """Set whether I may mention the one who gave a lead; nothing else ever changes it (S45).

        Raises:
            BadInputError: It is none of yes, no, not asked.
        """
        if consent not in CONSENTS:
            raise BadInputError("consent", f"It is one of: {', '.join(CONSENTS)}.")
        with self._changing(lead_id, f"“may I mention you: {consent}” of {{}}") as (_, lead):
            lead.consent = consent  # type: ignore[assignment]

    def answered(self, referrer: Referrer, contact_id: int, consent: str) -> str:
        """Keep what somebody said of being named to whom they led me, for each lead they gave to them (S45).

        Args:
            referrer: Who was asked.
            contact_id: Whom they led me to.
            consent: What they said: `yes` or `no`.

        Returns:
            What is known now, in words.

        Raises:
            NotFoundError: No lead of theirs to that contact is there any more.
        """
        name = self._store_name(contact_id)
        given = [] if referrer.interview_id is None else self.of_talk(referrer.interview_id)
        meant = [row for row in given if row.contact_id == contact_id]
        meant = meant or [row for row in given if likely_same(row.name, name, fits=True)]
        meant = meant or [row for row in given if row.names == "organization"]
        if not meant:
            raise NotFoundError(_GONE)
        for row in meant:
            self.set_consent(row.id, consent)
        return f"{referrer.name}: {CONSENT_WORDS[consent]}"

    def _store_name(self, contact_id: int) -> str:
        rows = contacts.rows_of(self._store.reading(), [contact_id])
        return rows[0].name if rows else ""

    def set_names(self, lead_id: int, names: str) -> None:
        """Set whether a lead names a person or an organization (S45).

        Raises:
            BadInputError: It is neither.
            IllegalMoveError: It became a contact already.
        """
        if names not in LEAD_NAMES:
            raise BadInputError("names", f"A lead names one of: {', '.join(LEAD_NAMES)}.")
        with self._changing(lead_id, f"that {{}} is {names}") as (_, lead):
            if lead.state == "became contact" and names != "person":
                raise IllegalMoveError(f"{lead.name} became a contact, so it names a person.")
            lead.names = names  # type: ignore[assignment]

    # ── the ways on ──────────────────────────────────────────────────────────────────────────────

    def follow(self, lead_id: int) -> None:
        """Take a lead up, or up again after it was dropped or settled (S50).

        A note that was sent when it was dropped stays as a touch.

        Raises:
            IllegalMoveError: It is to be followed already.
        """
        with self._changing(lead_id, "following {}") as (shelves, lead):
            check_lead_move(lead.state, "to follow")
            if lead.courtesy == "sent":
                self._keep_touch(shelves, lead)
            lead.state = "to follow"
            lead.settled_at, lead.why_not, lead.courtesy = None, "", ""
            shelves.interviews.hold_again(lead.interview_id)  # something of it is open again
            if lead.due is None or lead.due < self._today():
                lead.due = add_working_days(self._today(), 1, self._is_off)

    def _keep_touch(self, shelves: "Shelves", lead: "Lead") -> None:
        from infotui.domain.records.afterwards import Touch

        giver = shelves.interviews.interview(lead.interview_id).contact_id
        words = f"that I would not follow up on {shorten(lead.name, 80)}"
        at = lead.settled_at or shelves.now
        shelves.followups.add(Touch(contact_id=giver, at=at, kind="wrote", words=words))

    def followed(self, lead_id: int) -> None:
        """Keep that I have followed a lead: written, rung, or looked into it (S50).

        Raises:
            IllegalMoveError: It was dropped; the sentence names the ways on.
        """
        with self._changing(lead_id, "“{}” followed") as (shelves, lead):
            check_lead_move(lead.state, "followed")
            lead.state, lead.settled_at = "followed", shelves.now

    def become_contact(
        self, lead_id: int, contact_id: int | None = None, *, waits: bool = False
    ) -> int:
        """Make a contact of a lead, or say which contact it is; its giver is the one through whom (S50).

        A new one gets name, ways to reach them and the why; one that is known keeps what it says.

        Args:
            lead_id: Which lead.
            contact_id: The contact it is; by default the one it was before, else a new one.
            waits: Whether it stays to be followed until they are written to or rung.

        Returns:
            The contact's id.

        Raises:
            BadInputError: The name cannot be one, or the contact is the giver.
            IllegalMoveError: It was dropped, or names an organization.
        """
        with self._changing(lead_id, "“{}” became a contact") as (shelves, lead):
            if lead.names == "organization":
                raise IllegalMoveError(
                    f"{lead.name} is an organization. Say that it is a person first."
                )
            check_lead_move(lead.state, "became contact")
            known = contact_id or lead.contact_id
            giver = shelves.contacts.contact(
                shelves.interviews.interview(lead.interview_id).contact_id
            )
            if known is None:
                contact = _new_contact(shelves, lead, giver)
            else:
                contact = shelves.contacts.contact(known)
                _link(shelves, contact, giver)
            lead.contact_id = contact.id
            if not waits:
                lead.state, lead.settled_at = "became contact", shelves.now
            elif lead.state == "new":
                lead.state = "to follow"
            return contact.row_id

    def become_organization(self, lead_id: int, name: str = "") -> int:
        """Put the organization that a lead names among the organizations; it stays to be looked into.

        Args:
            lead_id: Which lead; it names an organization from now on.
            name: Which one, where it is called otherwise.

        Returns:
            The organization's id; the known one of that name, else a new one.

        Raises:
            BadInputError: The name cannot be one.
            IllegalMoveError: It became a contact, or was dropped.
        """
        from infotui.domain.records.contact import OrganizationDraft

        with self._changing(lead_id, "“{}” among the organizations") as (shelves, lead):
            if lead.state not in {"new", "to follow", "followed"}:
                raise IllegalMoveError(f"{lead.name} is {lead.state}. Follow it again first.")
            draft = OrganizationDraft.model_validate({"name": name or lead.name})
            lead.names, lead.organization_id = (
                "organization",
                shelves.contacts.organization(draft).id,
            )
            lead.state = "to follow" if lead.state == "new" else lead.state
            return lead.organization_id or 0

    def drop(self, lead_id: int, why: str = "") -> date:
        """Drop a lead: the one who gave it is owed a courteous note, the next working day (S51).

        Returns:
            The day on which the note is due.

        Raises:
            BadInputError: The reason is longer than a line.
            IllegalMoveError: It was dropped already.
        """
        reason = optional_line("why", why)
        with self._changing(lead_id, "dropping {}") as (shelves, lead):
            check_lead_move(lead.state, "note due")
            lead.state, lead.why_not, lead.courtesy = "note due", reason, ""
            lead.due = due = add_working_days(self._today(), 1, self._is_off)
            lead.settled_at = shelves.now
        return due

    def courtesy_sent(self, lead_id: int) -> None:
        """Keep that the courteous note went out, which closes the lead (S51).

        Raises:
            IllegalMoveError: The lead was not dropped.
        """
        with self._changing(lead_id, "the note on {}") as (shelves, lead):
            self._close(lead)
            lead.courtesy, lead.settled_at = "sent", shelves.now

    def courtesy_waived(self, lead_id: int, why: str) -> None:
        """Keep that no note is needed, and why, which closes the lead (S51).

        Raises:
            BadInputError: No reason is given, or it is longer than a line.
            IllegalMoveError: The lead was not dropped.
        """
        reason = optional_line("why", why)
        if not reason:
            raise BadInputError("why", "Say in a word why no note is needed, so that it is kept.")
        with self._changing(lead_id, "the waived note on {}") as (shelves, lead):
            self._close(lead)
            lead.courtesy, lead.settled_at = "waived", shelves.now
            lead.why_not = (
                f"{lead.why_not} · no note: {reason}" if lead.why_not else f"no note: {reason}"
            )

    def _close(self, lead: "Lead") -> None:
        if lead.state not in {"note due", "not pursuing"}:
            raise IllegalMoveError(
                f"{lead.name} is {lead.state}, so no note is owed. Drop it first, if you will not follow it."
            )
        lead.state = "closed"

    @contextmanager
    def _changing(self, lead_id: int, what: str) -> "Iterator[tuple[Shelves, Lead]]":
        """Change a lead in one transaction that can be taken back; `{}` in `what` is its name."""
        with self._store.recorded() as (shelves, done):
            lead = shelves.followups.lead(lead_id)
            name = lead.name
            yield shelves, lead
            shelves.followups.session.add(lead)
        said = what.replace("{}", shorten(name, 60))
        self._undo.remember(said, lambda: self._store.turn_back(done))


def _new_contact(shelves: "Shelves", lead: "Lead", giver: "Contact") -> "Contact":
    """Make a contact of what a lead says of somebody."""
    from infotui.domain.records.contact import Contact, ContactDraft, ContactPoint

    points, words = _points(lead.reach)
    rest = f"To reach them: {', '.join(words)}" if words else ""
    about = "\n".join(part for part in (lead.why.strip(), rest) if part)
    draft = ContactDraft.model_validate({"name": lead.name, "about": about})
    contact = Contact.of(draft, None)
    shelves.contacts.add(contact)
    _link(shelves, contact, giver)
    number = contact.row_id
    shelves.contacts.set_points(
        number, [ContactPoint(contact_id=number, kind=k, value=v) for k, v in points]
    )
    if lead.consent == "yes":
        why = f"{giver.name} named them, and may be mentioned"
        shelves.interviews.change_stage(contact, "introduced", why)
    return contact


def _points(reach: str) -> tuple[list[tuple[PointKind, str]], list[str]]:
    """Give the ways to reach somebody that a contact can have, and what stays as words."""
    ways = ways_of(reach)
    points: list[tuple[PointKind, str]] = []
    words = list(ways.rest)
    looks: tuple[tuple[PointKind, tuple[str, ...], Callable[[str], str]], ...] = (
        ("email", ways.emails, check_email),
        ("phone", ways.phones, lambda number: optional_line("phone", number)),
        ("web", ways.links, check_link),
    )
    for kind, found, check in looks:
        for way in found:
            try:
                points.append((kind, check(way)))
            except BadInputError:
                words.append(way)
    return points, words


def _link(shelves: "Shelves", contact: "Contact", giver: "Contact") -> None:
    """Keep through whom one came to somebody, unless that is known already."""
    if contact.id == giver.id:
        raise BadInputError(
            "contact",
            f"{giver.name} gave this lead and cannot be the one it names. Choose another.",
        )
    if contact.introducer_id is None and not contact.introduced_by:
        contact.introducer_id, contact.introduced_by = giver.id, giver.name
        contact.make_words()
        shelves.contacts.session.add(contact)
