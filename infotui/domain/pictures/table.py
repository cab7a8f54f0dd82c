"""The figures of a picture as a table: columns, rows, and where a row leads."""

from typing import Literal, NamedTuple

What = Literal["talk", "contact", "lead", "organization", "findings"]


class Way(NamedTuple):
    """Where a row leads: a talk, whoever stands in the referral tree, or some findings."""

    what: What
    id: int = 0
    words: str = ""  # of findings, by which they are found among all


class Column(NamedTuple):
    """One column; numbers stand at the right of theirs."""

    name: str
    number: bool = True


class TableRow(NamedTuple):
    """One row; a heading sums up the rows below it."""

    cells: tuple[str, ...]
    way: Way | None = None
    heading: bool = False


class Table(NamedTuple):
    """All figures of one picture."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...] = ()


def rate(part: int, whole: int) -> str:
    """Say a part as a share: `78%`; nothing where there is no whole."""
    return f"{(200 * part + whole) // (2 * whole)}%" if whole else ""
