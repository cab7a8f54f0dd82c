"""Reads what has words beside the notes: of each noun its parts, as a search shows and indexes them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from infotui.domain.wording import words_of

# The place of a noun is its number in the index of words (see `schema_review`), and never changes.
NOUNS: Final = (
    "contact", "organization", "research_note", "interview", "question", "debrief", "draft",
    "outreach", "touch", "introduction", "outcome", "resource_share", "state_change", "lead",
    "promise", "opening", "resource", "finding", "outcome_notice", "contradiction",
)  # fmt: skip
ROOM: Final = 32  # numbers of nouns
_CAUGHT: Final = frozenset({"question", "lead", "promise", "opening", "resource", "finding"})
# What was written to somebody, or is between two: theirs, whoever's talk it came of.
ADDRESSED: Final = frozenset({"draft", "outreach", "introduction"})


class Owned(NamedTuple):
    """By whom a record is found: a talk's people, persons, an organization."""

    talk: int | None
    people: tuple[int, ...]
    organization: int | None


class Thing(NamedTuple):
    """A record with its words, part by part; what its note says already is not among them."""

    id: int
    kind: str
    at: str  # the instant by which it stands in order
    contact_id: int | None
    organization_id: int | None
    interview_id: int | None
    name: str
    other_id: int | None  # who else it is between
    note_id: int | None  # the note that it was caught in
    parts: tuple[tuple[str, str], ...]

    def parts_of(self, kinds: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Give the parts that are of these kinds: goals alone, where they alone are sought."""
        if kinds == ("goal",):
            return tuple(part for part in self.parts if part[0] == "goal")
        return self.parts

    def owned(self, noun: str) -> Owned:
        """Give by whom it is found; what came of a talk by the talk alone, for that may change hands."""
        people = tuple(one for one in (self.contact_id, self.other_id) if one is not None)
        if self.interview_id is not None:
            return Owned(self.interview_id, people if noun in ADDRESSED else (), None)
        return Owned(None, people, self.organization_id)


_TALK: Final = "coalesce(i.started_at, i.scheduled_at, i.created_at)"
# Of each noun: kind, instant, contact, organization, interview, name; then what each part is called
# and says. What is caught in a note has its words there.
_READ: Final = {
    "contact": """'person', t.created_at, t.id, t.organization_id, NULL, t.name,
        '', t.name || iif(t.role = '', '', ' · ' || t.role) || iif(t.unit = '', '', ' · ' || t.unit),
        'about', t.about, 'field', t.field, 'introduced by', t.introduced_by,
        'reached at', (SELECT group_concat(p.value, ' · ') FROM contact_point p
            WHERE p.contact_id = t.id),
        'tags', (SELECT group_concat('#' || g.tag, ' ') FROM contact_tag g WHERE g.contact_id = t.id)
        FROM contact t""",
    "organization": """'organization', t.created_at, NULL, t.id, NULL, t.name, '', t.name,
        'about', t.about, 'field', t.field, 'place', t.place FROM organization t""",
    "research_note": """'research', t.created_at, t.contact_id, t.organization_id, NULL, '',
        '', t.body, 'source', t.source FROM research_note t""",
    "interview": f"""iif(i.started_at IS NULL, 'plan', 'talk'), {_TALK}, i.contact_id, i.organization_id, i.id, '', 'why', i.why,
        'goal', (SELECT group_concat(g.text, char(10)) FROM goal g WHERE g.interview_id = i.id),
        'opening', i.opening, 'close', i.close, 'if asked', i.if_asked, 'place', i.place,
        'way in', i.entry FROM interview t JOIN interview i ON i.id = t.id""",
    "question": """'question', coalesce(t.asked_at, t.created_at), i.contact_id, i.organization_id, i.id,
        '', '', iif(t.text = '', t.template, t.text)
        FROM question t JOIN interview i ON i.id = t.interview_id""",
    "debrief": """'debrief', coalesce(t.settled_at, t.created_at), i.contact_id, i.organization_id,
        i.id, '', 'learned', t.learned, 'went well', t.went_well, 'differently', t.differently
        FROM debrief t JOIN interview i ON i.id = t.interview_id""",
    "draft": """'draft', coalesce(t.used_at, t.created_at), t.contact_id, NULL, t.interview_id, '',
        replace(t.kind, '-', ' '), t.subject || char(10) || t.body FROM draft t""",
    "outreach": """'outreach', t.sent_at, t.contact_id, NULL, t.interview_id, '', t.channel, t.words
        FROM outreach t""",
    "touch": "'touch', t.at, t.contact_id, NULL, NULL, '', t.kind, t.words FROM touch t",
    "introduction": """'introduction', coalesce(t.asked_at, t.created_at), t.target_id, NULL,
        t.interview_id, '', 'why', t.why FROM introduction t""",
    "outcome": "'outcome', t.recorded_at, NULL, NULL, NULL, '', t.kind, t.text FROM outcome t",
    "resource_share": """'resource', t.shared_at, t.contact_id, NULL, NULL, '', 'shared', t.words
        FROM resource_share t""",
    "state_change": """iif(t.contact_id IS NOT NULL, 'person',
            iif(t.interview_id IS NOT NULL, 'plan', 'introduction')), t.created_at,
        coalesce(t.contact_id, x.target_id, i.contact_id), i.organization_id, t.interview_id, '',
        t.was || ' → ' || t.became, t.why FROM state_change t
        LEFT JOIN introduction x ON x.id = t.introduction_id
        LEFT JOIN interview i ON i.id = t.interview_id""",
    "lead": """'lead', coalesce(t.settled_at, t.created_at), i.contact_id, i.organization_id, i.id,
        '', '', t.name || iif(t.why = '', '', ', ' || t.why), 'reached at', t.reach,
        'why not', t.why_not FROM lead t JOIN interview i ON i.id = t.interview_id""",
    "promise": """iif(t.whose = 'mine', 'my promise', 'their promise'),
        coalesce(t.settled_at, t.created_at), i.contact_id, i.organization_id, i.id, '',
        '', t.text, 'why not', t.why_not
        FROM promise t JOIN interview i ON i.id = t.interview_id""",
    "opening": """'opening', t.created_at, i.contact_id,
        coalesce(t.organization_id, i.organization_id), i.id, '',
        '', t.text, 'field', t.field, 'link', t.link
        FROM opening t LEFT JOIN interview i ON i.id = t.interview_id""",
    "resource": """'resource', t.created_at, i.contact_id, i.organization_id, i.id, '',
        '', t.text, 'field', t.field, 'link', t.link
        FROM resource t LEFT JOIN interview i ON i.id = t.interview_id""",
    "finding": """'finding', t.created_at, i.contact_id, i.organization_id, i.id, '',
        '', t.text
        FROM finding t JOIN interview i ON i.id = t.interview_id""",
    "outcome_notice": """'outcome', coalesce(t.settled_at, t.created_at), t.contact_id, NULL, NULL,
        '', 'why not', t.why_not FROM outcome_notice t""",
    "contradiction": """'finding', coalesce(t.settled_at, t.created_at), i.contact_id,
        i.organization_id, i.id, '', 'at odds', t.why FROM contradiction t
        JOIN finding f ON f.id = t.finding_id JOIN interview i ON i.id = f.interview_id""",
}


def read(db: sqlite3.Connection, noun: str, ids: Iterable[int]) -> Iterator[Thing]:
    """Give those of a noun's records that are there, each with the parts that say something."""
    wanted = json.dumps(list(ids))
    other = "t.introducer_id" if noun == "introduction" else "NULL"
    note = "NULL, NULL"
    if noun in _CAUGHT:
        note = "t.note_id, (SELECT n.text FROM note n WHERE n.id = t.note_id)"
    rows = db.execute(
        f"SELECT {other}, {note}, t.id, {_READ[noun]}"
        " WHERE t.id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    for other_id, note_id, said, *row in rows:
        there = frozenset(words_of(said or ""))
        pairs = zip(row[7::2], row[8::2], strict=True)
        parts = tuple(
            (label, text)
            for label, text in pairs
            if text and not (there and there.issuperset(words_of(text)))
        )
        yield Thing._make((*row[:7], other_id, note_id, parts))
