"""The store: one writer and many readers, one intent whole or not at all, trouble said in a sentence."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from infotui.domain.errors import NotebookError, NotSavedError, ReadOnlyError
from infotui.domain.kept import Unfinished
from infotui.storage.store import Store
from tests.fakes import START, ManualClock
from tests.storage.programs import HOLD, running

LINE = Unfinished("live:1")


@pytest.fixture
def store(notebook: Path, clock: ManualClock) -> "Store":
    return Store.open(notebook, clock)


def add_contact(store: Store, *names: str, fail: BaseException | None = None) -> None:
    from infotui.domain.records.contact import Contact

    with store.writing() as shelves:
        for name in names:
            shelves.contacts.add(Contact(name=name, folded=name.casefold()))
        if fail is not None:
            raise fail


def names(store: Store) -> list[str]:
    return [row[0] for row in store.reading().execute("SELECT name FROM contact ORDER BY id")]


# ── one intent, one transaction ───────────────────────────────────────────────────────────────────


def test_an_intent_is_stored_whole(store: Store, notebook: Path, clock: ManualClock) -> None:
    add_contact(store, "Amina", "Li")
    store.close()
    with Store.open(notebook, clock) as again:
        assert names(again) == ["Amina", "Li"]
        created = again.reading().execute("SELECT DISTINCT created_at FROM contact").fetchall()
        assert created == [("2026-11-23T10:00:00.000000Z",)]


@pytest.mark.parametrize("why", [ValueError("no"), KeyboardInterrupt(), sqlite3.Error("no")])
def test_an_intent_that_fails_is_undone_whole(store: Store, why: BaseException) -> None:
    with pytest.raises(type(why)):
        add_contact(store, "Amina", "Li", fail=why)
    assert names(store) == []
    assert not store.reading().in_transaction
    add_contact(store, "Ruth")
    assert names(store) == ["Ruth"]
    store.close()


def test_what_the_schema_refuses_undoes_the_rest_too(store: Store) -> None:
    with pytest.raises(Exception, match="CHECK constraint failed"):
        add_contact(store, "Amina", " ")
    assert names(store) == []
    store.close()


def test_the_reading_road_sees_what_was_written_at_once(store: Store) -> None:
    before = store.version()
    add_contact(store, "Amina")
    assert names(store) == ["Amina"]
    assert store.version() == before, "one's own writing is no news"
    store.close()


# ── one writer ────────────────────────────────────────────────────────────────────────────────────


def test_the_second_program_reads_follows_and_takes_over(
    store: Store, notebook: Path, clock: ManualClock
) -> None:
    second = Store.open(notebook, clock)
    assert (store.read_only, second.read_only) == (False, True)
    seen = second.version()

    add_contact(store, "Amina")
    assert second.version() != seen
    assert names(second) == ["Amina"]

    assert second.take_over() is False
    with pytest.raises(ReadOnlyError, match="Another infotui is writing"):
        add_contact(second, "Li")
    with pytest.raises(ReadOnlyError):
        second.keep(LINE, "half")
    second.sync()
    second.catch_up_index()
    assert (names(store), store.unfinished(LINE)) == (["Amina"], "")

    store.close()
    assert second.take_over() is True
    assert second.take_over() is True
    add_contact(second, "Li")
    second.keep(LINE, "half")
    assert (second.read_only, names(second)) == (False, ["Amina", "Li"])
    second.close()


def test_a_reader_leaves_the_lock_to_the_writer(
    store: Store, notebook: Path, clock: ManualClock
) -> None:
    Store.open(notebook, clock).close()
    Store.open_to_read(notebook, clock).close()
    with Store.open(notebook, clock) as third:
        assert third.read_only
    add_contact(store, "Amina")
    store.close()


def test_the_writer_s_death_lets_a_reader_take_over(notebook: Path, clock: ManualClock) -> None:
    with running(HOLD, str(notebook)) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writer\n"
        with Store.open(notebook, clock) as store:
            assert (store.read_only, store.take_over()) == (True, False)
            writer.kill()
            writer.wait()
            assert store.take_over()
            add_contact(store, "Amina")
            assert names(store) == ["Amina"]


def test_a_lock_that_cannot_be_made_leaves_a_reader(
    store: Store, notebook: Path, clock: ManualClock
) -> None:
    store.close()
    lock = notebook.with_name("notebook.db.lock")
    lock.unlink()
    lock.mkdir()
    reader = Store.open_to_read(notebook, clock)
    try:
        assert reader.take_over() is False
        assert reader.read_only
    finally:
        reader.close()


def test_a_notebook_that_a_newer_program_left_is_read_on(
    store: Store, notebook: Path, clock: ManualClock
) -> None:
    reader = Store.open(notebook, clock)
    store.close()
    newer = sqlite3.connect(notebook, isolation_level=None)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(NotebookError, match="newer infotui"):
        reader.take_over()
    assert (names(reader), reader.read_only) == ([], True)
    reader.close()


def test_a_folder_where_no_lock_can_be_made_is_said(notebook: Path, clock: ManualClock) -> None:
    notebook.with_name("notebook.db.lock").mkdir()
    with pytest.raises(NotebookError, match="cannot be written to"):
        Store.open(notebook, clock)


def test_a_notebook_of_another_user_is_said_or_opened(
    notebook: Path, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.open(notebook, clock).close()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    try:
        Store.open(notebook, clock).close()
    except NotebookError as said:
        assert str(notebook) in said.sentence  # noqa: PT017 - either way out is a good one


# ── trouble with the disk ─────────────────────────────────────────────────────────────────────────


def fill_disk(store: Store) -> None:
    """Let the file grow no further, as on a full disk."""
    (pages,) = store.reading().execute("PRAGMA page_count").fetchone()
    store.reading().execute(f"PRAGMA max_page_count = {pages}")


def free_disk(store: Store) -> None:
    store.reading().execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_harms_nothing_that_was_kept(store: Store) -> None:
    store.keep(LINE, "what was said")
    fill_disk(store)
    with pytest.raises(NotSavedError, match=r"Not saved .*full.*still here"):
        store.keep(LINE, "what was said" * 10_000)
    assert store.unfinished(LINE) == "what was said"
    assert not store.reading().in_transaction
    free_disk(store)
    store.keep(LINE, "what was said" * 10_000)
    assert store.unfinished(LINE) == "what was said" * 10_000
    store.close()


def test_a_full_disk_undoes_an_intent_whole(store: Store) -> None:
    add_contact(store, "Amina")
    fill_disk(store)
    with pytest.raises(NotSavedError, match=r"not done .*full.*as it was"):
        add_contact(store, "Li", "x" * 1_000_000)
    assert names(store) == ["Amina"]
    assert not store.reading().in_transaction
    free_disk(store)
    add_contact(store, "Li")
    assert names(store) == ["Amina", "Li"]
    store.close()


def test_a_disk_that_turns_read_only_is_said_when_syncing(store: Store) -> None:
    store.keep(LINE, "half")
    store.reading().execute("PRAGMA query_only = ON")
    with pytest.raises(NotSavedError):
        store.sync()
    assert store.unsynced
    store.close()


# ── closing ───────────────────────────────────────────────────────────────────────────────────────


def test_closing_leaves_one_file_that_holds_all(
    store: Store, notebook: Path, clock: ManualClock
) -> None:
    add_contact(store, "Amina")
    store.keep(LINE, "half a line")
    store.close()
    assert sorted(p.name for p in notebook.parent.iterdir()) == ["notebook.db", "notebook.db.lock"]

    copy = notebook.with_name("copy.db")
    copy.write_bytes(notebook.read_bytes())
    with Store.open(copy, clock) as again:
        assert (names(again), again.unfinished(LINE)) == (["Amina"], "half a line")


def test_closing_twice_is_closing_once(store: Store, notebook: Path, clock: ManualClock) -> None:
    store.close()
    store.close()
    with Store.open(notebook, clock) as again:
        assert not again.read_only


def test_a_disk_in_trouble_does_not_stop_the_closing(
    store: Store, notebook: Path, clock: ManualClock
) -> None:
    store.keep(LINE, "half")
    store.reading().execute("PRAGMA query_only = ON")
    store.close()
    with Store.open(notebook, clock) as again:
        assert (again.read_only, again.unfinished(LINE)) == (False, "half")


def test_the_clock_dates_what_is_written(store: Store, clock: ManualClock) -> None:
    clock.advance(timedelta(days=1))
    with store.writing() as shelves:
        assert shelves.now == START + timedelta(days=1)
    store.close()
