"""A whole conversation under a fast clock, typed at any speed and killed at any moment: all is stored, and once."""

import os
import random
import re
import shutil
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from infotui.domain.clock import SystemClock, instant_of
from tests.terminal.harness import Terminal
from tests.terminal.notebooks import a_plan, desks_of, exported, is_sound
from tests.tui.pilots import stored

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(
        shutil.which("faketime") is None, reason="libfaketime is not installed (package faketime)"
    ),
]

SPEED: Final = 120
SLEPT: Final = (
    "This computer slept, or its clock"  # so it looks when a busy machine stalls at this speed
)
MINUTES: Final = 30
LINE: Final = re.compile(r"╭─ (?:note|to \d+) ─.*?\n(.*?)╰", re.S)
DECISION: Final = "Are you still good to go on"
# Behind which part of the script a question is settled or left, by which keys, and which comes then.
JUMP: Final = "\x0f"
TURNS: Final = ((0.25, ("tab",), 2), (0.5, ("f2",), 3), (0.75, (JUMP, "1", "enter"), 1))
STATES: Final = ["answered", "skipped", "partly"]  # of the plan, by then; what arose stays open


class Said(NamedTuple):
    """One line of the script and what is caught in it: the table, and fields of its record."""

    line: str
    kind: str = "note"
    caught: dict[str, str] | None = None
    days: int = 0  # from the day it was typed to the day it is due


def the_lines(chance: random.Random, count: int) -> list[Said]:
    """Lines of all kinds in a random order, each with a word of its own."""
    day = SystemClock().now() + timedelta(days=20)
    on_a_day = f"{day.day} {day:%b}".lower()
    made = []
    for number in range(count):
        word = f"w{number:03}"
        kinds = (
            Said(f"plain words {word} {chance.randbytes(chance.randint(1, 20)).hex()}"),
            Said(f"with a tag {word} #pay"),
            Said(f"> Jane {word}, cells, jane@{word}.example · may mention: yes", "lead",
                 {"name": f"Jane {word}", "why": "cells", "reach": f"jane@{word}.example",
                  "consent": "yes"}),
            Said(f"> Bo {word}, pumps", "lead",
                 {"name": f"Bo {word}", "why": "pumps", "consent": "not asked"}),
            Said(f"! send {word} in 3 days", "my promise",
                 {"whose": "mine", "text": f"send {word} in 3 days"}, 3),
            Said(f"< brings {word} by {on_a_day}", "their promise",
                 {"whose": "theirs", "text": f"brings {word} by {on_a_day}", "due": f"{day:%Y-%m-%d}"}),
            Said(f"* fact {word} #market", "finding", {"kind": "market", "text": f"fact {word}"}),
            Said(f"$ analyst {word}", "opening", {"text": f"analyst {word}"}),
            Said(f"? who pays {word}", "arisen", {"text": f"who pays {word}", "origin": "arisen"}),
            Said(f"^ and you {word}", "asked of me"),
        )  # fmt: skip
        made.append(kinds[number] if number < len(kinds) else chance.choice(kinds))
    chance.shuffle(made)
    made[count // 3] = Said("burst " + chance.randbytes(247).hex())  # 500 characters at once
    return made


def on_the_line(terminal: Terminal) -> str | None:
    """What stands in the first row of the note line; None while it is not drawn."""
    found = LINE.search(terminal.text)
    if found is None:
        return None
    row = found[1].splitlines()[0].split("││")[-1].rstrip("│").strip()
    return "" if row.startswith("write what they say") else row


class Talk:
    """A person who types the script, and whoever pulls the plug."""

    def __init__(self, notebook: Path, seed: object, lines: int, kills: int) -> None:
        self.notebook = notebook
        self.chance = random.Random(str(seed))
        self.script = the_lines(self.chance, lines)
        self.kills = sorted(self.chance.sample(range(1, lines), kills))
        self.asked: list[int] = []
        self.terminal: Terminal | None = None
        self.starts = 0
        self.answered = False

    def start(self, at: datetime) -> Terminal:
        """Start the program with its clock at a moment, and come to the note line."""
        ahead = (at - SystemClock().now()).total_seconds()
        command = ("faketime", "-f", f"{ahead:+.0f} x{SPEED}", sys.executable, "-m", "infotui")
        by_today = self.starts % 2 == 1
        words = () if by_today else ("live",) if self.starts else ("live", "Amina")
        self.starts += 1
        self.terminal = terminal = Terminal(
            *words, "--notebook", str(self.notebook), columns=140, rows=40, command=command
        )
        if by_today:
            terminal.wait_for("You were in an interview")
            terminal.press("home", then="▌Go on")
            terminal.send("enter")
        terminal.wait_until(lambda: on_the_line(terminal) is not None, "the note line")
        return terminal

    def hold(self, terminal: Terminal) -> None:
        """Say every line of the script, whatever happens meanwhile; then wait for the half hour."""
        terminal.press("enter", then="Asking 1")
        turns, asking = list(TURNS), 1
        for number, said in enumerate(self.script):
            if turns and number >= turns[0][0] * len(self.script):
                _, keys, asking = turns.pop(0)
                terminal.press(*keys, then=f"╭─ to {asking} ")
            terminal = self.say(terminal, said.line, killed=number in self.kills)
            self.asked.append(asking)
            self.answer(terminal)
            terminal.read_for(
                self.chance.uniform(0.1, 1.0) * MINUTES * 60 / SPEED / len(self.script)
            )
        terminal.wait_until(lambda: self.answer(terminal), "the half hour")

    def answer(self, terminal: Terminal) -> bool:
        """Once it asks, they want to go on; tells whether that was answered."""
        if SLEPT in terminal.text:
            terminal.send("f5")
            terminal.wait_while(SLEPT)
        if not self.answered and DECISION in terminal.text:
            terminal.press("f6", then="They want to go on")
            terminal.press("f5", then=r"of [4-9]\d ")
            self.answered = True
        return self.answered

    def say(self, terminal: Terminal, line: str, *, killed: bool) -> Terminal:
        """Type a line and Enter; or be killed in it, start again, and go on where the line is."""
        keys = line + "\r"
        if not killed:
            self.type(terminal, keys)
            return terminal
        self.type(terminal, keys[: self.chance.randint(1, len(keys))])
        terminal.read_for(self.chance.uniform(0, 0.03))
        os.killpg(terminal.pid, signal.SIGKILL)  # the program too, not only what starts it
        terminal.wait_for_end()
        shown = on_the_line(terminal) or ""
        self.leave()
        left = exported(self.notebook)
        half = "".join(entry["text"] for entry in left["unfinished"])
        is_said = len(left["note"]) > len(self.asked)
        assert line.startswith(half)
        assert is_said or line[: len(half)].startswith(shown), (
            "what was on the screen is on the disk"
        )
        assert not (is_said and half)
        terminal = self.start(self.latest(left) + timedelta(seconds=self.chance.randint(1, 60)))
        terminal.wait_until(lambda: on_the_line(terminal) == half.strip(), f"the line “{half}”")
        if not is_said:
            self.type(terminal, keys[len(half) :])
        return terminal

    def type(self, terminal: Terminal, keys: str) -> None:
        """Type at any speed: letter by letter, in bursts, or all at once; wait until it is taken in."""
        speed = self.chance.choice(("calm", "fast", "at once")) if len(keys) < 300 else "at once"
        size = {"calm": 1, "fast": 4, "at once": len(keys)}[speed]
        for at in range(0, len(keys), size):
            terminal.send(keys[at : at + size])
            terminal.read_for(self.chance.uniform(0, 0.02 if speed == "calm" else 0.01))
        if keys.endswith("\r"):
            terminal.wait_until(lambda: self.is_kept(terminal), "a note and an empty line")

    def is_kept(self, terminal: Terminal) -> bool:
        """Whether the line that was typed last is a note, and the line empty again."""
        kept = stored(self.notebook, "SELECT count(*) FROM note") == [(len(self.asked) + 1,)]
        return kept and on_the_line(terminal) == ""

    def leave(self) -> None:
        """Leave the terminal, if one is there."""
        if self.terminal is not None:
            self.terminal.__exit__()
        self.terminal = None

    def latest(self, document: dict[str, Any]) -> datetime:
        """The latest moment that is in the notebook."""
        moments = [record["at"] for name in ("note", "segment") for record in document[name]]
        moments += [
            entry["updated_at"] for entry in document["unfinished"] if "updated_at" in entry
        ]
        return max(map(instant_of, moments))


def check_notes(talk: Talk, document: dict[str, Any]) -> None:
    """Every line is one note, in order, under its question."""
    position = {entry["uuid"]: entry["position"] for entry in document["question"]}
    notes = document["note"]
    assert [note["text"] for note in notes] == [said.line for said in talk.script]
    assert [note["kind"] for note in notes] == [said.kind for said in talk.script]
    assert [position[note["question"]] for note in notes] == talk.asked
    assert [note["at"] for note in notes] == sorted(note["at"] for note in notes)


def check_caught(talk: Talk, document: dict[str, Any], zone: ZoneInfo) -> None:
    """Everything caught hangs on its own note, and nothing else was caught."""
    tables = {"lead": "lead", "my promise": "promise", "their promise": "promise",
              "finding": "finding", "opening": "opening", "arisen": "question"}  # fmt: skip
    found = {
        (table, record["note"]): record
        for table in set(tables.values()) for record in document[table] if record["note"]
    }  # fmt: skip
    expected = 0
    for said, note in zip(talk.script, document["note"], strict=True):
        if said.caught is None:
            continue
        expected += 1
        record = found[tables[said.kind], note["uuid"]]
        assert {field: record[field] for field in said.caught} == said.caught
        if said.days:
            day = instant_of(note["at"]).astimezone(zone).date()
            assert record["due"] == f"{day + timedelta(days=said.days)}"
    assert len(found) == expected
    tags = {(entry["note"], entry["tag"]) for entry in document["note_tag"]}
    assert tags == {
        (note["uuid"], word[1:])
        for said, note in zip(talk.script, document["note"], strict=True)
        for word in said.line.split() if word.startswith("#")
    }  # fmt: skip


def check_time(document: dict[str, Any]) -> None:
    """Each mark was told once, the answer is kept, the talk ended, nothing is half typed."""
    log = document["segment"]
    shown = [entry["mark"] for entry in log if entry["kind"] == "shown"]
    assert len(set(shown)) == len(shown)
    # On a slow machine the minutes after the extension may be over as well.
    assert [mark for mark in shown if "must" not in mark][:2] == ["nudge 20", "decide 30"]
    answers = [(e["answer"], e["minutes"]) for e in log if e["kind"] == "decision"]
    assert answers == [("go on", 10)]
    assert [e["kind"] for e in log if e["kind"] in {"run", "pause", "end"}] == ["run", "end"]
    assert {e["answer"] for e in log if e["kind"] == "gap"} <= {None, "counted"}
    states = [q["state"] for q in sorted(document["question"], key=lambda q: q["position"])]
    arisen = len([q for q in document["question"] if q["origin"] == "arisen"])
    assert states == STATES + ["planned"] * arisen
    assert document["unfinished"] == []
    assert [entry["state"] for entry in document["interview"]] == ["held"]


def run(notebook: Path, seed: object, lines: int, kills: int) -> int:
    """Hold a talk by its script and compare all that is stored; gives how many notes it has."""
    a_plan(notebook)
    talk = Talk(notebook, seed, lines, kills)
    try:
        talk.hold(talk.start(SystemClock().now()))
        assert talk.terminal is not None
        talk.terminal.press("f8", then="F8 again ends it")
        talk.terminal.press("f8", then="went well")
        talk.terminal.send("escape", "ctrl+q")
        assert talk.terminal.wait_for_end() == 0
    finally:
        talk.leave()
    document = exported(notebook)
    with desks_of(notebook) as desks:
        zone = desks.zone
    check_notes(talk, document)
    check_caught(talk, document, zone)
    check_time(document)
    assert talk.starts == kills + 1
    assert is_sound(notebook)
    return len(document["note"])


@pytest.mark.slow
def test_a_talk_of_half_an_hour_killed_once_is_stored_word_for_word(tmp_path: Path) -> None:
    notes = run(tmp_path / "n.db", "a talk", lines=25, kills=1)
    assert notes == 25


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_whenever_it_is_killed_nothing_of_the_talk_is_lost_or_doubled(
    tmp_path: Path, seed: int
) -> None:
    notes = run(tmp_path / "n.db", seed, lines=40, kills=5)
    assert notes == 40
