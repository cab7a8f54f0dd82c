"""A live interview for tests: its clock is moved, its tick falls due, its log is read from the file."""

from datetime import timedelta
from typing import Any

from infotui.services.desks import Desks
from infotui.tui.screens.live import LiveScreen
from tests.builders import clock_of
from tests.tui.pilots import Hands, stored


def live_screen(hands: Hands) -> LiveScreen:
    """The live screen, in sight or not."""
    screen = hands.app._screen_stacks["live"][0]
    assert isinstance(screen, LiveScreen)
    return screen


async def tick(hands: Hands) -> None:
    """Let the screen's own timer fall due."""
    await hands.fire(live_screen(hands)._ticking)


async def pass_time(hands: Hands, desks: Desks, minutes: float) -> None:
    """Let time pass and the tick after it."""
    clock_of(desks).advance(timedelta(minutes=minutes))
    await tick(hands)


def log(desks: Desks) -> list[tuple[Any, ...]]:
    """The log of the talk: kind, mark, answer, minutes."""
    return stored(desks, "SELECT kind, mark, answer, minutes FROM segment ORDER BY id")


def notes(desks: Desks) -> list[tuple[Any, ...]]:
    """The notes of the talk: text, and the question each hangs on."""
    return stored(desks, "SELECT n.text, q.text FROM note n LEFT JOIN question q"
                         " ON q.id = n.question_id ORDER BY n.id")  # fmt: skip


def states(desks: Desks) -> list[str]:
    """The states of the questions, in order."""
    return [state for (state,) in stored(desks, "SELECT state FROM question ORDER BY position")]
