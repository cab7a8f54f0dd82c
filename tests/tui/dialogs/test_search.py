"""The search at the keyboard: asked as one types, completed, moved about in, left as it was opened."""

import asyncio
from typing import Any

import pytest
from rich.cells import cell_len
from textual.widgets import Input, TextArea

from infotui.domain.contact import ContactForm
from infotui.domain.errors import NotebookError
from infotui.domain.hit import Hit
from infotui.services.desks import Desks
from infotui.tui.dialogs.go_to import GoTo
from infotui.tui.dialogs.keys import AllKeys
from infotui.tui.dialogs.search import SearchDialog, _offered
from infotui.tui.palette import Palette
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
)  # fmt: skip
from tests.tui.pilots import SIZES, SMALL, USUAL, Hands, at
from tests.tui.searches import answered, search_of, sought


async def test_it_finds_as_one_types_and_shows_more_of_the_place_where_there_is_room(
    desks: Desks,
) -> None:
    a_held_interview(desks, "before it", "* zebras are rare #market", "after it")
    async with at(desks) as hands:
        await hands.press("ctrl+f")
        assert hands.focused == "search-line"
        assert "from:" in hands.seen("#search-help")
        await hands.press(*"zebr")
        await answered(hands)
        hits = hands.rows("#search-list")
        assert hits
        assert all("zebra" in hit.words for hit in hits)
        assert "* finding Amina Patel" in hands.seen("#search-list")
        assert "place" in hands.lines()[-1]
        detail = hands.seen("#search-passage")
        assert (
            detail.index("before it") < detail.index("zebras are rare") < detail.index("after it")
        )
        for size in (USUAL, SMALL):
            await hands.resize(size)
            assert "zebras are rare" in hands.seen("#search-list")
            assert hands.seen("#search-detail") == ""
        for letter in "qx":
            await hands.press(letter)
        await answered(hands)
        assert "Nothing in this notebook has that." in hands.seen("#search-list")
        await hands.press(*["backspace"] * 6)
        assert "from:" in hands.seen("#search-help")


async def test_what_matched_is_bold_and_underlined_so_that_it_needs_no_colour(
    desks: Desks,
) -> None:
    a_held_interview(desks, "zebras are rare")
    async with at(desks) as hands:
        await sought(hands, "zebras")
        found = [
            segment.style
            for strip in hands.strips()
            for segment in strip
            if segment.text == "zebras" and segment.style is not None and segment.style.underline
        ]
        assert found
        assert all(style.bold for style in found)


async def test_one_moves_down_and_up_and_types_on_from_the_results(desks: Desks) -> None:
    a_held_interview(desks, "apples one", "apples two", "apples three")
    async with at(desks) as hands:
        await sought(hands, "apples")
        await hands.press("down")
        assert (hands.focused, search_of(hands)._list.cursor) == ("search-list", 0)
        await hands.press("down")
        assert search_of(hands)._list.cursor == 1
        await hands.press("up", "up")
        assert hands.focused == "search-line"
        await hands.press("down", "space", "j", "k")
        await answered(hands)
        assert hands.focused == "search-line"
        assert search_of(hands)._line.value == "apples jk"
        await hands.press("backspace", "backspace", *"two")
        await answered(hands)
        assert {"two" in hit.words for hit in hands.rows("#search-list")} == {True}
        await hands.press("down", "backspace")
        assert search_of(hands)._line.value == "apples tw"
        await hands.press("f1")
        assert isinstance(hands.app.screen, AllKeys)
        assert "Go to the very line" in hands.text
        await hands.press("escape", "ctrl+f", "x")  # once more: the next word takes its place
        assert search_of(hands)._line.value == "x"


async def test_what_is_offered_is_taken_by_tab_or_by_the_right_arrow(desks: Desks) -> None:
    a_contact(desks, "Zora Quist")
    async with at(desks) as hands:
        await hands.press("ctrl+f", *"fro")
        assert "from:" in hands.seen("#search-offer")
        await hands.press("tab")
        assert search_of(hands)._line.value == "from:"
        await hands.press(*"zor")
        assert "Zora Quist" in hands.seen("#search-offer")
        await hands.press("right")
        assert "Zora Quist" in search_of(hands)._line.value
        assert "Tab" not in hands.seen("#search-offer")
        await answered(hands)
        await hands.write("")
        await hands.press("tab")  # nothing is offered, nothing is found: it stays where it is
        assert hands.focused == "search-line"


async def test_enter_pressed_before_the_answer_goes_as_soon_as_it_is_there(desks: Desks) -> None:
    a_held_interview(desks, "apples", "pears")
    async with at(desks) as hands:
        await hands.press("ctrl+f")
        dialog = search_of(hands)
        await hands.burst(*"pears", "enter")
        if isinstance(hands.app.screen, SearchDialog):
            assert dialog.latest is not None
            await asyncio.to_thread(dialog.latest.rest)
            await hands.settle()
        assert hands.mode == "review"
        assert hands.row("#talk").note.text == "pears"


class Slow:
    """A connection that answers when it is let, and says what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.closed = 0

    def find(self, text: str, limit: int = 50) -> Any:
        self.asked.append(text)
        if text.startswith("bad"):
            raise NotebookError("The notebook cannot be read just now.")
        if text.startswith("worse"):
            raise OSError("broken")
        return None

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        self.closed += 1


async def test_an_error_is_a_sentence_and_the_connection_is_closed(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow()
    monkeypatch.setattr(desks.search, "searching", lambda: slow)
    async with at(desks) as hands:
        await sought(hands, "bad")
        assert "The notebook cannot be read just now." in hands.seen("#search-remark")
        await sought(hands, "worse")
        assert "That could not be searched for (broken)" in hands.seen("#search-remark")
        await sought(hands, "none")
        assert "That could not be searched for. Nothing is lost" in hands.seen("#search-remark")
        await hands.press("enter", "escape")
        assert slow.closed == 1
        assert not isinstance(hands.app.screen, SearchDialog)


async def test_a_search_that_cannot_begin_says_so(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise NotebookError("The notebook is gone.")

    monkeypatch.setattr(desks.search, "searching", none)
    async with at(desks) as hands:
        await hands.press("ctrl+f")
        assert "The notebook is gone." in hands.text
        await hands.press("x", "enter", "escape")
        assert not isinstance(hands.app.screen, SearchDialog)


async def test_more_is_read_at_the_end_of_what_is_shown(desks: Desks) -> None:
    a_held_interview(desks, *(f"apples {n}" for n in range(60)))
    async with at(desks) as hands:
        assert len(await sought(hands, "apples")) == 50
        assert "there are more" in hands.lines()[-1]
        await hands.press("down", "end")
        await answered(hands)
        assert len(hands.rows("#search-list")) == 60
        assert search_of(hands)._list.cursor == 49
        assert "60 places" in hands.lines()[-1]


HOSTILE = (
    "\x1b[31mred\x1b[0m zebras", "[bold]zebras[/bold] [@click=app.quit]x[/]", "zebras \u202eesrever",
    "漢字 zebras 👩‍👩‍👧 e\u0301", "שלום zebras", "zebras" + "\u0301" * 30,
)  # fmt: skip


async def test_hostile_words_are_words(desks: Desks) -> None:
    a_contact(desks, "[red]Zebras[/red]", "\u202eNorth")
    a_held_interview(desks, *HOSTILE, contact_id=1)
    async with at(desks) as hands:
        for size in SIZES:
            await hands.resize(size)
            hits = await sought(hands, "zebras")
            assert len(hits) >= len(HOSTILE)
            assert "[bold]zebras[/bold]" in hands.text
            for bad in ("\x1b[31m", "\u202e"):
                assert bad not in hands.text
                assert bad not in hands.output()
        for odd in (
            '"',
            "(((",
            "* OR NOT",
            "%_\\",
            "\u202e",
            "a" * 10_000,
            "👩‍👩‍👧",
            "from:",
            "-",
            "#",
        ):
            await sought(hands, odd)
            assert isinstance(hands.app.screen, SearchDialog)
        await hands.press("escape")


async def test_what_was_sought_is_offered_again(desks: Desks) -> None:
    a_held_interview(desks, "apples")
    async with at(desks) as hands:
        await sought(hands, "apples")
        await hands.press("escape", "ctrl+f")
        assert hands.rows("#search-list") == ["apples"]
        await hands.press("enter")
        await answered(hands)
        assert search_of(hands)._line.value == "apples"
        assert isinstance(hands.row("#search-list"), Hit)


def _state(hands: Hands) -> tuple[Any, ...]:
    field = hands.app.focused
    assert isinstance(field, Input | TextArea), f"the focus is on {field}"
    text = field.value if isinstance(field, Input) else field.text
    return (hands.mode, list(hands.app.screen_stack), field, text, field.selection)


FIELDS = (
    ("2", ("/",)), ("2", ("n",)), ("2", ("a",)), ("3", ("w",)), ("4", ("n",)), ("4", ("n", "tab")),
    ("4", ("/",)), ("5", ("n",)), ("5", ("/",)), ("8", ("/",)), ("8", ("b",)),
)  # fmt: skip


async def test_it_gives_every_field_back_as_it_was(desks: Desks) -> None:
    a_held_interview(desks, "x")
    a_planned_interview(desks, 1)
    async with at(desks) as hands:
        for digit, keys in FIELDS:
            await hands.press("ctrl+g", digit, *keys)
            await hands.press(*"ab", "left")
            before = _state(hands)
            await sought(hands, "apples")
            await hands.press("down", "escape")
            assert _state(hands) == before, (digit, keys)
            await hands.press("c")
            assert "acb" in _state(hands)[3]
            await hands.press("escape", "escape")


async def test_over_the_live_screen_nothing_is_lost_and_the_clock_goes_on(desks: Desks) -> None:
    talk = a_live_interview(desks, "apples", "pears")
    async with at(desks, "live") as hands:
        await hands.press(*"half a line", "left")
        before = _state(hands)
        await sought(hands, "apples")
        later(desks, minutes=3)
        await hands.press("escape")
        assert _state(hands) == before
        assert "5:00" in hands.text  # two notes, one a minute, and three minutes more
        await hands.press("x", "enter")
        assert desks.live.sheet(talk).notes[-1].text == "half a linxe"


async def test_with_nothing_private_shown_the_search_begins_calm(desks: Desks) -> None:
    a_held_interview(desks, "apples", contact_id=a_contact(desks, "Zora Quist"))
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await sought(hands, "apples")
        await hands.press("escape", "f9", "ctrl+f")
        assert "Zora" not in hands.text
        assert "apples" not in hands.text
        assert "from:" in hands.text
        await hands.press("escape")
        assert hands.app.screen.has_class("-quiet")


async def test_it_comes_over_what_only_waits_for_a_key(desks: Desks) -> None:
    async with at(desks) as hands:
        for key, waits in (("ctrl+g", GoTo), ("f1", AllKeys), ("ctrl+p", Palette)):
            await hands.press(key)
            assert isinstance(hands.app.screen, waits)
            await hands.press("ctrl+f")
            assert isinstance(hands.app.screen, SearchDialog)
            await hands.press("escape")
            assert len(hands.app.screen_stack) == 1
        assert desks.contacts.add(ContactForm(name="Still Alive"))


def test_an_offer_is_shown_whole_or_not_at_all() -> None:
    options = ("kind:finding", 'kind:"their promise"', "kind:lead")
    for width in range(8, 60):
        shown = "".join(word for word, _ in _offered(options, width).left)
        assert cell_len(shown) <= width
        assert shown.count("…") == (width < 16)
        assert all(part in options or width < 16 for part in shown[4:].split("   "))
