"""Two contacts that are one person: what each says, which of it stays, and where the rest is kept."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from infotui.domain.contact import STAGES, ContactSheet
from infotui.domain.text import fold

# What one person has one of; everything else of the two is put together.
_FIELDS: Final[tuple[tuple[str, str], ...]] = (
    ("name", "name"),
    ("organization", "organization"),
    ("role", "role"),
    ("unit", "unit"),
    ("field", "field"),
    ("stage", "stage"),
    ("zone", "time zone"),
    ("introduced_by", "through whom"),
)


class Side(NamedTuple):
    """One field of the two: what the one that stays says, and what the other one says."""

    field: str
    label: str
    mine: str
    theirs: str

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.mine and self.theirs) and fold(self.mine) != fold(self.theirs)

    @property
    def takes_theirs(self) -> bool:
        """Whether the other one's word stays unless somebody chooses: what is empty is filled.

        Of two stages it is the one that is further on.
        """
        if self.field == "stage":
            return STAGES.index(self.theirs) > STAGES.index(self.mine)
        return not self.mine


def sides(stays: ContactSheet, gone: ContactSheet) -> list[Side]:
    """Give what the two say of each field that at least one of them fills."""
    both = (
        Side(field, label, _word(stays, field, gone), _word(gone, field, stays))
        for field, label in _FIELDS
    )
    return [side for side in both if side.mine or side.theirs]


def _word(of: ContactSheet, field: str, other: ContactSheet) -> str:
    said = str(getattr(of, field))
    # Nobody is introduced by oneself.
    own = field == "introduced_by" and fold(said) in {fold(of.name), fold(other.name)}
    return "" if own else said


def chosen(all_sides: Sequence[Side], theirs: Collection[str]) -> Mapping[str, str]:
    """Give what stays of each field.

    Args:
        all_sides: What the two say.
        theirs: The fields in which somebody chose the other one's word.
    """
    return {
        side.field: side.theirs if side.field in theirs or not side.mine else side.mine
        for side in all_sides
    }


def about_of(
    stays: ContactSheet, gone: ContactSheet, all_sides: Sequence[Side], theirs: Collection[str]
) -> str:
    """Give the words about the one person: those of both, and each word that was not chosen."""
    parts = [stays.about.strip()]
    if gone.about.strip() not in parts:
        parts.append(gone.about.strip())
    for side in all_sides:
        if side.differs and side.field != "stage":
            left = side.mine if side.field in theirs else side.theirs
            parts.append(f"{side.label} in the other entry: {left}")
    return "\n".join(part for part in parts if part)
