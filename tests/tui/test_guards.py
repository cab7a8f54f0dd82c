"""Whatever a notebook holds, the terminal gets words: no escape, no C1, no turned line, no markup."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.drivers import linux_driver
from textual.strip import Strip

from infotui.services.desks import Desks
from infotui.tui import guards
from tests.builders import open_desks
from tests.fakes import ManualClock
from tests.tries import some
from tests.tui.pilots import SIZES, Hands, at

ORDERS = "\x1b]52;c;Zm9v\x07\x1b[31m\x9b2J\x7f\x00\u202e\u2066"
MARKUP = "[/nope][b]x[/b] [@click=app.quit]y[/]"
HOSTILE = f"{ORDERS}Z{MARKUP}"
LOOKS = re.compile(r"\x1b\[[\d;]*m")  # what a style sends, and nothing else may
OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# Every text of a person that a screen can show; those that a CHECK of the schema closes are not theirs.
TEXTS = {
    "contact": ("name", "role", "unit", "field", "introduced_by", "about"),
    "organization": ("field", "place", "about"),
    "contact_point": ("value",),
    "contact_tag": ("tag",),
    "research_note": ("body", "source"),
    "interview": ("place", "why", "opening", "close", "if_asked", "field"),
    "goal": ("text",),
    "question": ("text", "template", "short"),
    "note": ("text",),
    "finding": ("text",),
    "lead": ("name", "why"),
    "promise": ("text",),
    "opening": ("text",),
    "resource": ("text",),
    "state_change": ("why",),
}


@pytest.fixture(scope="module")
def hostile_file(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample in which every text was replaced behind the program's back."""
    path = tmp_path_factory.mktemp("hostile") / "notebook.db"
    shutil.copy(sample_file, path)
    with closing(sqlite3.connect(path)) as db:
        for table, columns in TEXTS.items():
            new = ", ".join(f"{column} = ? || substr({column}, 1, 9)" for column in columns)
            db.execute(f"UPDATE {table} SET {new}", [HOSTILE] * len(columns))
        db.execute("UPDATE organization SET name = ? || id", (HOSTILE,))
        # Else what was caught in the notes would follow them and, without its sign, be no more.
        db.execute("DELETE FROM uncaught")
        db.commit()
    return path


@pytest.fixture
def hostile(hostile_file: Path, notebook: Path, clock: ManualClock) -> Iterator[Desks]:
    """The desks of a fresh copy of it."""
    shutil.copy(hostile_file, notebook)
    opened = open_desks(notebook, clock)
    yield opened
    opened.close()


def sent(hands: Hands) -> str:
    """What the lines of the screen send to the terminal, without the styles."""
    console = hands.app.console
    return "\n".join(LOOKS.sub("", strip.render(console)) for strip in hands.strips())


def check(hands: Hands, *, shows: bool = True) -> None:
    text = sent(hands)
    assert not OBEYED.search(text.replace("\n", ""))
    if shows:
        assert "Z[/nope][b]" in text or "␛]52;c;" in text


ROUNDS = {
    "today": (("tab",), ("space",), ("1",)),
    "contacts": (("down",), ("t",), ("escape",), ("e",), ("escape",), ("d",), ("escape",), ("m",),
                 ("enter",), ("escape",), ("tab",), ("end",), ("escape",), ("space",), ("z",), ("Z",),
                 ("r",), ("2",)),
    "prepare": (("down",), ("w",), ("escape",), ("t",), ("escape",), ("s",), ("escape",)),
    "research": (("enter",), ("e",), ("escape",), ("d",), ("a",)),
    "questions": (("b",), ("escape",), ("e",), ("escape",), ("d",), ("a",), ("escape",)),
    "live": (("enter",), ("tab",), ("f7",), ("escape",), ("f1",), ("escape",), ("ctrl+p",),
             ("escape",), ("f8",)),
    "followup": (("down",), ("space",), ("enter",)),
    "review": (("down",), ("enter",), ("end",), ("e",), ("escape",), ("]",)),
}  # fmt: skip


@pytest.mark.parametrize("mode", some(ROUNDS, 1, 5))
async def test_no_screen_dialog_or_toast_passes_an_order_on(hostile: Desks, mode: str) -> None:
    async with at(hostile, mode) as hands:
        check(hands)
        for keys in ROUNDS[mode]:
            await hands.press(*keys)
            assert hands.app.is_running
            check(hands, shows=False)
        for size in SIZES[1:]:
            await hands.resize(size)
            check(hands, shows=False)


@pytest.mark.parametrize(
    ("mode", "keys"),
    [("followup", ("space",)), ("today", ("tab", "space"))],
)
async def test_a_toast_shows_markup_as_it_was_written(
    hostile: Desks, mode: str, keys: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(hostile.store.path)) as db:
        db.execute("DELETE FROM thank_you")
        db.execute("DELETE FROM lead")
        db.execute("DELETE FROM debrief")
        db.commit()
    async with at(hostile, mode) as hands:
        await hands.press(*keys)
        assert MARKUP in hands.said
        check(hands)


BOXES = {
    "today": ("#ahead",), "contacts": ("#page",), "prepare": ("#plan",),
    "research": ("#writing",), "questions": ("#plan",), "live": ("#now",), "followup": ("#loops",),
    "review": ("#talk",),
}  # fmt: skip


async def test_markup_stands_on_every_screen_as_it_was_written(hostile: Desks) -> None:
    async with at(hostile) as hands:
        for mode, boxes in BOXES.items():
            await hands.app.switch_mode(mode)
            await hands.settle()
            for selector in boxes:
                seen = hands.seen(selector).replace(" ", "")  # a narrow box breaks it in two
                assert "[/nope][b]x[/b]" in seen


async def test_a_line_keeps_its_width_whatever_stands_in_it(hostile: Desks) -> None:
    async with at(hostile, "review") as hands:
        for line in sent(hands).splitlines():
            assert cell_len(line) == hands.app.size.width


def test_a_strip_sends_no_order_and_keeps_its_looks() -> None:
    guards.put_up()
    guards.put_up()
    bold = Style(bold=True)
    strip = Strip([Segment("a\x1b[2J", bold), Segment("\x9b\u202eb", None)])
    rendered = strip.render(Console(force_terminal=True, color_system="truecolor"))
    assert rendered == "\x1b[1ma␛[2J\x1b[0m\ufffd\ufffdb"


def test_a_byte_that_is_no_utf_8_does_not_end_the_program() -> None:
    guards.put_up()
    decode = linux_driver.getincrementaldecoder("utf-8")().decode  # type: ignore[attr-defined]
    assert decode(b"caf\xe9 ") == "caf\ufffd "
    assert decode(b"\xc3") + decode(b"\xa9") == "é"
