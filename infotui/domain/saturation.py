"""How far a goal is answered: what the last two talks still brought that was new (M9)."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from infotui.domain.answers import Talk
from infotui.domain.at_odds import telling_words
from infotui.domain.findings import FoundRow
from infotui.domain.sameness import bare
from infotui.domain.text import count_of

LAST: Final = 2  # talks, by which it is told whether there is still something new
_SOONEST: Final = 3  # talks before which nothing can be told

# The rule in one sentence, as it is said on the screen.
RULE: Final = (
    "New is what no earlier talk with this goal gave in much the same words; what is at odds counts "
    "where one of the two findings belongs to the goal."
)
_NOTHING_NEW: Final = "the last two brought nothing new: enough, unless"


class Saturation(NamedTuple):
    """How far one goal is answered."""

    key: str
    title: str
    people: int
    talks: int
    findings: int
    last: int  # findings of the last two talks
    new: int  # those of them that were not heard before
    odds: int  # contradictions that are open

    @property
    def enough(self) -> bool:
        """Whether the last two talks brought nothing new, of a number that can tell."""
        return self.talks >= _SOONEST and self.last > 0 and self.new == 0


def saturation(
    key: str,
    title: str,
    talks: Sequence[Talk],
    findings: Mapping[int, Sequence[FoundRow]],
    odds: int,
) -> Saturation:
    """Tell how far a goal is answered.

    A finding of the last two talks is new when no earlier talk with this goal gave one of its kind
    that is alike: that shares more than half of the telling words of the shorter of the two, or,
    where neither has any, has the same wording.

    Args:
        key: Of the goal.
        title: Its words.
        talks: The held talks with this goal, in time.
        findings: Of each of them, those that belong to this goal.
        odds: How many contradictions are open of which at least one finding belongs to this goal.
    """
    new = last = 0
    for place in range(max(0, len(talks) - LAST), len(talks)):
        before = [f for talk in talks[:place] for f in findings.get(talk.id, ())]
        now = findings.get(talks[place].id, ())
        last += len(now)
        new += sum(not any(_is_again(found, earlier) for earlier in before) for found in now)
    return Saturation(
        key, title,
        people=len({person.id for talk in talks for person in talk.people}),
        talks=len(talks),
        findings=sum(len(findings.get(talk.id, ())) for talk in talks),
        last=last, new=new, odds=odds,
    )  # fmt: skip


def _is_again(found: FoundRow, earlier: FoundRow) -> bool:
    return found.kind == earlier.kind and alike(found.text, earlier.text)


def alike(one: str, other: str) -> bool:
    """Whether two findings of one kind say much the same, as far as their words tell."""
    a, b = telling_words(one), telling_words(other)
    if not a and not b:
        return bare(one) == bare(other)
    return len(a & b) * 2 > min(len(a), len(b)) > 0


def say(row: Saturation) -> str:
    """Say in plain words what the figures mean; a suggestion, never more."""
    if row.talks == 0:
        return "no talk with this goal yet"
    if row.talks < _SOONEST:
        return f"too early to tell: after {count_of(_SOONEST, 'talk')} it shows"
    if row.last == 0:
        return "the last two left no findings: mark what you learned in them, then it shows"
    if row.new:
        return "still new things: go on"
    if row.odds:
        return f"{_NOTHING_NEW} what is at odds matters to you"
    return f"{_NOTHING_NEW} somebody quite different comes to mind"
