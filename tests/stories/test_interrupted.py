"""A live interview whose program is killed: the next start goes on where it was, to the last letter."""

import shutil
from pathlib import Path

import pytest

from infotui.services.desks import Desks
from tests.builders import a_planned_interview, clock_of, later, open_desks
from tests.fakes import ManualClock
from tests.tui.pilots import USUAL, WIDE, Hands, at, stored
from tests.tui.screens.live_talk import kinds, marks_shown, notes, pass_time

MARKS = "SELECT count(*) FROM segment WHERE kind = 'shown' AND mark = 'nudge 20'"


def killed(desks: Desks, folder: Path) -> Path:
    """What a kill leaves on the disk at this moment: the file and its log, nothing folded in."""
    folder.mkdir()
    for file in (desks.store.path, desks.store.path.with_name(desks.store.path.name + "-wal")):
        shutil.copy(file, folder / file.name)
    return folder / desks.store.path.name


async def begin(hands: Hands, desks: Desks) -> None:
    """Two notes, the nudge, and a line that is not finished."""
    await hands.press("enter")
    await hands.paste("began as a welder")
    await hands.press("enter", "tab")
    await pass_time(hands, desks, 20)
    assert hands.seen("#band") == "20 minutes have passed, 10 to go"
    await hands.press(*"half a li")


@pytest.mark.parametrize("size", [WIDE, USUAL], ids=["120x40", "80x24"])
async def test_after_a_kill_it_goes_on(desks: Desks, tmp_path: Path, size: tuple[int, int]) -> None:
    a_planned_interview(desks)
    async with at(desks, "live", size) as hands:
        await begin(hands, desks)
        left = killed(desks, tmp_path / "killed")
    later(desks, minutes=4)
    again = open_desks(left, clock_of(desks))
    async with at(again, size=size) as hands:
        assert "The interview with Amina Patel · Northwind is still live." in hands.text
        await hands.press("home", "enter")
        assert hands.mode == "live"
        assert "24:00 of 30" in hands.text
        assert hands.seen("#line") == "half a li"
        assert hands.seen("#now").startswith("Asking 2 What is hard about it?")
        await pass_time(hands, again, 1)
        assert "20 minutes have passed" not in hands.text  # that was said before the kill
        assert stored(again, MARKS) == [(1,)]
        await hands.press(*"ne", "enter")
        assert notes(again) == [("began as a welder", "How did you begin?"),
                                ("half a line", "What is hard about it?")]  # fmt: skip
        await pass_time(hands, again, 5)
        assert hands.seen("#band").startswith("Half an hour")
        await hands.press("f5", "f8", "f8")
    assert stored(again, "SELECT state FROM interview") == [("held",)]
    assert marks_shown(again) == ["nudge 20", "decide 30"]
    assert [kind for kind in kinds(again) if kind != "shown"] == ["run", "decision", "end"]
    again.close()


async def test_a_mark_that_fell_due_while_it_was_down_is_said_once(
    desks: Desks, tmp_path: Path
) -> None:
    a_planned_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("enter", "h")
        left = killed(desks, tmp_path / "killed")
    later(desks, minutes=31)
    again = open_desks(left, clock_of(desks))
    for _ in range(2):
        async with at(again, "live") as hands:
            assert hands.seen("#band").startswith("Half an hour")
            assert hands.seen("#line") == "h"
            assert hands.focused == "line"
    assert marks_shown(again) == ["nudge 20", "decide 30"]
    again.close()


async def test_after_a_kill_in_a_pause_the_clock_stands(desks: Desks, tmp_path: Path) -> None:
    a_planned_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("enter")
        await pass_time(hands, desks, 7)
        await hands.press("f4")
        left = killed(desks, tmp_path / "killed")
    later(desks, hours=3)
    again = open_desks(left, clock_of(desks))
    async with at(again, "live") as hands:
        assert hands.seen("#band") == "Paused at 07:00 F4 goes on"
        await hands.press("f4")
        await pass_time(hands, again, 1)
        assert hands.seen("#time").startswith("Time 08:00 of 30")
    again.close()


async def test_a_form_that_was_being_filled_is_there_again(
    notebook: Path, clock: ManualClock, tmp_path: Path
) -> None:
    desks = open_desks(notebook, clock)
    async with at(desks, "contacts") as hands:
        await hands.press("n")
        await hands.paste("Amina Patel")
        await hands.press("tab", *"Nor")
        left = killed(desks, tmp_path / "killed")
    desks.close()
    again = open_desks(left, clock)
    async with at(again, "contacts") as hands:
        await hands.press("n")
        assert "What you had typed before is here again." in hands.seen("#form-box")
        await hands.press("tab", "end", *"thwind", "enter")
    assert stored(again, "SELECT c.name, o.name FROM contact c JOIN organization o"
                         " ON o.id = c.organization_id") == [("Amina Patel", "Northwind")]  # fmt: skip
    again.close()
