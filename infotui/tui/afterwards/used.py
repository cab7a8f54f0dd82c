"""What follows from the use of a draft for afterwards: the thing it was for is done (S46-S53).

A draft knows its person, its talk and its kind; which of their loops it closes is found by these.
"""

from collections.abc import Callable
from typing import Final

from infotui.domain.draft import DraftRow
from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.telling import UNDO, TellsErrors

_NONE: Final = "none"


def begun(desks: Desks, row: DraftRow) -> None:
    """Keep that thanks are being written, where a draft for them was begun and left."""
    owed = desks.thanks.of_draft(row.kind, row.contact_id, row.interview_id)
    if owed is not None:
        desks.thanks.drafted(owed.id)


def follow(screen: TellsErrors, desks: Desks, row: DraftRow) -> str:
    """Do what follows from a draft that was sent or said; each can be taken back.

    Returns:
        What was done, in a few words; empty when nothing was.
    """
    step = _STEPS.get(row.kind)
    return step(screen, desks, row) if step is not None else ""


def _thanked(_screen: TellsErrors, desks: Desks, row: DraftRow) -> str:
    owed = desks.thanks.of_draft(row.kind, row.contact_id, row.interview_id)
    if owed is None:
        return ""
    desks.thanks.sent(owed.id, row.kind)
    return f"{row.contact} is thanked"


def _kept(screen: TellsErrors, desks: Desks, row: DraftRow) -> str:
    meant = desks.drafts.thing_of(row)
    if meant is not None and desks.promises.row(meant).state == "open":
        desks.promises.keep(meant)
        return "the promise is kept"
    mine = desks.promises.open_of(row.contact_id, row.interview_id)
    if not mine or meant is not None:
        return ""

    def back(answer: str | None) -> None:
        if answer not in {None, _NONE}:
            desks.promises.keep(int(str(answer)))
            screen.app.notify(f"The promise is kept. {UNDO}", markup=False)

    options = [(str(promise.id), promise.short) for promise in mine]
    words = "It says of none of them that it is the one."
    screen.ask(
        Choice("Which promise is kept?", [*options, (_NONE, "None of these")], words=words), back
    )
    return ""


def _courteous(_screen: TellsErrors, desks: Desks, row: DraftRow) -> str:
    lead_id = desks.drafts.thing_of(row)
    if lead_id is None:
        return ""
    desks.leads.courtesy_sent(lead_id)
    return f"{row.contact} knows, and the lead is closed"


def _told(_screen: TellsErrors, desks: Desks, row: DraftRow) -> str:
    notice_id = desks.drafts.thing_of(row)
    if notice_id is None:
        return ""
    desks.outcomes.told(notice_id)
    return f"{row.contact} knows how it ended"


def _shared(_screen: TellsErrors, desks: Desks, row: DraftRow) -> str:
    resource_id = desks.drafts.thing_of(row)
    if resource_id is None:
        return ""
    desks.resources.share(resource_id, row.contact_id)
    return f"{row.contact} has it from you"


def _in_touch(_screen: TellsErrors, desks: Desks, row: DraftRow) -> str:
    desks.touches.log(row.contact_id, "wrote")
    return f"you are in touch with {row.contact}"


_STEPS: Final[dict[str, Callable[[TellsErrors, Desks, DraftRow], str]]] = {
    "thank-you-card": _thanked,
    "thank-you-mail": _thanked,
    "promise-mail": _kept,
    "courtesy-note": _courteous,
    "outcome-mail": _told,
    "resource-mail": _shared,
    "in-touch-mail": _in_touch,
}
