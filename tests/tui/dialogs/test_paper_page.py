"""The plan on paper from Prepare: where it goes is asked, nothing is written over without a word."""

import os
from pathlib import Path

import pytest

from infotui.services.desks import Desks
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.form import Form
from tests.builders import a_planned_interview
from tests.tui.pilots import SIZES, at


def home_file() -> Path:
    return Path(os.environ["HOME"]) / "interview-Amina-Patel.txt"


async def test_enter_writes_it_where_the_form_says_and_tells_where(desks: Desks) -> None:
    planned = a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("P")
        assert "The plan on paper" in hands.seen("#form-box")
        await hands.press("enter")
        assert hands.said.startswith("The plan is in ")
    assert home_file().read_text("utf-8") == desks.paper.page(planned)


async def test_a_file_that_stands_is_asked_about_and_left_by_default(
    desks: Desks, tmp_path: Path
) -> None:
    a_planned_interview(desks)
    home_file().write_text("mine")
    async with at(desks, "prepare") as hands:
        await hands.press("P", "enter")
        assert isinstance(hands.app.screen, Choice)
        await hands.press("enter")
        assert isinstance(hands.app.screen, Form)
        assert home_file().read_text() == "mine"
        await hands.write(str(tmp_path / "other.txt"))
        await hands.press("enter")
    assert (tmp_path / "other.txt").exists()
    assert home_file().read_text() == "mine"


async def test_it_is_replaced_when_that_is_chosen(desks: Desks) -> None:
    planned = a_planned_interview(desks)
    home_file().write_text("mine")
    async with at(desks, "prepare") as hands:
        await hands.press("P", "enter", "down", "enter")
        assert hands.said.startswith("The plan is in ")
    assert home_file().read_text("utf-8") == desks.paper.page(planned)


async def test_enter_pressed_in_a_burst_replaces_nothing(desks: Desks) -> None:
    a_planned_interview(desks)
    home_file().write_text("mine")
    async with at(desks, "prepare") as hands:
        await hands.press("P")
        await hands.burst("enter", "enter", "enter", "enter")
    assert home_file().read_text() == "mine"


@pytest.mark.parametrize("file", ["", "/", "/no such folder/x.txt", "~nobody-is-called-so/x"])
async def test_a_place_that_cannot_be_is_told_beside_the_field(desks: Desks, file: str) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare") as hands:
        await hands.press("P")
        await hands.write(file)
        await hands.press("enter")
        assert isinstance(hands.app.screen, Form)
        assert hands.seen("#wrong-file")
        await hands.press("escape")
        assert not hands.toasts


async def test_a_notebook_is_never_written_over(desks: Desks) -> None:
    a_planned_interview(desks)
    before = desks.store.path.read_bytes()[:100]
    async with at(desks, "prepare") as hands:
        await hands.press("P")
        await hands.write(str(desks.store.path))
        await hands.press("enter", "down", "enter")
        assert "never replaced" in hands.said
    assert desks.store.path.read_bytes()[:100] == before


@pytest.mark.parametrize("size", SIZES)
async def test_the_file_is_in_sight_at_every_size(desks: Desks, size: tuple[int, int]) -> None:
    a_planned_interview(desks)
    async with at(desks, "prepare", size) as hands:
        await hands.press("P")
        assert "~/interview-Amina-Patel.txt" in hands.seen("#field-file")
