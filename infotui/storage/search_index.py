"""Keeps the index of words in step with everything that has words, off the path of a keystroke."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from infotui.domain.stem import stem
from infotui.domain.text import fold
from infotui.domain.wording import words_of
from infotui.storage.views import things

_BATCH: Final = 500
_SMALL: Final = 16  # of the first batch where time is short
_NO_WORD: Final = re.compile(r"[\W_]")


def is_behind(db: sqlite3.Connection) -> bool:
    """Whether something changed since its words were last indexed."""
    behind = "SELECT EXISTS (SELECT 1 FROM unindexed) OR EXISTS (SELECT 1 FROM unindexed_thing)"
    return bool(db.execute(behind).fetchone()[0])


def catch_up(
    db: sqlite3.Connection,
    most: int | None = None,
    now: Callable[[], float] | None = None,
    seconds: float = 0.0,
) -> int:
    """Index the words of what changed, the newest first; each batch whole or not at all.

    Args:
        db: The writer's connection, in no transaction.
        most: Stop once about so many are done, so that nobody waits for long.
        now: Tells the time; with it, stop after about so many seconds. One batch is done at least.
        seconds: How long it may take.

    Returns:
        How many records were indexed or taken out of the index.
    """
    done = 0
    known: set[str] = set()  # a batch that is taken back ends the work, so these are stored
    size = _BATCH if now is None else _SMALL
    began = last = now() if now else 0.0
    while (most is None or done < most) and is_behind(db):
        db.execute("BEGIN IMMEDIATE")
        try:
            done += _index_notes(db, known, size) or _index_things(db, known, size)
            db.execute("COMMIT")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        if now is not None:
            # Another one of this size will take as long; one of twice that, twice as long.
            took, left = now() - last, began + seconds - now()
            last += took
            if left <= took:
                break
            size = min(_BATCH, size * 2) if 2 * took < left else size
    return done


def facet_of_tag(tag: str) -> str:
    """Give the mark that stands for a tag in the index."""
    return "0t" + _NO_WORD.sub("0", fold(tag))


def facet_of_kind(kind: str) -> str:
    """Give the mark that stands for a kind of hit."""
    return "0k" + kind.replace(" ", "")


def facets_of_time(at: str) -> str:
    """Give the marks of the year and the month of a stored instant."""
    return f"0y{at[:4]} 0m{at[:4]}{at[5:7]}"


def _index_notes(db: sqlite3.Connection, known: set[str], size: int) -> int:
    ids = _first(db, "SELECT note_id FROM unindexed ORDER BY note_id DESC LIMIT ?", (size,))
    if not ids:
        return 0
    marks = ", ".join("?" * len(ids))
    was = _first(db, f"SELECT text FROM note_words WHERE rowid IN ({marks})", ids)
    each = [(note_id,) for note_id in ids]
    db.executemany("DELETE FROM note_words WHERE rowid = ?", each)
    rows = db.execute(
        "SELECT n.id, n.text, n.kind, n.at, n.interview_id,"
        " (SELECT group_concat(t.folded, ' ') FROM note_tag t WHERE t.note_id = n.id)"
        f" FROM note n WHERE n.id IN ({marks}) ORDER BY n.id",
        ids,
    ).fetchall()
    laid = [(row[0], " ".join(words_of(row[1])), _facets_of_note(*row[2:])) for row in rows]
    db.executemany("INSERT INTO note_words (rowid, text, facets) VALUES (?, ?, ?)", laid)
    db.executemany("DELETE FROM unindexed WHERE note_id = ?", each)
    _know(db, known, was, (row[1] for row in laid))
    return len(ids)


def _facets_of_note(kind: str, at: str, interview_id: int, tags: str | None) -> str:
    marks = [f"0i{interview_id}", facet_of_kind(kind), facets_of_time(at)]
    return " ".join(marks + [facet_of_tag(tag) for tag in (tags or "").split()])


def _index_things(db: sqlite3.Connection, known: set[str], size: int) -> int:
    numbers = _first(db, "SELECT thing FROM unindexed_thing ORDER BY thing DESC LIMIT ?", (size,))
    marks = ", ".join("?" * len(numbers))
    was = _first(
        db,
        f"SELECT name || ' ' || text FROM thing_words WHERE rowid IN ({marks})",
        numbers,
    )
    each = [(number,) for number in numbers]
    db.executemany("DELETE FROM thing_words WHERE rowid = ?", each)
    laid = []
    for number, noun in enumerate(things.NOUNS):
        ids = [thing // things.ROOM for thing in numbers if thing % things.ROOM == number]
        for thing in things.read(db, noun, ids) if ids else ():
            words = " ".join(word for _, text in thing.parts for word in words_of(text))
            if words or noun == "interview":  # a talk is found by whose it is, without any words
                name, row = " ".join(words_of(thing.name)), thing.id * things.ROOM + number
                owned = thing.owned(noun)
                first = next(iter(owned.people), None)
                laid.append((row, name, words, _facets_of_thing(noun, thing), thing.at,
                             owned.talk, first, owned.organization))  # fmt: skip
    db.executemany(
        "INSERT INTO thing_words (rowid, name, text, facets, at, talk, contact, organization)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        sorted(laid),
    )
    db.executemany("DELETE FROM unindexed_thing WHERE thing = ?", each)
    _know(db, known, was, (f"{row[1]} {row[2]}" for row in laid))
    return len(numbers)


def _facets_of_thing(noun: str, thing: things.Thing) -> str:
    marks = [facet_of_kind(thing.kind)]
    if noun not in {"contact", "organization"}:
        marks.append(facets_of_time(thing.at))
    owned = thing.owned(noun)
    owners = (("i", owned.talk), *(("c", one) for one in owned.people), ("o", owned.organization))
    marks += [f"0{letter}{number}" for letter, number in owners if number is not None]
    for label, text in thing.parts:
        if label == "goal":
            marks.append(facet_of_kind(label))
        if label == "tags":
            marks += [facet_of_tag(tag.lstrip("#")) for tag in text.split()]
    return " ".join(marks)


def _first(db: sqlite3.Connection, sql: str, values: Sequence[int]) -> list[int]:
    return [row[0] for row in db.execute(sql, values)]


def _know(
    db: sqlite3.Connection, known: set[str], was: Iterable[object], now: Iterable[str]
) -> None:
    """Let the known words be those of the index: new ones come, those that stand nowhere go."""
    words = {word for text in now for word in text.split()}
    new = [(word, stem(word)) for word in sorted(words - known)]
    db.executemany("INSERT OR IGNORE INTO known_word (word, stem) VALUES (?, ?)", new)
    known |= words
    for word in {word for text in was for word in str(text).split()} - words:
        if not _stands(db, word):
            db.execute("DELETE FROM known_word WHERE word = ?", (word,))
            known.discard(word)


_STANDS: Final = (
    "SELECT EXISTS (SELECT 1 FROM note_words WHERE note_words MATCH ?1)"
    " OR EXISTS (SELECT 1 FROM thing_words WHERE thing_words MATCH ?1)"
)


def _stands(db: sqlite3.Connection, word: str) -> bool:
    return bool(db.execute(_STANDS, (f'"{word}"',)).fetchone()[0])
