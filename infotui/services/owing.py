"""What is owed after every talk, however it came into the notebook: thanks, a debrief, leads (S10, S46, S50)."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from infotui.domain.due import LEAD_DAYS
from infotui.domain.working_days import IsOff, add_working_days, is_weekend

if TYPE_CHECKING:
    from infotui.storage.shelves import Shelves

_DUE_AFTER: Final = timedelta(days=1)


def owe(
    shelves: "Shelves",
    interview_id: int,
    ended: date,
    *,
    debrief: bool = True,
    is_off: IsOff = is_weekend,
) -> None:
    """Open the loops of a talk, due the day after it, each once; thanks are owed to all who took part.

    A lead for which no day was said is due some working days after.

    Args:
        shelves: The open transaction.
        interview_id: Which talk.
        ended: The day on which it ended, where one is.
        debrief: Whether one still knows how it went.
        is_off: Which days are no working days.
    """
    from infotui.domain.records.interview import Debrief
    from infotui.domain.records.note import Medium, ThankYou

    due = ended + _DUE_AFTER
    for contact_id in shelves.interviews.people(interview_id):
        if shelves.followups.thank_you(interview_id, contact_id) is None:
            # By hand where a card can be sent, else by mail.
            medium: Medium = "card" if shelves.contacts.has_address(contact_id) else "mail"
            shelves.followups.add(
                ThankYou(interview_id=interview_id, contact_id=contact_id, due=due, medium=medium)
            )
            shelves.interviews.hold_again(interview_id)
    if debrief and shelves.followups.debrief(interview_id) is None:
        shelves.followups.add(Debrief(interview_id=interview_id, due=due))
    for lead in shelves.followups.leads_without_day(interview_id):
        lead.due = add_working_days(ended, LEAD_DAYS, is_off)
