"""The desk of plans: time in words, place, goals, marks, the day sheet; each change can be taken back."""

import contextlib
from datetime import datetime, timedelta
from typing import Any

import pytest

from infotui.config.settings import Settings
from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.goal import GOAL_KINDS, GOAL_WORDS
from infotui.domain.kept import Kept
from infotui.services.desks import Desks
from infotui.storage.store import Store
from tests.builders import (
    BERLIN,
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    clock_of,
    later,
    shipped_bank,
)
from tests.fakes import START


def berlin(desks: Desks, talk: int) -> str:
    when = desks.plans.sheet(talk).interview.scheduled_at
    return "" if when is None else f"{when.astimezone(BERLIN):%Y-%m-%d %H:%M}"


# ── beginning ─────────────────────────────────────────────────────────────────────────────────────


def test_a_plan_begins_as_an_idea_with_the_question_for_others(desks: Desks) -> None:
    talk = desks.plans.plan_with(a_contact(desks, field="energy"))
    focus = desks.plans.in_focus()
    assert focus is not None
    assert (focus.id, focus.state, focus.field, focus.zone) == (
        talk,
        "idea",
        "energy",
        "Europe/Berlin",
    )
    (close,) = desks.plans.questions(talk)
    assert (close.bank_id, close.phase, close.importance) == ("who-else", "close", "must")
    assert "about energy" in close.text


def test_a_field_that_is_not_known_is_the_one_i_look_at(desks: Desks) -> None:
    looking = Desks(desks.store, desks.clock, Settings(field="law"), BERLIN, shipped_bank())
    talk = looking.plans.plan_with(a_contact(desks))
    assert looking.plans.sheet(talk).interview.field == "law"


def test_a_plan_needs_its_contact(desks: Desks) -> None:
    with pytest.raises(NotFoundError, match="contact"):
        desks.plans.plan_with(7)
    assert desks.plans.ahead() == []
    with pytest.raises(NotFoundError, match="interview"):
        desks.plans.sheet(7)


# ── time ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("thu 15:00", "2026-11-26 15:00"),
        ("26 nov 3pm", "2026-11-26 15:00"),
        ("tomorrow 9:30", "2026-11-24 09:30"),
        ("in two weeks 9:30", "2026-12-07 09:30"),
        ("2027-06-01 08:15", "2027-06-01 08:15"),
        ("today 11:00", "2026-11-23 11:00"),  # this very minute
    ],
)
def test_a_time_is_understood_in_words(desks: Desks, words: str, meant: str) -> None:
    talk = a_planned_interview(desks, when="")
    given = desks.scheduling.set_time(talk, words)
    row = desks.plans.sheet(talk).interview
    assert (berlin(desks, talk), row.scheduled_at) == (meant, given)
    assert (row.state, row.zone) == ("scheduled", "Europe/Berlin")


@pytest.mark.parametrize(
    "words", ["today 10:59", "2026-11-22 15:00", "yesterday 9:00", "whenever", "thu", "3/4 15:00"]
)
def test_a_time_that_is_past_or_unclear_is_refused(desks: Desks, words: str) -> None:
    talk = a_planned_interview(desks, when="fri 9:00")
    with pytest.raises(BadInputError) as refusal:
        desks.scheduling.set_time(talk, words)
    assert refusal.value.field == "when"
    assert berlin(desks, talk) == "2026-11-27 09:00"


def test_moving_to_another_time_is_kept_with_its_reason(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="thu 15:00")
    desks.scheduling.set_time(talk, "fri 9:00")
    desks.scheduling.set_time(talk, "fri 9:00")
    rows = desks.store.reading().execute("SELECT was, became, why FROM state_change ORDER BY id")
    assert rows.fetchall() == [
        ("idea", "scheduled", "time set: Thu 26 Nov 15:00 Europe/Berlin"),
        ("scheduled", "scheduled", "moved from Thu 26 Nov 15:00 to Fri 27 Nov 09:00 Europe/Berlin"),
    ]
    assert desks.undo.take_back() == "the time"
    assert berlin(desks, talk) == "2026-11-26 15:00"


@pytest.mark.parametrize("words", ["-", "none", " None "])
def test_a_dash_takes_the_time_away(desks: Desks, words: str) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.set_time(talk, words)
    assert desks.plans.sheet(talk).interview.scheduled_at is None


def test_the_first_time_can_be_taken_back(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.undo.take_back()
    assert desks.plans.sheet(talk).interview.scheduled_at is None


def test_the_first_time_taken_back_leaves_the_idea_it_was(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.undo.take_back()
    assert desks.plans.sheet(talk).interview.state == "idea"


def test_a_time_that_is_taken_away_is_kept_as_that(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.set_time(talk, "-")
    rows = desks.store.reading().execute("SELECT became, why FROM state_change ORDER BY id")
    assert rows.fetchall()[-1] == (
        "agreed", "time taken away, it was Thu 26 Nov 15:00 Europe/Berlin"
    )  # fmt: skip


def test_a_time_taken_back_does_not_take_a_held_talk_away(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.live.jot(talk, "said")
    for state in ("live", "held"):
        if state == "held":
            desks.live.end(talk)
        with contextlib.suppress(IllegalMoveError):
            desks.undo.take_back()
        assert desks.plans.sheet(talk).interview.state == state


def test_a_held_talk_gets_no_new_time(desks: Desks) -> None:
    talk = a_held_interview(desks)
    with pytest.raises(IllegalMoveError, match="held cannot become scheduled"):
        desks.scheduling.set_time(talk, "fri 9:00")
    assert berlin(desks, talk) == ""
    with pytest.raises(IllegalMoveError, match="has gone on by now"):
        desks.undo.take_back()  # that it began
    with pytest.raises(IllegalMoveError, match="held by now"):
        for _ in range(9):  # before its questions only the plan itself, and it was held
            desks.undo.take_back()


def test_a_day_when_the_clocks_change_keeps_the_wall_s_hour(desks: Desks) -> None:
    talk = a_planned_interview(desks, when="2027-03-28 15:00")
    assert berlin(desks, talk) == "2027-03-28 15:00"
    assert desks.plans.sheet(talk).interview.scheduled_at == datetime.fromisoformat(
        "2027-03-28T13:00+00:00"
    )


# ── place ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["office", "coffee shop", "video", "telephone", "other"])
def test_a_kind_of_place_is_set_and_taken_back(desks: Desks, kind: str) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.set_place_kind(talk, kind)
    assert desks.plans.sheet(talk).interview.place_kind == kind
    assert desks.undo.take_back() == "the kind of place"
    assert desks.plans.sheet(talk).interview.place_kind == ""


def test_there_is_no_other_kind_of_place(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    with pytest.raises(BadInputError) as refusal:
        desks.scheduling.set_place_kind(talk, "park")
    assert refusal.value.field == "place"
    assert desks.plans.sheet(talk).interview.place_kind == ""


# ── marks ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20 30 60", (20, 30, 60)),
        ("10/20/40", (10, 20, 40)),
        ("10, 20, 40", (10, 20, 40)),
        ("25", (20, 25, 60)),  # they said 25 minutes
        ("15", (10, 15, 60)),
        ("5", (5, 5, 60)),
        ("90", (20, 90, 90)),
        ("120 120 120", (120, 120, 120)),
    ],
)
def test_marks_are_understood_and_taken_back(
    desks: Desks, text: str, minutes: tuple[int, int, int]
) -> None:
    talk = a_planned_interview(desks)
    assert desks.scheduling.set_marks(talk, text).minutes == minutes
    assert desks.plans.marks_of(desks.plans.sheet(talk)).minutes == minutes
    assert desks.live.sheet(talk).marks.minutes == minutes
    assert desks.undo.take_back() == "the marks"
    assert desks.plans.marks_of(desks.plans.sheet(talk)).minutes == (20, 30, 60)


@pytest.mark.parametrize(
    "text",
    ["", "half an hour", "4", "121", "20 30", "30 20 60", "20 60 30", "-20", "20 30 60 90", "٢٠"],
)
def test_marks_that_cannot_be_meant_are_refused(desks: Desks, text: str) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.set_marks(talk, "10 20 40")
    with pytest.raises(BadInputError) as refusal:
        desks.scheduling.set_marks(talk, text)
    assert refusal.value.field == "marks"
    assert desks.plans.marks_of(desks.plans.sheet(talk)).minutes == (10, 20, 40)


def test_marks_of_none_s_own_are_those_of_the_settings(desks: Desks) -> None:
    settings = Settings(nudge=15, decision=25, last=45)
    other = Desks(desks.store, desks.clock, settings, BERLIN, shipped_bank())
    talk = a_planned_interview(desks)
    assert other.plans.marks_of(other.plans.sheet(talk)).minutes == (15, 25, 45)
    assert other.scheduling.set_marks(talk, "20").minutes == (15, 20, 45)


# ── goals ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", GOAL_KINDS)
def test_a_goal_begins_with_the_words_of_its_kind(desks: Desks, kind: str) -> None:
    talk = a_planned_interview(desks)
    desks.plans.add_goal(talk, kind)
    desks.plans.add_goal(talk, kind, "in my words")
    words = "" if kind == "own" else GOAL_WORDS[kind]
    assert [(g.kind, g.text) for g in desks.plans.sheet(talk).goals] == [
        (kind, words),
        (kind, "in my words"),
    ]


def test_a_removed_goal_comes_back_to_its_place(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    numbers = [desks.plans.add_goal(talk, kind) for kind in ("fit", "path", "network")]
    before = desks.plans.sheet(talk).goals
    desks.plans.remove_goal(numbers[1])
    assert [g.kind for g in desks.plans.sheet(talk).goals] == ["fit", "network"]
    assert desks.undo.take_back() == "the removal of a goal"
    assert desks.plans.sheet(talk).goals == before


def test_a_removed_goal_comes_back_beside_a_new_one(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.plans.remove_goal(desks.plans.add_goal(talk, "fit"))
    desks.plans.add_goal(talk, "path")
    assert [desks.undo.take_back() for _ in range(2)] == ["the new goal", "the removal of a goal"]
    assert {goal.kind for goal in desks.plans.sheet(talk).goals} == {"fit"}


def test_there_is_no_other_goal(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    with pytest.raises(BadInputError, match="“job” is no kind of goal"):
        desks.plans.add_goal(talk, "job")
    assert desks.plans.sheet(talk).goals == ()


def test_the_words_of_a_goal_are_cleaned(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    desks.plans.add_goal(talk, "own", "a\x1b[31mb")
    assert desks.plans.sheet(talk).goals[0].text == "a[31mb"


# ── giving up ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("how", ["declined", "no reply", "cancelled", "lapsed"])
def test_an_interview_is_given_up_and_taken_back(desks: Desks, how: str) -> None:
    talk = a_planned_interview(desks)
    desks.scheduling.give_up(talk, how, "no time")
    assert desks.plans.sheet(talk).interview.state == how
    assert desks.plans.ahead() == []
    assert desks.undo.take_back() == f"“{how}”"
    assert desks.plans.sheet(talk).interview.state == "scheduled"
    rows = desks.store.reading().execute("SELECT was, became, why FROM state_change ORDER BY id")
    assert rows.fetchall()[-2:] == [
        ("scheduled", how, "no time"),
        (how, "scheduled", "taken back"),
    ]


def test_what_was_held_or_is_live_cannot_be_given_up(desks: Desks) -> None:
    held, live = a_held_interview(desks), a_live_interview(desks)
    for talk, state in ((held, "held"), (live, "live")):
        with pytest.raises(IllegalMoveError, match=f"that is {state} cannot become cancelled"):
            desks.scheduling.give_up(talk, "cancelled")
        assert desks.plans.sheet(talk).interview.state == state


# ── everything at once ────────────────────────────────────────────────────────────────────────────


def test_the_focus_outlives_the_program(desks: Desks) -> None:
    first, _ = a_planned_interview(desks), a_planned_interview(desks)
    desks.plans.focus(first)
    path = desks.store.path
    desks.close()
    with Store.open(path, clock_of(desks)) as store:
        again = Desks(store, desks.clock, Settings(), BERLIN)
        focus = again.plans.in_focus()
        assert focus is not None
        assert focus.id == first


def test_an_interview_that_is_gone_is_said_and_nothing_is_stored(desks: Desks) -> None:
    acts: list[Any] = [
        lambda: desks.scheduling.set_time(9, "fri 9:00"),
        lambda: desks.scheduling.schedule(9, START + timedelta(days=1)),
        lambda: desks.scheduling.set_place_kind(9, "office"),
        lambda: desks.scheduling.set_marks(9, "25"),
        lambda: desks.plans.readiness(9),
        lambda: desks.scheduling.give_up(9, "lapsed"),
        lambda: desks.plans.remove_goal(9),
    ]
    for act in acts:
        with pytest.raises(NotFoundError):
            act()
    assert desks.undo.take_back() == ""
    later(desks, days=1)
    assert desks.plans.ahead() == []


def test_a_talk_can_be_about_another_field_than_its_person(desks: Desks) -> None:
    talk = a_planned_interview(desks, a_contact(desks, field="energy"))
    assert desks.plans.sheet(talk).interview.field == "energy"
    desks.plans.set_field(talk, "  public   data ")
    assert desks.plans.sheet(talk).interview.field == "public data"
    assert "public data" in desks.contacts.fields()
    with pytest.raises(BadInputError):
        desks.plans.set_field(talk, "x" * 10_000)
    desks.undo.take_back()
    assert desks.plans.sheet(talk).interview.field == "energy"


def test_a_goal_with_words_of_ones_own_does_not_go_by_taking_back(desks: Desks) -> None:
    talk = desks.plans.plan_with(a_contact(desks))
    goal = desks.plans.add_goal(talk, "fit")
    desks.scribe.keep(Kept("goal", "text", goal), "see whether I could stand the winters")
    with pytest.raises(IllegalMoveError, match="words of yours by now"):
        desks.undo.take_back()
    assert [g.text for g in desks.plans.sheet(talk).goals] == [
        "see whether I could stand the winters"
    ]


def test_taking_a_new_plan_back_puts_the_one_before_in_focus_again(desks: Desks) -> None:
    first = desks.plans.plan_with(a_contact(desks))
    desks.plans.plan_with(a_contact(desks, "Bo Lind"))
    assert desks.undo.take_back() == "the new plan"
    focus = desks.plans.in_focus()
    assert focus is not None
    assert focus.id == first
