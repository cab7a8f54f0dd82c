"""The desk of introductions: who is asked for whom, each step dated, due, refused or taken back (S19-S21)."""

from datetime import date, timedelta

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.introduction import ENOUGH, REMIND
from infotui.services.desks import Desks
from tests.builders import a_contact, later, reopened
from tests.fakes import START
from tests.services.reaching import dump, living_in, stored, three


def changes(desks: Desks) -> list[tuple[str, str, str]]:
    return stored(
        desks,
        "SELECT was, became, why FROM state_change WHERE introduction_id IS NOT NULL ORDER BY id",
    )


def test_it_begins_as_a_draft_between_two_others(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    row = desk.one(desk.begin(who.ana, who.bo, "copied", "  they row   together "))
    assert (row.introducer, row.target, row.state, row.notice, row.why, row.due) == (
        "Ana Alm", "Bo Berg", "draft", "copied", "they row together", None,
    )  # fmt: skip
    assert row.words == "Ana Alm to introduce you to Bo Berg"
    assert desk.of_contact(who.ana) == desk.of_contact(who.bo) == [row]
    assert desk.of_contact(who.cy) == []


def test_every_step_is_dated_due_and_kept_with_its_change(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    made = desk.begin(who.ana, who.bo, "told")
    desk.move(made, "asked", "by the coffee machine")  # Monday 23 Nov
    assert desk.one(made).due == date(2026, 11, 30)
    later(desks, days=4)
    desk.move(made, "contact made")  # Friday 27 Nov
    assert desk.one(made).due == date(2026, 11, 30)
    later(desks, days=3)
    desk.move(made, "followed up")
    later(desks, days=1)
    desk.move(made, "led to interview")
    assert desks.followups.open_loops() == []
    assert changes(desks) == [
        ("draft", "asked", "by the coffee machine"), ("asked", "contact made", ""),
        ("contact made", "followed up", ""), ("followed up", "led to interview", ""),
    ]  # fmt: skip
    row = reopened(desks).introductions.one(made)
    assert (row.asked_at, row.made_at, row.followed_at, row.since, row.due) == (
        START, START + timedelta(4), START + timedelta(7), START + timedelta(8), None,
    )  # fmt: skip


def test_each_step_can_be_taken_back_and_leaves_the_dates_as_they_were(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    made = desk.begin(who.ana, who.bo)
    before = [desk.one(made)]
    for became in ("asked", "contact made", "followed up", "declined", "asked", "lapsed"):
        later(desks, days=1)
        desk.move(made, became)
        before.append(desk.one(made))
    for row in reversed(before[:-1]):
        said = desks.undo.take_back()
        assert said.startswith("“Ana Alm to introduce you to Bo Berg” ")
        assert desk.one(made)._replace(waited=0) == row._replace(waited=0)
    assert changes(desks) == [], "what was taken back is no part of its history"
    assert desks.undo.take_back() == "the introduction"
    with pytest.raises(NotFoundError):
        desk.one(made)


def test_a_step_that_went_on_elsewhere_is_not_taken_back(desks: Desks) -> None:
    who = three(desks)
    made = desks.introductions.begin(who.ana, who.bo)
    desks.introductions.move(made, "asked")
    living_in(desks).introductions.move(made, "contact made")
    with pytest.raises(IllegalMoveError, match="contact made by now"):
        desks.undo.take_back()
    with pytest.raises(IllegalMoveError, match="contact made by now, so it stays"):
        desks.undo.take_back()


def test_an_illegal_step_is_refused_with_the_ways_there_are(desks: Desks) -> None:
    who = three(desks)
    made = desks.introductions.begin(who.ana, who.bo)
    before = dump(desks)
    with pytest.raises(IllegalMoveError, match=r"cannot become followed up; .* asked, lapsed"):
        desks.introductions.move(made, "followed up")
    with pytest.raises(IllegalMoveError, match="nothing to remind of"):
        desks.introductions.remind(made)
    assert dump(desks) == before


def test_a_reminder_is_fair_when_the_days_have_passed_and_begins_the_wait_anew(
    desks: Desks,
) -> None:
    who = three(desks)
    desk = living_in(desks, introduction_days=2).introductions
    made = desk.begin(who.ana, who.bo)
    desk.move(made, "asked")
    assert (desk.one(made).due, desk.one(made).advice) == (date(2026, 11, 25), "")
    later(desks, days=3)
    assert (desk.one(made).waited, desk.one(made).advice) == (3, REMIND)
    assert desk.remind(made) == date(2026, 11, 30)  # a Thursday, and a weekend between
    assert (desk.one(made).waited, desk.one(made).advice) == (0, "")
    assert desk.one(made).reminded_at == START + timedelta(3)
    later(desks, days=4)
    assert (desk.one(made).waited, desk.one(made).advice) == (2, ENOUGH)
    assert changes(desks)[-1] == ("asked", "asked", "reminded")


def test_a_reminder_can_be_taken_back(desks: Desks) -> None:
    who = three(desks)
    made = desks.introductions.begin(who.ana, who.bo)
    desks.introductions.move(made, "asked")
    before = desks.introductions.one(made)
    desks.introductions.remind(made)
    assert desks.undo.take_back() == "the reminder"
    assert desks.introductions.one(made) == before


def test_a_contact_made_that_was_a_mistake_waits_as_before(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    made = desk.begin(who.ana, who.bo)
    desk.move(made, "asked")
    before = desk.one(made)
    later(desks, days=1)
    desk.move(made, "contact made")
    desk.move(made, "asked")
    assert desk.one(made)._replace(waited=0) == before


def test_asked_once_more_after_a_no_counts_from_then(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    made = desk.begin(who.ana, who.bo)
    desk.move(made, "asked")
    desk.remind(made)
    desk.move(made, "declined")
    later(desks, days=7)
    desk.move(made, "asked")
    row = desk.one(made)
    assert (row.asked_at, row.reminded_at, row.due) == (
        START + timedelta(7),
        None,
        date(2026, 12, 7),
    )


def test_nobody_introduces_themselves_or_the_same_two_twice(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    with pytest.raises(BadInputError, match="cannot introduce you to themselves") as refused:
        desk.begin(who.bo, who.bo)
    assert refused.value.field == "introducer"
    made = desk.begin(who.ana, who.bo)
    before = dump(desks)
    with pytest.raises(IllegalMoveError, match=r"already: that one is draft\."):
        desk.begin(who.ana, who.bo)
    assert dump(desks) == before
    desk.begin(who.cy, who.bo)
    desk.begin(who.bo, who.ana)
    desk.move(made, "lapsed")
    desk.begin(who.ana, who.bo)


def test_a_new_name_becomes_a_contact_and_a_known_one_is_found(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    assert desk.one(desk.begin(" ana ALM ", who.bo)).introducer_id == who.ana
    assert desk.one(desk.begin("Dee Dahl", who.bo)).introducer == "Dee Dahl"
    assert [row.name for row in desks.contacts.named("Dee Dahl")] == ["Dee Dahl"]
    before = dump(desks)
    for name, sentence in (("  ", "needs a name"), ("x" * 201, "201 characters")):
        with pytest.raises(BadInputError, match=sentence) as refused:
            desk.begin(name, who.bo)
        assert refused.value.field == "introducer"
    with pytest.raises(BadInputError, match="copied or told"):
        desk.begin(who.ana, who.cy, "shouted")
    with pytest.raises(NotFoundError):
        desk.begin("Somebody New", 99)
    assert dump(desks) == before


def test_a_name_that_two_have_is_not_guessed(desks: Desks) -> None:
    who = three(desks)
    a_contact(desks, "Ana Alm", "Elsewhere")
    with pytest.raises(BadInputError, match="2 contacts are called so"):
        desks.introductions.begin("Ana Alm", who.bo)


def test_the_likeliest_introducers_come_first(desks: Desks) -> None:
    who = three(desks)
    noted = a_contact(desks, "Zoe Zahn", "Elsewhere")
    friend = a_contact(desks, "Yara Yun", "Elsewhere")
    desks.contacts.set_stage(friend, "advocate")
    sheet = desks.contacts.form_of(who.bo)
    desks.contacts.change(who.bo, sheet._replace(introduced_by="ZOE zahn"))
    found = desks.introductions.introducers(who.bo, "")
    assert [row.id for row in found] == [noted, who.cy, friend, who.ana]
    assert [row.name for row in desks.introductions.introducers(who.bo, "cy")] == ["Cy Cole"]


def test_the_stage_is_suggested_and_never_set(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    made = desk.begin(who.ana, who.bo)
    desk.move(made, "asked")
    assert desk.stage_hint(made) == ""
    desk.move(made, "contact made")
    assert desk.stage_hint(made) == "introduced"
    assert desks.contacts.sheet(who.bo).stage == "stranger"
    desks.contacts.set_stage(who.bo, "met")
    assert desk.stage_hint(made) == ""


def test_whoever_made_the_contact_is_the_one_through_whom(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    made = desk.begin(who.ana, who.bo)
    desk.move(made, "asked")
    before = stored(desks, "SELECT * FROM contact ORDER BY id")
    desk.move(made, "contact made")
    sheet = desks.contacts.sheet(who.bo)
    assert (sheet.introducer_id, sheet.introduced_by) == (who.ana, "Ana Alm")
    assert desks.contacts.found("ana alm") == [who.ana, who.bo], "and is found by it"
    desk.move(made, "followed up")
    desk.move(made, "contact made")
    for _ in range(3):
        desks.undo.take_back()
    after = desks.contacts.sheet(who.bo)
    assert (after.introducer_id, after.introduced_by) == (None, "")
    assert stored(desks, "SELECT * FROM contact ORDER BY id") == before


def test_who_was_noted_before_stays_the_one_through_whom(desks: Desks) -> None:
    who = three(desks)
    desk = desks.introductions
    noted = a_contact(desks, "Dee Dahl", introduced_by="Cousin Fay")
    made = desk.begin(who.ana, noted)
    desk.move(made, "asked")
    desk.move(made, "contact made")
    sheet = desks.contacts.sheet(noted)
    assert (sheet.introducer_id, sheet.introduced_by) == (None, "Cousin Fay")


def test_a_new_introducer_goes_with_the_introduction_unless_more_is_kept(desks: Desks) -> None:
    who = three(desks)
    before = dump(desks)
    desks.introductions.begin("Gil Grau", who.bo)
    assert desks.undo.take_back() == "the introduction"
    assert dump(desks) == before
    made = desks.introductions.begin("Gil Grau", who.bo)
    gil = desks.introductions.one(made).introducer_id
    desks.research.begin("contact", gil, "plays the tuba")
    desks.undo.take_back()
    assert desks.introductions.of_contact(who.bo) == []
    assert desks.contacts.sheet(gil).name == "Gil Grau"


def test_a_reminder_leaves_the_words_of_the_ask_and_what_is_taken_back_is_not_told(
    desks: Desks,
) -> None:
    who = three(desks)
    made = desks.introductions.begin(who.ana, who.bo)
    desks.introductions.move(made, "asked", "by the coffee machine")
    told = desks.contacts.history(who.ana)
    desks.introductions.move(made, "declined", "no time")
    desks.undo.take_back()
    assert desks.contacts.history(who.ana) == told
    desks.introductions.remind(made)
    words = [(row.text, row.detail) for row in desks.contacts.history(who.ana)]
    assert ("asked to introduce you to Bo Berg", "by the coffee machine") in words
