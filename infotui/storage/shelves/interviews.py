"""Stores interviews and what hangs on them alone."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select  # noqa: TID251 - storage

from infotui.domain.interview import BEFORE_LIVE
from infotui.domain.records.contact import Contact
from infotui.domain.records.interview import (
    ChecklistItem,
    Goal,
    Interview,
    InterviewPerson,
    SegmentEntry,
    StateChange,
)
from infotui.domain.text import fold
from infotui.domain.timer import Segment, standing
from infotui.storage.shelves.shelf import Shelf


class InterviewShelf(Shelf):
    """Interviews, goals, day sheets, logs."""

    def __init__(self, session: Session, now: datetime) -> None:
        super().__init__(session, now)
        self.appended: list[Segment] = []  # to the log, in this transaction

    def interview(self, interview_id: int) -> Interview:
        """Give an interview."""
        return self.get(Interview, interview_id)

    def live(self) -> Interview | None:
        """Give the interview that is live, if one is."""
        return self.session.exec(select(Interview).where(Interview.state == "live")).first()

    def change_state(self, interview: Interview, became: str, why: str = "") -> None:
        """Set an interview's state and keep the change with its reason."""
        change = StateChange(interview_id=interview.id, was=interview.state, became=became, why=why)
        interview.state = became  # type: ignore[assignment]
        self.session.add(interview)
        self.add(change)

    def hold_again(self, interview_id: int) -> None:
        """Let a closed talk be held again, because something of it is open again (S3)."""
        interview = self.interview(interview_id)
        if interview.state == "closed":
            self.change_state(interview, "held", "something of it is open again")

    def change_stage(self, contact: Contact, became: str, why: str) -> None:
        """Set a contact's stage and keep the change with its reason (S11)."""
        change = StateChange(contact_id=contact.id, was=contact.stage, became=became, why=why)
        contact.stage = became  # type: ignore[assignment]
        self.session.add(contact)
        self.add(change)

    def follow_contact(self, contact: Contact, employer: int | None, field: str) -> None:
        """Let the interviews to come follow a contact to another organization or field."""
        coming = self.session.exec(
            select(Interview).where(
                Interview.contact_id == contact.id, col(Interview.state).in_(BEFORE_LIVE)
            )
        )
        for interview in coming:
            if interview.organization_id == contact.organization_id:
                interview.organization_id = employer
            if interview.field == contact.field:
                interview.field, interview.words = field, fold(field)

    def log(self, interview_id: int) -> tuple[Segment, ...]:
        """Give the timer's log of an interview as it stands, in order."""
        entries = self.session.exec(
            select(SegmentEntry)
            .where(SegmentEntry.interview_id == interview_id)
            .order_by(col(SegmentEntry.id))
        )
        return standing(
            [Segment(*(getattr(entry, name) for name in Segment._fields)) for entry in entries]
        )

    def append(self, interview_id: int, segment: Segment) -> None:
        """Add an entry to the timer's log."""
        self.add(SegmentEntry(interview_id=interview_id, **segment._asdict()))
        self.appended.append(segment)

    def goals(self, interview_id: int) -> Sequence[Goal]:
        """Give the goals of an interview, in order."""
        return self.session.exec(
            select(Goal)
            .where(Goal.interview_id == interview_id)
            .order_by(col(Goal.position), col(Goal.id))
        ).all()

    def checklist_item(self, interview_id: int, key: str) -> ChecklistItem | None:
        """Give the done mark of one item of the day sheet, if it is done."""
        return self.session.exec(
            select(ChecklistItem).where(
                ChecklistItem.interview_id == interview_id, ChecklistItem.key == key
            )
        ).first()

    def person(self, interview_id: int, contact_id: int) -> InterviewPerson | None:
        """Give the entry of somebody who takes part beside the one it is planned with."""
        return self.session.exec(
            select(InterviewPerson).where(
                InterviewPerson.interview_id == interview_id,
                InterviewPerson.contact_id == contact_id,
            )
        ).first()

    def people(self, interview_id: int) -> list[int]:
        """Give the contacts who take part, the one it is planned with first."""
        others = self.session.exec(
            select(InterviewPerson.contact_id)
            .where(InterviewPerson.interview_id == interview_id)
            .order_by(col(InterviewPerson.id))
        )
        return [self.interview(interview_id).contact_id, *others]

    def put_in_focus(self, interview_id: int | None) -> None:
        """Remember which interview the four middle screens open on."""
        self.session.connection().exec_driver_sql(
            "UPDATE notebook SET focus_id = ?", (interview_id,)
        )
