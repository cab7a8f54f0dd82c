"""The referral tree as a picture with figures: who came through whom, how they stand, what they yielded (M4)."""

from collections.abc import Sequence
from typing import NamedTuple

from infotui.domain.pictures.table import Column, Table, TableRow, Way
from infotui.domain.referral_tree import TreeRow
from infotui.domain.text import count_of


class Referrals(NamedTuple):
    """The rows of the tree, from the top down."""

    rows: tuple[TreeRow, ...] = ()
    said: str = ""

    def table(self) -> Table:
        """Give a row for each one in the tree, once, with all through whom they came."""
        through: dict[str, list[str]] = {}
        for row in self.rows:
            if row.parent >= 0:
                givers = through.setdefault(row.node.key, [])
                givers.append(self.rows[row.parent].node.name)
        rows = []
        for row in self.rows:
            if not row.mark:
                node = row.node
                whom = ", ".join(dict.fromkeys(through.get(node.key, ())))
                numbers = (str(number) if number else "·" for number in node.own)
                rows.append(TableRow((node.name, whom, row.state, *numbers), way_of(row)))
        words = (Column(name, number=False) for name in ("who", "through", "stands"))
        names = ("talks", "facts", "leads", "jobs")
        return Table((*words, *map(Column, names)), tuple(rows))


def way_of(row: TreeRow) -> Way:
    """Give where a row of the tree leads."""
    return Way(row.node.what, row.node.id)


def referrals(rows: Sequence[TreeRow]) -> Referrals:
    """Say in a sentence what the tree shows."""
    once = [row for row in rows if not row.mark]
    led_to = {row.node.key: row.node for row in rows if row.parent >= 0}
    if not led_to:
        return Referrals(tuple(rows))
    givers = {rows[row.parent].node.key for row in rows if row.parent >= 0}
    met = sum(1 for node in led_to.values() if node.own.talks)
    facts = sum(node.own.findings for node in led_to.values())
    deepest = max(row.depth for row in once)
    said = (
        f"{count_of(len(givers), 'person')} led you to {len(led_to)} more; you met {met} of them"
        f" ({count_of(facts, 'finding')}); the longest chain has {count_of(deepest, 'step')}."
    )
    return Referrals(tuple(rows), said)
