"""Small builders that go through the desks, so that tests begin where their subject begins."""

import atexit
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import uuid4
from zoneinfo import ZoneInfo

from infotui.config.bank_files import load_bank
from infotui.config.settings import Settings
from infotui.domain.bank import Bank
from infotui.domain.clock import instant_text
from infotui.domain.contact import ContactForm
from infotui.services.desks import Desks
from infotui.storage.store import Store
from tests.fakes import ManualClock

BERLIN: Final = ZoneInfo("Europe/Berlin")
QUESTIONS: Final = ("How did you begin?", "What is hard about it?")


@cache
def shipped_bank() -> Bank:
    """Give the bank that comes with the program, read once for all tests."""
    return load_bank(own=Path("no such file"))


def open_desks(path: Path, clock: ManualClock, bank: Bank | None = None) -> Desks:
    """Open a notebook as Robin Vale in Berlin does, with the bank that comes with the program."""
    share_statements()
    if not path.exists() and path.parent.is_dir():
        # What is made where there is no notebook is always the same but for its own name.
        shutil.copy(_empty_notebook(), path)
        with closing(sqlite3.connect(path)) as db:
            db.execute("UPDATE notebook SET uuid = ?", (str(uuid4()),))
            db.commit()
    settings = Settings(name="Robin Vale")
    with unsynced():
        store = Store.open(path, clock)
    store._sync_level = lambda _level: None  # type: ignore[method-assign]
    store.reading().execute("PRAGMA synchronous = OFF")
    return Desks(store, clock, settings, BERLIN, bank or shipped_bank())


def made_once(folders: Any, name: str, make: Callable[[Path], object]) -> Path:
    """Give a file that takes long to make: once for all who run the tests side by side, if it can be.

    Args:
        folders: The run's `tmp_path_factory`.
        name: What it is called.
        make: Makes it at a path. Copy what is given, do not open it.
    """
    here: Path = folders.getbasetemp()
    place = (here.parent if "PYTEST_XDIST_WORKER" in os.environ else here) / name
    if not place.exists():
        path = folders.mktemp("made") / name
        with unsynced():
            make(path)
        path.replace(place)  # of two who make it at the same time each has a whole one
    return place


@contextmanager
def unsynced() -> Iterator[None]:
    """Let no change wait for the disk: no test cuts the power but those of `test_store_sync`."""
    level = Store._sync_level
    Store._sync_level = lambda _store, _level: None  # type: ignore[method-assign]
    try:
        yield
    finally:
        Store._sync_level = level  # type: ignore[method-assign]


@cache
def _empty_notebook() -> Path:
    """Give the notebook that is made where there is none; copy it, do not open it."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    Store.open(folder / "empty.db", ManualClock()).close()
    return folder / "empty.db"


@cache
def share_statements() -> None:
    """Let SQLAlchemy think of each statement once for all tests, not once for each notebook."""
    from infotui.storage import writing_road  # its import is slow, and some tests open nothing

    make = writing_road.create_engine
    first = make("sqlite://")
    first.connect().close()  # now its dialect knows the SQLite it speaks to
    first.dispose()

    def make_alike(*args: Any, **more: Any) -> Any:
        engine = make(*args, **more)
        engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
        return engine

    writing_road.create_engine = make_alike


def reopened(desks: Desks) -> Desks:
    """Close a notebook and open it again, as after quitting."""
    desks.close()
    return open_desks(desks.store.path, clock_of(desks))


def clock_of(desks: Desks) -> ManualClock:
    """Give the clock that moves a notebook's time."""
    assert isinstance(desks.clock, ManualClock)
    return desks.clock


def later(desks: Desks, **length: float) -> None:
    """Let time pass: `later(desks, minutes=5)`."""
    clock_of(desks).advance(timedelta(**length))


def a_contact(
    desks: Desks, name: str = "Amina Patel", organization: str = "Northwind", **more: str
) -> int:
    """Store a contact; give its id."""
    return desks.contacts.add(ContactForm(name=name, organization=organization, **more))


def a_planned_interview(
    desks: Desks,
    contact_id: int | None = None,
    *,
    when: str = "thu 15:00",
    questions: Sequence[str] = QUESTIONS,
) -> int:
    """Plan an interview with own questions before the close; give its id."""
    interview_id = desks.plans.plan_with(a_contact(desks) if contact_id is None else contact_id)
    for text in questions:
        desks.questions.write_own(interview_id, text)
    if when:
        desks.scheduling.set_time(interview_id, when)
    return interview_id


def a_live_interview(desks: Desks, *lines: str, contact_id: int | None = None) -> int:
    """Start an interview that nobody scheduled and jot lines, one a minute; give its id."""
    interview_id = a_planned_interview(desks, contact_id, when="")
    desks.live.start(interview_id)
    for line in lines:
        later(desks, minutes=1)
        desks.live.jot(interview_id, line)
    return interview_id


def a_held_interview(
    desks: Desks, *lines: str, contact_id: int | None = None, minutes: int = 25
) -> int:
    """Hold an interview with these lines and let it end; give its id."""
    interview_id = a_live_interview(desks, *lines, contact_id=contact_id)
    later(desks, minutes=max(0, minutes - len(lines)))
    desks.live.end(interview_id)
    return interview_id


def lay_reaching(desks: Desks, target_id: int = 1) -> None:
    """Store one record of each kind that belongs to reaching a person, by plain SQL."""
    now, other = instant_text(desks.clock.now()), a_contact(desks, "Ruth Berger", "")
    for statement in (
        "introduction (uuid, created_at, introducer_id, target_id) VALUES (:uuid, :now, :other, :it)",
        "draft (uuid, created_at, contact_id, kind, introduction_id)"
        " VALUES (:uuid, :now, :it, 'request-email', 1)",
        "outreach (uuid, created_at, contact_id, channel, sent_at, due, draft_id)"
        " VALUES (:uuid, :now, :it, 'e-mail', :now, '2026-11-26', 1)",
        "contact_tag (uuid, created_at, contact_id, tag, folded)"
        " VALUES (:uuid, :now, :it, 'Alumni', 'alumni')",
        "interview_person (uuid, created_at, interview_id, contact_id)"
        " SELECT :uuid, :now, min(id), :other FROM interview",
        "touch (uuid, created_at, contact_id, at, kind) VALUES (:uuid, :now, :it, :now, 'wrote')",
        "resource_share (uuid, created_at, resource_id, contact_id, shared_at)"
        " SELECT :uuid, :now, min(id), :it, :now FROM resource HAVING min(id) IS NOT NULL",
        "contradiction (uuid, created_at, finding_id, other_id)"
        " SELECT :uuid, :now, min(id), max(id) FROM finding HAVING min(id) < max(id)",
        "outcome (uuid, created_at, kind, recorded_at) VALUES (:uuid, :now, 'job', :now)",
        "outcome_notice (uuid, created_at, outcome_id, contact_id, due)"
        " VALUES (:uuid, :now, 1, :it, '2026-11-26')",
    ):
        values = {"uuid": str(uuid4()), "now": now, "other": other, "it": target_id}
        desks.store.reading().execute(f"INSERT INTO {statement}", values)


def many_notes(desks: Desks, interview_id: int, text: str, count: int) -> None:
    """Store one line many times, by plain SQL: a desk would take seconds for thousands."""
    now = instant_text(desks.clock.now())
    desks.store.reading().execute(
        "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO note (uuid, created_at, interview_id, at, text)"
        " SELECT printf('00000000-0000-4000-8000-%012d', i), ?, ?, ?, ? FROM n",
        (count, now, interview_id, now, text),
    )
