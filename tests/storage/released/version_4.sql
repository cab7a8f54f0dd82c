-- A notebook of version 4, as that version left it: made up, and never changed again.
PRAGMA application_id = 1768842868;
PRAGMA user_version = 4;
BEGIN;
CREATE TABLE organization (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    folded TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    field TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX organization_by_name ON organization (folded);
CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    folded TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
    field TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL DEFAULT 'stranger' CHECK (stage IN ('stranger', 'introduced', 'met', 'in touch', 'advocate')),
    introduced_by TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    cadence_days INTEGER CHECK (cadence_days > 0),
    picked INTEGER CHECK (picked > 0)
, zone TEXT NOT NULL DEFAULT '', archived_at TEXT CHECK (archived_at GLOB '????-??-??T??:??:??.??????Z'), introducer_id INTEGER REFERENCES contact (id) ON DELETE SET NULL) STRICT;
CREATE INDEX contact_by_name ON contact (folded, id);
CREATE INDEX contact_by_organization ON contact (organization_id);
CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'address', 'web', 'other')),
    value TEXT NOT NULL CHECK (length(trim(value)) > 0),
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX contact_point_by_contact ON contact_point (contact_id);
CREATE TABLE research_note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
    organization_id INTEGER REFERENCES organization (id) ON DELETE CASCADE,
    body TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    CHECK ((contact_id IS NULL) <> (organization_id IS NULL))
) STRICT;
CREATE INDEX research_note_by_contact ON research_note (contact_id);
CREATE INDEX research_note_by_organization ON research_note (organization_id);
CREATE TABLE interview (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
    field TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'idea' CHECK (state IN ('idea', 'requested', 'agreed', 'scheduled', 'live', 'held', 'closed', 'declined', 'no reply', 'cancelled', 'lapsed')),
    scheduled_at TEXT CHECK (scheduled_at GLOB '????-??-??T??:??:??.??????Z'),
    zone TEXT NOT NULL DEFAULT 'UTC',
    place_kind TEXT NOT NULL DEFAULT '' CHECK (place_kind IN ('', 'office', 'coffee shop', 'video', 'telephone', 'other')),
    place TEXT NOT NULL DEFAULT '',
    place_chosen_by TEXT NOT NULL DEFAULT '' CHECK (place_chosen_by IN ('', 'me', 'them')),
    why TEXT NOT NULL DEFAULT '',
    opening TEXT NOT NULL DEFAULT '',
    close TEXT NOT NULL DEFAULT '',
    if_asked TEXT NOT NULL DEFAULT '',
    nudge_minutes INTEGER CHECK (nudge_minutes BETWEEN 5 AND 120),
    decision_minutes INTEGER CHECK (decision_minutes BETWEEN 5 AND 120),
    last_minutes INTEGER CHECK (last_minutes BETWEEN 5 AND 120),
    started_at TEXT CHECK (started_at GLOB '????-??-??T??:??:??.??????Z'),
    ended_at TEXT CHECK (ended_at GLOB '????-??-??T??:??:??.??????Z'), entry TEXT NOT NULL DEFAULT '', travel_minutes INTEGER CHECK (travel_minutes BETWEEN 0 AND 1440), margin_minutes INTEGER CHECK (margin_minutes BETWEEN 0 AND 240), resume TEXT NOT NULL DEFAULT '', first_as_is INTEGER NOT NULL DEFAULT 0 CHECK (first_as_is IN (0, 1)),
    CHECK (ended_at IS NULL OR started_at IS NULL OR ended_at >= started_at)
) STRICT;
CREATE INDEX interview_by_contact ON interview (contact_id);
CREATE INDEX interview_by_organization ON interview (organization_id);
CREATE INDEX interview_by_state ON interview (state, scheduled_at);
CREATE INDEX interview_by_start ON interview (started_at);
CREATE UNIQUE INDEX interview_one_live ON interview (state) WHERE state = 'live';
CREATE TABLE goal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('fit', 'path', 'network', 'employers', 'evaluate', 'approach', 'own')),
    text TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX goal_by_interview ON goal (interview_id);
CREATE TABLE checklist_item (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    UNIQUE (interview_id, key)
) STRICT;
CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL DEFAULT '',
    template TEXT NOT NULL DEFAULT '',
    short TEXT NOT NULL DEFAULT '',
    bank_id TEXT NOT NULL DEFAULT '',
    origin TEXT NOT NULL CHECK (origin IN ('bank', 'own', 'research', 'arisen', 'asked of me')),
    phase TEXT NOT NULL DEFAULT 'middle' CHECK (phase IN ('start', 'middle', 'close')),
    importance TEXT NOT NULL DEFAULT 'should' CHECK (importance IN ('must', 'should', 'could')),
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'asking', 'answered', 'partly', 'skipped')),
    asked_at TEXT CHECK (asked_at GLOB '????-??-??T??:??:??.??????Z'),
    research_note_id INTEGER REFERENCES research_note (id) ON DELETE SET NULL,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL, parked_at TEXT CHECK (parked_at GLOB '????-??-??T??:??:??.??????Z'), estimate_seconds INTEGER CHECK (estimate_seconds > 0), spent_seconds INTEGER CHECK (spent_seconds >= 0),
    UNIQUE (interview_id, position)
) STRICT;
CREATE UNIQUE INDEX question_one_asking ON question (interview_id) WHERE state = 'asking';
CREATE INDEX question_by_research_note ON question (research_note_id);
CREATE INDEX question_by_bank ON question (bank_id) WHERE bank_id <> '';
CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    at TEXT CHECK (at GLOB '????-??-??T??:??:??.??????Z') NOT NULL,
    kind TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'lead', 'my promise', 'their promise', 'opening', 'finding', 'resource', 'arisen', 'asked of me')),
    text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX note_by_interview ON note (interview_id, at);
CREATE INDEX note_by_question ON note (question_id);
CREATE TABLE finding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL,
    goal_id INTEGER REFERENCES goal (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('employer', 'person', 'market', 'career', 'strength', 'gap', 'opening', 'resource', 'advice')),
    text TEXT NOT NULL CHECK (length(trim(text)) > 0)
) STRICT;
CREATE INDEX finding_by_interview ON finding (interview_id);
CREATE INDEX finding_by_question ON finding (question_id);
CREATE INDEX finding_by_goal ON finding (goal_id);
CREATE INDEX finding_by_kind ON finding (kind);
CREATE TABLE lead (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    why TEXT NOT NULL DEFAULT '',
    reach TEXT NOT NULL DEFAULT '',
    consent TEXT NOT NULL DEFAULT 'not asked' CHECK (consent IN ('yes', 'no', 'not asked')),
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN
        ('new', 'to follow', 'followed', 'became contact', 'not pursuing', 'note due', 'closed')),
    due TEXT CHECK (due GLOB '????-??-??'),
    settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.??????Z'),
    contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL
, names TEXT NOT NULL DEFAULT 'person' CHECK (names IN ('person', 'organization')), organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL, why_not TEXT NOT NULL DEFAULT '', courtesy TEXT NOT NULL DEFAULT '' CHECK (courtesy IN ('', 'sent', 'waived'))) STRICT;
CREATE INDEX lead_by_state ON lead (state);
CREATE INDEX lead_by_contact ON lead (contact_id);
CREATE INDEX lead_by_interview ON lead (interview_id);
CREATE TABLE promise (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    whose TEXT NOT NULL CHECK (whose IN ('mine', 'theirs')),
    text TEXT NOT NULL CHECK (length(trim(text)) > 0),
    state TEXT NOT NULL DEFAULT 'open'
        CHECK (state IN ('open', 'kept', 'withdrawn', 'received', 'let go')),
    due TEXT CHECK (due GLOB '????-??-??'),
    settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.??????Z'),
    why_not TEXT NOT NULL DEFAULT '',
    CHECK (whose = 'mine' OR state NOT IN ('kept', 'withdrawn')),
    CHECK (whose = 'theirs' OR state NOT IN ('received', 'let go'))
) STRICT;
CREATE INDEX promise_by_state ON promise (state);
CREATE INDEX promise_by_interview ON promise (interview_id);
CREATE TABLE opening (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    organization_id INTEGER REFERENCES organization (id) ON DELETE SET NULL,
    text TEXT NOT NULL CHECK (length(trim(text)) > 0),
    posted TEXT NOT NULL DEFAULT 'unknown' CHECK (posted IN ('posted', 'unposted', 'unknown')),
    state TEXT NOT NULL DEFAULT 'heard'
        CHECK (state IN ('heard', 'watching', 'applied', 'closed'))
, field TEXT NOT NULL DEFAULT '', link TEXT NOT NULL DEFAULT '', settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.??????Z')) STRICT;
CREATE INDEX opening_by_organization ON opening (organization_id);
CREATE INDEX opening_by_interview ON opening (interview_id);
CREATE TABLE resource (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    note_id INTEGER UNIQUE REFERENCES note (id) ON DELETE SET NULL,
    text TEXT NOT NULL CHECK (length(trim(text)) > 0)
, field TEXT NOT NULL DEFAULT '', link TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX resource_by_interview ON resource (interview_id);
CREATE TABLE unfinished (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    place TEXT NOT NULL UNIQUE CHECK (length(place) > 0),
    text TEXT NOT NULL DEFAULT '',
    changed_at TEXT CHECK (changed_at GLOB '????-??-??T??:??:??.??????Z') NOT NULL
) STRICT;
CREATE TABLE notebook (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    made_by TEXT NOT NULL,
    pulse INTEGER NOT NULL DEFAULT 0,
    focus_id INTEGER REFERENCES interview (id) ON DELETE SET NULL
) STRICT;
CREATE VIRTUAL TABLE note_words USING fts5(
    text, tokenize='porter unicode61 remove_diacritics 2', prefix='2 3');
CREATE TABLE unindexed (note_id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE "segment" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('run', 'pause', 'shown', 'decision', 'end', 'asked', 'gap',
        'arrived', 'resume asked', 'taken back')),
    at TEXT CHECK (at GLOB '????-??-??T??:??:??.??????Z') NOT NULL,
    mark TEXT NOT NULL DEFAULT '',
    answer TEXT CHECK (answer IN ('wrap up', 'go on', 'hard stop', 'counted', 'left out')),
    minutes INTEGER NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 240),
    stop_at TEXT CHECK (stop_at GLOB '????-??-??T??:??:??.??????Z'),
    since TEXT CHECK (since GLOB '????-??-??T??:??:??.??????Z'),
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX segment_by_interview ON segment (interview_id, id);
CREATE INDEX segment_by_question ON segment (question_id);
CREATE UNIQUE INDEX segment_shown_once ON segment (interview_id, mark) WHERE kind = 'shown';
CREATE TABLE debrief (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL UNIQUE REFERENCES interview (id) ON DELETE CASCADE,
    learned TEXT NOT NULL DEFAULT '',
    went_well TEXT NOT NULL DEFAULT '',
    differently TEXT NOT NULL DEFAULT '',
    confidence INTEGER CHECK (confidence BETWEEN 1 AND 5),
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'written')),
    due TEXT NOT NULL CHECK (due GLOB '????-??-??'),
    settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE INDEX debrief_by_state ON debrief (state);
CREATE TABLE note_tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    note_id INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    tag TEXT NOT NULL CHECK (length(tag) > 0),
    folded TEXT NOT NULL,
    UNIQUE (note_id, folded)
) STRICT;
CREATE INDEX note_tag_by_word ON note_tag (folded, note_id);
CREATE TABLE uncaught (note_id INTEGER PRIMARY KEY, before TEXT NOT NULL) STRICT;
CREATE INDEX contact_by_introducer ON contact (introducer_id);
CREATE INDEX contact_by_pick ON contact (picked) WHERE picked IS NOT NULL;
CREATE TABLE contact_tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    tag TEXT NOT NULL CHECK (length(tag) > 0),
    folded TEXT NOT NULL,
    UNIQUE (contact_id, folded)
) STRICT;
CREATE INDEX contact_tag_by_word ON contact_tag (folded, contact_id);
CREATE TABLE interview_person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    UNIQUE (interview_id, contact_id)
) STRICT;
CREATE INDEX interview_person_by_contact ON interview_person (contact_id);
CREATE TABLE introduction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    introducer_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    target_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    notice TEXT NOT NULL DEFAULT '' CHECK (notice IN ('', 'copied', 'told')),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'asked', 'contact made',
        'followed up', 'led to interview', 'declined', 'lapsed')),
    why TEXT NOT NULL DEFAULT '',
    asked_at TEXT CHECK (asked_at GLOB '????-??-??T??:??:??.??????Z'),
    reminded_at TEXT CHECK (reminded_at GLOB '????-??-??T??:??:??.??????Z'),
    made_at TEXT CHECK (made_at GLOB '????-??-??T??:??:??.??????Z'),
    followed_at TEXT CHECK (followed_at GLOB '????-??-??T??:??:??.??????Z'),
    settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.??????Z'),
    due TEXT CHECK (due GLOB '????-??-??'),
    CHECK (introducer_id <> target_id)
) STRICT;
CREATE INDEX introduction_by_introducer ON introduction (introducer_id);
CREATE INDEX introduction_by_target ON introduction (target_id);
CREATE INDEX introduction_by_interview ON introduction (interview_id);
CREATE INDEX introduction_by_state ON introduction (state);
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    introduction_id INTEGER REFERENCES introduction (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'used')),
    used_at TEXT CHECK (used_at GLOB '????-??-??T??:??:??.??????Z'),
    used_how TEXT NOT NULL DEFAULT ''
        CHECK (used_how IN ('', 'copied', 'file', 'mail', 'said', 'sent'))
) STRICT;
CREATE INDEX draft_by_contact ON draft (contact_id);
CREATE INDEX draft_by_interview ON draft (interview_id);
CREATE INDEX draft_by_introduction ON draft (introduction_id);
CREATE TABLE outreach (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE SET NULL,
    draft_id INTEGER REFERENCES draft (id) ON DELETE SET NULL,
    channel TEXT NOT NULL
        CHECK (channel IN ('e-mail', 'letter', 'telephone', 'in person', 'other')),
    path TEXT NOT NULL DEFAULT 'cold' CHECK (path IN ('warm', 'cold')),
    words TEXT NOT NULL DEFAULT '',
    sent_at TEXT CHECK (sent_at GLOB '????-??-??T??:??:??.??????Z') NOT NULL,
    due TEXT NOT NULL CHECK (due GLOB '????-??-??'),
    answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'yes', 'no', 'later', 'none')),
    answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE INDEX outreach_by_contact ON outreach (contact_id, sent_at);
CREATE INDEX outreach_by_interview ON outreach (interview_id);
CREATE INDEX outreach_by_draft ON outreach (draft_id);
CREATE INDEX outreach_open ON outreach (contact_id) WHERE answer = '';
CREATE TABLE "state_change" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    contact_id INTEGER REFERENCES contact (id) ON DELETE CASCADE,
    interview_id INTEGER REFERENCES interview (id) ON DELETE CASCADE,
    introduction_id INTEGER REFERENCES introduction (id) ON DELETE CASCADE,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    why TEXT NOT NULL DEFAULT '',
    CHECK ((contact_id IS NOT NULL) + (interview_id IS NOT NULL)
        + (introduction_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX state_change_by_contact ON state_change (contact_id);
CREATE INDEX state_change_by_interview ON state_change (interview_id);
CREATE INDEX state_change_by_introduction ON state_change (introduction_id);
CREATE TABLE "thank_you" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    interview_id INTEGER NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    medium TEXT NOT NULL DEFAULT 'card' CHECK (medium IN ('card', 'mail')),
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'drafted', 'sent')),
    due TEXT NOT NULL CHECK (due GLOB '????-??-??'),
    settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.??????Z'),
    UNIQUE (interview_id, contact_id)
) STRICT;
CREATE INDEX thank_you_by_state ON thank_you (state);
CREATE INDEX thank_you_by_contact ON thank_you (contact_id);
CREATE INDEX lead_by_organization ON lead (organization_id);
CREATE TABLE resource_share (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    resource_id INTEGER NOT NULL REFERENCES resource (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    shared_at TEXT CHECK (shared_at GLOB '????-??-??T??:??:??.??????Z') NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    UNIQUE (resource_id, contact_id)
) STRICT;
CREATE INDEX resource_share_by_contact ON resource_share (contact_id);
CREATE TABLE touch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    at TEXT CHECK (at GLOB '????-??-??T??:??:??.??????Z') NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('wrote', 'they wrote', 'called', 'met', 'other')),
    words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX touch_by_contact ON touch (contact_id, at);
CREATE TABLE outcome (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    kind TEXT NOT NULL CHECK (kind IN ('job', 'study', 'direction', 'stopped', 'other')),
    text TEXT NOT NULL DEFAULT '',
    recorded_at TEXT CHECK (recorded_at GLOB '????-??-??T??:??:??.??????Z') NOT NULL,
    closed_at TEXT CHECK (closed_at GLOB '????-??-??T??:??:??.??????Z')
) STRICT;
CREATE UNIQUE INDEX outcome_one_open ON outcome ((closed_at IS NULL)) WHERE closed_at IS NULL;
CREATE TABLE outcome_notice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.??????Z'),

    outcome_id INTEGER NOT NULL REFERENCES outcome (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'told', 'waived')),
    due TEXT NOT NULL CHECK (due GLOB '????-??-??'),
    settled_at TEXT CHECK (settled_at GLOB '????-??-??T??:??:??.??????Z'),
    why_not TEXT NOT NULL DEFAULT '',
    UNIQUE (outcome_id, contact_id)
) STRICT;
CREATE INDEX outcome_notice_by_contact ON outcome_notice (contact_id);
CREATE INDEX outcome_notice_by_state ON outcome_notice (state);
CREATE VIEW touched AS
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
WHERE settled_at IS NOT NULL AND state = 'told';
CREATE VIEW loop AS
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
WHERE c.cadence_days IS NOT NULL AND c.archived_at IS NULL GROUP BY c.id;
INSERT INTO organization VALUES (1, 'a8d42934-33e7-48a0-a81f-9b0cbf4e7af6', '2026-11-09T18:02:00.000000Z', 'Northwind', 'northwind', 'northwind energy', 'energy', 'Hamburg', 'Fuel cells for ships.');
INSERT INTO organization VALUES (2, '8b4486c5-99cb-481b-aeb5-8eea34854702', '2026-11-09T18:04:00.000000Z', 'Größe & Söhne', 'grosse & sohne', 'grosse & sohne', '', '', '');
INSERT INTO contact VALUES (1, 'baec8076-0aaf-4a94-ba2d-4f33c3b072e1', '2026-11-09T18:03:00.000000Z', 'Amina Patel', 'amina patel', 'amina patel analyst energy', 'analyst', 'Markets', 1, 'energy', 'met', 'Ruth Alvarez', 'Met at the fair.', 60, 1, 'Europe/Lisbon', NULL, NULL);
INSERT INTO contact VALUES (2, '2bef1f6b-80b3-4714-9f97-c413aef2f88a', '2026-11-09T18:06:00.000000Z', '李伟', '李伟', '李伟', '', '', 2, '', 'introduced', '', '', NULL, 2, '', '2026-11-18T09:00:00.000000Z', 1);
INSERT INTO contact VALUES (3, '3e113028-f427-42bb-adfa-23e7a2ac704c', '2026-11-10T07:30:00.000000Z', 'Ruth O''Alvarez', 'ruth o''alvarez', 'ruth o''alvarez', '', '', NULL, '', 'in touch', '', 'Two lines:
quiet, kind; loves ''quotes''.', NULL, NULL, '', NULL, NULL);
INSERT INTO contact_point VALUES (1, 'b79bcd23-68bd-4159-bf6b-bb58fc9c2429', '2026-11-09T18:03:10.000000Z', 1, 'email', 'amina@example.org', 0);
INSERT INTO contact_point VALUES (2, 'b1479939-c94b-4f4a-b3b2-9589d819c90f', '2026-11-09T18:03:11.000000Z', 1, 'address', '1 Elm Street', 1);
INSERT INTO contact_point VALUES (3, 'aaaa3bc8-075e-4326-9b1e-799df8c4efb3', '2026-11-10T07:31:00.000000Z', 3, 'phone', '+49 40 555 01', 0);
INSERT INTO research_note VALUES (1, '24ea816a-38e7-441b-9aae-3beaf019daee', '2026-11-11T19:00:00.000000Z', 1, NULL, 'Posted two analyst roles in October.', 'https://example.org/jobs#analyst');
INSERT INTO research_note VALUES (2, '7bb1ae69-98f2-4fd2-b76c-1fdf21211a73', '2026-11-11T19:05:00.000000Z', NULL, 1, 'Merger announced #merger', 'a newspaper');
INSERT INTO interview VALUES (1, '63808ad7-f4e8-4322-83e8-d9dfd6bf76fe', '2026-11-11T19:10:00.000000Z', 1, 1, 'energy', 'energy', 'held', '2026-11-17T14:00:00.000000Z', 'Europe/Berlin', 'coffee shop', 'Roos, at the harbour', 'them', 'She built the team.', 'I am Robin.', 'Thank you.', 'Two years of testing.', 15, 25, 60, '2026-11-17T14:02:03.120000Z', '2026-11-17T14:51:09.000000Z', 'ring twice', 20, 10, '~/cv.pdf', 0);
INSERT INTO interview VALUES (2, '958ad302-d3e3-44b5-be5f-8d205d415f26', '2026-11-12T08:00:00.000000Z', 3, NULL, 'law', 'law', 'closed', NULL, 'UTC', '', '', '', '', '', '', '', NULL, NULL, NULL, '2026-11-13T09:00:00.000000Z', '2026-11-13T09:31:00.000000Z', '', NULL, NULL, '', 0);
INSERT INTO interview VALUES (3, 'bcad1974-f7f0-43ee-87c7-259207e1e5a8', '2026-11-14T08:00:00.000000Z', 2, 2, '', '', 'scheduled', '2026-11-30T09:00:00.000000Z', 'Europe/Berlin', 'video', 'https://example.org/room', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, '', 0);
INSERT INTO interview VALUES (4, '8964b481-8b23-4cb4-983c-64a04b202f42', '2026-11-20T12:59:00.000000Z', 3, NULL, '', '', 'live', NULL, 'Europe/Berlin', 'telephone', '', '', '', '', '', '', NULL, NULL, NULL, '2026-11-20T13:00:00.000000Z', NULL, '', NULL, NULL, '', 0);
INSERT INTO interview VALUES (5, 'a4f69164-0b38-4ba6-826e-86ea1fd486af', '2026-11-20T12:59:30.000000Z', 2, NULL, '', '', 'declined', NULL, 'Europe/Berlin', '', '', '', '', '', '', '', NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, '', 0);
INSERT INTO goal VALUES (1, 'a84bfd71-99a3-4af2-b6de-673501f7f5ca', '2026-11-11T19:12:00.000000Z', 1, 'employers', '', 0);
INSERT INTO goal VALUES (2, '51b62296-d0e1-4010-9049-1a5c8fa5c61f', '2026-11-11T19:13:00.000000Z', 1, 'own', 'Learn what a day is like', 1);
INSERT INTO goal VALUES (3, '6e984de3-6c67-4bf5-aa84-daacd9e44c7a', '2026-11-14T08:01:00.000000Z', 3, 'fit', '', 0);
INSERT INTO checklist_item VALUES (1, '0e635a19-3363-454d-b16d-7bf1d8eb6c8a', '2026-11-17T11:00:00.000000Z', 1, 'dress');
INSERT INTO checklist_item VALUES (2, '32873e81-4023-4db3-b373-82cce181f9e5', '2026-11-17T11:00:00.000000Z', 1, 'route');
INSERT INTO checklist_item VALUES (3, 'ddede5f4-6262-4715-9fcd-964af0939a0b', '2026-11-17T11:00:00.000000Z', 1, 'resume');
INSERT INTO question VALUES (1, '27eef2ff-84b0-4fc5-9b6c-8e136d9588b9', '2026-11-11T19:20:00.000000Z', 1, 1, 'What is a typical day in Markets?', 'What is a typical day in {unit}?', 'typical day', 'typical-day', 'bank', 'start', 'must', 'answered', '2026-11-17T14:03:00.000000Z', NULL, NULL, NULL, NULL, NULL);
INSERT INTO question VALUES (2, '203646e0-132c-4c5d-9973-fe3a0f152c71', '2026-11-11T19:21:00.000000Z', 1, 2, 'Why two analysts?', '', '', '', 'research', 'middle', 'should', 'partly', '2026-11-17T14:20:00.000000Z', 1, NULL, '2026-11-17T14:30:00.000000Z', 200, 140);
INSERT INTO question VALUES (3, 'c77705e0-b6ce-4f93-8c74-a05b8b81086d', '2026-11-11T19:22:00.000000Z', 1, 3, 'Who else should I talk to?', 'Who else should I talk to?', 'who else', 'who-else', 'bank', 'close', 'must', 'answered', '2026-11-17T14:40:00.000000Z', NULL, NULL, NULL, NULL, NULL);
INSERT INTO question VALUES (4, '37d1b3a4-6820-471c-8c08-e4b40b74a7ce', '2026-11-11T19:23:00.000000Z', 1, 5, 'And the merger?', '', '', '', 'own', 'middle', 'could', 'skipped', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO question VALUES (5, 'fdc0781d-c7f9-4e44-989e-7d805eb63a34', '2026-11-14T08:02:00.000000Z', 3, 1, '', 'What do you enjoy about {profession}?', 'enjoy', 'enjoy', 'bank', 'middle', 'should', 'planned', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO question VALUES (6, 'dab653c8-1730-49f8-a9c5-36b1fd8d46c5', '2026-11-20T12:59:00.000000Z', 4, 1, 'How did you begin?', '', '', '', 'own', 'middle', 'should', 'asking', '2026-11-20T13:00:00.000000Z', NULL, NULL, NULL, NULL, NULL);
INSERT INTO question VALUES (7, '52cd0759-3e0a-4d73-a5a7-ab0624d291b9', '2026-11-17T14:28:00.000000Z', 1, 4, 'what about the merger', '', '', '', 'arisen', 'middle', 'should', 'planned', NULL, NULL, 8, NULL, NULL, NULL);
INSERT INTO question VALUES (8, '52e7b465-47f8-4408-b34f-d56e11398340', '2026-11-17T14:30:00.000000Z', 1, 6, 'why do I want this', '', '', '', 'asked of me', 'middle', 'should', 'answered', NULL, NULL, 9, NULL, NULL, NULL);
INSERT INTO note VALUES (1, 'e618c967-2b3c-436d-8aaf-b45110630fdf', '2026-11-17T14:03:30.000000Z', 1, 1, '2026-11-17T14:03:30.000000Z', 'note', 'grew up near here, began in testing');
INSERT INTO note VALUES (2, 'de464395-9bd4-473e-9115-a2001933f0fb', '2026-11-17T14:12:00.000000Z', 1, 1, '2026-11-17T14:12:00.000000Z', 'finding', '* they hire for curiosity #hiring');
INSERT INTO note VALUES (3, 'd830af20-0540-4a5d-a146-5e7f08753a97', '2026-11-17T14:22:00.000000Z', 1, 2, '2026-11-17T14:22:00.000000Z', 'lead', '> Jane Doe, fuel cells · may mention: yes #Hiring #people');
INSERT INTO note VALUES (4, '8bad1c35-6c5c-4efa-ab32-2c8cae4287a0', '2026-11-17T14:24:00.000000Z', 1, 2, '2026-11-17T14:24:00.000000Z', 'my promise', '! send the report by fri');
INSERT INTO note VALUES (5, '46d4766a-f0bf-46fe-8e3d-d93e05d3c445', '2026-11-17T14:25:00.000000Z', 1, NULL, '2026-11-17T14:25:00.000000Z', 'their promise', '< a list of firms #firms-to-ask');
INSERT INTO note VALUES (6, '5257df30-efe4-42b2-91c0-48037d97baa3', '2026-11-17T14:26:00.000000Z', 1, NULL, '2026-11-17T14:26:00.000000Z', 'opening', '$ an analyst, C# and #dotnet');
INSERT INTO note VALUES (7, 'b864ab50-8c03-4d91-a093-b8c8a6072485', '2026-11-17T14:27:00.000000Z', 1, NULL, '2026-11-17T14:27:00.000000Z', 'resource', '& https://example.org/guide#part it isn&#x27;t long');
INSERT INTO note VALUES (8, '1c61580f-19c2-400f-876a-b009652bf360', '2026-11-17T14:28:00.000000Z', 1, NULL, '2026-11-17T14:28:00.000000Z', 'arisen', '? what about the merger #merger #Merger #MERGER');
INSERT INTO note VALUES (9, '3ce5c7a6-708c-4cda-b4f6-ad26f73f24a9', '2026-11-17T14:30:00.000000Z', 1, NULL, '2026-11-17T14:30:00.000000Z', 'asked of me', '^ why do I want this');
INSERT INTO note VALUES (10, 'd69b2335-253e-4d30-bbff-589d4e5e74d1', '2026-11-17T14:41:00.000000Z', 1, 3, '2026-11-17T14:41:00.000000Z', 'note', '\#no tag here, but #yes and (#größe) ##twice');
INSERT INTO note VALUES (11, '62c7f4a4-fbb5-411b-800a-e22f98855311', '2026-11-13T09:05:00.000000Z', 2, NULL, '2026-11-13T09:05:00.000000Z', 'note', 'quiet talk, no words with a sign');
INSERT INTO note VALUES (12, '50f9a2c1-ce9b-43ec-9f9c-bc3966dece8c', '2026-11-20T13:05:00.000000Z', 4, 6, '2026-11-20T13:05:00.000000Z', 'note', 'two lines
of one note #会社 #2027');
INSERT INTO note VALUES (14, '27871fda-bb7b-4246-90e6-e6c5a74219e2', '2026-11-20T13:07:00.000000Z', 4, 6, '2026-11-20T13:07:00.000000Z', 'lead', '> Li Ming #people');
INSERT INTO note VALUES (15, '0610fc52-0b4c-48cf-b054-0f5beda774fc', '2026-11-20T13:08:00.000000Z', 4, 6, '2026-11-20T13:08:00.000000Z', 'note', '');
INSERT INTO finding VALUES (1, 'a801c6eb-37e7-4052-b867-f4696f75c1ce', '2026-11-17T14:12:00.000000Z', 1, 2, 1, 1, 'career', 'they hire for curiosity');
INSERT INTO finding VALUES (2, '8661c011-01b9-40ee-bd4f-52757fdb149d', '2026-11-18T08:00:00.000000Z', 1, NULL, NULL, NULL, 'market', 'the market is small');
INSERT INTO finding VALUES (3, '19ab090d-b6ed-4405-b99e-22c1e9f7d85a', '2026-11-18T08:01:00.000000Z', 2, NULL, NULL, NULL, 'advice', 'be early');
INSERT INTO lead VALUES (1, '363de98f-368b-4849-85f2-267e1a8671dd', '2026-11-17T14:22:00.000000Z', 1, 3, 'Jane Doe', 'fuel cells', 'jane@example.org', 'yes', 'new', '2026-11-20', NULL, NULL, 'person', NULL, '', '');
INSERT INTO lead VALUES (2, '8e29f6b4-248a-453a-997f-2ee5c1f2c581', '2026-11-17T14:23:00.000000Z', 1, NULL, 'Bo Berg', '', '', 'no', 'to follow', NULL, NULL, NULL, 'person', NULL, '', '');
INSERT INTO lead VALUES (3, 'f6d36f28-09ad-41e5-a262-ee11bbf46b2f', '2026-11-13T09:06:00.000000Z', 2, NULL, 'Harbour Works', '', '', 'not asked', 'became contact', NULL, '2026-11-14T08:00:00.000000Z', 2, 'person', NULL, '', '');
INSERT INTO lead VALUES (4, 'ba40e24d-ae35-4de7-b8f1-5f039f3ad2f5', '2026-11-20T13:07:00.000000Z', 4, 14, 'Li Ming', '', '', 'not asked', 'new', '2026-11-24', NULL, NULL, 'person', NULL, '', '');
INSERT INTO lead VALUES (5, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b27', '2026-11-18T09:00:00.000000Z', 2, NULL, 'Kai Moor', 'pumps', '', 'yes', 'closed', NULL, '2026-11-18T09:30:00.000000Z', NULL, 'person', NULL, 'moved abroad', 'sent');
INSERT INTO lead VALUES (6, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b28', '2026-11-18T09:00:00.000000Z', 1, NULL, 'Harbour Works', 'cranes', '', 'not asked', 'note due', '2026-11-25', '2026-11-18T09:40:00.000000Z', NULL, 'organization', 1, 'too far away', '');
INSERT INTO promise VALUES (1, '2a00fc05-cb6a-4845-aa4b-da8b8a98e220', '2026-11-17T14:24:00.000000Z', 1, 4, 'mine', 'send the report', 'open', '2026-11-20', NULL, '');
INSERT INTO promise VALUES (2, '0e29919d-fc38-4730-860e-b3b8f089f6da', '2026-11-17T14:25:00.000000Z', 1, 5, 'theirs', 'a list of firms', 'open', '2026-11-24', NULL, '');
INSERT INTO promise VALUES (3, '89788a24-7c0c-4431-a35d-894f0d9b3489', '2026-11-13T09:07:00.000000Z', 2, NULL, 'mine', 'a book', 'withdrawn', NULL, '2026-11-15T08:00:00.000000Z', 'out of print');
INSERT INTO promise VALUES (4, 'bc95630b-be82-450c-aac4-500f1db532b0', '2026-11-13T09:08:00.000000Z', 2, NULL, 'theirs', 'a name', 'received', NULL, '2026-11-15T08:01:00.000000Z', '');
INSERT INTO opening VALUES (1, '3b0c16ba-2af2-4496-97a0-786934b4f69d', '2026-11-17T14:26:00.000000Z', 1, 6, 1, 'an analyst', 'unposted', 'watching', '', '', NULL);
INSERT INTO opening VALUES (2, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b29', '2026-11-18T09:00:00.000000Z', NULL, NULL, 2, 'a clerk', 'posted', 'closed', 'law', 'https://example.org/clerk', '2026-11-19T08:00:00.000000Z');
INSERT INTO resource VALUES (1, '4dd96439-03fd-46df-8c31-d3b20f2dff0e', '2026-11-17T14:27:00.000000Z', 1, 7, 'https://example.org/guide#part it isn&#x27;t long', '', '');
INSERT INTO resource VALUES (2, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b2a', '2026-11-18T09:00:00.000000Z', 2, NULL, 'a yearbook', 'law', 'https://example.org/yearbook');
INSERT INTO unfinished VALUES (1, 'd4612766-9491-4a76-9185-7100f8738f5d', '2026-11-20T13:08:30.000000Z', 'live:8964b481-8b23-4cb4-983c-64a04b202f42', '* half a li', '2026-11-20T13:08:41.250000Z');
INSERT INTO notebook VALUES (1, 'd5757ab4-0c93-4b3b-89fd-3d1b790cc28a', '0.1.0', 41, 4);
INSERT INTO note_words (rowid, text) VALUES (1, 'grew up near here, began in testing');
INSERT INTO note_words (rowid, text) VALUES (2, '* they hire for curiosity #hiring');
INSERT INTO note_words (rowid, text) VALUES (3, '> Jane Doe, fuel cells · may mention: yes #Hiring #people');
INSERT INTO note_words (rowid, text) VALUES (4, '! send the report by fri');
INSERT INTO note_words (rowid, text) VALUES (5, '< a list of firms #firms-to-ask');
INSERT INTO note_words (rowid, text) VALUES (6, '$ an analyst, C# and #dotnet');
INSERT INTO note_words (rowid, text) VALUES (7, '& https://example.org/guide#part it isn&#x27;t long');
INSERT INTO note_words (rowid, text) VALUES (8, '? what about the merger #merger #Merger #MERGER');
INSERT INTO note_words (rowid, text) VALUES (9, '^ why do I want this');
INSERT INTO note_words (rowid, text) VALUES (10, '\#no tag here, but #yes and (#größe) ##twice');
INSERT INTO note_words (rowid, text) VALUES (11, 'quiet talk, no words with a sign');
INSERT INTO note_words (rowid, text) VALUES (12, 'two lines
of one note #会社 #2027');
INSERT INTO unindexed VALUES (14);
INSERT INTO unindexed VALUES (15);
INSERT INTO segment VALUES (1, '68411bdf-1aab-4163-93a8-85ad8b2f225b', '2026-11-13T09:00:00.000000Z', 2, 'run', '2026-11-13T09:00:00.000000Z', '', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (2, '6ba44238-f135-42e0-8b86-cadfc8a3326a', '2026-11-13T09:20:00.000000Z', 2, 'shown', '2026-11-13T09:20:00.000000Z', 'nudge 20', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (3, '13281111-94df-4774-b516-8e5eb4db8e74', '2026-11-13T09:30:00.000000Z', 2, 'shown', '2026-11-13T09:30:00.000000Z', 'decide 30', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (4, 'aceb2aaa-18a4-40d2-9a2f-92c70a5fc815', '2026-11-13T09:30:20.000000Z', 2, 'decision', '2026-11-13T09:30:20.000000Z', 'decide 30', 'wrap up', 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (5, 'f60f4660-14ec-4798-8b14-e3e43d5b5b26', '2026-11-13T09:31:00.000000Z', 2, 'end', '2026-11-13T09:31:00.000000Z', '', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (6, '46c69697-f595-42e3-adc0-643c223fc545', '2026-11-17T14:02:03.120000Z', 1, 'run', '2026-11-17T14:02:03.120000Z', '', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (7, 'cebab812-e827-486c-a165-0b1059117d24', '2026-11-17T14:10:00.000000Z', 1, 'pause', '2026-11-17T14:10:00.000000Z', '', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (8, 'f58cf4ff-c680-4b9f-9ae3-c19dc2c61574', '2026-11-17T14:14:00.000000Z', 1, 'run', '2026-11-17T14:14:00.000000Z', '', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (9, '6fae5523-b2aa-4460-ae93-bad2e9b11f69', '2026-11-17T14:21:03.500000Z', 1, 'shown', '2026-11-17T14:21:03.500000Z', 'nudge 15', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (10, '9a615bb8-783c-4853-856f-3e9458ff5da2', '2026-11-17T14:31:04.000000Z', 1, 'shown', '2026-11-17T14:31:04.000000Z', 'decide 25', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (11, 'f76c2450-0844-4799-b604-135363dbb78a', '2026-11-17T14:31:40.000000Z', 1, 'decision', '2026-11-17T14:31:40.000000Z', 'decide 25', 'go on', 10, NULL, NULL, NULL);
INSERT INTO segment VALUES (12, '02165d6f-914d-4152-a6e5-59740b49560a', '2026-11-17T14:38:00.000000Z', 1, 'decision', '2026-11-17T14:38:00.000000Z', '', 'hard stop', 0, '2026-11-17T14:50:00.000000Z', NULL, NULL);
INSERT INTO segment VALUES (13, 'f5ff4a29-f8f0-40a0-9c8d-c94785d25576', '2026-11-17T14:50:00.000000Z', 1, 'shown', '2026-11-17T14:50:00.000000Z', 'stop 2026-11-17T14:50', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (14, 'b01df1bf-d195-4c17-b1e1-9beb9ee0330f', '2026-11-17T14:50:12.000000Z', 1, 'decision', '2026-11-17T14:50:12.000000Z', 'stop 2026-11-17T14:50', 'wrap up', 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (16, 'b1d97bda-08b8-415a-9c65-d156d0c7b32e', '2026-11-17T14:51:09.000000Z', 1, 'end', '2026-11-17T14:51:09.000000Z', '', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (17, '0c775583-6dfb-4f7f-8edd-584504e701c8', '2026-11-20T13:00:00.000000Z', 4, 'run', '2026-11-20T13:00:00.000000Z', '', NULL, 0, NULL, NULL, NULL);
INSERT INTO segment VALUES (18, '29f40009-6d97-4fa0-b8f6-e4a14acdbe3f', '2026-11-20T13:21:00.000000Z', 4, 'shown', '2026-11-20T13:21:00.000000Z', 'nudge 20', NULL, 0, NULL, NULL, NULL);
INSERT INTO debrief VALUES (1, '0f0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b11', '2026-11-17T14:51:10.000000Z', 1, 'grids are slow', 'the pauses', '', 4, 'due', '2026-11-18', NULL);
INSERT INTO note_tag VALUES (1, '24a33768-687d-4a1c-977c-5e276263924f', '2026-11-17T14:12:00.000000Z', 2, 'hiring', 'hiring');
INSERT INTO note_tag VALUES (2, '78700773-44da-4cd6-b068-8614503ac4b7', '2026-11-17T14:22:00.000000Z', 3, 'Hiring', 'hiring');
INSERT INTO note_tag VALUES (3, 'ff73d36c-4690-46b2-a282-3d548643dab3', '2026-11-17T14:22:00.000000Z', 3, 'people', 'people');
INSERT INTO note_tag VALUES (4, '8a7ea6bf-b702-4181-ab82-fcd4efda311a', '2026-11-17T14:25:00.000000Z', 5, 'firms-to-ask', 'firms-to-ask');
INSERT INTO note_tag VALUES (5, 'cb76e5c9-f1b7-437f-9e94-d4125f7354a1', '2026-11-17T14:26:00.000000Z', 6, 'dotnet', 'dotnet');
INSERT INTO note_tag VALUES (6, '025a7a9c-9bdb-4a02-ae17-66cddaee4a38', '2026-11-17T14:28:00.000000Z', 8, 'merger', 'merger');
INSERT INTO note_tag VALUES (9, 'b09823a7-6875-4d77-a278-2a1808e37092', '2026-11-17T14:41:00.000000Z', 10, 'yes', 'yes');
INSERT INTO note_tag VALUES (10, 'abf0b7a7-0266-4ab7-8b66-d0ee90315803', '2026-11-17T14:41:00.000000Z', 10, 'größe', 'grösse');
INSERT INTO note_tag VALUES (11, 'f1839661-f137-4cf6-b0ac-0df216c7d28c', '2026-11-20T13:05:00.000000Z', 12, '会社', '会社');
INSERT INTO note_tag VALUES (12, '43ad24cb-bc2f-4712-a8cc-0ac34b8d59a6', '2026-11-20T13:05:00.000000Z', 12, '2027', '2027');
INSERT INTO note_tag VALUES (13, '1314933e-e60f-4cd3-9d11-7c0dffa8b2f1', '2026-11-20T13:07:00.000000Z', 14, 'people', 'people');
INSERT INTO uncaught VALUES (4, '! send the report by fri');
INSERT INTO contact_tag VALUES (1, '3b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b01', '2026-11-18T09:00:00.000000Z', 1, 'Alumni', 'alumni');
INSERT INTO interview_person VALUES (1, '3b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b02', '2026-11-18T09:00:00.000000Z', 1, 2);
INSERT INTO introduction VALUES (1, '3b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b03', '2026-11-18T09:00:00.000000Z', 1, 2, NULL, 'copied', 'asked', '', '2026-11-18T09:00:00.000000Z', NULL, NULL, NULL, NULL, '2026-11-25');
INSERT INTO draft VALUES (1, '3b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b04', '2026-11-18T09:00:00.000000Z', 1, NULL, 1, 'introduction-ask', '', 'Dear Amina', 'open', NULL, '');
INSERT INTO outreach VALUES (1, '3b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b05', '2026-11-18T09:00:00.000000Z', 2, NULL, 1, 'e-mail', 'warm', '', '2026-11-18T09:00:00.000000Z', '2026-11-23', '', NULL);
INSERT INTO state_change VALUES (1, 'f79f0142-5303-4740-be1b-f21bb89557e8', '2026-11-17T14:02:03.000000Z', NULL, 1, NULL, 'scheduled', 'live', '');
INSERT INTO state_change VALUES (2, 'c98fbbfc-c769-4e73-82f8-5f37418a3a83', '2026-11-17T14:51:09.000000Z', NULL, 1, NULL, 'live', 'held', '');
INSERT INTO state_change VALUES (3, '4ac1cb7a-a5eb-4471-a71b-a8254678e31f', '2026-11-17T14:51:10.000000Z', 1, NULL, NULL, 'introduced', 'met', 'we talked');
INSERT INTO state_change VALUES (4, '3b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b06', '2026-11-18T09:00:00.000000Z', NULL, NULL, 1, 'draft', 'asked', '');
INSERT INTO thank_you VALUES (1, 'ac88f8fd-31fc-46a9-aac9-ef8142ed2a34', '2026-11-17T14:51:09.000000Z', 1, 1, 'card', 'drafted', '2026-11-18', NULL);
INSERT INTO thank_you VALUES (2, '95771f49-d1ca-4d76-b008-f88c8614c5df', '2026-11-13T09:31:00.000000Z', 2, 3, 'mail', 'sent', '2026-11-16', '2026-11-14T09:00:00.000000Z');
INSERT INTO thank_you VALUES (3, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b21', '2026-11-18T09:00:00.000000Z', 1, 2, 'mail', 'due', '2026-11-18', NULL);
INSERT INTO resource_share VALUES (1, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b26', '2026-11-18T09:00:00.000000Z', 1, 3, '2026-11-19T10:05:00.000000Z', 'sent it along');
INSERT INTO touch VALUES (1, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b22', '2026-11-18T09:00:00.000000Z', 3, '2026-11-19T10:00:00.000000Z', 'called', 'A word about the harbour');
INSERT INTO outcome VALUES (1, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b23', '2026-11-18T09:00:00.000000Z', 'job', 'Analyst at Northwind', '2026-11-20T08:00:00.000000Z', NULL);
INSERT INTO outcome_notice VALUES (1, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b24', '2026-11-18T09:00:00.000000Z', 1, 1, 'due', '2026-11-27', NULL, '');
INSERT INTO outcome_notice VALUES (2, '4b0e0a52-5c0e-4c9f-9d7f-3a1a2f6c9b25', '2026-11-18T09:00:00.000000Z', 1, 3, 'waived', '2026-11-27', '2026-11-20T09:00:00.000000Z', 'knows it already');
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'organization';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'contact';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'contact_point';
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'research_note';
UPDATE sqlite_sequence SET seq = 5 WHERE name = 'interview';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'goal';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'checklist_item';
UPDATE sqlite_sequence SET seq = 8 WHERE name = 'question';
UPDATE sqlite_sequence SET seq = 15 WHERE name = 'note';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'finding';
UPDATE sqlite_sequence SET seq = 6 WHERE name = 'lead';
UPDATE sqlite_sequence SET seq = 4 WHERE name = 'promise';
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'opening';
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'resource';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'unfinished';
UPDATE sqlite_sequence SET seq = 18 WHERE name = 'segment';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'debrief';
UPDATE sqlite_sequence SET seq = 13 WHERE name = 'note_tag';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'contact_tag';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'interview_person';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'introduction';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'draft';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'outreach';
UPDATE sqlite_sequence SET seq = 4 WHERE name = 'state_change';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'thank_you';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'touch';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'outcome';
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'outcome_notice';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'resource_share';
CREATE TRIGGER note_unindexed_in AFTER INSERT ON note BEGIN
    INSERT OR IGNORE INTO unindexed (note_id) VALUES (new.id); END;
CREATE TRIGGER note_unindexed_out AFTER DELETE ON note BEGIN
    INSERT OR IGNORE INTO unindexed (note_id) VALUES (old.id); END;
CREATE TRIGGER note_unindexed_over AFTER UPDATE OF text ON note BEGIN
    INSERT OR IGNORE INTO unindexed (note_id) VALUES (new.id); END;
CREATE TRIGGER note_uncaught AFTER UPDATE OF text ON note WHEN new.text <> old.text BEGIN
    INSERT OR IGNORE INTO uncaught (note_id, before) VALUES (new.id, old.text); END;
CREATE TRIGGER note_uncaught_out AFTER DELETE ON note BEGIN
    DELETE FROM uncaught WHERE note_id = old.id; END;
COMMIT;
