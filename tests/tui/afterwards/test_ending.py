"""Telling how it ended, by keys: recorded once, one by one, waived with a reason, taken back."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.afterwards.ending import ask_notice, show_outcome
from infotui.tui.telling import TellsErrors
from tests.builders import a_contact, a_held_interview
from tests.tui.pilots import SIZES, Hands, at, stored


def screen_of(hands: Hands) -> TellsErrors:
    assert isinstance(hands.app.screen, TellsErrors)
    return hands.app.screen


def states(desks: Desks) -> list[tuple[str, str]]:
    return stored(desks, "SELECT state, why_not FROM outcome_notice ORDER BY id")


def two_met(desks: Desks) -> None:
    a_held_interview(desks, "* they hire for curiosity", contact_id=a_contact(desks, "Ana Alm"))
    a_held_interview(desks, contact_id=a_contact(desks, "Bo Berg"))


async def test_it_is_recorded_and_told_one_by_one(desks: Desks) -> None:
    two_met(desks)
    async with at(desks) as hands:
        show_outcome(screen_of(hands), desks)
        await hands.settle()
        await hands.write("physics, from March")
        await hands.press("down", "enter")
        assert stored(desks, "SELECT kind, text FROM outcome") == [("study", "physics, from March")]
        assert "0 of 2" in hands.seen("#outcome-head")
        assert "told me: they hire for curiosity" in hands.seen("#outcome-person")
        await hands.press("space")
        assert hands.row("#outcome-list").name == "Bo Berg"
        assert "1 of 2" in hands.seen("#outcome-head")
        await hands.press("up", "space")
        assert hands.said.startswith("Ana Alm was told already")
        await hands.press("n", "x", "enter")
        assert "A word why is needed" in hands.seen("#wrong-why")
        await hands.write("moved away")
        await hands.press("enter")
        assert states(desks) == [("told", ""), ("waived", "moved away")]
        assert "Everybody knows: 2 of 2. u opens it again." in hands.toasts
        assert not hands.app.screen.is_modal
        await hands.press("u")
        show_outcome(screen_of(hands), desks)
        await hands.settle()
        assert hands.row("#outcome-list").name == "Bo Berg"
        await hands.press("p", "u", "u")  # the telling, then the outcome itself
        assert stored(desks, "SELECT count(*) FROM outcome") == [(0,)]
        assert not hands.app.screen.is_modal


async def test_it_is_changed_and_withdrawn(desks: Desks) -> None:
    two_met(desks)
    desks.outcomes.record("job", "at Southwind")
    async with at(desks) as hands:
        show_outcome(screen_of(hands), desks)
        await hands.settle()
        await hands.press("e", "end", *", soon", "enter")
        assert "job: at Southwind, soon" in hands.seen("#outcome-head")
        await hands.press("d", "enter")
        assert hands.app.screen.is_modal
        await hands.press("d", "down", "enter")
        assert stored(desks, "SELECT count(*) FROM outcome") == [(0,)]
        assert not hands.app.screen.is_modal


async def test_one_person_is_told_from_anywhere(desks: Desks) -> None:
    two_met(desks)
    desks.outcomes.record("job")
    ana, bo = (row.id for row in desks.outcomes.queue())
    done: list[int] = []
    async with at(desks) as hands:
        ask_notice(screen_of(hands), desks, bo, lambda: done.append(1))
        await hands.settle()
        assert "They took the time to talk with me." in hands.text
        await hands.press("end", "enter")
        assert hands.row("#outcome-list").name == "Bo Berg"
        await hands.press("escape")
        ask_notice(screen_of(hands), desks, ana, lambda: done.append(1))
        await hands.settle()
        at_told = [value for value, _ in hands.rows("#choice-box RowList")].index("told")
        await hands.press("home", *["down"] * at_told, "enter")
        assert states(desks)[0] == ("told", "")
        assert hands.said == "Ana Alm: told, 1 of 2. u takes it back."
        assert done == [1, 1]
        ask_notice(screen_of(hands), desks, bo)
        await hands.settle()
        await hands.press("home", *["down"] * (at_told + 1), "enter", *"away", "enter")
        assert states(desks)[1] == ("waived", "away")
        assert desks.outcomes.current() is None


@pytest.mark.parametrize("size", SIZES)
async def test_the_queue_can_be_read_at_every_size(sample: Desks, size: tuple[int, int]) -> None:
    sample.outcomes.record("job", "at Northwind")
    async with at(sample, size=size) as hands:
        show_outcome(screen_of(hands), sample)
        await hands.settle()
        assert {len(line) for line in hands.lines()} == {size[0]}
        first, second = sample.outcomes.queue()[:2]
        assert f"0 of {len(sample.outcomes.queue())}" in hands.text
        assert first.name in hands.seen("#outcome-person")
        assert second.name in hands.seen("#outcome-list")
