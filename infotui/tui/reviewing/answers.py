"""How screens show what everybody said on one thing, what is at odds, and how far a goal is answered (M3, M9)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from infotui.services.desks import Desks
from infotui.tui.routes import OpenContact, OpenConversation
from infotui.tui.telling import TellsErrors, nothing
from infotui.tui.way_back import ask_again, go

if TYPE_CHECKING:
    from infotui.tui.dialogs.answers import SaidAt


def show_answers(
    screen: TellsErrors, desks: Desks, key: str = "", left: Callable[[], object] = nothing
) -> None:
    """Show everyone's answers to one thing; it leads to the very line of a talk, or to a person (M3).

    Args:
        screen: Over which it is shown.
        desks: The open notebook.
        key: Over what, as `domain/answers` has it; it is chosen there if not given.
        left: Called when it is left without going anywhere.
    """
    from infotui.tui.dialogs.answers import Answers

    def again() -> None:
        show_answers(screen, desks, key, left)

    ask_again(screen, f"answers {key}", Answers(desks, key),
              lambda said: _go_to(screen, said, again, left))  # fmt: skip


def show_findings(
    screen: TellsErrors, desks: Desks, chosen: str = "", left: Callable[[], object] = nothing
) -> None:
    """Show the findings of all talks by kind, with those at odds; it leads to the line of one (S12, M9).

    Args:
        screen: Over which it is shown.
        desks: The open notebook.
        chosen: Only these, as the filter there has it: `kind:career field:energy`.
        left: Called when it is left without going anywhere.
    """
    from infotui.tui.dialogs.findings import Findings

    def again() -> None:
        show_findings(screen, desks, chosen, left)

    ask_again(screen, f"findings {chosen}", Findings(desks, chosen),
              lambda said: _go_to(screen, said, again, left))  # fmt: skip


def show_goals(screen: TellsErrors, desks: Desks) -> None:
    """Show how far each goal is answered; it leads to what everybody said on one, and back (M9)."""
    from infotui.tui.dialogs.saturation import Saturated

    def again() -> None:
        show_goals(screen, desks)

    def back(key: str | None) -> None:
        if key is not None:
            show_answers(screen, desks, key, again)

    ask_again(screen, "goals", Saturated(desks), back)


def _go_to(
    screen: TellsErrors,
    said: "SaidAt | None",
    again: Callable[[], object],
    left: Callable[[], object],
) -> None:
    if said is None:
        left()
    elif said.interview_id is not None:
        go(screen, OpenConversation(said.interview_id, note_id=said.note_id), again)
    elif said.contact_id is not None:
        go(screen, OpenContact(said.contact_id), again)
