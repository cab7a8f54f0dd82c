"""Makes a question of a research note: a beginning of ours, the note's words, ready to be edited (S28)."""

import re
from typing import Final

from infotui.domain.text import clean, fold, shorten

_LONGEST: Final = 200
# A sentence ends at a stop before a capital, a digit or an opening quotation mark; `p. 4` does not end one.
_SENTENCE: Final = re.compile(r"(?<=[^\s.]{2}[.!?”])\s+(?=[^\W\d_a-z]|\d|[“\"])")

# What a note is about, told by its words; the first that fits gives the question behind it.
_ASKED: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(words), asked)
    for words, asked in (
        (r"^[“\"«]|\b(?:says?|said|claims?|believes?|argues?|thinks|writes?|wrote|promises?|proud)\b",
         "What stands behind that?"),
        (r"\b(?:new|newest|now|changed?|chang\w+|moved?|merg\w+|bought|sold|closed|closing|opened|opening"
         r"|launch\w*|began|begins|started|since|no longer|became|grew|grown|growing|tripled|doubled|cut"
         r"|left|late|delayed|reorganis\w+|reorganiz\w+|next|spring|summer|autumn|winter)\b",
         "How did that come about, and what has it changed?"),
        (r"\b(?:project|programmes?|programs?|study|studies|report|survey|model|models|pilot|trial|"
         r"campaign|exhibition|book|paper|map|maps|tool|course|scheme|product|products|built|building|"
         r"led|developed|designed)\b",
         "What was your part in it, and what did you learn from it?"),
        (r"\d|\b(?:half|thirds?|quarter|dozen|hundred|thousand|million|percent)\b"
         r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
         r" (?:people|places|posts|years|months|weeks|days|times|of|in)\b",
         "What is the story behind that number?"),
    )
)  # fmt: skip
_ELSE: Final = "What would you add to that?"
_BEGIN: Final = "I read this: "
_HEARD: Final = "I was told this: "
_BY_WORD_OF_MOUTH: Final = re.compile(
    r"\b(?:telephone|phone|told|talk with|call with|conversation)\b"
)


def question_of(body: str, source: str = "") -> str:
    """Give the words of a question about a research note.

    It carries the note's first sentence, which is what one reads again before the talk; the whole
    note stays linked. What follows asks for a story, since the fact itself is known.

    Args:
        body: The note.
        source: Where it is from, which tells whether it was read or heard.

    Returns:
        The question; empty when the note has no words.
    """
    lines = [line.strip() for line in clean(body).split("\n") if line.strip()]
    if not lines:
        return ""
    noted = shorten(_SENTENCE.split(lines[0])[0], _LONGEST).rstrip(" .;,:")
    folded = fold(noted)
    asked = next((asked for words, asked in _ASKED if words.search(folded)), _ELSE)
    begin = _HEARD if _BY_WORD_OF_MOUTH.search(fold(source)) else _BEGIN
    end = "" if noted.endswith(("?", "!", "…", ".”", "?”", "!”")) else "."
    return f"{begin}{noted}{end} {asked}"
