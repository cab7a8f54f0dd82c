"""Who named whom, and what they said of being named: nearly the same name, organizations, talks of several (M4)."""

from datetime import date

from infotui.domain.naming import Referrer
from infotui.services.desks import Desks
from infotui.storage.views import consent, reaching
from tests.builders import a_contact, a_held_interview
from tests.services.drafting import an_introduction, consents


def test_referrers_are_those_of_this_person(desks: Desks) -> None:
    db = desks.store.reading()
    ana = a_contact(desks, "Ana Brightwater")
    talk = a_held_interview(desks, "> Jáne  doe, fuel cells", "> Bo Lind", contact_id=ana)
    jane, bo = a_contact(desks, "Jane Doe"), a_contact(desks, "Bo Lind")
    assert consent.referrers(db, jane) == [Referrer(ana, "Ana Brightwater", "not asked", talk)]
    assert consent.referrers(db, ana) == []
    consents(desks, "yes")
    assert consent.referrers(db, jane) == []
    consents(desks, "yes", jane)
    assert [r.consent for r in consent.referrers(db, jane)] == ["yes", "yes"]
    assert consent.referrers(db, bo) == []
    assert consent.referrers(db, 99) == []


def test_only_a_contact_that_was_made_counts(desks: Desks) -> None:
    db = desks.store.reading()
    ana, jane = a_contact(desks, "Ana Brightwater"), a_contact(desks, "Jane Doe")
    made = an_introduction(desks, ana, jane, notice="told", due=date(2026, 11, 30))
    for state in ("draft", "asked", "declined", "lapsed"):
        db.execute("UPDATE introduction SET state = ?", (state,))
        assert consent.makers(db, jane) == []
    for state in ("contact made", "followed up", "led to interview"):
        db.execute("UPDATE introduction SET state = ?", (state,))
        assert consent.makers(db, jane) == [Referrer(ana, "Ana Brightwater", "yes")]
    row = reaching.introduction(db, made)
    assert row is not None
    assert (row.introducer, row.target, row.notice, row.due) == (
        "Ana Brightwater", "Jane Doe", "told", date(2026, 11, 30),
    )  # fmt: skip
    assert reaching.introductions_with(db, jane) == []
    db.execute("UPDATE introduction SET state = 'asked'")
    assert [reaching.introductions_with(db, who)[0].id for who in (ana, jane)] == [made, made]
    assert reaching.introduction(db, 99) is None


def test_who_said_no_and_who_said_no_or_nothing(desks: Desks) -> None:
    db = desks.store.reading()
    for name, consent_ in (("Ana", "no"), ("Bo", "not asked"), ("Cy", "yes")):
        a_held_interview(
            desks, f"> Di Lund · may mention: {consent_}", contact_id=a_contact(desks, name)
        )
    assert [r.name for r in consent.refusers(db)] == ["Ana"]
    assert [(r.name, r.consent) for r in consent.reserved(db)] == [
        ("Ana", "no"),
        ("Bo", "not asked"),
    ]


def test_a_first_name_alone_is_enough_where_nobody_else_bears_it(desks: Desks) -> None:
    db = desks.store.reading()
    a_held_interview(desks, "> Jane, fuel cells", contact_id=a_contact(desks, "Ana", "Westwind"))
    jane = a_contact(desks, "Jane Doe", "Southwind")
    assert [r.name for r in consent.referrers(db, jane)] == ["Ana"]
    a_contact(desks, "Jane Roe", "")
    assert consent.referrers(db, jane) == []
    there = a_contact(desks, "Jane Poe", "Westwind")
    assert [r.name for r in consent.referrers(db, there)] == ["Ana"]


def test_through_whom_is_known_by_number_or_by_name_alone(desks: Desks) -> None:
    db, ana = desks.store.reading(), a_contact(desks, "Ana")
    bo, cy = a_contact(desks, "Bo", introduced_by="Ana"), a_contact(desks, "Cy", introduced_by="Di")
    assert consent.through_whom(db, bo) == Referrer(ana, "Ana", "not asked")
    assert consent.through_whom(db, cy) == Referrer(0, "Di", "not asked")
    assert consent.through_whom(db, ana) is None
    assert consent.through_whom(db, 99) is None
