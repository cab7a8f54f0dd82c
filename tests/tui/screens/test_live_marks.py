"""The marks of a live interview: shown once each, answered by keys, and never in the way of a key."""

from collections.abc import Iterator

import pytest

from infotui.services.desks import Desks
from tests.builders import a_live_interview, a_planned_interview, later
from tests.tui.pilots import SIZES, WIDE, Hands, at, stored
from tests.tui.screens.live_talk import (
    kinds,
    live_screen,
    log,
    marks_shown,
    notes,
    pass_time,
    sleep,
    tick,
)

ASK = "I said I would keep to the time. Are you still good to go on?"


@pytest.fixture
def talk(desks: Desks) -> Iterator[Desks]:
    """A talk that has just begun, with marks at 20, 30 and 60."""
    a_live_interview(desks)
    return desks


class Bells:
    """Counts how often the terminal's bell was rung."""

    def __init__(self, hands: Hands) -> None:
        self.count = 0
        hands.app.bell = self.ring  # type: ignore[method-assign]

    def ring(self) -> None:
        self.count += 1


async def test_at_20_it_nudges_once_and_quietly(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        bells = Bells(hands)
        await pass_time(hands, talk, 19.99)
        assert (hands.seen("#band"), bells.count) == ("", 0)
        await pass_time(hands, talk, 0.01)
        assert hands.seen("#band") == "20 minutes have passed, 10 to go"
        assert marks_shown(talk) == ["nudge 20"]
        for _ in range(3):
            await pass_time(hands, talk, 0.2)
        assert hands.seen("#band") == "20 minutes have passed, 9 to go"
        await pass_time(hands, talk, 1)
        assert hands.seen("#band") == ""
        assert (marks_shown(talk), bells.count) == (["nudge 20"], 1)
        assert not hands.toasts


async def test_the_bell_can_be_silenced(talk: Desks) -> None:
    object.__setattr__(talk.settings, "bell", False)
    async with at(talk, "live") as hands:
        bells = Bells(hands)
        await pass_time(hands, talk, 20)
        await pass_time(hands, talk, 10)
        assert bells.count == 0
        assert ASK in hands.seen("#band")


async def test_a_late_tick_loses_no_mark(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await sleep(hands, talk, 65)
        assert marks_shown(talk) == ["nudge 20", "decide 30", "decide 60"]
        assert hands.seen("#band").startswith("60 minutes")
        assert "over by 35:00" in hands.seen("#time")


async def test_a_late_nudge_is_seen_too(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await sleep(hands, talk, 23)
        assert marks_shown(talk) == ["nudge 20"]
        assert hands.seen("#band") == "20 minutes have passed, 7 to go"
        await pass_time(hands, talk, 1.1)
        assert hands.seen("#band").startswith("Not every must fits any more.")
        await pass_time(hands, talk, 1.1)
        assert hands.seen("#band") == ""


@pytest.mark.parametrize(
    ("keys", "entry", "time"),
    [
        (("f5",), ("wrap up", 0), "of 30"),
        (("f6", "f5"), ("go on", 10), "of 40"),
        (("f6", "f6"), ("go on", 15), "of 45"),
        (("f6", "f7"), ("go on", 30), "of 60"),
    ],
)
async def test_at_30_it_asks_and_takes_each_answer(
    talk: Desks, keys: tuple[str, ...], entry: tuple[str, int], time: str
) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 30)
        assert ASK in hands.seen("#band")
        assert "F5 wrap up F6 they go on F7" in hands.seen("#band")
        await hands.press(*keys)
        assert log(talk)[-1] == ("decision", "decide 30", *entry)
        assert ASK not in hands.seen("#band")
        assert hands.seen("#time").startswith(f"Time 30:00 {time}")
        assert hands.focused == "line"


async def test_a_hard_stop_takes_a_time_ahead_and_says_why_not(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 30)
        await hands.press("f7")
        assert "They must leave at (it is 11:30)" in hands.seen("#form-box")
        for text, sentence in (("11:10", "That time is past."), ("soon", "A time is missing.")):
            await hands.write(text)
            await hands.press("enter")
            assert hands.seen("#wrong-when").startswith(sentence)
            assert "decision" not in kinds(talk)
        await hands.write("11:40")
        await hands.press("enter")
        assert stored(talk, "SELECT answer, stop_at FROM segment ORDER BY id DESC LIMIT 1") == [
            ("hard stop", "2026-11-23T10:40:00.000000Z")
        ]
        assert hands.seen("#time").startswith("Time 30:00 of 40")
        assert hands.focused == "line"
        await pass_time(hands, talk, 10)
        assert ASK in hands.seen("#band")


async def test_unanswered_it_stays_and_overtime_counts_up(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        for elapsed in range(30, 34):
            await pass_time(hands, talk, 30 if elapsed == 30 else 1)
            assert ASK in hands.seen("#band")
        assert "over by 03:00" in hands.seen("#time")
        assert marks_shown(talk) == ["nudge 20", "decide 30"]


async def test_it_asks_again_at_the_agreed_mark_and_at_60(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 30)
        await hands.press("f6", "f5")
        await pass_time(hands, talk, 9)
        assert hands.seen("#band") == ""
        await pass_time(hands, talk, 1)
        assert hands.seen("#band").startswith("40 minutes")
        await hands.press("f5")
        assert hands.seen("#band").startswith("Wrapping up: thank them")
        await pass_time(hands, talk, 20)
        assert hands.seen("#band").startswith("60 minutes")
        assert marks_shown(talk) == ["nudge 20", "decide 30", "decide 40", "decide 60"]


async def test_escape_leaves_the_choice_of_minutes(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 30)
        await hands.press("f6")
        assert hands.seen("#band").startswith("They want to go on: F5 +10 F6 +15 F7 +30 minutes")
        await hands.press("escape")
        assert ASK in hands.seen("#band")
        assert log(talk)[-1][0] == "shown"
        await hands.press("f6", "x", "f5")  # to type leaves it too: F5 is F5 again
        assert log(talk)[-1] == ("decision", "decide 30", "wrap up", 0)


async def test_an_answer_can_be_given_unasked(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 12)
        await hands.press("f6", "f5")
        assert log(talk)[-1] == ("decision", "", "go on", 10)
        await pass_time(hands, talk, 18)
        assert ASK not in hands.seen("#band")


async def test_the_focus_stays_and_no_key_is_lost_through_everything(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        typed = ""
        for minutes, keys in ((20, ()), (10, ("f6",)), (0.1, ("f5",)), (0.1, ("f8",)),
                              (0.1, ("escape",)), (10, ("f5",)), (1, ("tab", "f2")),
                              (1, ("f4", "f4"))):  # fmt: skip
            await hands.burst("a", "b")
            await pass_time(hands, talk, minutes)
            assert hands.focused == "line"
            await hands.burst("c", "d")
            for key in keys:
                await hands.press(key)
                assert hands.focused == "line"
            typed += "abcd"
            assert hands.seen("#line") == typed
            assert stored(talk, "SELECT text FROM unfinished") == [(typed,)]


async def test_a_mark_that_falls_due_within_a_burst_takes_nothing_from_it(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        later(talk, minutes=20)
        hands.app.call_later(live_screen(hands)._tick)
        await hands.burst(*"abc", "enter", *"def")
        assert notes(talk) == [("abc", "How did you begin?")]
        assert stored(talk, "SELECT text FROM unfinished") == [("def",)]
        assert marks_shown(talk) == ["nudge 20"]


async def test_on_another_screen_a_mark_is_told_there(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("ctrl+g", "2")
        later(talk, minutes=20)
        await tick(hands)
        assert hands.said == "20 minutes have passed. 6 leads to the live screen."
        assert hands.focused == "people"
        await hands.press("6")
        assert hands.seen("#band") == "20 minutes have passed, 10 to go"
        assert marks_shown(talk) == ["nudge 20"]


async def test_behind_a_dialog_a_mark_is_seen_and_waits(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("f7")
        await hands.press("1", "1")
        later(talk, minutes=30)
        await tick(hands)
        assert ASK in hands.lines()[2]
        assert hands.seen("Input") == "11"  # the words that are being typed there
        await hands.press("escape")
        assert ASK in hands.seen("#band")
        assert hands.focused == "line"


async def test_marks_of_the_interview_hold_not_the_usual_ones(desks: Desks) -> None:
    interview = a_planned_interview(desks)
    desks.scheduling.set_marks(interview, "25")
    async with at(desks, "live") as hands:
        await hands.press("enter")
        await pass_time(hands, desks, 20)
        assert hands.seen("#band") == "20 minutes have passed, 5 to go"
        await pass_time(hands, desks, 5)
        assert hands.seen("#band").startswith("25 minutes")


async def test_a_paused_clock_does_not_tick(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("f4")
        assert live_screen(hands)._ticking is None
        await hands.press("f4")
        await tick(hands)
        assert marks_shown(talk) == []


async def test_the_three_answers_can_be_read_on_every_size(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 30)
        for size in SIZES:
            await hands.resize(size)
            for answer in ("F5 wrap up", "F6 they go on", "F7 hard stop"):
                assert answer in hands.seen("#band")


async def test_a_nudge_can_be_read_on_every_size(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 20)
        for size in (*SIZES, WIDE):
            await hands.resize(size)
            assert hands.seen("#band") == "20 minutes have passed, 10 to go"
