"""Eight screens, each with its digit; a route names one of them and what to show there."""

from importlib import import_module

import pytest

from infotui.services.desks import Desks
from infotui.tui.frame import Frame
from infotui.tui.routes import (
    MODES,
    OpenContact,
    OpenConversation,
    OpenHistory,
    OpenLive,
    OpenLoop,
    OpenPlan,
    OpenResearch,
    OpenScreen,
)
from infotui.tui.screens import make_screen


def test_the_digits_are_in_the_order_of_the_guide() -> None:
    assert "".join(digit for digit, _, _ in MODES) == "12345678"
    assert [name for _, _, name in MODES] == [
        "Today", "Contacts", "Prepare", "Research", "Questions", "Live", "Follow-up", "Review"
    ]  # fmt: skip


@pytest.mark.parametrize("mode", [mode for _, mode, _ in MODES])
def test_every_mode_has_its_screen_in_a_file_of_its_name(mode: str, desks: Desks) -> None:
    screen = make_screen(mode, desks)
    assert isinstance(screen, Frame)
    assert mode == screen.MODE
    assert type(screen).__module__ == f"infotui.tui.screens.{mode}"
    assert import_module(f"infotui.tui.screens.{mode}").make is not None


def test_a_route_says_which_screen_and_what_to_show() -> None:
    assert OpenPlan(1).mode == "prepare"
    assert (OpenLoop("lead", 3).mode, OpenLoop("lead", 3).loop_id) == ("followup", 3)
    assert (OpenHistory("organization", 4).kind, OpenHistory("contact", 4).subject_id) == (
        "organization",
        4,
    )
    assert OpenLive(2).interview_id == 2
    assert OpenLive(2).mode == "live"
    assert OpenConversation(3).mode == "review"
    assert (OpenConversation(3).debrief, OpenConversation(3, debrief=True).debrief) == (False, True)
    assert (OpenContact(4).mode, OpenContact(4).contact_id) == ("contacts", 4)
    research = OpenResearch("organization", 5)
    assert (research.mode, research.kind, research.subject_id) == ("research", "organization", 5)
    assert OpenScreen("followup").mode == "followup"
