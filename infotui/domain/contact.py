"""What a contact and an organization are: stages, rules for names, rows that screens show."""

from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.errors import BadInputError
from infotui.domain.text import clean, clean_line

Stage = Literal["stranger", "introduced", "met", "in touch", "advocate"]
STAGES: Final[tuple[str, ...]] = get_args(Stage)

PointKind = Literal["email", "phone", "address", "web", "other"]
POINT_KINDS: Final[tuple[str, ...]] = get_args(PointKind)

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
    """A contact as a form hands it in: plain texts, checked when they are stored."""

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
