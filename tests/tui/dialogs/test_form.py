"""A form: its fields by keys, its remarks beside the field, and that nothing is lost or done twice."""

from collections.abc import Mapping
from typing import Any

import pytest
from textual.widgets import Input

from infotui.domain.errors import BadInputError, IllegalMoveError
from infotui.services.desks import Desks
from infotui.tui.dialogs.form import Field, Form
from tests.tui.pilots import SIZES, Hands, at

FIELDS = (
    Field("name", "Name", "", "Amina Patel"),
    Field("email", "E-mail", "a@b.example"),
    Field("field", "Field of work", "", "", ("energy", "public data")),
)


class Clerk:
    """Takes a form, or says why not."""

    def __init__(self) -> None:
        self.taken: list[dict[str, str]] = []
        self.results: list[Any] = []
        self.kept: list[tuple[str, str]] = []

    def take(self, values: Mapping[str, str]) -> str:
        if not values["name"]:
            raise BadInputError("name", "A contact needs a name.")
        if "@" not in values["email"]:
            raise BadInputError("email", "“[x]” is no e-mail address.")
        if values["field"] == "closed":
            raise IllegalMoveError("That cannot be just now.")
        if values["field"] == "odd":
            raise BadInputError("nothing like it", "That cannot be meant.")
        self.taken.append(dict(values))
        return "taken"

    async def ask(self, hands: Hands, **more: Any) -> Form:
        form = Form("New contact", FIELDS, self.take, **more)
        hands.app.push_screen(form, self.results.append)
        await hands.settle()
        return form


@pytest.fixture
def clerk() -> Clerk:
    return Clerk()


async def test_it_begins_on_the_first_line_and_shows_what_is_known(
    desks: Desks, clerk: Clerk
) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands, note="From before: [b]x")
        assert hands.focused == "field-name"
        seen = hands.seen("#form-box")
        for words in ("New contact", "From before: [b]x", "Name", "Amina Patel", "a@b.example"):
            assert words in seen


async def test_tab_and_arrows_go_through_the_lines(desks: Desks, clerk: Clerk) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands)
        visited = []
        for key in ("tab", "down", "tab", "shift+tab", "up"):
            await hands.press(key)
            visited.append(hands.focused.removeprefix("field-"))
        assert visited == ["email", "field", "name", "field", "email"]


async def test_enter_hands_it_in_from_any_line(desks: Desks, clerk: Clerk) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands)
        await hands.paste("Ruth")
        await hands.press("tab", "enter")
        assert clerk.taken == [{"name": "Ruth", "email": "a@b.example", "field": ""}]
        assert clerk.results == ["taken"]
        assert not hands.app.screen.query(Form)


async def test_escape_leaves_it_and_hands_nothing_in(desks: Desks, clerk: Clerk) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands)
        await hands.paste("Ruth")
        await hands.press("escape")
        assert (clerk.taken, clerk.results) == ([], [None])


async def test_a_remark_stands_under_its_field_until_that_is_changed(
    desks: Desks, clerk: Clerk
) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands)
        await hands.press("enter")
        assert hands.seen("#wrong-name") == "A contact needs a name."
        await hands.paste("Ruth")
        assert hands.seen("#wrong-name") == ""
        await hands.press("tab")
        await hands.write("nowhere")
        await hands.press("shift+tab", "enter")
        assert hands.focused == "field-email"
        for size in SIZES:
            await hands.resize(size)
            assert hands.seen("#wrong-email") == "“[x]” is no e-mail address."
        assert "Ruth" in hands.seen("#form-box")
        assert (clerk.taken, clerk.results) == ([], [])


@pytest.mark.parametrize(
    ("word", "sentence"), [("closed", "That cannot be just now."), ("odd", "That cannot be meant.")]
)
async def test_a_remark_about_no_field_stands_under_the_first(
    desks: Desks, clerk: Clerk, word: str, sentence: str
) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands)
        await hands.paste("Ruth")
        await hands.press("tab", "tab")
        await hands.paste(word)
        await hands.press("enter")
        assert hands.seen("#wrong-name") == sentence
        assert clerk.taken == []


async def test_every_key_is_kept(desks: Desks, clerk: Clerk) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands, keep=lambda name, text: clerk.kept.append((name, text)))
        await hands.press("R", "u")
        await hands.press("tab", "backspace")
        typed = [("name", "R"), ("name", "Ru"), ("email", "a@b.exampl")]
        assert [entry for entry in clerk.kept if entry != ("email", "a@b.example")] == typed


async def test_what_was_not_typed_is_not_kept(desks: Desks, clerk: Clerk) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands, keep=lambda name, text: clerk.kept.append((name, text)))
        assert clerk.kept == []


async def test_a_known_word_is_completed(desks: Desks, clerk: Clerk) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands)
        await hands.press("tab", "tab", "E", "n")
        assert "energy" in hands.seen("#field-field").casefold()
        await hands.press("right")
        assert hands.app.screen.query_one("#field-field", Input).value == "energy"


async def test_enter_pressed_twice_hands_it_in_once(desks: Desks, clerk: Clerk) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands)
        await hands.burst(*"Ruth", "enter", "enter")
        assert len(clerk.taken) == 1
        assert clerk.results == ["taken"]


async def test_escape_pressed_twice_leaves_it_once(desks: Desks, clerk: Clerk) -> None:
    async with at(desks) as hands:
        await clerk.ask(hands)
        await hands.burst("escape", "escape")
        assert clerk.results == [None]
        assert len(hands.app.screen_stack) == 1


async def test_markup_in_what_is_asked_is_only_text(desks: Desks) -> None:
    async with at(desks) as hands:
        odd = "[/nope] [@click=app.quit]x[/]"
        fields = [Field("one", odd, odd, odd)]
        hands.app.push_screen(Form(odd, fields, lambda values: values, note=odd))
        await hands.settle()
        assert hands.seen("#form-box").count(odd) == 4
        await hands.write("")
        assert hands.seen("#form-box").count(odd) == 4  # the value gave way to the hint


@pytest.mark.parametrize("answer", ["escape", "enter"])
async def test_going_elsewhere_right_behind_the_answer_leaves_a_form_that_can_be_left(
    desks: Desks, answer: str
) -> None:
    async with at(desks, "contacts") as hands:
        await hands.press("n")
        await hands.paste("Ruth")
        await hands.burst(answer, "ctrl+g", "1")
        await hands.press("escape", "ctrl+g", "2")
        assert hands.mode == "contacts"
        await hands.press("escape")
        assert not isinstance(hands.app.screen, Form)
        assert len(hands.app.screen_stack) == 1


async def test_what_is_understood_is_said_below_a_line_and_never_an_error_before_enter(
    desks: Desks, clerk: Clerk
) -> None:
    def echo(text: str) -> str:
        return f"[b]{text}[/nope] is understood" if len(text) > 2 else ""

    async with at(desks) as hands:
        form = Form("When", [Field("name", "Name", "", "so or so", echo=echo)], clerk.take)
        hands.app.push_screen(form, clerk.results.append)
        await hands.settle()
        said = form.query_one("#echo-name")
        assert hands.seen("#echo-name") == ""
        await hands.press("a")
        assert (hands.seen("#echo-name"), said.has_class("unclear")) == ("so or so", True)
        await hands.press("b", "c")
        assert hands.seen("#echo-name") == "[b]abc[/nope] is understood"
        assert not said.has_class("unclear")
        await hands.paste("long words " * 20)
        height = said.size.height
        assert height > 2
        await hands.write("a")
        assert said.size.height == height  # the box does not jump at each key
