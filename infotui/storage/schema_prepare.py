"""The third schema: what preparing a talk needs beyond the second; as SQL, never changed again."""

import sqlite3
from typing import Final

_INSTANT: Final = "GLOB '????-??-??T??:??:??.??????Z'"
_DAY: Final = "GLOB '????-??-??'"
_HEAD: Final = f"""
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at {_INSTANT}),
"""

# Whoever is archived stays with everything said; only the lists leave them out.
_CONTACT: Final = (
    "ALTER TABLE contact ADD COLUMN zone TEXT NOT NULL DEFAULT ''",
    f"ALTER TABLE contact ADD COLUMN archived_at TEXT CHECK (archived_at {_INSTANT})",
    "ALTER TABLE contact ADD COLUMN introducer_id INTEGER"
    " REFERENCES contact (id) ON DELETE SET NULL",
    "CREATE INDEX contact_by_introducer ON contact (introducer_id)",
    "CREATE INDEX contact_by_pick ON contact (picked) WHERE picked IS NOT NULL",
    f"""CREATE TABLE contact_tag ({_HEAD}
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    tag TEXT NOT NULL CHECK (length(tag) > 0),
    folded TEXT NOT NULL,
    UNIQUE (contact_id, folded)
) STRICT""",
    "CREATE INDEX contact_tag_by_word ON contact_tag (folded, contact_id)",
)
_INTERVIEW: Final = (
    "ALTER TABLE interview ADD COLUMN entry TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE interview ADD COLUMN travel_minutes INTEGER"
    " CHECK (travel_minutes BETWEEN 0 AND 1440)",
    "ALTER TABLE interview ADD COLUMN margin_minutes INTEGER"
    " CHECK (margin_minutes BETWEEN 0 AND 240)",
    "ALTER TABLE interview ADD COLUMN resume TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE interview ADD COLUMN first_as_is INTEGER NOT NULL DEFAULT 0"
    " CHECK (first_as_is IN (0, 1))",
    f"""CREATE TABLE interview_person ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    UNIQUE (interview_id, contact_id)
) STRICT""",
    "CREATE INDEX interview_person_by_contact ON interview_person (contact_id)",
)
_REACHING: Final = (
    f"""CREATE TABLE introduction ({_HEAD}
    introducer_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    target_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    notice TEXT NOT NULL DEFAULT '' CHECK (notice IN ('', 'copied', 'told')),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'asked', 'contact made',
        'followed up', 'led to interview', 'declined', 'lapsed')),
    why TEXT NOT NULL DEFAULT '',
    asked_at TEXT CHECK (asked_at {_INSTANT}),
    reminded_at TEXT CHECK (reminded_at {_INSTANT}),
    made_at TEXT CHECK (made_at {_INSTANT}),
    followed_at TEXT CHECK (followed_at {_INSTANT}),
    settled_at TEXT CHECK (settled_at {_INSTANT}),
    due TEXT CHECK (due {_DAY}),
    CHECK (introducer_id <> target_id)
) STRICT""",
    "CREATE INDEX introduction_by_introducer ON introduction (introducer_id)",
    "CREATE INDEX introduction_by_target ON introduction (target_id)",
    "CREATE INDEX introduction_by_interview ON introduction (interview_id)",
    "CREATE INDEX introduction_by_state ON introduction (state)",
    f"""CREATE TABLE draft ({_HEAD}
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    introduction_id INTEGER REFERENCES introduction (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'used')),
    used_at TEXT CHECK (used_at {_INSTANT}),
    used_how TEXT NOT NULL DEFAULT ''
        CHECK (used_how IN ('', 'copied', 'file', 'mail', 'said', 'sent'))
) STRICT""",
    "CREATE INDEX draft_by_contact ON draft (contact_id)",
    "CREATE INDEX draft_by_interview ON draft (interview_id)",
    "CREATE INDEX draft_by_introduction ON draft (introduction_id)",
    f"""CREATE TABLE outreach ({_HEAD}
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    draft_id INTEGER REFERENCES draft (id) ON DELETE SET NULL,
    channel TEXT NOT NULL
        CHECK (channel IN ('e-mail', 'letter', 'telephone', 'in person', 'other')),
    path TEXT NOT NULL DEFAULT 'cold' CHECK (path IN ('warm', 'cold')),
    words TEXT NOT NULL DEFAULT '',
    sent_at TEXT CHECK (sent_at {_INSTANT}) NOT NULL,
    due TEXT NOT NULL CHECK (due {_DAY}),
    answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'yes', 'no', 'later', 'none')),
    answered_at TEXT CHECK (answered_at {_INSTANT})
) STRICT""",
    "CREATE INDEX outreach_by_contact ON outreach (contact_id, sent_at)",
    "CREATE INDEX outreach_by_interview ON outreach (interview_id)",
    "CREATE INDEX outreach_by_draft ON outreach (draft_id)",
    "CREATE INDEX outreach_open ON outreach (contact_id) WHERE answer = ''",
)
# A CHECK cannot be changed in place, so the table is made anew and keeps its rows.
_STATE_CHANGE: Final = (
    f"""CREATE TABLE state_change_new ({_HEAD}
    contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE CASCADE,
    introduction_id INTEGER REFERENCES introduction (id) ON DELETE CASCADE,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    CHECK ((contact_id IS NOT NULL) + (interview_id IS NOT NULL)
        + (introduction_id IS NOT NULL) = 1)
) STRICT""",
    """INSERT INTO state_change_new (id, uuid, created_at, contact_id, interview_id, was, became,
    why) SELECT id, uuid, created_at, contact_id, interview_id, was, became, why FROM state_change""",
    "DROP TABLE state_change",
    "ALTER TABLE state_change_new RENAME TO state_change",
    "CREATE INDEX state_change_by_contact ON state_change (contact_id)",
    "CREATE INDEX state_change_by_interview ON state_change (interview_id)",
    "CREATE INDEX state_change_by_introduction ON state_change (introduction_id)",
)
# Every real contact there was with somebody, dated: from it the last touch is derived, never stored.
_TOUCHED: Final = (
    """CREATE VIEW touched AS
SELECT contact_id, started_at AS at, 'talk' AS what, id AS interview_id FROM interview
WHERE started_at IS NOT NULL AND state IN ('live', 'held', 'closed')
UNION ALL
SELECT p.contact_id, i.started_at, 'talk', i.id FROM interview_person p
JOIN interview i ON i.id = p.interview_id
WHERE i.started_at IS NOT NULL AND i.state IN ('live', 'held', 'closed')
UNION ALL
SELECT contact_id, sent_at, 'outreach', interview_id FROM outreach
UNION ALL
SELECT contact_id, answered_at, 'answer', interview_id FROM outreach
WHERE answered_at IS NOT NULL AND answer <> 'none'
UNION ALL
SELECT introducer_id, asked_at, 'introduction', interview_id FROM introduction
WHERE asked_at IS NOT NULL
UNION ALL
SELECT target_id, followed_at, 'introduction', interview_id FROM introduction
WHERE followed_at IS NOT NULL
UNION ALL
SELECT i.contact_id, t.settled_at, 'thanks', i.id FROM thank_you t
JOIN interview i ON i.id = t.interview_id WHERE t.settled_at IS NOT NULL AND t.state = 'sent'
UNION ALL
SELECT i.contact_id, p.settled_at, 'promise', i.id FROM promise p
JOIN interview i ON i.id = p.interview_id
WHERE p.settled_at IS NOT NULL AND p.state IN ('kept', 'received')""",
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
FROM lead l JOIN interview i ON i.id = l.interview_id WHERE l.state IN ('new', 'to follow')
UNION ALL
SELECT 'introduction', x.id, CASE x.state WHEN 'asked' THEN 'introducer' ELSE 'me' END,
    CASE x.state
        WHEN 'draft' THEN 'Ask ' || a.name || ' to introduce you to ' || b.name
        WHEN 'asked' THEN a.name || ' to introduce you to ' || b.name
        ELSE 'Write to ' || b.name || ', now that ' || a.name || ' has made the contact' END,
    CASE x.state WHEN 'contact made' THEN x.target_id ELSE x.introducer_id END, x.interview_id,
    CASE x.state WHEN 'draft' THEN x.created_at
        WHEN 'asked' THEN coalesce(x.reminded_at, x.asked_at, x.created_at)
        ELSE coalesce(x.made_at, x.created_at) END,
    x.due, CASE WHEN x.state = 'asked' AND x.reminded_at IS NOT NULL THEN 'reminded once' ELSE '' END
FROM introduction x JOIN contact a ON a.id = x.introducer_id JOIN contact b ON b.id = x.target_id
WHERE x.state IN ('draft', 'asked', 'contact made')
UNION ALL
SELECT 'outreach', o.id, 'them', 'Answer of ' || c.name, o.contact_id, o.interview_id, o.sent_at,
    o.due, o.channel
FROM outreach o JOIN contact c ON c.id = o.contact_id
WHERE o.answer = '' AND NOT EXISTS (SELECT 1 FROM outreach later
    WHERE later.contact_id = o.contact_id AND (later.sent_at, later.id) > (o.sent_at, o.id))""",
)
STATEMENTS: Final = (
    *_CONTACT, *_INTERVIEW, *_REACHING, *_STATE_CHANGE, *_TOUCHED, *_LOOP,
)  # fmt: skip


def take(db: sqlite3.Connection) -> None:
    """Bring a notebook of the second schema to the third."""
    for statement in STATEMENTS:
        db.execute(statement)
