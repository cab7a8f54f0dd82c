"""Contacts as rows: windows that fit together, filters that take a text as it is meant."""

from collections.abc import Iterator

import pytest

from infotui.domain.clock import instant_text
from infotui.services.desks import Desks
from infotui.storage.views import contacts
from tests.builders import a_contact, a_held_interview, a_planned_interview, later, open_desks
from tests.fakes import START, ManualClock
from tests.people import busy
from tests.query_plans import read_through, steps_of


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    """Five people, of whom some share words; only read."""
    desks = open_desks(tmp_path_factory.mktemp("known") / "notebook.db", ManualClock())
    a_contact(desks, "Zoë Quist", "Ärzte & Co", role="Ökologin", field="Énergie", tags="Größe")
    a_contact(desks, "amina Patel", "Northwind", role="test engineer", field="energy")
    a_contact(desks, "Amina Patel", "Southwind", field="100% solar")
    a_contact(desks, "Li Wei", "", role="a_b analyst", tags="hiring", introduced_by="Rúth")
    a_contact(desks, "Émile Straße", "northwind", field="back\\slash")
    yield desks
    desks.close()


def names(desks: Desks, needle: str) -> list[str]:
    rows = contacts.page(desks.store.reading(), needle, 0, 100)
    assert contacts.count(desks.store.reading(), needle) == len(rows)
    return [row.name for row in rows]


ALL = ["amina Patel", "Amina Patel", "Émile Straße", "Li Wei", "Zoë Quist"]


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("", ALL),
        ("   ", ALL),
        ("AMINA", ALL[:2]),
        ("zoe", ["Zoë Quist"]),
        ("ZOË", ["Zoë Quist"]),
        ("strasse", ["Émile Straße"]),
        ("aRZTe &", ["Zoë Quist"]),
        ("northwind", ["amina Patel", "Émile Straße"]),
        ("test engineer", ["amina Patel"]),
        ("stranger", ALL),
        ("100%", ["Amina Patel"]),
        ("%", ["Amina Patel"]),
        ("a_b", ["Li Wei"]),
        ("_", ["Li Wei"]),
        ("back\\", ["Émile Straße"]),
        ("'; DROP TABLE contact; --", []),
        ("nobody", []),
        ("\x00amina", ALL[:2]),
        ("patel north", ["amina Patel"]),
        ("north PATEL engineer energy stranger", ["amina Patel"]),
        ("patel nobody", []),
        ("#hiring", ["Li Wei"]),
        ("#hi", ["Li Wei"]),
        ("#iring", []),
        ("hiring", ["Li Wei"]),
        ("#GROSSE quist", ["Zoë Quist"]),
        ("#hiring quist", []),
        ("#", ["Li Wei", "Zoë Quist"]),
        ("analyst RUTH", ["Li Wei"]),
        pytest.param("Énergie", ["Zoë Quist"]),
        pytest.param("ökologin", ["Zoë Quist"]),
        pytest.param("x" * 60_000, [], id="60,000 letters"),
    ],
)
def test_a_filter_finds_what_is_meant(known: Desks, needle: str, found: list[str]) -> None:
    assert names(known, needle) == found


@pytest.mark.parametrize("needle", ["", "wind"])
def test_windows_fit_together(known: Desks, needle: str) -> None:
    db = known.store.reading()
    whole = contacts.page(db, needle, 0, 100)
    for limit in (1, 2, 3):
        parts = [
            row
            for offset in range(0, len(whole) + limit, limit)
            for row in contacts.page(db, needle, offset, limit)
        ]
        assert parts == whole


def test_the_very_name_goes_before_what_is_like_it(desks: Desks) -> None:
    db = desks.store.reading()
    for name, company in (("Li Wei", ""), ("Li Wei Chen", ""), ("amina Patel", "Northwind")):
        a_contact(desks, name, company)
    a_contact(desks, "Amina Patel", "Southwind")
    assert [row.name for row in contacts.named(db, "li wei")] == ["Li Wei"]
    assert [row.name for row in contacts.named(db, "LI")] == ["Li Wei", "Li Wei Chen"]
    assert [row.organization for row in contacts.named(db, "Amina Patel")] == [
        "Northwind",
        "Southwind",
    ]
    assert contacts.named(db, "nobody") == []
    assert contacts.named(db, "%") == []


def test_a_row_counts_the_talks_that_were_held(desks: Desks) -> None:
    number = a_contact(desks)
    a_planned_interview(desks, number)
    assert contacts.page(desks.store.reading())[0][6:8] == (0, None)
    a_held_interview(desks, contact_id=number)
    later(desks, days=2)
    a_held_interview(desks, contact_id=number)
    (row,) = contacts.page(desks.store.reading())
    assert row.talks == 2
    assert row.last_met is not None
    assert (row.last_met - START).days == 2


def test_a_sheet_holds_everything_about_one(desks: Desks) -> None:
    number = a_contact(
        desks,
        role="analyst",
        unit="the lab",
        field="energy",
        email="a@example.org",
        address="1 Elm St",
        introduced_by="Ruth",
        about="met at a fair",
    )
    desks.research.begin("contact", number)
    sheet = contacts.sheet(desks.store.reading(), number)
    assert sheet is not None
    assert sheet[2:5] == ("Amina Patel", "analyst", "the lab")
    assert (sheet.organization, sheet.field, sheet.stage) == ("Northwind", "energy", "stranger")
    assert (sheet.introduced_by, sheet.about) == ("Ruth", "met at a fair")
    assert [(p.kind, p.value) for p in sheet.points] == [
        ("email", "a@example.org"),
        ("address", "1 Elm St"),
    ]
    assert (sheet.research_notes, sheet.organization_notes) == (1, 0)
    assert contacts.sheet(desks.store.reading(), 99) is None


def test_those_in_focus_come_first_among_the_subjects(known: Desks) -> None:
    db = known.store.reading()
    rows = contacts.subjects(db, "", 4, 3)
    assert [(row.kind, row.name) for row in rows[:2]] == [
        ("contact", "Li Wei"),
        ("organization", "Southwind"),
    ]
    assert [row.in_focus for row in rows] == [True, True, *[False] * (len(rows) - 2)]
    assert len(rows) == 5 + 3, "each person and each organization once"
    assert len(contacts.subjects(db, "", None, None)) == 8


def test_subjects_are_found_by_name_and_detail(known: Desks) -> None:
    db = known.store.reading()
    found = contacts.subjects(db, "northwind", None, None)
    assert [(row.kind, row.name, row.detail) for row in found] == [
        ("contact", "amina Patel", "test engineer · Northwind"),
        ("contact", "Émile Straße", "Northwind"),
        ("organization", "Northwind", "energy"),
    ]
    assert [row.name for row in contacts.subjects(db, "%", None, None)] == [
        "Amina Patel",
        "Southwind",
    ]


def test_an_organization_is_found_by_its_field_in_any_spelling(known: Desks) -> None:
    found = contacts.subjects(known.store.reading(), "énergie", None, None)
    assert [row.name for row in found] == ["Ärzte & Co", "Zoë Quist"]


def test_research_comes_newest_first(desks: Desks) -> None:
    number = a_contact(desks)
    desks.research.begin("contact", number, "first")
    desks.research.begin("contact", number, "second")
    desks.research.begin("organization", 1, "on them all")
    later(desks, days=1)
    desks.research.begin("contact", number, "third", "their site")
    rows = contacts.research(desks.store.reading(), "contact", number)
    assert [row.body for row in rows] == ["third", "second", "first"]
    assert (rows[0].source, (rows[0].noted_at - START).days) == ("their site", 1)
    shared = contacts.research(desks.store.reading(), "organization", 1)
    assert [row.body for row in shared] == ["on them all"]


def test_what_was_used_before_is_offered_again(known: Desks) -> None:
    db = known.store.reading()
    assert contacts.organizations(db) == ["Ärzte & Co", "Northwind", "Southwind"]
    assert contacts.fields(db) == ["100% solar", "back\\slash", "energy", "Énergie"]


def test_people_are_listed_by_name_by_pick_and_by_last_touch(desks: Desks) -> None:
    db = desks.store.reading()
    never, long_ago, new, late = (a_contact(desks, name) for name in ("Bo", "Dov", "Amina", "Cem"))
    a_held_interview(desks, contact_id=long_ago)
    later(desks, days=9)
    a_held_interview(desks, contact_id=new)
    desks.prospects.pick(late)
    desks.prospects.pick(never)
    assert contacts.found(db) == [new, never, late, long_ago]
    assert contacts.found(db, order="prospects") == [late, never, new, long_ago]
    assert contacts.found(db, order="touch") == [long_ago, new, never, late]
    rows = contacts.rows_of(db, [new, 99, never])
    assert [(row.name, row.picked) for row in rows] == [("Amina", None), ("Bo", 2)]
    assert [row.touched_at is not None for row in rows] == [True, False]
    assert contacts.rows_of(db, []) == []


def every_touch(desks: Desks) -> dict[str, int]:
    """Let something of each kind be the last touch with somebody; by what the view calls it."""
    ana = a_contact(desks, "Ana")
    who = {}
    for what in ("talk", "outreach", "answer", "thanks", "promise", "courtesy", "met", "resource",
                 "outcome"):  # fmt: skip
        who[what] = a_contact(desks, what)
    talk = a_planned_interview(desks, who["talk"], when="")
    desks.scheduling.add_person(talk, who["thanks"])
    desks.scheduling.add_person(talk, a_contact(desks, "beside them"))
    desks.live.start(talk)
    desks.live.end(talk)
    for what, line in (("promise", "! an atlas"), ("courtesy", "> Bo"), ("outcome", "* a fact")):
        a_held_interview(desks, line, contact_id=who[what])
    later(desks, days=1)
    asked = desks.introductions.begin(ana, a_contact(desks, "followed"))
    desks.introductions.move(asked, "asked")
    later(desks, days=1)
    desks.introductions.move(asked, "contact made")
    desks.introductions.move(asked, "followed up")
    desks.outreach.log(who["outreach"], "e-mail")
    sent = desks.outreach.log(who["answer"], "e-mail").id
    later(desks, hours=1)
    desks.outreach.answer(sent, "later")
    desks.touches.log(who["met"], "met")
    desks.resources.share(desks.resources.add("an atlas"), who["resource"])
    desks.outcomes.record("job")
    for row in desks.followups.open_loops():
        if (row.kind, row.contact_id) in {
            ("thank-you", who["thanks"]), ("my promise", who["promise"]),
            ("outcome", who["outcome"]),
        }:  # fmt: skip
            desks.followups.done(row, "told" if row.kind == "outcome" else "")
    (lead,) = desks.leads.all()
    desks.leads.drop(lead.id)
    desks.leads.courtesy_sent(lead.id)
    return who


def test_every_kind_of_touch_is_the_last_one_of_somebody(desks: Desks) -> None:
    who = every_touch(desks)
    db = desks.store.reading()
    told = dict(db.execute("SELECT contact_id, max(at) FROM touched GROUP BY contact_id"))
    rows = contacts.rows_of(db, [row[0] for row in db.execute("SELECT id FROM contact")])
    assert {r.id: instant_text(r.touched_at) for r in rows if r.touched_at} == told
    last = "SELECT what FROM touched WHERE contact_id = ? ORDER BY at DESC LIMIT 1"
    for what, contact in who.items():
        assert db.execute(last, (contact,)).fetchone() == (what,)
    assert len(told) == len(rows), "the introducer, who was led to, and the second person too"


def test_last_touches_are_those_of_the_view_and_read_by_indexes(desks: Desks) -> None:
    db, me = desks.store.reading(), busy(desks)
    later(desks, days=2)
    a_held_interview(desks, "! send it", contact_id=me)
    desks.followups.done(
        next(row for row in desks.followups.open_loops("me") if row.kind == "my promise")
    )
    later(desks, days=1)
    desks.followups.done(
        next(row for row in desks.followups.open_loops("me") if row.kind == "thank-you")
    )
    told = dict(db.execute("SELECT contact_id, max(at) FROM touched GROUP BY contact_id"))
    everybody = [row[0] for row in db.execute("SELECT id FROM contact")]
    seen = {row.id: row.touched_at for row in contacts.rows_of(db, everybody) if row.touched_at}
    assert {number: instant_text(at) for number, at in seen.items()} == told
    assert len(told) > 1
    steps = steps_of(db, lambda: contacts.rows_of(db, [me]))
    assert not [step for step in steps if "_by_state" in step]
    assert not read_through(steps, "interview", "i", "t", "p", "o", "x", "c", "touched")


def test_subjects_are_read_by_the_index_of_their_names_and_counted_when_found(known: Desks) -> None:
    db = known.store.reading()
    steps = steps_of(db, lambda: contacts.subjects(db, "", 1, None))
    assert "SCAN c USING INDEX contact_by_name" in steps
    assert "SCAN o USING INDEX organization_by_name" in steps
    assert not read_through(steps, "r")


def test_tags_and_names_are_offered_again(known: Desks) -> None:
    db = known.store.reading()
    assert contacts.tags(db) == ["Größe", "hiring"]
    assert contacts.names(db) == ALL
