"""An expected error becomes its sentence wherever it comes up, and whatever raised it goes on."""

from collections.abc import Callable

import pytest
from textual.app import App
from textual.message import Message
from textual.screen import Screen

from infotui.domain.errors import BadInputError, IllegalMoveError, InfotuiError
from infotui.tui.dialogs.choice import Choice
from infotui.tui.telling import TellsErrors
from tests.tui.pilots import sitting

SENTENCE = "That cannot be [/nope] just now."


class Ask(Message):
    """Do something that may not be."""

    def __init__(self, do: Callable[[], None]) -> None:
        super().__init__()
        self.do = do


class Desk(TellsErrors, Screen[None]):
    """Does what it is asked for."""

    def on_ask(self, ask: Ask) -> None:
        ask.do()


class Office(App[None]):
    """An office with one desk."""

    def on_mount(self) -> None:
        self.push_screen(Desk())


def refuse(error: InfotuiError | None = None) -> None:
    raise error or IllegalMoveError(SENTENCE)


@pytest.mark.parametrize("error", [IllegalMoveError(SENTENCE), BadInputError("name", SENTENCE)])
async def test_an_error_in_a_handler_is_told_and_the_next_message_is_heard(
    error: InfotuiError,
) -> None:
    heard: list[str] = []
    async with sitting(Office()) as hands:
        hands.app.screen.post_message(Ask(lambda: refuse(error)))
        hands.app.screen.post_message(Ask(lambda: heard.append("next")))
        await hands.settle()
        assert hands.toasts == [SENTENCE]
        assert heard == ["next"]


async def test_an_error_in_what_follows_a_dialog_is_told() -> None:
    async with sitting(Office()) as hands:
        desk = hands.app.screen
        assert isinstance(desk, Desk)
        desk.ask(Choice("Which?", [("one", "One")]), lambda _value: refuse())
        await hands.settle()
        await hands.press("enter")
        assert hands.toasts == [SENTENCE]
        assert hands.app.screen is desk


async def test_the_answer_of_a_dialog_is_handed_on() -> None:
    answers: list[str | None] = []
    async with sitting(Office()) as hands:
        desk = hands.app.screen
        assert isinstance(desk, Desk)
        for key in ("enter", "escape"):
            desk.ask(Choice("Which?", [("one", "One")]), answers.append)
            await hands.settle()
            await hands.press(key)
        assert answers == ["one", None]


async def test_a_fault_of_ours_stays_a_fault() -> None:
    def fail() -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError):
        async with sitting(Office()) as hands:
            hands.app.screen.post_message(Ask(fail))
            await hands.settle()
