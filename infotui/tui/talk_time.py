"""What the timer's log tells of a talk that is over: arrival, decisions at the marks, pauses, gaps (M6)."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from infotui.domain.moment import say_length
from infotui.domain.timer import Segment, elapsed
from infotui.tui.live_lines import minutes, say_long

Fact = tuple[str, str]  # when, by the talk's own clock, and what


def time_facts(log: Sequence[Segment], zone: ZoneInfo) -> list[Fact]:
    """Give what happened to a talk's time, in order.

    Args:
        log: Its log.
        zone: Whose wall clock is said.
    """
    facts: list[Fact] = []
    answered = {e.since: e for e in log if e.kind == "gap" and e.answer is not None}
    for place, entry in enumerate(log):
        at = say_length(elapsed(log[: place + 1], entry.at))
        if entry.kind == "arrived":
            facts.append(("before", f"arrived at {_wall(entry.at, zone)}"))
        elif entry.kind == "run" and not any(e.kind == "run" for e in log[:place]):
            facts.append((at, f"began at {_wall(entry.at, zone)}"))
        elif entry.kind == "decision":
            facts.append((at, _decision(entry, zone)))
        elif entry.kind == "pause":
            facts.append((at, _pause(entry, log[place + 1 :])))
        elif entry.kind == "gap" and entry.answer is None and entry.since is not None:
            facts.append((at, _gap(entry, answered.get(entry.since))))
        elif entry.kind == "resume asked":
            facts.append((at, "my resume was asked for"))
        elif entry.kind == "end":
            facts.append((at, f"ended at {_wall(entry.at, zone)}"))
    return facts if any(entry.kind == "run" for entry in log) else []


def _wall(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def _decision(entry: Segment, zone: ZoneInfo) -> str:
    mark = (
        f"at the mark of {entry.mark.split()[-1]} min: " if entry.mark.startswith("decide") else ""
    )
    if entry.answer == "go on":
        return f"{mark}they went on for {entry.minutes} minutes more"
    if entry.answer == "hard stop" and entry.stop_at is not None:
        return f"{mark}hard stop at {_wall(entry.stop_at, zone)}"
    return f"{mark}{entry.answer}"


def _pause(entry: Segment, after: Sequence[Segment]) -> str:
    on = next((e for e in after if e.kind in {"run", "end"}), None)
    if on is None or on.kind == "end":
        return "paused, and not taken up again"
    return (
        f"paused for {say_long(on.at - entry.at)}"
        if minutes(on.at - entry.at)
        else "paused briefly"
    )


def _gap(entry: Segment, answer: Segment | None) -> str:
    since = entry.since or entry.at
    length: timedelta = abs(entry.at - since)
    kept = {"counted": "counted", "left out": "left out"}.get(
        str(answer and answer.answer), "not said which"
    )
    what = (
        "the clock was set back by"
        if entry.at < since
        else "the computer slept or its clock was set for"
    )
    return f"{what} {say_long(length)}, {kept}"
