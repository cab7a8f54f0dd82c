"""What a contact and an organization are: stages, rules for names, rows that screens show."""

from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.errors import BadInputError
from infotui.domain.text import clean, clean_line, count_of

Stage = Literal["stranger", "introduced", "met", "in touch", "advocate"]
STAGES: Final[tuple[str, ...]] = get_args(Stage)

PointKind = Literal["email", "phone", "address", "web", "other"]
POINT_KINDS: Final[tuple[str, ...]] = get_args(PointKind)

# In which order people are listed.
Order = Literal["name", "prospects", "touch"]
ORDERS: Final[tuple[str, ...]] = get_args(Order)

LINE_LIMIT: Final = 200
TEXT_LIMIT: Final = 100_000


def required_line(field: str, value: str, what: str) -> str:
    """Clean a line that must not be empty.

    Args:
        field: The field's name, for the error.
        value: What was entered.
        what: What it is, as it begins a sentence ("A contact").

    Raises:
        BadInputError: Nothing is left of it, or it is longer than a line can be.
    """
    line = optional_line(field, value)
    if not any(letter.isprintable() and not letter.isspace() for letter in line):
        raise BadInputError(field, f"{what} needs a name. Nothing was stored.")
    return line


def optional_line(field: str, value: str) -> str:
    """Clean a line that may be empty; refuse one that is longer than a line can be."""
    line = clean_line(value)
    if len(line) > LINE_LIMIT:
        raise BadInputError(
            field, f"That is {len(line):,} characters; {LINE_LIMIT} fit here. Nothing is lost yet."
        )
    return line


def long_text(field: str, value: str) -> str:
    """Clean a text of many lines; refuse one that no screen could show."""
    text = clean(value)
    if len(text) > TEXT_LIMIT:
        raise BadInputError(field, f"That is {len(text):,} characters; {TEXT_LIMIT:,} fit here.")
    return text


class ContactForm(NamedTuple):
    """A contact as a form hands it in: plain texts, checked when they are stored.

    Several ways of a kind, as two e-mail addresses, stand in one line, parted by `;`.
    """

    name: str
    organization: str = ""
    role: str = ""
    unit: str = ""
    field: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    introduced_by: str = ""
    about: str = ""
    zone: str = ""
    tags: str = ""
    web: str = ""


def check_email(value: str) -> str:
    """Give an e-mail address as one line, or nothing.

    Raises:
        BadInputError: It is no address.
    """
    line = optional_line("email", value)
    name, at, host = line.partition("@")
    if line and (not name or not at or "@" in host or " " in line or not _is_host(host)):
        raise BadInputError(
            "email", f"“{line}” is no e-mail address. Write it like ana@example.org."
        )
    return line


def _is_host(text: str) -> bool:
    parts = text.split(".")
    return len(parts) > 1 and all(parts)


class ContactRow(NamedTuple):
    """A contact as a list shows it."""

    id: int
    name: str
    role: str
    organization: str
    field: str
    stage: str
    talks: int
    last_met: datetime | None
    picked: int | None = None
    touched_at: datetime | None = None
    archived: bool = False


class ContactPointRow(NamedTuple):
    """One way to reach a contact."""

    id: int
    kind: str
    value: str


class ContactSheet(NamedTuple):
    """A contact as its own page shows it."""

    id: int
    uuid: str
    name: str
    role: str
    unit: str
    organization_id: int | None
    organization: str
    field: str
    stage: str
    introduced_by: str
    about: str
    points: tuple[ContactPointRow, ...]
    research_notes: int
    organization_notes: int
    zone: str = ""
    tags: tuple[str, ...] = ()
    introducer_id: int | None = None
    picked: int | None = None
    archived_at: datetime | None = None
    cadence_days: int | None = None
    touched_at: datetime | None = None  # the last real contact, and what it was (S49)
    touched_by: str = ""

    def points_of(self, kind: str) -> str:
        """Give the ways of one kind in one line, as a form shows them."""
        return "; ".join(point.value for point in self.points if point.kind == kind)


class Doubt(NamedTuple):
    """Somebody who may be the same person as another contact, and why one may think so."""

    id: int
    name: str
    organization: str
    why: str


class Weight(NamedTuple):
    """What hangs on a contact, in numbers: it goes when the contact is deleted."""

    talks: int = 0
    planned: int = 0
    notes: int = 0
    findings: int = 0
    research: int = 0
    promises: int = 0
    leads: int = 0
    introductions: int = 0
    outreach: int = 0
    drafts: int = 0
    taking_part: int = 0
    live: int = 0
    courtesies: int = 0  # notes owed on leads that were dropped
    thanks: int = 0  # thank-yous that are not sent yet

    def words(self) -> list[str]:
        """Say each number that is not nothing."""
        with_notes = f" with {count_of(self.notes, 'note')}" if self.notes else ""
        found = f" and {count_of(self.findings, 'finding')}" if self.findings else ""
        said = (
            (self.talks, f"{count_of(self.talks, 'talk')}{with_notes}{found}"),
            (self.planned, f"{count_of(self.planned, 'planned talk')}"),
            (self.research, count_of(self.research, "research note")),
            (self.promises, count_of(self.promises, "open promise")),
            (self.leads, count_of(self.leads, "open lead")),
            (
                self.courtesies,
                count_of(self.courtesies, "note owed on a dropped lead")
                if self.courtesies == 1
                else f"{self.courtesies} notes owed on dropped leads",
            ),
            (self.thanks, count_of(self.thanks, "open thank-you")),
            (self.introductions, count_of(self.introductions, "introduction")),
            (self.outreach, "1 message" if self.outreach == 1 else f"{self.outreach} messages"),
            (self.drafts, count_of(self.drafts, "draft")),
        )
        return [words for number, words in said if number]

    def sentence(self, name: str) -> str:
        """Say what is deleted with a contact of that name, and what stays."""
        words = self.words()
        what = f"With {name} go {', '.join(words)}." if words else f"Nothing hangs on {name} yet."
        if self.taking_part:
            one = self.taking_part == 1
            theirs = "1 talk" if one else f"{self.taking_part} talks"
            what += f" {theirs} with somebody else {'stays' if one else 'stay'}, without them."
        return f"{what} Their organization stays. u puts everything back."


class SubjectRow(NamedTuple):
    """A person or an organization that research notes can be about."""

    kind: Literal["contact", "organization"]
    id: int
    name: str
    detail: str
    notes: int
    in_focus: bool


class ResearchRow(NamedTuple):
    """A research note on a person or an organization (S27)."""

    id: int
    uuid: str
    body: str
    source: str
    noted_at: datetime
