"""A stand-in for the index of all words until the branch `search` is merged: a look through a few tables."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.hit import Hit
from infotui.domain.query import Query
from infotui.domain.text import clean_line, fold

_IN_TALK: Final = "JOIN interview i ON i.id = t.interview_id JOIN contact c ON c.id = i.contact_id"
_WHO: Final = "c.name, i.id, c.id, NULL"
# Kind, noun, id, at, words, who, interview, contact, organization, part.
_PLACES: Final = (
    "SELECT 'person', 'contact', c.id, NULL, c.name || coalesce(' · ' || o.name, ''), c.name, NULL, c.id,"
    " o.id, '' FROM contact c LEFT JOIN organization o ON o.id = c.organization_id",
    "SELECT 'organization', 'organization', id, NULL, name, '', NULL, NULL, id, '' FROM organization",
    f"SELECT t.kind, 'note', t.id, t.at, t.text, {_WHO}, '' FROM note t {_IN_TALK}",
    f"SELECT 'question', 'question', t.id, t.created_at, t.text, {_WHO}, '' FROM question t {_IN_TALK}",
    f"SELECT 'plan', 'interview', i.id, t.created_at, t.text, {_WHO}, 'goal' FROM goal t {_IN_TALK}",
    *(
        f"SELECT 'plan', 'interview', i.id, i.created_at, i.{column}, {_WHO}, '{part}'"
        " FROM interview i JOIN contact c ON c.id = i.contact_id"
        for column, part in (
            ("why", "why"), ("opening", "opening"), ("close", "close"), ("if_asked", "if asked")
        )
    ),
    *(
        f"SELECT 'debrief', 'debrief', t.id, t.created_at, t.{column}, {_WHO}, '{part}'"
        f" FROM debrief t {_IN_TALK}"
        for column, part in (
            ("learned", "learned"), ("went_well", "went well"), ("differently", "differently")
        )
    ),
    "SELECT 'research', 'research_note', r.id, r.created_at, r.body, coalesce(c.name, ''), NULL, c.id,"
    " r.organization_id, '' FROM research_note r LEFT JOIN contact c ON c.id = r.contact_id",
    "SELECT 'draft', 'draft', d.id, d.created_at, d.subject || ' ' || d.body, c.name, d.interview_id,"
    " c.id, NULL, d.kind FROM draft d JOIN contact c ON c.id = d.contact_id",
    "SELECT 'outreach', 'outreach', t.id, t.sent_at, t.channel || ' ' || t.words, c.name, NULL, c.id, NULL, ''"
    " FROM outreach t JOIN contact c ON c.id = t.contact_id",
    "SELECT 'touch', 'touch', t.id, t.at, t.kind || ' ' || t.words, c.name, NULL, c.id, NULL, ''"
    " FROM touch t JOIN contact c ON c.id = t.contact_id",
    "SELECT 'introduction', 'introduction', t.id, t.created_at, t.why, c.name, NULL, c.id, NULL, ''"
    " FROM introduction t JOIN contact c ON c.id = t.target_id",
    "SELECT 'outcome', 'outcome', id, recorded_at, text, '', NULL, NULL, NULL, '' FROM outcome",
)  # fmt: skip


def names(db: sqlite3.Connection) -> list[str]:
    """Give the names of all contacts."""
    return [name for (name,) in db.execute("SELECT name FROM contact ORDER BY name")]


def of(db: sqlite3.Connection, query: Query) -> list[Hit] | None:
    """Give all places that have what is sought, the newest first; None when it was broken off."""
    try:
        hits = list(_hits(db, query))
    except sqlite3.OperationalError:
        return None
    first = [hit for hit in hits if hit.at is None]
    rest = sorted((h for h in hits if h.at is not None), key=lambda h: str(h.at), reverse=True)
    return [*first, *rest]


def _hits(db: sqlite3.Connection, query: Query) -> Iterator[Hit]:
    words = [fold(word).strip('"') for word in query.words]
    if not any((*words, *query.people, *query.kinds)):
        return
    for place in _PLACES:
        for kind, noun, number, at, text, who, interview, contact, organization, part in db.execute(
            place
        ):
            line, folded = clean_line(text), fold(text)
            if len(line) != len(folded):
                line = folded
            if not all(word in folded for word in words):
                continue
            if query.kinds and kind not in query.kinds:
                continue
            if query.people and not any(fold(name) in fold(who) for name in query.people):
                continue
            marks = tuple(sorted((folded.find(w), folded.find(w) + len(w)) for w in words if w))
            begin = max(0, (marks[0][0] if marks else 0) - 60)
            cut = line[begin : begin + 160]
            moved = tuple(
                (a - begin, min(b - begin, len(cut))) for a, b in marks if a - begin < len(cut)
            )
            yield Hit(kind, noun, number, who, instant_of(at) if at else None, cut, moved, "",
                      interview, contact, organization, part)  # fmt: skip
