"""The statements of a history, one for each kind of line: which records belong to it, and how each reads."""

from typing import Final, NamedTuple

from infotui.domain.draft import KINDS


class Source(NamedTuple):
    """One kind of line: what is read, and by which condition a record belongs to whom it is told of.

    Each statement gives: instant, record, which of its lines, kind, text, detail, interview, its state,
    somebody else, whether the time of day means something, the table and the id of what it tells of,
    and with whom it was, name and id. A `+` keeps an index out that many records share, as that of a state.
    """

    key: str  # the column that names the record
    scope: str
    sql: str


_OWN: Final = "IN (SELECT value FROM json_each(:own))"  # talks with them
_TALKS: Final = "IN (SELECT value FROM json_each(:talks))"  # and those in which they took part
_PEOPLE: Final = "IN (SELECT value FROM json_each(:people))"
# Of an organization also what was written to somebody who was there then, for a talk of that time.
_THERE: Final = (
    "SELECT id FROM {0} WHERE contact_id " + _PEOPLE
    + " UNION SELECT id FROM {0} WHERE :place IS NOT NULL AND interview_id " + _OWN
)  # fmt: skip
_WITH: Final = """c.name || coalesce((SELECT ' + ' || group_concat(w.name, ' + ') FROM
        (SELECT c2.name AS name FROM interview_person x JOIN contact c2 ON c2.id = x.contact_id
        WHERE x.interview_id = i.id ORDER BY x.id) w), '')"""
# What came of a talk of several is told of each of them; of whom else's it is, if it is.
_ELSE: Final = f"""coalesce(CASE WHEN :place IS NOT NULL OR i.contact_id {_PEOPLE} THEN ''
            ELSE ' · with ' || c.name END, '')"""
_BOTH: Final = f"""x.id IN (SELECT id FROM introduction WHERE introducer_id {_PEOPLE}
            UNION SELECT id FROM introduction WHERE target_id {_PEOPLE})"""
# Why one wants to meet them stands with the first step, why a step was taken with each.
_WHY: Final = """trim(CASE step.state WHEN CASE WHEN x.asked_at IS NOT NULL THEN 'asked'
            WHEN x.reminded_at IS NOT NULL THEN 'reminded' WHEN x.made_at IS NOT NULL THEN
            'contact made' WHEN x.followed_at IS NOT NULL THEN 'followed up' ELSE 'draft' END
            THEN x.why ELSE '' END || char(10) || coalesce((SELECT s.why FROM state_change s
            WHERE s.introduction_id = x.id AND s.became = step.state AND s.was <> s.became
            ORDER BY s.id DESC LIMIT 1), ''), char(10) || ' ')"""
_OTHER: Final = f"""x.interview_id, '', CASE WHEN x.introducer_id {_PEOPLE} THEN x.target_id
            ELSE x.introducer_id END, 1, 'introduction', x.id,
        CASE WHEN x.introducer_id {_PEOPLE} THEN a.name ELSE b.name END,
        CASE WHEN x.introducer_id {_PEOPLE} THEN a.id ELSE b.id END"""


_DRAFT: Final = " ".join(f"WHEN '{kind.key}' THEN '{kind.title}'" for kind in KINDS.values())


def _source(key: str, scope: str, columns: str, rest: str) -> Source:
    return Source(key, scope, f"SELECT {columns} {rest}")


SOURCES: Final[dict[str, Source]] = {
    "talk": _source(
        "i.id", f"i.id {_TALKS}",
        f"""coalesce(i.started_at, i.scheduled_at, i.created_at) AS at, i.id AS id, '' AS part,
        CASE WHEN i.started_at IS NULL THEN 'plan' ELSE 'talk' END AS kind,
        CASE WHEN i.state IN ('held', 'closed') THEN 'held' ELSE i.state END
            || CASE WHEN i.started_at < i.ended_at THEN ', ' || CAST(1440 *
                (julianday(i.ended_at) - julianday(i.started_at)) + 0.001 AS INTEGER) || ' min' ELSE '' END
            || CASE WHEN :place IS NOT NULL OR i.contact_id {_PEOPLE} THEN ''
                ELSE ', with ' || c.name END AS text,
        coalesce((SELECT g.text FROM goal g WHERE g.interview_id = i.id ORDER BY g.position, g.id
            LIMIT 1), '') AS detail,
        i.id AS interview_id, i.state AS state,
        CASE WHEN i.contact_id {_PEOPLE} THEN NULL ELSE i.contact_id END AS contact_id,
        i.started_at IS NOT NULL OR i.scheduled_at IS NOT NULL AS timed,
        'interview' AS noun, i.id AS noun_id, {_WITH} AS who, c.id""",
        "FROM interview i JOIN contact c ON c.id = i.contact_id WHERE {scope}",
    ),
    "change": _source(
        "s.id", f"s.interview_id {_TALKS}",
        """s.created_at AS at, s.id AS id, '' AS part, 'change',
        CASE WHEN s.was = s.became THEN 'the time was changed' ELSE s.was || ' → ' || s.became END,
        s.why, s.interview_id, i.state, NULL, 1, 'interview', s.interview_id, c.name, c.id""",
        """FROM state_change s JOIN interview i ON i.id = s.interview_id
        JOIN contact c ON c.id = i.contact_id WHERE {scope} AND s.became NOT IN ('live', 'closed')
        AND NOT (s.became = 'held' AND s.was IN ('live', 'closed'))""",
    ),
    "thanks": _source(
        "t.id", f"t.interview_id {_TALKS} AND (:place IS NOT NULL OR t.contact_id {_PEOPLE})",
        """t.settled_at AS at, t.id AS id, '' AS part, 'thanks',
        CASE t.medium WHEN 'card' THEN 'card sent' ELSE 'mail sent' END, '', t.interview_id, i.state,
        NULL, 1, 'thank_you', t.id, c.name, c.id""",
        """FROM thank_you t JOIN interview i ON i.id = t.interview_id
        JOIN contact c ON c.id = t.contact_id
        WHERE {scope} AND +t.state = 'sent' AND t.settled_at IS NOT NULL""",
    ),
    "promise": _source(
        "p.id", f"p.interview_id {_TALKS}",
        f"""coalesce(n.at, p.created_at) AS at, p.id AS id, '' AS part, 'promise',
        CASE p.whose WHEN 'mine' THEN 'I promised: ' ELSE 'they promised: ' END || p.text || {_ELSE},
        p.state, p.interview_id, i.state, NULL, 1, 'promise', p.id, c.name, c.id""",
        """FROM promise p JOIN interview i ON i.id = p.interview_id
        JOIN contact c ON c.id = i.contact_id LEFT JOIN note n ON n.id = p.note_id WHERE {scope}""",
    ),
    "promise ended": _source(
        "p.id", f"p.interview_id {_TALKS}",
        f"""p.settled_at AS at, p.id AS id, '' AS part, 'promise',
        CASE p.whose WHEN 'mine' THEN 'I promised, ' ELSE 'they promised, ' END || p.state || ': '
            || p.text || {_ELSE},
        p.why_not, p.interview_id, i.state, NULL, 1, 'promise', p.id, c.name, c.id""",
        """FROM promise p JOIN interview i ON i.id = p.interview_id
        JOIN contact c ON c.id = i.contact_id
        WHERE {scope} AND p.settled_at IS NOT NULL AND +p.state <> 'open'""",
    ),
    "lead": _source(
        "l.id", f"l.interview_id {_TALKS}",
        f"""coalesce(n.at, l.created_at) AS at, l.id AS id, '' AS part, 'lead',
        'they named: ' || l.name || CASE l.why WHEN '' THEN '' ELSE ', ' || l.why END || {_ELSE}, l.state,
        l.interview_id, i.state, l.contact_id, 1, 'lead', l.id, c.name, c.id""",
        """FROM lead l JOIN interview i ON i.id = l.interview_id JOIN contact c ON c.id = i.contact_id
        LEFT JOIN note n ON n.id = l.note_id WHERE {scope}""",
    ),
    "lead ended": _source(
        "l.id", f"l.interview_id {_TALKS}",
        f"""l.settled_at AS at, l.id AS id, '' AS part, 'lead',
        'lead, ' || CASE WHEN l.state = 'closed' THEN 'note ' || l.courtesy ELSE l.state END || ': '
            || l.name || {_ELSE},
        l.why_not, l.interview_id, i.state, l.contact_id, 1, 'lead', l.id, c.name, c.id""",
        """FROM lead l JOIN interview i ON i.id = l.interview_id JOIN contact c ON c.id = i.contact_id
        WHERE {scope} AND l.settled_at IS NOT NULL""",
    ),
    "named": _source(
        "l.id", f"l.contact_id {_PEOPLE}",
        """coalesce(n.at, l.created_at) AS at, l.id AS id, '' AS part, 'lead', 'named by: ' || c.name, l.why,
        l.interview_id, i.state, i.contact_id, 1, 'lead', l.id, me.name, me.id""",
        """FROM lead l JOIN interview i ON i.id = l.interview_id JOIN contact c ON c.id = i.contact_id
        JOIN contact me ON me.id = l.contact_id LEFT JOIN note n ON n.id = l.note_id WHERE {scope}""",
    ),
    "place named": _source(
        "l.id", "l.organization_id = :place",
        """coalesce(n.at, l.created_at) AS at, l.id AS id, '' AS part, 'lead', 'named by: ' || c.name, l.why,
        l.interview_id, i.state, i.contact_id, 1, 'lead', l.id, c.name, c.id""",
        """FROM lead l JOIN interview i ON i.id = l.interview_id JOIN contact c ON c.id = i.contact_id
        LEFT JOIN note n ON n.id = l.note_id WHERE {scope}""",
    ),
    "stage": _source(
        "s.id", f"s.contact_id {_PEOPLE}",
        """s.created_at AS at, s.id AS id, '' AS part, 'stage', s.was || ' → ' || s.became, s.why, NULL, '',
        NULL, 1, 'contact', s.contact_id, c.name, c.id""",
        "FROM state_change s JOIN contact c ON c.id = s.contact_id WHERE {scope}",
    ),
    "research": _source(
        "r.id", f"r.contact_id {_PEOPLE}",
        """r.created_at AS at, r.id AS id, '' AS part, 'research', r.body, r.source, NULL, '', NULL, 0,
        'research_note', r.id, c.name, c.id""",
        """FROM research_note r JOIN contact c ON c.id = r.contact_id
        WHERE {scope} AND trim(r.body) <> ''""",
    ),
    "place research": _source(
        "r.id", "r.organization_id = :place",
        """r.created_at AS at, r.id AS id, '' AS part, 'research', r.body, r.source, NULL, '', NULL, 0,
        'research_note', r.id, '', NULL""",
        "FROM research_note r WHERE {scope} AND trim(r.body) <> ''",
    ),
    "outreach": _source(
        "o.id", f"o.id IN ({_THERE.format('outreach')})",
        """o.sent_at AS at, o.id AS id, '' AS part, 'outreach',
        o.channel || CASE o.path WHEN 'warm' THEN ', through somebody' ELSE '' END, o.words,
        o.interview_id, '', NULL, 1, 'outreach', o.id, c.name, c.id""",
        "FROM outreach o JOIN contact c ON c.id = o.contact_id WHERE {scope}",
    ),
    "answer": _source(
        "o.id", f"o.id IN ({_THERE.format('outreach')})",
        """o.answered_at AS at, o.id AS id, '' AS part, 'answer',
        CASE o.answer WHEN 'none' THEN 'no answer' ELSE o.answer END, o.channel, o.interview_id, '',
        NULL, 1, 'outreach', o.id, c.name, c.id""",
        """FROM outreach o JOIN contact c ON c.id = o.contact_id
        WHERE {scope} AND o.answered_at IS NOT NULL""",
    ),
    "draft": _source(
        "d.id", f"d.id IN ({_THERE.format('draft')})",
        f"""coalesce(d.used_at, d.created_at) AS at, d.id AS id, '' AS part, 'draft',
        CASE d.kind {_DRAFT} ELSE d.kind END || CASE WHEN d.used_at IS NULL THEN ', begun' WHEN d.used_how = '' THEN ''
            ELSE ', ' || d.used_how END,
        d.subject, d.interview_id, '', NULL, 1, 'draft', d.id, c.name, c.id""",
        "FROM draft d JOIN contact c ON c.id = d.contact_id WHERE {scope}",
    ),
    "touch": _source(
        "t.id", f"t.contact_id {_PEOPLE}",
        """t.at AS at, t.id AS id, '' AS part, 'touch', t.kind, t.words, NULL, '', NULL, 1, 'touch', t.id,
        c.name, c.id""",
        "FROM touch t JOIN contact c ON c.id = t.contact_id WHERE {scope}",
    ),
    "shared": _source(
        "s.id", f"s.contact_id {_PEOPLE}",
        """s.shared_at AS at, s.id AS id, '' AS part, 'resource', 'you shared: ' || r.text, s.words, NULL, '',
        NULL, 1, 'resource', r.id, c.name, c.id""",
        """FROM resource_share s JOIN resource r ON r.id = s.resource_id
        JOIN contact c ON c.id = s.contact_id WHERE {scope}""",
    ),
    "resource": _source(
        "r.id", f"r.interview_id {_TALKS}",
        f"""coalesce(n.at, r.created_at) AS at, r.id AS id, '' AS part, 'resource', 'they named: ' || r.text || {_ELSE},
        r.link, r.interview_id, i.state, NULL, 1, 'resource', r.id, c.name, c.id""",
        """FROM resource r JOIN interview i ON i.id = r.interview_id
        JOIN contact c ON c.id = i.contact_id LEFT JOIN note n ON n.id = r.note_id WHERE {scope}""",
    ),
    "opening": _source(
        "x.id", f"""x.id IN (SELECT id FROM opening WHERE interview_id {_TALKS}
            UNION SELECT id FROM opening WHERE organization_id = :place)""",
        f"""coalesce(n.at, x.created_at) AS at, x.id AS id, '' AS part, 'opening', 'an opening: ' || x.text || {_ELSE},
        x.state || CASE x.posted WHEN 'unknown' THEN '' ELSE ', ' || x.posted END, x.interview_id,
        coalesce(i.state, ''), NULL, 1, 'opening', x.id, coalesce(c.name, ''), c.id""",
        """FROM opening x LEFT JOIN interview i ON i.id = x.interview_id
        LEFT JOIN contact c ON c.id = i.contact_id LEFT JOIN note n ON n.id = x.note_id
        WHERE {scope}""",
    ),
    "debrief": _source(
        "d.id", f"d.interview_id {_TALKS}",
        """coalesce(d.settled_at, d.created_at) AS at, d.id AS id, '' AS part, 'debrief',
        CASE d.state WHEN 'due' THEN 'begun' ELSE 'written' END
            || CASE WHEN d.confidence IS NULL THEN '' ELSE ', confidence ' || d.confidence || ' of 5' END,
        trim(d.learned || char(10) || d.went_well || char(10) || d.differently, char(10) || ' '),
        d.interview_id, i.state, NULL, 1, 'debrief', d.id, c.name, c.id""",
        """FROM debrief d JOIN interview i ON i.id = d.interview_id
        JOIN contact c ON c.id = i.contact_id WHERE {scope} AND (d.confidence IS NOT NULL
        OR trim(d.learned || d.went_well || d.differently) <> '')""",
    ),
    "asked of me": _source(
        "n.id", f"n.interview_id {_TALKS}",
        f"""n.at AS at, n.id AS id, '' AS part, 'asked of me', ltrim(n.text, '^ ') || {_ELSE}, '', n.interview_id, i.state,
        NULL, 1, 'note', n.id, c.name, c.id""",
        """FROM note n JOIN interview i ON i.id = n.interview_id JOIN contact c ON c.id = i.contact_id
        WHERE {scope} AND n.kind = 'asked of me'""",
    ),
    "finding": _source(
        "f.id", f"f.interview_id {_TALKS}",
        f"""coalesce(n.at, f.created_at) AS at, f.id AS id, '' AS part, 'finding', f.kind || ': ' || f.text || {_ELSE}, '',
        f.interview_id, i.state, NULL, 1, 'finding', f.id, c.name, c.id""",
        """FROM finding f JOIN interview i ON i.id = f.interview_id
        JOIN contact c ON c.id = i.contact_id LEFT JOIN note n ON n.id = f.note_id WHERE {scope}""",
    ),
    "outcome": _source(
        "n.id", f"n.contact_id {_PEOPLE}",
        """n.settled_at AS at, n.id AS id, '' AS part, 'outcome', CASE n.state WHEN 'told'
            THEN 'told how it ended' ELSE 'need not be told how it ended' END, n.why_not, NULL, '',
        NULL, 1, 'outcome_notice', n.id, c.name, c.id""",
        """FROM outcome_notice n JOIN contact c ON c.id = n.contact_id
        WHERE {scope} AND n.settled_at IS NOT NULL""",
    ),
    "point": _source(
        "p.id", f"p.contact_id {_PEOPLE}",
        """p.created_at AS at, p.id AS id, '' AS part, 'point', 'a way to reach them: ' || p.value, '', NULL, '',
        NULL, 1, 'contact', p.contact_id, c.name, c.id""",
        """FROM contact_point p JOIN contact c ON c.id = p.contact_id
        WHERE {scope} AND p.created_at > c.created_at""",
    ),
    "known": _source(
        "c.id", f"c.id {_PEOPLE}",
        """c.created_at AS at, c.id AS id, '' AS part, 'known', 'added to the notebook', '', NULL, '', NULL, 0,
        'contact', c.id, c.name, c.id""",
        "FROM contact c WHERE {scope}",
    ),
    # The steps of an introduction stand in its dates; how it ended stands in its changes of state.
    "introduction": _source(
        "x.id", _BOTH,
        f"""CASE step.state WHEN 'draft' THEN CASE x.state WHEN 'draft' THEN x.created_at END
            WHEN 'asked' THEN x.asked_at WHEN 'reminded' THEN x.reminded_at
            WHEN 'contact made' THEN x.made_at ELSE x.followed_at END AS at,
        x.id AS id, step.state AS part, 'introduction',
        CASE WHEN x.introducer_id {_PEOPLE} THEN step.asked || b.name ELSE step.told || a.name END,
        {_WHY}, {_OTHER}""",
        """FROM introduction x JOIN contact a ON a.id = x.introducer_id
        JOIN contact b ON b.id = x.target_id CROSS JOIN (
            SELECT 'draft' AS state, 'to be asked to introduce you to ' AS asked,
                'to be introduced by ' AS told
            UNION ALL SELECT 'asked', 'asked to introduce you to ', 'you asked for an introduction: '
            UNION ALL SELECT 'reminded', 'reminded: ', 'you reminded '
            UNION ALL SELECT 'contact made', 'made the contact with ', 'the contact was made by '
            UNION ALL SELECT 'followed up', 'you wrote to ', 'you wrote, introduced by '
        ) step WHERE {scope} AND at IS NOT NULL""",
    ),
    "introduction ended": _source(
        "x.id", _BOTH,
        f"""step.created_at AS at, x.id AS id, step.became AS part, 'introduction',
        step.became || ': ' || CASE WHEN x.introducer_id {_PEOPLE} THEN b.name ELSE a.name END,
        step.why, {_OTHER}""",
        """FROM introduction x JOIN state_change step ON step.introduction_id = x.id
        JOIN contact a ON a.id = x.introducer_id JOIN contact b ON b.id = x.target_id
        WHERE {scope} AND step.became IN ('declined', 'lapsed', 'led to interview')""",
    ),
}  # fmt: skip
