"""A fault in the program ends it with places in the code and not one word of the notebook."""

from collections.abc import Callable

import pytest

from infotui.services.desks import Desks
from infotui.tui import crash
from infotui.tui.screens.followup import FollowupScreen
from tests.builders import a_held_interview, a_planned_interview
from tests.tries import some
from tests.tui.pilots import Hands, at

SECRET = "Amina hates her boss"


class FaultError(Exception):
    """A fault of ours; its message holds what a person wrote."""


def fail(*_: object, **__: object) -> None:
    local_copy = SECRET
    raise FaultError(f"cannot store {local_copy}")


def failed(depth: int = 0) -> FaultError:
    try:
        if depth:
            raise FaultError(SECRET) from failed(depth - 1)
        fail()
    except FaultError as error:
        return error
    raise AssertionError


def test_a_report_names_the_kind_and_the_place() -> None:
    report = crash.report(failed()).plain
    assert report.startswith("infotui had to stop because of a fault in the program.")
    assert "Everything you typed is saved" in report
    assert "FaultError at" in report
    assert "tests/tui/test_crash.py:" in report
    assert "in fail" in report


def test_a_report_holds_no_message_and_no_value() -> None:
    assert SECRET not in crash.report(failed(2)).plain
    assert "cannot store" not in crash.report(failed()).plain


def test_a_report_goes_back_to_the_first_cause_and_hides_folders() -> None:
    report = crash.report(failed(2)).plain
    assert report.count("FaultError at") == 3
    for row in report.splitlines():
        assert row.count("/") <= 2


def test_there_is_a_report_even_of_nothing() -> None:
    assert crash.report(None).plain.startswith("infotui had to stop")


def in_an_action(desks: Desks, patch: pytest.MonkeyPatch) -> tuple[str, ...]:
    patch.setattr(desks.followups, "done", fail)
    return ("tab", "down", "space")  # past the debrief, to the thanks


def in_reading_anew(desks: Desks, patch: pytest.MonkeyPatch) -> tuple[str, ...]:
    patch.setattr(desks.contacts, "found", fail)
    return ("2",)


def after_a_dialog(desks: Desks, patch: pytest.MonkeyPatch) -> tuple[str, ...]:
    patch.setattr(desks.contacts, "set_stage", fail)
    return ("2", "t", "end", "enter")


def in_a_form(desks: Desks, patch: pytest.MonkeyPatch) -> tuple[str, ...]:
    patch.setattr(desks.contacts, "add", fail)
    return ("2", "n", "A", "enter")


def in_drawing(_desks: Desks, patch: pytest.MonkeyPatch) -> tuple[str, ...]:
    patch.setattr(FollowupScreen, "_draw", fail)
    return ("7",)


def in_saving(desks: Desks, patch: pytest.MonkeyPatch) -> tuple[str, ...]:
    patch.setattr(desks.store, "keep", fail)
    return ("3", "w", "x")


@pytest.mark.parametrize(
    "break_it",
    some(
        [in_an_action, in_reading_anew, after_a_dialog, in_a_form, in_drawing, in_saving], 0, 4, 5
    ),
)
async def test_nothing_that_is_printed_holds_what_a_person_wrote(
    desks: Desks,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    break_it: Callable[[Desks, pytest.MonkeyPatch], tuple[str, ...]],
) -> None:
    a_held_interview(desks, f"! {SECRET}")
    a_planned_interview(desks, 1)
    sitting: list[Hands] = []
    with pytest.raises(FaultError):
        async with at(desks) as hands:
            sitting.append(hands)
            with monkeypatch.context() as patch:
                await hands.press(*break_it(desks, patch))
                assert not hands.app.is_running
    printed = "".join(capfd.readouterr())
    assert printed.startswith("infotui had to stop")
    assert "FaultError at" in printed
    assert "in fail" in printed
    for word in (SECRET, "cannot store", "local_copy", "Amina", "Northwind"):
        assert word not in printed
    assert sitting[0].app.return_code == 1
