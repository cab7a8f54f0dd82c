"""What the live screen shows: what still fits, by the person's own history, and a must told once (M1)."""

from collections.abc import Sequence

import pytest

from infotui.services.desks import Desks
from tests.builders import (
    a_contact,
    a_live_interview,
    a_planned_interview,
    clock_of,
    later,
    open_desks,
    reopened,
)
from tests.services.live.looks import MINUTE, ids, shown

# A plan of the builders: two questions of one's own, and the must of the close.


def estimates(desks: Desks, talk: int) -> list[float]:
    sheet = desks.live.sheet(talk)
    return [sheet.estimates[q.id] / MINUTE for q in sheet.questions if q.id in sheet.estimates]


def a_bank_question(desks: Desks, talk: int) -> int:
    """Pick the same entry of the bank for every talk; give the question's id."""
    entry = next(q for q in desks.bank.questions if q.phase == "middle")
    return desks.questions.pick(talk, entry.id)


def a_talk_that_took(desks: Desks, minutes: int, how: str = "answered") -> None:
    """Hold a talk in which the bank question took so long."""
    talk = desks.plans.plan_with(a_contact(desks))
    question = a_bank_question(desks, talk)
    desks.live.start(talk)
    desks.live.ask(talk, question)
    later(desks, minutes=minutes)
    desks.live.settle_and_go_on(talk, how)  # type: ignore[arg-type]
    later(desks, minutes=1)
    desks.live.end(talk)


# ── how long each takes ───────────────────────────────────────────────────────────────────────────


def test_without_a_history_a_question_takes_three_minutes_and_a_must_four(desks: Desks) -> None:
    assert estimates(desks, a_planned_interview(desks)) == [3, 3, 4]


def test_a_question_takes_as_long_as_it_took_in_earlier_talks(desks: Desks) -> None:
    a_talk_that_took(desks, 6)
    a_talk_that_took(desks, 8)
    talk = a_planned_interview(desks, 1, questions=())
    question = a_bank_question(desks, talk)
    assert desks.live.sheet(talk).estimates[question] == 7 * MINUTE
    again = reopened(desks)
    assert again.live.sheet(talk).estimates[question] == 7 * MINUTE
    again.close()


@pytest.mark.parametrize(("how", "minutes"), [("partly", 6), ("skipped", 3), ("planned", 3)])
def test_only_what_was_answered_tells_how_long_it_takes(
    desks: Desks, how: str, minutes: int
) -> None:
    a_talk_that_took(desks, 6, how)
    talk = a_planned_interview(desks, 1, questions=())
    question = a_bank_question(desks, talk)
    assert desks.live.sheet(talk).estimates[question] == minutes * MINUTE


def test_what_was_accepted_goes_before_the_history(desks: Desks) -> None:
    a_talk_that_took(desks, 6)
    talk = a_planned_interview(desks, 1, questions=())
    question = a_bank_question(desks, talk)
    desks.store.reading().execute(
        "UPDATE question SET estimate_seconds = 90 WHERE id = ?", (question,)
    )
    assert desks.live.sheet(talk).estimates[question] == 1.5 * MINUTE


def test_a_question_of_ones_own_has_no_history(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=9)
    desks.live.settle_and_go_on(talk, "answered")
    desks.live.end(talk)
    assert estimates(desks, a_planned_interview(desks, 1)) == [3, 3, 4]


def test_what_is_settled_needs_no_estimate(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.settle_and_go_on(talk, "answered")
    assert list(desks.live.sheet(talk).estimates) == ids(desks, talk)[1:]


# ── what still fits ───────────────────────────────────────────────────────────────────────────────


def fits(desks: Desks, talk: int) -> Sequence[int]:
    """The places in the plan of what still fits, in order of importance."""
    places = {q.id: q.position for q in desks.live.sheet(talk).questions}
    return [places[i] for i in desks.live.sheet(talk).budget(desks.live.now()).fitting]


def test_less_and_less_fits_as_the_clock_runs(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.ask(talk, ids(desks, talk)[1])
    seen = {}
    for minute in range(31):
        seen[minute] = fits(desks, talk)
        later(desks, minutes=1)
    # 10 minutes of questions and 3 for the close; the one asked had its 3 minutes after the third.
    assert [m for m in seen if seen[m] == [3, 1, 2]] == list(range(21))
    assert [m for m in seen if seen[m] == [3]] == [21, 22, 23]
    assert [m for m in seen if seen[m] == []] == list(range(24, 31))


def test_a_pause_takes_nothing_from_what_fits(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=20)
    before = fits(desks, talk)
    desks.live.pause(talk)
    later(desks, minutes=20)
    assert fits(desks, talk) == before


@pytest.mark.parametrize(
    ("minutes", "stop", "places"), [(15, "", [3, 1, 2]), (0, "+9", [3, 1]), (0, "+5", [])]
)
def test_what_fits_follows_the_agreed_end(
    desks: Desks, minutes: int, stop: str, places: list[int]
) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=24)
    desks.live.decide(talk, "hard stop" if stop else "go on", minutes, stop)
    assert fits(desks, talk) == places


# ── a must that no longer fits ────────────────────────────────────────────────────────────────────


def musts(desks: Desks, talk: int) -> list[str]:
    return [key for key in shown(desks, talk) if key.startswith("must")]


def test_a_must_that_no_longer_fits_is_told_once_however_often_one_starts(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=23)
    assert musts(desks, talk) == []
    later(desks, minutes=1)
    assert musts(desks, talk) == ["must 30"]
    assert musts(desks, talk) == []
    again = reopened(desks)
    later(desks, minutes=2)
    assert musts(again, talk) == []
    again.close()


def test_it_is_told_again_when_it_no_longer_fits_into_the_time_that_was_added(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=25)
    assert musts(desks, talk) == ["must 30"]
    desks.live.decide(talk, "go on", 10)
    told = {}
    for minute in range(25, 41):
        for key in musts(desks, talk):
            told[minute] = key
        later(desks, minutes=1)
    assert told == {34: "must 40"}


def test_when_more_time_is_taken_back_nothing_is_told_again(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=25)
    musts(desks, talk)
    desks.live.decide(talk, "go on", 10)
    desks.live.take_back()
    assert musts(desks, talk) == []


def test_a_hard_stop_is_one_end_whatever_pauses_take_from_it(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.decide(talk, "hard stop", stop_at="+12")
    later(desks, minutes=6)
    assert musts(desks, talk) == ["must 2026-11-23T10:12"]
    desks.live.pause(talk)
    later(desks, minutes=1)
    desks.live.start(talk)
    assert musts(desks, talk) == []


def test_a_must_is_not_told_while_wrapping_up_over_time_or_while_the_clock_stands(
    desks: Desks,
) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=25)
    desks.live.pause(talk)
    assert musts(desks, talk) == []
    desks.live.start(talk)
    desks.live.decide(talk, "wrap up")
    assert musts(desks, talk) == []
    desks.live.take_back()
    later(desks, minutes=5)
    assert musts(desks, talk) == [], "the end is reached"
    later(desks, minutes=5)
    assert musts(desks, talk) == [], "and passed"


def test_a_must_that_was_dropped_or_asked_is_not_told(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=20)
    desks.live.ask(talk, ids(desks, talk)[-1])
    later(desks, minutes=9)
    assert musts(desks, talk) == [], "it has its time, and all that is left"
    desks.live.settle_and_go_on(talk, "skipped")
    assert musts(desks, talk) == []


def test_what_is_shown_survives_quitting(desks: Desks) -> None:
    talk = a_live_interview(desks, "said", "? more")
    later(desks, minutes=3)
    before = desks.live.sheet(talk)
    desks.close()
    again = open_desks(desks.store.path, clock_of(desks))
    assert again.live.sheet(talk) == before
    assert again.live.sheet(talk).budget(again.live.now()) == before.budget(again.live.now())
    again.close()


# ── while nobody knows whether time asleep counts ─────────────────────────────────────────────────


def asleep_for(desks: Desks, before: int, minutes: int) -> int:
    """A talk in which the machine slept, after so many minutes, for so many more."""
    talk = a_live_interview(desks)
    later(desks, minutes=before)
    since = desks.live.now()
    later(desks, minutes=minutes)
    desks.live.notice_gap(talk, since)
    return talk


def test_no_mark_is_told_of_time_that_may_be_left_out(desks: Desks) -> None:
    talk = asleep_for(desks, 5, 21)
    assert shown(desks, talk) == []
    desks.live.answer_gap(talk, "left out")
    assert shown(desks, talk) == []
    later(desks, minutes=15)
    assert shown(desks, talk) == ["nudge 20"]


def test_marks_of_time_that_counts_after_all_are_told_then(desks: Desks) -> None:
    talk = asleep_for(desks, 5, 21)
    desks.live.answer_gap(talk, "counted")
    assert shown(desks, talk) == ["nudge 20", "must 30"]


def test_a_mark_that_is_reached_either_way_is_told_at_once(desks: Desks) -> None:
    talk = asleep_for(desks, 22, 5)
    assert shown(desks, talk) == ["nudge 20"]
    desks.live.answer_gap(talk, "left out")
    assert shown(desks, talk) == []
