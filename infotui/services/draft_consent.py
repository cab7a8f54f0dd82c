"""Tells who must not be named in a draft, and keeps what the record knows from naming them in it (M4)."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from infotui.domain.draft import BLANKS
from infotui.domain.draft_sheet import DraftSheet
from infotui.domain.naming import Referrer, not_to_be_named, to_be_asked
from infotui.storage.store import Store
from infotui.storage.views import consent

# Who it is from, for and about, and whoever may be named: none of that is said of a referrer.
_OWN: Final = frozenset(
    {"name", "full_name", "me", "my_email", "my_phone", "my_address", "target", "target_name",
     "introducer", "introducer_full", "notice", "minutes", "today", "sent_on", "when", "their_when"}
)  # fmt: skip


class Consent(NamedTuple):
    """Who is not to be named in a draft, and why."""

    unnamed: tuple[Referrer, ...]  # who said no
    unasked: tuple[Referrer, ...]  # who named them to me, and was not asked
    through: tuple[Referrer, ...]  # through whom I came to them, of which nothing else is known


def consent_of(store: Store, contact_id: int, whom: int) -> Consent:
    """Tell who is not to be named in a draft.

    Args:
        store: The open notebook.
        contact_id: Whom it is for.
        whom: Whom it is about: the same one, or the one I want to meet. What an ask must not name is
            whoever led me to that third one; it may be for one of those itself.
    """
    db, part = store.reading(), {contact_id, whom}

    def others(found: list[Referrer]) -> list[Referrer]:
        return [r for r in found if r.contact_id not in part]

    led, made = others(consent.referrers(db, whom)), others(consent.makers(db, whom))
    # What counts as a yes is what was said towards the one who will read it.
    to_them, brought = led, made
    if whom != contact_id:
        to_them = others(consent.referrers(db, contact_id))
        brought = others(consent.makers(db, contact_id))
    said_no = [r for r in led if r.consent == "no"]
    known = {r.contact_id for r in (*led, *made)}
    through = consent.through_whom(db, whom)
    return Consent(
        not_to_be_named([*to_them, *said_no], brought, others(consent.refusers(db))),
        to_be_asked(led, made),
        (through,) if through is not None and through.contact_id not in known | part else (),
    )


def naming_nobody(
    values: Mapping[str, str], sheet: DraftSheet
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Leave out each value that names somebody who said no, or whom I must ask before we have met.

    Args:
        values: What is known, by blank.
        sheet: The draft with its referrers.

    Returns:
        The values that may stand, and a sentence for each that was left out.
    """
    never = (*sheet.unnamed, *(() if sheet.met else sheet.unasked))
    kept, told = {}, []
    for blank, value in values.items():
        named = None if blank in _OWN else _named(value, never, sheet.spared)
        if named is None:
            kept[blank] = value
        else:
            why = "asked not to be named" if named in sheet.unnamed else "was not asked yet"
            told.append(f"Left out: {BLANKS[blank]}. It names {named.name}, who {why}.")
    return kept, tuple(told)


def _named(text: str, never: tuple[Referrer, ...], spared: tuple[str, ...]) -> Referrer | None:
    return next((r for r in never if r.is_named_in(text, spared)), None)
