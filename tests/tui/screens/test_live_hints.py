"""Live, the line of hints: what the line will become, and what was done, never over the words (M2)."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.live_lines import SIGNS_IN_SHORT
from tests.builders import a_live_interview, clock_of, later
from tests.tries import some
from tests.tui.pilots import SIZES, at, stored
from tests.tui.screens.live_talk import notes

SIGNS = SIGNS_IN_SHORT  # where nothing is typed


@pytest.mark.parametrize(
    ("line", "hint"),
    some(
        [
            ("plain words", ""),
            ("> Jane Doe, cells", "lead · Jane Doe · may mention: not asked · why cells"),
            ("! send it by fri", "I promised · due Fri 27 Nov"),
            ("! send it", "I promised · no day understood: 2 days"),
            ("< a link tomorrow", "they promised · due Tue 24 Nov"),
            ("* they grow #market", "finding · market"),
            ("& the atlas", "resource"),
            ("? who pays", "question that arose"),
            ("^ what I earn", "asked of me"),
            ("words #pay", "note · #pay"),
            (">", "> lead: name, why, how to reach"),
        ],
        0,
        1,
        2,
        5,
        10,
    ),
)
async def test_the_hint_says_what_the_line_will_become(desks: Desks, line: str, hint: str) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste(line)
        assert hands.seen("#hint").startswith(hint)
        assert bool(hands.seen("#hint")) is bool(hint)
        await hands.press("enter")
        assert hands.seen("#hint") == SIGNS


async def test_the_hint_is_of_the_row_one_is_in(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("> Jane\nplain")
        assert hands.seen("#hint") == ""
        await hands.press("up", "end", "x")
        assert hands.seen("#hint").startswith("lead · Janex")


async def test_what_was_done_is_said_until_something_is_typed(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("ctrl+d")
        assert hands.seen("#hint") == "Kept: they asked for your resume."
        later(desks, seconds=5)
        assert hands.toasts == []
        await hands.press("!")
        assert hands.seen("#hint").startswith("! I promised: what, and by when")
        await hands.press("ctrl+d")
        assert hands.seen("#hint") == "Kept: they asked for your resume."
        await hands.press("backspace")
        assert hands.seen("#hint") == SIGNS
    assert stored(desks, "SELECT count(*) FROM segment WHERE kind = 'resume asked'") == [(1,)]


async def test_consent_turns_in_the_line_or_of_the_latest_lead(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.press("ctrl+y")
        assert hands.seen("#hint") == "There is no lead yet. A line that begins with > is one."
        await hands.press(*"> Jane, cells", "ctrl+y")
        assert hands.seen("#hint") == "lead · Jane · may mention: yes · why cells"
        await hands.press("ctrl+y")
        assert hands.seen("#hint") == "lead · Jane · may mention: no · why cells"
        await hands.press("enter")
        assert stored(desks, "SELECT name, why, consent FROM lead") == [("Jane", "cells", "no")]
        await hands.press(*"then words", "ctrl+y")
        assert hands.seen("#hint") == "Jane · may mention: not asked"
        assert stored(desks, "SELECT consent FROM lead") == [("not asked",)]
        assert hands.seen("#line") == "then words"
        await hands.press("ctrl+r")
        assert stored(desks, "SELECT consent FROM lead") == [("no",)]
        assert len(notes(desks)) == 1


async def test_a_day_counts_from_the_evening_it_is_typed_on(desks: Desks) -> None:
    clock_of(desks).set(clock_of(desks).now().replace(hour=23, minute=30))  # 0:30 in Berlin
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("! send it tomorrow")
        await hands.press("enter")
        assert stored(desks, "SELECT due FROM promise") == [("2026-11-25",)]


async def test_at_every_size_the_hint_is_below_the_line_and_within_the_screen(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("> Jane Doe " + "字" * 90 + ", cells")
        for size in SIZES:
            await hands.resize(size)
            assert hands.seen("#hint").startswith("lead · Jane Doe")
            assert hands.seen("#hint").endswith("…")
            line, hint = (hands.app.screen.query_one(name).region for name in ("#line", "#hint"))
            assert line.bottom <= hint.y
