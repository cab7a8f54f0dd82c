"""The fourth schema: what is left to do after a talk, and to the end of a search; as SQL, never changed again."""

import sqlite3
from typing import Final

_INSTANT: Final = "GLOB '????-??-??T??:??:??.??????Z'"
_DAY: Final = "GLOB '????-??-??'"
_HEAD: Final = f"""
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at {_INSTANT}),
"""

# Everybody who took part is thanked, so that one talk may owe several thanks.
_THANK_YOU: Final = (
    f"""CREATE TABLE thank_you_new ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    medium TEXT NOT NULL DEFAULT 'card' CHECK (medium IN ('card', 'mail')),
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'drafted', 'sent')),
    due TEXT NOT NULL CHECK (due {_DAY}),
    settled_at TEXT CHECK (settled_at {_INSTANT}),
    UNIQUE (interview_id, contact_id)
) STRICT""",
    """INSERT INTO thank_you_new (id, uuid, created_at, interview_id, contact_id, medium, state, due,
    settled_at) SELECT t.id, t.uuid, t.created_at, t.interview_id, i.contact_id, t.medium, t.state,
    t.due, t.settled_at FROM thank_you t JOIN interview i ON i.id = t.interview_id""",
    "DROP TABLE thank_you",
    "ALTER TABLE thank_you_new RENAME TO thank_you",
    "CREATE INDEX thank_you_by_state ON thank_you (state)",
    "CREATE INDEX thank_you_by_contact ON thank_you (contact_id)",
)
_LEAD: Final = (
    "ALTER TABLE lead ADD COLUMN names TEXT NOT NULL DEFAULT 'person'"
    " CHECK (names IN ('person', 'organization'))",
    "ALTER TABLE lead ADD COLUMN organization_id INTEGER"
    " REFERENCES organization (id) ON DELETE SET NULL",
    "ALTER TABLE lead ADD COLUMN why_not TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE lead ADD COLUMN courtesy TEXT NOT NULL DEFAULT ''"
    " CHECK (courtesy IN ('', 'sent', 'waived'))",
    "CREATE INDEX lead_by_organization ON lead (organization_id)",
)
_OPENING: Final = (
    "ALTER TABLE opening ADD COLUMN field TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE opening ADD COLUMN link TEXT NOT NULL DEFAULT ''",
    f"ALTER TABLE opening ADD COLUMN settled_at TEXT CHECK (settled_at {_INSTANT})",
)
_RESOURCE: Final = (
    "ALTER TABLE resource ADD COLUMN field TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE resource ADD COLUMN link TEXT NOT NULL DEFAULT ''",
    f"""CREATE TABLE resource_share ({_HEAD}
    resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    shared_at TEXT CHECK (shared_at {_INSTANT}) NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    UNIQUE (resource_id, contact_id)
) STRICT""",
    "CREATE INDEX resource_share_by_contact ON resource_share (contact_id)",
)
_TOUCH: Final = (
    f"""CREATE TABLE touch ({_HEAD}
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    at TEXT CHECK (at {_INSTANT}) NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('wrote', 'they wrote', 'called', 'met', 'other')),
    words TEXT NOT NULL DEFAULT ''
) STRICT""",
    "CREATE INDEX touch_by_contact ON touch (contact_id, at)",
)
_OUTCOME: Final = (
    f"""CREATE TABLE outcome ({_HEAD}
    kind TEXT NOT NULL CHECK (kind IN ('job', 'study', 'direction', 'stopped', 'other')),
    text TEXT NOT NULL DEFAULT '',
    recorded_at TEXT CHECK (recorded_at {_INSTANT}) NOT NULL,
    closed_at TEXT CHECK (closed_at {_INSTANT})
) STRICT""",
    # At any time one outcome at most is being told.
    "CREATE UNIQUE INDEX outcome_one_open ON outcome ((closed_at IS NULL)) WHERE closed_at IS NULL",
    f"""CREATE TABLE outcome_notice ({_HEAD}
    outcome_id INTEGER NOT NULL REFERENCES outcome (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'told', 'waived')),
    due TEXT NOT NULL CHECK (due {_DAY}),
    settled_at TEXT CHECK (settled_at {_INSTANT}),
    why_not TEXT NOT NULL DEFAULT '',
    UNIQUE (outcome_id, contact_id)
) STRICT""",
    "CREATE INDEX outcome_notice_by_contact ON outcome_notice (contact_id)",
    "CREATE INDEX outcome_notice_by_state ON outcome_notice (state)",
)
_TOUCHED: Final = (
    "DROP VIEW touched",
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
SELECT contact_id, settled_at, 'thanks', interview_id FROM thank_you
WHERE settled_at IS NOT NULL AND state = 'sent'
UNION ALL
SELECT i.contact_id, p.settled_at, 'promise', i.id FROM promise p
JOIN interview i ON i.id = p.interview_id
WHERE p.settled_at IS NOT NULL AND p.state IN ('kept', 'received')
UNION ALL
SELECT i.contact_id, l.settled_at, 'courtesy', i.id FROM lead l
JOIN interview i ON i.id = l.interview_id WHERE l.settled_at IS NOT NULL AND l.courtesy = 'sent'
UNION ALL
SELECT contact_id, at, kind, NULL FROM touch
UNION ALL
SELECT contact_id, shared_at, 'resource', NULL FROM resource_share
UNION ALL
SELECT contact_id, settled_at, 'outcome', NULL FROM outcome_notice
WHERE settled_at IS NOT NULL AND state = 'told'""",
)
# Whether somebody is being lost depends on the day, which no view knows: it gives the day on which
# the next touch is due, and whoever reads it leaves out what is not due yet.
_LOOP: Final = (
    "DROP VIEW loop",
    """CREATE VIEW loop AS
SELECT 'thank-you' AS kind, t.id AS id, 'me' AS ball,
    CASE t.medium WHEN 'card' THEN 'Thank-you card' ELSE 'Thank-you mail' END AS text,
    t.contact_id AS contact_id, t.interview_id AS interview_id, t.created_at AS since,
    t.due AS due, CASE t.state WHEN 'drafted' THEN 'drafted' ELSE '' END AS remark
FROM thank_you t WHERE t.state <> 'sent'
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
SELECT 'lead', l.id, 'me',
    CASE l.names WHEN 'person' THEN 'Write to ' || l.name ELSE 'Look into ' || l.name END,
    i.contact_id, l.interview_id, l.created_at, l.due,
    CASE l.consent WHEN 'yes' THEN 'may mention their name'
        WHEN 'no' THEN 'do not mention their name' ELSE 'ask first whether to mention them' END
        || CASE l.reach WHEN '' THEN '' ELSE ' · ' || l.reach END
FROM lead l JOIN interview i ON i.id = l.interview_id WHERE l.state IN ('new', 'to follow')
UNION ALL
SELECT 'courtesy', l.id, 'me', 'Tell them that you will not follow up on ' || l.name,
    i.contact_id, l.interview_id, coalesce(l.settled_at, l.created_at), l.due, l.why_not
FROM lead l JOIN interview i ON i.id = l.interview_id WHERE l.state IN ('not pursuing', 'note due')
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
    WHERE later.contact_id = o.contact_id AND (later.sent_at, later.id) > (o.sent_at, o.id))
UNION ALL
SELECT 'place', i.id, 'me', 'Settle a place', i.contact_id, i.id, i.created_at,
    date(i.scheduled_at, '-1 day'),
    CASE i.place_chosen_by WHEN '' THEN 'theirs to choose first' ELSE '' END
FROM interview i WHERE i.state IN ('agreed', 'scheduled') AND i.place_kind = ''
UNION ALL
SELECT 'outcome', n.id, 'me', 'Tell them how it ended', n.contact_id, NULL, n.created_at, n.due, ''
FROM outcome_notice n JOIN outcome o ON o.id = n.outcome_id
WHERE n.state = 'due' AND o.closed_at IS NULL
UNION ALL
SELECT 'losing touch', c.id, 'me', 'Be in touch again', c.id, NULL,
    coalesce(max(t.at), c.created_at),
    date(coalesce(max(t.at), c.created_at), '+' || c.cadence_days || ' days'),
    'every ' || c.cadence_days || ' days'
FROM contact c LEFT JOIN touched t ON t.contact_id = c.id
WHERE c.cadence_days IS NOT NULL AND c.archived_at IS NULL GROUP BY c.id""",
)
STATEMENTS: Final = (
    # The views go first: what they read is made anew.
    _LOOP[0], _TOUCHED[0], *_THANK_YOU, *_LEAD, *_OPENING, *_RESOURCE, *_TOUCH, *_OUTCOME,
    _TOUCHED[1], _LOOP[1],
)  # fmt: skip


def take(db: sqlite3.Connection) -> None:
    """Bring a notebook of the third schema to the fourth."""
    for statement in STATEMENTS:
        db.execute(statement)
