"""How Review shows its pictures, and where their rows lead."""

from infotui.services.desks import Desks
from infotui.tui.afterwards.referring import ask_lead, show_tree
from infotui.tui.routes import OpenContact, OpenConversation, OpenResearch
from infotui.tui.telling import TellsErrors


def show_pictures(screen: TellsErrors, desks: Desks) -> None:
    """Show past talks as pictures with their figures; a row leads to its talk, or to whom it is about."""
    from infotui.tui.dialogs.pictures import WHOLE_TREE, Answer, PicturesDialog

    def back(answer: Answer) -> None:
        if answer is None:
            return
        if answer == WHOLE_TREE:
            show_tree(screen, desks)
        elif answer.what == "talk":
            screen.post_message(OpenConversation(answer.id))
        elif answer.what == "lead":
            ask_lead(screen, desks, answer.id)
        elif answer.what == "organization":
            screen.post_message(OpenResearch("organization", answer.id))
        else:
            screen.post_message(OpenContact(answer.id))

    screen.ask(PicturesDialog(desks), back)
