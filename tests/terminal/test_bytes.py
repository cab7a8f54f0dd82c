"""Bytes that are no text, typed and pasted, and escape sequences that the notebook holds: neither does harm."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from infotui.config import paths
from tests.builders import a_planned_interview
from tests.terminal.harness import Terminal
from tests.terminal.notebooks import a_plan, desks_of, exported

pytestmark = pytest.mark.terminal

JUNK: Final = (
    b"\x00",
    b"\x80\x81\xc0\xaf\xed\xa0\x80",
    b"\x1b[999;999H\x1bO",  # cut off
    b"\x1bP+r\x1b\\",  # an answer that nobody asked for
    b"\x1b[I\x1b[O",  # the window comes and goes
)
PASTE, END_OF_PASTE = b"\x1b[200~", b"\x1b[201~"

# What a terminal would obey, each before a word that can be found again.
HOSTILE: Final = (
    "\x1b]0;pwn0\x1b\\ \x1b[31mpwn1 \x1b]52;c;cHdu\x1b\\pwn2 \x9b31mpwn3 \x1bPpwn4\x1b\\ "
    "\u202epwn5 \x08pwn6 \x7fpwn7 \x1b[?1049lpwn8 \u2066pwn9 "
)
OBEYED: Final = re.compile(  # but the one that Textual sends of itself: the shape of the mouse pointer
    rb"\x1b\](?!22;)|\x1bP|\x1b\[31m|\xc2[\x80-\x9f]|\xe2\x80\xae|\xe2\x81\xa6|[\x08\x7f]pwn|\x1b\[\?1049lpwn"
)
PLACES: Final = {
    "contact": ("name", "role", "unit", "field", "about"),
    "organization": ("name", "field"),
    "contact_point": ("value",),
    "interview": ("why", "place", "opening", "close", "if_asked"),
    "goal": ("text",),
    "question": ("text",),
    "research_note": ("body", "source"),
    "note": ("text",),
    "lead": ("name",),
    "promise": ("text",),
}


# ── typed and pasted ──────────────────────────────────────────────────────────────────────────────


def test_bytes_that_are_no_utf_8_neither_end_the_program_nor_take_a_neighbour(
    tmp_path: Path,
) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    with Terminal("live", "Amina", "--notebook", str(notebook)) as terminal:
        terminal.wait_for("write what they say")
        terminal.send(b"Ren\xe9 typed it ")
        terminal.wait_for("Ren.? typed it")
        terminal.send(PASTE + b"and pasted \xff\xfe caf\xc3\xa9 \xe2\x82 so" + END_OF_PASTE)
        terminal.wait_for("and pasted .* so")
        terminal.send("enter")
        terminal.wait_for(r"00:0\d +Ren")
        terminal.send(b"\xf0\x9f\x91")  # half of a letter, as a slow line brings it
        terminal.read_for(0.1)
        terminal.send(b"\x8d later")
        terminal.wait_for("👍 ?later")
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0
    document = exported(notebook)
    [note] = [n["text"] for n in document["note"]]
    assert re.fullmatch("Ren\ufffd? ?typed it and pasted \ufffd* café \ufffd* ?so", note), note
    assert [u["text"] for u in document["unfinished"]] == ["👍 later"]


@pytest.mark.slow
def test_what_terminals_send_of_themselves_does_not_end_the_program(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    with Terminal("live", "Amina", "--notebook", str(notebook)) as terminal:
        terminal.wait_for("write what they say")
        for number, junk in enumerate(JUNK):
            terminal.send(junk)
            terminal.read_for(0.2)  # what begins like a key may still become one for so long
            terminal.write(f" here{number} ", then=f"here{number}")
        terminal.send("ctrl+q")
        assert terminal.wait_for_end() == 0
    [line] = [u["text"] for u in exported(notebook)["unfinished"]]
    assert re.findall(r"here\d", line) == [f"here{number}" for number in range(len(JUNK))]


@pytest.mark.slow
def test_lines_pasted_at_once_are_kept_as_typed(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    with Terminal("live", "Amina", "--notebook", str(notebook)) as terminal:
        terminal.wait_for("write what they say")
        terminal.send(PASTE + "erste Zeile\rzweite Zeile 日本".encode() + END_OF_PASTE)
        terminal.wait_for(r"(?s)erste Zeile.*zweite Zeile 日本")
        terminal.press("enter", then=r"(?s)00:0\d +erste Zeile.*00:0\d +zweite Zeile 日本")
    assert [n["text"] for n in exported(notebook)["note"]] == ["erste Zeile", "zweite Zeile 日本"]


# ── stored ────────────────────────────────────────────────────────────────────────────────────────


def a_hostile_notebook(path: Path) -> None:
    with desks_of(path) as desks:
        talk = a_planned_interview(desks, when="")
        for line in ("> a lead", "! I send it", "plain words"):
            desks.live.jot(talk, line)
        desks.live.end(talk)
        contact = desks.plans.sheet(talk).interview.contact_id
        ahead = a_planned_interview(desks, contact, when="tomorrow 15:00")
        desks.plans.add_goal(ahead, "own")
        desks.research.begin("contact", contact)
        form = desks.contacts.form_of(contact)._replace(email="a@example.org", unit="a unit")
        desks.contacts.change(contact, form)
    with closing(sqlite3.connect(path)) as db:
        for table, columns in PLACES.items():
            for column in columns:
                # Past the program's own boundary, as another program might have written it.
                db.execute(f"UPDATE {table} SET {column} = ?", (HOSTILE,))
            assert db.execute("SELECT changes()").fetchone()[0] > 0, table
        db.commit()


def in_toml(text: str) -> str:
    """Write a text as TOML does, so that the file itself is a sound one."""
    plain = (c if c.isprintable() and c not in '"\\' else f"\\u{ord(c):04x}" for c in text)
    return f'"{"".join(plain)}"'


def visit_the_screens(terminal: Terminal) -> None:
    for screen in "23456781":
        begun = len(terminal.raw)
        terminal.go_to(screen)
        terminal.wait_until(lambda begun=begun: b"pwn" in terminal.raw[begun:], f"screen {screen}")
        terminal.read_for(0.2)


def visit_the_dialogues(terminal: Terminal) -> None:
    terminal.to_list("2", "edit")
    for key, words in (("e", "Through whom"), ("t", "Where I stand with")):
        terminal.press(key, then=words)
        terminal.read_for(0.1)
        terminal.send("escape")
        terminal.wait_while(words)
    terminal.to_list("8", "search")
    terminal.press("enter", then="plain|pwn")
    terminal.send("down", "e")
    terminal.read_for(0.2)


def test_what_the_notebook_holds_never_reaches_the_terminal_raw(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_hostile_notebook(notebook)
    bank = paths.user_bank_file()
    bank.parent.mkdir(parents=True)
    bank.write_text(
        f'format = 1\n[[question]]\nid = "evil"\ntext = {in_toml(HOSTILE + "?")}\n', "utf-8"
    )
    with Terminal("--notebook", str(notebook), columns=120, rows=40) as terminal:
        terminal.wait_for("pwn")
        visit_the_screens(terminal)
        visit_the_dialogues(terminal)
        whole = bytes(terminal.raw)
        assert [found[0] for found in OBEYED.finditer(whole)] == []
        assert whole.count(b"\x1b[?1049h") == 1
        assert terminal.text.count("pwn") > 0
