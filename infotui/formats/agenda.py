"""The agenda of a day as plain text of 80 columns, and as JSON with steady keys; it prints nothing."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from infotui.domain.agenda import Agenda, AgendaTalk
from infotui.domain.loop import LoopRow, lateness
from infotui.domain.moment import say_day, say_due, say_long_day, say_until, say_when
from infotui.domain.text import clean_line, count_of
from infotui.formats.columns import cells, hung, wrap

FORMAT: Final = "infotui agenda"
VERSION: Final = 1

_WIDTH: Final = 80
_COLUMN: Final = 9


def as_text(agenda: Agenda) -> Iterator[str]:
    """Write the agenda to be read, line by line; nothing in it is obeyed by a terminal."""
    ledger = agenda.ledger
    score = count_of(ledger.open, "open loop") if ledger.open else "no open loops"
    yield f"{say_long_day(agenda.day)} · {score}\n"
    yield from _part("Next interviews", _talks(agenda), "None is planned.")
    yield from _part("Your move", _moves(agenda, ledger.mine), "Nothing waits for you.")
    yield from _part("Their move", _moves(agenda, ledger.theirs), "Nobody owes you anything.")
    yield from _part("Losing touch", _losing(ledger.losing), "Nobody.")


def _part(title: str, lines: Iterable[str], nothing: str) -> Iterator[str]:
    yield f"\n{title}\n"
    said = [f"{line}\n" for line in lines]
    yield from said or [f"  {nothing}\n"]


def _talks(agenda: Agenda) -> Iterator[str]:
    zone = ZoneInfo(agenda.zone)
    for talk in agenda.talks:
        row = talk.row
        when = row.state
        if row.state != "live" and row.scheduled_at is not None:
            said = say_when(row.scheduled_at, zone, agenda.day)
            when = f"{said}, {say_until(row.scheduled_at, agenda.now, zone)}"
        yield from hung("  ", f"{when} · {clean_line(row.title)}", _WIDTH)
        place = " · ".join(part for part in (row.place_kind, clean_line(row.place)) if part)
        leave = ""
        if talk.leave_by is not None and row.scheduled_at is not None:
            leave = f"leave by {_leave(talk.leave_by, row.scheduled_at, zone)}"
        ready = f"ready {talk.ready} of {talk.of}" if talk.of else ""
        facts = " · ".join(part for part in (ready, place, leave, talk.clash) if part)
        if facts:
            yield from hung("    ", facts, _WIDTH)
        if talk.missing:
            yield from hung("    missing: ", " · ".join(talk.missing), _WIDTH)


def _leave(at: datetime, start: datetime, zone: ZoneInfo) -> str:
    local, day = at.astimezone(zone), start.astimezone(zone).date()
    before = "" if local.date() == day else f"{say_day(local.date())} "
    return f"{before}{local:%H:%M}"


def _moves(agenda: Agenda, rows: Sequence[LoopRow]) -> Iterator[str]:
    for row in rows:
        mine = row.ball == "me"
        when = say_due(row.due, agenda.day) if mine else f"{row.waited} d"
        yield from hung(f"  {when:<{_COLUMN}}", clean_line(row.text), _WIDTH)
        whom = " · ".join(part for part in (row.contact, row.organization) if part)
        talk = ""
        if row.talked_at is not None:
            day = row.talked_at.astimezone(ZoneInfo(agenda.zone)).date()
            other = f"with {row.talk_with}, " if row.talk_with != row.contact else "of "
            talk = f"talk {other}{say_day(day, agenda.day)}"
        facts = (whom, f"since {row.waited} d", row.remark, talk)
        said = clean_line(" · ".join(part for part in facts if part))
        yield from hung(" " * (_COLUMN + 2), said, _WIDTH)


def _losing(rows: Sequence[LoopRow]) -> Iterator[str]:
    for row in rows:
        name = clean_line(" · ".join(part for part in (row.contact, row.organization) if part))
        head = f"  {f'{row.days} d':<{_COLUMN}}"
        room = _WIDTH - cells(head) - cells(row.remark) - 2
        first, *rest = wrap(name, room)
        gap = " " * (room - cells(first) + 2)
        yield f"{head}{first}{gap}{row.remark}"
        yield from (" " * cells(head) + line for line in rest)


def as_json(agenda: Agenda) -> str:
    """Write the agenda for programs: versioned, steady keys, days and instants as in ISO 8601."""
    zone = ZoneInfo(agenda.zone)
    document = {
        "format": FORMAT,
        "version": VERSION,
        "date": agenda.day.isoformat(),
        "zone": agenda.zone,
        "open_loops": agenda.ledger.open,
        "interviews": [_talk_fields(talk, zone) for talk in agenda.talks],
        "my_move": [_loop_fields(row, agenda) for row in agenda.ledger.mine],
        "their_move": [_loop_fields(row, agenda) for row in agenda.ledger.theirs],
        "losing_touch": [_loop_fields(row, agenda) for row in agenda.ledger.losing],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _talk_fields(talk: AgendaTalk, zone: ZoneInfo) -> dict[str, Any]:
    row = talk.row
    return {
        "id": row.id,
        "uuid": row.uuid,
        "with": [row.contact, *row.others],
        "organization": row.organization,
        "field": row.field,
        "state": row.state,
        "at": _instant(row.scheduled_at, zone),
        "place_kind": row.place_kind,
        "place": row.place,
        "ready": talk.ready,
        "of": talk.of,
        "missing": list(talk.missing),
        "leave_by": _instant(talk.leave_by, zone),
        "clash": talk.clash,
    }


def _loop_fields(row: LoopRow, agenda: Agenda) -> dict[str, Any]:
    zone = ZoneInfo(agenda.zone)
    talked = row.talked_at.astimezone(zone).date().isoformat() if row.talked_at else None
    return {
        "kind": row.kind,
        "id": row.id,
        "text": row.text,
        "ball": row.ball,
        "contact": row.contact,
        "organization": row.organization,
        "field": row.field,
        "since": row.since.astimezone(zone).date().isoformat(),
        "waited_working_days": row.waited,
        "due": row.due.isoformat() if row.due else None,
        "due_in_working_days": row.due_in,
        "late": lateness(row.due, agenda.day) == "late",
        "remark": row.remark,
        "interview": row.interview_id,
        "talk_with": row.talk_with,
        "talk_date": talked,
    }


def _instant(at: datetime | None, zone: ZoneInfo) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat(timespec="seconds")
