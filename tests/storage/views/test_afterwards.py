"""What drafts for afterwards cite: findings first, musts next; who would rather not be named; what was done for me."""

from infotui.services.desks import Desks
from infotui.storage.views import afterwards
from tests.builders import a_contact, a_held_interview, a_live_interview
from tests.services.drafting import an_introduction


def test_findings_come_before_notes_on_musts_and_those_before_the_rest(desks: Desks) -> None:
    talk = a_live_interview(desks, "a plain note", "$ an opening", "* a gap of mine #gap",
                            "* advice from them #advice")  # fmt: skip
    must = desks.store.reading().execute("SELECT min(id) FROM question").fetchone()[0]
    desks.live.jot(talk, "an answer to a must")
    db = desks.store.reading()
    db.execute("UPDATE question SET importance = 'must' WHERE id = ?", (must,))
    db.execute("UPDATE note SET question_id = ? WHERE text LIKE 'an answer%'", (must,))
    assert afterwards.said_in(db, talk)[:4] == [
        "advice from them", "a gap of mine", "an answer to a must", "a plain note",
    ]  # fmt: skip


def test_leads_resources_and_introductions_are_what_was_done_for_me(desks: Desks) -> None:
    db, ana, bo = desks.store.reading(), a_contact(desks, "Ana"), a_contact(desks, "Bo")
    a_held_interview(desks, "> Cy Young", "> Di Lund", "& the atlas", contact_id=ana)
    an_introduction(desks, ana, bo, state="contact made")
    db.execute("UPDATE lead SET state = 'followed' WHERE name = 'Di Lund'")
    assert afterwards.did(db, ana) == [
        ("introduction", "Bo"), ("followed", "Di Lund"), ("resource", "the atlas"),
        ("lead", "Cy Young"),
    ]  # fmt: skip
    assert afterwards.did(db, bo) == []
    assert afterwards.dropped(db, ana) == []
    assert afterwards.dropped(db, ana, 1)[0].name == "Cy Young"
    assert afterwards.resource(db, ana) is None
    assert afterwards.resource(db, bo) == (1, "the atlas", "")
    assert afterwards.outcome(db) is None
    assert afterwards.notice_due(db, ana) is None
