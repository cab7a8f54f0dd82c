"""The outcome of a search, and who is told of it; the order and the words are left to others (S53, M10)."""

from typing import Final, Literal, get_args

OutcomeKind = Literal["job", "study", "direction", "stopped", "other"]
OUTCOME_KINDS: Final[tuple[str, ...]] = get_args(OutcomeKind)

NoticeState = Literal["due", "told", "waived"]
NOTICE_STATES: Final[tuple[str, ...]] = get_args(NoticeState)
