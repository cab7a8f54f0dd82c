"""Every released schema stays readable: a notebook of each, as it was left, becomes one of today."""

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path
from typing import Any, Final

import pytest

from infotui.domain.clock import instant_of
from infotui.domain.kept import Kept
from infotui.formats.json_notebook import lines
from infotui.storage import keystrokes, schema
from infotui.storage.backup import backup_folder
from infotui.storage.connection import connect, version_of
from infotui.storage.everything import TABLES, notebook_uuid, records
from infotui.storage.identity import APPLICATION_ID, NEWEST
from infotui.storage.migrations import migrate
from infotui.storage.search_index import is_behind
from infotui.storage.store import Store
from infotui.storage.views import logs, loops
from tests.fakes import START, ManualClock
from tests.storage.killing import every_moment

RELEASED: Final = {
    int(path.stem.removeprefix("version_")): path
    for path in (Path(__file__).parent / "released").glob("version_*.sql")
}
Rows = list[dict[str, Any]]
# What is made from the records, and was made in other ways before: no record of anybody.
INDEX: Final = {"note_words", "thing_words", "known_word", "unindexed", "unindexed_thing"}


def build(path: Path, version: int) -> None:
    """Make the file that the program of that version left behind."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript(RELEASED[version].read_text(encoding="utf-8"))
        db.execute("PRAGMA journal_mode = WAL")


def tables(db: sqlite3.Connection) -> set[str]:
    found = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
    )
    return {name for (name,) in found if not name.startswith("sqlite_")}


def content(db: sqlite3.Connection) -> dict[str, Rows]:
    """Give every row of every table, by the names of its columns, in order."""
    whole = {}
    for table in sorted(tables(db)):
        cursor = db.execute(f"SELECT rowid AS number, * FROM {table} ORDER BY rowid")
        names = [column[0] for column in cursor.description]
        whole[table] = [dict(zip(names, row, strict=True)) for row in cursor]
    return whole


@pytest.fixture(params=sorted(RELEASED))
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def before(notebook: Path, version: int) -> dict[str, Rows]:
    """What an old notebook holds, before anybody opens it."""
    build(notebook, version)
    with contextlib.closing(connect(notebook, read_only=True)) as db:
        assert version_of(db) == version
        return content(db)


@pytest.fixture
def opened(notebook: Path, before: dict[str, Rows]) -> Iterator[Store]:
    """The same notebook, opened by the program of today."""
    assert before
    with Store.open(notebook, ManualClock()) as store:
        yield store


def test_a_notebook_of_every_released_version_is_kept() -> None:
    assert sorted(RELEASED) == list(range(1, NEWEST))


def test_the_file_of_version_1_is_of_the_first_schema(tmp_path: Path) -> None:
    build(tmp_path / "old.db", 1)
    with contextlib.closing(sqlite3.connect(":memory:")) as pure:
        for statement in schema.FIRST:
            pure.execute(statement)
        wanted = pure.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    with contextlib.closing(sqlite3.connect(tmp_path / "old.db")) as db:
        assert db.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall() == wanted
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_every_table_of_an_old_notebook_has_rows(before: dict[str, Rows]) -> None:
    assert [name for name, rows in before.items() if not rows] == []


def test_the_old_notebook_is_brought_to_today(opened: Store) -> None:
    db = opened.reading()
    assert version_of(db) == NEWEST
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert not opened.read_only


def test_its_schema_is_that_of_a_new_notebook(opened: Store, tmp_path: Path) -> None:
    def laid(db: sqlite3.Connection) -> dict[str, Any]:
        whole: dict[str, Any] = {
            f"{kind} {name}": re.sub(r'[\s"]+', " ", sql or "")
            for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_master")
        }
        for table in tables(db):
            whole[f"columns of {table}"] = db.execute(f"PRAGMA table_info({table})").fetchall()
        return whole

    with Store.open(tmp_path / "new.db", ManualClock()) as new:
        assert laid(opened.reading()) == laid(new.reading())


def test_every_row_is_there_as_it_was(opened: Store, before: dict[str, Rows]) -> None:
    after = content(opened.reading())
    for table in before.keys() - INDEX:
        rows = before[table]
        kept = [{name: row[name] for name in rows[0]} for row in after[table]]
        assert kept == rows, table


def test_what_is_new_is_empty_but_for_the_tags(opened: Store, before: dict[str, Rows]) -> None:
    after = content(opened.reading())
    for table in after.keys() - before.keys() - {"note_tag"} - INDEX:
        assert after[table] == [], table
    for table in before.keys() - INDEX:
        rows = before[table]
        for row in after[table]:
            added = {name: value for name, value in row.items() if name not in rows[0]}
            added.pop("contact_id", None) if table == "thank_you" else None
            assert set(added.values()) <= {None, "", 0, "person"}, table


def test_a_log_goes_on_after_its_last_entry(opened: Store, before: dict[str, Rows]) -> None:
    db = opened.reading()
    uuid, now = "11111111-1111-4111-8111-111111111111", "2026-11-23T10:00:00.000000Z"
    number = db.execute(
        "INSERT INTO segment (uuid, created_at, interview_id, kind, at) VALUES (?, ?, 4, 'pause', ?)",
        (uuid, now, now),
    ).lastrowid
    assert number == before["segment"][-1]["id"] + 1
    assert logs.of(db, 4)[-1].kind == "pause"
    assert "segment_new" not in dict(db.execute("SELECT name, seq FROM sqlite_sequence"))


def test_the_log_reads_as_it_was_written(opened: Store, before: dict[str, Rows]) -> None:
    for talk in {row["interview_id"] for row in before["segment"]}:
        written = [
            (
                row["kind"],
                instant_of(row["at"]),
                row["mark"],
                row["answer"],
                row["minutes"],
                row["stop_at"] and instant_of(row["stop_at"]),
                None,
                None,
            )
            for row in before["segment"]
            if row["interview_id"] == talk
        ]
        assert [tuple(entry) for entry in logs.of(opened.reading(), talk)] == written
    assert {row["answer"] for row in before["segment"]} == {None, "go on", "hard stop", "wrap up"}


# What was a loop in later versions as well.
LATER: Final[dict[int, set[str]]] = {
    1: set(),
    2: {"debrief"},
    3: {"debrief", "introduction", "outreach"},
    4: {"debrief", "introduction", "outreach", "courtesy", "outcome"},
}


def test_the_open_loops_are_the_same(notebook: Path, version: int) -> None:
    build(notebook, version)
    with contextlib.closing(connect(notebook, read_only=True)) as db:
        was = _loops(db)
    kinds = {"thank-you", "my promise", "their promise", "lead"}
    assert {row["kind"] for row in was} == kinds | LATER[version]
    with Store.open(notebook, ManualClock()) as store:
        now = _loops(store.reading())
        days = {(r.kind, r.id): r.due for r in loops.open_loops(store.reading(), START.date(), UTC)}
    # Where a day was reckoned by the view it is by now by whoever reads it, who knows the zone.
    assert all(str(days[row["kind"], row["id"]]) == str(row["due"]) for row in was)
    # A remark may say more than it did, such as how to reach a lead.
    said = [(row["remark"], old["remark"]) for row, old in zip(now, was, strict=True)]
    assert [pair for pair in said if not pair[0].startswith(pair[1])] == []
    told = ("kind", "id", "ball", "text", "contact_id", "interview_id", "since")
    assert [[row[name] for name in told] for row in now] == [[row[n] for n in told] for row in was]


def _loops(db: sqlite3.Connection) -> list[dict[str, Any]]:
    found = db.execute("SELECT * FROM loop WHERE kind <> 'losing touch' ORDER BY kind, id")
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]


def test_the_tags_in_its_notes_are_found(notebook: Path) -> None:
    build(notebook, 1)
    with Store.open(notebook, ManualClock()) as store:
        found = store.reading().execute(
            "SELECT note_id, tag, folded, t.created_at = n.created_at FROM note_tag t"
            " JOIN note n ON n.id = note_id ORDER BY t.id"
        )
        assert found.fetchall() == [
            (2, "hiring", "hiring", 1),
            (3, "Hiring", "hiring", 1),
            (3, "people", "people", 1),
            (5, "firms-to-ask", "firms-to-ask", 1),
            (6, "dotnet", "dotnet", 1),
            (8, "merger", "merger", 1),
            (10, "yes", "yes", 1),
            (10, "größe", "grösse", 1),
            (12, "会社", "会社", 1),
            (12, "2027", "2027", 1),
            (14, "people", "people", 1),
        ]


def test_a_copy_of_the_old_file_stands_beside_it(
    opened: Store, before: dict[str, Rows], version: int
) -> None:
    (copy,) = backup_folder(opened.path).iterdir()
    assert copy.name == f"20261123T100000Z-version-{version}.db"
    with contextlib.closing(sqlite3.connect(f"{copy.as_uri()}?immutable=1", uri=True)) as db:
        assert version_of(db) == version
        assert content(db) == before


def test_it_is_exported_whole(opened: Store, before: dict[str, Rows]) -> None:
    db = opened.reading()
    text = "".join(lines(notebook_uuid(db), ((table, records(db, table)) for table in TABLES)))
    document = json.loads(text)
    assert document["notebook"] == before["notebook"][0]["uuid"]
    for table in TABLES:
        held = [row["uuid"] for row in before.get(table, [])]
        assert [record["uuid"] for record in document[table]] == held or table == "note_tag"
    tag = document["note_tag"][0]
    assert (tag["tag"], tag["note"]) == ("hiring", before["note"][1]["uuid"])
    assert {"since", "question", "stop_at"} < document["segment"][0].keys()


def test_words_that_are_typed_on_are_known_to_be_uncaught(opened: Store) -> None:
    db, now = opened.reading(), START
    db.execute("DELETE FROM uncaught")

    def uncaught() -> list[tuple[int, str]]:
        return db.execute("SELECT note_id, before FROM uncaught ORDER BY note_id").fetchall()

    was = db.execute("SELECT text FROM note WHERE id = 4").fetchone()[0]
    assert uncaught() == []
    for text in (was + "d", was + "da", was + "day #soon"):
        assert keystrokes.save(db, Kept("note", "text", 4), text, now)
    assert keystrokes.save(db, Kept("note", "text", 15), "", now), "the same words change nothing"
    assert uncaught() == [(4, was)]
    assert keystrokes.save(db, Kept("note", "text", 15), "n", now)
    assert uncaught() == [(4, was), (15, "")]
    db.execute("DELETE FROM note WHERE id = 4")
    assert uncaught() == [(15, "")]
    assert (4,) in db.execute("SELECT note_id FROM unindexed").fetchall(), "the index hears of it"


def test_an_old_talk_is_searched_as_before(opened: Store) -> None:
    db = opened.reading()
    assert not is_behind(db)
    found = db.execute("SELECT rowid FROM note_words WHERE note_words MATCH 'curiosity OR ming'")
    assert sorted(found) == [(2,), (14,)]
    things = db.execute("SELECT count(*) FROM thing_words WHERE thing_words MATCH 'harbour'")
    assert things.fetchone()[0] > 0, "and what is no note is found as well"


def test_killed_at_any_statement_an_old_notebook_is_old_or_new(
    notebook: Path, version: int, before: dict[str, Rows], tmp_path: Path
) -> None:
    with contextlib.closing(connect(notebook)) as db:
        moments = every_moment(db, notebook, tmp_path, lambda: migrate(db, notebook, START))
        new = _known(content(db), before)
    kept = _known(before, before)
    assert new == kept
    versions = []
    for killed in moments:
        with contextlib.closing(connect(killed)) as db:
            versions.append(version_of(db))
            held = content(db)
            assert held == before if versions[-1] == version else _known(held, before) == kept
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            migrate(db, killed, START)
            assert version_of(db) == NEWEST
            assert _known(content(db), before) == kept
    assert {version, NEWEST} <= set(versions)
    assert versions == sorted(versions)


def _known(held: dict[str, Rows], before: dict[str, Rows]) -> dict[str, Rows]:
    """Give of what is held only what there was before."""
    return {
        table: [{name: row[name] for name in rows[0]} for row in held[table]]
        for table, rows in before.items()
        if table not in INDEX
    }
