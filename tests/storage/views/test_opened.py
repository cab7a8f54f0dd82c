"""Reads what a talk opened and what was heard in it, each with its state, by indexes alone."""

from infotui.services.desks import Desks
from infotui.storage.views import loops, opened
from tests.builders import a_contact, a_held_interview
from tests.query_plans import read_through, steps_of


def test_every_loop_of_a_talk_stands_with_how_it_ended(desks: Desks) -> None:
    talk = a_held_interview(desks, "! send it", "< a list", "> Jane Doe, fuel cells", "$ an analyst",
                            "& the almanac")  # fmt: skip
    db = desks.store.reading()
    assert sum(row.open for row in opened.of(db, talk)) == loops.open_loops_of(db, talk) == 5
    desks.promises.keep(1)
    desks.thanks.sent(1)
    desks.leads.become_contact(1)
    desks.openings.set_posted(1, "unposted")
    desks.resources.share(1, a_contact(desks, "Bo Lind"))
    rows = {(row.kind, row.text): row for row in opened.of(db, talk)}
    assert {key: row.state for key, row in rows.items()} == {
        ("thank-you", "Thank-you mail to Amina Patel"): "sent",
        ("my promise", "send it"): "kept",
        ("their promise", "a list"): "open",
        ("lead", "Jane Doe, fuel cells"): "became contact",
        ("debrief", "Debrief"): "due",
    }
    lead = rows["lead", "Jane Doe, fuel cells"]
    assert lead.contact_id == desks.contacts.named("Jane Doe")[0].id
    assert lead.settled_at == desks.clock.now()
    assert [(row.noun, row.text, row.state) for row in opened.heard(db, talk)] == [
        ("opening", "an analyst", "heard, unposted"),
        ("resource", "the almanac", "passed on to Bo Lind"),
    ]
    assert sum(row.open for row in opened.of(db, talk)) == loops.open_loops_of(db, talk)


def test_only_what_is_of_the_talk_is_looked_at(desks: Desks) -> None:
    talk, db = a_held_interview(desks, "! send it"), desks.store.reading()
    steps = steps_of(db, lambda: (opened.of(db, talk), opened.heard(db, talk)))
    assert not read_through(steps, "t", "p", "l", "d", "x", "o", "r", "s")
    assert not [step for step in steps if "_by_state" in step]
