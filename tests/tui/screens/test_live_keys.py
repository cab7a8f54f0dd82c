"""The keys of the live screen: none takes the focus from the line, none loses a letter of it."""

from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import ModalScreen

from infotui.services.desks import Desks
from infotui.tui.screens.live import LiveScreen
from infotui.tui.widgets.note_line import NoteLine
from tests.builders import a_live_interview
from tests.tries import some
from tests.tui.pilots import Hands, at, stored
from tests.tui.screens.live_talk import live_screen, notes

KEYS = [
    key for binding in LiveScreen.BINDINGS if isinstance(binding, Binding)
    for key in binding.key.split(",")
]  # fmt: skip
PARKS, TAKES_BACK = "ctrl+l", "ctrl+r"
QUIET = [key for key in KEYS if key not in {PARKS, TAKES_BACK} and len(key) > 1]
TELLING = {
    "escape",
    "f2",
    "f7",
    "ctrl+o",
    "pageup",
    PARKS,
    TAKES_BACK,
}  # each opens or moves another part


def told(keys: list[str]) -> list[Any]:
    """All keys, of which the plain run tries the telling ones."""
    return some(keys, *(place for place, key in enumerate(keys) if key in TELLING))


async def press_and_leave(hands: Hands, key: str) -> None:
    """Press a key, and Escape what it opened or began."""
    await hands.press(key)
    if not isinstance(hands.app.screen, ModalScreen):
        assert hands.focused == "line"
    await hands.press("escape")
    assert hands.focused == "line"


def line_of(hands: Hands, desks: Desks) -> str:
    """What stands in the line, and is stored."""
    text = live_screen(hands).query_one("#line", NoteLine).text
    assert "".join(text for (text,) in stored(desks, "SELECT text FROM unfinished")) == text
    return text


@pytest.mark.parametrize("key", told(KEYS))
async def test_every_key_leaves_the_focus_on_the_line_and_each_letter_in_it(
    desks: Desks, key: str
) -> None:
    a_live_interview(desks, "> Jane Doe, fuel cells", "hello")
    desks.live.settle_and_go_on(1, "skipped")  # nothing that was written would be taken back
    typed = key if len(key) == 1 else ""  # a letter is a letter here
    async with at(desks, "live") as hands:
        await press_and_leave(hands, key)
        await hands.press("a", "b")
        await press_and_leave(hands, key)
        await hands.press("c", "d")
        kept = [text for text, _ in notes(desks)][2:]
        if key == PARKS:
            assert (kept, line_of(hands, desks)) == (["? ab"], "cd")
        elif key == TAKES_BACK:  # the first time the question, then the note before it
            assert (kept, line_of(hands, desks)) == ([], "hello\nabcd")
        else:
            assert (kept, line_of(hands, desks)) == ([], f"{typed}ab{typed}cd")


@pytest.mark.parametrize("key", told(QUIET))
async def test_a_key_amid_a_fast_hand_parts_no_word(desks: Desks, key: str) -> None:
    a_live_interview(desks, "hello")
    async with at(desks, "live") as hands:
        await hands.burst(*"ab", key, "escape", *"cd")
        assert hands.focused == "line"
        assert line_of(hands, desks) == "abcd"


def test_no_key_of_it_is_a_letter_but_the_one_of_the_chooser() -> None:
    assert [key for key in KEYS if len(key) == 1] == ["n"]
