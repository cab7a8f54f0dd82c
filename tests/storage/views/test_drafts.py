"""Rows of drafts, and what a draft asks of the record beside: who led there, what was sent (M4)."""

from infotui.domain.draft import Offer
from infotui.services.desks import Desks
from infotui.storage.views import drafts
from tests.builders import a_contact, later
from tests.services.drafting import an_outreach


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
