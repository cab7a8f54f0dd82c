"""The `log` command: a talk kept from the command line with its notes, and what it says about it."""

import io
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from infotui.config import paths
from infotui.services.desks import Desks
from tests.builders import a_planned_interview, later, open_desks
from tests.fakes import ManualClock

Run = Callable[..., int]
ROOT = Path(__file__).parents[2]
WHEN = ("--when", "12 nov 2020 15:00")  # long past, whatever day the tests are run on


@pytest.fixture(autouse=True)
def _in_berlin() -> None:
    settings = paths.settings_file()
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('time_zone = "Europe/Berlin"\n')


def stored(notebook: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(notebook)) as db:
        return db.execute(query).fetchall()


def type_in(monkeypatch: pytest.MonkeyPatch, words: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(words), encoding="ascii"))


def test_a_talk_with_somebody_new_is_stored_and_told(
    infotui: Run, notebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("log", "Bo Lind", *WHEN, "--organization", "Civic Data", "--minutes", "20")
    notes = ("--note", "* maps before code #career", "--note", "! send the report")
    assert infotui("--notebook", notebook, *words, *notes) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "Logged: Bo Lind · Civic Data, Thu 12 Nov 2020 15:00, 20 minutes, 2 notes.",
        "Bo Lind is a new contact.",
        "Thank-you mail: due Fri 13 Nov 2020.",
        "send the report: due Sat 14 Nov 2020.",
    ]
    assert said.err == ""
    assert stored(notebook, "SELECT state, started_at, ended_at FROM interview") == [
        ("held", "2020-11-12T14:00:00.000000Z", "2020-11-12T14:20:00.000000Z")
    ]
    assert stored(notebook, "SELECT text FROM finding") == [("maps before code",)]
    assert stored(notebook, "SELECT * FROM unfinished") == []


def test_somebody_known_stays_one_contact(
    infotui: Run, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("log", "amina patel", *WHEN, "--notebook", written) == 0
    out = capsys.readouterr().out
    assert out.startswith("Logged: Amina Patel · Northwind, Thu 12 Nov 2020 15:00, 30 minutes, 0")
    assert "new contact" not in out


def test_a_new_name_that_is_like_another_says_so(
    infotui: Run, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("log", "Amina", *WHEN, "--notebook", written) == 0
    told = "Amina is a new contact. Not meant, though alike: Amina Patel, Amina Patelnik."
    assert told in capsys.readouterr().out


def test_notes_come_from_standard_input_after_those_of_the_line(
    infotui: Run, notebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "4 people\n\n> Zoë 日本, maps\n\xff".encode() + b"\xff")
    words = ("log", "Bo", *WHEN, "--notes", "-", "--note", "first")
    assert infotui("--notebook", notebook, *words) == 0
    texts = [row[0] for row in stored(notebook, "SELECT text FROM note ORDER BY id")]
    assert texts == ["first", "4 people", "> Zoë 日本, maps", "ÿ\ufffd"]
    assert stored(notebook, "SELECT name FROM lead") == [("Zoë 日本",)]


def test_numbers_lead_to_the_plan_of_a_talk_that_was_planned_for_that_day(
    infotui: Run, notebook: Path, clock: ManualClock
) -> None:
    clock.set(clock.now().replace(year=2020))
    desks = open_desks(notebook, clock)
    a_planned_interview(desks, when="thu 15:00")
    later(desks, days=1)
    desks.close()
    words = ("log", "Amina Patel", "--when", "26 nov 2020 15:10", "--note", "2 it is hard")
    assert infotui("--notebook", notebook, *words) == 0
    query = "SELECT q.position, n.text FROM note n JOIN question q ON q.id = n.question_id"
    assert stored(notebook, query) == [(2, "it is hard")]
    assert stored(notebook, "SELECT count(*) FROM interview") == [(1,)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Bo", "--when", "soon"), "“soon” names no day"),
        (("Bo", "--when", ""), "Nothing is written there yet."),
        ((" ", *WHEN), "write a name"),
        (("Bo", *WHEN, "--minutes", "0"), "1 to 600 minutes"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence_and_nothing_is_stored(
    infotui: Run, notebook: Path, capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...], said: str,
) -> None:  # fmt: skip
    assert infotui("--notebook", notebook, "log", *words) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.startswith("infotui: ")
    assert told.err.count("\n") == 1
    assert stored(notebook, "SELECT * FROM contact") == []


@pytest.mark.parametrize(
    "words",
    [(), ("Bo",), ("Bo", "--when"), ("Bo", *WHEN, "--minutes", "long"),
     ("Bo", *WHEN, "--notes", "file.txt"), ("Bo", "Lind", *WHEN)],
)  # fmt: skip
def test_wrong_usage_is_told_and_touches_nothing(
    infotui: Run, notebook: Path, words: tuple[str, ...]
) -> None:
    assert infotui("--notebook", notebook, "log", *words) == 2
    assert not notebook.exists()


def test_while_another_program_writes_it_says_so(
    infotui: Run, written: Path, clock: ManualClock, capsys: pytest.CaptureFixture[str]
) -> None:
    other = open_desks(written, clock)
    assert infotui("--notebook", written, "log", "Bo", *WHEN) == 1
    assert capsys.readouterr().err == (
        "infotui: Another infotui is writing this notebook. "
        "Nothing was stored; close it and try again.\n"
    )
    other.close()
    assert stored(written, "SELECT count(*) FROM interview") == [(1,)]


def test_notes_that_could_not_be_made_wait_in_the_notebook(
    infotui: Run, notebook: Path, monkeypatch: pytest.MonkeyPatch, clock: ManualClock
) -> None:
    from infotui.domain.errors import NotSavedError
    from infotui.services.typing_up import TypingUpDesk

    def full(*_: object) -> int:
        raise NotSavedError("The disk is full.")

    monkeypatch.setattr(TypingUpDesk, "keep", full)
    assert infotui("--notebook", notebook, "log", "Bo", *WHEN, "--note", "precious") == 1
    desks: Desks = open_desks(notebook, clock)
    assert desks.typing_up.sheet(1).text == "precious"
    desks.close()


def test_what_a_terminal_would_obey_is_not_printed(
    infotui: Run, notebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert infotui("--notebook", notebook, "log", "Bo\x1b]0;x\x07 [31m", *WHEN) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_an_output_that_knows_no_accents_is_no_trouble(notebook: Path) -> None:
    command = [sys.executable, "-m", "infotui", "--notebook", str(notebook), "log", "Zoë", *WHEN]
    done = subprocess.run(
        [*command, "--organization", "日本"],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        cwd=ROOT,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "HOME": str(notebook.parent)},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Logged: Zo?")
