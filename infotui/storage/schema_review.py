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
    i.contact_id, p.interview_id, coalesce(n.at, p.created_at),
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
# The index of words over everything. Texts are put into it folded and word by word, without stems, so
# that beginnings and exact words are what they are; `known_word` tells the forms of a word. `facets`
# holds marks (all begin with 0, as no word does that is sought) by which filters are answered in the
# same query: whose talk, which kind, month and year, tags. Names never stand in them.
_WORDS: Final = (
    "DROP TABLE note_words",
    """CREATE VIRTUAL TABLE note_words USING fts5(text, facets,
    tokenize='unicode61 remove_diacritics 0', prefix='2 3')""",
    """CREATE VIRTUAL TABLE thing_words USING fts5(name, text, facets, at UNINDEXED,
    talk UNINDEXED, contact UNINDEXED, organization UNINDEXED,
    tokenize='unicode61 remove_diacritics 0', prefix='2 3')""",
    """CREATE TABLE known_word (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,
    stem TEXT NOT NULL
) STRICT""",
    "CREATE INDEX known_word_by_stem ON known_word (stem, word)",
    "CREATE INDEX interview_by_field ON interview (field) WHERE field <> ''",
    "CREATE INDEX contact_by_field ON contact (field) WHERE field <> ''",
    "CREATE INDEX organization_by_field ON organization (field) WHERE field <> ''",
)
# What is behind: notes by their id, all else by its id * 32 and the number of its noun, which is also
# its row in `thing_words`. With an untrusted schema no trigger may write into an index of words.
NOUNS: Final = (
    "contact", "organization", "research_note", "interview", "question", "debrief", "draft",
    "outreach", "touch", "introduction", "outcome", "resource_share", "state_change", "lead",
    "promise", "opening", "resource", "finding", "outcome_notice", "contradiction",
)  # fmt: skip
_CHANGED: Final = {
    "contact": "name, role, unit, organization_id, field, about, introduced_by",
    "organization": "name, field, place, about",
    "research_note": "body, source, contact_id, organization_id",
    "interview": "why, opening, close, if_asked, place, entry, started_at, scheduled_at",
    "question": "text, template, asked_at, note_id, interview_id",
    "debrief": "learned, went_well, differently, settled_at, interview_id",
    "draft": "subject, body, kind, used_at, contact_id, interview_id",
    "outreach": "words, channel, sent_at, contact_id, interview_id",
    "touch": "words, kind, at, contact_id",
    "introduction": "why, asked_at, introducer_id, target_id, interview_id",
    "outcome": "text, kind, recorded_at",
    "resource_share": "words, contact_id, shared_at",
    "state_change": "why, contact_id, interview_id, introduction_id",
    "lead": "name, why, reach, why_not, settled_at, note_id, interview_id",
    "promise": "text, why_not, whose, settled_at, note_id, interview_id",
    "opening": "text, field, link, note_id, interview_id, organization_id",
    "resource": "text, field, link, note_id, interview_id",
    "finding": "text, note_id, interview_id",
    "outcome_notice": "why_not, contact_id, settled_at",
    "contradiction": "why, settled_at",
}
# What shows in another record: its words are found as words of that one.
_PART_OF: Final = {
    "contact_point": ("contact", "contact_id"),
    "contact_tag": ("contact", "contact_id"),
    "goal": ("interview", "interview_id"),
}


def _mark(noun: str, column: str) -> str:
    number = f"{column} * 32 + {NOUNS.index(noun)}"
    return _once("unindexed_thing", "thing", number)


def _once(table: str, column: str, value: str) -> str:
    # Not by OR IGNORE: what a foreign key carries away has its own way with conflicts.
    return (
        f"INSERT INTO {table} ({column}) SELECT {value}"
        f" WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {column} = {value}); END"
    )


def _triggers() -> tuple[str, ...]:
    laid = []
    for noun, columns in _CHANGED.items():
        name = f"CREATE TRIGGER {noun}_unindexed"
        laid += [
            f"{name}_in AFTER INSERT ON {noun} BEGIN {_mark(noun, 'new.id')}",
            f"{name}_out AFTER DELETE ON {noun} BEGIN {_mark(noun, 'old.id')}",
            f"{name}_over AFTER UPDATE OF {columns} ON {noun} BEGIN {_mark(noun, 'new.id')}",
        ]
    for part, (noun, key) in _PART_OF.items():
        name = f"CREATE TRIGGER {part}_unindexed"
        laid += [
            f"{name}_in AFTER INSERT ON {part} BEGIN {_mark(noun, f'new.{key}')}",
            f"{name}_out AFTER DELETE ON {part} BEGIN {_mark(noun, f'old.{key}')}",
            f"{name}_over AFTER UPDATE ON {part} BEGIN {_mark(noun, f'new.{key}')}",
        ]
    # The person of such a change is whom the introduction leads to.
    laid.append(
        "CREATE TRIGGER introduction_unindexed_whose AFTER UPDATE OF target_id ON introduction BEGIN"
        f" INSERT INTO unindexed_thing (thing) SELECT id * 32 + {NOUNS.index('state_change')}"
        " FROM state_change WHERE introduction_id = new.id"
        f" AND id * 32 + {NOUNS.index('state_change')} NOT IN (SELECT thing FROM unindexed_thing); END"
    )
    return tuple(laid)


def _mark_note(value: str) -> str:
    return _once("unindexed", "note_id", value)


_BEHIND: Final = (
    "CREATE TABLE unindexed_thing (thing INTEGER PRIMARY KEY) STRICT",
    *_triggers(),
    *(f"DROP TRIGGER note_unindexed_{event}" for event in ("in", "out", "over")),
    f"CREATE TRIGGER note_unindexed_in AFTER INSERT ON note BEGIN {_mark_note('new.id')}",
    f"CREATE TRIGGER note_unindexed_out AFTER DELETE ON note BEGIN {_mark_note('old.id')}",
    "CREATE TRIGGER note_unindexed_over AFTER UPDATE OF text, kind, at, interview_id ON note BEGIN "
    + _mark_note("new.id"),
    f"CREATE TRIGGER note_tag_unindexed_in AFTER INSERT ON note_tag BEGIN {_mark_note('new.note_id')}",
    f"CREATE TRIGGER note_tag_unindexed_out AFTER DELETE ON note_tag BEGIN {_mark_note('old.note_id')}",
)
# All that is there is behind; the words are put into the index once the notebook is open.
_ALL_BEHIND: Final = (
    "INSERT OR IGNORE INTO unindexed (note_id) SELECT id FROM note",
    *(
        f"INSERT INTO unindexed_thing (thing) SELECT id * 32 + {number} FROM {noun}"
        for number, noun in enumerate(NOUNS)
    ),
)
STATEMENTS: Final = (
    *_QUESTION, *_CONTRADICTION, *_LOOP, *_WORDS, *_BEHIND, *_ALL_BEHIND,
)  # fmt: skip


def take(db: sqlite3.Connection) -> None:
    """Bring a notebook of the fourth schema to the fifth."""
    for statement in STATEMENTS:
        db.execute(statement)
