"""The questions of a live talk: on, back, over to any, aside for later."""

from collections.abc import Callable

import pytest

from infotui.domain.errors import IllegalMoveError
from infotui.domain.question import QuestionState
from infotui.services.desks import Desks
from tests.builders import (
    a_contact,
    a_live_interview,
    a_planned_interview,
    later,
)
from tests.fakes import START
from tests.services.live.looks import (
    MINUTE,
    ids,
    line_of,
    parked,
    rows,
    states,
    texts,
    type_line,
    whole,
)

# ── questions ─────────────────────────────────────────────────────────────────────────────────────


def test_a_jump_leaves_what_was_asked_as_it_stands(desks: Desks) -> None:
    talk = a_live_interview(desks)
    first, second, third = (row.id for row in desks.questions.of(talk))
    desks.live.ask(talk, third)
    assert states(desks, talk) == ["planned", "planned", "asking"]
    assert desks.questions.one(first).asked_at is None, "as if it had never been asked"
    desks.live.jot(talk, "said to the third")
    desks.live.ask(talk, second)
    assert states(desks, talk) == ["planned", "asking", "partly"]
    desks.live.ask(talk, third)
    assert states(desks, talk) == ["planned", "planned", "asking"]
    (note,) = desks.live.sheet(talk).notes
    assert note.question_id == third


def test_asking_the_one_that_is_asked_changes_nothing(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    first = desks.questions.of(talk)[0].id
    desks.live.ask(talk, first)
    assert states(desks, talk) == ["asking", "planned", "planned"]


def test_settling_goes_on_in_order_and_comes_back_for_what_was_left(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.ask(talk, desks.questions.of(talk)[1].id)
    desks.live.settle_and_go_on(talk, "answered")
    assert states(desks, talk) == ["planned", "answered", "asking"]
    desks.live.settle_and_go_on(talk, "partly")
    assert states(desks, talk) == ["asking", "answered", "partly"]
    desks.live.settle_and_go_on(talk, "skipped")
    assert states(desks, talk) == ["skipped", "answered", "partly"]
    desks.live.settle_and_go_on(talk, "answered")
    assert states(desks, talk) == ["skipped", "answered", "partly"], "nothing is left to ask"
    assert desks.live.sheet(talk).following is None


def test_a_skipped_question_can_be_asked_after_all(desks: Desks) -> None:
    talk = a_live_interview(desks)
    first = desks.questions.of(talk)[0].id
    desks.live.settle_and_go_on(talk, "skipped")
    desks.live.ask(talk, first)
    assert states(desks, talk) == ["asking", "planned", "planned"]
    assert desks.questions.one(first).asked_at == START


def test_a_question_asked_before_the_start_stays_asked(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.ask(talk, desks.questions.of(talk)[1].id)
    desks.live.start(talk)
    assert states(desks, talk).count("asking") == 1


def test_a_plan_without_questions_goes_live_all_the_same(desks: Desks) -> None:
    talk = desks.plans.plan_with(a_contact(desks))
    desks.questions.remove(desks.questions.of(talk)[0].id)
    desks.live.jot(talk, "said")
    sheet = desks.live.sheet(talk)
    assert (sheet.asking, sheet.following, sheet.notes[0].question_id) == (None, None, None)
    desks.live.settle_and_go_on(talk, "answered")
    desks.live.end(talk)
    assert desks.plans.sheet(talk).interview.state == "held"


def test_the_log_keeps_what_was_asked_when(desks: Desks) -> None:
    talk = a_live_interview(desks)
    first, second, third = ids(desks, talk)
    later(desks, minutes=2)
    desks.live.ask(talk, third)
    later(desks, minutes=3)
    for _ in range(3):
        desks.live.settle_and_go_on(talk, "answered")
    asked = [(e.question_id, e.at) for e in desks.live.sheet(talk).log if e.kind == "asked"]
    now = START + 5 * MINUTE
    assert asked == [
        (first, START),
        (third, START + 2 * MINUTE),
        (first, now),
        (second, now),
        (None, now),
    ]


def test_what_notes_were_taken_under_is_partly_answered_when_one_goes_on(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    desks.live.ask(talk, ids(desks, talk)[2])
    assert states(desks, talk) == ["partly", "planned", "asking"]


# ── skipped, and opened again ─────────────────────────────────────────────────────────────────────


def test_the_one_skipped_last_is_opened_again_first(desks: Desks) -> None:
    talk = a_live_interview(desks)
    for number in (ids(desks, talk)[2], ids(desks, talk)[0]):
        later(desks, minutes=1)
        desks.live.ask(talk, number)
        later(desks, minutes=1)
        desks.live.settle_and_go_on(talk, "skipped")
    assert states(desks, talk) == ["skipped", "asking", "skipped"]
    assert desks.live.unskip(talk) == "1 How did you begin?"
    assert states(desks, talk) == ["planned", "asking", "skipped"]
    assert desks.live.unskip(talk).startswith("3 ")
    assert states(desks, talk) == ["planned", "asking", "planned"]
    before = whole(desks, talk)
    with pytest.raises(IllegalMoveError, match="none to open again"):
        desks.live.unskip(talk)
    assert whole(desks, talk) == before


# ── put aside ─────────────────────────────────────────────────────────────────────────────────────


def test_the_question_being_asked_is_put_aside_and_comes_back_last(desks: Desks) -> None:
    talk = a_live_interview(desks)
    first = ids(desks, talk)[0]
    assert desks.live.park(talk) == "How did you begin?"
    assert states(desks, talk) == ["planned", "asking", "planned"]
    assert parked(desks, talk) == ["How did you begin?"]
    desks.live.settle_and_go_on(talk, "answered")
    assert states(desks, talk) == ["planned", "answered", "asking"]
    desks.live.settle_and_go_on(talk, "answered")
    assert states(desks, talk) == ["asking", "answered", "answered"]
    assert parked(desks, talk) == [], "to ask it is to take it up again"
    assert desks.questions.one(first).asked_at == START


def test_asking_what_was_put_aside_takes_it_up_again(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.park(talk)
    desks.live.ask(talk, ids(desks, talk)[0])
    assert (states(desks, talk)[0], parked(desks, talk)) == ("asking", [])


def test_the_only_question_left_can_be_put_aside(desks: Desks) -> None:
    talk = a_live_interview(desks)
    for _ in range(2):
        desks.live.settle_and_go_on(talk, "answered")
    desks.live.park(talk)
    assert states(desks, talk) == ["answered", "answered", "planned"]
    assert len(parked(desks, talk)) == 1
    following = desks.live.sheet(talk).following
    assert following is not None, "it is the next one all the same"
    assert desks.live.take_back() == "what was put aside"
    assert (states(desks, talk)[2], parked(desks, talk)) == ("asking", [])


def test_without_a_question_or_words_there_is_nothing_to_put_aside(desks: Desks) -> None:
    talk = a_live_interview(desks)
    for _ in range(3):
        desks.live.settle_and_go_on(talk, "answered")
    before = whole(desks, talk)
    for words in ("", "  ", "\x1b"):
        with pytest.raises(IllegalMoveError, match="no question"):
            desks.live.park(talk, words)
    assert whole(desks, talk) == before


def test_words_that_are_put_aside_become_a_question_that_waits(desks: Desks) -> None:
    talk = a_live_interview(desks)
    type_line(desks, talk, "the merger")
    assert desks.live.park(talk, "the merger") == "the merger"
    arisen = desks.questions.of(talk)[-1]
    assert (arisen.text, arisen.origin, arisen.state) == ("the merger", "arisen", "planned")
    assert arisen.parked_at == START
    (note,) = desks.live.sheet(talk).notes
    assert (note.text, note.kind) == ("? the merger", "arisen")
    assert line_of(desks, talk) == ""
    assert states(desks, talk)[0] == "asking", "what is asked stays"


@pytest.mark.parametrize(
    ("line", "words", "waits"),
    [
        ("? the merger", "the merger", ["the merger"]),
        ("* a fact", "a fact", []),
        ("> Jane Doe", "Jane Doe", []),
        ("! send it", "send it", []),
    ],
)
def test_a_line_with_a_sign_keeps_it_when_it_is_put_aside(
    desks: Desks, line: str, words: str, waits: list[str]
) -> None:
    talk = a_live_interview(desks)
    assert desks.live.park(talk, line) == words
    assert texts(desks, talk) == [line]
    assert parked(desks, talk) == waits


# ── taken back ────────────────────────────────────────────────────────────────────────────────────

DEEDS: dict[str, Callable[[Desks, int], object]] = {
    "answered": lambda desks, talk: desks.live.settle_and_go_on(talk, "answered"),
    "partly": lambda desks, talk: desks.live.settle_and_go_on(talk, "partly"),
    "skipped": lambda desks, talk: desks.live.settle_and_go_on(talk, "skipped"),
    "asked the last": lambda desks, talk: desks.live.ask(talk, ids(desks, talk)[-1]),
    "asked what was put aside": lambda desks, talk: desks.live.ask(talk, ids(desks, talk)[0]),
    "opened again": lambda desks, talk: desks.live.unskip(talk),
    "put aside": lambda desks, talk: desks.live.park(talk),
    "words put aside": lambda desks, talk: desks.live.park(talk, "the merger"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_taking_back_leaves_all_as_it_was(desks: Desks, deed: str) -> None:
    talk = a_live_interview(desks, "said", "? more")
    later(desks, minutes=1)
    desks.live.park(talk)
    desks.live.settle_and_go_on(talk, "skipped")
    later(desks, minutes=2)
    before = whole(desks, talk)
    DEEDS[deed](desks, talk)
    assert whole(desks, talk) != before
    later(desks, minutes=1)
    assert desks.live.take_back() != ""
    assert whole(desks, talk) == before


def test_what_was_taken_back_is_still_in_the_file(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.settle_and_go_on(talk, "answered")
    desks.live.take_back()
    logged = rows(desks, "SELECT kind, mark FROM segment ORDER BY id")
    assert logged == [("run", ""), ("asked", ""), ("asked", ""), ("taken back", "asked")]


@pytest.mark.parametrize("how", ["answered", "partly", "skipped"])
def test_a_settled_question_that_is_only_looked_at_again_stays_settled(
    desks: Desks, how: QuestionState
) -> None:
    talk = a_live_interview(desks, "said")
    desks.live.settle_and_go_on(talk, how)
    before = [q.state for q in desks.live.sheet(talk).questions]
    first, second = (q.id for q in desks.live.sheet(talk).questions[:2])
    desks.live.ask(talk, first)
    desks.live.ask(talk, second)
    assert [q.state for q in desks.live.sheet(talk).questions] == before


def test_a_talk_with_nothing_but_a_close_begins_without_a_question(desks: Desks) -> None:
    talk = desks.live.begin_at_once(None, "Jo")
    desks.live.jot(talk, "met on the train")
    sheet = desks.live.sheet(talk)
    assert sheet.asking is None
    assert [note.question_id for note in sheet.notes] == [None]
    desks.live.settle_and_go_on(talk, "answered")
    assert desks.live.sheet(talk).asking is not None
