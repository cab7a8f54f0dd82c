"""The dialog that asks with whom: what it offers, what it takes, and what it says when it cannot."""

import pytest
from textual.app import App
from textual.screen import Screen

from infotui.domain.errors import IllegalMoveError
from infotui.tui.dialogs.who import Known, Who
from tests.tui.pilots import SIZES, Hands, sitting

PEOPLE = (Known(1, "Amina Patel", "Northwind"), Known(2, "Joann Aminoff", ""),
          Known(3, "Bo [b]Lind[/b]", "{name}"))  # fmt: skip


class Door(App[None]):
    """An app that asks who it is."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: list[tuple[Known | None, str]] = []
        self.answers: list[object] = []
        self.refuses = ""

    def find(self, typed: str) -> list[Known]:
        """Find by any part of the name, as the notebook does."""
        return [row for row in PEOPLE if typed.strip().casefold() in row.name.casefold()]

    def begin(self, known: Known | None, name: str) -> str:
        if self.refuses:
            raise IllegalMoveError(self.refuses)
        self.begun.append((known, name))
        return "begun"

    def get_default_screen(self) -> Screen[None]:
        return Screen()

    def on_mount(self) -> None:
        self.push_screen(Who("Who is it?", self.find, self.begin), self.answers.append)


def offered(hands: Hands) -> list[tuple[int | None, str]]:
    return [(row.id, row.name) for row in hands.rows("#who-list")]


async def test_with_nothing_typed_one_can_begin_and_name_them_later() -> None:
    app = Door()
    async with sitting(app) as hands:
        assert hands.focused == "who-name"
        assert offered(hands) == [(None, "")]
        assert hands.seen("#who-list") == "Somebody named by the moment, for now"
        await hands.press("enter")
        assert (app.begun, app.answers) == ([(None, "")], ["begun"])


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("amin", [(1, "Amina Patel"), (2, "Joann Aminoff"), (None, "amin")]),
        ("AMINA", [(1, "Amina Patel"), (None, "AMINA")]),
        ("patel", [(1, "Amina Patel"), (None, "patel")]),
        ("ann", [(None, "ann")]),
        ("noff", [(None, "noff")]),
        ("  Ruth   Vale ", [(None, "Ruth Vale")]),
        ("   ", [(None, "")]),
    ],
)
async def test_who_is_meant_comes_first_and_somebody_new_last(
    typed: str, rows: list[tuple[int | None, str]]
) -> None:
    app = Door()
    async with sitting(app) as hands:
        await hands.write(typed)
        assert offered(hands) == rows
        await hands.press("enter")
        first = rows[0]
        known = next((row for row in PEOPLE if row.id == first[0]), None)
        assert app.begun == [(known, first[1])]


async def test_arrows_mark_another_and_typing_marks_the_first_again() -> None:
    app = Door()
    async with sitting(app) as hands:
        await hands.press(*"amin", "down", "down", "down")
        assert hands.row("#who-list") == Known(None, "amin", "somebody new")
        await hands.press("up")
        assert hands.row("#who-list").name == "Joann Aminoff"
        await hands.press("a")
        assert hands.row("#who-list").name == "Amina Patel"
        assert hands.focused == "who-name"


async def test_keys_faster_than_the_screen_choose_what_was_typed() -> None:
    app = Door()
    async with sitting(app) as hands:
        await hands.burst(*"amina", "enter", "enter")
        assert (app.begun, app.answers) == ([(PEOPLE[0], "Amina Patel")], ["begun"])


async def test_escape_begins_nothing() -> None:
    app = Door()
    async with sitting(app) as hands:
        await hands.press(*"amina", "escape")
        assert (app.begun, app.answers) == ([], [None])


async def test_what_cannot_be_is_said_beside_the_name_and_the_words_stay() -> None:
    app = Door()
    app.refuses = "Another interview is live. [b]End it first."
    async with sitting(app) as hands:
        await hands.press(*"Ruth", "enter")
        assert hands.seen("#who-wrong") == app.refuses
        assert (app.answers, hands.focused) == ([], "who-name")
        app.refuses = ""
        await hands.press("x")
        assert hands.seen("#who-wrong") == ""
        await hands.press("enter")
        assert app.begun == [(None, "Ruthx")]


@pytest.mark.parametrize("size", SIZES)
async def test_names_are_only_text_and_fit_every_size(size: tuple[int, int]) -> None:
    async with sitting(Door(), size) as hands:
        await hands.press(*"lind")
        assert "Bo [b]Lind[/b]" in hands.seen("#who-list")
        assert "{name}" in hands.seen("#who-list")
        assert {strip.cell_length for strip in hands.strips()} == {size[0]}
