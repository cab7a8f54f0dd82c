"""The desk of staying in touch: touches are kept and taken back, and who is being lost on which day."""

from datetime import UTC, datetime, timedelta

import pytest

from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.touch import TOUCH_KINDS
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, later
from tests.services.reaching import stored

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize("kind", TOUCH_KINDS)
def test_a_touch_is_kept_and_taken_back(desks: Desks, kind: str) -> None:
    ana = a_contact(desks)
    touch = desks.touches.log(ana, kind, words="of\x1b boats")
    (row,) = desks.touches.of_contact(ana)
    assert (row.id, row.kind, row.at, row.words) == (touch, kind, NOW, "of boats")
    assert desks.touches.last(ana) == row._replace(id=None, words="")
    assert desks.contacts.row(ana).touched_at == NOW
    desks.undo.take_back()
    assert desks.touches.of_contact(ana) == []
    assert desks.touches.last(ana) is None


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("", NOW),
        ("yesterday 15:00", datetime(2026, 11, 22, 14, 0, tzinfo=UTC)),
        ("last tue", datetime(2026, 11, 17, 11, 0, tzinfo=UTC)),
        ("just now", NOW),
    ],
)
def test_natural_words_say_when(desks: Desks, when: str, at: datetime) -> None:
    ana = a_contact(desks)
    desks.touches.log(ana, "met", when)
    assert desks.touches.of_contact(ana)[0].at == at


@pytest.mark.parametrize(
    ("kind", "when", "field"),
    [("sang", "", "kind"), ("met", "tomorrow", "when"), ("met", "some day", "when")],
)
def test_what_cannot_be_meant_is_refused(desks: Desks, kind: str, when: str, field: str) -> None:
    ana = a_contact(desks)
    with pytest.raises(BadInputError) as refusal:
        desks.touches.log(ana, kind, when)
    assert refusal.value.field == field
    with pytest.raises(NotFoundError):
        desks.touches.log(99, "met")
    assert stored(desks, "SELECT count(*) FROM touch") == [(0,)]


def test_touches_of_every_kind_count_the_latest_first(desks: Desks) -> None:
    ana = a_contact(desks, email="ana@example.org")
    a_held_interview(desks, "& the yearbook", contact_id=ana)
    later(desks, days=1)
    desks.outreach.log(ana, "e-mail")
    later(desks, days=1)
    desks.resources.share(desks.resources.add("another"), ana)
    later(desks, days=1)
    desks.touches.log(ana, "called")
    desks.touches.log(ana, "met", "1 week ago")
    kinds = [row.kind for row in desks.touches.of_contact(ana)]
    assert kinds == ["called", "resource", "outreach", "talk", "met"]
    last = desks.touches.last(ana)
    assert last is not None
    assert last.kind == "called"


def test_a_cadence_is_set_and_taken_back(desks: Desks) -> None:
    ana = a_contact(desks)
    for days in (30, 1, 730, None):
        desks.touches.set_cadence(ana, days)
        assert desks.contacts.sheet(ana).cadence_days == days
    desks.touches.set_cadence(ana, None)  # as it is: nothing to take back
    desks.undo.take_back()
    assert desks.contacts.sheet(ana).cadence_days == 730
    for days in (0, -1, 731):
        with pytest.raises(BadInputError):
            desks.touches.set_cadence(ana, days)
    with pytest.raises(NotFoundError):
        desks.touches.set_cadence(99, 30)


def test_who_is_being_lost_at_every_border(desks: Desks) -> None:
    ana, bo, cy = (a_contact(desks, name) for name in ("Ana Alm", "Bo Berg", "Cy Cole"))
    for who in (ana, bo, cy):
        desks.touches.set_cadence(who, 30)
    desks.touches.log(bo, "wrote", "10 days ago")
    today = desks.followups.today()

    def lost(days: int) -> list[tuple[str, int]]:
        rows = desks.touches.losing(today + timedelta(days=days))
        return [(row.name, row.over) for row in rows]

    assert (lost(0), lost(19)) == ([], [])
    assert lost(20) == [("Bo Berg", 0)]
    assert lost(30) == [("Bo Berg", 10), ("Ana Alm", 0), ("Cy Cole", 0)]
    desks.contacts.archive(cy)
    assert lost(31) == [("Bo Berg", 11), ("Ana Alm", 1)]
    desks.touches.set_cadence(bo, None)
    later(desks, days=31)
    assert [row.name for row in desks.touches.losing()] == ["Ana Alm"]
    desks.touches.log(ana, "other")  # touched today: not lost any more
    assert desks.touches.losing() == []
    desks.undo.take_back()
    (row,) = desks.touches.losing()
    assert (row.contact_id, row.last_at, row.cadence) == (ana, None, 30)


def test_the_list_and_the_loop_tell_of_the_same_people(desks: Desks) -> None:
    for number, name in enumerate(("Ana", "Bo", "Cy")):
        who = a_contact(desks, name)
        desks.touches.set_cadence(who, 30)
        desks.touches.log(who, "wrote", f"{number * 15} days ago")
    loops = {r.contact for r in desks.followups.open_loops() if r.kind == "losing touch"}
    assert loops == {row.name for row in desks.touches.losing()} == {"Cy"}
