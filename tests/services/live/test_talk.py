"""Taking back what was done in a talk, and a talk that survives quitting at any moment."""

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infotui.domain.contact import ContactForm
from infotui.domain.errors import IllegalMoveError, InfotuiError
from infotui.domain.kept import live_line
from infotui.domain.question import QuestionState
from infotui.domain.timer import Answer
from infotui.services.desks import Desks
from infotui.services.live import LiveSheet
from infotui.services.undo import Undo
from tests.builders import (
    BERLIN,
    a_held_interview,
    a_live_interview,
    later,
    open_desks,
    reopened,
)
from tests.fakes import ManualClock
from tests.services.live.looks import MINUTE, ids, shown, texts, whole
from tests.tries import tries

# ── taken back ────────────────────────────────────────────────────────────────────────────────────


def test_there_is_nothing_to_take_back_at_first(desks: Desks) -> None:
    talk = a_live_interview(desks)
    before = whole(desks, talk)
    assert desks.live.take_back() == ""
    assert whole(desks, talk) == before


def test_deeds_are_taken_back_the_latest_first(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    desks.live.settle_and_go_on(talk, "skipped")
    desks.live.pause(talk)
    said = [desks.live.take_back() for _ in range(4)]
    assert said == ["the pause", "“skipped”", "the note; its words are in the line again", ""]


def test_what_was_done_outside_of_the_talk_stays(desks: Desks) -> None:
    held = a_held_interview(desks, "* a fact")
    a_live_interview(desks, contact_id=1)
    desks.contacts.add(ContactForm("Li Wei"))
    desks.live.rewrite(desks.live.sheet(held).notes[0].id, "* an odd fact")
    assert desks.live.take_back() == ""
    assert (texts(desks, held), desks.contacts.count()) == (["* an odd fact"], 2)


def test_a_new_talk_begins_with_nothing_to_take_back(desks: Desks) -> None:
    first = a_live_interview(desks, "said")
    desks.live.end(first)
    a_live_interview(desks, contact_id=1)
    assert desks.live.take_back() == ""
    assert texts(desks, first) == ["said"]


def test_a_deed_that_was_refused_is_nothing_to_take_back(desks: Desks) -> None:
    talk = a_live_interview(desks)
    for act in (
        lambda: desks.live.unskip(talk),
        lambda: desks.live.ask(talk, 99),
        lambda: desks.live.decide(talk, "go on", 500),
        lambda: desks.live.decide(talk, "hard stop", stop_at="soon"),
    ):
        with pytest.raises(InfotuiError):
            act()
    assert desks.live.take_back() == ""


JOTTED = (
    "said #tag",
    "* fact #gap",
    "? more",
    "> Jo, solar\n! send it by fri",
    "< a list",
    "$ job",
)
SETTLED: tuple[QuestionState, ...] = ("answered", "partly", "skipped")

DEEDS: dict[str, Callable[[Desks, int, int], object]] = {
    "jot": lambda desks, talk, n: desks.live.jot(talk, JOTTED[n % len(JOTTED)]),
    "settle": lambda desks, talk, n: desks.live.settle_and_go_on(talk, SETTLED[n % 3]),
    "ask": lambda desks, talk, n: desks.live.ask(talk, ids(desks, talk)[n % len(ids(desks, talk))]),
    "put aside": lambda desks, talk, _: desks.live.park(talk),
    "words put aside": lambda desks, talk, n: desks.live.park(talk, JOTTED[n % len(JOTTED)]),
    "open again": lambda desks, talk, _: desks.live.unskip(talk),
    "pause": lambda desks, talk, _: desks.live.pause(talk),
    "go on": lambda desks, talk, _: desks.live.start(talk),
    "arrive": lambda desks, talk, _: desks.live.arrive(talk),
    "decide": lambda desks, talk, n: desks.live.decide(talk, ANSWERS[n % 3], 10, "+10"),
    "delete": lambda desks, talk, n: desks.live.delete_note(_note(desks, talk, n)),
    "rewrite": lambda desks, talk, n: desks.live.rewrite(
        _note(desks, talk, n), (*JOTTED, "")[n % (len(JOTTED) + 1)]
    ),
    "consent": lambda desks, talk, _: desks.live.change_consent(talk),
}  # fmt: skip


def _note(desks: Desks, talk: int, number: int) -> int:
    notes = desks.live.sheet(talk).notes
    return notes[number % len(notes)].id


@settings(max_examples=tries(40), deadline=None, derandomize=True)
@given(deeds=st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 41)), max_size=7))
def test_taking_all_back_gives_what_was_at_the_start(
    deeds: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desks = open_desks(tmp_path_factory.mktemp("live") / "notebook.db", ManualClock())
    talk = a_live_interview(desks, "> Jane Doe #tag", "? the merger", "! send it")
    desks.live.ask(talk, ids(desks, talk)[-1])
    desks.live.ask(talk, ids(desks, talk)[0])
    stages = [whole(desks, talk)]
    desks.live._deeds = Undo()  # the start is here
    for deed, number in deeds:
        later(desks, minutes=1)
        with contextlib.suppress(IllegalMoveError, ZeroDivisionError):  # no note, nothing skipped
            DEEDS[deed](desks, talk, number)
        after = whole(desks, talk)
        if after != stages[-1]:
            stages.append(after)
    later(desks, minutes=1)
    while stages:
        assert whole(desks, talk) == stages.pop()
        assert bool(desks.live.take_back()) == bool(stages)
    desks.close()


# ── at any moment ─────────────────────────────────────────────────────────────────────────────────

ANSWERS: tuple[Answer, ...] = ("wrap up", "go on", "hard stop")
_ACTS = st.one_of(
    st.tuples(st.just("jot"), st.sampled_from(["said", "* fact", "? more", "> Jo\n! send"])),
    st.tuples(st.just("type"), st.sampled_from(["", "half", "half a line"])),
    st.tuples(st.just("ask"), st.integers(0, 5)),
    st.tuples(st.just("settle"), st.sampled_from(["answered", "partly", "skipped"])),
    st.tuples(st.sampled_from(["pause", "start", "tick"]), st.none()),
    st.tuples(st.just("wait"), st.integers(1, 40)),
    st.tuples(st.just("decide"), st.sampled_from(ANSWERS)),
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


@settings(max_examples=tries(10), deadline=None, derandomize=True)
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
