"""The first schema of a notebook, as SQL; later ones are steps in `migrations`, this never changes."""

from typing import Final

# The words of this schema, written out: a released schema must not follow the domain when it grows.
STAGES: Final = (
    "stranger",
    "introduced",
    "met",
    "in touch",
    "advocate",
)
POINT_KINDS: Final = (
    "email",
    "phone",
    "address",
    "web",
    "other",
)
GOAL_KINDS: Final = (
    "fit",
    "path",
    "network",
    "employers",
    "evaluate",
    "approach",
    "own",
)
STATES: Final = (
    "idea",
    "requested",
    "agreed",
    "scheduled",
    "live",
    "held",
    "closed",
    "declined",
    "no reply",
    "cancelled",
    "lapsed",
)
PLACE_KINDS: Final = (
    "office",
    "coffee shop",
    "video",
    "telephone",
    "other",
)
QUESTION_STATES: Final = (
    "planned",
    "asking",
    "answered",
    "partly",
    "skipped",
)
ORIGINS: Final = (
    "bank",
    "own",
    "research",
    "arisen",
    "asked of me",
)
PHASES: Final = (
    "start",
    "middle",
    "close",
)
IMPORTANCES: Final = (
    "must",
    "should",
    "could",
)
SEGMENT_KINDS: Final = (
    "run",
    "pause",
    "shown",
    "decision",
    "end",
)
ANSWERS: Final = (
    "wrap up",
    "go on",
    "hard stop",
)
NOTE_KINDS: Final = (
    "note",
    "lead",
    "my promise",
    "their promise",
    "opening",
    "finding",
    "resource",
    "arisen",
    "asked of me",
)
FINDING_KINDS: Final = (
    "employer",
    "person",
    "market",
    "career",
    "strength",
    "gap",
    "opening",
    "resource",
    "advice",
)
CONSENTS: Final = (
    "yes",
    "no",
    "not asked",
)


def _one_of(column: str, words: tuple[str, ...], *, empty: bool = False) -> str:
    listed = ", ".join(f"'{word}'" for word in (("", *words) if empty else words))
    return f"CHECK ({column} IN ({listed}))"


_HEAD = """
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),
"""


def _instant(column: str) -> str:
    return f"{column} TEXT CHECK ({column} GLOB '????-??-??T??:??:??.??????Z')"


FIRST: Final[tuple[str, ...]] = (
    f"""CREATE TABLE organization ({_HEAD}
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    folded TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    field TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT ''
) STRICT""",
    "CREATE UNIQUE INDEX organization_by_name ON organization (folded)",
    f"""CREATE TABLE contact ({_HEAD}
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    folded TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
    field TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL DEFAULT 'stranger' {_one_of("stage", STAGES)},
    introduced_by TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    cadence_days INTEGER CHECK (cadence_days > 0),
    picked INTEGER CHECK (picked > 0)
) STRICT""",
    "CREATE INDEX contact_by_name ON contact (folded, id)",
    "CREATE INDEX contact_by_organization ON contact (organization_id)",
    f"""CREATE TABLE contact_point ({_HEAD}
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    kind TEXT NOT NULL {_one_of("kind", POINT_KINDS)},
    value TEXT NOT NULL CHECK (length(trim(value)) > 0),
    position INTEGER NOT NULL DEFAULT 0
) STRICT""",
    "CREATE INDEX contact_point_by_contact ON contact_point (contact_id)",
    f"""CREATE TABLE research_note ({_HEAD}
    contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
    organization_id INTEGER REFERENCES organization (id) ON DELETE CASCADE,
    body TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    CHECK ((contact_id IS NULL) <> (organization_id IS NULL))
) STRICT""",
    "CREATE INDEX research_note_by_contact ON research_note (contact_id)",
    "CREATE INDEX research_note_by_organization ON research_note (organization_id)",
    f"""CREATE TABLE interview ({_HEAD}
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
    field TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'idea' {_one_of("state", STATES)},
    {_instant("scheduled_at")},
    zone TEXT NOT NULL DEFAULT 'UTC',
    place_kind TEXT NOT NULL DEFAULT '' {_one_of("place_kind", PLACE_KINDS, empty=True)},
    place TEXT NOT NULL DEFAULT '',
    place_chosen_by TEXT NOT NULL DEFAULT '' CHECK (place_chosen_by IN ('', 'me', 'them')),
    why TEXT NOT NULL DEFAULT '',
    opening TEXT NOT NULL DEFAULT '',
    close TEXT NOT NULL DEFAULT '',
    if_asked TEXT NOT NULL DEFAULT '',
    nudge_minutes INTEGER CHECK (nudge_minutes BETWEEN 5 AND 120),
    decision_minutes INTEGER CHECK (decision_minutes BETWEEN 5 AND 120),
    last_minutes INTEGER CHECK (last_minutes BETWEEN 5 AND 120),
    {_instant("started_at")},
    {_instant("ended_at")},
    CHECK (ended_at IS NULL OR started_at IS NULL OR ended_at >= started_at)
) STRICT""",
    "CREATE INDEX interview_by_contact ON interview (contact_id)",
    "CREATE INDEX interview_by_organization ON interview (organization_id)",
    "CREATE INDEX interview_by_state ON interview (state, scheduled_at)",
    "CREATE INDEX interview_by_start ON interview (started_at)",
    "CREATE UNIQUE INDEX interview_one_live ON interview (state) WHERE state = 'live'",
    f"""CREATE TABLE goal ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    kind TEXT NOT NULL {_one_of("kind", GOAL_KINDS)},
    text TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0
) STRICT""",
    "CREATE INDEX goal_by_interview ON goal (interview_id)",
    f"""CREATE TABLE checklist_item ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    UNIQUE (interview_id, key)
) STRICT""",
    f"""CREATE TABLE question ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    template TEXT NOT NULL DEFAULT '',
    short TEXT NOT NULL DEFAULT '',
    bank_id TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL {_one_of("origin", ORIGINS)},
    phase TEXT NOT NULL DEFAULT 'middle' {_one_of("phase", PHASES)},
    importance TEXT NOT NULL DEFAULT 'should' {_one_of("importance", IMPORTANCES)},
    state TEXT NOT NULL DEFAULT 'planned' {_one_of("state", QUESTION_STATES)},
    {_instant("asked_at")},
    research_note_id INTEGER REFERENCES research_note (id) ON DELETE SET NULL,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    UNIQUE (interview_id, position)
) STRICT""",
    "CREATE UNIQUE INDEX question_one_asking ON question (interview_id) WHERE state = 'asking'",
    "CREATE INDEX question_by_research_note ON question (research_note_id)",
    "CREATE INDEX question_by_bank ON question (bank_id) WHERE bank_id <> ''",
    f"""CREATE TABLE segment ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    kind TEXT NOT NULL {_one_of("kind", SEGMENT_KINDS)},
    {_instant("at")} NOT NULL,
    mark TEXT NOT NULL DEFAULT '',
    answer TEXT {_one_of("answer", ANSWERS)},
    minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 240),
    {_instant("stop_at")}
) STRICT""",
    "CREATE INDEX segment_by_interview ON segment (interview_id, id)",
    "CREATE UNIQUE INDEX segment_shown_once ON segment (interview_id, mark) WHERE kind = 'shown'",
    f"""CREATE TABLE note ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    {_instant("at")} NOT NULL,
    kind TEXT NOT NULL DEFAULT 'note' {_one_of("kind", NOTE_KINDS)},
    text TEXT NOT NULL DEFAULT ''
) STRICT""",
    "CREATE INDEX note_by_interview ON note (interview_id, at)",
    "CREATE INDEX note_by_question ON note (question_id)",
    f"""CREATE TABLE finding ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    goal_id INTEGER REFERENCES goal (id) ON DELETE SET NULL,
    kind TEXT NOT NULL {_one_of("kind", FINDING_KINDS)},
    text TEXT NOT NULL CHECK (length(trim(text)) > 0)
) STRICT""",
    "CREATE INDEX finding_by_interview ON finding (interview_id)",
    "CREATE INDEX finding_by_question ON finding (question_id)",
    "CREATE INDEX finding_by_goal ON finding (goal_id)",
    "CREATE INDEX finding_by_kind ON finding (kind)",
    f"""CREATE TABLE lead ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    why TEXT NOT NULL DEFAULT '',
    reach TEXT NOT NULL DEFAULT '',
    consent TEXT NOT NULL DEFAULT 'not asked' {_one_of("consent", CONSENTS)},
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN
        ('new', 'to follow', 'followed', 'became contact', 'not pursuing', 'note due', 'closed')),
    due TEXT CHECK (due GLOB '????-??-??'),
    {_instant("settled_at")},
    contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL
) STRICT""",
    "CREATE INDEX lead_by_state ON lead (state)",
    "CREATE INDEX lead_by_contact ON lead (contact_id)",
    "CREATE INDEX lead_by_interview ON lead (interview_id)",
    f"""CREATE TABLE promise ({_HEAD}
    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    whose TEXT NOT NULL CHECK (whose IN ('mine', 'theirs')),
    text TEXT NOT NULL CHECK (length(trim(text)) > 0),
    state TEXT NOT NULL DEFAULT 'open'
        CHECK (state IN ('open', 'kept', 'withdrawn', 'received', 'let go')),
    due TEXT CHECK (due GLOB '????-??-??'),
    {_instant("settled_at")},
    why_not TEXT NOT NULL DEFAULT '',
    CHECK (whose = 'mine' OR state NOT IN ('kept', 'withdrawn')),
    CHECK (whose = 'theirs' OR state NOT IN ('received', 'let go'))
) STRICT""",
    "CREATE INDEX promise_by_state ON promise (state)",
    "CREATE INDEX promise_by_interview ON promise (interview_id)",
    f"""CREATE TABLE opening ({_HEAD}
    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
    text TEXT NOT NULL CHECK (length(trim(text)) > 0),
    posted TEXT NOT NULL DEFAULT 'unknown' CHECK (posted IN ('posted', 'unposted', 'unknown')),
    state TEXT NOT NULL DEFAULT 'heard'
        CHECK (state IN ('heard', 'watching', 'applied', 'closed'))
) STRICT""",
    "CREATE INDEX opening_by_organization ON opening (organization_id)",
    "CREATE INDEX opening_by_interview ON opening (interview_id)",
    f"""CREATE TABLE resource ({_HEAD}
    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    text TEXT NOT NULL CHECK (length(trim(text)) > 0)
) STRICT""",
    "CREATE INDEX resource_by_interview ON resource (interview_id)",
    f"""CREATE TABLE thank_you ({_HEAD}
    interview_id INTEGER NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE,
    medium TEXT NOT NULL DEFAULT 'card' CHECK (medium IN ('card', 'mail')),
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'drafted', 'sent')),
    due TEXT NOT NULL CHECK (due GLOB '????-??-??'),
    {_instant("settled_at")}
) STRICT""",
    "CREATE INDEX thank_you_by_state ON thank_you (state)",
    f"""CREATE TABLE state_change ({_HEAD}
    contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE CASCADE,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    CHECK ((contact_id IS NULL) <> (interview_id IS NULL))
) STRICT""",
    "CREATE INDEX state_change_by_contact ON state_change (contact_id)",
    "CREATE INDEX state_change_by_interview ON state_change (interview_id)",
    f"""CREATE TABLE unfinished ({_HEAD}
    place TEXT NOT NULL UNIQUE CHECK (length(place) > 0),
    text TEXT NOT NULL DEFAULT '',
    {_instant("changed_at")} NOT NULL
) STRICT""",
    """CREATE TABLE notebook (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    made_by TEXT NOT NULL,
    pulse INTEGER NOT NULL DEFAULT 0,
    focus_id INTEGER REFERENCES interview (id) ON DELETE SET NULL
) STRICT""",
    """CREATE VIEW loop AS
SELECT 'thank-you' AS kind, t.id AS id, 'me' AS ball,
    CASE t.medium WHEN 'card' THEN 'Thank-you card' ELSE 'Thank-you mail' END AS text,
    i.contact_id AS contact_id, t.interview_id AS interview_id, t.created_at AS since,
    t.due AS due, '' AS remark
FROM thank_you t JOIN interview i ON i.id = t.interview_id WHERE t.state <> 'sent'
UNION ALL
SELECT CASE p.whose WHEN 'mine' THEN 'my promise' ELSE 'their promise' END, p.id,
    CASE p.whose WHEN 'mine' THEN 'me' ELSE 'them' END, p.text,
    i.contact_id, p.interview_id, p.created_at, p.due, ''
FROM promise p JOIN interview i ON i.id = p.interview_id WHERE p.state = 'open'
UNION ALL
SELECT 'lead', l.id, 'me', 'Write to ' || l.name, i.contact_id, l.interview_id,
    l.created_at, l.due,
    CASE l.consent WHEN 'yes' THEN 'may mention their name'
        WHEN 'no' THEN 'do not mention their name' ELSE 'ask first whether to mention them' END
FROM lead l JOIN interview i ON i.id = l.interview_id WHERE l.state IN ('new', 'to follow')""",
    # The index of words is kept by `search_index`, not by triggers of its own: with an untrusted
    # schema SQLite lets no trigger write to a full-text table. Triggers only note what is behind.
    """CREATE VIRTUAL TABLE note_words USING fts5(
    text, tokenize='porter unicode61 remove_diacritics 2', prefix='2 3')""",
    "CREATE TABLE unindexed (note_id INTEGER PRIMARY KEY) STRICT",
    """CREATE TRIGGER note_unindexed_in AFTER INSERT ON note BEGIN
    INSERT OR IGNORE INTO unindexed (note_id) VALUES (new.id); END""",
    """CREATE TRIGGER note_unindexed_out AFTER DELETE ON note BEGIN
    INSERT OR IGNORE INTO unindexed (note_id) VALUES (old.id); END""",
    """CREATE TRIGGER note_unindexed_over AFTER UPDATE OF text ON note BEGIN
    INSERT OR IGNORE INTO unindexed (note_id) VALUES (new.id); END""",
)
