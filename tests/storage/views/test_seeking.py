"""The newest hits come first by when they were said, however few of them are looked at."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from infotui.domain.clock import SystemClock
from infotui.domain.query import read_query
from infotui.storage.connection import connect
from infotui.storage.store import Store
from infotui.storage.views import seeking
from tests.bench.large_notebook import make

TODAY, ZONE = date(2026, 11, 25), ZoneInfo("Europe/Berlin")
QUERIES = ("the", "energy", "th", '"the energy"', "the energy", "kind:finding the", "#hiring",
           "after:2026-01 the", "before:2025-06 the", "field:energy the", "kind:question the",
           "kind:person the", "the -energy")  # fmt: skip


def _found(path: Path) -> list[list[tuple[str, int]]]:
    with closing(connect(path, read_only=True)) as db:
        queries = [read_query(text, TODAY) for text in QUERIES]
        each = [seeking.find(db, query, ZONE, TODAY, 4)[0] for query in queries]
    return [[(hit.noun, hit.id) for hit in hits] for hits in each]


def test_few_are_looked_at_and_the_newest_are_found_nevertheless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.db"
    make(path, 2_000)
    with closing(sqlite3.connect(path)) as db, db:
        # The second talk was said last of all, and what was noted last was said long before.
        for talk, days in ((2, "+1400 days"), (6, "-1000 days")):
            db.create_function("folded", 1, str)
            db.execute(
                "UPDATE interview SET started_at = date(started_at, ?1) || substr(started_at, 11),"
                " ended_at = date(ended_at, ?1) || substr(ended_at, 11) WHERE id = ?2",
                (days, talk),
            )
            db.execute(
                "UPDATE note SET at = date(at, ?) || substr(at, 11) WHERE interview_id = ?",
                (days, talk),
            )
    with Store.open(path, SystemClock()) as store:
        store.catch_up_index()
    monkeypatch.setattr(seeking, "_SORTED", 2_000)
    monkeypatch.setattr(seeking, "_TOGETHER", 2_000)
    whole = _found(path)
    monkeypatch.setattr(seeking, "_SORTED", 8)
    monkeypatch.setattr(seeking, "_TOGETHER", 0)
    few = _found(path)
    assert few == whole
    assert any(number for noun, number in few[0] if noun == "note" and number < 1_000)
