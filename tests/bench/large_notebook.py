"""Makes a notebook of any size, always the same: words as often as words are in a language."""

import random
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Final

from infotui.domain.clock import SystemClock, instant_text
from infotui.domain.text import fold
from infotui.storage.store import Store

COMMON: Final = (
    "the and they that for with people work have from team company about would because year time hire "
    "hiring energy project market power learn interesting interview organization engineering curiosity "
    "training customer network report budget manager planning research university international "
    "experience communication storage policy software hospital school public contract solar harbour"
)
FIELDS: Final = ("energy", "law", "health", "software", "education", "transport", "media", "finance",
                 "design", "research")  # fmt: skip
KINDS: Final = ("note",) * 12 + ("finding",) * 3 + ("lead", "my promise", "their promise", "opening",
                "resource", "arisen", "asked of me")  # fmt: skip
SIGN: Final = {"finding": "* ", "lead": "> ", "my promise": "! ", "their promise": "< ",
               "opening": "$ ", "resource": "& ", "arisen": "? ", "asked of me": "^ "}  # fmt: skip
RARE: Final = "quixotic"  # stands in three notes, whatever the size
_START: Final = datetime(2023, 1, 9, 8, 0, tzinfo=UTC)
_MADE: Final = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
_SOUNDS: Final = (
    "ba be bo da de di do fa fi ga go ka ke la le li lo ma me mi mo na ne ni no pa pe po "
    "ra re ri ro sa se si so ta te ti to va ve vi za zo th st tr pl gr"
)  # fmt: skip


class Words:
    """A vocabulary in which the n-th word is said about 1/n as often as the first."""

    def __init__(self, chance: random.Random, size: int = 40_000) -> None:
        sounds = _SOUNDS.split()
        made = dict.fromkeys(COMMON.split())
        while len(made) < size:
            made["".join(chance.choices(sounds, k=chance.randint(2, 5)))] = None
        self._words = list(made)
        self._sums = list(accumulate(1 / (n + 3) for n in range(size)))
        self._chance = chance

    def some(self, count: int) -> list[str]:
        """Give so many words."""
        return self._chance.choices(self._words, cum_weights=self._sums, k=count)


def make(path: Path, notes: int) -> None:
    """Make a notebook with so many notes, a contact for each hundred, an interview for each 333."""
    chance = random.Random(6)
    words = Words(chance)
    Store.open(path, SystemClock()).close()
    contacts, talks = max(2, notes // 100), max(1, notes // 333)
    with closing(sqlite3.connect(path)) as db:
        db.create_function("folded", 1, fold)
        db.execute("PRAGMA synchronous = OFF")
        _people(db, chance, words, contacts)
        _talks(db, chance, words, talks, contacts)
        db.executemany(
            "INSERT INTO note (uuid, created_at, interview_id, at, kind, text)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            _notes(chance, words, notes, talks),
        )
        db.executemany(
            "INSERT INTO note_tag (uuid, created_at, note_id, tag, folded)"
            " VALUES (?, ?, ?, 'hiring', 'hiring')",
            [(_uuid(chance), _text(0), n) for n in range(50, notes, 50)],
        )
        db.commit()
    with Store.open(path, SystemClock()) as store:
        store.catch_up_index()


def _uuid(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128)))


def _text(minutes: float) -> str:
    return instant_text(_START + timedelta(minutes=minutes))


def _people(db: sqlite3.Connection, chance: random.Random, words: Words, count: int) -> None:
    names = [word.capitalize() for word in words.some(6_000)]
    for n in range(count // 20 + 1):
        name = f"{chance.choice(names)} Works {n}"
        db.execute(
            "INSERT INTO organization (uuid, created_at, name, folded, field) VALUES (?, ?, ?, ?, ?)",
            (_uuid(chance), _text(n), name, fold(name), chance.choice(FIELDS)),
        )
    for n in range(count):
        name = "Amina Patel" if n == 0 else f"{chance.choice(names)} {chance.choice(names)}"
        about = " ".join(words.some(8))
        db.execute(
            "INSERT INTO contact (uuid, created_at, name, folded, words, role, organization_id,"
            " field, about) VALUES (?, ?, ?, ?, ?, 'analyst', ?, ?, ?)",
            (_uuid(chance), _text(n), name, fold(name), fold(name), n % (count // 20 + 1) + 1,
             chance.choice(FIELDS), about),
        )  # fmt: skip


def _talks(
    db: sqlite3.Connection, chance: random.Random, words: Words, count: int, contacts: int
) -> None:
    step = (_MADE - _START) / timedelta(minutes=1) / count
    for n in range(count):
        whom = 1 if n % 100 == 0 else chance.randint(1, contacts)
        db.execute(
            "INSERT INTO interview (uuid, created_at, contact_id, organization_id, field, state, why,"
            " started_at, ended_at) SELECT ?, ?, id, organization_id, ?, 'held', ?, ?, ?"
            " FROM contact WHERE id = ?",
            (_uuid(chance), _text(n * step), chance.choice(FIELDS), " ".join(words.some(10)),
             _text(n * step), _text(n * step + 30), whom),
        )  # fmt: skip
        for place in range(1, 9):
            db.execute(
                "INSERT INTO question (uuid, created_at, interview_id, position, text, origin)"
                " VALUES (?, ?, ?, ?, ?, 'own')",
                (_uuid(chance), _text(n * step), n + 1, place, " ".join(words.some(9)) + "?"),
            )


def _notes(
    chance: random.Random, words: Words, count: int, talks: int
) -> Iterator[tuple[object, ...]]:
    step = (_MADE - _START) / timedelta(minutes=1) / talks
    rare = {count // 7, count // 2, count - 1}
    for n in range(count):
        talk = min(n * talks // count, talks - 1)
        kind = chance.choice(KINDS)
        text = SIGN.get(kind, "") + " ".join(words.some(chance.randint(6, 24)))
        text += f" {RARE}" if n in rare else ""
        text += " #hiring" if n and (n + 1) % 50 == 0 else ""
        at = _text(talk * step + (n % 333) / 12)
        yield _uuid(chance), at, talk + 1, at, kind, text
