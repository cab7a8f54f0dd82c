"""The live interview: the clock, the notes, the questions, and how it ends."""

from datetime import datetime, timedelta

import pytest

from infotui.domain.errors import BadInputError, IllegalMoveError, NotFoundError
from infotui.domain.kept import live_line
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
)
from tests.fakes import START

MINUTE = timedelta(minutes=1)


def elapsed(desks: Desks, talk: int) -> timedelta:
    return desks.live.sheet(talk).at(desks.live.now()).elapsed


def line_of(desks: Desks, talk: int) -> str:
    return desks.scribe.unfinished(live_line(desks.plans.sheet(talk).interview.uuid))


def type_line(desks: Desks, talk: int, text: str) -> None:
    desks.scribe.keep(live_line(desks.plans.sheet(talk).interview.uuid), text)


def states(desks: Desks, talk: int) -> list[str]:
    return [row.state for row in desks.questions.of(talk)]


def texts(desks: Desks, talk: int) -> list[str]:
    return [note.text for note in desks.live.sheet(talk).notes]


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
    assert [entry.kind for entry in desks.live.sheet(talk).log] == ["run", "pause", "run"]


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


# ── notes ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_jot_starts_the_clock(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    number = desks.live.jot(talk, " grew up\x1b near here ")
    sheet = desks.live.sheet(talk)
    assert sheet.interview.state == "live"
    assert [entry.kind for entry in sheet.log] == ["run"]
    (note,) = sheet.notes
    assert (note.id, note.text, note.elapsed) == (number, "grew up near here", timedelta(0))
    assert sheet.asking is not None
    assert note.question_id == sheet.asking.id, "it hangs on the question that it began with"


def test_a_jot_in_a_pause_leaves_the_clock_standing(desks: Desks) -> None:
    talk = a_live_interview(desks)
    desks.live.pause(talk)
    later(desks, minutes=4)
    desks.live.jot(talk, "by the way")
    assert elapsed(desks, talk) == timedelta(0)


def test_several_lines_become_several_notes(desks: Desks) -> None:
    talk = a_live_interview(desks)
    number = desks.live.jot(talk, "one\r\n\n  * two \n\x85> Jane Doe\n")
    notes = desks.live.sheet(talk).notes
    assert [(n.text, n.kind) for n in notes] == [
        ("one", "note"),
        ("* two", "finding"),
        ("> Jane Doe", "lead"),
    ]
    assert notes[-1].id == number


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\x1b\x00"])
def test_no_words_are_no_note(desks: Desks, text: str) -> None:
    talk = a_planned_interview(desks)
    type_line(desks, talk, "  ")
    assert desks.live.jot(talk, text) is None
    assert desks.live.sheet(talk).log == (), "nor do they start the clock"
    assert line_of(desks, talk) == ""


def test_a_kept_line_is_no_longer_half_typed(desks: Desks) -> None:
    talk = a_live_interview(desks)
    type_line(desks, talk, "grew up near he")
    desks.live.jot(talk, "grew up near here")
    assert line_of(desks, talk) == ""


def test_a_jot_that_fails_leaves_the_half_typed_line(desks: Desks) -> None:
    talk = a_live_interview(desks)
    type_line(desks, talk, "grew up")
    desks.store.reading().execute("PRAGMA query_only = ON")
    with pytest.raises(Exception, match="readonly"):
        desks.live.jot(talk, "grew up near here")
    desks.store.reading().execute("PRAGMA query_only = OFF")
    assert (line_of(desks, talk), texts(desks, talk)) == ("grew up", [])


def test_an_arisen_question_joins_the_plan(desks: Desks) -> None:
    talk = a_live_interview(desks, "? the merger")
    arisen = desks.questions.of(talk)[-1]
    assert (arisen.text, arisen.origin, arisen.state) == ("the merger", "arisen", "planned")


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


# ── the end ───────────────────────────────────────────────────────────────────────────────────────


def test_ending_closes_the_log_and_owes_thanks_for_tomorrow(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    later(desks, minutes=24)
    desks.live.end(talk)
    sheet = desks.live.sheet(talk)
    assert (sheet.interview.state, sheet.interview.ended_at) == ("held", START + 25 * MINUTE)
    assert (sheet.log[-1].kind, sheet.log[-1].at) == ("end", START + 25 * MINUTE)
    assert [q.state for q in sheet.questions] == ["partly", "planned", "planned"]
    assert desks.live.interrupted() is None
    (thanks,) = desks.followups.open_loops()
    assert (thanks.kind, thanks.text, str(thanks.due)) == (
        "thank-you",
        "Thank-you mail",
        "2026-11-24",
    )
    later(desks, hours=1)
    assert elapsed(desks, talk) == 25 * MINUTE


def test_a_card_is_owed_where_an_address_is_known(desks: Desks) -> None:
    a_held_interview(desks, contact_id=a_contact(desks, address="1 Elm Street"))
    (thanks,) = desks.followups.open_loops()
    assert thanks.text == "Thank-you card"


def test_thanks_are_due_the_day_after_the_day_here(desks: Desks) -> None:
    clock_of(desks).set(START.replace(hour=22, minute=50))
    a_held_interview(desks, minutes=25)
    (thanks,) = desks.followups.open_loops()
    assert str(thanks.due) == "2026-11-25", "it ended after midnight in Berlin"


def test_a_half_typed_line_becomes_the_last_note(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    type_line(desks, talk, "! send the rep\n\n and mo")
    desks.live.end(talk)
    assert texts(desks, talk) == ["said", "! send the rep", "and mo"]
    assert line_of(desks, talk) == ""
    assert [row.text for row in desks.followups.open_loops()] == ["Thank-you mail", "send the rep"]


def test_it_may_have_ended_before_now(desks: Desks) -> None:
    talk = a_live_interview(desks)
    later(desks, hours=9)
    desks.live.end(talk, START + 31 * MINUTE)
    later(desks, hours=1)
    assert elapsed(desks, talk) == 31 * MINUTE


def test_a_half_typed_line_is_last_even_if_it_ended_before(desks: Desks) -> None:
    talk = a_live_interview(desks, "one", "two", "three")
    type_line(desks, talk, "and mo")
    desks.live.end(talk, START + 2 * MINUTE)
    assert texts(desks, talk) == ["one", "two", "three", "and mo"]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (START - MINUTE, "before the start"),
        (START + timedelta(hours=2), "ahead of now"),
    ],
)
def test_an_end_that_cannot_be_is_refused(desks: Desks, at: datetime, words: str) -> None:
    talk = a_live_interview(desks, "said")
    type_line(desks, talk, "half")
    before = desks.live.sheet(talk)
    with pytest.raises(BadInputError, match=words) as refusal:
        desks.live.end(talk, at)
    assert refusal.value.field == "end"
    assert desks.live.sheet(talk) == before
    assert (line_of(desks, talk), desks.followups.open_loops()) == ("half", [])


def test_it_ends_once(desks: Desks) -> None:
    talk = a_held_interview(desks, "said")
    before = desks.live.sheet(talk)
    with pytest.raises(IllegalMoveError):
        desks.live.end(talk)
    assert desks.live.sheet(talk) == before


def test_what_never_started_cannot_end(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    with pytest.raises(IllegalMoveError):
        desks.live.end(talk)


# ── after a crash ─────────────────────────────────────────────────────────────────────────────────


def test_an_interrupted_talk_is_found_with_its_last_sign_of_life(desks: Desks) -> None:
    assert desks.live.interrupted() is None
    talk = a_live_interview(desks, "said")
    later(desks, minutes=3)
    desks.live.show_due(talk)
    desks.store.close()
    later(desks, hours=9)
    with Store.open(desks.store.path, clock_of(desks)) as store:
        again = Desks(store, desks.clock, desks.settings, BERLIN)
        found = again.live.interrupted()
        assert found is not None
        assert (found.id, again.live.last_sign_of_life(talk)) == (talk, START + MINUTE)


def test_a_half_typed_line_is_a_sign_of_life(desks: Desks) -> None:
    talk = a_live_interview(desks, "said")
    later(desks, minutes=3)
    type_line(desks, talk, "half")
    assert desks.live.last_sign_of_life(talk) == START + 4 * MINUTE
