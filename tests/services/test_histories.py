"""The desk of histories: everything with one person or one organization, found by words, in windows."""

import pytest

from infotui.domain.errors import NotFoundError
from infotui.domain.history import HistoryRow
from infotui.domain.kept import Kept
from infotui.domain.records.interview import InterviewPerson
from infotui.services.desks import Desks
from infotui.services.histories import History
from tests.builders import a_contact, a_held_interview, later
from tests.people import busy


def told(history: History, needle: str = "", *, oldest_first: bool = False) -> list[HistoryRow]:
    rows = history.rows(history.keys(needle, oldest_first=oldest_first))
    return [row for row in rows if row is not None]


def test_it_is_in_order_and_every_window_of_it_is_the_same(desks: Desks) -> None:
    me = busy(desks)
    history = desks.histories.open("contact", me)
    keys = history.keys()
    whole = told(history)
    assert whole == desks.contacts.history(me)
    assert [row.at for row in whole] == sorted((row.at for row in whole), reverse=True)
    assert told(history, oldest_first=True) == whole[::-1]
    assert [
        row for at in range(0, len(keys), 3) for row in history.rows(keys[at : at + 3])
    ] == whole


@pytest.mark.parametrize(
    ("needle", "kinds"),
    [("promise", {"promise"}), ("TWO roles", {"research"}), ("jané", {"lead"}), ("finding", {"finding"}),
     ("opening analyst", {"opening"}), ("friend asked", {"introduction"}), ("helium", set()),
     ("%", set()), ("x" * 5_000, set())],
)  # fmt: skip
def test_words_and_kinds_narrow_it(desks: Desks, needle: str, kinds: set[str]) -> None:
    history = desks.histories.open("contact", busy(desks))
    assert {row.kind for row in told(history, needle)} == kinds


def test_an_organization_tells_of_those_who_work_there_and_of_those_who_did(desks: Desks) -> None:
    amina, bo = a_contact(desks), a_contact(desks, "Bo Lind")
    first = a_held_interview(desks, "* they hire late", "$ an analyst", contact_id=amina)
    later(desks, days=30)
    second = a_held_interview(desks, "! send it", contact_id=bo)
    desks.touches.log(bo, "called")
    desks.research.begin("organization", 1, "620 beds")
    desks.contacts.change(amina, desks.contacts.form_of(amina)._replace(organization="Civic Data"))
    history = desks.histories.open("organization", 1)
    assert history.subject[2:] == ("Northwind", 1, 2)
    rows = told(history)
    assert {row.interview_id for row in rows if row.kind == "talk"} == {first, second}
    assert [(row.kind, row.who) for row in rows if row.kind in {"touch", "promise", "opening", "research"}] == [
        ("touch", "Bo Lind"), ("research", ""), ("promise", "Bo Lind"), ("opening", "Amina Patel"),
    ]  # fmt: skip
    assert [row.text for row in told(history, "amina finding")] == ["career: they hire late"]
    elsewhere = desks.histories.open("organization", 2)
    assert {row.interview_id for row in told(elsewhere) if row.kind == "talk"} == {first}


def test_what_is_said_in_a_talk_stands_under_it(desks: Desks) -> None:
    talk = a_held_interview(desks, "one", "* they hire late #gap", "? why")
    history = desks.histories.open("contact", 1)
    assert [(said.noun, said.kind, said.text) for said in history.said_in(talk)] == [
        ("finding", "gap", "they hire late"), ("note", "note", "one"), ("note", "arisen", "? why"),
    ]  # fmt: skip


def test_the_end_of_a_promise_a_new_address_and_the_debrief_are_told(desks: Desks) -> None:
    talk = a_held_interview(desks, "! send it", "^ what do you earn")
    later(desks, hours=1)
    desks.promises.keep(1)
    desks.contacts.change(1, desks.contacts.form_of(1)._replace(email="a@b.org"))
    debrief = desks.debriefs.open_for(talk)
    desks.scribe.keep(Kept("debrief", "learned", debrief.id), "they hire late")
    desks.debriefs.finish(talk)
    seen = {(row.kind, row.text, row.detail) for row in told(desks.histories.open("contact", 1))}
    assert seen >= {
        ("promise", "I promised: send it", "kept"), ("promise", "I promised, kept: send it", ""),
        ("point", "a way to reach them: a@b.org", ""), ("asked of me", "what do you earn", ""),
        ("debrief", "written", "they hire late"),
    }  # fmt: skip


def test_whoever_took_part_has_what_came_of_the_talk(desks: Desks) -> None:
    ben, zelda = a_contact(desks, "Ben Ito"), a_contact(desks, "Zelda Quist", "Okapi Works")
    talk = a_held_interview(
        desks, "! send Zelda the report", "> Jane Doe", "& a book", "^ how long", "$ an analyst",
        "* they hire late", contact_id=ben,
    )  # fmt: skip
    with desks.store.writing() as shelves:
        shelves.interviews.add(InterviewPerson(interview_id=talk, contact_id=zelda))
    history = desks.histories.open("contact", zelda)
    assert {row.text for row in told(history) + told(history, "finding")} >= {
        "I promised: send Zelda the report · with Ben Ito", "they named: Jane Doe · with Ben Ito",
        "they named: a book · with Ben Ito", "how long · with Ben Ito",
        "an opening: an analyst · with Ben Ito", "career: they hire late · with Ben Ito",
    }  # fmt: skip
    for kind, who in (("contact", ben), ("organization", 2)):
        own = {row.text for row in told(desks.histories.open(kind, who))}
        assert own >= {"I promised: send Zelda the report", "an opening: an analyst"}


def test_who_is_gone_has_no_history(desks: Desks) -> None:
    for kind in ("contact", "organization"):
        with pytest.raises(NotFoundError, match="is gone"):
            desks.histories.open(kind, 9)


def test_a_line_that_is_gone_meanwhile_is_none(desks: Desks) -> None:
    me = a_contact(desks)
    note = desks.research.begin("contact", me, "posted two roles")
    history = desks.histories.open("contact", me)
    desks.research.remove(note)
    assert [row and row.kind for row in history.rows(history.keys())] == [None, "known"]
