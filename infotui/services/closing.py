"""How the record behind each kind of loop is settled: its state, the instant, the word why (M5)."""

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infotui.domain.loop import LoopRow
    from infotui.storage.shelves import Shelves


def settle(shelves: "Shelves", row: "LoopRow", way: str, why: str, next_day: date) -> None:
    """Settle what a loop stands for.

    Args:
        shelves: The open transaction.
        row: The loop.
        way: How it ends: one of the ways of its kind.
        why: A word why, where it ends otherwise than meant; what was said, where one was in touch.
        next_day: The next working day, on which what follows from it is due.

    Raises:
        NotFoundError: The record is not there any more.
        IllegalMoveError: A lead cannot pass to that state.
    """
    if row.kind == "losing touch":
        _touch(shelves, row.contact_id, way, why)
        return
    if row.kind == "outcome":
        notice = shelves.followups.notice(row.id)
        _end(shelves, notice, way, why if way == "waived" else "")
        shelves.flush()
        shelves.followups.close_when_told(notice.outcome_id)
        return
    record = shelves.followups.owed(row.kind, row.id)
    if row.kind == "lead":
        _pass_lead(shelves, record, way, why, next_day)
    elif row.kind == "courtesy":
        record.courtesy = way
        _end(shelves, record, "closed")
    else:
        _end(shelves, record, way, why if way in {"withdrawn", "let go"} else "")


def _end(shelves: "Shelves", record: Any, state: str, why: str = "") -> None:
    record.state, record.settled_at = state, shelves.now
    if why:
        record.why_not = why


def _pass_lead(shelves: "Shelves", lead: Any, way: str, why: str, next_day: date) -> None:
    """Let a lead be followed, or dropped, which owes a courteous note to whoever gave it (S50, S51)."""
    from infotui.domain.referral import check_lead_move

    became = "note due" if way == "not pursuing" else way
    check_lead_move(lead.state, became)
    _end(shelves, lead, became, why)
    if became == "note due":
        lead.due = next_day


def _touch(shelves: "Shelves", contact_id: int, way: str, words: str) -> None:
    """Keep that one was in touch, or stop counting the days (S49)."""
    from infotui.domain.records.afterwards import Touch
    from infotui.domain.records.contact import Contact

    if way == "off":
        shelves.contacts.get(Contact, contact_id).cadence_days = None
        return
    touch = Touch.model_validate(
        {"contact_id": contact_id, "at": shelves.now, "kind": way, "words": words}
    )
    shelves.followups.add(touch)
