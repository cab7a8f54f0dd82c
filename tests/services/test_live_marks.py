"""Marks and decisions of a live interview: each mark once, each answer kept, whatever happens between."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.errors import BadInputError
from infotui.domain.kept import live_line
from infotui.domain.timer import Answer
from infotui.services.desks import Desks
from infotui.services.live import LiveSheet
from tests.builders import BERLIN, a_live_interview, clock_of, later, open_desks, reopened
from tests.fakes import START, ManualClock

MINUTE = timedelta(minutes=1)


def shown(desks: Desks, talk: int) -> list[str]:
    return [mark.key for mark in desks.live.show_due(talk)]


def agreed(desks: Desks, talk: int) -> float:
    return desks.live.sheet(talk).at(desks.live.now()).agreed / MINUTE


# ── marks ─────────────────────────────────────────────────────────────────────────────────────────


def test_each_mark_is_shown_once(desks: Desks) -> None:
    talk = a_live_interview(desks)
    at: dict[str, int] = {}
    for minute in range(1, 91):
        later(desks, minutes=1)
        for key in shown(desks, talk) + shown(desks, talk):
            assert key not in at
            at[key] = minute
    assert at == {"nudge 20": 20, "decide 30": 30, "decide 60": 60}


def test_late_ticks_lose_no_mark(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=45)
    assert shown(desks, talk) == ["nudge 20", "decide 30"]
    later(desks, hours=2)
    assert shown(desks, talk) == ["decide 60"]


def test_marks_count_running_time_only(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=19)
    desks.live.pause(talk)
    later(desks, hours=1)
    assert shown(desks, talk) == []
    desks.live.start(talk)
    later(desks, minutes=1)
    assert shown(desks, talk) == ["nudge 20"]


def test_they_said_twenty_five_minutes(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.plans.set_marks(talk, "25")
    later(desks, minutes=25)
    assert shown(desks, talk) == ["nudge 20", "decide 25"]
    assert agreed(desks, talk) == 25


def test_an_ended_talk_has_no_marks(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=45)
    desks.live.end(talk)
    assert shown(desks, talk) == []


def test_a_restart_repeats_no_mark_and_loses_none(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=21)
    assert shown(desks, talk) == ["nudge 20"]
    again = reopened(desks)
    assert shown(again, talk) == []
    again.close()
    later(desks, minutes=10)
    third = open_desks(desks.store.path, clock_of(desks))
    assert shown(third, talk) == ["decide 30"]
    third.close()


# ── decisions ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("minutes", [10, 15, 30])
def test_they_want_to_go_on(desks: Desks, minutes: int) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=31)
    assert desks.live.decide(talk, "go on", minutes) is None
    entry = desks.live.sheet(talk).log[-1]
    assert (entry.kind, entry.mark, entry.answer, entry.minutes) == (
        "decision",
        "decide 30",
        "go on",
        minutes,
    )
    assert agreed(desks, talk) == 31 + minutes
    reading = desks.live.sheet(talk).at(desks.live.now())
    assert reading.open_decision is None


def test_wrapping_up_asks_no_more_until_the_last_mark(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=30)
    shown(desks, talk)
    desks.live.decide(talk, "wrap up")
    assert desks.live.sheet(talk).at(desks.live.now()).wrapping_up
    later(desks, minutes=15)
    assert shown(desks, talk) == []
    later(desks, minutes=15)
    assert shown(desks, talk) == ["decide 60"]


@pytest.mark.parametrize(
    ("text", "minutes"), [("11:45", 45), ("11:31", 31), ("12:15pm", 75), ("11:45am", 45)]
)
def test_a_hard_stop_ends_at_its_time_on_the_wall(desks: Desks, text: str, minutes: int) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=30)
    stop = desks.live.decide(talk, "hard stop", stop_at=text)
    assert stop == START + minutes * MINUTE
    assert agreed(desks, talk) == minutes
    assert desks.live.sheet(talk).log[-1].stop_at == stop


@pytest.mark.parametrize("text", ["11:30", "11:29", "10:00", "soon", "", "25:00", "12:61"])
def test_a_hard_stop_that_is_past_or_no_time_is_refused(desks: Desks, text: str) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=30)
    before = desks.live.sheet(talk)
    with pytest.raises(BadInputError) as refusal:
        desks.live.decide(talk, "hard stop", stop_at=text)
    assert refusal.value.field == "when"
    assert desks.live.sheet(talk) == before


def test_a_hard_stop_may_lie_beyond_midnight(desks: Desks) -> None:
    clock_of(desks).set(START.replace(hour=22, minute=40))
    talk = a_live_interview(desks)
    stop = desks.live.decide(talk, "hard stop", stop_at="0:10")
    assert stop is not None
    assert f"{stop.astimezone(BERLIN):%d %H:%M}" == "24 00:10"


def test_a_hard_stop_of_this_night_is_past_in_the_afternoon(desks: Desks) -> None:
    clock_of(desks).set(START.replace(hour=14, minute=40))
    talk = a_live_interview(desks)
    with pytest.raises(BadInputError):
        desks.live.decide(talk, "hard stop", stop_at="2:50")


@pytest.mark.parametrize("minutes", [0, -5, 121])
def test_nobody_goes_on_for_no_time_or_for_hours(desks: Desks, minutes: int) -> None:
    talk = a_live_interview(desks)
    with pytest.raises(BadInputError):
        desks.live.decide(talk, "go on", minutes)
    assert [entry.kind for entry in desks.live.sheet(talk).log] == ["run"]


def test_an_answer_may_come_unasked(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=5)
    desks.live.decide(talk, "go on", 15)
    assert (desks.live.sheet(talk).log[-1].mark, agreed(desks, talk)) == ("", 45)


def test_a_closed_log_stays_closed(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=5)
    desks.live.end(talk)
    before = desks.live.sheet(talk).log
    desks.live.pause(talk)
    assert desks.live.sheet(talk).log == before


# ── at any moment ─────────────────────────────────────────────────────────────────────────────────

_ANSWERS: tuple[Answer, ...] = ("wrap up", "go on", "hard stop")
_ACTS = st.one_of(
    st.tuples(st.just("jot"), st.sampled_from(["said", "* fact", "? more", "> Jo\n! send"])),
    st.tuples(st.just("type"), st.sampled_from(["", "half", "half a line"])),
    st.tuples(st.just("ask"), st.integers(0, 5)),
    st.tuples(st.just("settle"), st.sampled_from(["answered", "partly", "skipped"])),
    st.tuples(st.sampled_from(["pause", "start", "tick"]), st.none()),
    st.tuples(st.just("wait"), st.integers(1, 40)),
    st.tuples(st.just("decide"), st.sampled_from(_ANSWERS)),
)


class Told:
    """What a talk must have come to, kept beside it in plain values."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.typed = ""
        self.running = True
        self.minutes = 0
        self.shown: list[str] = []


def do(desks: Desks, talk: int, told: Told, act: str, with_: object) -> None:
    """Do one thing, and keep what it must have come to."""
    sheet = desks.live.sheet(talk)
    if act == "jot":
        desks.live.jot(talk, str(with_))
        told.lines += str(with_).split("\n")
        told.typed = ""
    elif act == "type":
        told.typed = str(with_)
        desks.scribe.keep(live_line(sheet.interview.uuid), told.typed)
    elif act == "ask" and isinstance(with_, int):
        desks.live.ask(talk, sheet.questions[with_ % len(sheet.questions)].id)
    elif act == "settle":
        desks.live.settle_and_go_on(talk, with_)  # type: ignore[arg-type]
    elif act in {"pause", "start"}:
        (desks.live.pause if act == "pause" else desks.live.start)(talk)
        told.running = act == "start"
    elif act == "wait" and isinstance(with_, int):
        later(desks, minutes=with_)
        told.minutes += with_ if told.running else 0
    elif act == "decide":
        soon = (desks.live.now() + 10 * MINUTE).astimezone(BERLIN)
        desks.live.decide(talk, with_, 10, f"{soon:%H:%M}")  # type: ignore[arg-type]
    else:
        told.shown += shown(desks, talk)


def look(desks: Desks, talk: int) -> tuple[LiveSheet, str]:
    sheet = desks.live.sheet(talk)
    return sheet, desks.scribe.unfinished(live_line(sheet.interview.uuid))


@settings(max_examples=10, deadline=None, derandomize=True)
@given(acts=st.lists(st.tuples(_ACTS, st.booleans()), max_size=12))
def test_a_talk_survives_quitting_at_any_moment(
    acts: list[tuple[tuple[str, object], bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desks = open_desks(tmp_path_factory.mktemp("live") / "notebook.db", ManualClock())
    talk, told = a_live_interview(desks), Told()
    for (act, with_), quits in acts:
        do(desks, talk, told, act, with_)
        if quits:
            before = look(desks, talk)
            desks = reopened(desks)
            assert look(desks, talk) == before
        sheet, line = look(desks, talk)
        reading = sheet.at(desks.live.now())
        assert reading.elapsed == told.minutes * MINUTE
        assert reading.running == told.running
        assert ([note.text for note in sheet.notes], line) == (told.lines, told.typed)
        assert [q.state for q in sheet.questions].count("asking") <= 1
        assert len(set(told.shown)) == len(told.shown)
    desks.live.end(talk)
    sheet, line = look(desks, talk)
    assert [n.text for n in sheet.notes] == [*told.lines, *([told.typed] if told.typed else [])]
    assert (sheet.interview.state, line) == ("held", "")
    desks.close()
