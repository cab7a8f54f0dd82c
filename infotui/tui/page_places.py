"""Which row of a contact's page is meant by whoever leads there; what the rows say is left to `contact_rows`."""

from collections.abc import Sequence
from typing import Final

from infotui.domain.text import fold
from infotui.tui.contact_rows import WAYS, PageRow
from infotui.tui.routes import Sought, ToldLine

# The facts of a page that are called otherwise than the parts which are found.
_LABELS: Final = {"introduced by": "through", "reached at": "point"}
_NO_WORDS: Final = frozenset({"stage", "prospect", "last touch", "cadence", "research"})


def place_of(rows: Sequence[PageRow], line: object) -> int | None:
    """Tell which row of a page is meant; None where the list of people says it, or the page does not.

    Args:
        rows: The page.
        line: The line meant: a fact with the words sought, or what was told, when and of which record.
    """
    if isinstance(line, Sought):
        return _place_of_fact(rows, line)
    if not isinstance(line, ToldLine):
        return None
    same = [
        (row.leads.noun == line.noun and row.leads.id == line.id, -at)
        for at, row in enumerate(rows)
        if row.leads and (row.leads.kind, row.leads.at) == (line.kind, line.at)
    ]
    return -max(same)[1] if same else 0


def _place_of_fact(rows: Sequence[PageRow], line: Sought) -> int | None:
    """Which fact has the words: of addresses there are several, and some facts the list has as well."""
    label = _LABELS.get(line.part, line.part)
    facts = [
        (at, row) for at, row in enumerate(rows)
        if row.leads is None and row.label and row.label not in _NO_WORDS
        and (label in {"", row.label} or (label == "point" and row.label in WAYS.values()))
    ]  # fmt: skip
    having = [at for at, row in facts if any(fold(word) in fold(row.text) for word in line.words)]
    if not having and line.part:
        having = [at for at, _ in facts]
    return having[0] if having else None
