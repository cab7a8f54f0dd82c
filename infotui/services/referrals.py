"""The desk of the referral tree: who led me to whom, and what came of it (M4)."""

from infotui.domain.referral_tree import TreeRow, joined, tree
from infotui.storage.store import Store
from infotui.storage.views import referrals


class ReferralDesk:
    """Who led to whom."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self) -> list[TreeRow]:
        """Give the whole tree as rows from the top down, each step once (M4)."""
        db = self._store.reading()
        named, steps = referrals.leads(db)
        nodes = [*referrals.people(db), *named]
        return tree(*joined(nodes, [*steps, *referrals.others(db)]))
