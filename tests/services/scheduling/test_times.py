"""The time of an interview: with zones, said back in full, moved with its history, too near to another."""

from datetime import UTC, datetime

import pytest

from infotui.domain.contact import ContactForm
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.interview import InterviewRow
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview, later

NEW_YORK = "America/New_York"


def there(desks: Desks, name: str = "Amina Patel") -> int:
    """Store a contact who lives in New York."""
    return desks.contacts.add(ContactForm(name=name, zone=NEW_YORK))


def row(desks: Desks, talk: int) -> InterviewRow:
    return desks.scheduling.row(talk)


def test_a_zone_that_is_named_is_kept_with_the_time(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="")
    desks.scheduling.set_time(talk, "thu 9:00 america/new_york")
    stored = row(desks, talk)
    assert (stored.scheduled_at, stored.zone) == (
        datetime(2026, 11, 26, 14, 0, tzinfo=UTC), NEW_YORK,
    )  # fmt: skip
    assert desks.scheduling.said_elsewhere(stored) == ["their 09:00 America/New_York"]


def test_their_time_is_the_one_noted_with_the_contact(desks: Desks) -> None:
    talk = a_planned_interview(desks, there(desks), when="thu 9:00 their time")
    assert row(desks, talk).zone == row(desks, talk).contact_zone == NEW_YORK
    other = a_planned_interview(desks, a_contact(desks, "Bo Lind"), when="")
    with pytest.raises(BadInputError, match="Their time zone is not noted yet") as refused:
        desks.scheduling.set_time(other, "thu 9:00 their time")
    assert refused.value.field == "when"


def test_all_that_matters_of_a_time_is_said_back_in_full(desks: Desks) -> None:
    a_planned_interview(desks, a_contact(desks, "Li Wei"), when="2026-12-01 10:00")
    talk = a_planned_interview(desks, there(desks), when="")
    desks.scheduling.set_place_kind(talk, "office")
    desks.scheduling.set_place(
        talk, desks.scheduling.place_form(talk, "office")._replace(travel="25")
    )
    said = desks.scheduling.echo(talk, "1 dec 9:30")
    assert said == (
        "Tuesday 1 Dec 2026 09:30 Europe/Berlin · their 03:30 America/New_York · in 8 d"
        " · leave by 08:50 · on that day you meet Li Wei at 10:00"
    )
    assert "too near to Li Wei at 10:00" in desks.scheduling.echo(talk, "1 dec 9:45")
    assert "their Mon 30 Nov 21:00 America/New_York" in desks.scheduling.echo(talk, "1 dec 3:00")
    assert "03:00 Asia/Tokyo" in desks.scheduling.echo(talk, "1 dec 3:00 asia/tokyo")
    assert row(desks, talk).scheduled_at is None


@pytest.mark.parametrize("text", ["", "t", "tue", "tue 3", "tue 3pm mars/phobos", "next tue 9:00"])
def test_what_cannot_be_understood_yet_is_no_error(desks: Desks, text: str) -> None:
    assert desks.scheduling.echo(a_planned_interview(desks, when=""), text) == ""


def test_what_is_past_and_what_comes_twice_is_said(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    assert desks.scheduling.echo(talk, "today 9:00").endswith("09:00 Europe/Berlin · that is past")
    assert "comes twice" in desks.scheduling.echo(talk, "2027-10-31 2:30")
    assert desks.scheduling.echo(talk, "-") == "the time is taken away"


def test_nothing_at_all_leaves_the_time_as_it_is(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    assert desks.scheduling.set_time(talk, " ") == row(desks, talk).scheduled_at is not None
    assert len(desks.scheduling.history(talk)) == 1
    desks.scheduling.set_time(talk, "-")
    with pytest.raises(BadInputError, match="Nothing is written"):
        desks.scheduling.set_time(talk, "")


def test_every_move_is_kept_from_when_to_when(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="")
    for words in ("thu 15:00", "1 dec 9:30", "2027-01-04 9:30 America/New_York", "none"):
        desks.scheduling.set_time(talk, words)
    assert [(m.was, m.became, m.why) for m in desks.scheduling.history(talk)] == [
        ("idea", "scheduled", "time set: Thu 26 Nov 15:00 Europe/Berlin"),
        ("scheduled", "scheduled", "moved from Thu 26 Nov 15:00 to Tue 1 Dec 09:30 Europe/Berlin"),
        ("scheduled", "scheduled", "moved from Tue 1 Dec 09:30 Europe/Berlin"
         " to Mon 4 Jan 2027 09:30 America/New_York"),
        ("scheduled", "agreed",
         "time taken away, it was Mon 4 Jan 2027 09:30 America/New_York"),
    ]  # fmt: skip
    desks.undo.take_back()
    desks.undo.take_back()
    assert (row(desks, talk).state, row(desks, talk).zone) == ("scheduled", "Europe/Berlin")
    assert [m.why for m in desks.scheduling.history(talk)][-2:] == ["taken back"] * 2


def test_a_talk_that_is_over_or_given_up_keeps_its_time(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.give_up(talk, "cancelled")
    with pytest.raises(IllegalMoveError, match="is cancelled, so its time stays"):
        desks.scheduling.set_time(talk, "-")
    desks.scheduling.set_time(talk, "fri 9:00")  # and so it is taken up again
    assert row(desks, talk).state == "scheduled"
    with pytest.raises(IllegalMoveError, match="the talk has been held"):
        desks.scheduling.set_time(a_held_interview(desks), "fri 9:00")


def test_two_talks_in_each_others_way_are_pointed_out_and_not_refused(desks: Desks) -> None:
    first = a_planned_interview(desks, when="thu 15:00")
    second = a_planned_interview(desks, a_contact(desks, "Bo Lind"), when="thu 15:15")
    (clash,) = desks.scheduling.clashes(row(desks, first))
    assert (clash.other.id, clash.near) == (second, True)
    assert [ahead.clash is not None for ahead in desks.plans.ahead()] == [True, True]
    desks.scheduling.set_time(second, "fri 15:15")
    assert [ahead.clash for ahead in desks.plans.ahead()] == [None, None]


def test_the_one_that_is_live_is_in_the_way_as_well(desks: Desks) -> None:
    live = a_planned_interview(desks, when="today 12:00")
    later(desks, hours=1)
    desks.live.start(live)
    talk = a_planned_interview(desks, a_contact(desks, "Bo Lind"), when="today 12:20")
    assert [clash.other.id for clash in desks.scheduling.clashes(row(desks, talk))] == [live]


def test_an_interview_that_is_gone_is_said(desks: Desks) -> None:
    for act in (lambda: desks.scheduling.row(9), lambda: desks.scheduling.echo(9, "thu 9:00")):
        with pytest.raises(NotFoundError):
            act()
