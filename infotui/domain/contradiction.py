"""What the person made of two findings at odds: open, explained, or none at all (M9)."""

from typing import Final, Literal, get_args

ContradictionState = Literal["open", "explained", "none"]
CONTRADICTION_STATES: Final[tuple[str, ...]] = get_args(ContradictionState)
