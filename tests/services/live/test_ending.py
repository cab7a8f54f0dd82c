"""The end of a talk: its log is closed, no word is left behind, and what is owed is opened."""

from datetime import datetime, timedelta

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.services.desks import Desks
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    clock_of,
    later,
)
from tests.fakes import START
from tests.services.live.looks import (
    MINUTE,
    elapsed,
    line_of,
    rows,
    texts,
    type_line,
    whole,
)


def owed(desks: Desks) -> set[tuple[str, str, str]]:
    """What is owed: kind, words, day."""
    return {(row.kind, row.text, str(row.due)) for row in desks.followups.open_loops()}


# ── the end ───────────────────────────────────────────────────────────────────────────────────────


def test_ending_closes_the_log_and_owes_thanks_for_tomorrow(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    later(desks, minutes=24)
    desks.live.end(talk)
    sheet = desks.live.sheet(talk)
    assert (sheet.interview.state, sheet.interview.ended_at) == ("held", START + 25 * MINUTE)
    assert (sheet.log[-1].kind, sheet.log[-1].at) == ("end", START + 25 * MINUTE)
    assert [q.state for q in sheet.questions] == ["partly", "planned", "planned"]
    assert desks.live.interrupted() is None
    assert owed(desks) == {
        ("thank-you", "Thank-you mail", "2026-11-24"),
        ("debrief", "Debrief of the talk", "2026-11-24"),
    }
    later(desks, hours=1)
    assert elapsed(desks, talk) == 25 * MINUTE


def test_a_card_is_owed_where_an_address_is_known(desks: Desks) -> None:
    a_held_interview(desks, contact_id=a_contact(desks, address="1 Elm Street"))
    assert ("thank-you", "Thank-you card", "2026-11-24") in owed(desks)


def test_thanks_are_due_the_day_after_the_day_here(desks: Desks) -> None:
    clock_of(desks).set(START.replace(hour=22, minute=50))
    a_held_interview(desks, minutes=25)
    days = {due for _, _, due in owed(desks)}
    assert days == {"2026-11-25"}, "it ended after midnight in Berlin"


def test_a_half_typed_line_becomes_the_last_note(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    type_line(desks, talk, "! send the rep\n\n and mo")
    desks.live.end(talk)
    assert texts(desks, talk) == ["said", "! send the rep", "and mo"]
    assert line_of(desks, talk) == ""
    assert ("my promise", "send the rep", "2026-11-25") in owed(desks)


def test_it_may_have_ended_before_now(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, hours=9)
    desks.live.end(talk, START + 31 * MINUTE)
    later(desks, hours=1)
    assert elapsed(desks, talk) == 31 * MINUTE


def test_a_half_typed_line_is_last_even_if_it_ended_before(desks: Desks) -> None:
    talk = a_live_interview(desks, "one", "two", "three")
    type_line(desks, talk, "and mo")
    desks.live.end(talk, START + 2 * MINUTE)
    assert texts(desks, talk) == ["one", "two", "three", "and mo"]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (START - MINUTE, "before the start"),
        (START + timedelta(hours=2), "ahead of now"),
    ],
)
def test_an_end_that_cannot_be_is_refused(desks: Desks, at: datetime, words: str) -> None:
    talk = a_live_interview(desks, "said")
    type_line(desks, talk, "half")
    before = desks.live.sheet(talk)
    with pytest.raises(BadInputError, match=words) as refusal:
        desks.live.end(talk, at)
    assert refusal.value.field == "end"
    assert desks.live.sheet(talk) == before
    assert (line_of(desks, talk), desks.followups.open_loops()) == ("half", [])


def test_it_ends_once(desks: Desks) -> None:
    talk = a_held_interview(desks, "said")
    before = desks.live.sheet(talk)
    with pytest.raises(IllegalMoveError):
        desks.live.end(talk)
    assert desks.live.sheet(talk) == before


def test_what_never_started_cannot_end(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    with pytest.raises(IllegalMoveError):
        desks.live.end(talk)


def test_thanks_and_a_debrief_are_owed_once(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.end(talk)
    with pytest.raises(IllegalMoveError):
        desks.live.end(talk)
    assert sorted(kind for kind, _, _ in owed(desks)) == ["debrief", "thank-you"]
    assert rows(desks, "SELECT count(*) FROM debrief") == [(1,)]


def test_what_was_asked_keeps_how_long_it_took(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=4, seconds=20)
    desks.live.settle_and_go_on(talk, "answered")
    later(desks, minutes=2)
    desks.live.pause(talk)
    later(desks, minutes=9)
    desks.live.start(talk)
    later(desks, minutes=1)
    desks.live.end(talk)
    assert [q.spent_seconds for q in desks.questions.of(talk)] == [260, 180, None]


def test_an_end_given_afterwards_bounds_what_the_questions_took(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=40)
    desks.live.settle_and_go_on(talk, "answered")
    later(desks, minutes=5)
    desks.live.end(talk, START + 31 * MINUTE)
    assert [q.spent_seconds for q in desks.questions.of(talk)] == [31 * 60, 0, None]


def test_a_clock_that_was_set_back_does_not_keep_a_talk_open(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    clock_of(desks).set(START - timedelta(hours=1))
    desks.live.end(talk)
    row = desks.plans.sheet(talk).interview
    assert (row.state, row.ended_at) == ("held", START), "it ends no earlier than it began"


@pytest.mark.parametrize(("text", "minutes"), [("11:25", 25), ("11:00", 0), ("12:00", 60)])
def test_it_may_be_said_when_it_ended(desks: Desks, text: str, minutes: int) -> None:
    talk = a_live_interview(desks)
    later(desks, hours=1)
    desks.live.end_at(talk, text)
    assert desks.plans.sheet(talk).interview.ended_at == START + minutes * MINUTE


@pytest.mark.parametrize("text", ["10:59", "12:01", "soon", ""])
def test_an_end_before_the_start_ahead_of_now_or_of_no_time_is_refused(
    desks: Desks, text: str
) -> None:
    talk = a_live_interview(desks)
    later(desks, hours=1)
    with pytest.raises(BadInputError) as refusal:
        desks.live.end_at(talk, text)
    assert refusal.value.field == "end"
    assert desks.plans.sheet(talk).interview.state == "live"


def test_nothing_of_a_talk_that_ended_is_taken_back(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    desks.live.end(talk)
    before = whole(desks, talk)
    assert desks.live.take_back() == ""
    assert whole(desks, talk) == before


def test_a_question_put_aside_after_something_was_said_is_partly_answered(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    desks.live.park(talk)
    later(desks, minutes=2)
    desks.live.end(talk)
    assert [q.state for q in desks.live.sheet(talk).questions] == ["partly", "planned", "planned"]


def test_an_end_after_midnight_is_of_the_next_day(desks: Desks) -> None:
    clock_of(desks).advance(timedelta(hours=12, minutes=30))  # 23:30 here
    talk = a_live_interview(desks)
    began = desks.live.sheet(talk).interview.started_at
    later(desks, hours=2)
    desks.live.end_at(talk, "0:10")
    ended = desks.live.sheet(talk).interview.ended_at
    assert began is not None
    assert ended is not None
    assert 0 < (ended - began) / MINUTE < 60
