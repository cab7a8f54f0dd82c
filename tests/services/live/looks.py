"""What tests of the live desk look at, and how a half-typed line gets onto it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from infotui.domain.kept import live_line
from infotui.services.desks import Desks

MINUTE: Final = timedelta(minutes=1)
_TABLES: Final = (
    "question", "note", "note_tag", "finding", "lead", "promise", "opening", "resource",
)  # fmt: skip


def elapsed(desks: Desks, talk: int) -> timedelta:
    """What the clock of the talk shows."""
    return desks.live.sheet(talk).at(desks.live.now()).elapsed


def agreed(desks: Desks, talk: int) -> float:
    """The agreed end, in minutes of the talk."""
    return desks.live.sheet(talk).at(desks.live.now()).agreed / MINUTE


def shown(desks: Desks, talk: int) -> list[str]:
    """What is told now and never was before."""
    return [mark.key for mark in desks.live.show_due(talk)]


def line_of(desks: Desks, talk: int) -> str:
    """The line that is being typed."""
    return desks.scribe.unfinished(live_line(desks.plans.sheet(talk).interview.uuid))


def type_line(desks: Desks, talk: int, text: str) -> None:
    """Type onto the line, without Enter."""
    desks.scribe.keep(live_line(desks.plans.sheet(talk).interview.uuid), text)


def states(desks: Desks, talk: int) -> list[str]:
    """The states of the questions, in order."""
    return [row.state for row in desks.questions.of(talk)]


def ids(desks: Desks, talk: int) -> list[int]:
    """The ids of the questions, in order."""
    return [row.id for row in desks.questions.of(talk)]


def parked(desks: Desks, talk: int) -> list[str]:
    """What was put aside."""
    return [row.text for row in desks.questions.of(talk) if row.parked_at is not None]


def texts(desks: Desks, talk: int) -> list[str]:
    """The notes' lines."""
    return [note.text for note in desks.live.sheet(talk).notes]


def kinds(desks: Desks, talk: int) -> list[str]:
    """The kinds of the log's entries that stand."""
    return [entry.kind for entry in desks.live.sheet(talk).log]


def rows(desks: Desks, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """What a query finds."""
    return [tuple(row) for row in desks.store.reading().execute(query, values)]


def whole(desks: Desks, talk: int) -> dict[str, Sequence[Any]]:
    """All records that a talk's deeds may touch, with ids and uuids, and the log that stands."""
    found: dict[str, Sequence[Any]] = {
        table: sorted(rows(desks, f"SELECT * FROM {table}")) for table in _TABLES
    }
    return {**found, "log": desks.live.sheet(talk).log}
