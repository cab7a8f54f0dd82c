"""Whether a plan begins with the person opposite, told from words; a hint and never a refusal (S15)."""

import re
from collections.abc import Sequence
from typing import Final, Literal, Protocol

from infotui.domain.question import PLANNED
from infotui.domain.text import fold

About = Literal[
    "them", "the organization", "the field", "hiring", "you", "other people", "something else"
]

# What is said out of politeness, with an "I" or a "me" in it that is not what the question is about.
_POLITE: Final = re.compile(
    r"\b(?:(?:can|could|would|will) you (?:please )?(?:tell me|describe to me|explain to me|share with me)"
    r"|(?:please )?tell me|(?:may|can|could) i ask(?: you)?|if i may(?: ask)?"
    r"|if you do(?:n't| not) mind(?: my asking| me asking)?"
    r"|i(?:'d| would) (?:like|love) to (?:hear|know|ask|begin with|start with)"
    r"|i(?:'m| am) curious(?: to (?:hear|know)| about)?|i wonder(?:ed)?|i (?:read|saw|heard) that"
    r"|let me (?:begin|start) with)\b"
)
_PLACE_WORDS: Final = (
    "organi[sz]ation|company|firm|business|team|unit|department|division|office|lab|laboratory|institute|"
    "employer|group|hospital|school|university|agency|charity|practice|studio|programme|program|"
    "product|products|services|clients|customers|competitors|budget|strategy"
)
_FIELD_WORDS: Final = "field|industry|sector|market|trade|region|discipline|profession"
_HIRING: Final = re.compile(
    r"\b(?:hire|hires|hiring|recruit\w*|vacanc\w+|openings?|applicants?|applications?|resume|cv|salar\w+"
    r"|pay|skills?|qualifications?|licen[cs]\w*|look for in|looking for (?:in|when)"
    r"|takes? on (?:someone|somebody|people|new))\b"
)
# Hired, applied and trained is a part of their own story when it happened to them.
_THEIR_OWN: Final = re.compile(
    r"\b(?:were you|you were|you (?:got|get)|did you (?:apply|train|study|learn|get)|hired you"
    r"|took you on|you applied|your (?:own )?(?:degree|studies|training|application))\b"
)
_OTHERS: Final = re.compile(r"\bwho else\b|\b(?:should|could|might) i (?:talk|speak|meet|write) ")
_ME: Final = re.compile(r"\b(?:i|me|my|myself|i'm|i'd|someone like me)\b")
_YOU: Final = re.compile(r"\b(?:you|your|yours|yourself|you've|you're|you'd)\b|\{name\}")
_OF_PLACE: Final = re.compile(
    rf"\byour (?:\w+ )?(?:{_PLACE_WORDS})\b(?!'s)|\{{(?:organization|unit)\}}"
    rf"|\b(?:the|this) (?:{_PLACE_WORDS})\b"
)
_OF_FIELD: Final = re.compile(
    rf"\b(?:the|this|your) (?:\w+ )?(?:{_FIELD_WORDS})\b|\{{(?:field|profession|region)\}}"
)
# You as the one who does, lived or feels something; or a word that belongs to a life.
_STORY: Final = re.compile(
    r"\b(?:do|did|does|have|are|were|would|can|could|what|when|how|since|before|that|as|if|after|until)"
    r" you\b(?! (?:hire|recruit|look for|need|offer|sell|make|pay|compete|serve|employ|expect)\b)"
    r"|\byou(?:'ve|'re)? (?:\w+ly |first |once |now |really |still )?(?:began|begin|start\w*|c[ao]me|"
    r"became|become|g[eo]t|chose|choose|decided?|enjoy\w*|lik\w+|lov\w+|spen[dt]\w*|learn\w*|stud\w+|"
    r"th(?:ink|ought)|feel|felt|remember\w*|f(?:i|ou)nd|stay\w*|left|leave|change\w*|grew|proud|glad|"
    r"work\w*|trained|taught|did|do|made|built|were|are|miss|wish\w*)\b"
    r"|\byour (?:own |first |last |usual |ordinary |typical |present |current |working )*(?:path|career|"
    r"background|story|day|days|week|weeks|work|job|role|way|road|life|years?|part|childhood|parents|"
    r"studies|beginnings?|start|mornings?|evenings?|desk|mind|view|research|project|projects)\b"
    r"|\b(?:drew|brought|led|made|kept|keeps|helped|surprised|taught|moved|draws|interests?|"
    r"challenges|stretches) you\b|\bfor you\b|\b(?:has|was) it (?:been )?like for you\b"
)
# These make a place the one that does something, though "you" says so: "how would you describe it?"
_PLACE_ACTS: Final = re.compile(
    rf"\b(?:does|is|are|do|has|have|did|will|was|were) (?:your|the|this) (?:\w+ )?(?:{_PLACE_WORDS})\b"
    r"|\b(?:does|is|are|do|has|have|did|will|was|were) \{(?:organization|unit)\}"
    rf"|\byou (?:describe|say|see|rate|sum up|explain) (?:that )?(?:your|the|this) (?:\w+ )?"
    rf"(?:{_PLACE_WORDS}|{_FIELD_WORDS})\b|\byou (?:describe|see|rate|sum up) \{{"
)


class _Asked(Protocol):
    """What is looked at in a question; rows have it."""

    @property
    def text(self) -> str: ...

    @property
    def template(self) -> str: ...

    @property
    def origin(self) -> str: ...

    @property
    def phase(self) -> str: ...

    @property
    def tailoring(self) -> str: ...


def about(text: str) -> About:
    """Tell what a question is about, as far as its words tell.

    Returns:
        `them` for the person who is asked; else what it is about instead.
    """
    words = _POLITE.sub(" ", fold(text.replace("’", "'")))
    if _OTHERS.search(words):
        return "other people"
    if _HIRING.search(words) and not _THEIR_OWN.search(words):
        return "hiring"
    place_acts, me = _PLACE_ACTS.search(words), _ME.search(words)
    if _YOU.search(words) and _STORY.search(words) and not place_acts:
        return "you" if me else "them"
    if place_acts or _OF_PLACE.search(words):
        return "the organization"
    if _OF_FIELD.search(words):
        return "the field"
    return "you" if me else "something else"


def is_about_them(question: _Asked) -> bool:
    """Tell whether a question is about the person who is asked.

    What the bank has for the start of a talk is, for as long as its words are the bank's; of all
    other questions, and of those that were reworded, the words decide.
    """
    if question.origin == "bank" and question.phase == "start" and question.tailoring != "edited":
        return True
    return about(_words(question)) == "them"


def _words(question: _Asked) -> str:
    # The bank's blanks tell what a filled question is about, where a name would not.
    filled = question.origin == "bank" and question.tailoring in {"filled", "raw"}
    return question.template if filled and question.template else question.text


def first_hint(questions: Sequence[_Asked], *, as_is: bool = False) -> str:
    """Say that a plan does not begin with the person, if so (S15).

    Args:
        questions: The plan's, in order; those that arose or were asked of me count for nothing.
        as_is: The user said that it shall begin as it does.

    Returns:
        The hint; empty when there is none, as while only the close stands there.
    """
    planned = [q for q in questions if q.origin in PLANNED and q.text.strip()]
    if as_is or all(q.phase == "close" for q in planned) or is_about_them(planned[0]):
        return ""
    what = about(_words(planned[0]))
    return f"begin with them: your first question is about {_SAID[what]}"


_SAID: Final[dict[str, str]] = {
    "the organization": "the organization", "the field": "the field", "hiring": "hiring",
    "you": "yourself", "other people": "other people", "them": "them",
    "something else": "something else",
}  # fmt: skip
