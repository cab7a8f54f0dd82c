"""Whether a plan asks what another one asks already: one list for all tells nobody anything (S30)."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from infotui.domain.moment import say_day
from infotui.domain.text import fold

FEWEST: Final = 3  # below, a list is only begun: two questions may well be the same for two people
_NEARLY: Final = 0.8
_MARKS: Final = str.maketrans(dict.fromkeys(".,;:!?…“”„\"'’()–—-", " "))

How = Literal["equal", "nearly", "renamed"]


class Wording(NamedTuple):
    """A question of a list, as far as its words go."""

    text: str
    bank_id: str = ""
    template: str = ""
    tailoring: str = "own"


class OtherList(NamedTuple):
    """The questions of another interview."""

    interview_id: int
    contact: str
    same_person: bool
    day: date
    questions: tuple[Wording, ...]


class Sameness(NamedTuple):
    """Another interview whose list is much like this one.

    `equal` and `nearly` mean the same wordings; `renamed` the same questions of the bank with other
    names in their blanks, which is less: each is tailored, and only the choice is the same.
    """

    interview_id: int
    contact: str
    how: How
    shared: int
    of: int
    sentence: str


def same_list(
    mine: Sequence[Wording], others: Iterable[OtherList], name: str, today: date | None = None
) -> Sameness | None:
    """Find the list that a plan is most like, if it is too much like one.

    Two lists are the same when they hold the same words in any order, whatever the case, accents and
    signs; nearly so when four in five questions are, counted on the longer list; in both cases of at
    least three. A blank that was filled makes the words another: "What is {organization} best at?"
    is asked anew at each organization. But a plan made of nothing but the same bank questions in
    another name was chosen for nobody either, so that is pointed out as well, as the least of three.

    Args:
        mine: The questions of the plan, without the standing one for further people.
        others: The lists of other interviews, likewise; the first of equals is given.
        name: The first name of the one who will be asked.
        today: The year of days in it is left out of the sentence.
    """
    found = [_compared(mine, other, name, today) for other in others]
    rank = {"equal": 0, "nearly": 1, "renamed": 2}
    alike = [same for same in found if same is not None]
    return min(alike, key=lambda same: (rank[same.how], -same.shared), default=None)


def _compared(
    mine: Sequence[Wording], other: OtherList, name: str, today: date | None
) -> Sameness | None:
    words, theirs = _words(mine), _words(other.questions)
    most = max(len(words), len(theirs))
    if min(len(words), len(theirs)) < FEWEST:
        return None
    shared = len(words & theirs)
    if shared >= most * _NEARLY:
        how: How = "equal" if shared == most else "nearly"
    else:
        chosen, chosen_too = _chosen(mine), _chosen(other.questions)
        shared, most = len(chosen & chosen_too), max(len(chosen), len(chosen_too))
        if shared < max(FEWEST, most * _NEARLY):
            return None
        how = "renamed"
    sentence = _sentence(how, other, shared, most, name, today)
    return Sameness(other.interview_id, other.contact, how, shared, most, sentence)


def _words(questions: Sequence[Wording]) -> set[str]:
    return {word for q in questions if (word := bare(q.text))}


def _chosen(questions: Sequence[Wording]) -> set[str]:
    """Give what stands for each question, those that differ in filled blanks alone by one thing."""
    return {
        f"{q.bank_id} {bare(q.template)}"
        if q.bank_id and q.tailoring in {"filled", "raw"}
        else word
        for q in questions
        if (word := bare(q.text))
    }


@lru_cache(
    maxsize=8_192
)  # the lists of other interviews are the same after each change of this one
def bare(text: str) -> str:
    """Give the words of a question without case, accents and signs: what makes two wordings one."""
    return fold(text.translate(_MARKS))


def closeness(one: str, other: str) -> float:
    """Tell how close two wordings are, from 0 to 1: the words they share, of all they have.

    Words of three letters and less count for nothing: they stand in every question.
    """
    a, b = ({word for word in bare(text).split() if len(word) > 3} for text in (one, other))
    return len(a & b) / len(a | b) if a and b else 0.0


def _sentence(
    how: How, other: OtherList, shared: int, most: int, name: str, today: date | None
) -> str:
    day = say_day(other.day, today).partition(" ")[2]
    whose = f"last time with {other.contact}" if other.same_person else f"for {other.contact}"
    what = (
        f"ask {name} what came after"
        if other.same_person
        else f"change what you would only ask {name}"
    )
    if how == "renamed":
        kept = (
            "the same bank questions as"
            if shared == most
            else f"{shared} of {most} bank questions as"
        )
        return f"{kept} {whose}, {day}, in another name: perhaps one that only {name} can answer"
    if how == "nearly":
        return f"{shared} of {most} questions as {whose}, {day}: {what}"
    return f"the same list as {whose}, {day}: {what}"
