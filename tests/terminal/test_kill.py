"""Killed in a live interview while somebody types: what the screen showed is stored, and one can go on."""

import random
import re
import signal
from pathlib import Path

import pytest

from tests.terminal.harness import Terminal
from tests.terminal.notebooks import a_plan, exported, is_sound

pytestmark = pytest.mark.terminal

ROUNDS = 4
WORDS_A_LINE = 5  # so that some of the kills hit the Enter between two lines
LINE = re.compile(r"╭─ (?:note|to \d+) ─.*?\n(.*?)╰", re.S)


def words_from(number: int) -> str:
    """Words that can be told from all else on a screen and from each other: `k001 k002 … k005⏎k006 …`."""
    words = [f"k{n:03}" for n in range(number, number + 60)]
    lines = [words[n : n + WORDS_A_LINE] for n in range(0, len(words), WORDS_A_LINE)]
    return "\r".join(" ".join(line) for line in lines)


def on_the_note_line(terminal: Terminal) -> str | None:
    """What is in the box in which one types, in the right half of the screen; None while it is not drawn."""
    found = LINE.search(terminal.text)
    if found is None:
        return None
    rows = [row.split("││")[-1].rstrip("│").strip() for row in found[1].splitlines()]
    words = " ".join(row for row in rows if row)
    return "" if words.startswith("write what they say") else words


def stored(notebook: Path) -> tuple[str, str]:
    """All notes in their order with the half-typed line at their end, and that line alone."""
    document = exported(notebook)
    half = [u["text"] for u in document["unfinished"] if u["place"].startswith("live:")]
    notes = [n["text"] for n in document["note"]]
    return " ".join([*notes, *half]), "".join(half)


def words_of_start(number: int) -> tuple[str, ...]:
    """How the program is started: by name at first, then without, every other time on Today."""
    return ("live", "Amina") if number == 0 else () if number % 2 else ("live",)


def go_on(terminal: Terminal, number: int, half: str) -> None:
    """Come to the note line; on Today by what the start offers."""
    if number % 2:
        terminal.wait_for("You were in an interview")
        terminal.press("home", then=r"▌Go on")
        terminal.send("enter")
    terminal.wait_until(lambda: on_the_note_line(terminal) == half.strip(), f"the line “{half}”")
    if half or number == 0:
        terminal.send("enter")  # keeps what was half typed; with nothing typed, starts the clock
    terminal.wait_until(lambda: on_the_note_line(terminal) == "", "an empty line")


def type_and_kill(terminal: Terminal, keys: str, chance: random.Random) -> None:
    """Type in uneven bursts and kill the program at whatever it does then."""
    end = chance.randint(12, 110)
    at = 0
    while at < end:
        burst = chance.choice((1, 1, 1, 2, 5))
        terminal.send(keys[at : min(end, at + burst)])
        at = min(end, at + burst)
        terminal.read_for(chance.uniform(0.0, 0.02))
    terminal.kill(signal.SIGKILL)
    assert terminal.wait_for_end() == -signal.SIGKILL


def test_what_the_screen_showed_is_stored_and_the_next_start_goes_on(tmp_path: Path) -> None:
    notebook = tmp_path / "n.db"
    a_plan(notebook)
    chance = random.Random("killed while typing")
    typed, half, survived, ends = "", "", 0, set()
    for number in range(ROUNDS):
        with Terminal(*words_of_start(number), "--notebook", str(notebook)) as terminal:
            go_on(terminal, number, half)
            ends.add(terminal.wait_for(r"till \d\d:\d\d").partition("till ")[2][:5])
            keys = words_from(100 * number)
            type_and_kill(terminal, keys, chance)
            shown = set(re.findall(r"k\d{3}", terminal.text)), on_the_note_line(terminal) or ""
        words, half = stored(notebook)
        assert [word for word in sorted(shown[0]) if word not in words] == []
        assert shown[1].replace(" ", "") in words.replace(" ", "")
        typed_now = words.replace(" ", "").removeprefix(typed)
        assert keys.translate({13: "", 32: ""}).startswith(typed_now), (
            "no letter is lost between two"
        )
        typed += typed_now
        survived += len(typed_now)
        assert is_sound(notebook)
    assert len(ends) == 1, "the clock ran on through every kill: the agreed end stayed where it was"
    assert survived > ROUNDS * 10, "it was killed while typing, not before"
