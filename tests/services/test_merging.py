"""Two that are one: whatever hangs on them moves, nothing said is lost, and undo restores both exactly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.records.interview import InterviewPerson
from infotui.domain.records.reaching import Introduction
from infotui.services.desks import Desks
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.people import busy, everything
from tests.tries import tries
from tests.tui.pilots import stored

FIELDS = ("name", "organization", "role", "unit", "field", "stage", "zone")
REFERRING = (
    ("contact_point", "contact_id"), ("contact_tag", "contact_id"), ("research_note", "contact_id"),
    ("interview", "contact_id"), ("interview_person", "contact_id"), ("introduction", "introducer_id"),
    ("introduction", "target_id"), ("draft", "contact_id"), ("outreach", "contact_id"),
    ("lead", "contact_id"), ("state_change", "contact_id"), ("contact", "introducer_id"),
    ("thank_you", "contact_id"), ("touch", "contact_id"), ("resource_share", "contact_id"),
    ("outcome_notice", "contact_id"),
)  # fmt: skip


def test_no_reference_to_a_contact_is_forgotten(desks: Desks) -> None:
    db = desks.store.reading()
    tables = [t for (t,) in db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main'")]
    laid = {
        (table, row[3])
        for table in tables
        for row in db.execute(f"PRAGMA foreign_key_list({table})")
        if row[2] == "contact"
    }
    assert laid == set(REFERRING)


def test_all_that_hangs_on_the_other_one_moves(desks: Desks) -> None:
    stays, gone = busy(desks), busy(desks, "A. Patel", "Southwind")
    before = everything(desks)
    moved = desks.contacts.weight(gone)
    mine = desks.contacts.weight(stays)
    desks.merging.merge(stays, gone)
    after = everything(desks)
    for table in ("note", "finding", "interview", "research_note", "lead", "promise", "outreach",
                  "draft", "introduction", "question", "thank_you"):  # fmt: skip
        assert len(after[table]) == len(before[table]), table
    whole = desks.contacts.weight(stays)
    assert (whole.notes, whole.research) == (mine.notes + moved.notes, 2)
    for table, column in REFERRING:
        assert stored(desks, f"SELECT count(*) FROM {table} WHERE {column} = ?", gone) == [(0,)]
    assert stored(desks, "PRAGMA foreign_key_check") == []
    sheet = desks.contacts.sheet(stays)
    assert [(p.kind, p.value) for p in sheet.points] == [
        ("email", "Am@example.org"), ("email", "b@example.org"), ("email", "A.@example.org"),
        ("phone", "030 12"),
    ]  # fmt: skip
    assert sheet.tags == ("energy", "hiring")
    assert "organization in the other entry: Southwind" in sheet.about
    assert stored(desks, "SELECT introduced_by FROM contact WHERE introducer_id = ?", stays) == [
        ("Amina Patel",), ("Amina Patel",)]  # fmt: skip


def test_what_one_cannot_do_with_oneself_is_dropped(desks: Desks) -> None:
    stays = a_contact(desks, "Amina Patel")
    gone = a_contact(desks, "A. Patel", introduced_by="Amina Patel")
    talk = a_planned_interview(desks, stays, when="")
    with desks.store.writing() as shelves:
        shelves.reaching.add(Introduction(introducer_id=stays, target_id=gone))
        shelves.interviews.add(InterviewPerson(interview_id=talk, contact_id=gone))
    desks.merging.merge(stays, gone)
    assert stored(desks, "SELECT count(*) FROM introduction") == [(0,)]
    assert stored(desks, "SELECT count(*) FROM interview_person") == [(0,)]
    assert stored(desks, "SELECT introducer_id, introduced_by FROM contact") == [(None, "")]


def test_what_was_done_for_one_of_the_two_was_done(desks: Desks) -> None:
    ana, other = a_contact(desks, "Ana Alvarez"), a_contact(desks, "A. Alvarez", "")
    talk = a_planned_interview(desks, ana, when="")
    desks.scheduling.add_person(talk, other)
    desks.live.start(talk)
    desks.live.end(talk)
    desks.outcomes.record("job")
    for row in desks.followups.open_loops():
        if row.contact == "A. Alvarez":
            desks.followups.done(row, "told" if row.kind == "outcome" else "")
    notices = {row.name: row.id for row in desks.outcomes.queue()}
    desks.outcomes.waive(notices["Ana Alvarez"], "she knows")
    before = everything(desks)
    for stays, gone in ((ana, other), (other, ana)):
        desks.merging.merge(stays, gone)
        assert {row.kind for row in desks.followups.open_loops()} == {"debrief"}
        assert desks.outcomes.progress() == (1, 1)
        assert stored(desks, "SELECT state, why_not FROM outcome_notice") == [("told", "")]
        assert stored(desks, "SELECT state FROM thank_you") == [("sent",)]
        kinds = {row.kind for row in desks.touches.of_contact(stays)}
        assert {"thanks", "outcome"} <= kinds
        desks.undo.take_back()
        assert everything(desks) == before


def test_nobody_is_the_one_whom_they_named_themself(desks: Desks) -> None:
    ana = a_contact(desks, "Ana Alvarez")
    a_held_interview(desks, "> A. Alvarez", contact_id=ana)
    other = desks.leads.become_contact(1)
    desks.outcomes.record("job")
    before = everything(desks)
    desks.merging.merge(ana, other)
    (lead,) = desks.leads.all()
    assert (lead.state, lead.contact_id, lead.giver_id) == ("followed", None, ana)
    (row,) = desks.outcomes.queue()
    assert (row.name, row.did) == ("Ana Alvarez", "took the time to talk with me")
    assert stored(desks, "SELECT count(*) FROM contact WHERE introducer_id = id") == [(0,)]
    desks.leads.follow(1)
    desks.undo.take_back()
    desks.undo.take_back()
    assert everything(desks) == before


def test_the_further_stage_and_the_better_place_hold(desks: Desks) -> None:
    stays, other, gone = (a_contact(desks, name) for name in ("Amina", "Bo", "A."))
    for number in (gone, other, stays):
        desks.prospects.pick(number)
    desks.contacts.set_stage(gone, "met", "coffee")
    desks.merging.merge(stays, gone)
    assert stored(desks, "SELECT name, picked, stage FROM contact ORDER BY picked") == [
        ("Amina", 1, "met"), ("Bo", 2, "stranger")]  # fmt: skip
    turns = {(r.text, r.detail) for r in desks.contacts.history(stays) if r.kind == "stage"}
    assert turns == {("stranger → met", "merged with A."), ("stranger → met", "coffee")}


def test_chosen_words_of_the_other_one_hold_and_talks_to_come_follow(desks: Desks) -> None:
    stays, gone = a_contact(desks, "Amina"), a_contact(desks, "A.", "Southwind", role="chemist")
    talk = a_planned_interview(desks, stays, when="")
    desks.merging.merge(stays, gone, {"name", "organization"})
    sheet = desks.contacts.sheet(stays)
    assert (sheet.name, sheet.organization, sheet.role) == ("A.", "Southwind", "chemist")
    assert desks.plans.sheet(talk).interview.organization == "Southwind"
    assert [row.id for row in desks.contacts.named("a.")] == [stays]
    assert desks.contacts.named("amina") == []


def test_one_of_the_two_that_is_not_archived_keeps_both_in_the_lists(desks: Desks) -> None:
    stays, gone = a_contact(desks), a_contact(desks, "A. Patel")
    desks.contacts.archive(stays)
    desks.merging.merge(stays, gone)
    assert desks.contacts.found() == [stays]


def test_nobody_is_merged_with_oneself_or_with_the_gone(desks: Desks) -> None:
    me = a_contact(desks)
    before = everything(desks)
    with pytest.raises(BadInputError, match="the same contact"):
        desks.merging.merge(me, me)
    for pair in ((me, 9), (9, me)):
        with pytest.raises(NotFoundError):
            desks.merging.merge(*pair)
    assert everything(desks) == before
    assert desks.undo.take_back() == "adding Amina Patel", "the one thing that was done"


def test_likely_ones_come_first_and_archived_ones_are_found(desks: Desks) -> None:
    me, double = a_contact(desks, "Amina Patel"), a_contact(desks, "AMINA patel", "Southwind")
    other = a_contact(desks, "Amin Other")
    desks.contacts.archive(other)
    find = desks.merging.find
    assert [(d.id, d.why) for d in find(me)] == [(double, "same name")]
    assert [(d.id, d.why) for d in find(me, "ami")] == [(double, "same name"), (other, "archived")]
    assert [d.id for d in find(me, "south")] == [double]
    assert find(me, "nobody") == []


def test_undo_restores_both_exactly(desks: Desks) -> None:
    first = busy(desks)
    second = a_contact(desks, "amina patel", "Southwind", unit="the lab", tags="hiring", zone="UTC",
                       introduced_by="Amina Patel")  # fmt: skip
    untouched = everything(desks)

    @settings(derandomize=True, deadline=None, max_examples=tries(50))
    @given(st.sets(st.sampled_from(FIELDS)), st.booleans(), st.booleans(), st.booleans())
    def try_it(theirs: set[str], turned: bool, archived: bool, picked: bool) -> None:
        stays, gone = (second, first) if turned else (first, second)
        if picked:
            desks.prospects.pick(second)
        if archived:
            desks.contacts.archive(first)
        before = everything(desks)
        desks.merging.merge(stays, gone, theirs)
        assert everything(desks) != before
        desks.undo.take_back()
        assert everything(desks) == before
        for _ in range(picked + archived):
            desks.undo.take_back()
        assert everything(desks) == untouched

    try_it()
