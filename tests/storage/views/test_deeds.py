"""What everybody did, by all that came of their talks and their introductions; nothing that was dropped."""

from infotui.domain.outcome import Deeds
from infotui.services.desks import Desks
from infotui.storage.views.deeds import deeds_of_all
from tests.builders import a_contact, a_held_interview
from tests.services.drafting import an_introduction


def test_leads_resources_and_introductions_are_what_was_done_for_me(desks: Desks) -> None:
    db, ana, bo = desks.store.reading(), a_contact(desks, "Ana"), a_contact(desks, "Bo")
    a_held_interview(
        desks, "> Cy Young", "> Di Lund", "> Eve Foss", "& the atlas", "* a thing", "* odd #person",
        "* do it #advice", contact_id=ana,
    )  # fmt: skip
    an_introduction(desks, ana, bo, state="contact made")
    db.execute("UPDATE lead SET state = 'followed' WHERE name = 'Di Lund'")
    desks.leads.drop(3)
    assert deeds_of_all(db)(ana, "met") == Deeds(
        stage="met", made=("Bo",), resources=("the atlas",), pointed=("Di Lund", "Cy Young"),
        findings=("do it", "a thing"), talks=1,
    )  # fmt: skip
    assert deeds_of_all(db)(bo, "stranger") == Deeds()


def test_a_lead_that_is_its_own_giver_is_no_deed(desks: Desks) -> None:
    db, ana = desks.store.reading(), a_contact(desks, "Ana Alm")
    a_held_interview(desks, "> A. Alm", contact_id=ana)
    desks.merging.merge(ana, desks.leads.become_contact(1))
    assert deeds_of_all(db)(ana, "met").led == ()
