"""The schema stands by itself: whatever writes with plain SQL, what cannot be meant is refused."""

import sqlite3
import uuid
from collections.abc import Iterator
from typing import Any, Final

import pytest

from infotui.domain import capture, contact, goal, interview, note, question, timer
from infotui.storage.everything import TABLES
from infotui.storage.store import Store
from tests.fakes import ManualClock

AT: Final = "2026-11-23T10:00:00.000000Z"

# One good record of every table; each row refers to row 1 of what it hangs on.
GOOD: Final[dict[str, dict[str, Any]]] = {
    "organization": {"name": "Northwind", "folded": "northwind"},
    "contact": {"name": "Amina Patel", "folded": "amina patel", "organization_id": 1},
    "contact_point": {"contact_id": 1, "kind": "email", "value": "a@example.org"},
    "contact_tag": {"contact_id": 1, "tag": "Alumni", "folded": "alumni"},
    "research_note": {"contact_id": 1, "body": "posted two roles"},
    "interview": {"contact_id": 1, "state": "held", "started_at": AT, "ended_at": AT},
    "interview_person": {"interview_id": 1, "contact_id": 1},
    "goal": {"interview_id": 1, "kind": "fit"},
    "checklist_item": {"interview_id": 1, "key": "dress"},
    "question": {"interview_id": 1, "position": 1, "origin": "own"},
    "segment": {"interview_id": 1, "kind": "run", "at": AT},
    "note": {"interview_id": 1, "at": AT, "text": "said", "question_id": 1},
    "note_tag": {"note_id": 1, "tag": "Hiring", "folded": "hiring"},
    "finding": {"interview_id": 1, "note_id": 1, "kind": "career", "text": "a fact"},
    "lead": {"interview_id": 1, "note_id": 1, "name": "Jane Doe"},
    "promise": {"interview_id": 1, "note_id": 1, "whose": "mine", "text": "send it"},
    "opening": {"interview_id": 1, "note_id": 1, "text": "an analyst"},
    "resource": {"interview_id": 1, "note_id": 1, "text": "a book"},
    "resource_share": {"resource_id": 1, "contact_id": 1, "shared_at": AT},
    "thank_you": {"interview_id": 1, "contact_id": 1, "due": "2026-11-24"},
    "debrief": {"interview_id": 1, "due": "2026-11-24"},
    "introduction": {"introducer_id": 1, "target_id": 2},
    "draft": {"contact_id": 1, "kind": "request-email"},
    "outreach": {"contact_id": 1, "channel": "e-mail", "sent_at": AT, "due": "2026-11-26"},
    "touch": {"contact_id": 1, "at": AT, "kind": "wrote"},
    "outcome": {"kind": "job", "recorded_at": AT},
    "outcome_notice": {"outcome_id": 1, "contact_id": 1, "due": "2026-11-24"},
    "contradiction": {"finding_id": 1, "other_id": 2},
    "state_change": {"interview_id": 1, "was": "live", "became": "held"},
    "unfinished": {"place": "live:1", "text": "half a l", "changed_at": AT},
}


def insert(db: sqlite3.Connection, table: str, **other: Any) -> int:
    """Insert the good record of a table, with some of its values changed."""
    values = {"uuid": str(uuid.uuid4()), "created_at": AT, **GOOD[table], **other}
    marks = ", ".join("?" * len(values))
    statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"
    return int(db.execute(statement, tuple(values.values())).lastrowid or 0)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A notebook with one good record of each kind, as another tool opens it."""
    notebook = tmp_path_factory.mktemp("schema") / "notebook.db"
    Store.open(notebook, ManualClock()).close()
    plain = sqlite3.connect(notebook, isolation_level=None)
    plain.execute("PRAGMA foreign_keys = ON")
    for table in GOOD:
        assert insert(plain, table) == 1
        if table == "contact":
            insert(plain, table, name="Bo Lind", folded="bo lind")
        if table == "finding":
            insert(plain, table, note_id=None)
    yield plain
    plain.close()


@pytest.fixture
def db(full: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """The same notebook for every test: whatever a test does to it is undone."""
    full.execute("BEGIN")
    yield full
    assert full.execute("PRAGMA foreign_key_check").fetchall() == []
    full.execute("ROLLBACK")


def test_there_is_a_good_record_of_every_table() -> None:
    assert tuple(GOOD) == TABLES


# A record that differs from the good one in what is named here is refused.
BAD: Final[list[tuple[str, dict[str, Any]]]] = [
    *((table, {"uuid": "short"}) for table in TABLES),
    *((table, {"uuid": None}) for table in TABLES),
    *((table, {"created_at": "2026-11-23 10:00:00"}) for table in TABLES),
    *((table, {"created_at": None}) for table in TABLES),
    *(
        (table, {"interview_id": 99})
        for table, good in GOOD.items()
        if "interview_id" in good and table not in {"thank_you", "debrief", "interview_person"}
    ),
    *((t, {"note_id": 1}) for t in ("finding", "lead", "promise", "opening", "resource")),
    *((t, {"note_id": 99}) for t in ("finding", "lead", "promise", "opening", "resource")),
    ("organization", {"name": "  ", "folded": "x"}),
    ("contradiction", {"finding_id": 2, "other_id": 2}),
    ("contradiction", {"finding_id": 2, "other_id": 99}),
    ("contradiction", {"finding_id": 2, "other_id": 1, "state": "maybe"}),
    ("organization", {}),  # the same folded name again
    ("contact", {"name": ""}),
    ("contact", {"name": None}),
    ("contact", {"stage": "friend"}),
    ("contact", {"organization_id": 99}),
    ("contact", {"cadence_days": 0}),
    ("contact", {"picked": "first"}),
    ("contact_point", {"kind": "fax"}),
    ("contact_point", {"value": " "}),
    ("contact_point", {"contact_id": 99}),
    ("contact", {"archived_at": "last year"}),
    ("contact", {"introducer_id": 99}),
    ("contact_tag", {}),  # the same word of the same contact again
    ("contact_tag", {"contact_id": 99}),
    ("contact_tag", {"tag": "", "folded": ""}),
    ("research_note", {"contact_id": None}),
    ("research_note", {"organization_id": 1}),
    ("research_note", {"body": None}),
    ("interview", {"contact_id": 99}),
    ("interview", {"contact_id": None}),
    ("interview", {"state": "job interview"}),
    ("interview", {"scheduled_at": "thursday"}),
    ("interview", {"place_kind": "park"}),
    ("interview", {"place_chosen_by": "us"}),
    ("interview", {"nudge_minutes": 4}),
    ("interview", {"decision_minutes": 121}),
    ("interview", {"last_minutes": "sixty"}),
    ("interview", {"ended_at": "2026-11-23T09:59:59.999999Z"}),
    ("interview", {"travel_minutes": -1}),
    ("interview", {"margin_minutes": 241}),
    ("interview", {"first_as_is": 2}),
    ("interview", {"entry": None}),
    ("interview_person", {}),  # the same person in the same interview again
    ("interview_person", {"interview_id": 99, "contact_id": 2}),
    ("interview_person", {"contact_id": 99}),
    ("goal", {"kind": "job"}),
    ("checklist_item", {}),  # the same item of the same interview again
    ("question", {}),  # the same position again
    ("question", {"position": 2, "origin": "copied"}),
    ("question", {"position": 2, "phase": "end"}),
    ("question", {"position": 2, "importance": "urgent"}),
    ("question", {"position": 2, "state": "parked"}),
    ("question", {"position": 2, "research_note_id": 99}),
    ("question", {"position": 2, "parked_at": "later"}),
    ("question", {"position": 2, "estimate_seconds": 0}),
    ("question", {"position": 2, "estimate_seconds": "three minutes"}),
    ("question", {"position": 2, "spent_seconds": -1}),
    ("segment", {"kind": "sleep"}),
    ("segment", {"at": None}),
    ("segment", {"at": "10:00"}),
    ("segment", {"kind": "decision", "answer": "maybe"}),
    ("segment", {"kind": "decision", "answer": "go on", "minutes": 241}),
    ("segment", {"kind": "decision", "answer": "hard stop", "stop_at": "15:40"}),
    ("segment", {"kind": "gap", "since": "10:00"}),
    ("segment", {"kind": "gap", "answer": "asleep"}),
    ("segment", {"kind": "asked", "question_id": 99}),
    ("note", {"kind": "gossip"}),
    ("note", {"at": None}),
    ("note", {"text": None}),
    ("note", {"question_id": 99}),
    ("note_tag", {}),  # the same word of the same note again
    ("note_tag", {"note_id": 99}),
    ("note_tag", {"note_id": None}),
    ("note_tag", {"tag": "", "folded": ""}),
    ("note_tag", {"folded": None}),
    ("finding", {"note_id": None, "kind": "rumour"}),
    ("finding", {"note_id": None, "text": ""}),
    ("lead", {"note_id": None, "name": " "}),
    ("lead", {"note_id": None, "consent": "perhaps"}),
    ("lead", {"note_id": None, "state": "lost"}),
    ("lead", {"note_id": None, "due": "friday"}),
    ("lead", {"note_id": None, "contact_id": 99}),
    ("promise", {"note_id": None, "whose": "ours"}),
    ("promise", {"note_id": None, "text": ""}),
    ("promise", {"note_id": None, "state": "received"}),
    ("promise", {"note_id": None, "whose": "theirs", "state": "kept"}),
    ("promise", {"note_id": None, "due": "tomorrow"}),
    ("opening", {"note_id": None, "posted": "maybe"}),
    ("opening", {"note_id": None, "state": "won"}),
    ("opening", {"note_id": None, "text": ""}),
    ("resource", {"note_id": None, "text": ""}),
    ("thank_you", {}),  # thanks for the same talk again
    ("thank_you", {"interview_id": 99}),
    ("thank_you", {"interview_id": 2, "contact_id": 99}),
    ("resource_share", {}),  # the same resource to the same person again
    ("resource_share", {"resource_id": 99}),
    ("resource_share", {"contact_id": 99}),
    ("resource_share", {"contact_id": 2, "shared_at": None}),
    ("touch", {"contact_id": 99}),
    ("touch", {"at": None}),
    ("touch", {"kind": "thought of"}),
    ("outcome", {}),  # a second one while one is being told
    ("outcome", {"kind": "victory", "closed_at": AT}),
    ("outcome", {"recorded_at": None, "closed_at": AT}),
    ("outcome_notice", {}),  # the same person again
    ("outcome_notice", {"outcome_id": 99}),
    ("outcome_notice", {"contact_id": 99}),
    ("outcome_notice", {"contact_id": 2, "state": "lost"}),
    ("outcome_notice", {"contact_id": 2, "due": "soon"}),
    ("lead", {"note_id": None, "names": "thing"}),
    ("lead", {"note_id": None, "courtesy": "thought of"}),
    ("lead", {"note_id": None, "organization_id": 99}),
    ("thank_you", {"interview_id": 2, "medium": "flowers"}),
    ("thank_you", {"interview_id": 2, "state": "thought of"}),
    ("thank_you", {"interview_id": 2, "due": None}),
    ("debrief", {}),  # a debrief of the same talk again
    ("debrief", {"interview_id": 99}),
    ("debrief", {"interview_id": 2, "confidence": 0}),
    ("debrief", {"interview_id": 2, "confidence": 6}),
    ("debrief", {"interview_id": 2, "confidence": "high"}),
    ("debrief", {"interview_id": 2, "state": "skipped"}),
    ("debrief", {"interview_id": 2, "due": None}),
    ("debrief", {"interview_id": 2, "due": "tomorrow"}),
    ("debrief", {"interview_id": 2, "settled_at": "2026-11-24"}),
    ("introduction", {"target_id": 1}),  # nobody introduces me to themselves
    ("introduction", {"introducer_id": 99}),
    ("introduction", {"target_id": 99}),
    ("introduction", {"interview_id": 99}),
    ("introduction", {"notice": "guessed"}),
    ("introduction", {"state": "hoped"}),
    ("introduction", {"asked_at": "monday"}),
    ("introduction", {"due": "monday"}),
    ("draft", {"contact_id": 99}),
    ("draft", {"kind": ""}),
    ("draft", {"state": "lost"}),
    ("draft", {"used_how": "shouted"}),
    ("draft", {"body": None}),
    ("outreach", {"contact_id": 99}),
    ("outreach", {"channel": "pigeon"}),
    ("outreach", {"path": "lukewarm"}),
    ("outreach", {"sent_at": None}),
    ("outreach", {"due": "soon"}),
    ("outreach", {"answer": "perhaps"}),
    ("outreach", {"draft_id": 99}),
    ("state_change", {"introduction_id": 1}),
    ("state_change", {"interview_id": None}),
    ("state_change", {"contact_id": 1}),
    ("unfinished", {"place": ""}),
    ("unfinished", {}),  # the same place again
]


@pytest.mark.parametrize(("table", "other"), BAD, ids=str)
def test_what_cannot_be_meant_is_refused(
    db: sqlite3.Connection, table: str, other: dict[str, Any]
) -> None:
    insert(db, "interview")
    with pytest.raises(sqlite3.IntegrityError):
        insert(db, table, **other)


def test_the_same_uuid_never_stands_twice(db: sqlite3.Connection) -> None:
    insert(db, "interview")
    for table in TABLES:
        (own,) = db.execute(f"SELECT uuid FROM {table}").fetchone()
        with pytest.raises(sqlite3.IntegrityError, match=f"{table}.uuid"):
            insert(db, table, uuid=own, **_apart(table))


def _apart(table: str) -> dict[str, Any]:
    """Give what keeps a second record of a table from clashing in anything but its uuid."""
    apart: dict[str, dict[str, Any]] = {
        "organization": {"folded": "other"},
        "checklist_item": {"key": "route"},
        "question": {"position": 2},
        "thank_you": {"interview_id": 2},
        "debrief": {"interview_id": 2},
        "note_tag": {"folded": "other"},
        "contact_tag": {"folded": "other"},
        "resource_share": {"contact_id": 2},
        "outcome": {"closed_at": AT},
        "outcome_notice": {"contact_id": 2},
        "contradiction": {"finding_id": 2, "other_id": 1},
        "interview_person": {"contact_id": 2},
        "unfinished": {"place": "live:2"},
    }
    return apart.get(table, {"note_id": None} if "note_id" in GOOD[table] else {})


def test_one_interview_is_live_and_one_question_asked(db: sqlite3.Connection) -> None:
    insert(db, "interview", state="live")
    with pytest.raises(sqlite3.IntegrityError, match=r"interview\.state"):
        insert(db, "interview", state="live")
    insert(db, "question", position=2, state="asking")
    insert(db, "question", interview_id=2, position=1, state="asking")
    with pytest.raises(sqlite3.IntegrityError, match=r"question\.interview_id"):
        insert(db, "question", position=3, state="asking")


def test_a_mark_is_shown_once(db: sqlite3.Connection) -> None:
    insert(db, "interview")
    insert(db, "segment", kind="shown", mark="nudge 20")
    insert(db, "segment", kind="shown", mark="decide 30")
    insert(db, "segment", kind="decision", mark="nudge 20", answer="go on")
    insert(db, "segment", kind="shown", mark="nudge 20", interview_id=2)
    with pytest.raises(sqlite3.IntegrityError, match="segment"):
        insert(db, "segment", kind="shown", mark="nudge 20")


def test_there_is_one_notebook_in_a_notebook(db: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(
            "INSERT INTO notebook (id, uuid, made_by) VALUES (2, ?, '1')", (str(uuid.uuid4()),)
        )
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("UPDATE notebook SET focus_id = 99")


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("contact", "stage", contact.STAGES),
        ("contact_point", "kind", contact.POINT_KINDS),
        ("goal", "kind", goal.GOAL_KINDS),
        ("interview", "state", interview.STATES),
        ("interview", "place_kind", ("", *interview.PLACE_KINDS)),
        ("question", "origin", question.ORIGINS),
        ("question", "phase", question.PHASES),
        ("question", "importance", question.IMPORTANCES),
        ("question", "state", question.QUESTION_STATES),
        ("segment", "kind", timer.SEGMENT_KINDS),
        ("segment", "answer", (*timer.ANSWERS, *timer.GAP_ANSWERS)),
        ("note", "kind", capture.NOTE_KINDS),
        ("finding", "kind", note.FINDING_KINDS),
        ("lead", "consent", note.CONSENTS),
    ],
)
def test_every_word_of_the_domain_can_be_stored(
    db: sqlite3.Connection, table: str, column: str, words: tuple[str, ...]
) -> None:
    for word in words:
        db.execute(f"UPDATE {table} SET {column} = ?", (word,))
        assert db.execute(f"SELECT {column} FROM {table}").fetchone() == (word,)


def test_what_hangs_on_a_contact_alone_goes_with_it(db: sqlite3.Connection) -> None:
    db.execute("UPDATE notebook SET focus_id = 1")
    db.execute("DELETE FROM contact")
    left = [table for table in TABLES if db.execute(f"SELECT 1 FROM {table}").fetchone()]
    assert left == ["organization", "opening", "resource", "outcome", "unfinished"]
    assert db.execute("SELECT interview_id, note_id FROM opening").fetchone() == (None, None)
    assert db.execute("SELECT focus_id FROM notebook").fetchone() == (None,)


def test_what_was_caught_outlives_its_note(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM note")
    for table in ("finding", "lead", "promise", "opening", "resource"):
        assert db.execute(f"SELECT note_id FROM {table}").fetchall()[:1] == [(None,)]


def test_a_note_outlives_its_question(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM question")
    assert db.execute("SELECT question_id, text FROM note").fetchall() == [(None, "said")]


def test_the_log_outlives_the_question_it_names(db: sqlite3.Connection) -> None:
    number = insert(db, "segment", kind="asked", question_id=1)
    db.execute("DELETE FROM question")
    kept = db.execute("SELECT kind, question_id FROM segment WHERE id = ?", (number,)).fetchall()
    assert kept == [("asked", None)]


def test_a_note_takes_its_tags_along(db: sqlite3.Connection) -> None:
    other = insert(db, "note")
    insert(db, "note_tag", note_id=other)
    db.execute("DELETE FROM note WHERE id = 1")
    assert db.execute("SELECT note_id FROM note_tag").fetchall() == [(other,)]


def test_the_first_words_are_kept_until_the_item_is_in_step(db: sqlite3.Connection) -> None:
    other = insert(db, "note", text="untouched")
    for text in ("said", "said m", "said more"):
        db.execute("UPDATE note SET text = ? WHERE id = 1", (text,))
    db.execute("UPDATE note SET kind = 'lead' WHERE id = ?", (other,))
    assert db.execute("SELECT note_id, before FROM uncaught").fetchall() == [(1, "said")]
    db.execute("DELETE FROM uncaught")
    db.execute("UPDATE note SET text = 'said' WHERE id = 1")
    assert db.execute("SELECT note_id, before FROM uncaught").fetchall() == [(1, "said more")]
    db.execute("DELETE FROM note WHERE id = 1")
    assert db.execute("SELECT count(*) FROM uncaught").fetchone() == (0,)
