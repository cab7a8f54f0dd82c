"""Rehearsing on the screen: it says what it is, leads nowhere but back, and gives only what is taken."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from itertools import product
from pathlib import Path

import pytest

from infotui.config.settings import Settings
from infotui.services.desks import Desks
from infotui.tui.app import InfotuiApp
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Form
from infotui.tui.dialogs.rehearsed import RehearsedTimes
from infotui.tui.rehearsal import RehearsalScreen
from tests.builders import (
    BERLIN,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
    shipped_bank,
)
from tests.tries import some
from tests.tui.pilots import SIZES, SMALL, USUAL, Hands, at, sitting, stored


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where throwaway notebooks are made in these tests."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def everything(desks: Desks) -> list[str]:
    with closing(sqlite3.connect(f"file:{desks.store.path}?mode=ro", uri=True)) as db:
        return list(db.iterdump())


def practice(hands: Hands) -> RehearsalScreen:
    return next(s for s in hands.app.screen_stack if isinstance(s, RehearsalScreen))


async def pass_time(hands: Hands, desks: Desks, seconds: float) -> None:
    """Let real time pass, and the tick after it."""
    later(desks, seconds=seconds)
    await hands.fire(practice(hands)._ticking)


def rehearses(hands: Hands) -> bool:
    return isinstance(hands.app.screen, RehearsalScreen)


@asynccontextmanager
async def rehearsing(
    desks: Desks, speed: str = "5", size: tuple[int, int] = USUAL
) -> AsyncIterator[Hands]:
    """A planned talk, rehearsed from Prepare, its clock running."""
    desks.plans.focus(a_planned_interview(desks))
    async with at(desks, "prepare", size) as hands:
        await hands.press("r", *["down"] * ["1", "2", "5", "10"].index(speed), "enter")
        assert rehearses(hands)
        await hands.press("enter")
        yield hands


# ── the way in ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("mode", "key"), [("prepare", "r"), ("live", "ctrl+t")])
async def test_a_plan_is_rehearsed_from_where_it_stands_and_one_is_back_there(
    desks: Desks, mode: str, key: str
) -> None:
    desks.plans.focus(a_planned_interview(desks))
    async with at(desks, mode) as hands:
        await hands.press(key)
        assert isinstance(hands.app.screen, Choice)
        assert "30 minutes take 3" in hands.text
        await hands.press("escape")
        assert hands.mode == mode
        assert not rehearses(hands)
        await hands.press(key, "enter")
        assert practice(hands)._rehearsal.speed == 1
        await hands.press("f8", "f8")
        assert (hands.mode, len(hands.app.screen_stack)) == (mode, 1)


async def test_the_palette_knows_it(desks: Desks) -> None:
    desks.plans.focus(a_planned_interview(desks))
    async with at(desks, "prepare") as hands:
        await hands.press("ctrl+p")
        await hands.paste("rehearse")
        await hands.app.workers.wait_for_complete()
        await hands.press("enter")
        assert isinstance(hands.app.screen, Choice)


async def test_what_cannot_be_rehearsed_is_a_sentence(desks: Desks) -> None:
    desks.plans.focus(a_held_interview(desks))
    async with at(desks, "prepare") as hands:
        await hands.press("r")
        assert "has been held" in hands.said
        assert len(hands.app.screen_stack) == 1


async def test_with_nothing_in_focus_the_key_does_nothing(desks: Desks) -> None:
    async with at(desks, "prepare") as hands:
        await hands.press("r")
        assert (len(hands.app.screen_stack), hands.toasts) == (1, [])


async def test_while_a_talk_is_on_the_live_screen_offers_none(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("ctrl+t")
        assert (len(hands.app.screen_stack), hands.toasts) == (1, [])
        assert hands.app.screen.check_action("rehearse", ()) is False


async def test_a_program_can_begin_with_it(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.plans.focus(talk)
    app = InfotuiApp(desks, "prepare")
    app.rehearse_first(talk, 7)
    async with sitting(app) as hands:
        assert "Rehearsal x7" in hands.seen("#headline")


# ── it says what it is ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("size", "quiet"), some([(size, quiet) for quiet in (False, True) for size in SIZES], 2, 3)
)
async def test_one_sees_that_it_is_a_rehearsal(
    desks: Desks, size: tuple[int, int], quiet: bool
) -> None:
    async with rehearsing(desks, size=size) as hands:
        await hands.press(*["f9"] * quiet)
        assert "Rehearsal x5" in hands.text
        assert "saved as you type" not in hands.text
        assert "Amina" not in hands.text or not quiet


async def test_the_clock_and_the_name_keep_their_place_where_it_is_narrow(desks: Desks) -> None:
    async with rehearsing(desks, size=SMALL) as hands:
        await pass_time(hands, desks, 60)
        assert "Rehearsal x5 Amina Patel · Northwind 05:00 of 30" in hands.seen("#headline")


async def test_a_real_talk_says_nothing_of_it(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        assert "Rehearsal" not in hands.text
        assert "saved as you type" in hands.text


# ── the time ─────────────────────────────────────────────────────────────────────────────────────


async def test_at_ten_times_the_marks_come_at_two_three_and_six_minutes_and_no_tick_is_sleep(
    desks: Desks,
) -> None:
    async with rehearsing(desks, "10") as hands:
        told: dict[int, str] = {}
        for second in range(1, 365):
            await pass_time(hands, desks, 1)
            words = hands.seen("#band") if hands.app.screen.query_one("#band").display else ""
            for mark in ("20 minutes", "Half an hour", "60 minutes"):
                if mark in words and mark not in told.values():
                    told[second] = mark
        assert told == {120: "20 minutes", 180: "Half an hour", 360: "60 minutes"}
        log = practice(hands)._rehearsal.desks.store.reading().execute("SELECT kind FROM segment")
        assert "gap" not in {kind for (kind,) in log}


# ── it leads nowhere but back ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ways", [("ctrl+g", "1"), ("ctrl+g", "6"), ("f8", "ctrl+g", "3")])
async def test_no_other_screen_can_be_gone_to(desks: Desks, ways: tuple[str, ...]) -> None:
    async with rehearsing(desks) as hands:
        await hands.press(*ways)
        assert (hands.mode, rehearses(hands)) == ("prepare", True)
        assert "F8 twice ends it" in hands.seen("#hint")
        await hands.press("a", "b")
        assert hands.seen("#line") == "ab"


async def test_a_click_on_a_name_above_leads_nowhere_either(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        await hands.click("NavBar", offset=(3, 0))
        assert (hands.mode, rehearses(hands)) == ("prepare", True)
        assert "F8 twice ends it" in hands.seen("#hint")


async def test_the_palette_offers_no_undo_of_the_notebook_and_nobody_else(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        commands = [command.title for command in hands.app.get_system_commands(hands.app.screen)]
        assert {"end", "pause"} <= set(commands)
        assert not {"Undo", "anybody, now", "rehearse"} & set(commands)


async def test_keys_of_ones_own_hold_in_a_rehearsal_too(desks: Desks) -> None:
    mine = Desks(
        desks.store, desks.clock, Settings(keys={"live.end": "f11"}), BERLIN, shipped_bank()
    )
    async with rehearsing(mine) as hands:
        await hands.press("f11", "f11")
        assert not rehearses(hands)


# ── the end ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("keys", "started"),
    some(product([("f8", "f8"), ("escape", "f8")], [False, True]), 1, 2),
)
async def test_two_presses_end_it(
    desks: Desks, folder: Path, keys: tuple[str, str], started: bool
) -> None:
    before = a_planned_interview(desks)
    desks.plans.focus(before)
    whole = everything(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("r", "enter", *["enter"] * started)
        await hands.press(keys[0])
        assert "End the rehearsal?" in hands.seen("#band")
        await hands.press(keys[1])
        assert (hands.mode, len(hands.app.screen_stack)) == ("prepare", 1)
        assert "Nothing of it was kept" in hands.said
    assert list(folder.iterdir()) == []
    assert everything(desks) == whole


@pytest.mark.parametrize(
    ("keys", "started"),
    some(product([("f8", "escape"), ("escape", "escape")], [False, True]), 1, 2),
)
async def test_escape_goes_on_with_it_as_in_a_talk(
    desks: Desks, keys: tuple[str, str], started: bool
) -> None:
    desks.plans.focus(a_planned_interview(desks))
    async with at(desks, "prepare") as hands:
        await hands.press("r", "enter", *["enter"] * started)
        await hands.press(*keys)
        assert rehearses(hands)
        assert "End the rehearsal?" not in hands.text
        await hands.press("f8")  # it asks anew
        assert rehearses(hands)
        assert "F8 again ends it Escape goes on" in hands.seen("#band")
        await hands.press("f8")
        assert not rehearses(hands)


async def test_writing_goes_on_with_it_and_escape_leaves_a_choice_first(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        await hands.press("escape", "x", "escape")
        assert rehearses(hands)
        await hands.press("y", "ctrl+o")
        assert "Over to which question?" in hands.seen("#band")
        await hands.press("escape")
        assert rehearses(hands)
        assert hands.seen("#line") == "xy"


async def test_an_earlier_note_that_is_changed_is_left_first(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        await hands.paste("one")
        await hands.press("enter", "pageup", "enter")
        await hands.paste(" more")
        await hands.press("escape")
        assert rehearses(hands)
        assert "one more" in hands.seen("#notes")


async def test_keys_pressed_fast_end_it_once(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        await hands.burst("f8", "f8", "f8", "escape", "f8")
        assert hands.app.is_running
        assert (hands.mode, len(hands.app.screen_stack)) == ("prepare", 1)


async def test_quitting_in_the_middle_leaves_nothing_behind(desks: Desks, folder: Path) -> None:
    async with rehearsing(desks) as hands:
        await hands.paste("half a line")
        assert list(folder.iterdir())
        await hands.press("ctrl+g", "q")
        assert not hands.app.is_running or hands.app._exit
    whole = stored(desks, "SELECT count(*) FROM note UNION ALL SELECT count(*) FROM unfinished")
    assert whole == [(0,), (0,)]
    desks.close()
    assert list(folder.iterdir()) == []


# ── what is taken from it ────────────────────────────────────────────────────────────────────────


async def two_answered(hands: Hands, desks: Desks) -> None:
    """Answer the first in two minutes and the second in five, skip nothing, end in the third."""
    for seconds in (24, 60):
        await pass_time(hands, desks, seconds)
        await hands.paste("! send it\n> Jane Doe")
        await hands.press("enter", "tab")
    await pass_time(hands, desks, 6)
    await hands.press("f8", "f8")
    assert isinstance(hands.app.screen, RehearsedTimes)


def estimates(desks: Desks) -> list[int | None]:
    rows = stored(desks, "SELECT estimate_seconds FROM question ORDER BY position")
    return [seconds for (seconds,) in rows]


@pytest.mark.parametrize("size", some([(size,) for size in SIZES], 1))
async def test_the_times_stand_beside_the_estimates_so_far(
    desks: Desks, size: tuple[int, int]
) -> None:
    async with rehearsing(desks, size=size) as hands:
        await two_answered(hands, desks)
        assert [(row.position, row.settled) for row in hands.rows("RowList")] == [
            (1, True), (2, True), (3, False),
        ]  # fmt: skip
        lines = hands.seen_lines("RowList")
        for line, parts in zip(
            lines,
            [("✓ 1", "02:00", "03:00"), ("✓ 2", "05:00", "03:00"), ("· 3", "00:30", "04:00")],
            strict=True,
        ):
            said = " ".join(line.split())
            assert all(part in said for part in parts), line
        assert "Enter takes the marked" in hands.text


async def test_enter_takes_the_marked_and_nothing_else_is_kept(desks: Desks, folder: Path) -> None:
    async with rehearsing(desks) as hands:
        before = everything(desks)
        await two_answered(hands, desks)
        assert everything(desks) == before
        await hands.press("enter")
        assert "2 questions are estimated by the rehearsal" in hands.said
        assert estimates(desks) == [120, 300, None]
        assert list(folder.iterdir()) == []
        await hands.press("u")
        assert everything(desks) == before


async def test_space_leaves_one_out_and_takes_one_in(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        await two_answered(hands, desks)
        await hands.press("space", "down", "down", "space", "enter")
        assert estimates(desks) == [None, 300, 30]


async def test_a_question_that_was_only_touched_is_not_marked_at_first(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        await pass_time(hands, desks, 24)
        await hands.press("tab")
        await pass_time(hands, desks, 2)  # ten seconds of the rehearsal
        await hands.paste("a word")
        await hands.press("enter", "f8", "f8")
        assert ["partly", 10] in [[row.state, row.spent.seconds] for row in hands.rows("RowList")]
        (line,) = (line for line in hands.seen_lines("RowList") if "00:10" in line)
        assert line.strip().startswith("·")
        assert "cut short" in line
        await hands.press("enter")
        assert estimates(desks) == [120, None, None]


async def test_escape_takes_none(desks: Desks, folder: Path) -> None:
    async with rehearsing(desks) as hands:
        before = everything(desks)
        await two_answered(hands, desks)
        await hands.burst("escape", "escape", "enter")
        assert everything(desks) == before
        assert list(folder.iterdir()) == []


async def test_a_dialog_of_the_talk_lies_over_the_rehearsal(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        await hands.press("f7")
        assert isinstance(hands.app.screen, Form)
        await hands.write("10")
        await hands.press("enter")
        assert rehearses(hands)
        await pass_time(hands, desks, 60)
        assert "of 10" in hands.text


async def test_words_that_cannot_be_stored_are_told_in_the_rehearsal(desks: Desks) -> None:
    async with rehearsing(desks) as hands:
        scribe = practice(hands)._rehearsal.desks.scribe
        scribe._set_trouble("Not saved (disk full).")
        await hands.settle()
        assert "Not saved" in hands.seen("#trouble")
        assert desks.scribe.trouble == ""
