"""Undo: the latest step first, each once, and taking back is no step of its own."""

import pytest

from infotui.services.desks import Desks
from infotui.services.undo import Undo
from tests.builders import a_planned_interview


def test_steps_are_taken_back_the_latest_first_and_once() -> None:
    done: list[str] = []
    undo = Undo()
    assert undo.take_back() == ""
    for what in ("one", "two"):
        undo.remember(what, lambda what=what: done.append(what))
    assert [undo.take_back() for _ in range(3)] == ["two", "one", ""]
    assert done == ["two", "one"]


def test_a_step_that_fails_does_not_come_again() -> None:
    def fail() -> None:
        raise ValueError("gone")

    undo = Undo()
    undo.remember("one", lambda: None)
    undo.remember("two", fail)
    with pytest.raises(ValueError, match="gone"):
        undo.take_back()
    assert undo.take_back() == "one"


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
