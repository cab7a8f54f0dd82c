"""The live timer: what the log of an interview means at a given now (S41, S42); it never counts ticks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.interview import Marks

SegmentKind = Literal[
    "run", "pause", "shown", "decision", "end", "asked", "gap", "arrived", "resume asked",
    "taken back",
]  # fmt: skip
SEGMENT_KINDS: Final[tuple[str, ...]] = get_args(SegmentKind)

Answer = Literal["wrap up", "go on", "hard stop"]
ANSWERS: Final[tuple[str, ...]] = get_args(Answer)
GapAnswer = Literal["counted", "left out"]
GAP_ANSWERS: Final[tuple[str, ...]] = get_args(GapAnswer)

ZERO: Final = timedelta(0)
_MINUTE: Final = timedelta(minutes=1)


class Segment(NamedTuple):
    """One entry of the append-only log of a live interview.

    `run` starts or resumes, `pause` stops the clock, `shown` keeps that a mark was shown,
    `decision` keeps an answer (to `mark`, or given unasked), `end` closes the log. `asked` keeps
    which question is being asked from then on, none if it names none. `gap` keeps that the machine
    slept or its clock was set since `since`; a second one of the same `since` keeps the answer.
    `arrived` and `resume asked` keep that it happened (S39, S40). `taken back` undoes the entry
    whose kind is its `mark` and whose instant is its `since`: nothing is ever taken out of the log.
    """

    kind: SegmentKind
    at: datetime
    mark: str = ""
    answer: Answer | GapAnswer | None = None
    minutes: int = 0
    stop_at: datetime | None = None
    since: datetime | None = None
    question_id: int | None = None


class Mark(NamedTuple):
    """A moment at which the live screen speaks up; `key` names it in the log."""

    key: str
    kind: Literal["nudge", "decision", "must"]
    at: timedelta


class Reading(NamedTuple):
    """What the timer says at one moment."""

    elapsed: timedelta
    agreed: timedelta
    started: bool
    running: bool
    ended: bool
    wrapping_up: bool
    hard_stop: datetime | None
    open_decision: Mark | None
    due: tuple[Mark, ...]
    open_gap: Segment | None = None
    nudge: timedelta | None = None

    @property
    def left(self) -> timedelta:
        """Time until the agreed end; negative when over it."""
        return self.agreed - self.elapsed

    @property
    def over(self) -> timedelta:
        """Overtime beyond the agreed end, or zero."""
        return max(ZERO, -self.left)


class _Sum:
    """What ran so far, entry by entry."""

    def __init__(self) -> None:
        self.total = ZERO
        self.since: datetime | None = None
        self._gaps: dict[datetime, timedelta] = {}

    def take(self, entry: Segment) -> None:
        """Go on to the next entry of the log."""
        if entry.kind == "run" and self.since is None:
            self.since = entry.at
        elif entry.kind in {"pause", "end"}:
            self.total, self.since = self.at(entry.at), None
        elif entry.kind == "gap" and entry.since is not None:
            self._take_gap(entry, entry.since)

    def _take_gap(self, entry: Segment, since: datetime) -> None:
        if entry.answer == "left out":
            self.total -= self._gaps.pop(since, ZERO)
        elif entry.answer is None and self.since is not None:
            # Up to the gap by the clock as it was, from then on by the clock as it is.
            span = max(ZERO, entry.at - max(since, self.since))
            self.total = self.at(since) + span
            self.since, self._gaps[since] = entry.at, span

    def at(self, now: datetime) -> timedelta:
        """What the clock shows at `now`."""
        return self.total if self.since is None else self.total + max(ZERO, now - self.since)


def elapsed(log: Sequence[Segment], now: datetime) -> timedelta:
    """Sum what ran up to `now`; a clock that was set back never takes time away twice.

    Time asleep counts until the person leaves it out.
    """
    total = _Sum()
    for entry in _up_to_the_end(log):
        total.take(entry)
    return total.at(now)


def _up_to_the_end(log: Sequence[Segment]) -> Sequence[Segment]:
    """Give the log as if nothing came after an end that a person gave by hand, afterwards."""
    if not log or log[-1].kind != "end" or any(entry.kind == "gap" for entry in log):
        return log
    return [entry._replace(at=min(entry.at, log[-1].at)) for entry in log]


def elapsed_at_each(log: Sequence[Segment], moments: Iterable[datetime]) -> Iterator[timedelta]:
    """Give what the clock showed at each moment, the moments in the order in which they were.

    Where the clock was set back, a moment that lies before the one before it is after the change.
    """
    total, place, last = _Sum(), 0, log[0].at if log else None
    for moment in moments:
        past = _past(log, place, moment, last)
        for entry in log[place:past]:
            total.take(entry)
        place, last = past, moment
        yield total.at(moment)


def _past(log: Sequence[Segment], place: int, moment: datetime, last: datetime | None) -> int:
    """How many entries of the log lie before a moment, `last` being the moment before it."""
    while last is not None and moment < last:
        # The clock was set back in between, so all that was logged until then lies before.
        back = next((i for i in range(place, len(log)) if _sets_back(log[i])), None)
        if back is None:
            break
        place, last = back + 1, log[back].at
    while place < len(log) and _lies_before(log[place], moment):
        place += 1
    return place


def _sets_back(entry: Segment) -> bool:
    if entry.kind != "gap" or entry.answer is not None or entry.since is None:
        return False
    return entry.at < entry.since


def _lies_before(entry: Segment, moment: datetime) -> bool:
    if _sets_back(entry) and entry.since is not None:
        # By the clock as it is now it may be earlier than what went before it.
        return entry.since < moment
    return entry.at <= moment


def open_gap(log: Sequence[Segment]) -> Segment | None:
    """Give the latest gap of the clock that the person was not asked about to the end."""
    answered = {e.since for e in log if e.kind == "gap" and e.answer is not None}
    gaps = [e for e in log if e.kind == "gap" and e.answer is None and e.since not in answered]
    return gaps[-1] if gaps and is_running(log) else None


def standing(log: Sequence[Segment]) -> tuple[Segment, ...]:
    """Give the log without what was taken back, and without the entries that say so."""
    stands: list[Segment] = []
    for entry in log:
        if entry.kind != "taken back":
            stands.append(entry)
            continue
        for place in reversed(range(len(stands))):
            if (stands[place].kind, stands[place].at) == (entry.mark, entry.since):
                del stands[place]
                break
    return tuple(stands)


def spent_on(log: Sequence[Segment], now: datetime) -> dict[int, timedelta]:
    """Tell how long each question was being asked up to `now`, by its id, without pauses."""
    total, spent = _Sum(), dict[int, timedelta]()
    # A talk may be ended at a time before what was asked last, and its clock may be set back.
    whole = elapsed(log, now)
    asking: int | None = None
    began = ZERO
    for entry in _settled(log):
        if entry.kind in {"asked", "end"}:
            until = max(began, min(total.at(entry.at), whole))
            _spend(spent, asking, until - began)
            asking, began = entry.question_id, until
        total.take(entry)
    _spend(spent, asking, min(total.at(now), whole) - began)
    return spent


def _settled(log: Sequence[Segment]) -> Iterator[Segment]:
    """Give the log with a gap left out at once, so that it is taken from what was asked in it."""
    out = {e.since for e in log if e.kind == "gap" and e.answer == "left out"}
    for entry in log:
        yield entry
        if entry.kind == "gap" and entry.answer is None and entry.since in out:
            yield entry._replace(answer="left out")


def _spend(spent: dict[int, timedelta], question: int | None, length: timedelta) -> None:
    if question is not None:
        spent[question] = spent.get(question, ZERO) + max(ZERO, length)


def is_running(log: Sequence[Segment]) -> bool:
    """Whether the clock runs: started, not paused, not ended."""
    last = next((e.kind for e in reversed(log) if e.kind in {"run", "pause", "end"}), None)
    return last == "run"


def agreed_end(marks: Marks, log: Sequence[Segment], now: datetime) -> timedelta:
    """Tell how long the talk is agreed to last, as elapsed time.

    It begins at the decision mark. "They want to go on" adds minutes to the agreed end, or to the
    whole minute of the answer when that came later; a hard stop sets the end at a wall-clock time.
    """
    end, stop = marks.decision, None
    for index, entry in enumerate(log):
        if entry.kind != "decision":
            continue
        if entry.answer == "hard stop":
            stop = entry.stop_at
        elif entry.answer == "go on":
            before = log[:index]
            if stop is not None:
                end, stop = _elapsed_at(before, entry.at, stop), None
            whole = elapsed(before, entry.at) // _MINUTE * _MINUTE
            end = max(end, whole) + timedelta(minutes=entry.minutes)
    return end if stop is None else _elapsed_at(log, now, stop)


def _elapsed_at(log: Sequence[Segment], now: datetime, stop: datetime) -> timedelta:
    """What the clock shows at `stop`, seen from `now`: known if past, else as if it ran on."""
    if stop > now:
        return elapsed(log, now) + (stop - now)
    # Seen from later on: what ran after the stop does not count to it.
    return elapsed([e._replace(at=min(e.at, stop)) for e in log], stop)


def marks_of(marks: Marks, log: Sequence[Segment], now: datetime) -> tuple[Mark, ...]:
    """List the moments at which something is said, in order of their time.

    The last mark stands where it was planned, and the nudge too unless the agreed end comes before
    it. The agreed end moves with the answers, and each new one has a key of its own, so that an
    extension asks again when it is over.
    """
    found = {mark.key: mark for mark in _nudges(marks, log)}
    agreements = [e for e in log if e.kind == "decision"]
    last = agreements[-1] if agreements else None
    if last is None or last.answer != "wrap up":
        end = agreed_end(marks, log, now)
        stop = last.stop_at if last is not None and last.answer == "hard stop" else None
        key = f"stop {stop:%Y-%m-%dT%H:%M}" if stop is not None else f"decide {spoken(end)}"
        found[key] = Mark(key, "decision", end)
    key = f"decide {spoken(marks.last)}"
    found.setdefault(key, Mark(key, "decision", marks.last))
    return tuple(sorted(found.values(), key=lambda mark: (mark.at, mark.kind == "decision")))


def _nudges(marks: Marks, log: Sequence[Segment]) -> Iterator[Mark]:
    """Give the one nudge: as planned, or at two thirds of an agreed end that lies before it."""
    shown = next((e.mark for e in log if e.kind == "shown" and e.mark.startswith("nudge")), "")
    planned = Mark(f"nudge {spoken(marks.nudge)}", "nudge", marks.nudge)
    said = max((i for i, e in enumerate(log) if e.kind == "decision"), default=None)
    if shown or said is None:
        yield planned._replace(key=shown or planned.key)
        return
    # The end as it was agreed then: what a pause takes from it later moves no mark.
    end = agreed_end(marks, log[: said + 1], log[said].at)
    at = end * 2 // 3 // _MINUTE * _MINUTE
    if end > marks.nudge or end >= marks.decision:
        yield planned
    elif at > elapsed(log[:said], log[said].at):
        yield Mark(f"nudge {spoken(at)}", "nudge", at)


def spoken(length: timedelta) -> str:
    """Say a length in the key of a mark: `30`, `12:30`."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return f"{minutes}" if not seconds else f"{minutes}:{seconds:02}"


def _wraps_up(log: Sequence[Segment]) -> bool:
    answers = [e.answer for e in log if e.kind == "decision"]
    return bool(answers) and answers[-1] == "wrap up"


def due(marks: Marks, log: Sequence[Segment], now: datetime) -> tuple[Mark, ...]:
    """Give the marks that are reached and were never shown; none is lost after a late tick."""
    if any(e.kind == "end" for e in log):
        return ()
    shown = {e.mark for e in log if e.kind == "shown"}
    reached = elapsed(log, now)
    return tuple(m for m in marks_of(marks, log, now) if m.at <= reached and m.key not in shown)


def open_decision(marks: Marks, log: Sequence[Segment], now: datetime) -> Mark | None:
    """Give the latest decision mark that is reached and not answered; it stays until it is.

    An answer given after a mark was reached settles that mark and every earlier one.
    """
    if any(e.kind == "end" for e in log):
        return None
    reached = elapsed(log, now)
    answers = [elapsed(log[:i], e.at) for i, e in enumerate(log) if e.kind == "decision"]
    settled = max(answers, default=timedelta(seconds=-1))
    reached_marks = [m for m in marks_of(marks, log, now) if m.kind == "decision"]
    for mark in reversed(reached_marks):
        # A hard stop comes from the latest answer, so none can have settled it.
        if mark.at <= reached and (settled < mark.at or mark.key.startswith("stop")):
            return mark
    return None


def read(marks: Marks, log: Sequence[Segment], now: datetime) -> Reading:
    """Give everything the live screen shows of the time, at `now`."""
    stops = [e for e in log if e.kind == "decision" and e.answer in {"hard stop", "go on"}]
    hard = stops[-1].stop_at if stops and stops[-1].answer == "hard stop" else None
    return Reading(
        elapsed=elapsed(log, now),
        agreed=agreed_end(marks, log, now),
        started=any(e.kind == "run" for e in log),
        running=is_running(log),
        ended=any(e.kind == "end" for e in log),
        wrapping_up=_wraps_up(log),
        hard_stop=hard,
        open_decision=open_decision(marks, log, now),
        due=due(marks, log, now),
        open_gap=open_gap(log),
        nudge=next((mark.at for mark in _nudges(marks, log)), None),
    )
