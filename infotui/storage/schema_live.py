"""The second schema: what a talk as it happens needs beyond the first; as SQL, never changed again."""

import re
import sqlite3
import uuid
from typing import Final

_INSTANT: Final = "GLOB '????-??-??T??:??:??.??????Z'"
_HEAD: Final = f"""
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at {_INSTANT}),
"""

# The log learns which question was asked when, gaps of the clock, arrival, and the ask for a resume.
# A CHECK cannot be changed in place, so the table is made anew and keeps its rows.
_SEGMENT: Final = (
    f"""CREATE TABLE segment_new ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('run', 'pause', 'shown', 'decision', 'end', 'asked', 'gap',
        'arrived', 'resume asked', 'taken back')),
    at TEXT CHECK (at {_INSTANT}) NOT NULL,
    mark TEXT NOT NULL DEFAULT '',
    answer TEXT CHECK (answer IN ('wrap up', 'go on', 'hard stop', 'counted', 'left out')),
    minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 240),
    stop_at TEXT CHECK (stop_at {_INSTANT}),
    since TEXT CHECK (since {_INSTANT}),
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL
) STRICT""",
    """INSERT INTO segment_new (id, uuid, created_at, interview_id, kind, at, mark, answer, minutes,
    stop_at) SELECT id, uuid, created_at, interview_id, kind, at, mark, answer, minutes, stop_at
    FROM segment""",
    "DROP TABLE segment",
    "ALTER TABLE segment_new RENAME TO segment",
    "CREATE INDEX segment_by_interview ON segment (interview_id, id)",
    "CREATE INDEX segment_by_question ON segment (question_id)",
    "CREATE UNIQUE INDEX segment_shown_once ON segment (interview_id, mark) WHERE kind = 'shown'",
)
_QUESTION: Final = (
    f"ALTER TABLE question ADD COLUMN parked_at TEXT CHECK (parked_at {_INSTANT})",
    "ALTER TABLE question ADD COLUMN estimate_seconds INTEGER CHECK (estimate_seconds > 0)",
    "ALTER TABLE question ADD COLUMN spent_seconds INTEGER CHECK (spent_seconds >= 0)",
)
_DEBRIEF: Final = (
    f"""CREATE TABLE debrief ({_HEAD}
    interview_id INTEGER NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE,
    learned TEXT NOT NULL DEFAULT '',
    went_well TEXT NOT NULL DEFAULT '',
    differently TEXT NOT NULL DEFAULT '',
    confidence INTEGER CHECK (confidence BETWEEN 1 AND 5),
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'written')),
    due TEXT NOT NULL CHECK (due GLOB '????-??-??'),
    settled_at TEXT CHECK (settled_at {_INSTANT})
) STRICT""",
    "CREATE INDEX debrief_by_state ON debrief (state)",
)
_TAG: Final = (
    f"""CREATE TABLE note_tag ({_HEAD}
    note_id INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    tag TEXT NOT NULL CHECK (length(tag) > 0),
    folded TEXT NOT NULL,
    UNIQUE (note_id, folded)
) STRICT""",
    "CREATE INDEX note_tag_by_word ON note_tag (folded, note_id)",
)
# Words of a note follow every key by themselves; what was caught in it follows when the editing ends.
# Should the program be killed in between, this table still tells which notes are to be caught anew.
_UNCAUGHT: Final = (
    "CREATE TABLE uncaught (note_id INTEGER PRIMARY KEY, before TEXT NOT NULL) STRICT",
    """CREATE TRIGGER note_uncaught AFTER UPDATE OF text ON note WHEN new.text <> old.text BEGIN
    INSERT OR IGNORE INTO uncaught (note_id, before) VALUES (new.id, old.text); END""",
    """CREATE TRIGGER note_uncaught_out AFTER DELETE ON note BEGIN
    DELETE FROM uncaught WHERE note_id = old.id; END""",
)
_LOOP: Final = (
    "DROP VIEW loop",
    """CREATE VIEW loop AS
SELECT 'thank-you' AS kind, t.id AS id, 'me' AS ball,
    CASE t.medium WHEN 'card' THEN 'Thank-you card' ELSE 'Thank-you mail' END AS text,
    i.contact_id AS contact_id, t.interview_id AS interview_id, t.created_at AS since,
    t.due AS due, '' AS remark
FROM thank_you t JOIN interview i ON i.id = t.interview_id WHERE t.state <> 'sent'
UNION ALL
SELECT 'debrief', d.id, 'me', 'Debrief of the talk', i.contact_id, d.interview_id, d.created_at,
    d.due, ''
FROM debrief d JOIN interview i ON i.id = d.interview_id WHERE d.state = 'due'
UNION ALL
SELECT CASE p.whose WHEN 'mine' THEN 'my promise' ELSE 'their promise' END, p.id,
    CASE p.whose WHEN 'mine' THEN 'me' ELSE 'them' END, p.text,
    i.contact_id, p.interview_id, p.created_at,
    coalesce(p.due, date(coalesce(n.at, p.created_at),
        CASE p.whose WHEN 'mine' THEN '+2 days' ELSE '+7 days' END)),
    CASE WHEN p.due IS NULL THEN 'no day was said' ELSE '' END
FROM promise p JOIN interview i ON i.id = p.interview_id LEFT JOIN note n ON n.id = p.note_id
WHERE p.state = 'open'
UNION ALL
SELECT 'lead', l.id, 'me', 'Write to ' || l.name, i.contact_id, l.interview_id,
    l.created_at, l.due,
    CASE l.consent WHEN 'yes' THEN 'may mention their name'
        WHEN 'no' THEN 'do not mention their name' ELSE 'ask first whether to mention them' END
        || CASE l.reach WHEN '' THEN '' ELSE ' · ' || l.reach END
FROM lead l JOIN interview i ON i.id = l.interview_id WHERE l.state IN ('new', 'to follow')""",
)
STATEMENTS: Final = (*_SEGMENT, *_QUESTION, *_DEBRIEF, *_TAG, *_UNCAUGHT, *_LOOP)

_TAG_WORD: Final = re.compile(r"(?<![\w&#/\\])#(\w[\w-]*)")


def take(db: sqlite3.Connection) -> None:
    """Bring a notebook of the first schema to the second, and find the tags in the notes it holds."""
    for statement in STATEMENTS:
        db.execute(statement)
    rows = db.execute("SELECT id, created_at, text FROM note WHERE text LIKE '%#%'")
    for note_id, made, text in rows.fetchall():
        for tag in _TAG_WORD.findall(text):
            db.execute(
                "INSERT OR IGNORE INTO note_tag (uuid, created_at, note_id, tag, folded)"
                " VALUES (?, ?, ?, ?, ?)",
                (str(uuid.uuid4()), made, note_id, tag, tag.casefold()),
            )
