"""The research on a person and on their organization as rows beside a talk, each note whole (S27)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.interview import InterviewRow
from infotui.domain.moment import say_day
from infotui.services.desks import Desks
from infotui.tui.widgets.lines import BLANK, Line, cut, line, wrap


class BesideRow(NamedTuple):
    """One row beside a talk: a heading, or a research note."""

    kind: str
    text: str
    aside: str = ""
    day: str = ""
    id: int = 0
    contact_id: int | None = None
    organization_id: int | None = None

    @property
    def pickable(self) -> bool:
        """Whether the cursor may stand on it."""
        return self.kind == "note"


def beside_rows(
    desks: Desks, talk: InterviewRow, organization_id: int | None, zone: ZoneInfo, today: date
) -> list[BesideRow]:
    """Give the research on whom a talk was with, then on their organization at that time."""
    rows = [BesideRow("title", f"On {talk.contact}")]
    rows += _notes(desks, "contact", talk.contact_id, zone, today)
    if organization_id is not None:
        rows += [BesideRow("gap", ""), BesideRow("title", f"On {talk.organization}")]
        rows += _notes(desks, "organization", organization_id, zone, today)
    return rows


def _notes(
    desks: Desks, kind: str, subject_id: int, zone: ZoneInfo, today: date
) -> list[BesideRow]:
    about = {f"{kind}_id": subject_id}
    rows = [
        BesideRow("note", row.body.strip(), row.source.strip(),
                  say_day(row.noted_at.astimezone(zone).date(), today), row.id, **about)
        for row in desks.research.notes_on(kind, subject_id) if row.body.strip() or row.source.strip()
    ]  # fmt: skip
    return rows or [BesideRow("none", "nothing was noted")]


def draw_beside_row(row: BesideRow, width: int) -> Sequence[Line]:
    """Draw a row beside a talk."""
    if row.kind == "gap":
        return (BLANK,)
    if row.kind != "note":
        style = "accent" if row.kind == "title" else "faint"
        return tuple(line((text, style)) for text in wrap(row.text, max(8, width)))
    source = cut(row.aside, max(0, width - len(row.day) - 2))
    return (
        line((row.day, "muted"), right=((source, "faint"),) if source else ()),
        *(line("  ", text) for text in wrap(row.text, max(8, width - 2))),
    )
