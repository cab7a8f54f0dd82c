"""Reads what earlier talks with a person, at an organization and in a field left behind (M8)."""

import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from infotui.domain.clock import instant_of, instant_text
from infotui.domain.delta import Earlier, Learned, Promised
from infotui.domain.interview import InterviewRow
from infotui.domain.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_NEWEST_TALKS: Final = (
    60  # of each kind of nearness; what is older was taken up since, or never will be
)
_NEWEST_FINDINGS: Final = 150
_MOST_NAMES: Final = 500


class Unanswered(NamedTuple):
    """A must that was never answered, as it stands in the plan of its talk."""

    id: int
    text: str
    template: str
    bank_id: str
    origin: str
    talk: Earlier


# Each part goes by an index of its own: the person's talks, those they joined, those at the organization.
_NEAR: Final = """
SELECT id FROM interview WHERE contact_id IN (SELECT contact_id FROM people)
UNION SELECT interview_id FROM interview_person
    WHERE contact_id IN (SELECT contact_id FROM people)
UNION SELECT id FROM interview WHERE organization_id = :organization
UNION SELECT i.id FROM contact c JOIN interview i ON i.contact_id = c.id
    WHERE c.organization_id = :organization
"""
_PEOPLE: Final = """
people (contact_id) AS (SELECT contact_id FROM interview WHERE id = :interview
    UNION SELECT contact_id FROM interview_person WHERE interview_id = :interview)
"""
_TALK: Final = """
SELECT i.id, c.name, i.started_at,
    i.contact_id IN (SELECT contact_id FROM people) OR EXISTS (SELECT 1 FROM interview_person p
        WHERE p.interview_id = i.id AND p.contact_id IN (SELECT contact_id FROM people)),
    i.organization_id, i.words
FROM interview i JOIN contact c ON c.id = i.contact_id
"""
_BEFORE: Final = "i.state IN ('held', 'closed') AND i.started_at < :now AND i.id <> :interview"


def earlier(db: sqlite3.Connection, interview: InterviewRow) -> list[Earlier]:
    """Give the talks held before an interview with its people or at its organization, newest first."""
    # Of a talk that was held itself only those before it count, of one to come all there were.
    row = db.execute("SELECT organization_id, words FROM interview WHERE id = ?",
                     (interview.id,)).fetchone()  # fmt: skip
    values = {
        "interview": interview.id,
        "organization": row[0],
        "words": row[1],
        "now": "9" if interview.started_at is None else instant_text(interview.started_at),
        "limit": _NEWEST_TALKS,
    }
    near = db.execute(
        f"WITH {_PEOPLE} {_TALK} WHERE i.id IN ({_NEAR}) AND {_BEFORE}"
        " ORDER BY i.started_at DESC LIMIT :limit",
        values,
    )
    talks = [_talk(row, near=True) for row in near]
    if not row[1]:
        return talks
    known = {talk.interview_id for talk in talks}
    # The newest first by their index, until there are enough of the field.
    same_field = db.execute(
        f"WITH {_PEOPLE} {_TALK} WHERE i.words = :words AND {_BEFORE}"
        " ORDER BY i.started_at DESC LIMIT :limit",
        values,
    )
    return talks + [_talk(row, near=False) for row in same_field if row[0] not in known]


def _talk(row: Sequence[object], *, near: bool) -> Earlier:
    number, name, began, same_person, organization, field = row
    return Earlier(
        int(str(number)), str(name), instant_of(str(began)), bool(same_person), near,
        None if organization is None else int(str(organization)), str(field),
    )  # fmt: skip


def _marks(talks: Mapping[int, Earlier]) -> str:
    return ", ".join(str(number) for number in talks) or "NULL"


def _by_id(talks: Iterable[Earlier]) -> dict[int, Earlier]:
    return {talk.interview_id: talk for talk in talks}


def learned(db: sqlite3.Connection, talks: Iterable[Earlier]) -> list[Learned]:
    """Give the findings of talks, the newest first."""
    known = _by_id(talks)
    rows = db.execute(
        f"SELECT id, kind, text, interview_id FROM finding WHERE interview_id IN ({_marks(known)})"
        " ORDER BY id DESC LIMIT ?",
        (_NEWEST_FINDINGS,),
    )
    return [Learned(*(*row[:3], known[row[3]])) for row in rows]


def promised(db: sqlite3.Connection, talks: Iterable[Earlier]) -> list[Promised]:
    """Give the promises of talks that are still open."""
    known = _by_id(talks)
    rows = db.execute(
        "SELECT id, whose, text, interview_id FROM promise"
        f" WHERE interview_id IN ({_marks(known)}) AND +state = 'open' ORDER BY id DESC"
    )
    return [Promised(*(*row[:3], known[row[3]])) for row in rows]


def unanswered(db: sqlite3.Connection, talks: Iterable[Earlier]) -> list[Unanswered]:
    """Give the musts of talks that were skipped or not reached, and not answered by this person since."""
    known = _by_id(talks)
    rows = db.execute(
        "SELECT id, text, template, bank_id, origin, interview_id, importance, state FROM question"
        f" WHERE interview_id IN ({_marks(known)}) AND trim(text) <> '' ORDER BY id DESC"
    ).fetchall()
    answered = {
        (row[3] or fold(row[1]), known[row[5]].when)
        for row in rows
        if known[row[5]].same_person and row[7] in {"answered", "partly"}
    }
    return [
        Unanswered(*(*row[:5], known[row[5]]))
        for row in rows
        if row[6] == "must" and row[7] in {"skipped", "planned", "asking"}
        and not any(key == (row[3] or fold(row[1])) and when > known[row[5]].when
                    for key, when in answered)
    ]  # fmt: skip


def names_there(db: sqlite3.Connection, interview: InterviewRow) -> list[str]:
    """Give the names of those who work where an interview is about."""
    rows = db.execute(
        "SELECT c.name FROM contact c WHERE c.organization_id ="
        " (SELECT organization_id FROM interview WHERE id = ?) LIMIT ?",
        (interview.id, _MOST_NAMES),
    )
    return [row[0] for row in rows]


def leads_of(db: sqlite3.Connection, talks: Iterable[Earlier]) -> list[str]:
    """Give the names of the leads that were given in talks."""
    rows = db.execute(
        f"SELECT name FROM lead WHERE interview_id IN ({_marks(_by_id(talks))}) LIMIT ?",
        (_MOST_NAMES,),
    )
    return [row[0] for row in rows]


def known_by(db: sqlite3.Connection, words: Iterable[str]) -> list[str]:
    """Give those of some words that are the first or the whole name of a contact."""
    return [word for word in words if _is_name(db, fold(word))]


def _is_name(db: sqlite3.Connection, folded: str) -> bool:
    # By the index of names: a first name is what stands before the space.
    row = db.execute(
        "SELECT 1 FROM contact WHERE folded = ? OR (folded >= ? AND folded < ?) LIMIT 1",
        (folded, f"{folded} ", f"{folded}!"),
    ).fetchone()
    return row is not None


def people_of(db: sqlite3.Connection, interview: InterviewRow) -> list[str]:
    """Give the names of those who take part in an interview."""
    rows = db.execute(
        f"WITH {_PEOPLE} SELECT c.name FROM contact c JOIN people ON people.contact_id = c.id",
        {"interview": interview.id},
    )
    return [row[0] for row in rows]


class Called(NamedTuple):
    """Somebody by name; who was only named to me is no contact yet."""

    contact_id: int | None
    name: str


def called_by(
    db: sqlite3.Connection, words: Collection[str], also: Collection[int] = ()
) -> list[Called]:
    """Give the contacts and leads in whose name some word stands, folded; and some contacts besides."""
    rows = db.execute(
        "SELECT id, name, folded FROM contact UNION ALL SELECT NULL, name, '' FROM lead"
    )
    return [
        Called(number, name)
        for number, name, folded in rows
        if number in also or not _words_of(folded or fold(name)).isdisjoint(words)
    ]


def _words_of(folded: str) -> set[str]:
    """Take a folded name apart into its words."""
    return set(_WORD.findall(folded))
