"""Nothing stands on the screen that is not stored: every edit, undo, paste and change of place."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.strip import Strip

from infotui.domain.kept import Kept, Place
from infotui.domain.text import clean
from infotui.tui.widgets.kept_area import KeptArea
from tests.tries import tries
from tests.tui.pilots import Hands, sitting

ONE, TWO, THREE = (Kept("research_note", "body", number) for number in (1, 2, 3))


class Watched(KeptArea):
    """An area that looks, whenever it draws, whether what it draws is stored."""

    def __init__(self, disk: dict[Place, str], **more: Any) -> None:
        super().__init__(disk.__setitem__, **more)
        self.disk = disk
        self.drawn_unstored: list[str] = []

    def render_line(self, y: int) -> Strip:
        if self.place is not None and self.disk.get(self.place) != self.text:
            self.drawn_unstored.append(self.text)
        return super().render_line(y)


class Desk(App[None]):
    """One area on a desk, and a disk that is a dict."""

    def __init__(self) -> None:
        super().__init__()
        self.disk: dict[Place, str] = {ONE: "first", TWO: "second", THREE: ""}
        self.area = Watched(self.disk, id="text")
        self.left = 0

    def compose(self) -> ComposeResult:
        yield self.area

    def on_mount(self) -> None:
        self.area.put(ONE, "first")

    def on_kept_area_left(self, event: KeptArea.Left) -> None:
        assert event.control is self.area
        self.left += 1


def in_app(do: Callable[[Hands, Desk], Awaitable[None]]) -> None:
    async def sit() -> None:
        desk = Desk()
        async with sitting(desk) as hands:
            await do(hands, desk)
        assert desk.area.drawn_unstored == []

    asyncio.run(sit())


def test_every_way_to_change_a_text_stores_it_at_once() -> None:
    async def change(_hands: Hands, desk: Desk) -> None:
        area, disk = desk.area, desk.disk
        area.insert(" and more")
        assert disk[ONE] == "first and more"
        area.replace("F", (0, 0), (0, 1))
        assert disk[ONE] == "First and more"
        area.delete((0, 5), (0, 14))
        assert disk[ONE] == "First"
        area.action_delete_left()
        assert disk[ONE] == "Firs"
        area.clear()
        assert disk == {ONE: "", TWO: "second", THREE: ""}

    in_app(change)


def test_every_key_is_stored_before_the_screen_shows_it() -> None:
    async def write(hands: Hands, desk: Desk) -> None:
        await hands.press("!", "enter", *"Öl", "backspace")
        assert desk.disk[ONE] == "first!\nÖ"
        await hands.burst(*"fast as one can", "ctrl+w")
        assert desk.disk[ONE] == "first!\nÖfast as one "
        assert "fast as one" in hands.text

    in_app(write)


def test_what_undo_and_redo_bring_back_is_stored_too() -> None:
    async def undo(hands: Hands, desk: Desk) -> None:
        await hands.paste(" line")
        await hands.press("ctrl+z")
        assert desk.disk[ONE] == desk.area.text == "first"
        await hands.press("ctrl+y")
        assert desk.disk[ONE] == desk.area.text == "first line"

    in_app(undo)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("a\x1b[31mb", "a[31mb"),
        ("a\x1b]52;c;Zm9v\x07b", "a]52;c;Zm9vb"),
        ("a\x9b31mb\x7f", "a31mb"),
        ("a\u202eb\u2066c", "abc"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\ud800b\x00c", "abc"),
        ("tab\tstays", "tab\tstays"),
        ("👩‍🔬 字", "👩‍🔬 字"),
        ("[b]x[/nope] {x}", "[b]x[/nope] {x}"),
    ],
)
def test_a_hostile_paste_is_cleaned_before_it_stands_anywhere(pasted: str, kept: str) -> None:
    async def paste(hands: Hands, desk: Desk) -> None:
        desk.area.put(THREE, "")
        await hands.paste(pasted)
        assert desk.disk[THREE] == desk.area.text == kept

    in_app(paste)


def test_to_show_another_place_stores_nothing_and_ends_the_undo() -> None:
    async def switch(hands: Hands, desk: Desk) -> None:
        await hands.paste("!")
        before = dict(desk.disk)
        for place, text in ((TWO, "second"), (THREE, ""), (ONE, "first!"), (TWO, "second")):
            desk.area.put(place, text)
            await hands.settle()
            await hands.press("ctrl+z")
            assert (desk.area.place, desk.area.text) == (place, text)
        assert desk.disk == before

    in_app(switch)


@pytest.mark.parametrize("text", ["a\u2028b", "a\x0bb", "one\r\ntwo\n"])
def test_not_even_a_text_that_was_never_cleaned(text: str) -> None:
    async def look(hands: Hands, desk: Desk) -> None:
        desk.disk[TWO] = text
        desk.area.put(TWO, text)
        await hands.settle()
        assert desk.disk[TWO] == text
        desk.area.drawn_unstored.clear()

    in_app(look)


def test_the_cursor_stands_at_the_end_of_what_is_put() -> None:
    async def look(hands: Hands, desk: Desk) -> None:
        desk.area.put(TWO, "two\nlines")
        await hands.press("!")
        assert desk.disk[TWO] == "two\nlines!"
        await hands.press("home")
        desk.area.put(TWO, "two\nlines!")  # the same again moves nothing
        await hands.press("?")
        assert desk.disk[TWO] == "two\n?lines!"

    in_app(look)


def test_what_cannot_be_written_takes_no_key() -> None:
    async def write(hands: Hands, desk: Desk) -> None:
        before = dict(desk.disk)
        desk.area.put(None, "only to read")
        await hands.press(*"abc", "backspace", "enter", "ctrl+z")
        await hands.paste("words")
        assert desk.area.text == "only to read"
        assert desk.disk == before
        desk.area.put(ONE, "first")
        await hands.press("!")
        assert desk.disk[ONE] == "first!"

    in_app(write)


def test_escape_says_that_the_person_is_done() -> None:
    async def leave(hands: Hands, desk: Desk) -> None:
        await hands.press("a", "escape")
        assert desk.left == 1
        assert desk.disk[ONE] == "firsta"

    in_app(leave)


@pytest.mark.xfail(strict=True, reason="it is wrapped anew but not drawn, if its lines are as many")
def test_a_new_width_shows_every_word() -> None:
    words = "No slides, no folders. Likes it when one draws. Always says when his time is up."

    async def resize(hands: Hands, desk: Desk) -> None:
        await hands.resize((70, 10))
        desk.area.put(TWO, words)
        await hands.settle()
        assert hands.seen("#text") == words
        await hands.resize((50, 10))
        assert hands.seen("#text") == words
        desk.area.drawn_unstored.clear()

    in_app(resize)


PLACES = st.sampled_from([ONE, TWO, THREE])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), st.text("ab \n字\x1b\u202e\t", min_size=1, max_size=6)),
        st.tuples(st.just("put"), PLACES),
        st.tuples(st.sampled_from(["undo", "redo", "back", "nowhere", "draw"]), st.none()),
    ),
    max_size=25,
)


@settings(max_examples=tries(15), deadline=None)
@given(STEPS)
def test_no_order_of_steps_writes_into_the_wrong_place(steps: list[tuple[str, Any]]) -> None:
    async def walk(hands: Hands, desk: Desk) -> None:
        model: dict[Place, str] = dict(desk.disk)
        for how, what in steps:
            await take(hands, desk, model, how, what)
            assert desk.disk == model
        await hands.settle()
        assert desk.disk == model

    in_app(walk)


async def take(hands: Hands, desk: Desk, model: dict[Place, str], how: str, what: Any) -> None:
    """Take one step, and bring the model to what must be stored after it."""
    area, here = desk.area, desk.area.place
    if how == "put":
        area.put(what, model[what])
    elif how == "nowhere":
        area.put(None, "nothing to write")
    elif how == "insert" and here is not None:
        area.insert(what)
        model[here] += clean(what)
        assert area.text == model[here]
    elif how == "back" and here is not None:
        area.action_delete_left()
        model[here] = area.text
    elif how in {"undo", "redo"} and here is not None:
        getattr(area, how)()
        await hands.settle()  # a key: whatever comes next comes after its message
        model[here] = area.text
    elif how == "draw":
        await hands.settle()
