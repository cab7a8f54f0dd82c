"""Reads who named whom to me, and what they said of being named for it (M4, S45)."""

import sqlite3
from typing import Final, NamedTuple

from infotui.domain.naming import UNNAMED_MARK, Referrer
from infotui.domain.same_name import likely_same, likely_same_organization
from infotui.domain.text import clean_line, fold

_MADE: Final = "('contact made', 'followed up', 'led to interview')"
# Where several took part in a talk, any of them may have given its leads.
_GIVEN: Final = """
WITH giver (interview_id, contact_id, main) AS (
    SELECT id, contact_id, 1 FROM interview
    UNION ALL SELECT p.interview_id, p.contact_id, 0 FROM interview_person p
    JOIN interview i ON i.id = p.interview_id AND i.contact_id <> p.contact_id)
SELECT g.contact_id, c.name, l.consent, l.interview_id, g.main, l.name, l.why, l.contact_id,
    l.organization_id, coalesce(o.name, '')
FROM lead l JOIN giver g ON g.interview_id = l.interview_id JOIN contact c ON c.id = g.contact_id
LEFT JOIN organization o ON o.id = c.organization_id
"""


class _Addressee(NamedTuple):
    """Whom a draft is for, or about."""

    id: int
    name: str
    organization_id: int | None
    organization: str


class _Given(NamedTuple):
    """A lead by one of those who may have given it."""

    giver_id: int
    giver: str
    consent: str
    interview_id: int
    main: int  # whether the talk is with them; then what was said is surely theirs
    name: str
    why: str
    contact_id: int | None
    organization_id: int | None
    house: str  # where the giver works

    @property
    def referrer(self) -> Referrer:
        """Who gave it, with what was said of naming them."""
        return Referrer(self.giver_id, self.giver, self.consent, self.interview_id)


def referrers(db: sqlite3.Connection, contact_id: int) -> list[Referrer]:
    """Give who named somebody to me, and whether I may say so, the latest first (M4).

    A lead that became this contact counts as it is. One that names them nearly, or the organization
    they work at, counts too, but for a yes: that they are meant is only likely. In a talk of several
    all of them may have given a lead; a yes is surely of the one alone whom the talk is with.
    """
    whom = _addressee(db, contact_id)
    if whom is None:
        return []
    rows = map(_Given._make, db.execute(f"{_GIVEN} ORDER BY l.id DESC, g.main DESC, g.contact_id"))
    return [
        given.referrer
        for given in rows
        if given.giver_id != contact_id
        and (
            (given.contact_id == contact_id and (given.consent != "yes" or given.main))
            or (given.consent != "yes" and given.contact_id is None and _is_likely(db, given, whom))
        )
    ]


def _addressee(db: sqlite3.Connection, contact_id: int) -> _Addressee | None:
    row = db.execute(
        """SELECT c.id, c.name, c.organization_id, coalesce(o.name, '')
        FROM contact c LEFT JOIN organization o ON o.id = c.organization_id WHERE c.id = ?""",
        (contact_id,),
    ).fetchone()
    return None if row is None else _Addressee(*row)


def _is_likely(db: sqlite3.Connection, given: _Given, whom: _Addressee) -> bool:
    """Whether a lead that became nobody yet likely means them, or where they work."""
    if given.organization_id is not None and given.organization_id == whom.organization_id:
        return True
    if whom.organization and likely_same_organization(given.name, whom.organization):
        return True
    if likely_same(given.name, whom.name):
        return True
    return likely_same(given.name, whom.name, fits=True) and _fits(db, given, whom)


def _fits(db: sqlite3.Connection, given: _Given, whom: _Addressee) -> bool:
    """Whether all but a part of the name fits: the organization, or nobody else is called so."""
    house = fold(whom.organization)
    if house and (house == fold(given.house) or house in fold(f"{given.name} {given.why}")):
        return True
    others = db.execute(
        "SELECT name FROM contact WHERE id NOT IN (?, ?)", (whom.id, given.giver_id)
    )
    return not any(likely_same(given.name, row[0], fits=True) for row in others)


def refusers(db: sqlite3.Connection) -> list[Referrer]:
    """Give all who said of any lead that they would rather not be named, each once (M4).

    Who was deleted since is known by the name alone that stands beside whom I met through them; their
    numbers are below zero.
    """
    return [*_who_said(db, "l.consent = 'no'"), *_deleted(db)]


def reserved(db: sqlite3.Connection) -> list[Referrer]:
    """Give all who said of any lead that they would rather not be named, or were not asked (M4)."""
    return [*_who_said(db, "l.consent <> 'yes'"), *_deleted(db)]


def _deleted(db: sqlite3.Connection) -> list[Referrer]:
    """Give who said no and is in the notebook no more, but by name."""
    rows = db.execute(
        "SELECT -id, introduced_by FROM contact WHERE introducer_id IS NULL"
        " AND substr(introduced_by, -length(?)) = ?",
        (UNNAMED_MARK, UNNAMED_MARK),
    )
    gone = [Referrer(number, name.removesuffix(UNNAMED_MARK), "no") for number, name in rows]
    return list({referrer.name: referrer for referrer in gone}.values())


def _who_said(db: sqlite3.Connection, what: str) -> list[Referrer]:
    rows = map(_Given._make, db.execute(f"{_GIVEN} WHERE {what} ORDER BY l.consent, l.id DESC"))
    found: dict[int, Referrer] = {}
    for given in rows:
        found.setdefault(given.giver_id, given.referrer)
    return list(found.values())


def makers(db: sqlite3.Connection, contact_id: int) -> list[Referrer]:
    """Give who brought me together with somebody, the latest first."""
    rows = db.execute(
        f"""SELECT x.introducer_id, c.name, 'yes', x.interview_id
        FROM introduction x JOIN contact c ON c.id = x.introducer_id
        WHERE x.target_id = ? AND x.state IN {_MADE} ORDER BY x.id DESC""",
        (contact_id,),
    )
    return [Referrer(*row) for row in rows]


def through_whom(db: sqlite3.Connection, contact_id: int) -> Referrer | None:
    """Give through whom I came to somebody, as their page says; they said nothing of being named."""
    row = db.execute(
        """SELECT coalesce(c.introducer_id, 0), coalesce(b.name, c.introduced_by)
        FROM contact c LEFT JOIN contact b ON b.id = c.introducer_id WHERE c.id = ?""",
        (contact_id,),
    ).fetchone()
    name = "" if row is None else clean_line(row[1]).removesuffix(UNNAMED_MARK)
    return Referrer(row[0], name, "not asked") if name else None
