"""Rows of drafts, and what a draft asks of the record beside: who led there, what was sent (M4)."""

from datetime import date

from infotui.domain.draft import Offer
from infotui.domain.naming import Referrer
from infotui.services.desks import Desks
from infotui.storage.views import drafts, reaching
from tests.builders import a_contact, a_held_interview, later
from tests.services.drafting import an_introduction, an_outreach, consents


def test_drafts_come_the_latest_first_and_open_ones_by_where_they_belong(desks: Desks) -> None:
    db, jane = desks.store.reading(), a_contact(desks, "Jane Doe")
    first = desks.drafts.take_up(Offer("follow-up", jane))
    later(desks, hours=1)
    second = desks.drafts.take_up(Offer("reschedule", jane))
    assert [row.id for row in drafts.of_contact(db, jane)] == [second, first]
    later(desks, hours=1)
    desks.drafts.mark_used(first, "sent")
    assert [row.id for row in drafts.of_contact(db, jane)] == [first, second]
    assert [r.id for r in drafts.open_ones(db, "reschedule", jane, 7, None)] == [second]
    assert drafts.open_ones(db, "follow-up", jane, None, None) == []
    assert drafts.open_ones(db, "reschedule", jane, None, 1) == []
    assert drafts.one(db, 99) is None
    row = drafts.one(db, first)
    assert row is not None
    assert (row.contact, row.state, row.used_at) == ("Jane Doe", "used", desks.clock.now())


def test_referrers_are_those_of_this_person(desks: Desks) -> None:
    db = desks.store.reading()
    ana = a_contact(desks, "Ana Brightwater")
    talk = a_held_interview(desks, "> Jáne  doe, fuel cells", "> Bo Lind", contact_id=ana)
    jane, bo = a_contact(desks, "Jane Doe"), a_contact(desks, "Bo Lind")
    assert drafts.referrers(db, jane) == [Referrer(ana, "Ana Brightwater", "not asked", talk)]
    assert drafts.referrers(db, ana) == []
    consents(desks, "yes")
    assert drafts.referrers(db, jane) == []
    consents(desks, "yes", jane)
    assert [r.consent for r in drafts.referrers(db, jane)] == ["yes", "yes"]
    assert drafts.referrers(db, bo) == []
    assert drafts.referrers(db, 99) == []


def test_only_a_contact_that_was_made_counts(desks: Desks) -> None:
    db = desks.store.reading()
    ana, jane = a_contact(desks, "Ana Brightwater"), a_contact(desks, "Jane Doe")
    made = an_introduction(desks, ana, jane, notice="told", due=date(2026, 11, 30))
    for state in ("draft", "asked", "declined", "lapsed"):
        db.execute("UPDATE introduction SET state = ?", (state,))
        assert drafts.makers(db, jane) == []
    for state in ("contact made", "followed up", "led to interview"):
        db.execute("UPDATE introduction SET state = ?", (state,))
        assert drafts.makers(db, jane) == [Referrer(ana, "Ana Brightwater", "yes")]
    row = reaching.introduction(db, made)
    assert row is not None
    assert (row.introducer, row.target, row.notice, row.due) == (
        "Ana Brightwater", "Jane Doe", "told", date(2026, 11, 30),
    )  # fmt: skip
    assert reaching.introductions_with(db, jane) == []
    db.execute("UPDATE introduction SET state = 'asked'")
    assert [reaching.introductions_with(db, who)[0].id for who in (ana, jane)] == [made, made]
    assert reaching.introduction(db, 99) is None


def test_what_was_sent_last_counts_while_there_is_no_answer(desks: Desks) -> None:
    db, jane = desks.store.reading(), a_contact(desks, "Jane Doe")
    assert drafts.unanswered_since(db, jane) is None
    an_outreach(desks, jane, "yes")
    assert drafts.unanswered_since(db, jane) is None
    later(desks, hours=1)
    an_outreach(desks, jane)
    assert drafts.unanswered_since(db, jane) == desks.clock.now()
    later(desks, hours=1)
    an_outreach(desks, jane, "later")
    assert drafts.unanswered_since(db, jane) is None
    assert drafts.entry(db, 99) == ""
