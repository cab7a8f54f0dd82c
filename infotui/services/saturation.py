"""The desk of saturation: for each goal, whether the last talks still brought something new (M9)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from infotui.domain.answers import goal_key
from infotui.domain.bank import Bank
from infotui.domain.findings import FoundRow, Odds
from infotui.domain.saturation import Saturation, saturation
from infotui.services.findings import FindingDesk
from infotui.services.sheets import Sheets
from infotui.storage.store import Store


class SaturationDesk:
    """How far each goal is answered."""

    def __init__(self, store: Store, bank: Callable[[], Bank], findings: FindingDesk) -> None:
        self._store = store
        self._bank = bank
        self._findings = findings

    def rows(self, odds: Sequence[Odds] | None = None) -> list[Saturation]:
        """Give how far each goal is answered, the one with most talks first.

        Args:
            odds: The contradictions that are open, where they are known; they are guessed if not.
        """
        sheets = Sheets(self._store, self._bank)
        both = self._findings.open_odds(sheets.findings) if odds is None else odds
        rows = [self._row(sheets, topic.key, topic.title, both)
                for topic in sheets.goal_topics()]  # fmt: skip
        return sorted(rows, key=lambda row: (-row.talks, -row.people, row.title, row.key))

    def _row(self, sheets: Sheets, key: str, title: str, odds: Iterable[Odds]) -> Saturation:
        with_goal = {
            goal.interview_id for goal in sheets.goals if goal_key(goal.kind, goal.text) == key
        }
        talks = [talk for talk in sheets.talks.values() if talk.id in with_goal]
        found: dict[int, list[FoundRow]] = defaultdict(list)
        for talk_id, row in sheets.goal_findings(key):
            found[talk_id].append(row)
        ids = {row.id for rows in found.values() for row in rows}
        both = sum(not ids.isdisjoint(pair.ids) for pair in odds)
        return saturation(key, title, talks, found, both)
