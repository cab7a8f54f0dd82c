"""Reads where a record stands and what is around it; what it leads to on the screen is left to the tui."""

import sqlite3
from itertools import takewhile
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.passage import PassageLine, Whereabouts

# Each gives: interview, note, contact, organization, kind and instant of its line in the history.
_CAUGHT: Final = (
    "SELECT t.interview_id, t.note_id, NULL, NULL, '', NULL FROM {noun} t WHERE t.id = ?"
)
_OF_TALK: Final = "SELECT t.interview_id, NULL, NULL, NULL, '', NULL FROM {noun} t WHERE t.id = ?"
_OF_PERSON: Final = "SELECT NULL, NULL, t.contact_id, NULL, '', NULL FROM {noun} t WHERE t.id = ?"
_WHERE: Final = {
    "note": "SELECT t.interview_id, t.id, NULL, NULL, '', NULL FROM note t WHERE t.id = ?",
    **{
        noun: _CAUGHT.format(noun=noun)
        for noun in ("finding", "opening", "resource")
    },
    **{
        noun: f"SELECT t.interview_id, t.note_id, NULL, NULL, {ended}, t.settled_at"
        f" FROM {noun} t WHERE t.id = ?"
        for noun, ended in (("lead", "'lead'"), ("promise", "iif(t.state = 'open', '', 'promise')"))
    },
    **{noun: _OF_TALK.format(noun=noun) for noun in ("goal", "debrief")},
    **{noun: _OF_PERSON.format(noun=noun) for noun in ("contact_tag", "contact_point")},
    "question": "SELECT t.interview_id, coalesce((SELECT min(n.id) FROM note n"
    " WHERE n.question_id = t.id), t.note_id), NULL, NULL, '', NULL FROM question t WHERE t.id = ?",
    "interview": "SELECT t.id, NULL, NULL, NULL, '', NULL FROM interview t WHERE t.id = ?",
    "contact": "SELECT NULL, NULL, t.id, t.organization_id, '', NULL FROM contact t WHERE t.id = ?",
    "organization": "SELECT NULL, NULL, NULL, t.id, '', NULL FROM organization t WHERE t.id = ?",
    "research_note": "SELECT NULL, NULL, t.contact_id, t.organization_id, '', NULL"
    " FROM research_note t WHERE t.id = ?",
    "draft": "SELECT t.interview_id, NULL, t.contact_id, NULL, '', NULL FROM draft t WHERE t.id = ?",
    "outreach": "SELECT NULL, NULL, t.contact_id, NULL, 'outreach', t.sent_at"
    " FROM outreach t WHERE t.id = ?",
    "touch": "SELECT NULL, NULL, t.contact_id, NULL, 'touch', t.at FROM touch t WHERE t.id = ?",
    "introduction": "SELECT NULL, NULL, t.target_id, NULL, 'introduction', coalesce(t.asked_at,"
    " t.reminded_at, t.made_at, t.followed_at, t.created_at) FROM introduction t WHERE t.id = ?",
    "state_change": "SELECT NULL, NULL, coalesce(t.contact_id, x.target_id, i.contact_id), NULL,"
    " CASE WHEN t.contact_id IS NOT NULL THEN 'stage' WHEN t.interview_id IS NOT NULL THEN 'change'"
    " ELSE 'introduction' END, t.created_at FROM state_change t"
    " LEFT JOIN introduction x ON x.id = t.introduction_id"
    " LEFT JOIN interview i ON i.id = t.interview_id WHERE t.id = ?",
    "contradiction": "SELECT f.interview_id, f.note_id, NULL, NULL, '', NULL FROM contradiction t"
    " JOIN finding f ON f.id = t.finding_id WHERE t.id = ?",
    "resource_share": "SELECT NULL, NULL, t.contact_id, NULL, 'resource', t.shared_at"
    " FROM resource_share t WHERE t.id = ?",
    "thank_you": "SELECT t.interview_id, NULL, t.contact_id, NULL, 'thanks', t.settled_at"
    " FROM thank_you t WHERE t.id = ?",
    "outcome": "SELECT NULL, NULL, NULL, NULL, '', NULL FROM outcome t WHERE t.id = ?",
    "outcome_notice": "SELECT NULL, NULL, t.contact_id, NULL, 'outcome', t.settled_at"
    " FROM outcome_notice t WHERE t.id = ?",
}  # fmt: skip
KNOWN: Final = frozenset(_WHERE)
_AROUND: Final = 5  # lines before and after


def where(db: sqlite3.Connection, noun: str, number: int) -> Whereabouts | None:
    """Tell where a record stands; None when it is there no more.

    Args:
        db: The open notebook.
        noun: Its table, one of those in `KNOWN`.
        number: Its id.
    """
    row = db.execute(_WHERE[noun], (number,)).fetchone()
    if row is None:
        return None
    interview_id, note_id, contact_id, organization_id, kind, at = row
    talk = db.execute(
        "SELECT state, contact_id FROM interview WHERE id = ?", (interview_id,)
    ).fetchone()
    return Whereabouts(
        interview_id,
        talk[0] if talk else "",
        note_id,
        contact_id if contact_id is not None or talk is None else talk[1],
        organization_id,
        (kind, instant_of(at)) if kind and at else None,
    )


def note_text(db: sqlite3.Connection, note_id: int) -> str:
    """Give the words of a note."""
    row = db.execute("SELECT text FROM note WHERE id = ?", (note_id,)).fetchone()
    return "" if row is None else str(row[0])


def goals_of(db: sqlite3.Connection, interview_id: int) -> list[tuple[int, str]]:
    """Give the goals of an interview, each with its id."""
    return db.execute(
        "SELECT id, text FROM goal WHERE interview_id = ? ORDER BY position, id", (interview_id,)
    ).fetchall()


def around_note(db: sqlite3.Connection, note_id: int) -> list[PassageLine]:
    """Give a note with those before and after it that answer the same question, and that question."""
    found = db.execute(
        "SELECT n.interview_id, n.question_id, coalesce(q.text, '') FROM note n"
        " LEFT JOIN question q ON q.id = n.question_id WHERE n.id = ?",
        (note_id,),
    ).fetchone()
    if found is None:
        return []
    interview_id, question_id, question = found
    near = "SELECT id, text, question_id IS ? FROM note WHERE interview_id = ? AND id"
    asked_with = (question_id, interview_id, note_id)
    before = db.execute(f"{near} < ? ORDER BY id DESC LIMIT {_AROUND}", asked_with)
    after = db.execute(f"{near} >= ? ORDER BY id LIMIT {_AROUND + 1}", asked_with)
    earlier, later = (list(takewhile(lambda row: row[2], rows)) for rows in (before, after))
    asked = [PassageLine("asked", question)] if question else []
    return [
        *asked,
        *(PassageLine("", text, number == note_id) for number, text, _ in [*earlier[::-1], *later]),
    ]


def around_question(db: sqlite3.Connection, question_id: int) -> list[PassageLine]:
    """Give a question with those before and after it in the plan, and what was answered to it."""
    rows = db.execute(
        "SELECT q.id, q.position, q.text FROM question q JOIN question me ON me.id = ?1"
        " WHERE q.interview_id = me.interview_id"
        " AND q.position BETWEEN me.position - ?2 AND me.position + ?2 ORDER BY q.position, q.id",
        (question_id, _AROUND),
    )
    lines = [PassageLine(f"{at}.", text, number == question_id) for number, at, text in rows]
    answers = db.execute(
        "SELECT text FROM note WHERE question_id = ? ORDER BY id LIMIT ?",
        (question_id, 2 * _AROUND),
    )
    return [*lines, *(PassageLine("noted", text) for (text,) in answers)]


def research_note(db: sqlite3.Connection, note_id: int) -> list[PassageLine]:
    """Give a research note whole: whom it is about, its words, its source."""
    row = db.execute(
        "SELECT coalesce(c.name, o.name), r.body, r.source FROM research_note r"
        " LEFT JOIN contact c ON c.id = r.contact_id"
        " LEFT JOIN organization o ON o.id = r.organization_id WHERE r.id = ?",
        (note_id,),
    ).fetchone()
    if row is None:
        return []
    whom, body, source = row
    return [
        PassageLine("about", whom),
        PassageLine("", body, here=True),
        PassageLine("source", source),
    ]


def organization(db: sqlite3.Connection, organization_id: int) -> list[PassageLine]:
    """Give what is known of an organization, who is there, and the newest research on it."""
    row = db.execute(
        "SELECT name, field, place, about FROM organization WHERE id = ?", (organization_id,)
    ).fetchone()
    if row is None:
        return []
    people = db.execute(
        "SELECT name FROM contact WHERE organization_id = ? AND archived_at IS NULL"
        " ORDER BY folded LIMIT 20",
        (organization_id,),
    ).fetchall()
    notes = db.execute(
        "SELECT body FROM research_note WHERE organization_id = ? ORDER BY id DESC LIMIT ?",
        (organization_id, _AROUND),
    ).fetchall()
    name, field, place, about = row
    return [
        PassageLine("", name, here=True),
        PassageLine("field", field),
        PassageLine("place", place),
        PassageLine("about", about),
        PassageLine("people", ", ".join(person for (person,) in people)),
        *(PassageLine("research", body) for (body,) in notes),
    ]


# Nouns that stand in no place of their own, with the words of theirs that can be sought.
_WORDS: Final = {
    "outreach": "SELECT channel, '', answer, words FROM outreach WHERE id = ?",
    "touch": "SELECT kind, '', '', words FROM touch WHERE id = ?",
    "introduction": "SELECT b.name, a.name, i.state, i.why FROM introduction i"
    " JOIN contact a ON a.id = i.introducer_id JOIN contact b ON b.id = i.target_id WHERE i.id = ?",
    "outcome": "SELECT kind, '', '', text FROM outcome WHERE id = ?",
    "outcome_notice": "SELECT state, '', '', why_not FROM outcome_notice WHERE id = ?",
    "state_change": "SELECT was || ' → ' || became, '', '', why FROM state_change WHERE id = ?",
    "resource_share": "SELECT r.text, '', '', s.words FROM resource_share s"
    " JOIN resource r ON r.id = s.resource_id WHERE s.id = ?",
    "finding": "SELECT text, '', kind, '' FROM finding WHERE id = ?",
    "lead": "SELECT name, reach, state, why FROM lead WHERE id = ?",
    "opening": "SELECT text, link, state, field FROM opening WHERE id = ?",
    "resource": "SELECT text, link, field, '' FROM resource WHERE id = ?",
    "promise": "SELECT text, '', state, why_not FROM promise WHERE id = ?",
}
_LABELS: Final = {
    "outreach": ("wrote or rang", "", "answer", "words"),
    "touch": ("touch", "", "", "words"),
    "introduction": ("to", "through", "state", "why"),
    "outcome": ("outcome", "", "", "words"),
    "outcome_notice": ("told", "", "", "why not"),
    "state_change": ("", "", "", "why"),
    "resource_share": ("shared", "", "", "words"),
    "finding": ("", "", "kind", ""),
    "lead": ("name", "reach", "state", "why"),
    "opening": ("", "link", "state", "field"),
    "resource": ("", "link", "field", ""),
    "promise": ("", "", "state", "why not"),
}


def words_of(db: sqlite3.Connection, noun: str, number: int) -> list[PassageLine]:
    """Give the words of a record that stands in no larger place."""
    query = _WORDS.get(noun)
    row = db.execute(query, (number,)).fetchone() if query is not None else None
    if row is None:
        return []
    return [PassageLine(label, text) for label, text in zip(_LABELS[noun], row, strict=True)]


def examples(db: sqlite3.Connection) -> tuple[str, str, str]:
    """Give whom I talked with last, the field that was about, and the tag used last; empty for none."""
    talk = db.execute(
        "SELECT c.name, i.field FROM interview i JOIN contact c ON c.id = i.contact_id"
        " WHERE i.started_at IS NOT NULL ORDER BY i.id DESC LIMIT 1"
    ).fetchone()
    tag = db.execute("SELECT tag FROM note_tag ORDER BY id DESC LIMIT 1").fetchone()
    return (*(talk or ("", "")), tag[0] if tag else "")
