"""The live timer: what the log of an interview means at a given now (S41, S42); it never counts ticks."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args

from infotui.domain.interview import Marks

SegmentKind = Literal["run", "pause", "shown", "decision", "end"]
SEGMENT_KINDS: Final[tuple[str, ...]] = get_args(SegmentKind)

Answer = Literal["wrap up", "go on", "hard stop"]
ANSWERS: Final[tuple[str, ...]] = get_args(Answer)

ZERO: Final = timedelta(0)
_MINUTE: Final = timedelta(minutes=1)


class Segment(NamedTuple):
    """One entry of the append-only log of a live interview.

    `run` starts or resumes, `pause` stops the clock, `shown` keeps that a mark was shown,
    `decision` keeps an answer (to `mark`, or given unasked), `end` closes the log.
    """

    kind: SegmentKind
    at: datetime
    mark: str = ""
    answer: Answer | None = None
    minutes: int = 0
    stop_at: datetime | None = None


class Mark(NamedTuple):
    """A moment at which the live screen speaks up; `key` names it in the log."""

    key: str
    kind: Literal["nudge", "decision"]
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

    @property
    def left(self) -> timedelta:
        """Time until the agreed end; negative when over it."""
        return self.agreed - self.elapsed

    @property
    def over(self) -> timedelta:
        """Overtime beyond the agreed end, or zero."""
        return max(ZERO, -self.left)


def elapsed(log: Sequence[Segment], now: datetime) -> timedelta:
    """Sum what ran up to `now`; a clock that was set back never takes time away twice."""
    total, since = ZERO, None
    for entry in log:
        if entry.kind == "run" and since is None:
            since = entry.at
        elif entry.kind in {"pause", "end"} and since is not None:
            total += max(ZERO, entry.at - since)
            since = None
    if since is not None:
        total += max(ZERO, now - since)
    return total


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

    The nudge and the last mark stand where they were planned. The agreed end moves with the
    answers, and each new one has a key of its own, so that an extension asks again when it is over.
    """
    found = {_nudge_key(marks): Mark(_nudge_key(marks), "nudge", marks.nudge)}
    agreements = [e for e in log if e.kind == "decision"]
    last = agreements[-1] if agreements else None
    if last is None or last.answer != "wrap up":
        end = agreed_end(marks, log, now)
        stop = last.stop_at if last is not None and last.answer == "hard stop" else None
        key = f"stop {stop:%Y-%m-%dT%H:%M}" if stop is not None else f"decide {_spoken(end)}"
        found[key] = Mark(key, "decision", end)
    key = f"decide {_spoken(marks.last)}"
    found.setdefault(key, Mark(key, "decision", marks.last))
    return tuple(sorted(found.values(), key=lambda mark: (mark.at, mark.kind == "decision")))


def _nudge_key(marks: Marks) -> str:
    return f"nudge {_spoken(marks.nudge)}"


def _spoken(length: timedelta) -> str:
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
    )
