"""The schema, the domain's words and the records say the same; each is written out on its own."""

import contextlib
import importlib
import re
import sqlite3
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Integer, String, Table
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

from infotui.domain import (
    capture,
    contact,
    contradiction,
    goal,
    interview,
    introduction,
    note,
    outcome,
    outreach,
    question,
    referral,
    timer,
    touch,
)
from infotui.domain.kept import KEPT_FIELDS
from infotui.domain.loop import DONE_WORD, LOOP_KINDS
from infotui.storage import schema
from infotui.storage.everything import TABLES
from infotui.storage.migrations import STEPS
from tests.house.source import modules

for _name in ("infotui.storage.shelves", *modules()):
    if _name.startswith(("infotui.domain.records.", "infotui.storage.shelves")):
        importlib.import_module(_name)

AT = "2026-11-26T14:00:00.000000Z"
RECORDS: dict[str, Table] = dict(SQLModel.metadata.tables)
# What no record stands for: words without a record yet, the notebook's own row, and what is only
# noted down to be made again: the search index, the notes whose items lag behind their words.
WITHOUT_RECORD = {
    "unfinished", "notebook", "unindexed", "unindexed_thing", "known_word", "uncaught",
}  # fmt: skip
WITHOUT_EXPORT = WITHOUT_RECORD - {"unfinished"}

WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("contact", "stage"): contact.STAGES,
    ("contact_point", "kind"): contact.POINT_KINDS,
    ("goal", "kind"): goal.GOAL_KINDS,
    ("interview", "state"): interview.STATES,
    ("interview", "place_kind"): ("", *interview.PLACE_KINDS),
    ("question", "state"): question.QUESTION_STATES,
    ("question", "origin"): question.ORIGINS,
    ("question", "phase"): question.PHASES,
    ("question", "importance"): question.IMPORTANCES,
    ("segment", "kind"): timer.SEGMENT_KINDS,
    ("segment", "answer"): (*timer.ANSWERS, *timer.GAP_ANSWERS),
    ("note", "kind"): capture.NOTE_KINDS,
    ("finding", "kind"): note.FINDING_KINDS,
    ("lead", "consent"): note.CONSENTS,
    ("contradiction", "state"): contradiction.CONTRADICTION_STATES,
    ("introduction", "state"): introduction.INTRODUCTION_STATES,
    ("introduction", "notice"): introduction.NOTICES,
    ("lead", "names"): referral.LEAD_NAMES,
    ("lead", "courtesy"): referral.COURTESY_NOTES,
    ("lead", "state"): referral.LEAD_STATES,
    ("touch", "kind"): touch.TOUCH_KINDS,
    ("outcome", "kind"): outcome.OUTCOME_KINDS,
    ("outcome_notice", "state"): outcome.NOTICE_STATES,
    ("outreach", "channel"): outreach.CHANNELS,
    ("outreach", "path"): outreach.PATHS,
    ("outreach", "answer"): outreach.ANSWERS,
}
# Words that the domain does not list: they are written out where they are used.
OTHER_WORDS = {
    ("interview", "place_chosen_by"), ("promise", "whose"), ("promise", "state"),
    ("opening", "posted"), ("opening", "state"), ("thank_you", "medium"), ("thank_you", "state"),
    ("debrief", "state"), ("draft", "state"), ("draft", "used_how"), ("interview", "first_as_is"),
}  # fmt: skip


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        for step in STEPS:
            step(made)
        yield made


def tables_in(db: sqlite3.Connection) -> set[str]:
    rows = db.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    return {row[0] for row in rows if not row[0].startswith("sqlite_")}


def words_laid(db: sqlite3.Connection) -> dict[tuple[str, str], tuple[str, ...]]:
    """Read from the newest schema itself which words each column takes."""
    laid = {}
    for table in tables_in(db):
        (written,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        for column, listed in re.findall(r"CHECK\s*\((\w+) IN\s*\(([^)]*)\)\)", written):
            laid[table, column] = tuple(re.findall(r"'([^']*)'", listed))
    return laid


@pytest.mark.parametrize(("table", "column"), sorted(WORDS))
def test_the_words_of_the_schema_are_those_of_the_domain(
    table: str, column: str, db: sqlite3.Connection
) -> None:
    assert words_laid(db)[table, column] == WORDS[table, column]


def test_no_list_of_words_is_left_out_of_this_test(db: sqlite3.Connection) -> None:
    assert set(words_laid(db)) == set(WORDS) | OTHER_WORDS


def test_no_word_that_was_ever_stored_is_forgotten() -> None:
    lists = {n: v for n, v in vars(schema).items() if n.isupper() and isinstance(v, tuple)}
    del lists["FIRST"]
    assert len(lists) == 14  # the words of later schemas stand in their CHECKs
    for name, words in lists.items():
        assert any(set(words) <= set(known) for known in WORDS.values()), name


def test_every_table_has_a_record_and_every_record_a_table(db: sqlite3.Connection) -> None:
    assert tables_in(db) - WITHOUT_RECORD == set(RECORDS)


def test_every_table_is_exported(db: sqlite3.Connection) -> None:
    assert set(TABLES) == tables_in(db) - WITHOUT_EXPORT
    assert len(set(TABLES)) == len(TABLES)


def kind_of(column: Any) -> str:
    kind = column.type
    if isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    assert isinstance(kind, Integer | String), f"{column} is of a kind this test does not know"
    return "INTEGER" if isinstance(kind, Integer) else "TEXT"


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_a_record_has_the_columns_of_its_table(name: str, db: sqlite3.Connection) -> None:
    laid = {
        row[1]: (row[2], bool(row[3]) or bool(row[5]), bool(row[5]))
        for row in db.execute(f"PRAGMA table_info({name})")
    }
    recorded = {
        column.name: (kind_of(column), not column.nullable, column.primary_key)
        for column in RECORDS[name].columns
    }
    # The shelf dates a record when it is added, so that a new one may be without its instant.
    recorded["created_at"] = ("TEXT", True, False)
    assert recorded == laid


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_a_record_refers_to_what_its_table_refers_to(name: str, db: sqlite3.Connection) -> None:
    laid = {(row[3], row[2], row[4]) for row in db.execute(f"PRAGMA foreign_key_list({name})")}
    recorded = {
        (key.parent.name, key.column.table.name, key.column.name)
        for key in RECORDS[name].foreign_keys
    }
    assert recorded == laid


def record_classes(base: type[Any] = SQLModel) -> Iterator[type[Any]]:
    for kind in base.__subclasses__():
        if getattr(kind, "__table__", None) is not None:
            yield kind
        yield from record_classes(kind)


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_a_new_record_begins_as_its_table_would_have_it(name: str, db: sqlite3.Connection) -> None:
    (kind,) = {k for k in record_classes() if k.__tablename__ == name}
    rows = db.execute("SELECT name, dflt_value FROM pragma_table_info(?)", (name,)).fetchall()
    # A default of the table is written as SQL: a number, or a word in quotes.
    laid = {column: str(written).strip("'") for column, written in rows if written is not None}
    recorded = {c: kind.model_fields[c] for c in laid}
    for column, field in recorded.items():
        assert field.is_required() or str(field.default) == laid[column], column


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_table_has_a_uuid_and_an_instant(name: str, db: sqlite3.Connection) -> None:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({name})")]
    assert columns[:3] == ["id", "uuid", "created_at"]


@pytest.mark.parametrize(("noun", "field"), sorted(KEPT_FIELDS))
def test_a_text_that_is_kept_as_it_is_typed_has_a_column(
    noun: str, field: str, db: sqlite3.Connection
) -> None:
    laid = {row[1]: (row[2], row[3]) for row in db.execute(f"PRAGMA table_info({noun})")}
    assert laid[field] == ("TEXT", 1)


TALK = {"interview_id": 1}
OWED: dict[str, tuple[str, dict[str, Any], str]] = {
    "thank-you": ("thank_you", {**TALK, "contact_id": 1, "due": "2026-11-27"}, "state"),
    "my promise": ("promise", {**TALK, "whose": "mine", "text": "send it"}, "state"),
    "debrief": ("debrief", {**TALK, "due": "2026-11-27"}, "state"),
    "their promise": ("promise", {**TALK, "whose": "theirs", "text": "send it"}, "state"),
    "lead": ("lead", {**TALK, "name": "Jane Doe"}, "state"),
    "courtesy": ("lead", {**TALK, "name": "Bo Lind", "state": "note due"}, "state"),
    "place": ("interview", {"id": 2, "contact_id": 1, "state": "agreed"}, "place_kind"),
    "outcome": ("outcome_notice", {"outcome_id": 1, "contact_id": 1, "due": "2026-11-27"}, "state"),
    "losing touch": (
        "contact",
        {"id": 3, "name": "Cy", "folded": "cy", "cadence_days": 30},
        "cadence_days",
    ),
    "introduction": ("introduction", {"introducer_id": 1, "target_id": 2}, "state"),
    "outreach": (
        "outreach",
        {"contact_id": 1, "channel": "e-mail", "sent_at": AT, "due": "2026-11-27"},
        "answer",
    ),
}


def lay(db: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    whole = {"uuid": str(uuid.uuid4()), "created_at": AT, **values}
    places = ", ".join("?" * len(whole))
    statement = f"INSERT INTO {table} ({', '.join(whole)}) VALUES ({places})"
    db.execute(statement, tuple(whole.values()))


def a_talk(db: sqlite3.Connection) -> None:
    lay(db, "contact", {"id": 1, "name": "Ana", "folded": "ana"})
    lay(db, "contact", {"id": 2, "name": "Bo", "folded": "bo"})
    lay(db, "interview", {"id": 1, "contact_id": 1})
    lay(db, "outcome", {"id": 1, "kind": "job", "recorded_at": AT})


# How each loop is closed in its table, where that is not the state that DONE_WORD names.
CLOSED = {"outreach": "yes", "place": "office", "losing touch": None}


def test_every_loop_of_the_ledger_has_a_name(db: sqlite3.Connection) -> None:
    a_talk(db)
    for table, values, _ in OWED.values():
        lay(db, table, values)
    assert {row[0] for row in db.execute("SELECT kind FROM loop")} == set(OWED) == set(LOOP_KINDS)


@pytest.mark.parametrize("kind", LOOP_KINDS)
def test_a_loop_that_is_done_leaves_the_ledger(kind: str, db: sqlite3.Connection) -> None:
    a_talk(db)
    table, values, column = OWED[kind]
    lay(db, table, values)
    assert db.execute("SELECT kind FROM loop").fetchall() == [(kind,)]
    word = CLOSED.get(kind, DONE_WORD[kind])
    db.execute(f"UPDATE {table} SET {column} = ?", (word,))
    assert db.execute("SELECT kind FROM loop").fetchall() == []
