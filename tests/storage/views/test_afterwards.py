"""What drafts for afterwards cite: findings first, musts next; who would rather not be named; what was done for me."""

from infotui.services.desks import Desks
from infotui.storage.views import afterwards
from tests.builders import a_contact, a_held_interview, a_live_interview


def test_only_findings_are_cited_advice_first_and_none_on_how_somebody_is(desks: Desks) -> None:
    talk = a_live_interview(
        desks, "a plain note", "$ an opening", "* a gap of mine #gap", "* what it is like #career",
        "* bitter about her boss #person", "* advice from them #advice", "* a job #opening",
    )  # fmt: skip
    assert afterwards.said_in(desks.store.reading(), talk) == [
        "advice from them", "what it is like", "a gap of mine", "a job",
    ]  # fmt: skip


def test_what_else_drafts_are_about(desks: Desks) -> None:
    db, ana, bo = desks.store.reading(), a_contact(desks, "Ana"), a_contact(desks, "Bo")
    a_held_interview(desks, "> Cy Young", "> Di Lund", "& the atlas", contact_id=ana)
    assert afterwards.dropped(db, ana) == []
    assert afterwards.dropped(db, ana, 1)[0].name == "Cy Young"
    assert afterwards.resource(db, ana) is None
    assert afterwards.resource(db, bo) == (1, "the atlas", "")
    assert afterwards.outcome(db) is None
    assert afterwards.notice_due(db, ana) is None
