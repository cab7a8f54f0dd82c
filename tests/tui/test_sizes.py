"""All eight screens draw the whole sample at every size, exactly as wide as the terminal, in no colour."""

import re

import pytest
from rich.cells import cell_len

from infotui.services.desks import Desks
from infotui.tui.routes import MODES
from tests.tui.pilots import SIZES, Hands, at

# What a screen must show of the sample wherever there is any room at all.
SHOWS = {
    "today": "Tobias Fenwick", "contacts": "Ana Brightwater", "prepare": "Why them",
    "research": "Tobias Fenwick", "questions": "Which piece of work", "live": "00:00 of 30",
    "followup": "Kasper Dunmore", "review": "June Akintola",
}  # fmt: skip


async def pictures(hands: Hands, size: tuple[int, int]) -> dict[str, str]:
    """Go through the eight screens and give each as text."""
    await hands.resize(size)
    shown = {}
    for _, mode, name in MODES:
        await hands.app.switch_mode(mode)
        await hands.settle()
        for strip in hands.strips():
            assert strip.cell_length == cell_len(strip.text) == size[0], mode
        lines = hands.lines()
        assert len(lines) == size[1]
        assert name in lines[0]
        assert re.search(r"(\?|F1) keys$", lines[-1].rstrip()), mode
        assert SHOWS[mode] in hands.text, mode
        shown[mode] = hands.text
    return shown


async def test_every_screen_at_every_size_with_and_without_colour(
    sample: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at(sample) as hands:
        coloured = [await pictures(hands, size) for size in SIZES]
        assert re.search(r"\x1b\[[0-9;]*3[0-9]", hands.output()), (
            "there is colour where there may be"
        )
    monkeypatch.setenv("NO_COLOR", "1")
    async with at(sample) as hands:
        assert hands.app.no_color
        plain = await pictures(hands, SIZES[1])
    # But for Research: its text is not drawn anew at a new width (see test_kept_area).
    assert {k: v for k, v in plain.items() if k != "research"} == {
        k: v for k, v in coloured[1].items() if k != "research"
    }


@pytest.mark.slow
async def test_a_size_nobody_works_at_breaks_nothing(sample: Desks) -> None:
    async with at(sample) as hands:
        for size in ((20, 8), (200, 60)):
            await hands.resize(size)
            for _, mode, _ in MODES:
                await hands.app.switch_mode(mode)
                await hands.settle()
                assert hands.mode == mode
                assert all(cell_len(text) == size[0] for text in hands.lines())
