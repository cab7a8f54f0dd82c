"""Undo: the latest step first, and taking back is no step of its own."""

import sqlite3

import pytest

from infotui.domain.errors import IllegalMoveError, NotSavedError
from infotui.services.desks import Desks
from infotui.services.undo import Undo
from tests.builders import a_held_interview, a_planned_interview


def test_steps_are_taken_back_the_latest_first_and_once() -> None:
    done: list[str] = []
    undo = Undo()
    assert undo.take_back() == ""
    for what in ("one", "two"):
        undo.remember(what, lambda what=what: done.append(what))
    assert [undo.take_back() for _ in range(3)] == ["two", "one", ""]
    assert done == ["two", "one"]


def test_a_step_that_fails_stays_and_is_tried_again() -> None:
    done: list[str] = []
    broken = [True]

    def fails() -> None:
        if broken:
            raise ValueError("the disk is full")
        done.append("two")

    undo = Undo()
    undo.remember("one", lambda: done.append("one"))
    undo.remember("two", fails)
    for _ in range(2):
        with pytest.raises(ValueError, match="full"):
            undo.take_back()
    broken.clear()
    assert [undo.take_back() for _ in range(3)] == ["two", "one", ""]
    assert done == ["two", "one"]


def test_what_cannot_be_taken_back_any_more_is_refused_once() -> None:
    def refuses() -> None:
        raise IllegalMoveError("it has gone on by now")

    undo = Undo()
    undo.remember("one", lambda: None)
    undo.remember("two", refuses)
    with pytest.raises(IllegalMoveError):
        undo.take_back()
    assert undo.take_back() == "one"


def test_of_a_step_of_several_parts_what_went_through_is_not_done_again() -> None:
    done: list[str] = []
    broken = [True]

    def fails() -> None:
        if broken:
            raise ValueError("the disk is full")
        done.append("first")

    undo = Undo()
    undo.remember("first", fails)
    with undo.as_one("both"):
        undo.remember("second", lambda: done.append("second"))
    with pytest.raises(ValueError, match="full"):
        undo.take_back()
    broken.clear()
    assert (undo.take_back(), done) == ("both", ["second", "first"])


def test_while_another_program_holds_the_notebook_no_step_is_lost(desks: Desks) -> None:
    a_held_interview(desks, "! the first", "! the second")
    for text in ("the first", "the second"):
        row = next(row for row in desks.followups.open_loops() if row.text == text)
        desks.followups.done(row)
    desks.store.reading().execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(desks.store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSavedError, match=r"was not taken back .* try it again"):
        desks.undo.take_back()
    other.close()
    assert "the second" in desks.undo.take_back()
    open_now = [row.text for row in desks.followups.open_loops() if row.kind == "my promise"]
    assert open_now == ["the second"]


def test_taking_back_twice_goes_two_steps_back(desks: Desks) -> None:
    talk = a_planned_interview(desks)
    for kind in ("office", "video"):
        desks.scheduling.set_place_kind(talk, kind)
    desks.undo.take_back()
    assert desks.plans.sheet(talk).interview.place_kind == "office"
    desks.undo.take_back()
    assert desks.plans.sheet(talk).interview.place_kind == ""


def test_what_follows_from_a_step_is_one_with_it() -> None:
    done: list[str] = []
    undo = Undo()
    for what in ("before", "used"):
        undo.remember(what, lambda what=what: done.append(what))
    with undo.as_one("used, and kept as sent"):
        undo.remember("sent", lambda: done.append("sent"))
    assert undo.take_back() == "used, and kept as sent"
    assert done == ["sent", "used"]
    with undo.as_one("nothing followed"):
        pass
    assert undo.take_back() == "before"
