"""Touches: every real contact with somebody, and how often one wants to be in touch (S49)."""

from typing import Final, Literal, get_args

TouchKind = Literal["wrote", "they wrote", "called", "met", "other"]
TOUCH_KINDS: Final[tuple[str, ...]] = get_args(TouchKind)

# What is offered; any number of days can be chosen besides. None is off.
CADENCES: Final[tuple[int | None, ...]] = (None, 30, 60, 90, 180)
