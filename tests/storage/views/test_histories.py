"""What speaks for another stage of a relationship, and what hangs on a person."""

from infotui.services.desks import Desks
from infotui.storage.views import histories
from tests.builders import a_contact, a_held_interview, later
from tests.people import busy


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
