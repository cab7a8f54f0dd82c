"""The marks of a talk while its own screen was not opened since the start: told once, wherever one is (S41)."""

from pathlib import Path

import pytest

from infotui.services.desks import Desks
from infotui.tui.app import InfotuiApp
from tests.builders import a_live_interview, a_planned_interview, later, open_desks, reopened
from tests.fakes import ManualClock
from tests.tui.pilots import Hands, at
from tests.tui.screens.live_talk import marks_shown, tick

SAID = "{} minutes of the talk with Amina Patel have passed. 6 leads to it."


@pytest.fixture
def talk(desks: Desks) -> Desks:
    """A talk that goes on."""
    a_live_interview(desks)
    return desks


def watches(hands: Hands) -> bool:
    assert isinstance(hands.app, InfotuiApp)
    return hands.app._watch._ticking is not None


async def second(hands: Hands) -> None:
    """Let the watch's tick fall due."""
    assert isinstance(hands.app, InfotuiApp)
    await hands.fire(hands.app._watch._ticking)


async def not_now(hands: Hands) -> None:
    """Answer the offer of the start."""
    assert "is still live." in hands.text
    await hands.press("escape")


async def test_after_not_now_a_mark_is_told_where_one_is_once_with_one_bell(talk: Desks) -> None:
    async with at(talk) as hands:
        rung: list[None] = []
        hands.app.bell = lambda: rung.append(None)  # type: ignore[method-assign]
        await not_now(hands)
        await hands.press("2")
        for _ in range(10):  # in steps that are no sleep
            later(talk, minutes=1.99)
            await second(hands)
        assert (hands.toasts, marks_shown(talk)) == ([], [])
        later(talk, minutes=0.1)
        for _ in range(3):
            await second(hands)
        assert hands.toasts == [SAID.format(20)]
        assert (marks_shown(talk), len(rung)) == (["nudge 20"], 1)
        assert hands.focused == "people"
        for _ in range(6):
            later(talk, minutes=1.7)
            await second(hands)
        assert hands.said == SAID.format(30)
        assert (marks_shown(talk), len(rung)) == (["nudge 20", "decide 30"], 2)


async def test_the_live_screen_takes_over_and_repeats_nothing(talk: Desks) -> None:
    async with at(talk) as hands:
        await not_now(hands)
        later(talk, minutes=20)
        await second(hands)
        await hands.press("6")
        assert not watches(hands)
        assert "20 minutes have passed" not in hands.text
        await hands.press("ctrl+g", "1")
        later(talk, minutes=10)
        await tick(hands)
        assert not watches(hands)
        assert hands.said == "30 minutes have passed. 6 leads to the live screen."
        assert marks_shown(talk) == ["nudge 20", "decide 30"]


async def test_what_fell_due_while_nobody_watched_is_told_at_the_first_tick(talk: Desks) -> None:
    later(talk, minutes=65)
    again = reopened(talk)
    async with at(again) as hands:
        await not_now(hands)
        await second(hands)
        assert hands.said == SAID.format(60)
        assert marks_shown(again) == ["nudge 20", "decide 30", "decide 60"]
    once_more = reopened(again)
    async with at(once_more) as hands:
        await not_now(hands)
        await second(hands)
        assert hands.toasts == []
    once_more.close()


async def test_the_bell_can_be_silenced(talk: Desks) -> None:
    object.__setattr__(talk.settings, "bell", False)
    async with at(talk) as hands:
        rung: list[None] = []
        hands.app.bell = lambda: rung.append(None)  # type: ignore[method-assign]
        await not_now(hands)
        later(talk, minutes=20)
        await second(hands)
        assert (hands.said, rung) == (SAID.format(20), [])


async def test_it_tells_behind_the_offer_too_and_takes_no_key(talk: Desks) -> None:
    async with at(talk) as hands:
        later(talk, minutes=20)
        await second(hands)
        assert marks_shown(talk) == ["nudge 20"]
        assert "is still live." in hands.text
        await not_now(hands)
        assert hands.mode == "today"


@pytest.mark.parametrize("how", ["none", "planned", "paused"])
async def test_without_a_running_clock_it_does_not_tick(desks: Desks, how: str) -> None:
    if how == "planned":
        a_planned_interview(desks)
    if how == "paused":
        desks.live.pause(a_live_interview(desks))
    async with at(desks) as hands:
        assert not watches(hands)


async def test_when_the_talk_has_ended_it_rests(talk: Desks) -> None:
    async with at(talk) as hands:
        await not_now(hands)
        talk.live.end(1)
        later(talk, minutes=20)
        await second(hands)
        assert not watches(hands)
        assert (hands.toasts, marks_shown(talk)) == ([], [])


async def test_a_reader_leaves_it_to_the_writer(talk: Desks) -> None:
    reader = open_desks(talk.store.path, talk.clock)  # type: ignore[arg-type]
    async with at(reader) as hands:
        assert not watches(hands)
    reader.close()


async def test_a_sleep_while_nobody_looks_is_asked_about_later(talk: Desks) -> None:
    async with at(talk) as hands:
        await not_now(hands)
        for _ in range(3):
            later(talk, minutes=1 / 60)
            await second(hands)
        later(talk, minutes=70)
        await second(hands)
        assert marks_shown(talk) == []
        await hands.press("6")
        assert hands.seen("#band").startswith(
            "This computer slept, or its clock was set, for 1 h 10"
        )


async def test_a_talk_that_is_taken_over_is_watched(notebook: Path) -> None:
    clock = ManualClock()
    writer = open_desks(notebook, clock)
    a_live_interview(writer)
    reader = open_desks(notebook, clock)
    async with at(reader) as hands:
        assert not watches(hands)
        writer.close()
        await hands.fire(hands.app._follower.timer)
        assert watches(hands)
    reader.close()
