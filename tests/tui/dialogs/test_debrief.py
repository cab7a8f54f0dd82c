"""The debrief's dialog: every key of it is stored, Tab goes round its parts, Escape leaves it for later."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from infotui.domain.debrief import DebriefRow
from infotui.domain.errors import IllegalMoveError
from infotui.domain.finding import as_finding, as_plain
from infotui.domain.kept import Kept, Place
from infotui.domain.note import NoteRow
from infotui.services.desks import Desks
from infotui.tui.dialogs.debrief import DebriefDialog, Deeds
from infotui.tui.dialogs.keys import AllKeys
from tests.tries import some
from tests.tui.pilots import SIZES, Hands, at

ROW = DebriefRow(7, 3, "", "the close", "", None, "due", date(2026, 11, 24))
LINES = ("grew up near here", "> Jane Doe", "* they hire for curiosity #gap", "! send it")
AT = datetime(2026, 11, 23, 10, tzinfo=UTC)


class Book:
    """What a debrief is written into, without a notebook behind it."""

    def __init__(self, *lines: str, trouble: str = "") -> None:
        self.disk: dict[Place, str] = {}
        self.confidence: list[int | None] = []
        self.lines = list(lines)
        self.answers: list[str | None] = []
        self.finished = 0
        self.trouble = trouble

    @property
    def notes(self) -> list[NoteRow]:
        return [
            NoteRow(i, str(i), None, AT, timedelta(minutes=i), "note", text)
            for i, text in enumerate(self.lines)
        ]

    def turn(self, note: NoteRow) -> Sequence[NoteRow]:
        text = self.lines[note.id]
        self.lines[note.id] = as_plain(text) if text.startswith("*") else as_finding(text)
        return self.notes

    def next_kind(self, note: NoteRow) -> Sequence[NoteRow]:
        self.lines[note.id] = as_finding(self.lines[note.id], "market")
        return self.notes

    def finish(self) -> None:
        if self.trouble:
            raise IllegalMoveError(self.trouble)
        self.finished += 1

    def dialog(self, row: DebriefRow = ROW) -> DebriefDialog:
        deeds = Deeds(
            keep=self.disk.__setitem__,
            latest=self.disk.get,  # type: ignore[arg-type]
            set_confidence=self.confidence.append,
            turn=self.turn,
            next_kind=self.next_kind,
            finish=self.finish,
        )
        return DebriefDialog("Amina [/x]", row, self.notes, deeds)


async def ask(hands: Hands, book: Book) -> None:
    hands.app.push_screen(book.dialog(), book.answers.append)
    await hands.settle()


async def test_every_key_is_stored_in_the_text_it_was_typed_into(desks: Desks) -> None:
    book = Book()
    async with at(desks) as hands:
        await ask(hands, book)
        await hands.press("a")
        assert book.disk == {Kept("debrief", "learned", 7): "a"}
        await hands.press("tab", "!", "tab", "f", "space", "1", "?")
        assert book.disk == {
            Kept("debrief", "learned", 7): "a",
            Kept("debrief", "went_well", 7): "the close!",
            Kept("debrief", "differently", 7): "f 1?",
        }
        assert (book.confidence, book.answers) == ([], [])


async def test_tab_goes_round_its_parts_and_back(desks: Desks) -> None:
    async with at(desks) as hands:
        await ask(hands, Book(*LINES))
        round_ = []
        for _ in range(5):
            round_.append(hands.focused)
            await hands.press("tab")
        assert round_ == [
            "debrief-learned", "debrief-went_well", "debrief-differently", "confidence",
            "debrief-notes",
        ]  # fmt: skip
        assert hands.focused == "debrief-learned"
        await hands.press("shift+tab")
        assert hands.focused == "debrief-notes"


async def test_confidence_is_chosen_with_a_digit(desks: Desks) -> None:
    book = Book()
    async with at(desks) as hands:
        await ask(hands, book)
        await hands.press("tab", "tab", "tab", "4")
        assert book.confidence == [4]
        assert "[4] 5 sure" in hands.seen("#confidence")


@pytest.mark.parametrize("key", ["f", "space", "enter"])
async def test_one_key_makes_a_finding_and_takes_it_away(desks: Desks, key: str) -> None:
    book = Book(*LINES)
    async with at(desks) as hands:
        await ask(hands, book)
        await hands.press("shift+tab", key)
        assert book.lines[0] == "* grew up near here"
        assert "* grew up near here career" in hands.seen("#debrief-notes")
        await hands.press(key)
        assert book.lines[0] == "grew up near here"
        assert "career" not in hands.seen("#debrief-notes")


async def test_a_second_click_makes_one_too(desks: Desks) -> None:
    book = Book(*LINES)
    async with at(desks) as hands:
        await ask(hands, book)
        await hands.click("#debrief-notes", offset=(12, 2), times=2)
        assert book.lines[2] == "they hire for curiosity #gap"


async def test_c_changes_the_kind_and_the_cursor_passes_over_what_is_no_finding(
    desks: Desks,
) -> None:
    book = Book(*LINES)
    async with at(desks) as hands:
        await ask(hands, book)
        assert "* they hire for curiosity gap" in hands.seen("#debrief-notes")
        await hands.press("shift+tab", "down", "c")
        assert book.lines[2] == "* they hire for curiosity #market"
        assert "* they hire for curiosity market" in hands.seen("#debrief-notes")
        await hands.press("down", "down")
        assert hands.row("#debrief-notes").id == 2


async def test_where_no_note_can_be_one_the_keys_do_nothing(desks: Desks) -> None:
    for lines in ((), ("> Jane Doe",)):
        book = Book(*lines)
        async with at(desks) as hands:
            await ask(hands, book)
            await hands.press("shift+tab", "f", "c", "space", "enter")
            assert tuple(book.lines) == lines
            assert ("No notes in this talk." in hands.text) == (not lines)


async def test_escape_leaves_it_for_later_from_every_part(desks: Desks) -> None:
    async with at(desks) as hands:
        for tabs in range(5):
            book = Book(*LINES)
            await ask(hands, book)
            await hands.press(*["tab"] * tabs, "escape")
            assert (book.answers, book.finished) == (["later"], 0)
            assert len(hands.app.screen_stack) == 1


@pytest.mark.parametrize("tabs", some(range(5), 0, 3))
async def test_f8_is_done_from_every_part_and_only_once(desks: Desks, tabs: int) -> None:
    book = Book(*LINES)
    async with at(desks) as hands:
        await ask(hands, book)
        await hands.press(*["tab"] * tabs)
        await hands.burst("f8", "f8", "escape")
        assert (book.answers, book.finished) == (["written"], 1)


async def test_what_cannot_be_finished_stays_open_and_says_why(desks: Desks) -> None:
    book = Book(trouble="Nothing is written in this debrief yet.")
    async with at(desks) as hands:
        await ask(hands, book)
        await hands.press("f8")
        assert hands.said == "Nothing is written in this debrief yet."
        assert isinstance(hands.app.screen, DebriefDialog)
        await hands.press("x", "escape")
        assert book.answers == ["later"]
        assert book.disk == {Kept("debrief", "learned", 7): "x"}


async def test_looking_stores_nothing(desks: Desks) -> None:
    book = Book(*LINES)
    async with at(desks) as hands:
        await ask(hands, book)
        await hands.press("tab", "tab", "tab", "tab", "down", "escape")
        assert (book.disk, book.confidence, tuple(book.lines)) == ({}, [], LINES)


async def test_everything_it_asks_is_in_sight_on_every_size(desks: Desks) -> None:
    book = Book(*LINES)
    async with at(desks) as hands:
        await ask(hands, book)
        await hands.press(*"two words")
        for size in SIZES:
            await hands.resize(size)
            for words in (
                "Debrief · Amina [/x]", "What did I learn?", "two words", "What went well?",
                "the close", "What would I do differently?", "Confidence", "f makes a finding",
                "grew up near here", "they hire for curiosity", "Tab next · F8 done · Escape later",
            ):  # fmt: skip
                assert words in hands.text, f"{words} at {size}"
            for field in ("learned", "went_well", "differently"):
                assert len(hands.seen_lines(f"#debrief-{field}")) >= 2


async def test_f1_explains_its_keys(desks: Desks) -> None:
    async with at(desks) as hands:
        await ask(hands, Book(*LINES))
        await hands.press("shift+tab", "f1")
        assert isinstance(hands.app.screen, AllKeys)
        shown = {words for _, words in hands.rows("RowList")}
        assert {
            "The debrief is written",
            "Make a finding of this note, or a plain note of it again",
        } <= shown
