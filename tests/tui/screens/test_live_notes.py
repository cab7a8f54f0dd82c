"""The note line of a live interview: signs, storing, restarts, and what one cannot type wrong."""

import asyncio
import sqlite3

import pytest

from infotui.services.desks import Desks
from infotui.storage import keystrokes
from tests.builders import a_live_interview, clock_of, open_desks, reopened
from tests.tui.pilots import SMALL, at, stored
from tests.tui.screens.live_talk import log, notes, states

SIGNS = [
    ("> Jane Doe, fuel cells", "lead", "SELECT name, why FROM lead", ("Jane Doe", "fuel cells")),
    ("! send the report", "my promise", "SELECT whose, text FROM promise",
     ("mine", "send the report")),
    ("< she sends a link", "their promise", "SELECT whose, text FROM promise",
     ("theirs", "she sends a link")),
    ("$ analyst, not posted", "opening", "SELECT text FROM opening", ("analyst, not posted",)),
    ("* they hire for curiosity", "finding", "SELECT text FROM finding",
     ("they hire for curiosity",)),
    ("& the wind atlas", "resource", "SELECT text FROM resource", ("the wind atlas",)),
    ("? who pays", "arisen", "SELECT text, origin FROM question WHERE origin = 'arisen'",
     ("who pays", "arisen")),
    ("^ what would I earn", "asked of me", "SELECT text FROM note", ("^ what would I earn",)),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind", "query", "row"), SIGNS, ids=[s[1] for s in SIGNS])
async def test_a_sign_makes_a_line_an_item(
    desks: Desks, line: str, kind: str, query: str, row: tuple[str, ...]
) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste(line)
        await hands.press("enter")
        assert stored(desks, query) == [row]
        assert stored(desks, "SELECT text, kind FROM note") == [(line, kind)]
        seen = hands.seen("#notes")
        assert line in seen
        assert seen.endswith(kind)


async def test_keys_right_behind_enter_come_after_it(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.burst(*"ab", "enter", "tab", *"cd", "enter", "f2", *"ef", "enter", *"gh")
        assert notes(desks)[:2] == [("ab", "How did you begin?"), ("cd", "What is hard about it?")]
        assert notes(desks)[2][0] == "ef"
        assert notes(desks)[2][1].startswith("Who else would you suggest")
        assert states(desks) == ["answered", "skipped", "asking"]
        assert hands.seen("#line") == "gh"


async def test_every_key_of_a_half_typed_line_is_on_the_disk(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        typed = ""
        for key in "h字!":
            await hands.press(key)
            typed += key
            assert stored(desks, "SELECT text FROM unfinished") == [(typed,)]
        await hands.press("enter")
        assert stored(desks, "SELECT text FROM unfinished") == []
        assert [text for text, _ in notes(desks)] == [typed]


async def test_a_half_typed_line_is_there_after_a_restart(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("half a li")
    desks = reopened(desks)
    async with at(desks, "live") as hands:
        assert hands.seen("#line") == "half a li"
        await hands.press("n", "e", "enter")
        assert [text for text, _ in notes(desks)] == ["half a line"]
    desks.close()


async def test_several_pasted_lines_become_several_notes(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("one\r\n\r\n* two\x1b[31m\n")
        await hands.press("enter")
        assert [text for text, _ in notes(desks)] == ["one", "* two[31m"]
        assert stored(desks, "SELECT text FROM finding") == [("two[31m",)]


@pytest.mark.parametrize("text", ["[/nope]", "[b]x[/b]", "[@click=app.quit]x[/]", "{name}"])
async def test_markup_is_only_text(desks: Desks, text: str) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste(text)
        assert hands.seen("#line") == text
        await hands.press("enter")
        assert hands.seen("#notes").endswith(text)


async def test_letters_and_digits_are_words_here_not_commands(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        keys = "nledu/12345678 ?"
        await hands.press(*keys)
        assert hands.mode == "live"
        assert hands.seen("#line") == keys


async def test_long_notes_wrap_and_the_last_is_in_sight(desks: Desks) -> None:
    a_live_interview(desks, *(f"note {number} " + "word " * 30 for number in range(7)))
    async with at(desks, "live", SMALL) as hands:
        await hands.paste("note 7 " + "word " * 30)
        await hands.press("enter")
        assert hands.seen("#notes").endswith("word " * 29 + "word")
        assert "note 7" in hands.seen("#notes")
        assert "note 1 " not in hands.seen("#notes")


async def test_a_note_that_cannot_be_stored_stays_in_the_line(desks: Desks) -> None:
    a_live_interview(desks)
    async with at(desks, "live") as hands:
        await hands.paste("important")
        desks.store.reading().execute("PRAGMA query_only = ON")
        await hands.press("enter")
        assert hands.seen("#line").startswith("important")
        assert "The notebook is as it was" in hands.seen("#hint")
        desks.store.reading().execute("PRAGMA query_only = OFF")
        await hands.press("enter")
        assert [text for text, _ in notes(desks)] == ["important"]
        assert len(log(desks)) == 1


async def test_words_that_cannot_be_stored_are_told_and_stored_later(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_live_interview(desks)
    save = keystrokes.save

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    async with at(desks, "live") as hands:
        await hands.press("a")
        monkeypatch.setattr(keystrokes, "save", full)
        await hands.press("b", "c")
        assert hands.seen("#line") == "abc"
        assert stored(desks, "SELECT text FROM unfinished") == [("a",)]
        assert "database or disk is full" in desks.scribe.trouble
        monkeypatch.setattr(keystrokes, "save", save)
        await hands.press("d")
        assert stored(desks, "SELECT text FROM unfinished") == [("abcd",)]
        assert desks.scribe.trouble == ""


def test_a_disk_that_stays_full_does_not_keep_the_notebook_from_closing(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_live_interview(desks)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    async def write(patch: pytest.MonkeyPatch) -> None:
        async with at(desks, "live") as hands:
            patch.setattr(keystrokes, "save", full)
            await hands.press("a")

    with monkeypatch.context() as patch:
        asyncio.run(write(patch))
        desks.close()  # as the command line does when the screens are gone
    again = open_desks(
        desks.store.path, clock_of(desks)
    )  # nobody holds the notebook any more, and it is as it was
    live = again.live.interrupted()
    assert live is not None
    assert not again.store.read_only
    assert again.live.sheet(live.id).notes == ()
    again.close()
