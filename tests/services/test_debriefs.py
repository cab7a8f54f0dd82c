"""The desk of the debrief: written, left for later, taken back; and findings made of notes with one key."""

from datetime import date
from typing import Any

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.kept import Kept
from infotui.domain.note import FINDING_KINDS
from infotui.services.desks import Desks
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
    reopened,
)


def rows(desks: Desks, query: str) -> list[tuple[Any, ...]]:
    return desks.store.reading().execute(query).fetchall()


def text_of(desks: Desks, note_id: int = 1) -> str:
    ((text,),) = rows(desks, f"SELECT text FROM note WHERE id = {note_id}")
    return str(text)


def findings(desks: Desks) -> list[tuple[Any, ...]]:
    return rows(desks, "SELECT kind, text FROM finding ORDER BY id")


def say(desks: Desks, text: str = "ask sooner") -> None:
    desks.scribe.keep(Kept("debrief", "differently", 1), text)


def waiting(desks: Desks) -> list[int]:
    return [row.interview_id for row in desks.followups.open_loops("me") if row.kind == "debrief"]


@pytest.fixture
def talk(desks: Desks) -> int:
    """A talk that was just held."""
    return a_held_interview(desks, "they hire for curiosity", "* two of six studied #gap", "> Jo")


@pytest.fixture
def old_talk(desks: Desks) -> int:
    """A talk of three weeks ago, from before there were debriefs."""
    held = a_held_interview(desks)
    desks.store.reading().execute("DELETE FROM debrief")
    later(desks, days=21)
    return held


# ── the debrief ───────────────────────────────────────────────────────────────────────────────────


def test_a_held_talk_waits_for_its_debrief_until_it_is_written(desks: Desks, talk: int) -> None:
    assert waiting(desks) == [talk]
    say(desks)
    later(desks, days=1)
    desks.debriefs.finish(talk)
    assert waiting(desks) == []
    assert rows(desks, "SELECT state, settled_at FROM debrief") == [
        ("written", "2026-11-24T10:25:00.000000Z")
    ]


def test_finishing_can_be_taken_back(desks: Desks, talk: int) -> None:
    say(desks)
    desks.debriefs.finish(talk)
    assert desks.undo.take_back() == "the debrief written"
    assert waiting(desks) == [talk]
    assert rows(desks, "SELECT state, settled_at, differently FROM debrief") == [
        ("due", None, "ask sooner")
    ]


def test_finishing_again_keeps_the_first_time_and_is_no_step_of_its_own(
    desks: Desks, talk: int
) -> None:
    say(desks)
    desks.debriefs.finish(talk)
    settled = rows(desks, "SELECT settled_at FROM debrief")
    later(desks, days=2)
    desks.debriefs.finish(talk)
    assert rows(desks, "SELECT settled_at FROM debrief") == settled
    desks.undo.take_back()
    assert waiting(desks) == [talk]


def test_one_that_says_nothing_is_not_written(desks: Desks, talk: int) -> None:
    say(desks, " \n ")
    with pytest.raises(IllegalMoveError, match="Nothing is written"):
        desks.debriefs.finish(talk)
    assert waiting(desks) == [talk]


def test_what_was_written_is_there_after_quitting(desks: Desks, talk: int) -> None:
    say(desks)
    desks.debriefs.set_confidence(talk, 3)
    again = reopened(desks)
    found = again.debriefs.of(talk)
    again.close()
    assert found is not None
    assert (found.differently, found.confidence, found.state) == ("ask sooner", 3, "due")


def test_confidence_goes_from_one_to_five_and_can_be_taken_back(desks: Desks, talk: int) -> None:
    stored = []
    for step in (1, 5, None, 5, 5):
        desks.debriefs.set_confidence(talk, step)
        stored.append(rows(desks, "SELECT confidence FROM debrief")[0][0])
    assert stored == [1, 5, None, 5, 5]
    back = [
        (desks.undo.take_back(), rows(desks, "SELECT confidence FROM debrief")[0][0])
        for _ in range(4)
    ]
    assert back == [
        ("confidence 5", None), ("no confidence", 5), ("confidence 5", 1), ("confidence 1", None)
    ]  # fmt: skip


@pytest.mark.parametrize("step", [0, 6, -1, 100])
def test_no_other_number_is_a_confidence(desks: Desks, talk: int, step: int) -> None:
    with pytest.raises(BadInputError, match="from 1 to 5"):
        desks.debriefs.set_confidence(talk, step)
    assert rows(desks, "SELECT confidence FROM debrief") == [(None,)]


def test_opening_one_gives_the_one_that_is_there(desks: Desks, talk: int) -> None:
    say(desks)
    assert desks.debriefs.open_for(talk) == desks.debriefs.of(talk)
    assert rows(desks, "SELECT count(*) FROM debrief") == [(1,)]


def test_an_older_talk_gets_one_that_is_due_today_and_not_late(desks: Desks, old_talk: int) -> None:
    assert desks.debriefs.of(old_talk) is None
    made = desks.debriefs.open_for(old_talk)
    assert (made.interview_id, made.state, made.due) == (old_talk, "due", date(2026, 12, 14))
    assert waiting(desks) == [old_talk]


def test_one_that_was_opened_and_says_nothing_goes_again(desks: Desks, old_talk: int) -> None:
    desks.debriefs.open_for(old_talk)
    assert desks.debriefs.drop_if_empty(old_talk)
    assert rows(desks, "SELECT count(*) FROM debrief") == [(0,)]
    assert not desks.debriefs.drop_if_empty(old_talk)


def test_one_that_says_anything_stays(desks: Desks, talk: int) -> None:
    desks.debriefs.set_confidence(talk, 2)
    assert not desks.debriefs.drop_if_empty(talk)
    desks.debriefs.set_confidence(talk, None)
    desks.followups.done(next(r for r in desks.followups.open_loops() if r.kind == "debrief"))
    assert not desks.debriefs.drop_if_empty(talk)
    assert rows(desks, "SELECT state FROM debrief") == [("written",)]


def test_before_the_end_of_a_talk_there_is_nothing_to_think_back_on(desks: Desks) -> None:
    planned = a_planned_interview(desks)
    live = a_live_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    for talk in (planned, live):
        with pytest.raises(IllegalMoveError, match="comes after the talk"):
            desks.debriefs.open_for(talk)
    with pytest.raises(NotFoundError):
        desks.debriefs.open_for(99)
    assert rows(desks, "SELECT count(*) FROM debrief") == [(0,)]


@pytest.mark.parametrize("deed", ["finish", "confidence"])
def test_a_debrief_that_is_gone_is_said(desks: Desks, old_talk: int, deed: str) -> None:
    with pytest.raises(NotFoundError, match="no longer in the notebook"):
        if deed == "finish":
            desks.debriefs.finish(old_talk)
        else:
            desks.debriefs.set_confidence(old_talk, 1)


# ── findings ──────────────────────────────────────────────────────────────────────────────────────


def test_a_plain_note_becomes_a_finding_and_its_text_says_so(desks: Desks, talk: int) -> None:
    assert desks.debriefs.make_finding(1) == "career"
    assert text_of(desks) == "* they hire for curiosity"
    assert ("career", "they hire for curiosity") in findings(desks)
    assert rows(desks, "SELECT kind FROM note WHERE id = 1") == [("finding",)]
    assert rows(desks, "SELECT note_id FROM uncaught") == []


@pytest.mark.parametrize("kind", FINDING_KINDS)
def test_it_can_be_of_any_kind(desks: Desks, talk: int, kind: str) -> None:
    assert desks.debriefs.make_finding(1, kind) == kind
    assert (kind, "they hire for curiosity") in findings(desks)


def test_making_one_can_be_taken_back(desks: Desks, talk: int) -> None:
    before = findings(desks)
    desks.debriefs.make_finding(1, "employer")
    assert desks.undo.take_back() == "“they hire for curiosity” a finding"
    assert text_of(desks) == "they hire for curiosity"
    assert findings(desks) == before
    assert rows(desks, "SELECT kind FROM note WHERE id = 1") == [("note",)]


def test_the_kind_goes_round_and_the_finding_stays_the_same_record(desks: Desks, talk: int) -> None:
    record = rows(desks, "SELECT id, uuid FROM finding")
    seen = [desks.debriefs.next_kind(2) for _ in FINDING_KINDS]
    assert seen == ["opening", "resource", "advice", "employer", "person", "market", "career",
                    "strength", "gap"]  # fmt: skip
    assert text_of(desks, 2) == "* two of six studied #gap"
    assert rows(desks, "SELECT id, uuid FROM finding") == record
    desks.undo.take_back()
    assert findings(desks) == [("strength", "two of six studied")]


def test_a_plain_note_has_no_kind_to_change(desks: Desks, talk: int) -> None:
    with pytest.raises(IllegalMoveError, match="f makes it one"):
        desks.debriefs.next_kind(1)
    with pytest.raises(IllegalMoveError, match="no finding"):
        desks.debriefs.unmake_finding(1)
    assert text_of(desks) == "they hire for curiosity"


def test_a_finding_becomes_a_plain_note_and_the_same_finding_again(desks: Desks, talk: int) -> None:
    record = rows(desks, "SELECT * FROM finding")
    desks.debriefs.unmake_finding(2)
    assert text_of(desks, 2) == "two of six studied #gap"
    assert findings(desks) == []
    assert desks.undo.take_back() == "“two of six studied #gap” no finding"
    assert text_of(desks, 2) == "* two of six studied #gap"
    assert rows(desks, "SELECT * FROM finding") == record


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("> Jane Doe", "a lead"),
        ("! send it", "a promise"),
        ("< an address", "a promise"),
        ("$ a post in spring", "an opening"),
        ("& the open model", "a resource"),
        ("? who pays", "a question that arose"),
        ("^ would I mind", "a question asked of you"),
    ],
)
def test_what_is_something_else_already_stays_it(desks: Desks, line: str, said: str) -> None:
    a_held_interview(desks, line)
    with pytest.raises(IllegalMoveError, match=f"This note is {said} already"):
        desks.debriefs.make_finding(1)
    assert text_of(desks) == line
    assert findings(desks) == []


def test_a_note_without_words_is_none(desks: Desks) -> None:
    a_held_interview(desks, "…")
    with pytest.raises(IllegalMoveError, match="no words"):
        desks.debriefs.make_finding(1)
    assert text_of(desks) == "…"


def test_no_other_kind_is_taken(desks: Desks, talk: int) -> None:
    with pytest.raises(BadInputError, match="no kind of finding called salary"):
        desks.debriefs.make_finding(1, "salary")
    with pytest.raises(NotFoundError):
        desks.debriefs.make_finding(99)


@pytest.mark.parametrize("note_id", [1, 2])
def test_words_that_were_changed_since_are_not_overwritten(
    desks: Desks, talk: int, note_id: int
) -> None:
    if note_id == 1:
        desks.debriefs.make_finding(1)
    else:
        desks.debriefs.unmake_finding(2)
    desks.scribe.keep(Kept("note", "text", note_id), "other words")
    with pytest.raises(IllegalMoveError, match="something else by now"):
        desks.undo.take_back()
    assert text_of(desks, note_id) == "other words"
