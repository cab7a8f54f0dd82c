"""What the record knows for the drafts that come after a talk: what was said, promised, done (S46-S53)."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from infotui.domain.draft import DraftRow, as_text
from infotui.domain.due import due_in
from infotui.domain.heard import name_parts
from infotui.domain.interview import HAS_BEEN, InterviewRow
from infotui.domain.moment import say_talk_day
from infotui.domain.outcome import deeds_in_words
from infotui.domain.promise import PromiseRow
from infotui.domain.said import citable, plain, promised
from infotui.domain.text import fold, shorten
from infotui.storage.store import Store
from infotui.storage.views import afterwards, consent, interviews, promises
from infotui.storage.views.deeds import deeds_of_all

_LONGEST_THING: Final = 140
_OUTCOMES: Final = {
    "job": "I have found work, and I begin soon.",
    "study": "I am going to study.",
    "direction": "I know now which way I want to go.",
    "stopped": "I have stopped looking, for now.",
    "other": "",
}


class Whom(NamedTuple):
    """Whom a draft for afterwards is for, from which talk, and what it is about."""

    contact_id: int
    name: str
    interview_id: int | None
    thing_id: int | None


def talk_with(store: Store, contact_id: int, interview_id: int | None) -> InterviewRow | None:
    """Give the talk that was held with somebody: that one if they took part, else the latest."""
    held = [
        row for row in interviews.with_contact(store.reading(), contact_id) if row.state in HAS_BEEN
    ]
    meant = (row for row in held if row.id == interview_id)
    return next(meant, next(iter(held), None))


def afterwards_values(
    store: Store, zone: ZoneInfo, today: date, whom: Whom, wanted: Collection[str]
) -> dict[str, str]:
    """Give what is known for those of some blanks that only drafts after a talk have."""
    said = _said(store, whom) if {"said_one", "said_two", "did"} & set(wanted) else ()
    known: dict[str, Callable[[], str]] = {
        "talk_day": lambda: _talk_day(store, zone, today, whom.interview_id),
        "said_one": lambda: said[0] if said else "",
        "said_two": lambda: said[1] if len(said) > 1 else "",
        "promise": lambda: _promise(store, zone, whom),
        "lead": lambda: _lead(store, whom),
        "resource": lambda: _resource(store, whom),
        "did": lambda: _did(store, whom, said),
        "outcome": lambda: _outcome(store),
    }
    return {name: say() for name, say in known.items() if name in wanted}


def _talk_day(store: Store, zone: ZoneInfo, today: date, interview_id: int | None) -> str:
    row = interviews.one(store.reading(), interview_id) if interview_id is not None else None
    if row is None or row.started_at is None:
        return ""
    return say_talk_day(row.started_at.astimezone(zone).date(), today)


def _said(store: Store, whom: Whom) -> tuple[str, ...]:
    """Give two things they said that name nobody who must not, or was not asked whether they may, be."""
    if whom.interview_id is None:
        return ()
    db = store.reading()
    never = [r for r in consent.reserved(db) if r.contact_id != whom.contact_id]
    lines = afterwards.said_in(db, whom.interview_id)
    return citable(
        lines,
        name_parts((whom.name,)),
        lambda text: not any(r.is_named_in(text) for r in never),
    )


def promise_of(
    store: Store, contact_id: int, interview_id: int | None, thing_id: int | None
) -> PromiseRow | None:
    """Give the promise of mine that a draft is about: that one, else the most urgent one."""
    db = store.reading()
    row = promises.one(db, thing_id) if thing_id is not None else None
    if row is not None and (row.whose, row.contact_id) == ("mine", contact_id):
        return row
    mine = promises.open_of(db, contact_id, interview_id)
    return mine[0] if mine else None


def promise_words(row: PromiseRow, zone: ZoneInfo) -> str:
    """Give a promise of mine as one says it to whom it was given."""
    found = due_in(row.text, row.given_at.astimezone(zone).date())
    return promised(row.text, name_parts((row.contact,)), found.said if found else "")


def _promise(store: Store, zone: ZoneInfo, whom: Whom) -> str:
    row = promise_of(store, whom.contact_id, whom.interview_id, whom.thing_id)
    return "" if row is None else promise_words(row, zone)


def _lead(store: Store, whom: Whom) -> str:
    found = afterwards.dropped(store.reading(), whom.contact_id, whom.thing_id)
    of_talk = [lead for lead in found if lead.interview_id == whom.interview_id]
    return next((lead.name for lead in (*of_talk, *found)), "")


def _resource(store: Store, whom: Whom) -> str:
    found = afterwards.resource(store.reading(), whom.contact_id, whom.thing_id)
    if found is None:
        return ""
    _, text, link = found
    words = shorten(plain(text), _LONGEST_THING)
    return f"{words} {link}" if link and link not in words else words


def _outcome(store: Store) -> str:
    found = afterwards.outcome(store.reading())
    return "" if found is None else (found[2].strip() or _OUTCOMES.get(found[1], ""))


def _did(store: Store, whom: Whom, said: tuple[str, ...]) -> str:
    """Say in one clause what somebody did for me, as the queue does, naming nobody who must not be (M10)."""
    db = store.reading()
    never = [r for r in consent.refusers(db) if r.contact_id != whom.contact_id]

    def free(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(t for t in texts if not any(r.is_named_in(t) for r in never))

    deeds = deeds_of_all(db)(whom.contact_id, "")
    deeds = deeds._replace(
        introduced=free(deeds.introduced), led=free(deeds.led), resources=free(deeds.resources),
        kept=free(deeds.kept), pointed=free(deeds.pointed), made=free(deeds.made),
        findings=said[1:2],  # the first of what they said stands by itself
    )  # fmt: skip
    return deeds_in_words(deeds, whom.name, to_them=True)


def thing_in(store: Store, zone: ZoneInfo, row: DraftRow) -> int | None:
    """Tell from a draft's words which promise, dropped lead, resource or notice it is about.

    What it is about stands in no record of its own: a draft knows its person, its talk and its kind.
    """
    db, text = store.reading(), fold(as_text(row))
    if row.kind == "outcome-mail":
        return afterwards.notice_due(db, row.contact_id)
    things: list[tuple[int, str]] = []
    if row.kind == "promise-mail":
        mine = promises.open_of(db, row.contact_id, row.interview_id)
        things = [(p.id, promise_words(p, zone)) for p in mine]
    elif row.kind == "courtesy-note":
        found = afterwards.dropped(db, row.contact_id)
        things = [(lead.id, lead.name) for lead in found if lead.interview_id == row.interview_id]
    elif row.kind == "resource-mail":
        latest = afterwards.resource(db, row.contact_id)
        things = [(latest[0], plain(latest[1]))] if latest else []
    said = [number for number, words in things if fold(words) in text]
    likely = said or [number for number, _ in things]
    return likely[0] if len(likely) == 1 else None
