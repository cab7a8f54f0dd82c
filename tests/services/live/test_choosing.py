"""Which interview goes live: the one that is on now, the one meant by a name, or a new one."""

import pytest

from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.services.desks import Desks
from infotui.storage.store import Store
from tests.builders import (
    BERLIN,
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    clock_of,
    later,
)
from tests.fakes import START
from tests.services.live.looks import MINUTE, kinds, rows, type_line


def focus(desks: Desks) -> int | None:
    row = desks.plans.in_focus()
    return row and row.id


# ── for a contact ─────────────────────────────────────────────────────────────────────────────────


def test_without_any_a_new_one_is_planned(desks: Desks) -> None:
    number = a_contact(desks)
    held = a_held_interview(desks, contact_id=number)
    chosen = desks.live.choose_for(number)
    assert chosen != held
    assert desks.plans.sheet(chosen).interview.state == "idea"
    assert focus(desks) == chosen
    assert desks.live.choose_for(number) == chosen, "and it is the one the next time"


def test_the_live_one_goes_before_the_nearest_and_that_before_an_idea(desks: Desks) -> None:
    number = a_contact(desks)
    idea = a_planned_interview(desks, number, when="")
    assert desks.live.choose_for(number) == idea
    far = a_planned_interview(desks, number, when="fri 9:00")
    near = a_planned_interview(desks, number, when="today 12:00")
    assert desks.live.choose_for(number) == near
    desks.scheduling.give_up(near, "cancelled")
    assert desks.live.choose_for(number) == far
    live = a_live_interview(desks, contact_id=number)
    assert desks.live.choose_for(number) == live
    assert focus(desks) == live


def test_a_time_just_past_is_nearer_than_one_far_ahead(desks: Desks) -> None:
    number = a_contact(desks)
    late = a_planned_interview(desks, number, when="today 12:00")
    a_planned_interview(desks, number, when="fri 9:00")
    later(desks, hours=1, minutes=10)
    assert desks.live.choose_for(number) == late


def test_somebody_else_s_interview_is_not_chosen(desks: Desks) -> None:
    live = a_live_interview(desks)
    assert desks.live.choose_for(a_contact(desks, "Li Wei")) != live


# ── by a name ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["Zoë Quist", "zoe quist", "ZOE", "quis"])
def test_one_is_found_by_a_name_or_a_part_of_it(desks: Desks, name: str) -> None:
    talk = a_planned_interview(desks, a_contact(desks, "Zoë Quist"))
    a_contact(desks, "Li Wei")
    assert desks.live.choose_by_name(name) == talk


def test_the_very_name_is_meant_even_if_it_begins_another(desks: Desks) -> None:
    talk = a_planned_interview(desks, a_contact(desks, "Li Wei"))
    a_planned_interview(desks, a_contact(desks, "Li Wei Chen"))
    assert desks.live.choose_by_name("li wei") == talk


def test_nobody_and_several_are_said(desks: Desks) -> None:
    for name in ("Li Wei", "Li Na", "Li Po", "Li Bo", "Li Jo", "Li Mo"):
        a_contact(desks, name)
    with pytest.raises(NotFoundError, match=r"“Li” could be several people: Li Bo, Li Jo, Li Mo"):
        desks.live.choose_by_name("Li")
    with pytest.raises(NotFoundError, match=r"No contact is called “Amina”.*--new"):
        desks.live.choose_by_name("Amina")
    assert desks.plans.ahead() == []
    assert focus(desks) is None


# ── now ───────────────────────────────────────────────────────────────────────────────────────────


def test_now_is_what_is_live(desks: Desks) -> None:
    a_planned_interview(desks, when="today 11:10")
    live = a_live_interview(desks)
    a_planned_interview(desks, when="")
    assert desks.live.choose_now() == live


@pytest.mark.parametrize(
    ("minutes", "on"), [(-180, False), (-120, True), (0, True), (120, True), (121, False)]
)
def test_now_is_what_is_planned_around_it(desks: Desks, minutes: int, on: bool) -> None:
    talk = a_planned_interview(desks, when="today 15:00")
    desks.plans.focus(None)
    clock_of(desks).set(START.replace(hour=14))
    later(desks, minutes=minutes)
    assert desks.live.choose_now() == (talk if on else None)


def test_of_two_around_now_it_is_the_nearer(desks: Desks) -> None:
    a_planned_interview(desks, when="today 12:00")
    near = a_planned_interview(desks, when="today 11:30")
    a_planned_interview(desks, when="fri 9:00")
    assert desks.live.choose_now() == near


def test_otherwise_it_is_the_one_in_focus_if_it_can_begin(desks: Desks) -> None:
    assert desks.live.choose_now() is None
    talk = a_planned_interview(desks, when="fri 9:00")
    assert desks.live.choose_now() == talk
    held = a_held_interview(desks)
    desks.plans.focus(held)
    assert desks.live.choose_now() is None


# ── a chance conversation ─────────────────────────────────────────────────────────────────────────


def test_a_chance_conversation_begins_at_once_with_somebody_new(desks: Desks) -> None:
    talk = desks.live.begin_at_once(None, "  Jo Dow ")
    sheet = desks.live.sheet(talk)
    assert (sheet.interview.title, sheet.interview.state) == ("Jo Dow", "live")
    assert kinds(desks, talk) == ["run"], "its clock runs, and nobody is asked who else to talk to"
    assert focus(desks) == talk
    assert not desks.live.is_unnamed(talk)
    desks.live.end(talk)
    assert desks.live.is_unnamed(desks.live.begin_at_once(None))


def test_a_chance_conversation_begins_with_a_contact(desks: Desks) -> None:
    number = a_contact(desks)
    talk = desks.live.begin_at_once(number)
    assert desks.live.sheet(talk).interview.contact_id == number
    assert desks.contacts.count() == 1


def test_somebody_without_a_name_is_called_by_the_moment(desks: Desks) -> None:
    talk = desks.live.begin_at_once(None, " ")
    title = desks.live.sheet(talk).interview.title
    assert title.startswith("Somebody, ")
    assert "11:00" in title


def test_while_one_is_live_nobody_new_is_written_down(desks: Desks) -> None:
    live = a_live_interview(desks)
    before = rows(desks, "SELECT id FROM contact"), rows(desks, "SELECT id FROM interview")
    for number in (None, 1):
        with pytest.raises(IllegalMoveError, match="Another interview is live"):
            desks.live.begin_at_once(number, "Jo Dow")
    assert before == (
        rows(desks, "SELECT id FROM contact"),
        rows(desks, "SELECT id FROM interview"),
    )
    assert focus(desks) == live


# ── after a crash ─────────────────────────────────────────────────────────────────────────────────


def test_an_interrupted_talk_is_found_with_its_last_sign_of_life(desks: Desks) -> None:
    assert desks.live.interrupted() is None
    talk = a_live_interview(desks, "said")
    later(desks, minutes=3)
    desks.live.show_due(talk)
    desks.store.close()
    later(desks, hours=9)
    with Store.open(desks.store.path, clock_of(desks)) as store:
        again = Desks(store, desks.clock, desks.settings, BERLIN)
        found = again.live.interrupted()
        assert found is not None
        assert (found.id, again.live.last_sign_of_life(talk)) == (talk, START + MINUTE)


def test_a_half_typed_line_is_a_sign_of_life(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    later(desks, minutes=3)
    type_line(desks, talk, "half")
    assert desks.live.last_sign_of_life(talk) == START + 4 * MINUTE
