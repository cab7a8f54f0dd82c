"""Where a line of a talk or of a history leads: to the very record, where it can be settled."""

from collections.abc import Callable
from typing import Final, NamedTuple

from infotui.domain.history import HistoryRow
from infotui.services.desks import Desks
from infotui.tui.routes import (
    OpenContact,
    OpenConversation,
    OpenLoop,
    OpenResearch,
    Route,
    to_talk,
)
from infotui.tui.telling import Done, TellsErrors, nothing
from infotui.tui.way_back import go


class Spot(NamedTuple):
    """A record that a line tells of, and what it belongs to."""

    noun: str  # its table
    id: int
    interview_id: int | None = None
    contact_id: int | None = None
    organization_id: int | None = None


def spot_of(row: HistoryRow, place: int | None = None) -> Spot:
    """Give the record that a line of a history tells of.

    Args:
        row: The line.
        place: The organization whose history it is, where it is one's.
    """
    organization = place if row.who_id is None else None
    # The talk that an introduction came from says nothing of the introduction.
    talk = None if row.noun == "introduction" else row.interview_id
    return Spot(row.noun, row.id, talk, row.who_id, organization)


# These are settled in a dialog over whatever is in sight; from all others one may be led elsewhere.
_HERE: Final = frozenset({"draft", "lead", "thank_you", "resource"})


_PAGE: Final = frozenset({"contact", "introduction", "touch", "outreach", "outcome_notice"})


def leads_on(row: HistoryRow) -> bool:
    """Tell whether a line of a history leads away from the page of the person it is about."""
    return row.noun not in _PAGE or (row.noun == "outreach" and row.interview_id is not None)


def settled_here(spot: Spot) -> bool:
    """Tell whether a line leads to a dialog over the screen one is on."""
    return spot.noun in _HERE


def lead_to(
    screen: TellsErrors, desks: Desks, spot: Spot, done: Done = nothing, again: Done | None = None
) -> None:
    """Lead on to a record.

    Args:
        screen: From where; a dialog must be left first unless `settled_here`.
        desks: The open notebook.
        spot: Which record.
        done: Called when something was changed over this screen.
        again: Shows the view again that one came from; Escape leads back to it.
    """
    if spot.noun in _DIALOGS:
        _DIALOGS[spot.noun](screen, desks, spot, done)
        return
    route = _route(desks, spot)
    if route is None:
        return
    if again is None:
        screen.post_message(route)
    else:
        go(screen, route, again)


def _route(desks: Desks, spot: Spot) -> Route | None:
    if spot.noun == "contact":
        return OpenContact(spot.id)
    if spot.noun in {"organization", "research_note"}:
        return _to_research(spot)
    route: Route | None = None
    if spot.interview_id is not None:
        route = _to_loop(desks, spot) or _to_talk(desks, spot)
    elif spot.contact_id is not None:
        route = OpenContact(spot.contact_id)
    return route


def _to_research(spot: Spot) -> Route | None:
    if spot.noun == "organization":
        return OpenResearch("organization", spot.id)
    if spot.organization_id is not None:
        return OpenResearch("organization", spot.organization_id, spot.id)
    return OpenResearch("contact", spot.contact_id, spot.id) if spot.contact_id else None


def _to_loop(desks: Desks, spot: Spot) -> Route | None:
    """Give the way to a loop in the ledger while it is open."""
    if spot.noun not in _LOOPS or spot.interview_id is None:
        return None
    opened = desks.review.opened(spot.interview_id)
    rows = (row for row in opened if (row.noun, row.id) == (spot.noun, spot.id) and row.open)
    return next((OpenLoop(row.kind, row.id) for row in rows), None)


_LOOPS: Final = frozenset({"promise", "introduction"})


def _to_talk(desks: Desks, spot: Spot) -> Route:
    number = int(spot.interview_id or 0)
    if spot.noun == "debrief":
        return OpenConversation(number, debrief=True)
    talk = desks.plans.sheet(number).interview
    return to_talk(number, talk.state, desks.review.note_of(spot.noun, spot.id))


def _draft(screen: TellsErrors, desks: Desks, spot: Spot, done: Done) -> None:
    from infotui.tui.drafting import open_again

    open_again(screen, desks, spot.id, lambda _left: done())


def _lead(screen: TellsErrors, desks: Desks, spot: Spot, done: Done) -> None:
    from infotui.tui.afterwards.referring import ask_lead

    ask_lead(screen, desks, spot.id, done)


def _thank_you(screen: TellsErrors, desks: Desks, spot: Spot, done: Done) -> None:
    from infotui.tui.afterwards.thanking import ask_thank_you

    ask_thank_you(screen, desks, spot.id, done)


def _opening(screen: TellsErrors, desks: Desks, spot: Spot, _done: Done) -> None:
    from infotui.tui.afterwards.opening import show_openings

    show_openings(screen, desks, spot.id)


def _resource(screen: TellsErrors, desks: Desks, spot: Spot, done: Done) -> None:
    from infotui.tui.afterwards.sharing import show_resources

    show_resources(screen, desks, done, spot.id)


_DIALOGS: Final[dict[str, Callable[[TellsErrors, Desks, Spot, Done], None]]] = {
    "draft": _draft, "lead": _lead, "thank_you": _thank_you, "opening": _opening,
    "resource": _resource,
}  # fmt: skip
