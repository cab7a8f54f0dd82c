"""What pictures are made of, read from a real notebook: held talks alone, with their logs; outreach; findings."""

from datetime import timedelta

from infotui.domain.pictures.findings import Told
from infotui.domain.pictures.outreach import Sent
from infotui.services.desks import Desks
from infotui.storage.views import logs, pictures
from tests.builders import a_contact, a_held_interview, a_live_interview, a_planned_interview, later


def test_held_talks_are_given_the_oldest_first_with_who_took_part(desks: Desks) -> None:
    amina, bo = a_contact(desks), a_contact(desks, "Bo Lind")
    first = a_held_interview(desks, contact_id=amina)
    later(desks, days=1)
    second = a_held_interview(desks, contact_id=bo)
    desks.store.reading().execute(
        "INSERT INTO interview_person (uuid, created_at, interview_id, contact_id)"
        " SELECT '00000000-0000-4000-8000-000000000001', created_at, id, ? FROM interview WHERE id = ?",
        (amina, second),
    )
    a_planned_interview(desks, amina)
    a_live_interview(desks, contact_id=amina)
    found = pictures.talks(desks.store.reading())
    assert [(talk.id, talk.who, talk.others) for talk in found] == [
        (first, "Amina Patel", ()), (second, "Bo Lind + Amina Patel", (amina,)),
    ]  # fmt: skip
    assert found[0].ended_at is not None
    assert found[0].ended_at - found[0].met_at == timedelta(minutes=25)
    assert (found[0].decision_minutes, found[0].confidence) == (30, None)


def test_logs_are_those_of_each_talk_without_what_was_taken_back(desks: Desks) -> None:
    db = desks.store.reading()
    first = a_held_interview(desks, "a word")
    second = a_held_interview(desks, contact_id=1, minutes=50)
    live = a_live_interview(desks, contact_id=1)
    found = pictures.logs(db)
    assert found == {first: logs.of(db, first), second: logs.of(db, second)}
    assert live not in found


def test_outreach_has_its_answer_and_how_long_it_took(desks: Desks) -> None:
    amina = a_contact(desks)
    sent = desks.outreach.log(amina, "e-mail", path="warm").id
    desks.outreach.log(amina, "telephone", path="cold")
    later(desks, days=2)
    desks.outreach.answer(sent, "yes")
    assert pictures.outreach(desks.store.reading()) == [
        Sent("warm", "e-mail", "yes", timedelta(days=2)), Sent("cold", "telephone", ""),
    ]  # fmt: skip


def test_findings_are_counted_by_the_field_of_the_talk_else_of_the_person(desks: Desks) -> None:
    amina = a_contact(desks, field="energy")
    own = a_held_interview(desks, "* a #market", "* b #market", contact_id=amina)
    a_held_interview(desks, "* c #market", contact_id=amina)
    desks.plans.set_field(own, "law")
    a_live_interview(desks, "* d #market", contact_id=amina)  # counts once it is held
    assert sorted(pictures.findings(desks.store.reading())) == [
        Told("market", "energy", 1), Told("market", "law", 2),
    ]  # fmt: skip
