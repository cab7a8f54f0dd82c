"""Every day of the ledger is the day it is where one is, in every zone and at every hour (S47, S49, M5)."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.services.agenda import agenda_of
from infotui.services.desks import Desks
from tests.builders import (
    a_contact,
    a_held_interview,
    a_planned_interview,
    clock_of,
    open_desks,
    shipped_bank,
)
from tests.fakes import ManualClock
from tests.tries import tries

ZONES = ("Etc/GMT+12", "Pacific/Kiritimati", "America/Los_Angeles", "America/New_York", "Asia/Tokyo",
         "Asia/Kolkata", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "UTC")  # fmt: skip


@settings(max_examples=tries(20), deadline=None)
@given(
    st.sampled_from(ZONES),
    st.integers(0, 270 * 24 * 60),
    st.integers(1, 40),
    st.integers(0, 24 * 60),
)
def test_every_day_is_reckoned_where_one_is(
    zone: str, after: int, cadence: int, minutes: int
) -> None:
    here, at = ZoneInfo(zone), datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=after)
    with tempfile.TemporaryDirectory() as folder:
        opened = open_desks(Path(folder) / "n.db", ManualClock(at))
        desks = Desks(opened.store, opened.clock, opened.settings, here, shipped_bank())
        try:
            _check_days(desks, here, cadence, minutes)
        finally:
            desks.close()


def _check_days(desks: Desks, here: ZoneInfo, cadence: int, minutes: int) -> None:
    start = desks.clock.now()
    talked = start.astimezone(here).date()
    talk = a_held_interview(desks, "! send it", "< a list", contact_id=a_contact(desks, "Ana"))
    noted = (start + timedelta(minutes=1)).astimezone(here).date()
    ahead = a_planned_interview(desks, a_contact(desks, "Bo"), when="in 9 days 17:00")
    dues = {row.kind: row.due for row in desks.followups.open_loops()}
    assert dues["my promise"] == noted + timedelta(days=2)
    second = (start + timedelta(minutes=2)).astimezone(here).date()
    assert dues["their promise"] == second + timedelta(days=7)
    meets = desks.plans.sheet(ahead).interview.scheduled_at
    assert meets is not None
    assert dues["place"] == meets.astimezone(here).date() - timedelta(days=1)
    assert talked <= dues["debrief"] <= talked + timedelta(days=2)
    assert desks.plans.sheet(talk).interview.contact == "Ana"
    # Losing touch: all that tell of it tell of it on the same day.
    for row in desks.followups.open_loops():
        if row.interview_id == ahead:
            desks.scheduling.give_up(ahead, "cancelled", "ill")
    desks.touches.set_cadence(1, cadence)
    last = desks.touches.last(1)
    assert last is not None
    due = last.at.astimezone(here).date() + timedelta(days=cadence)
    midnight = datetime(due.year, due.month, due.day, tzinfo=here).astimezone(UTC)
    for moment in (
        midnight - timedelta(minutes=1),
        midnight,
        midnight + timedelta(minutes=minutes),
    ):
        clock_of(desks).set(max(moment, desks.clock.now()))
        lost = [(row.contact_id, row.due) for row in desks.followups.losing()]
        said = [(row.contact_id, due) for row in desks.touches.losing()]
        told = [(row.contact_id, row.due) for row in agenda_of(desks).ledger.losing]
        expected = [(1, due)] if desks.followups.today() >= due else []
        assert lost == said == told == expected
