"""The app itself: what it says at the start, where routes lead, how it is left."""

import asyncio
import os
import signal
import threading

import pytest
from textual.command import CommandPalette

from infotui.domain.bank import Bank
from infotui.services.desks import Desks
from infotui.tui import signals
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.keys import AllKeys
from infotui.tui.routes import MODES, OpenContact, OpenLive, OpenPlan, OpenResearch, OpenScreen
from tests.builders import (
    a_contact,
    a_live_interview,
    a_planned_interview,
    later,
    open_desks,
    reopened,
)
from tests.fakes import ManualClock
from tests.tui.pilots import SIZES, Hands, at, dump, stored

STATE = "SELECT state FROM interview"


async def warmed_up() -> None:
    """Wait until what is loaded after the first picture is loaded."""
    for thread in threading.enumerate():
        if thread.name == "warm-up":
            await asyncio.to_thread(thread.join)


async def test_what_went_wrong_before_the_start_is_told(desks: Desks) -> None:
    warnings = ("settings.toml, line 3: [/nope] must be a text. It was left out.", "And so on.")
    async with at(desks, warnings=warnings) as hands:
        assert hands.toasts == list(warnings)


async def test_a_broken_bank_is_told_and_stops_nothing(desks: Desks) -> None:
    broken = Bank(trouble=("bank.toml, line 7: [b]a text is missing.",))
    own = open_desks(desks.store.path.with_name("own.db"), ManualClock(), broken)
    async with at(own) as hands:
        await warmed_up()
        await hands.settle()
        assert hands.said == broken.trouble[0]
        await hands.press("5")
        assert "Nothing in the bank" in hands.seen("#bank-box")
    own.close()


async def test_routes_lead_to_what_they_name(desks: Desks) -> None:
    first, second = a_contact(desks, "Amina Patel"), a_contact(desks, "Bo Lind", "Civic Data")
    interview = a_planned_interview(desks, second)
    desks.plans.focus(None)
    async with at(desks) as hands:
        for route, mode, selector in (
            (OpenContact(second), "contacts", "#page"),
            (OpenResearch("contact", second), "research", "#notes"),
            (OpenPlan(interview), "prepare", "#headline"),
            (OpenLive(interview), "live", "#headline"),
        ):
            hands.app.post_message(route)
            await hands.settle()
            assert hands.mode == mode
            assert "Bo Lind" in hands.seen(selector)
        hands.app.post_message(OpenScreen("followup"))
        await hands.settle()
        assert hands.mode == "followup"
        assert first != second


async def test_ctrl_q_leaves_from_anywhere(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("half")
        await hands.press("ctrl+q")
        assert hands.app._exit
        assert hands.app.return_code == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_ends_it_with_everything_on_the_disk(
    desks: Desks, number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    watchdogs: list[tuple[float, object, object]] = []

    class Watchdog:
        """Stands in for the timer that would end this very process."""

        def __init__(self, seconds: float, end: object, arguments: object) -> None:
            watchdogs.append((seconds, end, arguments))

        def start(self) -> None:
            pass

    a_live_interview(desks)
    async with at(desks, "live") as hands:
        monkeypatch.setattr(signals.threading, "Timer", Watchdog)
        await hands.paste("half a line")
        assert desks.store.unsynced
        os.kill(os.getpid(), number)
        await asyncio.sleep(0)  # one turn of the loop, in which it hears of the signal
        await hands.settle()
        assert hands.app._exit
        assert not desks.store.unsynced
    assert watchdogs == [(signals.END_WITHIN, signals.end_regardless, (desks,))]
    assert stored(desks, "SELECT text FROM unfinished") == [("half a line",)]


class TestAnInterviewThatWasLeftLive:
    """The next start asks what shall become of it."""

    async def test_it_is_said_and_the_first_key_changes_nothing(self, desks: Desks) -> None:
        a_live_interview(desks, "hello")
        before = dump(desks)
        async with at(desks) as hands:
            assert isinstance(hands.app.screen, Choice)
            assert "The interview with Amina Patel · Northwind is still live." in hands.text
            await hands.press("enter")  # the person sits opposite: to go on is what is wanted
            assert hands.mode == "live"
            assert len(hands.app.screen_stack) == 1
            assert dump(desks) == before

    async def test_going_on_leads_to_the_clock_and_the_line(self, desks: Desks) -> None:
        interview = a_live_interview(desks, "hello")
        async with at(desks, "live") as hands:
            await hands.paste("half a li")
        desks = reopened(desks)
        later(desks, minutes=4)
        async with at(desks) as hands:
            await choose(hands, "go on")
            assert hands.mode == "live"
            assert hands.seen("#time").startswith("Time 05:00 of 30")
            assert hands.seen("#line") == "half a li"
            assert hands.focused == "line"
            assert stored(desks, "SELECT id FROM interview WHERE state = 'live'") == [(interview,)]
        desks.close()

    async def test_it_can_have_ended_when_one_last_wrote(self, desks: Desks) -> None:
        a_live_interview(desks, "hello")
        later(desks, days=1)
        async with at(desks) as hands:
            await choose(hands, "end")
            assert hands.mode == "review"
            assert stored(desks, "SELECT state, ended_at FROM interview") == [
                ("held", "2026-11-23T10:01:00.000000Z")
            ]

    async def test_or_at_another_time_and_never_before_it_began(self, desks: Desks) -> None:
        a_live_interview(desks, "hello")
        later(desks, hours=2)
        before = dump(desks)
        async with at(desks) as hands:
            await choose(hands, "at")
            for text, sentence in (
                ("10:30", "That end lies before the start of the interview."),
                ("14:00", "That end lies ahead of now."),
                ("noon", "A time is missing."),
            ):
                await hands.write(text)
                await hands.press("enter")
                assert hands.seen("#wrong-end").startswith(sentence)
                assert dump(desks) == before
            await hands.write("11:45")
            await hands.press("enter", "escape")  # the debrief is for later
            assert hands.mode == "review"
            assert "used 45:00" in hands.seen("#talk")

    async def test_a_clock_that_was_set_back_does_not_end_the_program(self, desks: Desks) -> None:
        a_live_interview(desks, "hello")
        later(desks, minutes=-30)
        async with at(desks) as hands:
            await choose(hands, "end")
            assert stored(desks, STATE) == [("held",)]

    async def test_whoever_starts_on_the_live_screen_is_not_asked(self, desks: Desks) -> None:
        a_live_interview(desks, "hello")
        async with at(desks, "live") as hands:
            assert len(hands.app.screen_stack) == 1
            assert hands.focused == "line"

    async def test_all_answers_can_be_read(self, desks: Desks) -> None:
        a_live_interview(desks, "hello")
        answers = ("Go on: clock and words", "end it when you last", "another time", "Not now")
        async with at(desks) as hands:
            for size in SIZES:
                await hands.resize(size)
                for words in answers:
                    assert words in hands.seen("#choice-box")


async def choose(hands: Hands, value: str) -> None:
    """Take one of the answers by keys."""
    await hands.press("home")
    while hands.row("RowList")[0] != value:
        await hands.press("down")
    await hands.press("enter")


async def test_the_palette_offers_every_screen_and_every_key_with_words(sample: Desks) -> None:
    async with at(sample, "review") as hands:
        offered = {c.title: c.help for c in hands.app.get_system_commands(hands.app.screen)}
        assert {name for _, _, name in MODES} <= set(offered)
        assert offered["search"].startswith("Find talks by a word that was said")
        assert offered["previous"].endswith("([)")
        await hands.press("ctrl+p")
        assert isinstance(hands.app.screen, CommandPalette)
        await hands.paste("Contacts")
        await hands.app.workers.wait_for_complete()
        await hands.press("enter")
        assert hands.mode == "contacts"


@pytest.mark.parametrize("mode", ["questions", "live"])
async def test_the_palette_does_what_a_key_does(sample: Desks, mode: str) -> None:
    async with at(sample, mode) as hands:
        await hands.press("ctrl+p")
        await hands.paste("keys")
        await hands.app.workers.wait_for_complete()
        await hands.press("enter")
        assert isinstance(hands.app.screen, AllKeys)
        await hands.press("escape")
        assert hands.mode == mode
        assert hands.focused == {"questions": "plan", "live": "line"}[mode]
