"""Several people in one interview: named in its title, found by any of their names."""

import pytest

from infotui.domain.errors import BadInputError
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.people import everything


def who(desks: Desks, talk: int) -> str:
    return desks.scheduling.row(talk).title


def test_somebody_known_takes_part_and_is_taken_out(desks: Desks) -> None:
    talk, bo = a_planned_interview(desks), a_contact(desks, "Bo Lind", "Civic Data")
    assert desks.scheduling.add_person(talk, bo) == "Bo Lind"
    assert who(desks, talk) == "Amina Patel + Bo Lind · Northwind"
    assert [(p.name, p.organization, p.first) for p in desks.scheduling.people(talk)] == [
        ("Amina Patel", "Northwind", True), ("Bo Lind", "Civic Data", False),
    ]  # fmt: skip
    desks.scheduling.remove_person(talk, bo)
    assert who(desks, talk) == "Amina Patel · Northwind"
    assert [desks.undo.take_back() for _ in range(2)] == [
        "somebody taken out", "Bo Lind taking part",
    ]  # fmt: skip
    assert who(desks, talk) == "Amina Patel · Northwind"


def test_somebody_new_becomes_a_contact(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.add_person(talk, None, "  Cy   Ruiz ")
    assert who(desks, talk) == "Amina Patel + Cy Ruiz · Northwind"
    assert [row.name for row in desks.contacts.named("Cy Ruiz")] == ["Cy Ruiz"]
    for name in ("", " ", "x" * 10_000):
        with pytest.raises(BadInputError) as refused:
            desks.scheduling.add_person(talk, None, name)
        assert refused.value.field == "name"
    assert desks.contacts.count() == 2


def test_nobody_takes_part_twice(desks: Desks) -> None:
    amina, bo = a_contact(desks), a_contact(desks, "Bo Lind")
    talk = a_planned_interview(desks, amina)
    desks.scheduling.add_person(talk, bo)
    for person, sentence in ((amina, "It is planned with Amina Patel"), (bo, "takes part already")):
        with pytest.raises(BadInputError, match=sentence):
            desks.scheduling.add_person(talk, person)
    with pytest.raises(BadInputError, match="It is planned with Amina Patel"):
        desks.scheduling.remove_person(talk, amina)
    desks.scheduling.remove_person(talk, 99)
    assert len(desks.scheduling.people(talk)) == 2


def test_each_of_them_finds_the_talk(desks: Desks) -> None:
    talk, bo = a_planned_interview(desks), a_contact(desks, "Bo Lind")
    desks.scheduling.add_person(talk, bo)
    assert [row.id for row in desks.contacts.talks_with(bo)] == [talk]
    assert desks.paper.choose("Bo Lind") == desks.live.choose_by_name("bo lind") == talk
    assert "Amina Patel + Bo Lind · Northwind" in desks.paper.page(talk)


def test_a_talk_that_was_held_takes_somebody_in_as_well(desks: Desks) -> None:
    talk = a_held_interview(desks, "said")
    desks.scheduling.add_person(talk, a_contact(desks, "Bo Lind"))
    assert desks.review.conversation(talk).interview.others == ("Bo Lind",)
    (row,) = desks.review.conversations("bo lind")
    assert (row.id, row.contact) == (talk, "Amina Patel + Bo Lind")


def test_somebody_new_who_is_taken_back_was_never_there(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    before = everything(desks)
    desks.scheduling.add_person(talk, None, "Cy Ruiz")
    assert desks.undo.take_back() == "Cy Ruiz taking part"
    assert everything(desks) == before


def test_whoever_is_added_to_a_talk_that_was_held_is_owed_thanks(desks: Desks) -> None:
    talk = a_held_interview(desks, "said")
    for row in desks.followups.open_loops():
        desks.followups.done(row)
    desks.followups.close_talk(talk)
    bo, before = a_contact(desks, "Bo Lind"), everything(desks)
    desks.scheduling.add_person(talk, bo)
    (owed,) = desks.followups.open_loops()
    assert (owed.kind, owed.contact, owed.interview_id) == ("thank-you", "Bo Lind", talk)
    assert desks.scheduling.row(talk).state == "held", "something of it is open again"
    whole = everything(desks)
    desks.scheduling.remove_person(talk, bo)
    assert desks.followups.open_loops() == [], "nothing was done about them yet"
    desks.undo.take_back()
    assert everything(desks) == whole
    desks.undo.take_back()
    assert everything(desks) == before


def test_thanks_that_were_begun_or_sent_stay_when_somebody_is_taken_out(desks: Desks) -> None:
    talk, bo = a_held_interview(desks, "said"), a_contact(desks, "Bo Lind")
    desks.scheduling.add_person(talk, bo)
    (owed,) = (row for row in desks.followups.open_loops() if row.contact == "Bo Lind")
    desks.thanks.drafted(owed.id)
    desks.scheduling.remove_person(talk, bo)
    assert owed.id in {row.id for row in desks.followups.open_loops() if row.kind == "thank-you"}
    desks.thanks.sent(owed.id)
    assert [row.kind for row in desks.touches.of_contact(bo)] == ["thanks"]
