"""Live, what still fits until the agreed end: said, dimmed, and a must that no longer fits told once, calmly (M1)."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.widgets.row_list import RowList
from tests.builders import a_planned_interview
from tests.tui.pilots import SMALL, Hands, at, stored
from tests.tui.screens.live_talk import log, pass_time, states

MUST_WORDS = "Not every must fits any more. F2 skips one F6 asks for more time F7 says when it ends"


@pytest.fixture
def talk(desks: Desks) -> Desks:
    """A talk of 30 minutes over five questions of 3 minutes, and the must of the close with its 4."""
    interview = a_planned_interview(
        desks, when="", questions=[f"question {n}?" for n in range(1, 6)]
    )
    desks.live.start(interview)
    return desks


def musts_told(desks: Desks) -> int:
    return sum(mark.startswith("must") for kind, mark, *_ in log(desks) if kind == "shown")


def dimmed(hands: Hands) -> list[int]:
    """The positions of the questions that are drawn dimmed, with the sign for it."""
    plan = hands.app.screen.query_one("#plan", RowList)
    drawn = [plan._lines_of(index)[0].left for index in range(len(plan.rows))]
    signs = {n: (left[0], left[-1][1]) for n, left in enumerate(drawn, 1)}
    return [n for n, sign in signs.items() if sign == (("·", "faint"), "faint")]


async def test_what_fits_is_said_and_the_rest_is_dimmed_not_hidden(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        assert "1 must open, all fit" in hands.seen("#time")
        assert dimmed(hands) == []
        for passed, fits in ((14, 5), (3, 4), (2, 3)):
            await pass_time(hands, talk, passed)
            assert f"1 must open · {fits} of 6 fit" in hands.seen("#time")
            assert len(dimmed(hands)) == 6 - fits
        assert dimmed(hands) == [3, 4, 5]  # never the must, which comes last
        assert "· 5 question 5?" in hands.seen("#plan")
        assert "won’t fit" in hands.seen("#plan")
        await hands.resize(SMALL)
        assert "1 must open · 3 of 6 fit" in hands.seen("#now")


async def test_more_time_and_fewer_questions_make_room_again(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 19)
        assert dimmed(hands) == [3, 4, 5]
        await hands.press("tab", "f2")
        assert dimmed(hands) == [4, 5]
        await hands.press("f6", "f5")
        assert dimmed(hands) == []
        assert "1 must open, all fit" in hands.seen("#time")
        await hands.press("ctrl+r")
        assert dimmed(hands) == [4, 5]


async def test_they_said_fewer_minutes_is_reckoned_with_at_once(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 2)
        await hands.press("f7")
        await hands.write("15")
        await hands.press("enter")
        assert hands.seen("#time").startswith("Time 02:00 of 15")
        assert dimmed(hands) == [3, 4, 5]
        assert hands.focused == "line"


async def test_a_must_that_no_longer_fits_is_told_once_and_calmly(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        rung: list[None] = []
        await pass_time(hands, talk, 22)
        hands.app.bell = lambda: rung.append(None)  # type: ignore[method-assign]
        assert (hands.seen("#band"), musts_told(talk)) == ("", 0)
        await hands.press(*"half")
        await pass_time(hands, talk, 1.5)
        assert hands.seen("#band") == MUST_WORDS
        assert "1 must won’t fit · 0 of 6" in hands.seen("#time")
        assert (hands.seen("#line"), hands.focused, hands.toasts) == ("half", "line", [])
        await pass_time(hands, talk, 1)
        assert hands.seen("#band") == ""
        await pass_time(hands, talk, 3)
        assert (hands.seen("#band"), musts_told(talk), rung) == ("", 1, [])


async def test_the_two_ways_out_lead_out(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await hands.press("ctrl+o", "6", "enter", "ctrl+l")  # so that F2 is about another one
        await pass_time(hands, talk, 23.5)
        assert hands.seen("#band") == MUST_WORDS
        await hands.press("f6", "f5")
        assert "1 must open" in hands.seen("#time")
        await pass_time(hands, talk, 10)
        assert musts_told(talk) == 2  # told again for the new end
        await hands.press("ctrl+o", "6", "enter", "f2")
        assert states(talk)[5] == "skipped"
        assert "all musts asked" in hands.seen("#time")


async def test_after_a_decision_to_wrap_up_nothing_is_told_of_musts(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 20)
        await hands.press("f5")
        await pass_time(hands, talk, 9)
        assert musts_told(talk) == 0
        assert hands.seen("#band").startswith("Wrapping up: ")


async def test_the_time_a_question_takes_is_kept_for_the_next_talk(talk: Desks) -> None:
    async with at(talk, "live") as hands:
        await pass_time(hands, talk, 2)
        await hands.press("tab")
        await pass_time(hands, talk, 5)
        await hands.press("f8", "f8")
        assert stored(talk, "SELECT spent_seconds FROM question ORDER BY position")[:3] == [
            (120,), (300,), (None,)
        ]  # fmt: skip
