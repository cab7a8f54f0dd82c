"""Keeps what the record knows from naming in a draft whoever must not be named in it (M4)."""

from collections.abc import Mapping
from typing import Final

from infotui.domain.draft import BLANKS
from infotui.domain.draft_sheet import DraftSheet
from infotui.domain.naming import Referrer, mentions

# Who it is from, for and about, and whoever may be named: none of that is said of a referrer.
_OWN: Final = frozenset(
    {"name", "full_name", "me", "my_email", "my_phone", "my_address", "target", "target_name",
     "introducer", "introducer_full", "notice", "minutes", "today", "sent_on", "when", "their_when"}
)  # fmt: skip


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
    return next((r for r in never if mentions(text, r.name, spared)), None)
