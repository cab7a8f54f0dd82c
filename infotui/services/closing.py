"""Which desk closes each kind of loop, in which way; what becomes of the record is that desk's own (M5)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Protocol

from infotui.domain.errors import BadInputError
from infotui.domain.introduction import next_step
from infotui.domain.loop import DONE_WORD, LoopRow, way_meant
from infotui.domain.touch import TOUCH_KINDS

if TYPE_CHECKING:
    from infotui.services.debriefs import DebriefDesk
    from infotui.services.introductions import IntroductionDesk
    from infotui.services.leads import LeadDesk
    from infotui.services.outcomes import OutcomeDesk
    from infotui.services.outreach import OutreachDesk
    from infotui.services.promises import PromiseDesk
    from infotui.services.scheduling import SchedulingDesk
    from infotui.services.thanks import ThanksDesk
    from infotui.services.touches import TouchDesk


class Closers(Protocol):
    """The desks whose records open loops."""

    @property
    def thanks(self) -> "ThanksDesk":
        """Of thanks."""

    @property
    def debriefs(self) -> "DebriefDesk":
        """Of debriefs."""

    @property
    def promises(self) -> "PromiseDesk":
        """Of promises, mine and theirs."""

    @property
    def leads(self) -> "LeadDesk":
        """Of leads, and the courteous note on one that is dropped."""

    @property
    def outcomes(self) -> "OutcomeDesk":
        """Of whom the outcome is told to."""

    @property
    def touches(self) -> "TouchDesk":
        """Of staying in touch."""

    @property
    def introductions(self) -> "IntroductionDesk":
        """Of introductions."""

    @property
    def outreach(self) -> "OutreachDesk":
        """Of messages that wait for an answer."""

    @property
    def scheduling(self) -> "SchedulingDesk":
        """Of places that are to be settled."""


Close = Callable[[Closers, LoopRow, str], object]  # the desks, the loop, a word why

_CLOSE: Final[Mapping[tuple[str, str], Close]] = {
    ("thank-you", "sent"): lambda desks, row, _: desks.thanks.sent(row.id),
    ("debrief", "written"): lambda desks, row, _: desks.debriefs.let_rest(row.interview_id or 0),
    ("my promise", "kept"): lambda desks, row, _: desks.promises.keep(row.id),
    ("my promise", "withdrawn"): lambda desks, row, why: desks.promises.withdraw(row.id, why),
    ("their promise", "received"): lambda desks, row, _: desks.promises.receive(row.id),
    ("their promise", "let go"): lambda desks, row, why: desks.promises.let_go(row.id, why),
    ("lead", "followed"): lambda desks, row, _: desks.leads.followed(row.id),
    ("lead", "not pursuing"): lambda desks, row, why: desks.leads.drop(row.id, why),
    ("courtesy", "sent"): lambda desks, row, _: desks.leads.courtesy_sent(row.id),
    ("courtesy", "waived"): lambda desks, row, why: desks.leads.courtesy_waived(row.id, why),
    ("outcome", "told"): lambda desks, row, _: desks.outcomes.told(row.id),
    ("outcome", "waived"): lambda desks, row, why: desks.outcomes.waive(row.id, why),
    ("losing touch", "off"): lambda desks, row, _: desks.touches.set_cadence(row.contact_id, None),
}


def close_by_its_desk(desks: Closers, row: LoopRow, answer: str, why: str) -> str:
    """Close a loop, or take its next step towards its end; it can be taken back.

    Args:
        desks: Who closes it.
        row: The loop.
        answer: How it ends; empty where it ends in the way that is meant.
        why: A word why, or what was said.

    Returns:
        The word for what it now is.

    Raises:
        BadInputError: The way or the word why is missing, or this is no way.
        IllegalMoveError: It went on in the meantime.
        NotFoundError: Its record is not there any more.
    """
    if row.kind == "introduction":
        step = answer or next_step(desks.introductions.one(row.id).state) or DONE_WORD[row.kind]
        return desks.introductions.move(row.id, step, why)
    if row.kind == "outreach":
        desks.outreach.answer(row.id, answer)
        return DONE_WORD[row.kind]
    if row.kind == "place":
        if not answer:
            raise BadInputError("answer", "Say what kind of place it is.")
        desks.scheduling.set_place_kind(row.id, answer)
        return DONE_WORD[row.kind]
    way = way_meant(row.kind, answer)
    if row.kind == "losing touch" and way in TOUCH_KINDS:
        desks.touches.log(row.contact_id, way, words=why)
    else:
        _CLOSE[row.kind, way](desks, row, why)
    return way
