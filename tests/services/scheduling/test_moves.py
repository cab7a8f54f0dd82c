"""The states of an interview: each move legal or refused with its reason, all kept, all undone."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError, IllegalMoveError, InfotuiError
from infotui.domain.interview import BEFORE_LIVE, STATES, moves_from
from infotui.services.desks import Desks
from tests.builders import (
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
    open_desks,
)
from tests.fakes import ManualClock
from tests.tries import tries


def state(desks: Desks, talk: int) -> str:
    return desks.scheduling.row(talk).state


def test_a_move_is_kept_with_its_word_and_taken_back(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="")
    desks.scheduling.move(talk, "requested", "wrote to her")
    desks.scheduling.move(talk, "no reply")
    assert [(m.was, m.became, m.why) for m in desks.scheduling.history(talk)] == [
        ("idea", "requested", "wrote to her"), ("requested", "no reply", ""),
    ]  # fmt: skip
    assert [desks.undo.take_back() for _ in range(2)] == ["“no reply”", "“requested”"]
    assert state(desks, talk) == "idea"
    assert len(desks.scheduling.history(talk)) == 4


def test_the_ways_say_what_can_be_first_and_why_the_rest_cannot(desks: Desks) -> None:
    ways = desks.scheduling.ways(a_planned_interview(desks))
    assert [way.state for way in ways if not way.why_not] == [
        "agreed", "held", "declined", "no reply", "cancelled", "lapsed",
    ]  # fmt: skip
    assert [way.state for way in ways if way.why_not] == ["idea", "requested", "live", "closed"]
    assert all(way.words for way in ways)


def test_while_it_is_live_nothing_but_its_end_can_follow(desks: Desks) -> None:
    talk = a_live_interview(desks)
    ways = {way.state: way.why_not for way in desks.scheduling.ways(talk)}
    assert all(ways.values())
    assert "F8 twice ends it" in ways["held"]
    with pytest.raises(IllegalMoveError, match="F8 twice ends it"):
        desks.scheduling.move(talk, "held")


def test_a_talk_is_closed_only_when_nothing_of_it_is_open(desks: Desks) -> None:
    talk = a_held_interview(desks, "! send the report")
    refusal = next(w.why_not for w in desks.scheduling.ways(talk) if w.state == "closed")
    assert refusal.startswith("3 loops are open: debrief of the talk, thank-you mail, 1 promise.")
    with pytest.raises(IllegalMoveError, match="Settle that in Follow-up, then close it"):
        desks.scheduling.move(talk, "closed")
    for loop in desks.followups.open_loops():
        desks.followups.done(loop)
    desks.scheduling.move(talk, "closed", "all said")
    assert state(desks, talk) == "closed"
    desks.scheduling.move(talk, "held")
    assert [desks.undo.take_back() for _ in range(2)] == ["“held”", "“closed”"]
    assert state(desks, talk) == "held"


def test_a_time_is_needed_to_be_scheduled_and_goes_with_it(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="")
    with pytest.raises(IllegalMoveError, match="has no time yet"):
        desks.scheduling.move(talk, "scheduled")
    desks.scheduling.set_time(talk, "thu 15:00")
    with pytest.raises(IllegalMoveError, match="scheduled already"):
        desks.scheduling.move(talk, "scheduled")
    at = desks.scheduling.row(talk).scheduled_at
    desks.scheduling.move(talk, "agreed", "she is ill")
    assert desks.scheduling.row(talk).scheduled_at is None
    assert desks.scheduling.history(talk)[-1].why == (
        "she is ill (time taken away, it was Thu 26 Nov 15:00 Europe/Berlin)"
    )
    desks.undo.take_back()
    assert (state(desks, talk), desks.scheduling.row(talk).scheduled_at) == ("scheduled", at)


def test_a_cancelled_talk_keeps_its_time_until_that_is_past(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.move(talk, "cancelled")
    desks.scheduling.move(talk, "scheduled")
    desks.scheduling.move(talk, "cancelled")
    later(desks, days=9)
    with pytest.raises(IllegalMoveError, match="Its time is past"):
        desks.scheduling.move(talk, "scheduled")


def test_what_took_place_is_asked_when(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    with pytest.raises(IllegalMoveError, match="Say when it took place: y"):
        desks.scheduling.move(talk, "held")
    with pytest.raises(IllegalMoveError, match="l does that"):
        desks.scheduling.move(talk, "live")


def test_a_word_why_that_is_no_line_is_refused(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    with pytest.raises(BadInputError, match="fit here") as refused:
        desks.scheduling.move(talk, "cancelled", "x" * 10_000)
    assert (refused.value.field, state(desks, talk)) == ("why", "scheduled")


def test_a_step_is_not_taken_back_behind_another_one(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.move(talk, "cancelled")
    desks.scheduling.schedule(talk, desks.clock.now() + timedelta(days=1))
    desks.undo.take_back()
    desks.undo.take_back()
    assert state(desks, talk) == "scheduled"


STEPS = st.lists(
    st.sampled_from([*STATES, "t thu 15:00", "t fri 9:00", "t -", "undo", "a day"]), max_size=12
)


@settings(
    max_examples=tries(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_whatever_is_done_the_history_is_whole_and_each_step_legal(steps: list[str]) -> None:
    with TemporaryDirectory() as folder:
        desks = open_desks(Path(folder) / "notebook.db", ManualClock())
        talk = a_planned_interview(desks, when="", questions=())
        for step in steps:
            _do(desks, talk, step)
        row, moves = desks.scheduling.row(talk), desks.scheduling.history(talk)
        desks.close()
    stands = "idea"
    for move in moves:
        assert move.was == stands
        assert move.why == "taken back" or move.became in moves_from(move.was)
        stands = move.became
    assert stands == row.state
    if row.state in BEFORE_LIVE:
        assert (row.state == "scheduled") == (row.scheduled_at is not None)


def _do(desks: Desks, talk: int, step: str) -> None:
    try:
        if step == "undo":
            if len(desks.undo._steps) > 2:  # the first two are the contact and the plan themselves
                desks.undo.take_back()
        elif step == "a day":
            later(desks, days=1)
        elif step.startswith("t "):
            desks.scheduling.set_time(talk, step.removeprefix("t "))
        else:
            desks.scheduling.move(talk, step)
    except InfotuiError:
        pass  # a refusal changes nothing, which the history shows
