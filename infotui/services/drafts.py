"""The desk of drafts: which one fits, filled from the record, kept until it is used; it sends nothing (S22)."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.config.templates import Templates, load_templates
from infotui.domain.clock import Clock
from infotui.domain.draft import KINDS, DraftKind, DraftRow, Offer, as_text
from infotui.domain.draft_sheet import DraftSheet
from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.interview import HAS_BEEN
from infotui.domain.introduction import IntroductionRow
from infotui.domain.naming import names
from infotui.domain.template import Filled, render
from infotui.domain.text import clean, clean_line
from infotui.formats.mailto import MailLink, mail_link
from infotui.services.draft_afterwards import talk_with, thing_in
from infotui.services.draft_consent import consent_of, naming_nobody
from infotui.services.draft_offers import offers
from infotui.services.draft_values import About, interview_for, introducer_of, known_values
from infotui.services.exports import file_at_home, file_meant, write_out
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import contacts, drafts, interviews, reaching

if TYPE_CHECKING:
    from infotui.domain.records.reaching import Draft

_HOWS: Final = ("copied", "file", "mail", "said", "sent")


class DraftDesk:
    """Texts that I send or say myself."""

    def __init__(
        self, store: Store, clock: Clock, zone: ZoneInfo, settings: Settings, undo: Undo
    ) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone
        self._settings = settings
        self._undo = undo
        self._targets: dict[int, int] = {}  # whom an ask is about, where no record says so
        self._things: dict[int, int] = {}  # the promise, lead or resource it is about
        self._rewritten: set[int] = set()  # what they said before can still be brought back
        self.trouble: tuple[str, ...] = ()  # what was wrong with templates when they were read last

    def offers(
        self, contact_id: int, interview_id: int | None = None, introduction_id: int | None = None
    ) -> list[Offer]:
        """Give the drafts that could be written to or about somebody, the fitting one first."""
        return offers(self._store, self._zone, contact_id, interview_id, introduction_id)

    def of_contact(self, contact_id: int) -> list[DraftRow]:
        """Give the drafts for somebody, open and used, the latest first."""
        return drafts.of_contact(self._store.reading(), contact_id)

    def fill(self, offer: Offer) -> Filled:
        """Give a fresh text of a draft; what is not known stays as a blank.

        Raises:
            BadInputError: There is no such kind.
            NotFoundError: The contact is not there any more.
        """
        about, found = self._about(offer), self._templates()
        now = self._clock.now()
        values = known_values(self._store, self._settings, self._zone, now, about)
        sheet = self._sheet(self._row_for(offer, about), about)
        values, withheld = naming_nobody(values, sheet)
        self.trouble = (*found.trouble, *withheld)
        return render(found.of[about.kind], values)

    def _templates(self) -> Templates:
        """Read them anew: the person may be at work on one."""
        found = load_templates()
        self.trouble = found.trouble
        return found

    def _about(self, offer: Offer) -> About:
        kind, db = kind_named(offer.kind), self._store.reading()
        found = _introduction(reaching.introduction(db, offer.introduction_id or 0), offer)
        meeting = interviews.one(db, offer.interview_id) if offer.interview_id else None
        if kind.after:
            held = talk_with(self._store, offer.contact_id, offer.interview_id)
            return About(
                kind.key, offer.contact_id, held and held.id, None, thing_id=offer.thing_id
            )
        if kind.to == "them":
            with_them = meeting is not None and meeting.contact_id == offer.contact_id
            near = meeting if with_them else interview_for(self._store, offer.contact_id)
            return About(kind.key, offer.contact_id, near and near.id, found)
        target = offer.target_id or (found.target_id if found else None)
        if target is None and meeting is not None and meeting.contact_id != offer.contact_id:
            target = meeting.contact_id
        if target is not None and (meeting is None or meeting.contact_id != target):
            meeting = interview_for(self._store, target)
        about = meeting and meeting.id if target is not None else None
        return About(kind.key, offer.contact_id, about, found, target)

    def take_up(self, offer: Offer) -> int:
        """Give the open draft of that kind, or begin one from the template.

        Returns:
            The draft's id.

        Raises:
            BadInputError: There is no such kind.
            NotFoundError: The contact is not there any more.
        """
        from infotui.domain.records.reaching import Draft

        about = self._about(offer)
        introduction_id = about.introduction.id if about.introduction else None
        where = (about.kind, about.contact_id, about.interview_id, introduction_id)
        target = about.target_id and contacts.sheet(self._store.reading(), about.target_id)
        for row in drafts.open_ones(self._store.reading(), *where):
            same = introduction_id or not target or names(as_text(row), target.name)
            if same and self._is_about(row, about.thing_id):
                return row.id
        filled = self.fill(offer)
        with self._store.writing() as shelves:
            draft_id = shelves.reaching.add(
                Draft(
                    kind=about.kind, contact_id=about.contact_id, interview_id=about.interview_id,
                    introduction_id=introduction_id, subject=filled.subject, body=filled.body,
                )
            ).row_id  # fmt: skip
        if about.target_id is not None:
            self._targets[draft_id] = about.target_id
        if about.thing_id is not None:
            self._things[draft_id] = about.thing_id
        return draft_id

    def _is_about(self, row: DraftRow, thing_id: int | None) -> bool:
        """Whether an open draft is about a thing: as it was begun, else as its words say."""
        if thing_id is None or self._things.get(row.id, thing_id) != thing_id:
            return thing_id is None
        return row.id in self._things or thing_in(self._store, self._zone, row) in {None, thing_id}

    def thing_of(self, row: DraftRow) -> int | None:
        """Give which promise, lead, resource or notice a draft is about; None where that is unclear."""
        known = self._things.get(row.id)
        return thing_in(self._store, self._zone, row) if known is None else known

    def row(self, draft_id: int) -> DraftRow:
        """Give a draft.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = drafts.one(self._store.reading(), draft_id)
        if row is None:
            raise NotFoundError("That draft is no longer in the notebook.")
        return row

    def sheet(self, draft_id: int) -> DraftSheet:
        """Give a draft with where it goes and who is not to be named in it (M4).

        Raises:
            NotFoundError: It is not there any more.
        """
        row = self.row(draft_id)
        return self._sheet(row, self._about_row(row))

    def look_at(self, offer: Offer) -> tuple[Filled, DraftSheet]:
        """Give a draft as it would be begun, without beginning it.

        Raises:
            BadInputError: There is no such kind.
            NotFoundError: The contact is not there any more.
        """
        filled, about = self.fill(offer), self._about(offer)
        row = self._row_for(offer, about)._replace(subject=filled.subject, body=filled.body)
        return filled, self._sheet(row, about)

    def _row_for(self, offer: Offer, about: About) -> DraftRow:
        """Give the row of a draft that is not begun yet."""
        contact = contacts.sheet(self._store.reading(), offer.contact_id)
        return DraftRow(
            0, offer.contact_id, contact.name if contact else "", about.interview_id,
            offer.introduction_id, offer.kind, "", "", "open", self._clock.now(), None, "",
        )  # fmt: skip

    def _sheet(self, row: DraftRow, about: About) -> DraftSheet:
        db = self._store.reading()
        whom = about.target_id if about.target_id is not None else row.contact_id
        found = consent_of(self._store, row.contact_id, whom)
        contact, target = contacts.sheet(db, row.contact_id), contacts.sheet(db, whom)
        points = {p.kind: p.value for p in reversed(contact.points)} if contact else {}
        spared = [self._settings.name]
        for known in (contact, target):
            spared += [known.name, known.organization, known.unit] if known else []
        return DraftSheet(
            row=row,
            email=points.get("email", ""),
            phone=points.get("phone", ""),
            address=points.get("address", ""),
            unnamed=found.unnamed,
            unasked=found.unasked,
            through=found.through,
            spared=tuple(filter(None, spared)),
            subject_id=whom,
            has_introducer=introducer_of(self._store, about) is not None,
            met=self._met(whom),
        )

    def _met(self, contact_id: int) -> bool:
        talks = interviews.with_contact(self._store.reading(), contact_id)
        return any(row.state in HAS_BEEN for row in talks)

    def _about_row(self, row: DraftRow) -> About:
        kind = row.kind if row.kind in KINDS else next(iter(KINDS))
        return self._about(
            Offer(
                kind, row.contact_id, row.interview_id, row.introduction_id,
                self._targets.get(row.id) if KINDS[kind].to == "introducer" else None,
                thing_id=self._things.get(row.id),
            )
        )  # fmt: skip

    def ask_first(self, draft_id: int) -> Offer | None:
        """Give the draft that asks whether I may name whoever led me there; None when none is needed."""
        sheet = self.sheet(draft_id)
        first = sheet.held_for or sheet.worth_asking
        if first is None or not first.contact_id:
            return None
        return Offer(
            "mention-ask", first.contact_id, sheet.row.interview_id, None, sheet.subject_id
        )

    # ── changing one ─────────────────────────────────────────────────────────────────────────────

    def begin_anew(self, draft_id: int) -> None:
        """Write a draft again from its template; can be taken back.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = self.row(draft_id)
        filled = self._fill_again(row)
        self.rewrite(draft_id, filled.subject, filled.body, "the draft begun anew")

    def _fill_again(self, row: DraftRow) -> Filled:
        about = self._about_row(row)
        return self.fill(
            Offer(about.kind, about.contact_id, about.interview_id, row.introduction_id,
                  about.target_id, thing_id=about.thing_id)
        )  # fmt: skip

    def rewrite(self, draft_id: int, subject: str, body: str, what: str) -> None:
        """Put another text into a draft as a whole; can be taken back."""
        before = self.row(draft_id)
        if (before.subject, before.body) == (subject, body):
            return

        def put(one: str, other: str) -> None:
            with self._store.writing() as shelves:
                draft = shelves.reaching.draft(draft_id)
                draft.subject, draft.body = clean_line(one), clean(other)

        put(subject, body)
        self._rewritten.add(draft_id)
        self._undo.remember(what, lambda: put(before.subject, before.body))

    def drop_if_untouched(self, draft_id: int) -> bool:
        """Remove a draft that says what its template says and no more; tells whether it did."""
        row = drafts.one(self._store.reading(), draft_id)
        if row is None or row.state != "open" or draft_id in self._rewritten:
            return False
        filled = self._fill_again(row)
        if (row.subject, row.body) != (filled.subject, filled.body):
            return False
        self._remove(draft_id)
        return True

    def drop(self, draft_id: int) -> None:
        """Throw a draft away; can be taken back."""
        from infotui.domain.records.reaching import Draft

        row, values = self.row(draft_id), self._remove(draft_id)

        def put_back() -> None:
            with self._store.writing() as shelves:
                shelves.reaching.put_back(Draft, values)

        self._undo.remember(f"the draft for {row.contact} thrown away", put_back)

    def _remove(self, draft_id: int) -> dict[str, object]:
        from infotui.domain.records.reaching import Draft

        with self._store.writing() as shelves:
            return shelves.reaching.remove(Draft, draft_id)

    def mark_used(self, draft_id: int, how: str) -> None:
        """Keep that a draft was sent or said, and how; can be taken back.

        Raises:
            BadInputError: There is no such way.
        """
        if how not in _HOWS:
            raise BadInputError("how", f"“{how}” is no way; there are {', '.join(_HOWS)}.")
        before = self.row(draft_id)
        with self._store.writing() as shelves:
            _set_use(shelves.reaching.draft(draft_id), "used", shelves.now, how)

        def open_again() -> None:
            with self._store.writing() as shelves:
                draft = shelves.reaching.draft(draft_id)
                _set_use(draft, before.state, before.used_at, before.used_how)

        self._undo.remember(f"the draft for {before.contact} marked as used", open_again)

    # ── handing one on ───────────────────────────────────────────────────────────────────────────

    def mail_link(self, draft_id: int) -> MailLink:
        """Give a draft as a link that the mail program opens; without a text that is too long for it."""
        sheet = self.sheet(draft_id)
        return mail_link(sheet.email, sheet.row.subject, sheet.row.body)

    def file_for(self, draft_id: int) -> str:
        """Give a place for a draft: a file in the home folder, named after kind and person."""
        row = self.row(draft_id)
        return file_at_home(row.kind, row.contact, "draft")

    def write(self, draft_id: int, target: str, *, replace: bool = False) -> Path:
        """Write a draft to a file, whole or not at all.

        Returns:
            Where it is.

        Raises:
            BadInputError: No file is named; `field` is `file`.
            ExportError: It stands already and `replace` is off, or it cannot be written.
        """
        path = file_meant(target)
        write_out([as_text(self.row(draft_id))], str(path), force=replace)
        return path


def kind_named(key: str) -> DraftKind:
    """Give a kind of draft by its name.

    Raises:
        BadInputError: There is no such kind; `field` is `kind`.
    """
    found = KINDS.get(key)
    if found is None:
        raise BadInputError("kind", f"“{key}” is no kind of draft; there are {', '.join(KINDS)}.")
    return found


def _introduction(found: IntroductionRow | None, offer: Offer) -> IntroductionRow | None:
    """Give the introduction that is meant, when whom the draft is for has a part in it."""
    parts = (found.introducer_id, found.target_id) if found else ()
    return found if offer.contact_id in parts else None


def _set_use(draft: "Draft", state: str, at: datetime | None, how: str) -> None:
    draft.state, draft.used_at, draft.used_how = state, at, how
