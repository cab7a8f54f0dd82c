"""Stores how the search ended and who is told of it; who was met is read from what happened (S53, M10)."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from sqlmodel import col, select  # noqa: TID251 - storage

from infotui.domain.outcome import TAKEN_BACK
from infotui.domain.records.afterwards import Outcome, OutcomeNotice
from infotui.storage.shelves.shelf import Shelf

# Everybody with whom I talked, beside another one even; whoever brought me together with somebody,
# or named somebody who became a contact.
_MET: Final = """
WITH talked (contact_id) AS (SELECT contact_id FROM interview WHERE state IN ('held', 'closed')
    UNION SELECT p.contact_id FROM interview_person p JOIN interview i ON i.id = p.interview_id
    WHERE i.state IN ('held', 'closed'))
SELECT contact_id FROM talked
UNION SELECT introducer_id FROM introduction
WHERE state IN ('contact made', 'followed up', 'led to interview')
UNION SELECT c.introducer_id FROM contact c JOIN talked ON talked.contact_id = c.id
WHERE c.introducer_id IS NOT NULL
UNION SELECT i.contact_id FROM lead l JOIN interview i ON i.id = l.interview_id
WHERE l.contact_id IS NOT NULL OR l.state = 'became contact'
"""


class OutcomeShelf(Shelf):
    """Outcomes and notices."""

    def is_any(self) -> bool:
        """Whether an outcome was recorded; asked at the end of every change, so by one plain look."""
        run = self.session.connection().exec_driver_sql
        return run("SELECT 1 FROM outcome LIMIT 1").first() is not None

    def stands(self) -> Outcome | None:
        """Give the latest outcome, told to everybody or not, unless it was taken back."""
        latest = self.session.exec(
            select(Outcome).order_by(col(Outcome.id).desc()).limit(1)
        ).first()
        if latest is None or latest.closed_at is None:
            return latest
        given_up = any(notice.why_not == TAKEN_BACK for notice in self.notices(latest.row_id))
        return None if given_up else latest

    def open(self) -> Outcome | None:
        """Give the outcome that is being told, if one is."""
        return self.session.exec(select(Outcome).where(col(Outcome.closed_at).is_(None))).first()

    def notices(self, outcome_id: int) -> Sequence[OutcomeNotice]:
        """Give who is told of an outcome, or was, or need not be."""
        return self.session.exec(
            select(OutcomeNotice).where(OutcomeNotice.outcome_id == outcome_id)
        ).all()

    def states(self, outcome_id: int) -> dict[int, str]:
        """Give how it stands with each who is told, by contact; plainly, for it is asked so often."""
        self.session.flush()
        run = self.session.connection().exec_driver_sql
        rows = run(
            "SELECT contact_id, state FROM outcome_notice WHERE outcome_id = ?", (outcome_id,)
        )
        return {row[0]: row[1] for row in rows}

    def met(self) -> set[int]:
        """Give everybody who is to hear how it ended."""
        self.session.flush()
        return {row[0] for row in self.session.connection().exec_driver_sql(_MET)}

    def tell(self, outcome_id: int, contact_id: int, due: date) -> OutcomeNotice:
        """Let somebody be told of an outcome."""
        return self.add(OutcomeNotice(outcome_id=outcome_id, contact_id=contact_id, due=due))

    def forget(self, outcome_id: int, contact_id: int) -> None:
        """Let somebody not be told, because they were not met after all."""
        for notice in self.notices(outcome_id):
            if notice.contact_id == contact_id:
                self.remove(OutcomeNotice, notice.row_id)
