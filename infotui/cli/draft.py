"""The `draft` command: prints a text for somebody, filled from the notebook, and says what to look at (S22)."""

import argparse
import sys

from infotui.domain.draft import KINDS, Offer, join
from infotui.domain.draft_sheet import remarks
from infotui.domain.errors import NotFoundError
from infotui.domain.text import clean, shorten
from infotui.services.desks import Desks
from infotui.services.exports import write_out


def print_draft(desks: Desks, given: argparse.Namespace) -> None:
    """Fill a draft as the arguments say, and write it out; nothing is kept in the notebook.

    Raises:
        NotFoundError: Nobody, or more than one, is called like that.
        InfotuiError: It cannot be written.
    """
    contact_id = _meant(desks, given.who)
    found = [offer for offer in desks.drafts.offers(contact_id) if offer.kind == given.kind]
    offer = found[0] if found else Offer(given.kind, contact_id)
    filled, sheet = desks.drafts.look_at(offer)
    said = remarks(sheet, filled.subject, filled.body)
    told = [*desks.drafts.trouble, *said.sentences()]
    if sheet.held_for is not None:
        told.append(f"Ask {sheet.held_for.name} first whether you may say who named them to you.")
    if said.blanks:
        told.append(f"Blanks still open: {', '.join(f'{{{name}}}' for name in said.blanks)}.")
    is_mail = KINDS[given.kind].channel == "e-mail"
    write_out(
        [join(filled.subject if is_mail else None, filled.body)], given.file, force=given.force
    )
    sys.stderr.writelines(f"infotui: {clean(sentence)}\n" for sentence in told)


def _meant(desks: Desks, who: str) -> int:
    found = desks.contacts.named(who)
    if not found:
        raise NotFoundError(f"No contact is called “{shorten(who, 60)}”.")
    if len(found) > 1:
        names = ", ".join(row.name for row in found[:5])
        raise NotFoundError(
            f"“{shorten(who, 60)}” could be several people: {names}. Write the whole name."
        )
    return found[0].id
