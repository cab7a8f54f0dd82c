"""Contacts, their organizations and ways to reach them, as drafts that validate and records that last."""

from datetime import datetime

from pydantic import field_validator
from sqlalchemy import String
from sqlmodel import Field, SQLModel

from infotui.domain.contact import PointKind, Stage, long_text, optional_line, required_line
from infotui.domain.records.base import Entity, Instant
from infotui.domain.text import fold


class OrganizationDraft(SQLModel):
    """An organization as it is handed in."""

    name: str
    field: str = ""
    place: str = ""
    about: str = ""

    @field_validator("name")
    @classmethod
    def _name(cls, value: str) -> str:
        return required_line("organization", value, "An organization")

    @field_validator("field", "place")
    @classmethod
    def _line(cls, value: str) -> str:
        return optional_line("organization", value)


class Organization(OrganizationDraft, Entity, table=True):
    """An organization; found again by its folded name."""

    folded: str = ""
    words: str = ""

    @classmethod
    def of(cls, draft: OrganizationDraft) -> "Organization":
        """Make a record of a draft."""
        words = fold(f"{draft.field} · {draft.place}")
        return cls(**draft.model_dump(), folded=fold(draft.name), words=words)


class ContactDraft(SQLModel):
    """A contact as a form, an import or a command hands it in."""

    name: str
    role: str = ""
    unit: str = ""
    field: str = ""
    introduced_by: str = ""
    about: str = ""
    zone: str = ""

    @field_validator("name")
    @classmethod
    def _name(cls, value: str) -> str:
        return required_line("name", value, "A contact")

    @field_validator("role")
    @classmethod
    def _role(cls, value: str) -> str:
        return optional_line("role", value)

    @field_validator("unit")
    @classmethod
    def _unit(cls, value: str) -> str:
        return optional_line("unit", value)

    @field_validator("field")
    @classmethod
    def _field(cls, value: str) -> str:
        return optional_line("field", value)

    @field_validator("introduced_by")
    @classmethod
    def _introduced_by(cls, value: str) -> str:
        return optional_line("introduced_by", value)

    @field_validator("about")
    @classmethod
    def _about(cls, value: str) -> str:
        return long_text("about", value)


class Contact(ContactDraft, Entity, table=True):
    """A person one knows, or knows of."""

    folded: str = ""
    words: str = ""
    organization_id: int | None = Field(default=None, foreign_key="organization.id")
    stage: Stage = Field(default="stranger", sa_type=String)
    cadence_days: int | None = None
    picked: int | None = None
    archived_at: datetime | None = Field(default=None, sa_type=Instant)
    introducer_id: int | None = Field(default=None, foreign_key="contact.id")

    @classmethod
    def of(cls, draft: ContactDraft, organization_id: int | None) -> "Contact":
        """Make a record of a draft."""
        contact = cls(name=draft.name)
        contact.take(draft, organization_id)
        return contact

    def take(self, draft: ContactDraft, organization_id: int | None) -> None:
        """Take over what a draft says."""
        for name, value in draft.model_dump().items():
            setattr(self, name, value)
        self.folded = fold(draft.name)
        self.make_words()
        self.organization_id = organization_id

    def make_words(self) -> None:
        """Bring what a filter looks at in step with the record."""
        self.words = fold(" · ".join((self.role, self.unit, self.field, self.introduced_by)))


class ContactPoint(Entity, table=True):
    """One way to reach a contact."""

    __tablename__ = "contact_point"

    contact_id: int = Field(foreign_key="contact.id")
    kind: PointKind = Field(sa_type=String)
    value: str
    position: int = 0


class ContactTag(Entity, table=True):
    """A word one gave a contact, by which people are found together."""

    __tablename__ = "contact_tag"

    contact_id: int = Field(foreign_key="contact.id")
    tag: str
    folded: str


class ResearchNote(Entity, table=True):
    """What one found out about a person or an organization, exactly one of them (S27)."""

    __tablename__ = "research_note"

    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    organization_id: int | None = Field(default=None, foreign_key="organization.id")
    body: str = ""
    source: str = ""
