"""The question budget (M1): which open questions still fit until the agreed end; it knows no screen."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import accumulate
from statistics import median
from typing import Final, NamedTuple

from infotui.domain.question import IMPORTANCES, OPEN, QuestionRow

RESERVE: Final = timedelta(minutes=3)  # kept for the close
USUAL: Final = timedelta(minutes=3)
USUAL_MUST: Final = timedelta(minutes=4)


class Budget(NamedTuple):
    """What still fits, in order of importance, and what does not; ids of questions."""

    room: timedelta
    fitting: tuple[int, ...]
    left_out: tuple[int, ...]
    musts_left_out: tuple[int, ...]


def estimate(
    importance: str, earlier: Sequence[timedelta] = (), accepted: timedelta | None = None
) -> timedelta:
    """Tell how long a question will take.

    Args:
        importance: must, should or could.
        earlier: How long the same question of the bank took in earlier talks.
        accepted: What the person accepted after a rehearsal (M7); it goes before all else.

    Returns:
        The accepted time, else the person's own median, else 3 minutes, for a must 4.
    """
    if accepted is not None:
        return accepted
    if earlier:
        return timedelta(seconds=round(median(length.total_seconds() for length in earlier)))
    return USUAL_MUST if importance == "must" else USUAL


def budget(
    questions: Sequence[QuestionRow],
    estimates: Mapping[int, timedelta],
    spent: Mapping[int, timedelta],
    left: timedelta,
) -> Budget:
    """Tell what still fits: as long a beginning of the open questions, by importance, as there is room for.

    Args:
        questions: The plan, in the person's order.
        estimates: How long each question takes.
        spent: What was spent on each already; it counts for the question being asked.
        left: Time until the agreed end; negative when over it.

    Returns:
        Together the fitting questions never need more than `left` less the close's reserve, and
        less time never adds one. A question that does not fit ends the beginning: a could never
        takes the place of a must.
    """
    room = left - RESERVE
    order = sorted(
        (q for q in questions if q.state in OPEN),
        key=lambda q: (IMPORTANCES.index(q.importance), q.position),
    )
    needs = [_need(question, estimates, spent) for question in order]
    # Within the reserve nothing fits, not even a question that had its time and needs no more: when
    # it came to need nothing, less time would have added it.
    count = sum(used <= room for used in accumulate(needs))
    left_out = order[count:]
    # A must that is being asked and had its time is no must that found no room.
    musts = [q.id for q, need in zip(order, needs, strict=True) if q.importance == "must" and need]
    return Budget(
        max(timedelta(0), room),
        tuple(q.id for q in order[:count]),
        tuple(q.id for q in left_out),
        tuple(q.id for q in left_out if q.id in musts),
    )


def _need(
    question: QuestionRow, estimates: Mapping[int, timedelta], spent: Mapping[int, timedelta]
) -> timedelta:
    whole = estimates.get(question.id, estimate(question.importance))
    if question.state != "asking":
        return whole
    return max(timedelta(0), whole - spent.get(question.id, timedelta(0)))
