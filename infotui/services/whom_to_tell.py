"""Who is told how the search ended: everybody met, each once, whenever they were (S53, M10)."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from infotui.domain.outcome import TELL_WITHIN
from infotui.domain.working_days import IsOff, add_working_days

if TYPE_CHECKING:
    from infotui.storage.shelves import Shelves


def keep_queue(shelves: "Shelves", zone: ZoneInfo, is_off: IsOff) -> None:
    """Bring the notices of the latest outcome in line with who was met by now.

    People are met in many ways: a talk ends or is logged, somebody is named as having taken part, an
    introduction is made, two contacts become one. So it is not done by each of these, but at the end
    of every change, within its transaction; with no outcome recorded it costs one look.

    Whoever was met joins, due some working days later; whoever was not met after all leaves, unless
    told already. When nobody is left to be told the outcome is closed; it is open again as soon as
    somebody else was met, as long as it is the latest one and was not taken back.

    Args:
        shelves: The transaction that is about to end.
        zone: Whose day it is.
        is_off: Which days are no working days.
    """
    if not shelves.outcomes.is_any():
        return
    outcome = shelves.outcomes.stands()
    if outcome is None:
        return
    met, states = shelves.outcomes.met(), shelves.outcomes.states(outcome.row_id)
    due = _due(shelves, zone, is_off)
    for contact_id in sorted(met - states.keys()):
        states[contact_id] = shelves.outcomes.tell(outcome.row_id, contact_id, due()).state
    for contact_id in states.keys() - met:
        if states[contact_id] == "due":
            shelves.outcomes.forget(outcome.row_id, contact_id)
            del states[contact_id]
    if "due" in states.values():
        outcome.closed_at = None
    elif states and outcome.closed_at is None:
        outcome.closed_at = shelves.now


def _due(shelves: "Shelves", zone: ZoneInfo, is_off: IsOff) -> Callable[[], date]:
    """Reckon the day when it is asked for: the calendar of days off is loaded for it."""

    @cache
    def due() -> date:
        return add_working_days(shelves.now.astimezone(zone).date(), TELL_WITHIN, is_off)

    return due
