"""Live, when the machine slept or its clock was set: asked once, counted or left out, never repeated (S41)."""

from datetime import timedelta

import pytest

from infotui.services.desks import Desks
from tests.builders import a_live_interview, clock_of, later, reopened
from tests.tui.pilots import Hands, at, stored
from tests.tui.screens.live_talk import kinds, live_screen, log, marks_shown, pass_time, sleep, tick

SLEPT = (
    "This computer slept, or its clock was set, for {}. F5 it was part of the talk F6 leave it out"
)
BACK = "The clock of this computer was set back by {}; the talk stands at {}. F5 that is right F6 pause"


@pytest.fixture
def talk(desks: Desks) -> Desks:
    """A talk that has just begun."""
    a_live_interview(desks)
    return desks


async def seconds(hands: Hands, desks: Desks, count: int = 3) -> None:
    """Let some usual ticks pass."""
    for _ in range(count):
        clock_of(desks).advance(timedelta(seconds=1))
        await tick(hands)


def gaps(desks: Desks) -> list[str | None]:
    """The answers of the gaps, None for the gap itself."""
    return [answer for kind, _, answer, _ in log(desks) if kind == "gap"]


@pytest.mark.parametrize(
    ("key", "answer", "shows"), [("f5", "counted", "10:06"), ("f6", "left out", "00:06")]
)
async def test_a_jump_of_ten_minutes_asks_once_and_takes_the_answer(
    talk: Desks, key: str, answer: str, shows: str
) -> None:
    async with at(talk, "live") as hands:
        await hands.press(*"half")
        await seconds(hands, talk)
        await sleep(hands, talk, 10)
        assert hands.seen("#band") == SLEPT.format("10 minutes")
        await seconds(hands, talk)
        assert gaps(talk) == [None]
        assert hands.seen("#time").startswith("Time 10:06 of 30")  # it counts until it is left out
        await hands.press(key)
        assert gaps(talk) == [None, answer]
        assert hands.seen("#band") == ""
        assert hands.seen("#time").startswith(f"Time {shows} of 30")
        await seconds(hands, talk)
        assert (gaps(talk), hands.seen("#line"), hands.focused) == ([None, answer], "half", "line")


async def test_an_answer_is_taken_back_and_asked_for_again(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await seconds(hands, talk)
        await sleep(hands, talk, 10)
        await hands.press("f6")
        assert hands.seen("#time").startswith("Time 00:03 of 30")
        await hands.press("ctrl+r")
        assert hands.seen("#band") == SLEPT.format("10 minutes")
        assert hands.seen("#time").startswith("Time 10:03 of 30")


async def test_a_mark_within_the_gap_is_told_once_it_counts(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await seconds(hands, talk)
        await sleep(hands, talk, 32)
        assert hands.seen("#band") == SLEPT.format("32 minutes")
        await seconds(hands, talk)
        assert marks_shown(talk) == []
        await hands.press("f5")
        assert hands.seen("#band").startswith("Half an hour")
        await hands.press("f5")
        assert "decision" in kinds(talk)
        assert marks_shown(talk) == ["nudge 20", "decide 30"]


async def test_a_mark_within_a_gap_that_is_left_out_is_told_in_its_minute(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await seconds(hands, talk)
        await sleep(hands, talk, 32)
        await hands.press("f6")
        assert hands.seen("#band") == ""
        await pass_time(hands, talk, 20)
        assert hands.seen("#band") == "20 minutes have passed, 10 to go"
        assert marks_shown(talk) == ["nudge 20"]
        await pass_time(hands, talk, 10)
        assert hands.seen("#band").startswith("Half an hour")
        assert marks_shown(talk) == ["nudge 20", "decide 30"]


async def test_a_mark_that_is_due_without_the_gap_is_told_while_it_is_open(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await seconds(hands, talk)
        await sleep(hands, talk, 5)
        await pass_time(hands, talk, 16)
        assert marks_shown(talk) == []
        await pass_time(hands, talk, 4)
        assert marks_shown(talk) == ["nudge 20"]
        assert hands.seen("#band") == SLEPT.format("5 minutes")


@pytest.mark.parametrize(("key", "paused"), [("f5", False), ("f6", True)])
async def test_a_clock_set_back_takes_nothing_away_and_asks_once(
    talk: Desks, key: str, paused: bool
) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 21)
        await sleep(hands, talk, -60)
        assert hands.seen("#band").startswith(BACK.format("1 h 00", "21:00"))
        await pass_time(hands, talk, 1)
        assert hands.seen("#time").startswith("Time 22:00 of 30")
        assert gaps(talk) == [None]
        await hands.press(key)
        assert gaps(talk) == [None, "counted"]
        assert hands.seen("#band") == ("Paused at 22:00 F4 goes on" if paused else "")
        await hands.press(*["f4"] * paused)
        await pass_time(hands, talk, 8)
        assert hands.seen("#time").startswith("Time 30:00 of 30")
        assert marks_shown(talk) == ["nudge 20", "decide 30"]


async def test_an_open_question_about_it_is_there_after_a_restart_and_asks_nothing_new(
    talk: Desks,
) -> None:
    async with at(talk, "live") as hands:
        await seconds(hands, talk)
        await sleep(hands, talk, 10)
    again = reopened(talk)
    later(again, minutes=9)  # the program was gone so long: that is no sleep of the machine
    async with at(again, "live") as hands:
        assert hands.seen("#band") == SLEPT.format("10 minutes")
        await seconds(hands, again)
        await hands.press("f5")
        await seconds(hands, again)
        assert gaps(again) == [None, "counted"]
        assert hands.seen("#time").startswith("Time 19:09 of 30")
    once_more = reopened(again)
    async with at(once_more, "live") as hands:
        await seconds(hands, once_more)
        assert (hands.seen("#band"), gaps(once_more)) == ("", [None, "counted"])
    once_more.close()


async def test_a_clock_that_runs_fast_asks_nothing_whatever_is_typed(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        timer = live_screen(hands)._ticking
        assert timer is not None
        timer.pause()  # a tick of the real time would be a short one
        for length in (60, 60, 63, 58, 200, 200, 190, 240):
            await hands.press("a", "enter", "tab")  # these look at the clock as well
            later(talk, seconds=1)
            await hands.press("b", "enter", "shift+tab")
            later(talk, seconds=length - 1)
            await tick(hands)
        assert gaps(talk) == []


async def test_a_tick_that_comes_late_within_two_minutes_asks_nothing(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await seconds(hands, talk)
        await sleep(hands, talk, 2)
        await sleep(hands, talk, -0.1)
        await seconds(hands, talk)
        assert gaps(talk) == []


async def test_while_the_clock_of_the_talk_stands_nothing_is_asked(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await seconds(hands, talk)
        await hands.press("f4")
        later(talk, minutes=30)
        await hands.press("f4")
        await seconds(hands, talk)
        assert gaps(talk) == []
        assert hands.seen("#time").startswith("Time 00:06 of 30")


async def test_on_another_screen_it_is_noticed_and_asked_on_coming_back(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await seconds(hands, talk)
        await hands.press("ctrl+g", "2")
        later(talk, minutes=10)
        await hands.fire(live_screen(hands)._ticking)
        await hands.press("6")
        assert hands.seen("#band") == SLEPT.format("10 minutes")
        assert gaps(talk) == [None]
        assert stored(talk, "SELECT count(*) FROM segment WHERE kind = 'gap'") == [(1,)]
