"""How screens show what everybody said on one thing, what is at odds, and how far a goal is answered (M3, M9)."""

from typing import TYPE_CHECKING

from infotui.services.desks import Desks
from infotui.tui.routes import OpenContact, OpenConversation
from infotui.tui.telling import TellsErrors

if TYPE_CHECKING:
    from infotui.tui.dialogs.answers import SaidAt


def show_answers(screen: TellsErrors, desks: Desks, key: str = "") -> None:
    """Show everyone's answers to one thing; it leads to the very line of a talk, or to a person (M3).

    Args:
        screen: Over which it is shown.
        desks: The open notebook.
        key: Over what, as `domain/answers` has it; it is chosen there if not given.
    """
    from infotui.tui.dialogs.answers import Answers

    screen.ask(Answers(desks, key), lambda said: _go_to(screen, said))


def show_findings(screen: TellsErrors, desks: Desks) -> None:
    """Show the findings of all talks by kind, with those at odds; it leads to the line of one (S12, M9)."""
    from infotui.tui.dialogs.findings import Findings

    screen.ask(Findings(desks), lambda said: _go_to(screen, said))


def show_goals(screen: TellsErrors, desks: Desks) -> None:
    """Show how far each goal is answered; it leads to what everybody said on one (M9)."""
    from infotui.tui.dialogs.saturation import Saturated

    def back(key: str | None) -> None:
        if key is not None:
            show_answers(screen, desks, key)

    screen.ask(Saturated(desks), back)


def _go_to(screen: TellsErrors, said: "SaidAt | None") -> None:
    if said is None:
        return
    if said.interview_id is not None:
        screen.post_message(OpenConversation(said.interview_id, note_id=said.note_id))
    elif said.contact_id is not None:
        screen.post_message(OpenContact(said.contact_id))
