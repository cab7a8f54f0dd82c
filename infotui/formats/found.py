"""What a search found: plain text of 80 columns, one line each for other programs, and JSON; it prints nothing."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from infotui.domain.hit import Hit
from infotui.domain.moment import say_day
from infotui.domain.text import clean_line
from infotui.formats.columns import hung

FORMAT: Final = "infotui search"
VERSION: Final = 1

_WIDTH: Final = 80


def as_text(hits: Sequence[Hit], zone: ZoneInfo, today: date) -> Iterator[str]:
    """Write what was found to be read: when, what and who, and below it the words."""
    for hit in hits:
        when = say_day(hit.at.astimezone(zone).date(), today) if hit.at else ""
        facts = (when, hit.kind, hit.part, hit.who, _elsewhere(hit))
        said = " · ".join(clean_line(fact) for fact in facts if fact)
        yield "".join(f"{line}\n" for line in hung("", said, _WIDTH))
        yield "".join(f"{line}\n" for line in hung("    ", clean_line(hit.words), _WIDTH))


def _elsewhere(hit: Hit) -> str:
    return "" if hit.organization == hit.who else hit.organization


def as_lines(hits: Sequence[Hit], zone: ZoneInfo) -> Iterator[str]:
    """Write each on one line, its fields apart by tabs: day, kind, who, words; `-` where one is empty."""
    for hit in hits:
        day = hit.at.astimezone(zone).date().isoformat() if hit.at else ""
        fields = (day, hit.kind, hit.who, hit.words)
        yield "\t".join(clean_line(field) or "-" for field in fields) + "\n"


def as_json(
    query: str, hits: Sequence[Hit], zone: ZoneInfo, *, more: bool, remarks: Sequence[str] = ()
) -> str:
    """Write for programs: versioned, steady keys, instants as in ISO 8601."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "query": query,
        "zone": str(zone),
        "more": more,
        "remarks": list(remarks),
        "hits": [_fields(hit, zone) for hit in hits],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _fields(hit: Hit, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "part": hit.part,
        "at": hit.at.astimezone(zone).isoformat(timespec="seconds") if hit.at else None,
        "who": hit.who,
        "organization": hit.organization,
        "words": hit.words,
        "marks": [list(mark) for mark in hit.marks],
        "noun": hit.noun,
        "id": hit.id,
        "interview": hit.interview_id,
        "contact": hit.contact_id,
        "organization_id": hit.organization_id,
    }
