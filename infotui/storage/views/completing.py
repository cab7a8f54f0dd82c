"""Reads what a word of a search may become: names, fields, organizations and tags that are there."""

import re
import sqlite3
from typing import Final

from infotui.domain.hit import HIT_KINDS
from infotui.domain.query import FILTERS, Completion
from infotui.domain.text import clean_line, fold

_MOST: Final = 20
_AT_END: Final = re.compile(
    r"""(?:^|(?<=\s))(?P<start>-?)(?:(?P<name>[^\W\d_]+):(?:"(?P<quoted>[^"]*)|(?P<bare>[^\s"]*))"""
    r"""|(?P<tag>\#[^\s"]*)|(?P<word>[^\W\d_]+))$"""
)
_NAMES: Final = {
    "from": "SELECT name FROM contact WHERE instr(' ' || folded, ' ' || ?)"
    " ORDER BY instr(folded, ?) <> 1, archived_at IS NOT NULL, folded LIMIT ?",
    "org": "SELECT name FROM organization WHERE instr(' ' || folded, ' ' || ?)"
    " ORDER BY instr(folded, ?) <> 1, folded LIMIT ?",
}
_FIELDS: Final = (
    "SELECT field FROM (SELECT DISTINCT field FROM interview WHERE field <> '' UNION"
    " SELECT DISTINCT field FROM contact WHERE field <> '' UNION"
    " SELECT DISTINCT field FROM organization WHERE field <> '')"
    " WHERE instr(' ' || folded(field), ' ' || ?) ORDER BY instr(folded(field), ?) <> 1, field LIMIT ?"
)
_TAGS: Final = (
    "SELECT min(tag) FROM (SELECT tag, folded FROM note_tag WHERE folded >= ?1 AND folded < ?2"
    " UNION SELECT tag, folded FROM contact_tag WHERE folded >= ?1 AND folded < ?2)"
    " GROUP BY folded ORDER BY folded LIMIT ?3"
)


def complete(db: sqlite3.Connection, text: str, cursor: int) -> Completion | None:
    """Give what stands before the cursor and what it may become; None when nothing fits."""
    before = text[: max(0, cursor)]
    found = _AT_END.search(before[-200:])
    if found is None:
        return None
    start = len(before) - len(found[0]) + len(found["start"])
    if found["tag"] is not None:
        options = tuple(f"#{tag}" for tag in _tags(db, found["tag"][1:]))
    elif found["word"] is not None:
        word = found["word"].casefold()
        options = tuple(f"{name}:" for name in FILTERS if name.startswith(word))
    else:
        name = found["name"].casefold()
        said = found["bare"] if found["quoted"] is None else found["quoted"]
        options = tuple(f"{name}:{_quoted(option)}" for option in _options(db, name, said))
    return Completion(start, len(before), options) if options else None


def _options(db: sqlite3.Connection, name: str, said: str) -> list[str]:
    meant = fold(said)
    if name == "kind":
        return [kind for kind in (*HIT_KINDS, "goal") if f" {kind}".find(f" {meant}") >= 0]
    if name == "tag":
        return _tags(db, said)
    if name in {"after", "before"}:
        options = ("today", "yesterday", "this week", "last week", "this month", "last month",
                   "this year", "last year")  # fmt: skip
        return [option for option in options if option.startswith(meant)]
    sql = _FIELDS if name == "field" else _NAMES.get("from" if name == "with" else name)
    if sql is None:
        return []
    return [clean_line(row[0]) for row in db.execute(sql, (meant, meant, _MOST)) if row[0]]


def _tags(db: sqlite3.Connection, said: str) -> list[str]:
    meant = fold(said)
    return [row[0] for row in db.execute(_TAGS, (meant, meant + "\U0010ffff", _MOST)) if row[0]]


def _quoted(option: str) -> str:
    return f'"{option.replace(chr(34), "")}"' if " " in option or '"' in option else option
