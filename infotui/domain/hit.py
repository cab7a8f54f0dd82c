"""What a search over the whole notebook finds: one place each, with the words around the match."""

from datetime import datetime
from typing import Final, Literal, NamedTuple, get_args

HitKind = Literal[
    "note", "finding", "lead", "my promise", "their promise", "opening", "resource", "arisen",
    "asked of me", "question", "research", "plan", "debrief", "draft", "person", "organization",
    "outreach", "touch", "introduction", "outcome", "talk",
]  # fmt: skip
HIT_KINDS: Final[tuple[str, ...]] = get_args(HitKind)


class Hit(NamedTuple):
    """One place in the notebook that has what was sought, with the words around it."""

    kind: HitKind
    noun: str  # the table of its record: note, research_note, question, interview, contact ...
    id: int  # of that record
    who: str  # person(s) it is about or was said by; empty where nobody
    at: datetime | None  # when it was said or written; None where it has no time
    words: str  # the line around the first match, one line, cut at words with an ellipsis
    marks: tuple[tuple[int, int], ...]  # half-open ranges of `words` that matched
    organization: str = ""
    interview_id: int | None = None
    contact_id: int | None = None
    organization_id: int | None = None
    part: str = ""  # of a plan or a debrief: why, opening, goal, learned ...; of a draft its kind
