"""The fifth schema: what reviewing past talks needs beyond the fourth; as SQL, never changed again."""

import sqlite3
from typing import Final

_INSTANT: Final = "GLOB '????-??-??T??:??:??.??????Z'"
_HEAD: Final = f"""
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at {_INSTANT}),
"""

# A question in other words than the bank's, joined by hand to the one it means: the key of that one.
_QUESTION: Final = (
    "ALTER TABLE question ADD COLUMN joined TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX question_by_joined ON question (joined) WHERE joined <> ''",
)
# What the person made of two findings that are at odds. Which may be is guessed anew from their words.
_CONTRADICTION: Final = (
    f"""CREATE TABLE contradiction ({_HEAD}
    finding_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'explained', 'none')),
    why TEXT NOT NULL DEFAULT '',
    settled_at TEXT CHECK (settled_at {_INSTANT}),
    UNIQUE (finding_id, other_id),
    CHECK (finding_id <> other_id)
) STRICT""",
    "CREATE INDEX contradiction_by_other ON contradiction (other_id)",
)
# A day that nobody said is a number of days from the day of an instant, and which day an instant is on
# depends on where one is: the view gives both, and whoever knows the zone makes the day of them.
_LOOP: Final = (
    "DROP VIEW loop",
    """CREATE VIEW loop AS
SELECT 'thank-you' AS kind, t.id AS id, 'me' AS ball,
    CASE t.medium WHEN 'card' THEN 'Thank-you card' ELSE 'Thank-you mail' END AS text,
    t.contact_id AS contact_id, t.interview_id AS interview_id, t.created_at AS since,
    t.due AS due, NULL AS day_of, NULL AS days_on,
    CASE t.state WHEN 'drafted' THEN 'drafted' ELSE '' END AS remark
FROM thank_you t WHERE t.state <> 'sent'
UNION ALL
SELECT 'debrief', d.id, 'me', 'Debrief of the talk', i.contact_id, d.interview_id, d.created_at,
    d.due, NULL, NULL, ''
FROM debrief d JOIN interview i ON i.id = d.interview_id WHERE d.state = 'due'
UNION ALL
SELECT CASE p.whose WHEN 'mine' THEN 'my promise' ELSE 'their promise' END, p.id,
    CASE p.whose WHEN 'mine' THEN 'me' ELSE 'them' END, p.text,
    i.contact_id, p.interview_id, p.created_at,
    p.due, CASE WHEN p.due IS NULL THEN coalesce(n.at, p.created_at) END,
    CASE p.whose WHEN 'mine' THEN 2 ELSE 7 END,
    CASE WHEN p.due IS NULL THEN 'no day was said' ELSE '' END
FROM promise p JOIN interview i ON i.id = p.interview_id LEFT JOIN note n ON n.id = p.note_id
WHERE p.state = 'open'
UNION ALL
SELECT 'lead', l.id, 'me',
    CASE l.names WHEN 'person' THEN 'Write to ' || l.name ELSE 'Look into ' || l.name END,
    i.contact_id, l.interview_id, l.created_at, l.due, NULL, NULL,
    CASE l.consent WHEN 'yes' THEN 'may mention their name'
        WHEN 'no' THEN 'do not mention their name' ELSE 'ask first whether to mention them' END
        || CASE l.reach WHEN '' THEN '' ELSE ' · ' || l.reach END
FROM lead l JOIN interview i ON i.id = l.interview_id WHERE l.state IN ('new', 'to follow')
UNION ALL
SELECT 'courtesy', l.id, 'me', 'Tell them that you will not follow up on ' || l.name,
    i.contact_id, l.interview_id, coalesce(l.settled_at, l.created_at), l.due, NULL, NULL,
    l.why_not
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
    x.due, NULL, NULL,
    CASE WHEN x.state = 'asked' AND x.reminded_at IS NOT NULL THEN 'reminded once' ELSE '' END
FROM introduction x JOIN contact a ON a.id = x.introducer_id JOIN contact b ON b.id = x.target_id
WHERE x.state IN ('draft', 'asked', 'contact made')
UNION ALL
SELECT 'outreach', o.id, 'them', 'Answer of ' || c.name, o.contact_id, o.interview_id, o.sent_at,
    o.due, NULL, NULL, o.channel
FROM outreach o JOIN contact c ON c.id = o.contact_id
WHERE o.answer = '' AND NOT EXISTS (SELECT 1 FROM outreach later
    WHERE later.contact_id = o.contact_id AND (later.sent_at, later.id) > (o.sent_at, o.id))
UNION ALL
SELECT 'place', i.id, 'me', 'Settle a place', i.contact_id, i.id, i.created_at,
    NULL, i.scheduled_at, -1,
    CASE i.place_chosen_by WHEN '' THEN 'theirs to choose first' ELSE '' END
FROM interview i WHERE i.state IN ('agreed', 'scheduled') AND i.place_kind = ''
UNION ALL
SELECT 'outcome', n.id, 'me', 'Tell them how it ended', n.contact_id, NULL, n.created_at, n.due, NULL, NULL,
    ''
FROM outcome_notice n JOIN outcome o ON o.id = n.outcome_id
WHERE n.state = 'due' AND o.closed_at IS NULL
UNION ALL
SELECT 'losing touch', c.id, 'me', 'Be in touch again', c.id, NULL,
    coalesce(max(t.at), c.created_at), NULL, coalesce(max(t.at), c.created_at), c.cadence_days,
    'every ' || c.cadence_days || ' days'
FROM contact c LEFT JOIN touched t ON t.contact_id = c.id
WHERE c.cadence_days IS NOT NULL AND c.archived_at IS NULL GROUP BY c.id""",
)
STATEMENTS: Final = (*_QUESTION, *_CONTRADICTION, *_LOOP)


def take(db: sqlite3.Connection) -> None:
    """Bring a notebook of the fourth schema to the fifth."""
    for statement in STATEMENTS:
        db.execute(statement)
