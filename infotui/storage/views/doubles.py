"""Reads who may be the same person as a contact: by the name, or by a way to reach them."""

import sqlite3
from typing import Final

from infotui.domain.contact import Doubt
from infotui.domain.text import fold

_SAME_WAY: Final = {"email": "same e-mail", "phone": "same telephone", "web": "same link"}


def doubles(db: sqlite3.Connection, contact_id: int) -> list[Doubt]:
    """Give the contacts that are likely the same person as this one, each with why, surest first."""
    reasons: dict[int, list[str]] = {}
    for (number,) in db.execute(
        "SELECT c.id FROM contact c JOIN contact me ON me.folded = c.folded"
        " WHERE me.id = ? AND c.id <> me.id ORDER BY c.id",
        (contact_id,),
    ):
        reasons.setdefault(number, []).append("same name")
    points = db.execute("SELECT contact_id, kind, value FROM contact_point ORDER BY id").fetchall()
    mine = {_key(kind, value) for owner, kind, value in points if owner == contact_id}
    for owner, kind, value in points:
        why = _SAME_WAY.get(kind)
        if owner != contact_id and why is not None and _key(kind, value) in mine:
            known = reasons.setdefault(owner, [])
            if why not in known:
                known.append(why)
    return [
        _doubt(db, number, ", ".join(why))
        for number, why in sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def others(db: sqlite3.Connection, contact_id: int, ids: list[int]) -> list[Doubt]:
    """Give contacts by their ids but for one, without a reason."""
    return [_doubt(db, number, "") for number in ids if number != contact_id]


def _doubt(db: sqlite3.Connection, contact_id: int, why: str) -> Doubt:
    name, organization, archived = db.execute(
        "SELECT c.name, coalesce(o.name, ''), c.archived_at IS NOT NULL FROM contact c"
        " LEFT JOIN organization o ON o.id = c.organization_id WHERE c.id = ?",
        (contact_id,),
    ).fetchone()
    said = ", ".join(part for part in (why, "archived" if archived else "") if part)
    return Doubt(contact_id, name, organization, said)


def _key(kind: str, value: str) -> tuple[str, str]:
    """Give the form in which two ways are compared: a number by its digits, a link without its end."""
    if kind == "phone":
        return kind, "".join(letter for letter in value if letter.isdigit())
    return kind, fold(value).removeprefix("https://").removeprefix("http://").rstrip("/")
