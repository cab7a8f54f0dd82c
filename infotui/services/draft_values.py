"""What the record knows for each blank of a draft; what it does not know is left out (S22)."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from infotui.config.settings import Settings
from infotui.domain.contact import ContactSheet
from infotui.domain.draft import KINDS
from infotui.domain.errors import BadInputError, NotFoundError
from infotui.domain.interview import BEFORE_LIVE, InterviewRow, PlanSheet
from infotui.domain.introduction import IntroductionRow
from infotui.domain.moment import say_long_day, zone_of
from infotui.domain.naming import Referrer, first_name, give_introducer
from infotui.services.draft_afterwards import Whom, afterwards_values
from infotui.storage.store import Store
from infotui.storage.views import consent, contacts, drafts, interviews

_NOTICE = {
    "copied": "If you copy me on it, I will take it from there.",
    "told": "A word to me when you have done so is enough; I will take it from there.",
    "": "Copy me on it, or let me know once it is done, whichever is easier for you, and I will take "
    "it from there.",
}


class About(NamedTuple):
    """What a draft is filled from."""

    kind: str
    contact_id: int  # whom it is for
    interview_id: int | None = None
    introduction: IntroductionRow | None = None
    target_id: int | None = None  # the third one, where the draft is for the one between
    thing_id: int | None = None  # the promise, lead or resource it is about


def known_values(
    store: Store, settings: Settings, zone: ZoneInfo, now: datetime, about: About
) -> Mapping[str, str]:
    """Give what is known for the blanks that a kind of draft may use.

    Raises:
        NotFoundError: The contact is not there any more.
    """
    contact = contacts.sheet(store.reading(), about.contact_id)
    if contact is None:
        raise NotFoundError("That contact is no longer in the notebook.")
    plan = (
        interviews.plan(store.reading(), about.interview_id)
        if about.interview_id is not None
        else None
    )
    found = {
        **_person(contact, settings),
        **_me(settings),
        "today": say_long_day(now.astimezone(zone).date()),
        "minutes": str((plan and plan.decision_minutes) or settings.decision),
        **_plan(plan),
        **_meeting(store, plan, contact, zone),
        **_introducer(store, about),
        **_third(store, about),
        **_sent(store, about, zone),
    }
    kind = KINDS[about.kind]
    if kind.after:
        whom = Whom(contact.id, contact.name, about.interview_id, about.thing_id)
        today = now.astimezone(zone).date()
        found |= afterwards_values(store, zone, today, whom, kind.blanks)
    return {name: value for name, value in found.items() if name in kind.blanks and value}


def interview_for(store: Store, contact_id: int) -> InterviewRow | None:
    """Give the talk to come that a draft for somebody is about: the next one, else the latest begun."""
    coming = [
        r for r in interviews.with_contact(store.reading(), contact_id) if r.state in BEFORE_LIVE
    ]
    timed = [row for row in coming if row.scheduled_at is not None]
    return min(timed, key=_time) if timed else next(iter(coming), None)


def _time(row: InterviewRow) -> str:
    return row.scheduled_at.isoformat() if row.scheduled_at else ""


def introducer_of(store: Store, about: About) -> Referrer | None:
    """Give the one a draft may name as who led me to them; None when there is none (M4)."""
    referrers = consent.referrers(store.reading(), about.contact_id)
    made = consent.makers(store.reading(), about.contact_id)
    if about.kind == "introduced-email":  # that somebody may be named is no introduction
        referrers = [r for r in referrers if r.consent == "no"]
        if about.introduction is not None:
            made.sort(key=lambda r: r.contact_id != about.introduction.introducer_id)  # type: ignore[union-attr]
    return give_introducer(referrers, made)


def _person(contact: ContactSheet, settings: Settings) -> dict[str, str]:
    return {
        "name": first_name(contact.name),
        "full_name": contact.name,
        "organization": contact.organization,
        "unit": contact.unit,
        "profession": contact.role,
        "field": contact.field or settings.field,
        "region": settings.region,
    }


def _me(settings: Settings) -> dict[str, str]:
    return {
        "me": settings.name,
        "about_me": settings.about,
        "my_email": settings.email,
        "my_phone": settings.phone,
        "my_address": settings.address,
    }


def _plan(plan: PlanSheet | None) -> dict[str, str]:
    if plan is None:
        return {}
    goal = next((goal.text for goal in plan.goals if goal.text.strip()), "")
    return {"why": plan.why, "goal": goal}


def _meeting(
    store: Store, plan: PlanSheet | None, contact: ContactSheet, zone: ZoneInfo
) -> dict[str, str]:
    """Give when and where: a video call has a link, all else a place."""
    if plan is None:
        return {}
    row = plan.interview
    found = {"entry": drafts.entry(store.reading(), row.id)}
    if row.place_kind == "video":
        found["link"] = row.place
    elif row.place_kind == "telephone":
        found["place"] = f"by telephone, {row.place}" if row.place.strip() else "by telephone"
    else:
        found["place"] = row.place or ("your office" if row.place_kind == "office" else "")
    if row.scheduled_at is not None:
        found["when"] = _say(row.scheduled_at, zone)
        theirs = _zone(contact.zone) or _zone(row.zone) or zone
        local = row.scheduled_at.astimezone
        if local(theirs).utcoffset() != local(zone).utcoffset():
            found["their_when"] = _say(row.scheduled_at, theirs)
    return found


def _say(instant: datetime, zone: ZoneInfo) -> str:
    """Say an instant as one writes it to somebody: `Thursday 26 Nov 2026, 15:00 (Berlin time)`."""
    local = instant.astimezone(zone)
    where = zone.key.rpartition("/")[2].replace("_", " ")
    clock = where if where == "UTC" else f"{where} time"
    return f"{say_long_day(local.date())}, {local:%H:%M} ({clock})"


def _zone(name: str) -> ZoneInfo | None:
    try:
        return zone_of(name) if name else None
    except BadInputError:
        return None


def _introducer(store: Store, about: About) -> dict[str, str]:
    found = introducer_of(store, about)
    if found is None:
        return {}
    return {"introducer": first_name(found.name), "introducer_full": found.name}


def _third(store: Store, about: About) -> dict[str, str]:
    """Give what is known of the one I want to meet, for a draft to the one between."""
    if KINDS[about.kind].to != "introducer":
        return {}
    found = {"notice": _NOTICE[about.introduction.notice if about.introduction else ""]}
    target = (
        contacts.sheet(store.reading(), about.target_id) if about.target_id is not None else None
    )
    if target is not None:
        found |= {
            "target": target.name,
            "target_name": first_name(target.name),
            "target_organization": target.organization,
        }
    if about.introduction is not None and about.introduction.why.strip():
        found["why"] = about.introduction.why
    return found


def _sent(store: Store, about: About, zone: ZoneInfo) -> dict[str, str]:
    """Give the day I wrote before: to them, or to the one between."""
    if KINDS[about.kind].to == "introducer":
        before = about.introduction.asked_at if about.introduction else None
    else:
        before = drafts.unanswered_since(store.reading(), about.contact_id)
    return {} if before is None else {"sent_on": say_long_day(before.astimezone(zone).date())}
