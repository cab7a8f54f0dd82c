"""How screens show what everybody said on one thing, what is at odds, and how far a goal is answered (M3, M9)."""

from infotui.services.desks import Desks
from infotui.tui.routes import OpenContact, OpenConversation
from infotui.tui.telling import TellsErrors


def show_answers(screen: TellsErrors, desks: Desks, key: str = "") -> None:
    """Show everyone's answers to one thing; it leads to the very line of a talk, or to a person (M3).

    Args:
        screen: Over which it is shown.
        desks: The open notebook.
        key: Over what, as `domain/answers` has it; it is chosen there if not given.
    """
    from infotui.tui.dialogs.answers import Answers, SaidAt

    def back(said: SaidAt | None) -> None:
        if said is None:
            return
        if said.interview_id is not None:
            screen.post_message(OpenConversation(said.interview_id, note_id=said.note_id))
        elif said.contact_id is not None:
            screen.post_message(OpenContact(said.contact_id))

    screen.ask(Answers(desks, key), back)
