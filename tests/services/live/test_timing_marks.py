"""Marks and decisions of a live talk: each mark told once, each answer kept (S41, S42, M6)."""

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.domain.timer import Answer
from infotui.services.desks import Desks
from tests.builders import (
    BERLIN,
    a_live_interview,
    clock_of,
    later,
    open_desks,
    reopened,
)
from tests.fakes import START
from tests.services.live.looks import MINUTE, agreed, kinds, shown

MUST_30 = "must 30"  # the question of the close no longer fits into half an hour


# ── marks ─────────────────────────────────────────────────────────────────────────────────────────


def test_each_mark_is_shown_once(desks: Desks) -> None:
    talk = a_live_interview(desks)
    at: dict[str, int] = {}
    for minute in range(1, 91):
        later(desks, minutes=1)
        for key in shown(desks, talk) + shown(desks, talk):
            assert key not in at
            at[key] = minute
    assert at == {"nudge 20": 20, MUST_30: 24, "decide 30": 30, "decide 60": 60}


def test_late_ticks_lose_no_mark(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=45)
    assert shown(desks, talk) == ["nudge 20", "decide 30"]
    later(desks, hours=2)
    assert shown(desks, talk) == ["decide 60"]


def test_marks_count_running_time_only(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=19)
    desks.live.pause(talk)
    later(desks, hours=1)
    assert shown(desks, talk) == []
    desks.live.start(talk)
    later(desks, minutes=1)
    assert shown(desks, talk) == ["nudge 20"]


def test_they_said_twenty_five_minutes(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.scheduling.set_marks(talk, "25")
    later(desks, minutes=25)
    assert shown(desks, talk) == ["nudge 20", "decide 25"]
    assert agreed(desks, talk) == 25


def test_an_ended_talk_has_no_marks(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=45)
    desks.live.end(talk)
    assert shown(desks, talk) == []


def test_a_restart_repeats_no_mark_and_loses_none(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=21)
    assert shown(desks, talk) == ["nudge 20"]
    again = reopened(desks)
    assert shown(again, talk) == []
    again.close()
    later(desks, minutes=10)
    third = open_desks(desks.store.path, clock_of(desks))
    assert shown(third, talk) == ["decide 30"]
    third.close()


# ── decisions ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("minutes", [10, 15, 30])
def test_they_want_to_go_on(desks: Desks, minutes: int) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=31)
    assert desks.live.decide(talk, "go on", minutes) is None
    entry = desks.live.sheet(talk).log[-1]
    assert (entry.kind, entry.mark, entry.answer, entry.minutes) == (
        "decision",
        "decide 30",
        "go on",
        minutes,
    )
    assert agreed(desks, talk) == 31 + minutes
    reading = desks.live.sheet(talk).at(desks.live.now())
    assert reading.open_decision is None


def test_wrapping_up_asks_no_more_until_the_last_mark(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=30)
    shown(desks, talk)
    desks.live.decide(talk, "wrap up")
    assert desks.live.sheet(talk).at(desks.live.now()).wrapping_up
    later(desks, minutes=15)
    assert shown(desks, talk) == []
    later(desks, minutes=15)
    assert shown(desks, talk) == ["decide 60"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("11:45", 45),
        ("11:31", 31),
        ("12:15pm", 75),
        ("11:45am", 45),
        ("35", 35),  # in all
        ("+10", 40),  # from now
    ],
)
def test_a_hard_stop_ends_at_its_time_on_the_wall(desks: Desks, text: str, minutes: int) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=30)
    stop = desks.live.decide(talk, "hard stop", stop_at=text)
    assert stop == START + minutes * MINUTE
    assert agreed(desks, talk) == minutes
    assert desks.live.sheet(talk).log[-1].stop_at == stop


@pytest.mark.parametrize(
    "text", ["11:30", "11:29", "10:00", "30", "25", "soon", "", "25:00", "12:61"]
)
def test_a_hard_stop_that_is_past_or_no_time_is_refused(desks: Desks, text: str) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=30)
    before = desks.live.sheet(talk)
    with pytest.raises(BadInputError) as refusal:
        desks.live.decide(talk, "hard stop", stop_at=text)
    assert refusal.value.field == "when"
    assert desks.live.sheet(talk) == before


def test_a_hard_stop_may_lie_beyond_midnight(desks: Desks) -> None:
    clock_of(desks).set(START.replace(hour=22, minute=40))
    talk = a_live_interview(desks)
    stop = desks.live.decide(talk, "hard stop", stop_at="0:10")
    assert stop is not None
    assert f"{stop.astimezone(BERLIN):%d %H:%M}" == "24 00:10"


def test_a_hard_stop_of_this_night_is_past_in_the_afternoon(desks: Desks) -> None:
    clock_of(desks).set(START.replace(hour=14, minute=40))
    talk = a_live_interview(desks)
    with pytest.raises(BadInputError):
        desks.live.decide(talk, "hard stop", stop_at="2:50")


@pytest.mark.parametrize("minutes", [0, -5, 121])
def test_nobody_goes_on_for_no_time_or_for_hours(desks: Desks, minutes: int) -> None:
    talk = a_live_interview(desks)
    with pytest.raises(BadInputError):
        desks.live.decide(talk, "go on", minutes)
    assert kinds(desks, talk) == ["run", "asked"]


def test_an_answer_may_come_unasked(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=5)
    desks.live.decide(talk, "go on", 15)
    assert (desks.live.sheet(talk).log[-1].mark, agreed(desks, talk)) == ("", 45)


def test_a_closed_log_stays_closed(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=5)
    desks.live.end(talk)
    before = desks.live.sheet(talk)
    question = before.questions[0].id
    for deed in (
        lambda: desks.live.pause(talk),
        lambda: desks.live.decide(talk, "go on", 10),
        lambda: desks.live.arrive(talk),
        lambda: desks.live.ask(talk, question),
        lambda: desks.live.settle_and_go_on(talk, "answered"),
        lambda: desks.live.park(talk),
    ):
        with pytest.raises(IllegalMoveError, match="This talk has ended"):
            deed()
    assert desks.live.sheet(talk) == before


@pytest.mark.parametrize(
    ("answer", "minutes", "stop", "end"),
    [("go on", 15, "", 46), ("hard stop", 0, "+10", 41), ("wrap up", 0, "", 30)],
)
def test_a_decision_that_is_taken_back_moves_the_end_back(
    desks: Desks, answer: Answer, minutes: int, stop: str, end: int
) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=31)
    shown(desks, talk)
    desks.live.decide(talk, answer, minutes, stop)
    assert agreed(desks, talk) == end
    assert desks.live.take_back() == f"“{answer}”"
    reading = desks.live.sheet(talk).at(desks.live.now())
    assert (agreed(desks, talk), reading.wrapping_up, reading.hard_stop) == (30, False, None)
    assert reading.open_decision is not None, "it asks again"
    assert shown(desks, talk) == [], "but the mark was told"
    later(desks, minutes=29)
    assert shown(desks, talk) == ["decide 60"]


def test_they_said_twenty_five_minutes_in_the_midst_of_it(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=10)
    assert desks.live.decide(talk, "hard stop", stop_at="25") == START + 25 * MINUTE
    assert agreed(desks, talk) == 25
    later(desks, minutes=15)
    assert shown(desks, talk)[-1] == "stop 2026-11-23T10:25"
