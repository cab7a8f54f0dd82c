"""Copies a bank question into a plan and fills the blanks that the record can fill (S43)."""

from typing import TYPE_CHECKING

from infotui.config.settings import Settings
from infotui.domain.bank import BankQuestion
from infotui.domain.blanks import fill
from infotui.domain.question import QuestionRow
from infotui.storage.store import Store
from infotui.storage.views import contacts, interviews

if TYPE_CHECKING:
    from infotui.domain.records.question import Question


def values_for(store: Store, interview_id: int, settings: Settings) -> dict[str, str]:
    """Give what the record knows for each blank; what it does not know is left out."""
    db = store.reading()
    interview = interviews.one(db, interview_id)
    contact = contacts.sheet(db, interview.contact_id) if interview else None
    if interview is None or contact is None:
        return {}
    found = {
        "name": contact.name.split()[0],
        "organization": interview.organization,
        "unit": contact.unit,
        "profession": contact.role,
        "field": interview.field or contact.field or settings.field,
        "region": settings.region,
    }
    return {blank: value for blank, value in found.items() if value}


def values_of(store: Store, contact_id: int, settings: Settings) -> dict[str, str]:
    """Give what the record knows for each blank of a talk with somebody that is not planned yet."""
    contact = contacts.sheet(store.reading(), contact_id)
    if contact is None:
        return {}
    found = {
        "name": contact.name.split()[0],
        "organization": contact.organization,
        "unit": contact.unit,
        "profession": contact.role,
        "field": contact.field or settings.field,
        "region": settings.region,
    }
    return {blank: value for blank, value in found.items() if value}


def copy_of(
    entry: BankQuestion, interview_id: int, values: dict[str, str], wording: str = ""
) -> "Question":
    """Make a question of a bank entry, in one of its wordings, its known blanks filled.

    It has no position yet: the shelf gives it one.
    """
    from infotui.domain.records.question import Question

    template = wording or entry.text
    return Question(
        interview_id=interview_id,
        position=0,
        text=fill(template, values),
        template=template,
        short=entry.short,
        bank_id=entry.id,
        origin="bank",
        phase=entry.phase,  # type: ignore[arg-type]
    )


def copied_for(was: QuestionRow, interview_id: int, values: dict[str, str]) -> "Question":
    """Make a question of one that stands in another plan, its bank wording filled anew for this talk.

    It has no position yet: the shelf gives it one. What was written for another person in one's own
    words is kept as it is.
    """
    from infotui.domain.records.question import Question

    from_bank = was.origin == "bank"
    return Question(
        interview_id=interview_id,
        position=0,
        text=worded_for(was.text, was.template, was.tailoring, values),
        template=was.template if from_bank else "",
        short=was.short,
        bank_id=was.bank_id,
        origin="bank" if from_bank else "own",
        phase=was.phase,  # type: ignore[arg-type]
        importance=was.importance,  # type: ignore[arg-type]
        joined=was.joined,
    )


def worded_for(text: str, template: str, tailored: str, values: dict[str, str]) -> str:
    """Give a question's own words; where those are the bank's, its blanks are filled for this talk."""
    return fill(template, values) if template and tailored in {"raw", "filled"} else text
