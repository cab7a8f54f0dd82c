"""What all eight screens share: the digits, taking back, trouble told in sight, reading anew."""

import sqlite3
from collections.abc import Callable

import pytest

from infotui.services.desks import Desks
from infotui.storage import keystrokes
from infotui.tui.frame import Frame
from infotui.tui.routes import MODES
from tests.builders import a_contact, a_held_interview, a_planned_interview
from tests.tries import some
from tests.tui.pilots import SIZES, Hands, at, dump, stored

TROUBLE = "database or disk is full"


async def test_digits_lead_to_the_screens_and_the_bar_names_where_one_is(sample: Desks) -> None:
    async with at(sample) as hands:
        for digit, mode, name in [*reversed(MODES[:5]), *MODES[6:], MODES[5]]:
            await hands.press(digit)
            assert hands.mode == mode
            assert f"{digit} {name}" in hands.seen("NavBar")
            assert isinstance(hands.app.screen, Frame)


async def test_a_click_on_a_name_or_a_key_does_what_it_says(sample: Desks) -> None:
    async with at(sample) as hands:
        await hands.click("NavBar", offset=(hands.lines()[0].index("Contacts"), 0))
        assert hands.mode == "contacts"
        await hands.click("KeyBar", offset=(hands.lines()[-1].index("stage"), 0))
        assert "Where I stand with" in hands.text


async def test_a_screen_shows_what_became_so_elsewhere(desks: Desks) -> None:
    async with at(desks) as hands:
        await hands.press("2")
        a_planned_interview(desks)
        await hands.press("1")
        assert "Amina Patel" in hands.seen("#ahead")
        await hands.press("2")
        assert "Amina Patel" in hands.seen("#people")


def closed_loop(desks: Desks) -> None:
    a_held_interview(desks, "! send the report")


def planned(desks: Desks) -> None:
    interview = a_planned_interview(desks)
    desks.plans.add_goal(interview, "fit")


def researched(desks: Desks) -> None:
    desks.research.begin("contact", a_contact(desks), "words")


@pytest.mark.parametrize(
    ("mode", "make", "keys", "said"),
    some(
        [
            (
                "followup",
                closed_loop,
                ("down", "space"),
                "Taken back: the thank-you mail to Amina Patel sent.",
            ),
            ("prepare", planned, ("home", "d"), "Taken back: the removal of a goal."),
            ("research", researched, ("enter", "d"), "Taken back: the removal of a research note."),
            ("questions", planned, ("m",), "Taken back: “must”."),
            ("questions", planned, ("d",), "Taken back: the removal of “How did you begin?”."),
            ("contacts", planned, ("t", *["down"] * 4, "enter"), "Taken back: “advocate”."),
        ],
        0,
        1,
        5,
    ),
)
async def test_u_takes_back_the_last_change(
    desks: Desks, mode: str, make: Callable[[Desks], None], keys: tuple[str, ...], said: str
) -> None:
    make(desks)
    async with at(desks, mode) as hands:
        tables = ("goal", "question", "research_note", "thank_you")
        before = [line for line in dump(desks) if line.startswith(tables)]
        await hands.press(*keys, "u")
        assert hands.said == said
        assert [line for line in dump(desks) if line.startswith(tables)] == before


async def write_a_why(hands: Hands, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Write why on Prepare, while the disk is full."""
    await hands.press("w")
    monkeypatch.setattr(keystrokes, "save", full)
    await hands.paste(words)


def full(*_: object) -> None:
    raise sqlite3.OperationalError(TROUBLE)


async def test_trouble_with_the_disk_is_told_in_sight(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_planned_interview(desks)
    with monkeypatch.context() as patch:
        async with at(desks, "prepare") as hands:
            await write_a_why(hands, patch, "because")
            for size in SIZES:
                await hands.resize(size)
                assert TROUBLE in hands.seen("#trouble")
                assert hands.seen("#trouble").endswith("saving is tried again by itself.")


async def test_trouble_is_told_on_the_screen_one_goes_to_and_ends_on_all(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_planned_interview(desks)
    with monkeypatch.context() as patch:
        async with at(desks, "prepare") as hands:
            await write_a_why(hands, patch, "because")
            await hands.press("ctrl+g", "1")
            assert hands.app.screen.query_one("#trouble").has_class("shown")
            patch.undo()
            desks.scribe.settle()
            await hands.settle()
            assert stored(desks, "SELECT why FROM interview") == [("because",)]
            await hands.press("3")
            assert not hands.app.screen.query_one("#trouble").has_class("shown")


async def test_words_that_wait_for_the_disk_are_not_replaced_by_older_ones(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_planned_interview(desks)
    with monkeypatch.context() as patch:
        async with at(desks, "prepare") as hands:
            await hands.press("w")
            await hands.paste("first, ")
            await hands.press("escape")
            await write_a_why(hands, patch, "second, ")
            await hands.press("escape", "w")
            await hands.paste("third")
            patch.undo()
            desks.scribe.settle()
            assert stored(desks, "SELECT why FROM interview") == [("first, second, third",)]
