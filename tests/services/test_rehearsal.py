"""Rehearsals: the talk as it will be, in a notebook that is thrown away; the real one keeps what is accepted."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from infotui.domain.errors import (
    BadInputError,
    IllegalMoveError,
    InfotuiError,
    NotebookError,
    NotFoundError,
)
from infotui.services import rehearsal as rehearsals
from infotui.services.desks import Desks
from infotui.services.rehearsal import Rehearsal, begin, choose
from tests.builders import (
    a_contact,
    a_held_interview,
    a_live_interview,
    a_planned_interview,
    later,
    open_desks,
)
from tests.fakes import ManualClock

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where throwaway notebooks are made in these tests."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    return place


def everything(desks: Desks) -> list[str]:
    """The whole notebook as statements, as another program reads it."""
    with closing(sqlite3.connect(f"file:{desks.store.path}?mode=ro", uri=True)) as db:
        return list(db.iterdump())


def practise(desks: Desks, rehearsal: Rehearsal, *minutes: int) -> None:
    """Rehearse: each of the first questions is answered after so many minutes of the talk."""
    talk, live = rehearsal.interview_id, rehearsal.desks.live
    live.start(talk)
    for length in minutes:
        later(desks, seconds=60 * length / rehearsal.speed)
        live.jot(talk, "> Jane Doe · may mention: yes")
        live.settle_and_go_on(talk, "answered")
    live.end(talk)


def differences(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    assert len(before) == len(after)
    return [(one, other) for one, other in zip(before, after, strict=True) if one != other]


@pytest.fixture
def rehearsed(desks: Desks) -> Iterator[tuple[Rehearsal, list[str]]]:
    """A rehearsal of two questions at x5, and the notebook as it was before."""
    talk = a_planned_interview(desks)
    before = everything(desks)
    rehearsal = begin(desks, talk, 5)
    practise(desks, rehearsal, 2, 5)
    yield rehearsal, before
    rehearsal.close()


# ── no trace ─────────────────────────────────────────────────────────────────────────────────────


def test_a_rehearsal_leaves_the_notebook_as_it_was(
    desks: Desks, rehearsed: tuple[Rehearsal, list[str]]
) -> None:
    rehearsal, before = rehearsed
    assert everything(desks) == before
    rehearsal.close()
    assert everything(desks) == before
    assert desks.undo.take_back() == "the time"  # what was done last is still the planning


def test_what_is_accepted_changes_estimates_and_nothing_else(
    desks: Desks, rehearsed: tuple[Rehearsal, list[str]]
) -> None:
    rehearsal, before = rehearsed
    first = rehearsal.outcome()[0]
    assert rehearsal.accept([first.uuid]) == 1
    changed = differences(before, everything(desks))
    assert len(changed) == 1
    assert first.uuid in changed[0][0]
    rows = desks.questions.of(rehearsal.interview_id)
    assert [q.estimate_seconds for q in rows] == [120, None, None]
    assert desks.live.sheet(rehearsal.interview_id).estimates[rows[0].id] == 2 * MINUTE


def test_what_was_accepted_can_be_taken_back_after_it_is_over(
    desks: Desks, rehearsed: tuple[Rehearsal, list[str]]
) -> None:
    rehearsal, before = rehearsed
    assert rehearsal.accept([row.uuid for row in rehearsal.outcome()]) == 2
    rehearsal.close()
    assert everything(desks) != before
    assert desks.undo.take_back() == "the estimates of the rehearsal"
    assert everything(desks) == before


def test_taking_back_gives_the_estimate_that_was_accepted_before(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    for minutes in (2, 6):
        rehearsal = begin(desks, talk)
        practise(desks, rehearsal, minutes)
        rehearsal.accept([row.uuid for row in rehearsal.outcome()])
        rehearsal.close()
    assert desks.questions.of(talk)[0].estimate_seconds == 360
    desks.undo.take_back()
    assert desks.questions.of(talk)[0].estimate_seconds == 120


def test_accepting_what_is_so_already_or_nothing_is_no_step(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    rehearsal = begin(desks, talk)
    practise(desks, rehearsal, 2)
    uuids = [row.uuid for row in rehearsal.outcome()]
    assert rehearsal.accept([]) == 0
    assert rehearsal.accept(["no such question"]) == 0
    assert [rehearsal.accept(uuids), rehearsal.accept(uuids)] == [1, 0]
    assert desks.undo.take_back() == "the estimates of the rehearsal"
    assert desks.undo.take_back() != "the estimates of the rehearsal"
    rehearsal.close()


def test_a_program_that_only_reads_can_rehearse_but_not_accept(
    desks: Desks, clock: ManualClock
) -> None:
    talk = a_planned_interview(desks)
    before = everything(desks)
    beside = open_desks(desks.store.path, clock)
    assert beside.store.read_only
    rehearsal = begin(beside, talk)
    practise(desks, rehearsal, 2)
    with pytest.raises(InfotuiError, match="Another infotui is writing"):
        rehearsal.accept([row.uuid for row in rehearsal.outcome()])
    beside.close()
    assert everything(desks) == before


# ── as it will be ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("speed", [1, 2, 5, 10])
def test_marks_come_that_much_sooner(desks: Desks, speed: int) -> None:
    talk = a_planned_interview(desks)
    live = (rehearsal := begin(desks, talk, speed)).desks.live
    live.start(talk)
    later(desks, seconds=20 * 60 / speed - 1)
    assert not [mark for mark in live.show_due(talk) if mark.kind == "nudge"]
    later(desks, seconds=1)
    assert [mark.key for mark in live.show_due(talk) if mark.kind == "nudge"] == ["nudge 20"]
    rehearsal.close()


def test_the_budget_is_what_it_will_be(desks: Desks) -> None:
    before = a_planned_interview(desks, questions=(), when="")
    bank = desks.questions.bank(None)[0].id
    desks.questions.pick(before, bank)
    desks.live.start(before)
    later(desks, minutes=7)
    desks.live.settle_and_go_on(before, "answered")
    desks.live.end(before)
    talk = a_planned_interview(desks, 1)
    desks.questions.pick(talk, bank)
    desks.scheduling.set_marks(talk, "25")
    rehearsal = begin(desks, talk)
    real, copy = desks.live.sheet(talk), rehearsal.desks.live.sheet(talk)
    assert sorted(real.estimates.values())[-1] == 7 * MINUTE
    assert (copy.estimates, copy.marks, copy.questions) == (
        real.estimates,
        real.marks,
        tuple(
            q._replace(estimate_seconds=int(real.estimates[q.id].seconds)) for q in real.questions
        ),
    )
    assert copy.budget(desks.clock.now()) == real.budget(desks.clock.now())
    rehearsal.close()


def test_the_outcome_tells_time_beside_the_estimate(
    rehearsed: tuple[Rehearsal, list[str]],
) -> None:
    rows = rehearsed[0].outcome()
    assert [(row.position, row.spent / MINUTE, row.estimated / MINUTE) for row in rows] == [
        (1, 2, 3),
        (2, 5, 3),
    ]
    assert all(row.telling for row in rows)


@pytest.mark.parametrize(("seconds", "telling"), [(29, False), (30, True)])
def test_what_took_less_than_half_a_minute_tells_nothing(
    desks: Desks, seconds: int, telling: bool
) -> None:
    rehearsal = begin(desks, a_planned_interview(desks))
    live, talk = rehearsal.desks.live, rehearsal.interview_id
    live.start(talk)
    later(desks, seconds=seconds)
    live.jot(talk, "a word")
    live.end(talk)  # something was said to it, so it is partly answered
    (row,) = rehearsal.outcome()
    assert (row.state, row.settled, row.telling) == ("partly", True, telling)
    rehearsal.close()


def test_a_question_that_arose_in_the_rehearsal_is_in_no_plan(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    rehearsal = begin(desks, talk)
    live = rehearsal.desks.live
    live.start(talk)
    live.jot(talk, "? who decides that")
    for _ in range(4):
        later(desks, minutes=1)
        live.settle_and_go_on(talk, "answered")
    live.end(talk)
    assert len(rehearsal.desks.questions.of(talk)) == 4
    assert [row.position for row in rehearsal.outcome()] == [1, 2, 3]
    rehearsal.close()


def test_a_rehearsal_that_never_began_has_no_outcome(desks: Desks) -> None:
    rehearsal = begin(desks, a_planned_interview(desks))
    assert rehearsal.outcome() == []
    rehearsal.close()


# ── what cannot be rehearsed ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("speed", [0, -1, 11])
def test_it_runs_one_to_ten_times_as_fast(desks: Desks, speed: int, folder: Path) -> None:
    talk = a_planned_interview(desks)
    with pytest.raises(BadInputError, match="1 to 10 times"):
        begin(desks, talk, speed)
    assert list(folder.iterdir()) == []


def test_what_is_not_to_come_cannot_be_rehearsed(desks: Desks, folder: Path) -> None:
    held = a_held_interview(desks)
    off = a_planned_interview(desks, 1)
    desks.scheduling.give_up(off, "cancelled")
    with pytest.raises(IllegalMoveError, match="has been held"):
        begin(desks, held)
    with pytest.raises(IllegalMoveError, match="cancelled"):
        begin(desks, off)
    with pytest.raises(NotFoundError):
        begin(desks, 99)
    assert list(folder.iterdir()) == []


def test_nobody_rehearses_while_a_talk_is_on(desks: Desks) -> None:
    live = a_live_interview(desks)
    planned = a_planned_interview(desks, 1)
    for talk in (live, planned):
        with pytest.raises(IllegalMoveError, match="A talk is on"):
            begin(desks, talk)


def test_no_room_for_a_copy_is_a_sentence(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    talk = a_planned_interview(desks)
    monkeypatch.setattr("tempfile.tempdir", str(desks.store.path / "nowhere"))
    with pytest.raises(NotebookError, match="no room for a rehearsal"):
        begin(desks, talk)


def test_a_copy_that_fails_leaves_no_folder(
    desks: Desks, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = a_planned_interview(desks)

    def fail(*_: object) -> None:
        raise NotebookError("the copy broke")

    monkeypatch.setattr(rehearsals, "copy_plan", fail)
    with pytest.raises(NotebookError, match="the copy broke"):
        begin(desks, talk)
    assert list(folder.iterdir()) == []


# ── where it lies, and its end ───────────────────────────────────────────────────────────────────


def test_the_copy_is_private_and_goes_when_it_is_closed(desks: Desks, folder: Path) -> None:
    rehearsal = begin(desks, a_planned_interview(desks))
    (place,) = folder.iterdir()
    assert place.stat().st_mode & 0o777 == 0o700
    assert (place / "rehearsal.db").stat().st_mode & 0o777 == 0o600
    rehearsal.close()
    assert list(folder.iterdir()) == []
    rehearsal.close()


def test_closing_the_notebook_ends_what_is_rehearsed(desks: Desks, folder: Path) -> None:
    rehearsal = begin(desks, a_planned_interview(desks))
    rehearsal.desks.live.start(rehearsal.interview_id)
    desks.close()
    assert list(folder.iterdir()) == []
    rehearsal.close()


def test_what_a_killed_rehearsal_left_goes_with_the_next_one(desks: Desks, folder: Path) -> None:
    talk = a_planned_interview(desks)
    running = begin(desks, talk)
    (place,) = folder.iterdir()
    shutil.copytree(place, folder / "infotui-rehearsal-killed")  # the lock of the copy is free
    shutil.copytree(place, folder / "mine")
    (folder / "infotui-rehearsal-begun").mkdir()
    (folder / "infotui-rehearsal-begun" / "rehearsal.db").touch()  # its lock comes next
    (folder / "infotui-rehearsal-link").symlink_to(folder / "mine")
    (folder / "infotui-rehearsal-file").touch()
    before = {path.name for path in folder.iterdir()}
    second = begin(desks, talk)
    gone = before - {path.name for path in folder.iterdir()}
    assert gone == {"infotui-rehearsal-killed"}
    assert (folder / "mine" / "rehearsal.db").exists()
    practise(desks, running, 1)  # the one that is on was left alone
    assert [row.spent for row in running.outcome()] == [MINUTE]
    second.close()
    running.close()


# ── which one is meant ───────────────────────────────────────────────────────────────────────────


def test_without_a_name_it_is_the_one_in_focus_else_the_next(desks: Desks) -> None:
    with pytest.raises(NotFoundError, match="nothing to rehearse"):
        choose(desks)
    late, soon = a_planned_interview(desks), a_planned_interview(desks, 1, when="tue 10:00")
    desks.plans.focus(None)
    assert choose(desks) == soon
    desks.plans.focus(late)
    assert choose(desks) == late


def test_a_name_leads_to_their_talk_to_come_even_if_one_was_held(desks: Desks) -> None:
    held = a_held_interview(desks)
    other = a_planned_interview(desks, a_contact(desks, "Bo Berg"))
    desks.plans.focus(held)
    assert choose(desks, "amina") == held
    with pytest.raises(IllegalMoveError):
        begin(desks, choose(desks, "amina"))
    planned = a_planned_interview(desks, 1)
    desks.plans.focus(held)
    assert (choose(desks, "amina"), choose(desks, "bo berg")) == (planned, other)
    with pytest.raises(NotFoundError, match="No contact is called"):
        choose(desks, "nobody")
