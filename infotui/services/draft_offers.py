"""Which draft fits somebody just now, and which others could be written (S22); it writes none."""

from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from infotui.domain.draft import KINDS, THANKS, Offer
from infotui.domain.errors import NotFoundError
from infotui.domain.introduction import IntroductionRow
from infotui.domain.moment import say_day
from infotui.domain.text import shorten
from infotui.services.draft_consent import consent_of
from infotui.services.draft_values import interview_for
from infotui.storage.store import Store
from infotui.storage.views import (
    afterwards,
    contacts,
    drafts,
    interviews,
    promises,
    reaching,
    thanks,
)

_FIT: Final = {
    "draft": "introduction-ask",
    "asked": "introduction-reminder",
    "contact made": "introduced-email",
}
_REQUESTS: Final = {
    "email": "request-email",
    "address": "request-letter",
    "phone": "telephone-script",
}
_OF_INTRODUCTIONS: Final = tuple(_FIT.values())


def offers(
    store: Store,
    zone: ZoneInfo,
    contact_id: int,
    interview_id: int | None,
    introduction_id: int | None,
) -> list[Offer]:
    """Give every draft that could be written, the fitting one first.

    Args:
        store: The open notebook.
        zone: Where I am.
        contact_id: To whom, or about whom where somebody else comes between.
        interview_id: For which talk; by default the next one with them.
        introduction_id: For which introduction; by default any that is under way.

    Raises:
        NotFoundError: The contact is not there any more.
    """
    if contacts.sheet(store.reading(), contact_id) is None:
        raise NotFoundError("That contact is no longer in the notebook.")
    under_way = _under_way(store, contact_id, introduction_id)
    meeting = interviews.one(store.reading(), interview_id) if interview_id is not None else None
    found = [
        *_introduced(under_way, interview_id),
        *_owed(store, zone, contact_id),
        *_fitting(store, contact_id, interview_id),
    ]
    steps = ((kind, row) for row in under_way for kind in _OF_INTRODUCTIONS)
    found += [_of_introduction(kind, row, interview_id) for kind, row in steps]
    with_them = meeting is None or meeting.contact_id == contact_id
    about = interview_id if with_them else None
    skipped = {offer.kind for offer in found if KINDS[offer.kind].after}
    skipped |= set(_OF_INTRODUCTIONS if under_way else ())
    others = [key for key in KINDS if key not in skipped]
    found += [Offer(key, contact_id, about, None, None, KINDS[key].title) for key in others]
    firsts: dict[object, Offer] = {}
    for offer in found:
        firsts.setdefault((*offer[:4], offer.thing_id), offer)
    return list(firsts.values())


def _asking(store: Store, contact_id: int, interview_id: int | None) -> Iterator[Offer]:
    """Give the draft that asks through whom I came whether I may name them, if they never were (M4)."""
    for through in consent_of(store, contact_id, contact_id).through:
        if through.contact_id:
            key = "mention-ask"
            words = f"{KINDS[key].title}: {through.name}"
            yield Offer(key, through.contact_id, interview_id, None, contact_id, words)


def _under_way(store: Store, contact_id: int, introduction_id: int | None) -> list[IntroductionRow]:
    """Give the introductions that are under way with somebody, the one that is meant first."""
    found, db = reaching.introductions_with(store.reading(), contact_id), store.reading()
    meant = reaching.introduction(db, introduction_id) if introduction_id is not None else None
    return found if meant is None else [meant, *(row for row in found if row.id != meant.id)]


def _introduced(under_way: list[IntroductionRow], interview_id: int | None) -> Iterator[Offer]:
    """Give the next step of each introduction that is under way."""
    for row in under_way:
        if row.state in _FIT:
            yield _of_introduction(_FIT[row.state], row, interview_id)


def _fitting(store: Store, contact_id: int, interview_id: int | None) -> Iterator[Offer]:
    """Give what fits, the best first: a settled time, no answer yet, a first word."""
    meeting = (
        interviews.one(store.reading(), interview_id)
        if interview_id
        else interview_for(store, contact_id)
    )
    keys = []
    if meeting is not None and meeting.state == "scheduled":
        keys += ["confirmation", "reschedule"]
    if drafts.unanswered_since(store.reading(), contact_id) is not None:
        keys += ["follow-up"]
    contact = contacts.sheet(store.reading(), contact_id)
    ways = [p.kind for p in contact.points] if contact else []
    keys += [key for kind, key in _REQUESTS.items() if kind in ways]
    yield from (Offer(key, contact_id, interview_id, None, None, KINDS[key].title) for key in keys)
    yield from _asking(store, contact_id, interview_id)


def _owed(store: Store, zone: ZoneInfo, contact_id: int) -> Iterator[Offer]:
    """Give what somebody is owed after a talk: thanks, what I promised, a courteous word, how it ended."""
    db = store.reading()
    for thank_you in thanks.open_to(db, contact_id):
        key = THANKS[thank_you.medium]
        met = thank_you.talked_at
        of = f": talk of {say_day(met.astimezone(zone).date())}" if met else ""
        yield Offer(key, contact_id, thank_you.interview_id, None, None, KINDS[key].title + of)
    for promise in promises.open_of(db, contact_id):
        key = "promise-mail"
        words = f"{KINDS[key].title}: {promise.short}"
        yield Offer(key, contact_id, promise.interview_id, None, None, words, promise.id)
    for lead in afterwards.dropped(db, contact_id):
        words = f"{KINDS['courtesy-note'].title}: {shorten(lead.name, 50)}"
        yield Offer("courtesy-note", contact_id, lead.interview_id, None, None, words, lead.id)
    if afterwards.notice_due(db, contact_id) is not None:
        yield Offer("outcome-mail", contact_id, None, None, None, KINDS["outcome-mail"].title)


def _of_introduction(key: str, row: IntroductionRow, interview_id: int | None) -> Offer:
    to_target = KINDS[key].to == "them"
    contact_id = row.target_id if to_target else row.introducer_id
    words = f"to {row.target}, through {row.introducer}"
    if not to_target:
        words = f"to {row.introducer}, about {row.target}"
    about = row.interview_id or interview_id
    return Offer(key, contact_id, about, row.id, None, f"{KINDS[key].title}: {words}")
