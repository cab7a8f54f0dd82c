"""The index of words: in step with the notes after every change, and after a kill between any two."""

import contextlib
import itertools
import shutil
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infotui.domain.kept import Kept
from infotui.domain.stem import stem
from infotui.services.desks import Desks
from infotui.storage import schema_review
from infotui.storage.connection import connect
from infotui.storage.search_index import catch_up, is_behind
from infotui.storage.views.things import NOUNS, ROOM
from tests.builders import a_live_interview, many_notes, open_desks
from tests.fakes import ManualClock
from tests.people import busy
from tests.storage.killing import every_moment


def _forms(db: sqlite3.Connection, word: str) -> list[str]:
    rows = db.execute("SELECT word FROM known_word WHERE stem = ?", (stem(word),))
    return [row[0] for row in rows] or [word]


def found(db: sqlite3.Connection, word: str) -> list[int]:
    asked = f"text : ({' OR '.join(_forms(db, word))})"
    rows = db.execute("SELECT rowid FROM note_words WHERE note_words MATCH ?", (asked,))
    return sorted(row[0] for row in rows)


def remove_note(desks: Desks, note_id: int) -> None:
    from infotui.domain.records.note import Note

    with desks.store.writing() as shelves:
        shelves.notes.remove(Note, note_id)


def test_it_follows_a_jot_an_edit_and_a_delete(desks: Desks) -> None:
    interview_id = a_live_interview(desks)
    db = desks.store.reading()
    catch_up(db)
    assert catch_up(db) == 0

    note_id = desks.live.jot(interview_id, "they hire for curiosity")
    assert note_id is not None
    assert (is_behind(db), found(db, "curiosity")) == (True, [])
    assert (catch_up(db), is_behind(db), found(db, "curiosity")) == (1, False, [note_id])

    desks.scribe.keep(Kept("note", "text", note_id), "they hire for patience")
    assert is_behind(db)
    assert catch_up(db) == 1
    assert (found(db, "curiosity"), found(db, "patience")) == ([], [note_id])

    remove_note(desks, note_id)
    assert is_behind(db)
    assert catch_up(db) == 1
    assert found(db, "hire") == []

    # A note may get the number of one that went: the words of that one must not come back.
    another = desks.live.jot(interview_id, "they value candour")
    catch_up(db)
    assert (found(db, "hire"), found(db, "candour")) == ([], [another])


def test_what_does_not_change_the_words_leaves_it_alone(desks: Desks) -> None:
    interview_id = a_live_interview(desks, "they hire for curiosity")
    catch_up(desks.store.reading())
    desks.scheduling.tick(interview_id, "dress")
    desks.store.reading().execute("UPDATE note SET question_id = NULL")
    assert not is_behind(desks.store.reading())


def test_many_notes_are_taken_in_batches(desks: Desks) -> None:
    talk = a_live_interview(desks)
    db = desks.store.reading()
    catch_up(db)
    many_notes(desks, talk, "a line about candour", 1203)
    commits: list[str] = []
    db.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
    assert catch_up(db) == 1203
    db.set_trace_callback(None)
    assert len(commits) == 3
    assert len(found(db, "candour")) == 1203


@pytest.mark.parametrize(
    ("each", "done"), [(0.0, [16, 32, 64, 128, 256, 500, 500]), (1e-6, [16, 32, 32]), (1.0, [16])]
)
def test_where_time_is_short_batches_are_as_large_as_it_allows(
    desks: Desks, each: float, done: list[int]
) -> None:
    """A record takes `each` seconds by this clock; 100 microseconds are given."""
    talk = a_live_interview(desks)
    db = desks.store.reading()
    catch_up(db)
    many_notes(desks, talk, "a line about candour", 1_496)
    laid = "SELECT count(*) FROM note_words"
    before = db.execute(laid).fetchone()[0]
    commits: list[int] = []

    def now() -> float:
        there = db.execute(laid).fetchone()[0] - before
        if not commits or commits[-1] != there:
            commits.append(there)
        return float(there) * each

    assert catch_up(db, None, now, 100e-6) == sum(done)
    assert [later - first for first, later in itertools.pairwise(commits)] == done
    catch_up(db)
    assert not is_behind(db)
    assert len(found(db, "candour")) == 1_496


def test_killed_at_any_statement_it_catches_up_again(
    desks: Desks, notebook: Path, tmp_path: Path
) -> None:
    """What lies on the disk before each statement is what a kill at that moment would leave."""
    interview_id = a_live_interview(desks, "one candour", "two candour")
    db = desks.store.reading()
    catch_up(db)
    desks.scribe.keep(Kept("note", "text", 1), "one patience")
    remove_note(desks, 2)
    third = desks.live.jot(interview_id, "three candour")
    snapshots: list[Path] = []

    def snap(_: str) -> None:
        folder = tmp_path / f"kill-{len(snapshots)}"
        folder.mkdir()
        for end in ("", "-wal"):
            shutil.copyfile(f"{notebook}{end}", folder / f"{notebook.name}{end}")
        snapshots.append(folder / notebook.name)

    db.set_trace_callback(snap)
    catch_up(db)
    db.set_trace_callback(None)

    assert len(snapshots) > 5
    for killed in snapshots:
        other = connect(killed)
        catch_up(other)
        assert (found(other, "candour"), found(other, "patience")) == ([third], [1])
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        other.close()


def test_killed_at_any_statement_everything_else_catches_up_as_well(
    desks: Desks, notebook: Path, tmp_path: Path
) -> None:
    me = busy(desks)
    db = desks.store.reading()
    catch_up(db)
    desks.scribe.keep(Kept("question", "text", 1), "What of the zebras?")
    desks.scribe.keep(Kept("contact", "about", me), "")
    db.execute("DELETE FROM research_note")
    moments = every_moment(db, notebook, tmp_path, lambda: catch_up(db))
    assert len(moments) > 5
    wanted = index_of(db)
    assert wanted == made_anew(db)
    for killed in moments:
        other = connect(killed)
        catch_up(other)
        assert index_of(other) == wanted
        other.close()


_WORDS = ("apple", "bread", "cheese")
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["jot", "edit", "remove", "catch up"]),
        st.integers(0, 9),
        st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join),
    ),
    max_size=14,
)


@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=_STEPS)
def test_it_finds_just_the_notes_that_hold_a_word(
    steps: list[tuple[str, int, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desks = open_desks(tmp_path_factory.mktemp("index") / "n.db", ManualClock())
    interview_id = a_live_interview(desks)
    notes: dict[int, str] = {}
    for what, which, text in steps:
        chosen = sorted(notes)[which % len(notes)] if notes else None
        if what == "jot":
            notes[desks.live.jot(interview_id, text) or 0] = text
        elif what == "edit" and chosen:
            desks.scribe.keep(Kept("note", "text", chosen), text)
            notes[chosen] = text
        elif what == "remove" and chosen:
            remove_note(desks, chosen)
            del notes[chosen]
        elif what == "catch up":
            catch_up(desks.store.reading())
    catch_up(desks.store.reading())
    for word in _WORDS:
        holding = [note_id for note_id, text in sorted(notes.items()) if word in text.split()]
        assert found(desks.store.reading(), word) == holding
    desks.close()


def index_of(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Give all that stands in the index."""
    return {
        "notes": db.execute("SELECT rowid, * FROM note_words ORDER BY rowid").fetchall(),
        "things": db.execute("SELECT rowid, * FROM thing_words ORDER BY rowid").fetchall(),
        "words": db.execute("SELECT word, stem FROM known_word ORDER BY word").fetchall(),
    }


def made_anew(db: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Give what the index would be if it were made from nothing."""
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        db.backup(copy)
        for table in ("note_words", "thing_words", "known_word", "unindexed", "unindexed_thing"):
            copy.execute(f"DELETE FROM {table}")
        copy.execute("INSERT INTO unindexed SELECT id FROM note")
        for number, noun in enumerate(NOUNS):
            copy.execute(f"INSERT INTO unindexed_thing SELECT id * 32 + {number} FROM {noun}")
        catch_up(copy)
        return index_of(copy)


def test_the_numbers_of_the_nouns_are_those_of_the_schema() -> None:
    assert NOUNS == schema_review.NOUNS
    assert len(NOUNS) <= ROOM == 32


def test_it_is_in_step_after_every_kind_of_change(desks: Desks) -> None:
    db = desks.store.reading()
    steps = 0

    def in_step() -> None:
        nonlocal steps
        catch_up(db)
        assert index_of(db) == made_anew(db), f"after step {steps}"
        steps += 1

    me, other = busy(desks), busy(desks, "A. Patel", "Southwind")
    in_step()
    assert {row[0] for row in db.execute("SELECT rowid % 32 FROM thing_words")} >= {
        0,
        1,
        2,
        3,
        4,
        6,
        7,
        12,
    }
    form = desks.contacts.form_of(me)
    desks.contacts.change(me, form._replace(name="Émile Zed", tags="#law", email="z@example.org"))
    in_step()
    talk = db.execute("SELECT max(id) FROM interview WHERE contact_id = ?", (me,)).fetchone()[0]
    goal = desks.plans.add_goal(talk, "fit")
    desks.scribe.keep(Kept("goal", "text", goal), "learn what a zoologist does")
    desks.scribe.keep(Kept("interview", "why", talk), "she knows zoologists")
    for noun, field in (("research_note", "body"), ("question", "text"), ("draft", "body"),
                        ("introduction", "why"), ("contact", "about")):  # fmt: skip
        desks.scribe.keep(Kept(noun, field, 1), f"a zebra in a {noun}")
    in_step()
    hit = "SELECT count(*) FROM thing_words WHERE thing_words MATCH 'zebra'"
    assert db.execute(hit).fetchone() == (5,)
    desks.merging.merge(me, other)
    in_step()
    desks.undo.take_back()
    in_step()
    db.execute("DELETE FROM note WHERE kind = 'lead'")
    in_step()
    db.execute("UPDATE note SET kind = 'note', at = '2020-01-01T00:00:00.000000Z'")
    db.execute("DELETE FROM note_tag")
    in_step()
    assert any("0m202001" in str(row) for row in index_of(db)["notes"])
    desks.contacts.delete(other)
    in_step()
    desks.undo.take_back()
    in_step()
    for table in ("interview", "contact", "organization"):
        db.execute(f"DELETE FROM {table}")
    in_step()
    for table in ("outcome", "opening", "resource"):
        db.execute(f"DELETE FROM {table}")
    in_step()
    assert index_of(db)["notes"] == index_of(db)["words"] == [], "no word is left behind"


def test_what_is_carried_away_while_it_is_behind_is_no_conflict(desks: Desks) -> None:
    me = busy(desks)
    db = desks.store.reading()
    db.execute("UPDATE contact SET about = 'changed'")
    db.execute("UPDATE note SET text = text || ' changed'")
    desks.contacts.delete(me)
    catch_up(db)
    assert not is_behind(db)


def test_work_is_bounded_and_goes_on(desks: Desks) -> None:
    talk = a_live_interview(desks)
    db = desks.store.reading()
    catch_up(db)
    many_notes(desks, talk, "a line about candour", 1203)
    assert desks.store.catch_up_index(400) is False
    assert len(found(db, "candour")) == 500
    assert min(found(db, "candour")) == 704, "the newest come first"
    assert desks.store.catch_up_index() is True


def test_a_key_that_is_typed_costs_no_indexing(desks: Desks) -> None:
    busy(desks)
    db = desks.store.reading()
    catch_up(db)
    said: list[str] = []
    db.set_trace_callback(said.append)
    for length in range(1, 20):
        desks.scribe.keep(Kept("question", "text", 1), "What is it like?"[:length])
    db.set_trace_callback(None)
    assert not any("_words" in sql or "known_word" in sql for sql in said)
    assert catch_up(db) == 1
