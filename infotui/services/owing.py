"""What is owed after every talk, however it came into the notebook: thanks, and a debrief (S10, S46)."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from infotui.storage.shelves import Shelves

_DUE_AFTER: Final = timedelta(days=1)


def owe(
    shelves: "Shelves", interview_id: int, ended: date, *, card: bool, debrief: bool = True
) -> None:
    """Open the loops of a talk, due the day after it, each once.

    Args:
        shelves: The open transaction.
        interview_id: Which talk.
        ended: The day on which it ended, where one is.
        card: Whether a postal address is known, so that thanks can go by card.
        debrief: Whether one still knows how it went.
    """
    from infotui.domain.records.interview import Debrief
    from infotui.domain.records.note import ThankYou

    due = ended + _DUE_AFTER
    if shelves.followups.thank_you(interview_id) is None:
        thanks = ThankYou(interview_id=interview_id, due=due, medium="card" if card else "mail")
        shelves.followups.add(thanks)
    if debrief and shelves.followups.debrief(interview_id) is None:
        shelves.followups.add(Debrief(interview_id=interview_id, due=due))
