"""Findings by kind and field (S2, S12): how many of each, the most told fields first."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from infotui.domain.note import FINDING_KINDS
from infotui.domain.pictures.table import Column, Table, TableRow, Way, rate
from infotui.domain.text import clean_line, count_of, fold

NO_FIELD: Final = "no field"


class Told(NamedTuple):
    """So many findings of one kind, in talks about one field as it was written."""

    kind: str
    field: str
    many: int


class Findings(NamedTuple):
    """How many findings there are of each kind in each field.

    `counts` has a row for each of the nine kinds, in it a number for each field.
    """

    fields: tuple[str, ...] = ()  # the most told first; what has none comes last
    counts: tuple[tuple[int, ...], ...] = ()
    said: str = ""

    @property
    def total(self) -> int:
        """All findings."""
        return sum(map(sum, self.counts))

    def gathered(self, most: int) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
        """Give the fields and counts, of more fields than fit the smaller ones as one.

        Args:
            most: How many columns there is room for; at least one.
        """
        if len(self.fields) <= most:
            return self.fields, self.counts
        kept = max(0, most - 1)
        names = (*self.fields[:kept], f"{len(self.fields) - kept} others")
        return names, tuple((*row[:kept], sum(row[kept:])) for row in self.counts)

    def table(self) -> Table:
        """Give a row for each kind with its sum, below it one for each field it was told in."""
        rows: list[TableRow] = []
        for kind, row in zip(FINDING_KINDS, self.counts, strict=False):
            if not sum(row):
                continue
            whole = (kind, "all fields", str(sum(row)), rate(sum(row), self.total))
            rows.append(TableRow(whole, _way(kind), heading=True))
            rows += [
                TableRow(("", field, str(count), rate(count, self.total)), _way(kind, field))
                for field, count in zip(self.fields, row, strict=True)
                if count
            ]
        for place, field in enumerate(self.fields):
            count = sum(row[place] for row in self.counts)
            first = "all kinds" if place == 0 else ""
            cells = (first, field, str(count), rate(count, self.total))
            rows.append(TableRow(cells, _way(field=field), heading=place == 0))
        names = (Column("kind", number=False), Column("field", number=False))
        return Table((*names, Column("findings"), Column("of all")), tuple(rows))


def _way(kind: str = "", field: str = "") -> Way:
    """Give the way to the findings of a cell, as the filter over all findings has it."""
    parts = [f'kind:"{kind}"'] if kind else []
    if field:
        whole = "" if field == NO_FIELD else field.replace('"', " ")
        parts.append(f'field:"{whole}"')
    return Way("findings", words=" ".join(parts))


def findings(rows: Iterable[Told]) -> Findings:
    """Count findings by kind and field, each once; fields spelt alike but for case are one."""
    spelt: dict[str, Counter[str]] = {}
    count: Counter[tuple[str, str]] = Counter()
    for kind, field, number in rows:
        words = clean_line(field)
        spelt.setdefault(fold(words), Counter())[words] += number
        count[kind, fold(words)] += number
    names = {key: max(ways, key=lambda way: (ways[way], way)) for key, ways in spelt.items()}
    whole = {key: sum(count[kind, key] for kind in FINDING_KINDS) for key in names}
    order = sorted(names, key=lambda key: (key == "", -whole[key], key))
    counts = tuple(tuple(count[kind, key] for key in order) for kind in FINDING_KINDS)
    made = Findings(tuple(names[key] or NO_FIELD for key in order), counts)
    return made._replace(said=_words(made))


def _words(made: Findings) -> str:
    if not made.total:
        return ""
    by_kind = [sum(row) for row in made.counts]
    best = max(range(len(by_kind)), key=lambda place: by_kind[place])
    said = f"{count_of(made.total, 'finding')}; most of the kind “{FINDING_KINDS[best]}” ({by_kind[best]})"
    named = [field for field in made.fields if field != NO_FIELD]
    if len(named) > 1:
        first = sum(row[0] for row in made.counts)
        said += f", most in {named[0]} ({first})"
    return f"{said}."
