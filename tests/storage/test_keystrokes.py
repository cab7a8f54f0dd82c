"""The save of every key: each place for words takes them whole, and gives them back as they are."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta

import pytest

from infotui.domain.clock import instant_text
from infotui.domain.kept import KEPT_FIELDS, Kept, Unfinished, form_field, live_line
from infotui.services.desks import Desks
from infotui.storage import keystrokes
from infotui.storage.everything import records
from tests.builders import a_live_interview, lay_reaching, open_desks
from tests.fakes import START, ManualClock

WORDS = "Grüße “so”; 'DROP TABLE note' %_\\\n日本 👩‍🔬 "


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A notebook with a record of every noun that words are typed into."""
    desks = open_desks(tmp_path_factory.mktemp("keys") / "notebook.db", ManualClock())
    interview_id = a_live_interview(desks, "grew up near here")
    desks.plans.add_goal(interview_id, "own", "x")
    desks.research.begin("contact", 1, "x")
    desks.live.end(interview_id)  # which opens a debrief
    lay_reaching(desks)
    yield desks.store.reading()
    desks.close()


@pytest.mark.parametrize(("noun", "field"), sorted(KEPT_FIELDS))
def test_every_place_takes_words_and_no_other_changes(
    db: sqlite3.Connection, noun: str, field: str
) -> None:
    def read() -> list[dict[str, object]]:
        rows = db.execute(f"SELECT * FROM {noun} ORDER BY id")
        names = [column[0] for column in rows.description]
        return [dict(zip(names, row, strict=True)) for row in rows]

    before = read()
    for text in ("W", WORDS, ""):
        keystrokes.save(db, Kept(noun, field, 1), text, START)
        assert read() == [{**before[0], field: text}, *before[1:]]
    assert not db.in_transaction


def test_a_place_that_is_not_typed_into_is_no_place() -> None:
    with pytest.raises(ValueError, match=r"contact\.name"):
        Kept("contact", "name", 1)


def test_words_without_a_record_are_kept_by_their_place(db: sqlite3.Connection) -> None:
    line, form = live_line("abc"), form_field("contact", "name")
    keystrokes.save(db, line, "half", START)
    keystrokes.save(db, form, "Ami", START)
    assert keystrokes.read(db, line.place) == "half"
    first = db.execute("SELECT * FROM unfinished WHERE place = ?", (line.place,)).fetchone()

    later = START + timedelta(seconds=5)
    keystrokes.save(db, line, WORDS, later)
    second = db.execute("SELECT * FROM unfinished WHERE place = ?", (line.place,)).fetchone()
    assert second[:4] == first[:4], "its id, uuid, making and place stay"
    assert second[4:] == (WORDS, instant_text(later))

    keystrokes.save(db, line, "", later)
    assert keystrokes.read(db, line.place) == ""
    assert db.execute("SELECT place FROM unfinished").fetchall() == [(form.place,)]
    keystrokes.clear(db, form.place)


def test_nothing_is_read_where_nothing_was_typed(db: sqlite3.Connection) -> None:
    assert keystrokes.read(db, "live:nobody") == ""
    keystrokes.clear(db, "live:nobody")
    keystrokes.save(db, Unfinished("live:nobody"), "", START)
    assert db.execute("SELECT count(*) FROM unfinished").fetchone() == (0,)


def test_words_for_a_record_that_is_gone_are_not_called_saved(desks: Desks) -> None:
    saved = desks.scribe.keep(Kept("question", "text", 99), "What do you")
    assert not saved
    assert "gone" in desks.scribe.trouble
    assert next(records(desks.store.reading(), "unfinished"))["text"] == "What do you"
