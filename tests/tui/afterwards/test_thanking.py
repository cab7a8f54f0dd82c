"""Thanks and promises by keys: large to copy, sent, by the other way; kept, another day, given up with a word."""

import pytest

from infotui.services.desks import Desks
from infotui.tui.afterwards.thanking import ask_promise, ask_thank_you
from infotui.tui.dialogs.by_hand import ByHand
from infotui.tui.dialogs.choice import Choice
from infotui.tui.dialogs.draft import DraftDialog
from infotui.tui.dialogs.form import Form
from infotui.tui.frame import Frame
from tests.builders import a_contact, a_held_interview
from tests.tui.pilots import SMALL, Hands, at, stored

LINES = ("* she hires for curiosity", "it began in a garage", "! send her the list by fri",
         "< the salary tables")  # fmt: skip
STATE = "SELECT medium, state FROM thank_you"


def ask(hands: Hands, desks: Desks, how: object, number: int, done: list[int]) -> None:
    screen = hands.app.screen
    assert isinstance(screen, Frame)
    how(screen, desks, number, lambda: done.append(number))  # type: ignore[operator]


@pytest.fixture
def held(desks: Desks) -> Desks:
    """A talk with Jane, whose address is known."""
    a_held_interview(desks, *LINES, contact_id=a_contact(desks, "Jane Doe", address="Dock 1"))
    return desks


async def test_a_card_is_copied_by_hand_sent_and_taken_back(held: Desks) -> None:
    done: list[int] = []
    async with at(held, "contacts", SMALL) as hands:
        ask(hands, held, ask_thank_you, 1, done)
        await hands.settle()
        assert "Thank-you card to Jane Doe" in hands.text
        assert "Talk of Mon 23 Nov · Not begun · due Tue" in hands.text
        await hands.press("enter")
        assert isinstance(hands.app.screen, ByHand)
        assert "– you hire for curiosity" in hands.text
        await hands.press("escape")
        assert (stored(held, STATE), stored(held, "SELECT count(*) FROM draft")) == (
            [("card", "due")], [(0,)],
        )  # fmt: skip
        ask(hands, held, ask_thank_you, 1, done)
        await hands.settle()
        await hands.press("enter", "f8")
        assert "Jane Doe is thanked" in hands.said
        assert stored(held, STATE) == [("card", "sent")]
        assert stored(held, "SELECT kind, state, used_how FROM draft") == [
            ("thank-you-card", "used", "sent")
        ]
        await hands.press("u")
        assert stored(held, STATE) == [("card", "due")]
        assert done == [1, 1]


async def test_its_words_are_changed_first_and_then_shown_large(held: Desks) -> None:
    async with at(held, "contacts") as hands:
        ask(hands, held, ask_thank_you, 1, [])
        await hands.settle()
        await hands.press("down", "enter")
        assert isinstance(hands.app.screen, DraftDialog)
        assert "F12 shows it large" in hands.text
        await hands.press("x", "f12")
        assert isinstance(hands.app.screen, ByHand)
        assert "xDear Jane," in hands.text
        await hands.press("escape")
        assert isinstance(hands.app.screen, DraftDialog)
        await hands.press("escape")
        assert stored(held, STATE) == [("card", "drafted")]
        ask(hands, held, ask_thank_you, 1, [])
        await hands.settle()
        assert "Begun" in hands.text
        await hands.press("down", "enter", "f12", "f8")
        assert not isinstance(hands.app.screen, DraftDialog)
        assert stored(held, STATE) == [("card", "sent")]


async def test_a_mail_where_no_address_is_known_is_pointed_out(desks: Desks) -> None:
    a_held_interview(desks, contact_id=a_contact(desks, "Bo Lind"))
    done: list[int] = []
    async with at(desks, "contacts", SMALL) as hands:
        ask(hands, desks, ask_thank_you, 1, done)
        await hands.settle()
        assert "No postal address of Bo Lind is known: a mail" in hands.text
        await hands.press("down", "down", "enter")
        assert stored(desks, STATE) == [("card", "due")]
        ask(hands, desks, ask_thank_you, 1, done)
        await hands.settle()
        await hands.press("down", "down", "enter")
        assert stored(desks, STATE) == [("card", "sent")]
        ask(hands, desks, ask_thank_you, 1, done)
        await hands.settle()
        assert [value for value, _ in hands.rows("RowList")] == ["draft"]
        await hands.press("escape")
        assert done == [1, 1]


async def test_a_promise_of_mine_is_mailed_moved_and_withdrawn(held: Desks) -> None:
    done: list[int] = []
    async with at(held, "contacts") as hands:
        ask(hands, held, ask_promise, 1, done)
        await hands.settle()
        assert "send her the list by fri" in hands.text
        await hands.press("home", "down", "enter")
        assert isinstance(hands.app.screen, DraftDialog)
        assert "I made you a promise: send you the list." in hands.text.replace("\n", " ")
        await hands.press("f8")
        assert stored(held, "SELECT state FROM promise WHERE id = 1") == [("kept",)]
        await hands.press("u")
        ask(hands, held, ask_promise, 1, done)
        await hands.settle()
        await hands.press("up", "enter")
        assert isinstance(hands.app.screen, Form)
        await hands.write("no day at all")
        await hands.press("enter")
        assert "names no day to come" in hands.text
        await hands.write("next tue")
        assert "Tue 1 Dec" in hands.text
        await hands.press("enter")
        assert stored(held, "SELECT due FROM promise WHERE id = 1") == [("2026-12-01",)]
        ask(hands, held, ask_promise, 1, done)
        await hands.settle()
        await hands.press("enter", "enter")
        assert "A word why" in hands.text
        await hands.write("they have it")
        await hands.press("enter")
        assert stored(held, "SELECT state, why_not FROM promise WHERE id = 1") == [
            ("withdrawn", "they have it")
        ]
        assert done == [1, 1, 1]


async def test_theirs_is_received_or_let_go(held: Desks) -> None:
    done: list[int] = []
    async with at(held, "contacts", SMALL) as hands:
        ask(hands, held, ask_promise, 2, done)
        await hands.settle()
        assert isinstance(hands.app.screen, Choice)
        assert [value for value, _ in hands.rows("RowList")] == ["received", "day", "let go"]
        await hands.press("home", "enter")
        assert stored(held, "SELECT state FROM promise WHERE id = 2") == [("received",)]
        await hands.press("u")
        ask(hands, held, ask_promise, 2, done)
        await hands.settle()
        await hands.press("enter")
        await hands.write("forgotten")
        await hands.press("enter")
        assert stored(held, "SELECT state, why_not FROM promise WHERE id = 2") == [
            ("let go", "forgotten")
        ]
