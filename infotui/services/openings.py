"""The desk of openings: jobs that were spoken of, how each stands, and who may help with it (S13, S52)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from infotui.domain.contact import long_text, optional_line
from infotui.domain.contact_lines import check_link
from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.opening import (
    OPENING_STATES,
    POSTED,
    Advocate,
    OpeningForm,
    OpeningRow,
    advocates,
    with_why,
    without_why,
)
from infotui.domain.text import clean_line, fold, shorten
from infotui.services.undo import Undo
from infotui.storage.store import Store
from infotui.storage.views import contacts, openings

if TYPE_CHECKING:
    from infotui.domain.records.note import Opening
    from infotui.storage.shelves import Shelves

_GONE: Final = "That opening is no longer in the notebook. Nothing changed."


class _Checked(NamedTuple):
    """A form of which every field can be meant."""

    text: str
    organization: str
    field: str
    link: str
    posted: str


class OpeningDesk:
    """Openings."""

    def __init__(self, store: Store, undo: Undo) -> None:
        self._store = store
        self._undo = undo

    def one(self, opening_id: int) -> OpeningRow:
        """Give an opening.

        Raises:
            NotFoundError: It is not there any more.
        """
        row = openings.one(self._store.reading(), opening_id)
        if row is None:
            raise NotFoundError(_GONE)
        return row

    def all(self, needle: str = "") -> list[OpeningRow]:
        """Give the openings that hold all words of a filter; those one is at first, closed ones last."""
        words = fold(needle).split()
        rows = openings.rows(self._store.reading())
        if not words:
            return rows
        return [row for row in rows if all(word in _words(row) for word in words)]

    def advocates(self, opening_id: int) -> list[Advocate]:
        """Give who of those met already may help, each with the reasons, the likeliest first (S52)."""
        row = self.one(opening_id)
        return advocates(row, openings.met(self._store.reading(), row))

    def form_of(self, opening_id: int) -> OpeningForm:
        """Give an opening as a form that can be handed in again.

        Where no organization is set yet, it is the one that the words name, if they name one.
        """
        row = self.one(opening_id)
        known = contacts.organizations(self._store.reading()) if not row.organization else []
        named = max((name for name in known if _says(row.text, name)), key=len, default="")
        return OpeningForm(row.text, row.organization or named, row.field, row.link, row.posted)

    def add(self, form: OpeningForm, interview_id: int | None = None) -> int:
        """Store an opening that was heard of.

        Args:
            form: What is known of it.
            interview_id: The talk in which it was heard of, if it was.

        Returns:
            The opening's id.

        Raises:
            BadInputError: A field cannot be meant; nothing was stored.
        """
        from infotui.domain.records.note import Opening

        checked = _check(form)
        with self._store.recorded() as (shelves, done):
            opening = Opening(text=checked.text, interview_id=interview_id)
            _take(shelves, opening, checked)
            number = shelves.notes.add(opening).row_id
        said = f"the opening “{shorten(checked.text, 40)}”"
        self._undo.remember(said, lambda: self._store.turn_back(done))
        return number

    def change(self, opening_id: int, form: OpeningForm) -> None:
        """Store a changed opening; a note that it was caught in stays as it was said.

        Raises:
            BadInputError: A field cannot be meant; nothing was changed.
            NotFoundError: It is not there any more.
        """
        checked = _check(form)
        with self._changing(opening_id, "the change of “{}”") as (shelves, opening):
            opening.text = checked.text
            _take(shelves, opening, checked)

    def set_posted(self, opening_id: int, posted: str) -> None:
        """Set whether a job is posted, unposted, or that this is unknown (S13).

        Raises:
            BadInputError: It is none of these.
        """
        if posted not in POSTED:
            raise BadInputError("posted", f"It is one of: {', '.join(POSTED)}.")
        with self._changing(opening_id, f"“{{}}” {posted}") as (_, opening):
            opening.posted = posted

    def set_state(self, opening_id: int, state: str) -> None:
        """Set how an opening stands: heard, watching, applied, closed; any may follow any.

        Raises:
            BadInputError: There is no such state.
        """
        if state not in OPENING_STATES:
            raise BadInputError("state", f"It is one of: {', '.join(OPENING_STATES)}.")
        with self._changing(opening_id, f"“{{}}” {state}") as (shelves, opening):
            if opening.state == state:
                return
            opening.state = state
            opening.settled_at = shelves.now if state == "closed" else None
            opening.text = without_why(opening.text)

    def close(self, opening_id: int, why: str = "") -> None:
        """Close an opening; a word why goes behind its own words.

        Raises:
            BadInputError: The reason is longer than a line.
        """
        reason = optional_line("why", why)
        with self._changing(opening_id, "“{}” closed") as (shelves, opening):
            opening.state, opening.settled_at = "closed", shelves.now
            opening.text = with_why(opening.text, reason)

    def delete(self, opening_id: int) -> None:
        """Take an opening off the list; the note that it was caught in stays.

        Raises:
            NotFoundError: It is not there any more.
        """
        from infotui.domain.records.note import Opening

        with self._store.recorded() as (shelves, done):
            gone = shelves.notes.remove(Opening, opening_id)
        said = f"deleting “{shorten(gone['text'], 40)}”"
        self._undo.remember(said, lambda: self._store.turn_back(done))

    @contextmanager
    def _changing(self, opening_id: int, what: str) -> "Iterator[tuple[Shelves, Opening]]":
        """Change an opening in one transaction that can be taken back; `{}` in `what` is its words."""
        from infotui.domain.records.note import Opening

        with self._store.recorded() as (shelves, done):
            opening = shelves.notes.get(Opening, opening_id)
            said = what.replace("{}", shorten(opening.text, 40))
            yield shelves, opening
            shelves.notes.session.add(opening)
        if done.steps:
            self._undo.remember(said, lambda: self._store.turn_back(done))


def _says(text: str, name: str) -> bool:
    """Tell whether a text names an organization, by its whole name."""
    return re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", fold(text)) is not None


def _words(row: OpeningRow) -> str:
    parts = (row.text, row.organization, row.field, row.told_by, row.state, row.posted)
    return fold(" ".join(parts))


def _check(form: OpeningForm) -> _Checked:
    text = long_text("text", form.text).strip()
    if not clean_line(text):
        raise BadInputError("text", "Say in a few words what the job is. Nothing was stored.")
    posted = clean_line(form.posted).casefold() or "unknown"
    if posted not in POSTED:
        raise BadInputError("posted", f"It is one of: {', '.join(POSTED)}.")
    try:
        link = check_link(form.link)
    except BadInputError as bad:
        raise BadInputError("link", bad.sentence) from bad
    return _Checked(
        text,
        optional_line("organization", form.organization),
        optional_line("field", form.field),
        link,
        posted,
    )


def _take(shelves: "Shelves", opening: "Opening", checked: _Checked) -> None:
    from infotui.domain.records.contact import OrganizationDraft

    there = None
    if checked.organization:
        known = {"name": checked.organization, "field": checked.field}
        there = shelves.contacts.organization(OrganizationDraft.model_validate(known)).id
    opening.organization_id, opening.field = there, checked.field
    opening.link, opening.posted = checked.link, checked.posted
