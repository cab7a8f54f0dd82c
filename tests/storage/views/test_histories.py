"""One history per person: what was, newest first; what speaks for another stage; what hangs on them."""

from infotui.services.desks import Desks
from infotui.storage.views import histories
from tests.builders import a_contact, a_held_interview, a_planned_interview, later
from tests.people import busy
from tests.query_plans import read_through, steps_of


def test_everything_between_us_stands_in_one_history_newest_first(desks: Desks) -> None:
    me = busy(desks)
    rows = histories.history(desks.store.reading(), me)
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    told = [(row.kind, row.text) for row in rows]
    for kind, text in (
        ("talk", "held, 25 min"),
        ("plan", "idea"),
        ("plan", "idea, with Friend of Amina Patel"),
        ("stage", "stranger → met"),
        ("promise", "I promised: send it"),
        ("promise", "they promised: a list"),
        ("lead", "they named: Jane Doe, fuel cells"),
        ("research", "posted two roles"),
        ("outreach", "e-mail, through somebody"),
        ("answer", "yes"),
        ("draft", "mail, copied"),
        ("introduction", "asked to introduce you to Friend of Amina Patel"),
        ("introduction", "reminded: Friend of Amina Patel"),
        ("introduction", "you asked for an introduction: Friend of Amina Patel"),
        ("introduction", "the contact was made by Friend of Amina Patel"),
        ("introduction", "declined: Friend of Amina Patel"),
        ("known", "added to the notebook"),
    ):
        assert (kind, text) in told
    asked = next(row for row in rows if row.text.startswith("asked to introduce"))
    assert (asked.detail, asked.contact_id is not None) == ("so it is", True)


def test_a_talk_that_was_put_off_keeps_its_history(desks: Desks) -> None:
    me = a_contact(desks)
    talk = a_planned_interview(desks, me, when="thu 15:00")
    desks.scheduling.set_time(talk, "fri 15:00")
    desks.scheduling.give_up(talk, "cancelled", "she is ill")
    rows = histories.history(desks.store.reading(), me)
    changes = [(row.text, row.detail) for row in rows if row.kind == "change"]
    assert sorted(changes) == [
        ("idea → scheduled", "time set: Thu 26 Nov 15:00 Europe/Berlin"),
        ("scheduled → cancelled", "she is ill"),
        ("the time was changed", "moved from Thu 26 Nov 15:00 to Fri 27 Nov 15:00 Europe/Berlin"),
    ]
    assert {row.interview_id for row in rows if row.kind in {"change", "plan"}} == {talk}


def test_what_happened_speaks_for_a_stage(desks: Desks) -> None:
    me = a_contact(desks)
    assert desks.contacts.suggestion(me) is None
    a_held_interview(desks, contact_id=me)
    idea = desks.contacts.suggestion(me)
    assert idea is not None
    assert (idea.stage, idea.why) == ("met", "you met")
    later(desks, minutes=1)
    desks.contacts.set_stage(me, "introduced", "it was a minute in a lift")
    assert desks.contacts.suggestion(me) is None
    later(desks, days=1)
    a_held_interview(desks, contact_id=me)
    idea = desks.contacts.suggestion(me)
    assert idea is not None
    assert idea.stage == "met"


def test_a_further_person_of_a_talk_was_met_as_well(desks: Desks) -> None:
    me = busy(desks)
    friend = desks.contacts.named("Friend of Amina Patel")[0].id
    signs = {sign.sign for sign in histories.signs(desks.store.reading(), friend)}
    assert signs == {"introduced", "made a contact"}
    theirs = {sign.sign for sign in histories.signs(desks.store.reading(), me)}
    assert theirs == {"introduced", "made a contact", "met", "answered"}


def test_what_hangs_on_somebody_is_counted(desks: Desks) -> None:
    weight = histories.weight(desks.store.reading(), busy(desks))
    assert weight._asdict() == {
        "talks": 1, "planned": 1, "notes": 8, "findings": 1, "research": 1, "promises": 2, "leads": 1,
        "introductions": 2, "outreach": 1, "drafts": 1, "taking_part": 1, "live": 0,
        "courtesies": 0, "thanks": 1,
    }  # fmt: skip
    assert weight.sentence("Amina") == (
        "With Amina go 1 talk with 8 notes and 1 finding, 1 planned talk, 1 research note, "
        "2 open promises, 1 open lead, 1 open thank-you, 2 introductions, 1 message, 1 draft. 1 talk with somebody else "
        "stays, without them. Their organization stays. u puts everything back."
    )
    bare = histories.weight(desks.store.reading(), a_contact(desks, "Bo"))
    assert bare.sentence("Bo").startswith("Nothing hangs on Bo yet.")


def test_a_history_is_read_by_indexes_and_never_by_a_state_that_all_share(desks: Desks) -> None:
    db, me = desks.store.reading(), busy(desks)
    steps = steps_of(db, lambda: histories.history(db, me))
    assert not read_through(steps, "i", "s", "t", "p", "l", "introduction", "interview", "c", "o")
    assert not [step for step in steps if "_by_state" in step]
