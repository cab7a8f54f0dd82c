"""What a loss of power can take: an intent never, a key at most 0.8 s, and never for want of a frame."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from infotui.domain.kept import Unfinished
from infotui.storage.store import SYNC_EVERY, Store
from tests.fakes import ManualClock

LINE, OTHER = Unfinished("live:1"), Unfinished("live:2")
_WRITES = ("INSERT", "UPDATE", "DELETE", "COMMIT")


@pytest.fixture
def store(notebook: Path, clock: ManualClock) -> Iterator[Store]:
    with Store.open(notebook, clock) as opened:
        yield opened


class Levels:
    """Listens to what is sent to SQLite and tells at which level of syncing each thing was stored."""

    def __init__(self, store: Store) -> None:
        self._db = store.reading()
        self._level = {1: "NORMAL", 2: "FULL"}[self._db.execute("PRAGMA synchronous").fetchone()[0]]
        self._within = False
        self.stored: list[str] = []
        self._db.set_trace_callback(self._hear)

    def _hear(self, sql: str) -> None:
        words = sql.split()
        if words[:2] == ["PRAGMA", "synchronous"] and "=" in words:
            assert not self._within, "SQLite ignores it inside a transaction"
            self._level = words[-1]
        elif words[0] == "BEGIN":
            self._within = True
        elif words[0] in _WRITES and (not self._within or words[0] == "COMMIT"):
            self._within = False
            self.stored.append(self._level)

    @property
    def now(self) -> str:
        self._db.set_trace_callback(None)
        (level,) = self._db.execute("PRAGMA synchronous").fetchone()
        return {1: "NORMAL", 2: "FULL"}[level]


def log_of(notebook: Path) -> int:
    return Path(f"{notebook}-wal").stat().st_size


def pulse(store: Store) -> int:
    return int(store.reading().execute("SELECT pulse FROM notebook").fetchone()[0])


def an_intent(store: Store) -> None:
    with store.writing() as shelves:
        shelves.interviews.put_in_focus(None)


def test_an_intent_is_on_the_disk_when_it_returns(store: Store) -> None:
    levels = Levels(store)
    an_intent(store)
    assert levels.stored == ["FULL"]
    assert levels.now == "NORMAL"


def test_an_intent_that_fails_leaves_keys_cheap(store: Store) -> None:
    levels = Levels(store)
    with pytest.raises(ValueError, match="no"), store.writing():
        raise ValueError("no")
    assert levels.stored == []
    assert levels.now == "NORMAL"


def test_keys_are_cheap_until_the_last_sync_is_too_long_ago(
    store: Store, clock: ManualClock
) -> None:
    levels = Levels(store)
    for n in range(1, 22):
        clock.advance(timedelta(seconds=0.1))
        store.keep(LINE, "x" * n)
    # At 0.8 s and then after each further 0.8 s; the steady seconds are floats, so 0.8 may be 0.9.
    assert levels.stored.count("FULL") == 2
    assert levels.stored[:7] == ["NORMAL"] * 7
    assert "FULL" in levels.stored[7:9]
    assert levels.now == "NORMAL"


def test_a_key_after_a_rest_is_synced_by_itself(store: Store, clock: ManualClock) -> None:
    levels = Levels(store)
    clock.advance(timedelta(seconds=SYNC_EVERY))
    store.keep(LINE, "x")
    assert (levels.stored, store.unsynced) == (["FULL"], False)


def test_setting_the_wall_clock_back_does_not_put_a_sync_off(
    store: Store, clock: ManualClock
) -> None:
    levels = Levels(store)
    clock.advance(timedelta(seconds=1))
    clock.set(clock.now() - timedelta(hours=3))
    store.keep(LINE, "x")
    assert levels.stored == ["FULL"]


def test_syncing_writes_a_frame_and_only_when_something_is_new(
    store: Store, notebook: Path
) -> None:
    store.keep(LINE, "half")
    assert store.unsynced
    levels, before, grown = Levels(store), pulse(store), log_of(notebook)
    store.sync()
    assert (levels.stored, pulse(store), store.unsynced) == (["FULL"], before + 1, False)
    assert log_of(notebook) > grown, "a sync without a frame syncs nothing"

    grown = log_of(notebook)
    store.sync()
    assert (pulse(store), log_of(notebook)) == (before + 1, grown)
    assert levels.now == "NORMAL"


def test_an_intent_syncs_the_keys_before_it(store: Store, clock: ManualClock) -> None:
    store.keep(LINE, "half")
    an_intent(store)
    assert not store.unsynced
    clock.advance(timedelta(seconds=0.5))
    levels = Levels(store)
    store.keep(LINE, "half a")
    assert levels.stored == ["NORMAL"], "0.8 s count from the intent"


def test_an_intent_without_a_change_syncs_nothing_and_says_so(store: Store, notebook: Path) -> None:
    store.keep(LINE, "half")
    grown = log_of(notebook)
    with store.writing() as shelves:
        assert shelves.interviews.live() is None
    assert log_of(notebook) == grown
    assert store.unsynced


def test_a_key_without_a_change_syncs_nothing_and_says_so(
    store: Store, notebook: Path, clock: ManualClock
) -> None:
    store.keep(LINE, "half")
    grown = log_of(notebook)
    clock.advance(timedelta(seconds=1))
    store.keep(OTHER, "")
    assert log_of(notebook) == grown
    assert store.unsynced
