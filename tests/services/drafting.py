"""What tests of drafts begin with: introductions, leads with consent, outreach, told by plain records."""

from datetime import date
from typing import Any

from infotui.services.desks import Desks


def an_introduction(desks: Desks, introducer: int, target: int, **more: Any) -> int:
    """Store an introduction in whatever state; give its id."""
    from infotui.domain.records.reaching import Introduction

    with desks.store.writing() as shelves:
        made = Introduction(introducer_id=introducer, target_id=target, **more)
        return shelves.reaching.add(made).row_id


def an_outreach(desks: Desks, contact_id: int, answer: str = "") -> int:
    """Store a message that was sent now; give its id."""
    from infotui.domain.records.reaching import Outreach

    with desks.store.writing() as shelves:
        sent = Outreach(
            contact_id=contact_id, channel="e-mail", sent_at=desks.clock.now(),
            due=date(2026, 11, 30), answer=answer,
        )  # fmt: skip
        return shelves.reaching.add(sent).row_id


def consents(desks: Desks, consent: str, contact_id: int | None = None) -> None:
    """Let every lead say this of naming whoever gave it, and lead to a contact if one is given."""
    desks.store.reading().execute(
        "UPDATE lead SET consent = ?, contact_id = coalesce(?, contact_id)", (consent, contact_id)
    )


def takes_place(desks: Desks, interview_id: int, kind: str, place: str) -> None:
    """Let an interview be there."""
    desks.store.reading().execute(
        "UPDATE interview SET place_kind = ?, place = ? WHERE id = ?", (kind, place, interview_id)
    )
