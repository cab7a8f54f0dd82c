"""Puts together what Today shows, for whoever has no screens: interviews, moves, losing touch (S35)."""

from infotui.domain.agenda import Agenda, AgendaTalk
from infotui.domain.leaving import say_clash
from infotui.services.desks import Desks
from infotui.services.plans import Ahead


def agenda_of(desks: Desks) -> Agenda:
    """Give the agenda of the day it is; a talk that is going on comes first."""
    live = desks.plans.live_now()
    ahead = [*([Ahead(live, ())] if live is not None else []), *desks.plans.ahead()]
    return Agenda(
        desks.followups.today(),
        desks.clock.now(),
        desks.zone.key,
        tuple(_talk(desks, one) for one in ahead),
        desks.followups.ledger(),
    )


def _talk(desks: Desks, ahead: Ahead) -> AgendaTalk:
    missing = tuple(check.missing for check in ahead.checks if not check.done)
    leave = ahead.leaving.at if ahead.leaving is not None else None
    clash = "" if ahead.clash is None else say_clash(ahead.clash, desks.zone)
    return AgendaTalk(ahead.interview, ahead.done, len(ahead.checks), missing, leave, clash)
