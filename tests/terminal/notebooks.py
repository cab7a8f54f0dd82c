"""Notebooks for the real program, made by its own services at the time it is, and read when it is gone."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from infotui.cli.main import main
from infotui.config.settings import Settings
from infotui.domain.clock import SystemClock
from infotui.services.desks import Desks
from tests.builders import a_live_interview, a_planned_interview
from tests.fakes import ManualClock


@contextmanager
def desks_of(path: Path) -> Iterator[Desks]:
    """Open a notebook as the program does: it will be opened by one that knows only the real time."""
    with closing(Desks.open(path, Settings())) as desks:
        yield desks


def a_plan(path: Path) -> int:
    """Make a notebook with one interview that could begin at any moment; give its id."""
    with desks_of(path) as desks:
        return a_planned_interview(desks, when="")


def a_talk_begun(path: Path, ago: timedelta) -> None:
    """Make a notebook whose interview has been live for so long, by the clock of this machine."""
    clock = ManualClock(SystemClock().now() - ago)
    with closing(Desks.open(path, Settings(), clock)) as desks:
        a_live_interview(desks)


def exported(path: Path) -> dict[str, Any]:
    """What `infotui export json` writes of a notebook."""
    target = path.with_name("exported.json")
    assert main(["--notebook", str(path), "export", "json", str(target), "--force"]) == 0
    document: dict[str, Any] = json.loads(target.read_text("utf-8"))
    return document


def is_sound(path: Path) -> bool:
    """What SQLite itself says of the file."""
    with closing(sqlite3.connect(path)) as db:
        verdict = db.execute("PRAGMA integrity_check").fetchall()
        return verdict == [("ok",)] and not db.execute("PRAGMA foreign_key_check").fetchall()
