"""Which interview goes live: the one that is on now, the one meant by a name, or a new one."""

import pytest

from infotui.domain.contact import ContactForm
from infotui.domain.errors import BadInputError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    clock_of,
    later,
)
from tests.fakes import START


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
    desks.plans.give_up(near, "cancelled")
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


def test_a_chance_conversation_begins_with_somebody_new(desks: Desks) -> None:
    talk = desks.live.begin_with_new(ContactForm("Jo Dow", "Southwind"))
    sheet = desks.live.sheet(talk)
    assert (sheet.interview.title, sheet.interview.state) == ("Jo Dow · Southwind", "idea")
    assert sheet.log == (), "its clock does not run yet"
    assert focus(desks) == talk
    with pytest.raises(BadInputError):
        desks.live.begin_with_new(ContactForm(" "))
    assert desks.contacts.count() == 1
