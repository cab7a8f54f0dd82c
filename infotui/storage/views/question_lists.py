"""Reads the question lists of all plans, found by words as one types."""

import sqlite3
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from infotui.domain.clock import instant_of
from infotui.domain.question_list import ListedQuestion, QuestionList
from infotui.domain.text import fold
from infotui.storage.views.holding import has, pattern

_LONGEST: Final = 200  # characters of a filter
_PLANNED: Final = "q.origin IN ('bank', 'own', 'research') AND trim(q.text) <> ''"
_LISTS: Final = """
SELECT i.id, i.contact_id, c.name, coalesce(o.name, '') AS organization,
    coalesce(i.started_at, i.scheduled_at, i.created_at) AS at, i.state
FROM interview i JOIN contact c ON c.id = i.contact_id
LEFT JOIN organization o ON o.id = i.organization_id
"""
_OF_LIST: Final = "SELECT 1 FROM question q WHERE q.interview_id = i.id AND"
_HOLDS: Final = f"""({has("q.text")} OR {has("q.short")}
    OR c.folded LIKE ?1 ESCAPE '\\' OR o.folded LIKE ?1 ESCAPE '\\' OR i.words LIKE ?1 ESCAPE '\\')"""


def newest(db: sqlite3.Connection, needle: str = "", limit: int = 100) -> list[QuestionList]:
    """Give the lists of planned questions, those of the newest talks first.

    Args:
        db: The open notebook.
        needle: Words; a question stays when each is found in it, or in the name, the organization or
            the field of its interview. A list without such a question is left out.
        limit: How many lists at most.
    """
    words = fold(needle[:_LONGEST]).split()
    holds = [_HOLDS.replace("?1", f"?{n}") for n in range(1, len(words) + 1)]
    where = " AND ".join((_PLANNED, *holds))
    likes = [pattern(word) for word in words]
    most = f"LIMIT ?{len(words) + 1}"
    # Those that were held are found by their index, the newest first, until there are enough; all of
    # them are looked through only for words that hardly any of them holds.
    heads = db.execute(
        f"""SELECT * FROM ({_LISTS} WHERE i.started_at IS NOT NULL AND EXISTS ({_OF_LIST} {where})
            ORDER BY i.started_at DESC, i.id DESC {most})
        UNION ALL SELECT * FROM ({_LISTS} WHERE i.started_at IS NULL AND EXISTS ({_OF_LIST} {where})
            ORDER BY at DESC, i.id DESC {most})
        ORDER BY at DESC, id DESC {most}""",
        (*likes, limit),
    ).fetchall()
    ids = ", ".join(str(head[0]) for head in heads) or "NULL"
    asked = _questions(db, ids, where, likes)
    counts = db.execute(
        f"SELECT q.interview_id, count(*) FROM question q WHERE q.interview_id IN ({ids})"
        f" AND {_PLANNED} GROUP BY 1"
    )
    totals = dict(counts.fetchall())
    return [
        QuestionList(*(*head[:4], instant_of(head[4]), head[5], totals[head[0]], asked[head[0]]))
        for head in heads
    ]


def _questions(
    db: sqlite3.Connection, ids: str, where: str, likes: Sequence[str]
) -> dict[int, tuple[ListedQuestion, ...]]:
    rows = db.execute(
        f"""SELECT q.interview_id, q.id, q.text, q.template, q.short, q.bank_id, q.origin,
            q.importance, q.state
        FROM question q JOIN interview i ON i.id = q.interview_id
        JOIN contact c ON c.id = i.contact_id LEFT JOIN organization o ON o.id = i.organization_id
        WHERE q.interview_id IN ({ids}) AND {where} ORDER BY q.interview_id, q.position""",
        likes,
    )
    by_interview = groupby(rows, key=itemgetter(0))
    return {number: tuple(ListedQuestion(*row[1:]) for row in of) for number, of in by_interview}
