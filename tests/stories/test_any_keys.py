"""Somebody who presses anything: whatever comes, the program stands, fits, and stores what it shows."""

import random
from datetime import timedelta
from typing import Final

import pytest
from rich.cells import cell_len

from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.tui.widgets.kept_area import KeptArea
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    clock_of,
)
from tests.tui.pilots import SIZES, Hands, at, stored

_LETTERS: Final = "npertlgwomdsxabcskjKJu/[]?12345678H字é"
_NAMED: Final = (
    "enter", "enter", "enter", "escape", "escape", "tab", "shift+tab", "up", "down", "down", "home",
    "end", "pageup", "pagedown", "space", "backspace", "delete", "ctrl+g", "ctrl+z", "ctrl+y", "f1",
    "f2", "f3", "f4", "f5", "f6", "f7", "f8", "ctrl+w", "ctrl+u", "shift+up", "shift+down",
)  # fmt: skip
_PASTED: Final = (
    "thu 15:00",
    "25",
    "[/x]\x1b[2J\u202e",
    "a\nb\n! c",
    "> Jo Doe, why",
    "11:59",
    "x" * 300,
)


async def do_anything(hands: Hands, desks: Desks, chance: random.Random) -> None:
    """Press a key, or several at once, or paste, or let time pass, or drag the window."""
    keys = [chance.choice((*_LETTERS, *_NAMED)) for _ in range(4)]
    how = chance.random()
    if how < 0.06:
        await hands.paste(chance.choice(_PASTED))
    elif how < 0.1:
        clock_of(desks).advance(timedelta(minutes=chance.choice((1, 9, 30))))
    elif how < 0.13:
        await hands.resize(chance.choice(SIZES))
    elif how < 0.3:
        await hands.burst(*keys)
    else:
        await hands.press(keys[0])


def check_stored(hands: Hands, desks: Desks) -> None:
    """What stands in the text that has the focus is in the file."""
    area = hands.app.focused
    if not isinstance(area, KeptArea) or area.place is None:
        return
    place = area.place
    if isinstance(place, Kept):
        query = f"SELECT {place.field} FROM {place.noun} WHERE id = ?"
        assert stored(desks, query, place.id) == [(area.text,)]
    else:
        found = stored(desks, "SELECT text FROM unfinished WHERE place = ?", place.place)
        assert [text for (text,) in found] == ([area.text] if area.text else [])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_pressed_the_program_stands(
    desks: Desks, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_held_interview(desks, "they hire for curiosity", "! send the report")
    a_planned_interview(desks, a_contact(desks, "Bo Lind", "Civic Data"))
    if seed % 2:
        a_live_interview(desks, "hello", contact_id=1)
    chance = random.Random(seed)
    async with at(desks, size=SIZES[seed % 3]) as hands:
        monkeypatch.setattr(hands.app, "exit", lambda: None)  # q would end the walk
        for _ in range(90):
            await do_anything(hands, desks, chance)
            assert hands.app.is_running
            assert {strip.cell_length for strip in hands.strips()} == {hands.app.size.width}
            assert {cell_len(text) for text in hands.lines()} == {hands.app.size.width}
            check_stored(hands, desks)
