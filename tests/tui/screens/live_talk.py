"""A live interview for tests: its clock is moved, its tick falls due, its log is read from the file."""

from datetime import timedelta
from typing import Any

from infotui.services.desks import Desks
from infotui.tui.screens.live import LiveScreen
from tests.builders import clock_of
from tests.tui.pilots import Hands, stored

_TICKS_EVERY = timedelta(minutes=2)


def live_screen(hands: Hands) -> LiveScreen:
    """The live screen, in sight or not."""
    screen = hands.app._screen_stacks["live"][0]
    assert isinstance(screen, LiveScreen)
    return screen


async def tick(hands: Hands) -> None:
    """Let the screen's own timer fall due."""
    await hands.fire(live_screen(hands)._ticking)


async def pass_time(hands: Hands, desks: Desks, minutes: float) -> None:
    """Let time pass with a tick every two minutes: after more without one the screen asks why."""
    left = timedelta(minutes=minutes)
    while left > timedelta(0):
        step = min(left, _TICKS_EVERY)
        clock_of(desks).advance(step)
        await tick(hands)
        left -= step


async def sleep(hands: Hands, desks: Desks, minutes: float) -> None:
    """Let the machine sleep, or its clock be set, and the tick after it."""
    clock_of(desks).advance(timedelta(minutes=minutes))
    await tick(hands)


def log(desks: Desks, *, asked: bool = False) -> list[tuple[Any, ...]]:
    """The log of the talk: kind, mark, answer, minutes; which question was asked only on request."""
    rows = stored(desks, "SELECT kind, mark, answer, minutes FROM segment ORDER BY id")
    return [row for row in rows if asked or row[0] != "asked"]


def kinds(desks: Desks) -> list[str]:
    """What was logged, in order, but for the questions."""
    return [kind for kind, *_ in log(desks)]


def marks_shown(desks: Desks) -> list[str]:
    """The marks of time that were told, in order."""
    shown = [mark for kind, mark, *_ in log(desks) if kind == "shown"]
    return [mark for mark in shown if not mark.startswith("must")]


def notes(desks: Desks) -> list[tuple[Any, ...]]:
    """The notes of the talk: text, and the question each hangs on."""
    return stored(desks, "SELECT n.text, q.text FROM note n LEFT JOIN question q"
                         " ON q.id = n.question_id ORDER BY n.id")  # fmt: skip


def states(desks: Desks) -> list[str]:
    """The states of the questions, in order."""
    return [state for (state,) in stored(desks, "SELECT state FROM question ORDER BY position")]
