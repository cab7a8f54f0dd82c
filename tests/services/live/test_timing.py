"""The clock of a live talk: start, pause, gaps of the machine's clock, what is kept once."""

import pytest

from infotui.domain.errors import IllegalMoveError, NotFoundError
from infotui.services.desks import Desks
from tests.builders import (
    BERLIN,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
    reopened,
)
from tests.fakes import START
from tests.services.live.looks import MINUTE, elapsed, kinds, shown

# ── the clock ─────────────────────────────────────────────────────────────────────────────────────


def test_starting_makes_it_live_in_focus_and_asks_the_first(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.plans.focus(None)
    desks.live.start(talk)
    sheet = desks.live.sheet(talk)
    assert (sheet.interview.state, sheet.interview.started_at) == ("live", START)
    assert sheet.asking == sheet.questions[0]
    assert sheet.following == sheet.questions[1]
    focus = desks.plans.in_focus()
    interrupted = desks.live.interrupted()
    assert focus is not None
    assert interrupted is not None
    assert focus.id == interrupted.id == talk


def test_starting_twice_is_starting_once(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.start(talk)
    later(desks, minutes=3)
    before = desks.live.sheet(talk)
    desks.live.start(talk)
    assert desks.live.sheet(talk) == before
    assert elapsed(desks, talk) == 3 * MINUTE


def test_a_pause_stops_the_clock_until_it_goes_on(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=5)
    desks.live.pause(talk)
    desks.live.pause(talk)
    later(desks, minutes=7)
    assert elapsed(desks, talk) == 5 * MINUTE
    desks.live.start(talk)
    later(desks, minutes=2)
    assert elapsed(desks, talk) == 7 * MINUTE
    assert kinds(desks, talk) == ["run", "asked", "pause", "run"]


def test_pausing_what_never_ran_does_nothing(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.pause(talk)
    assert desks.live.sheet(talk).log == ()
    assert desks.plans.sheet(talk).interview.state == "scheduled"


def test_only_one_is_live(desks: Desks) -> None:
    first, second = a_live_interview(desks), a_planned_interview(desks)
    before = desks.live.sheet(second)
    for act in (lambda: desks.live.start(second), lambda: desks.live.jot(second, "said")):
        with pytest.raises(IllegalMoveError, match="Another interview is live"):
            act()
    assert desks.live.sheet(second) == before
    desks.live.end(first)
    desks.live.start(second)
    assert desks.plans.sheet(second).interview.state == "live"


def test_what_was_held_does_not_become_live_again(desks: Desks) -> None:
    talk = a_held_interview(desks, "said")
    before = desks.live.sheet(talk)
    for act in (lambda: desks.live.start(talk), lambda: desks.live.jot(talk, "more")):
        with pytest.raises(IllegalMoveError, match="has been held"):
            act()
    assert desks.live.sheet(talk) == before


def test_the_marks_of_the_start_hold_when_settings_change(desks: Desks) -> None:
    talk = a_live_interview(desks)
    other = Desks(desks.store, desks.clock, desks.settings.__class__(nudge=10), BERLIN)
    assert other.live.sheet(talk).marks.minutes == (20, 30, 60)


def test_a_talk_that_is_gone_is_said(desks: Desks) -> None:
    for act in (
        lambda: desks.live.sheet(9),
        lambda: desks.live.start(9),
        lambda: desks.live.jot(9, "said"),
        lambda: desks.live.end(9),
        lambda: desks.live.rewrite(9, "said"),
    ):
        with pytest.raises(NotFoundError):
            act()


# ── taking back what was done to the clock ────────────────────────────────────────────────────────


def test_a_pause_that_is_taken_back_costs_no_time(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=5)
    desks.live.pause(talk)
    later(desks, minutes=4)
    assert desks.live.take_back() == "the pause"
    assert elapsed(desks, talk) == 9 * MINUTE
    later(desks, minutes=1)
    assert elapsed(desks, talk) == 10 * MINUTE
    assert kinds(desks, talk) == ["run", "asked"]


def test_going_on_that_is_taken_back_was_a_pause_all_along(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=5)
    desks.live.pause(talk)
    later(desks, minutes=4)
    desks.live.start(talk)
    later(desks, minutes=3)
    assert desks.live.take_back() == "going on"
    assert elapsed(desks, talk) == 5 * MINUTE


def test_a_pause_of_a_clock_that_stands_is_nothing_to_take_back(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.pause(talk)
    desks.live.pause(talk)
    desks.live.take_back()
    assert kinds(desks, talk) == ["run", "asked"]
    assert desks.live.take_back() == ""


def test_the_start_is_not_taken_back(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.arrive(talk)
    desks.live.start(talk)
    assert desks.live.take_back() == ""
    assert kinds(desks, talk) == ["arrived", "run", "asked"]


# ── gaps of the machine's clock ───────────────────────────────────────────────────────────────────


def asleep(desks: Desks, minutes: float) -> int:
    """A talk in whose fifth minute the machine fell asleep, and woke so much later."""
    talk = a_live_interview(desks)
    later(desks, minutes=5)
    since = desks.live.now()
    later(desks, minutes=minutes)
    desks.live.notice_gap(talk, since)
    return talk


def test_time_asleep_counts_until_it_is_left_out(desks: Desks) -> None:
    talk = asleep(desks, 20)
    gap = desks.live.sheet(talk).at(desks.live.now()).open_gap
    assert gap is not None
    assert (gap.since, gap.at) == (START + 5 * MINUTE, START + 25 * MINUTE)
    assert elapsed(desks, talk) == 25 * MINUTE
    later(desks, minutes=1)
    desks.live.answer_gap(talk, "left out")
    assert elapsed(desks, talk) == 6 * MINUTE
    assert desks.live.sheet(talk).at(desks.live.now()).open_gap is None


def test_the_answer_to_a_gap_can_be_taken_back(desks: Desks) -> None:
    talk = asleep(desks, 20)
    desks.live.answer_gap(talk, "left out")
    assert desks.live.take_back() == "“left out”"
    assert elapsed(desks, talk) == 25 * MINUTE
    assert desks.live.sheet(talk).at(desks.live.now()).open_gap is not None
    desks.live.answer_gap(talk, "counted")
    assert elapsed(desks, talk) == 25 * MINUTE
    assert desks.live.sheet(talk).at(desks.live.now()).open_gap is None


def test_a_gap_is_answered_once(desks: Desks) -> None:
    talk = asleep(desks, 20)
    desks.live.answer_gap(talk, "counted")
    before = kinds(desks, talk)
    desks.live.answer_gap(talk, "left out")
    assert (kinds(desks, talk), elapsed(desks, talk)) == (before, 25 * MINUTE)


def test_a_clock_that_was_set_back_takes_no_time_away(desks: Desks) -> None:
    talk = asleep(desks, -60)
    assert elapsed(desks, talk) == 5 * MINUTE
    later(desks, minutes=3)
    assert elapsed(desks, talk) == 8 * MINUTE


def test_a_clock_that_stands_has_no_gap(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.pause(talk)
    since = desks.live.now()
    later(desks, hours=2)
    desks.live.notice_gap(talk, since)
    assert kinds(desks, talk) == ["run", "asked", "pause"]


def test_an_open_gap_is_still_asked_about_after_a_restart(desks: Desks) -> None:
    talk = asleep(desks, 20)
    again = reopened(desks)
    assert again.live.sheet(talk).at(again.live.now()).open_gap is not None
    again.close()


# ── what is kept once ─────────────────────────────────────────────────────────────────────────────


def test_arrival_and_the_ask_for_a_resume_are_kept_once(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.arrive(talk)
    later(desks, minutes=5)
    desks.live.arrive(talk)
    desks.live.start(talk)
    for _ in range(2):
        later(desks, minutes=1)
        desks.live.resume_asked(talk)
    entries = [(e.kind, e.at) for e in desks.live.sheet(talk).log if e.kind not in {"run", "asked"}]
    assert entries == [("arrived", START), ("resume asked", START + 6 * MINUTE)]
    assert desks.live.take_back() == "“resume asked”"
    assert kinds(desks, talk) == ["arrived", "run", "asked"]
    desks.live.resume_asked(talk)
    assert kinds(desks, talk)[-1] == "resume asked"


def test_a_reader_tells_no_mark_and_notices_no_gap(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=31)
    reader = Desks.open(desks.store.path, desks.settings, desks.clock, only_read=True)
    assert reader.live.show_due(talk) == ()
    reader.live.notice_gap(talk, START)
    assert kinds(reader, talk) == ["run", "asked"]
    reader.close()
    assert shown(desks, talk) != [], "whoever writes tells it"


def test_a_clock_set_back_while_nobody_looked_is_noticed_once(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=10)
    desks.live.jot(talk, "ten minutes")
    assert not desks.live.notice_set_back(talk)
    later(desks, minutes=-60)
    assert desks.live.notice_set_back(talk)
    assert not desks.live.notice_set_back(talk)
    later(desks, minutes=5)
    reading = desks.live.sheet(talk).at(desks.live.now())
    assert reading.open_gap is not None
    assert reading.elapsed == 15 * MINUTE
    desks.live.end(talk)
    assert desks.live.sheet(talk).interview.state == "held"


def test_the_last_sign_of_life_is_a_persons_and_no_later_than_now(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, minutes=10)
    desks.live.jot(talk, "ten minutes")
    last = desks.live.now()
    later(desks, hours=5)
    assert desks.live.show_due(talk)
    assert desks.live.last_sign_of_life(talk) == last
    desks.live.end_when_last_alive(talk)
    assert desks.live.sheet(talk).interview.ended_at == last


def test_where_the_clock_was_set_back_before_the_start_it_ends_now(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    later(desks, hours=-2)
    assert desks.live.last_sign_of_life(talk) == desks.live.now()
    desks.live.end_when_last_alive(talk)
    assert desks.live.sheet(talk).interview.state == "held"


def test_a_talk_begun_by_mistake_is_planned_as_before(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    before = (desks.plans.sheet(talk), desks.questions.of(talk))
    desks.live.start(talk)
    later(desks, minutes=2)
    assert desks.live.take_back() == "", "a key pressed blind does not end the talk"
    assert desks.undo.take_back() == "the beginning of the talk; it is planned as before"
    assert (desks.plans.sheet(talk), desks.questions.of(talk)) == before
    assert not desks.live.sheet(talk).at(desks.live.now()).started
    desks.live.jot(talk, "hello")  # in earnest, on its day
    assert desks.live.sheet(talk).at(desks.live.now()).elapsed.total_seconds() == 0
    with pytest.raises(IllegalMoveError, match="has gone on by now"):
        desks.undo.take_back()
    assert desks.plans.sheet(talk).interview.state == "live"
