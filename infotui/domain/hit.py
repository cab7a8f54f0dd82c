"""One place in the notebook that has what was sought; how it is found is left to storage."""

from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args

HitKind = Literal[
    "note", "finding", "lead", "my promise", "their promise", "opening", "resource", "arisen",
    "asked of me", "question", "research", "plan", "debrief", "draft", "person", "organization",
    "outreach", "touch", "introduction", "outcome",
]  # fmt: skip
HIT_KINDS: Final[tuple[str, ...]] = get_args(HitKind)


class Hit(NamedTuple):
    """One place in the notebook that has what was sought, with the words around it.

    `noun` and `id` name its record; `marks` are half-open ranges of `words` that matched; `part` is
    that of a plan, a debrief or a draft.
    """

    kind: HitKind
    noun: str
    id: int
    who: str
    at: datetime | None
    words: str
    marks: tuple[tuple[int, int], ...]
    organization: str = ""
    interview_id: int | None = None
    contact_id: int | None = None
    organization_id: int | None = None
    part: str = ""
