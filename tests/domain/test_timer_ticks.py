"""Every mark exactly once: the live timer under late ticks, pauses, answers, kills and a clock set back."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from infotui.domain.clock import instant_of, instant_text
from infotui.domain.interview import Marks
from infotui.domain.timer import Segment, due, elapsed, marks_of, open_decision, read
from tests.domain.builders import START, at, end, run, steady, thorough

USUAL = Marks()


def moment(second: int) -> datetime:
    return START + timedelta(seconds=second)


class Watcher:
    """The live screen at its shortest: at each tick it shows what is due and writes that down."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.stored: list[Segment] = []
        self.told: list[str] = []

    def write(self, entry: Segment) -> None:
        self.stored.append(entry)

    def tick(self, now: datetime) -> None:
        for mark in due(self.marks, self.stored, now):
            assert mark.at <= elapsed(self.stored, now), "a mark was told before its time"
            self.write(Segment("shown", now, mark=mark.key))
            self.told.append(mark.key)

    def be_killed_and_restarted(self) -> None:
        # Nothing survives but what was stored, and that comes back as it is read from its file.
        self.stored = [
            entry._replace(
                at=instant_of(instant_text(entry.at)),
                stop_at=entry.stop_at and instant_of(instant_text(entry.stop_at)),
            )
            for entry in self.stored
        ]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["tick", "tick", "tick", "pause", "run", "kill"]), st.integers(0, 2_400)
    ),
    max_size=25,
)
MARKS = st.lists(st.integers(5, 120), min_size=3, max_size=3).map(
    lambda three: Marks.of_minutes(*sorted(three))
)


@thorough
@given(MARKS, STEPS)
def test_every_mark_is_told_exactly_once_over_any_ticks(
    marks: Marks, steps: list[tuple[str, int]]
) -> None:
    """Ticks as late as forty minutes, pauses, kills: what was reached is told, once, in order."""
    watcher, second = Watcher(marks), 0
    watcher.write(run())
    for what, wait in steps:
        second += wait
        if what == "tick":
            watcher.tick(moment(second))
        elif what == "kill":
            watcher.be_killed_and_restarted()
        else:
            watcher.write(Segment(what, moment(second)))  # type: ignore[arg-type]
    watcher.tick(moment(second))
    spent = elapsed(watcher.stored, moment(second))
    nudge, decision, last = (f"{m}" for m in marks.minutes)
    reached = [f"nudge {nudge}"] if spent >= marks.nudge else []
    reached += [f"decide {decision}"] if spent >= marks.decision else []
    reached += [f"decide {last}"] if spent >= marks.last and last != decision else []
    assert watcher.told == reached


@steady
@given(st.lists(st.integers(0, 4_200), max_size=30), st.lists(st.integers(0, 4_200), max_size=30))
def test_it_does_not_matter_when_the_ticks_come(one: list[int], other: list[int]) -> None:
    told = []
    for ticks in (one, other):
        watcher = Watcher(USUAL)
        watcher.write(run())
        for second in (*sorted(ticks), 4_200):
            watcher.tick(moment(second))
        told.append(watcher.told)
    assert told[0] == told[1] == ["nudge 20", "decide 30", "decide 60"]


ANSWERED_STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["tick", "tick", "pause", "run", "kill", "wrap up", "hard stop", "10", "15", "30"]
        ),
        st.integers(0, 1_500),
    ),
    max_size=30,
)


@thorough
@given(MARKS, ANSWERED_STEPS)
def test_answers_move_marks_but_none_is_told_twice_or_left_out(
    marks: Marks, steps: list[tuple[str, int]]
) -> None:
    watcher, second = Watcher(marks), 0
    watcher.write(run())
    for what, wait in steps:
        second += wait
        now = moment(second)
        if what == "tick":
            watcher.tick(now)
            standing = marks_of(marks, watcher.stored, now)
            reached = {m.key for m in standing if m.at <= elapsed(watcher.stored, now)}
            assert reached <= set(watcher.told)
        elif what == "kill":
            watcher.be_killed_and_restarted()
        elif what in {"pause", "run"}:
            watcher.write(Segment(what, now))  # type: ignore[arg-type]
        elif what == "wrap up":
            watcher.write(Segment("decision", now, answer="wrap up"))
        elif what == "hard stop":
            stop = now + timedelta(minutes=7)
            watcher.write(Segment("decision", now, answer="hard stop", stop_at=stop))
        else:
            watcher.write(Segment("decision", now, answer="go on", minutes=int(what)))
    watcher.tick(moment(second))
    assert len(watcher.told) == len(set(watcher.told))
    assert due(marks, watcher.stored, moment(second)) == ()


def test_a_clock_set_back_repeats_nothing() -> None:
    watcher = Watcher(USUAL)
    watcher.write(run())
    for minute in (10, 21, 31, 5, 12, 22, 35):
        watcher.tick(at(minute))
    assert watcher.told == ["nudge 20", "decide 30"]


def test_an_hour_asleep_tells_everything_at_once_and_asks_only_the_last() -> None:
    log = [run()]
    told = [mark.key for mark in due(USUAL, log, at(75))]
    assert told == ["nudge 20", "decide 30", "decide 60"]
    asked = open_decision(USUAL, log, at(75))
    assert asked is not None
    assert asked.key == "decide 60"


def test_after_the_end_nothing_is_due_and_nothing_is_asked() -> None:
    log = [run(), end(31)]
    assert due(USUAL, log, at(90)) == ()
    assert open_decision(USUAL, log, at(90)) is None
    assert read(USUAL, log, at(90)).ended
